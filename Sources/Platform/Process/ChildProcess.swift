import Synchronization

/// Other programs, without a shell: run to their end under limits, or started and let go.
public enum ChildProcess {
  /// How a run ended.
  public enum Ending: Equatable, Sendable {
    /// The program ended by itself with this status.
    case exited(status: Int32)
    /// A signal of this number that we did not send ended it.
    case signalled(number: Int32)
    /// It was not done in time, and was ended.
    case deadlinePassed
    /// It wrote more than allowed, and was ended.
    case tooMuchOutput
    /// Somebody asked us to stop meanwhile; it was ended. The signal has been taken.
    case interrupted(Signal)
  }

  /// What a run gave.
  public struct Outcome: Equatable, Sendable {
    /// How it ended.
    public let ending: Ending
    /// What was written to standard output, up to the limit.
    public let output: [UInt8]
    /// What was written to standard error, up to the limit.
    public let errors: [UInt8]
  }

  /// Runs a program in a group of processes of its own and waits for its end. Nothing of that group outlives the call:
  /// what the program left running is ended with it.
  ///
  /// From here on a write to a reader that went away is an error in our own process (`Interrupt.ignoreBrokenPipes`).
  ///
  /// - Parameters:
  ///   - executable: The path of the program; nothing is searched for.
  ///   - arguments: Its arguments, without its own name. None is interpreted by a shell.
  ///   - environment: All the variables that it gets.
  ///   - input: What it reads on standard input; nil for an empty one.
  ///   - deadline: How long it may take.
  ///   - outputLimit: The most bytes that it may write to each of standard output and standard error.
  public static func run(
    executable: String, arguments: [String], environment: [String: String], input: [UInt8]? = nil, deadline: Duration,
    outputLimit: Int
  ) throws(PlatformError) -> Outcome {
    Interrupt.ignoreBrokenPipes()
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    return try doing(.run, executable) { () throws(Errno) in
      var run = try Run(
        executable, arguments: [executable] + arguments, environment: variables, input: input ?? [],
        outputLimit: outputLimit)
      return try run.finish(deadline: deadline)
    }
  }

  /// The first program of that name in the directories of a `PATH`.
  ///
  /// Directories that are not absolute are passed over, the empty one (which means the current directory) included:
  /// what happens to lie where we run must not be run. A name with a slash is not searched for.
  public static func find(_ name: String, in path: String) -> String? {
    guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    for directory in path.split(separator: ":") where directory.utf8.first == UInt8(ascii: "/") {
      let candidate = Directory.path(of: name, in: String(directory))
      if isProgram(candidate) { return candidate }
    }
    return nil
  }

  /// Whether the path names a regular file, perhaps through links, that we may execute.
  public static func isProgram(_ path: String) -> Bool {
    let status = try? System.status(of: path, followingLinks: true)
    return status?.kind == .regular && System.isExecutable(path)
  }

  /// Whether everybody may write to the program, to the directory that it was found in or to the one that it really lies
  /// in, and so could have put another in its place. A group may: on many systems it has its owner as its only member.
  ///
  /// Where a directory lets everybody remove only what is their own, as `/tmp` does, what belongs to us or to root is safe.
  public static func isExposed(_ path: String) -> Bool {
    guard let status = try? System.status(of: path, followingLinks: true) else { return false }
    if status.permissions & 0o002 != 0 { return true }
    let places = [path, try? System.canonicalPath(of: path)].compactMap(\.self)
    return places.contains { place in
      guard place.utf8.contains(Directory.slash), let entry = try? System.status(of: place, followingLinks: false),
        let directory = try? System.status(of: Directory.parent(of: place), followingLinks: true)
      else { return true }
      guard directory.permissions & 0o002 != 0 else { return false }
      let isKept = directory.permissions & 0o1000 != 0
      return !isKept || (entry.owner != 0 && entry.owner != System.effectiveUser)
    }
  }
}

extension ChildProcess {
  /// A program that runs, and our ends of its three streams.
  private struct Run: ~Copyable {
    private let process: Int32
    private var isReaped = false
    private var input: Descriptor?
    private var outputs: [Int32]
    private let unsent: [UInt8]
    private var sent = 0
    private var received: [[UInt8]] = [[], []]
    private let outputLimit: Int

    init(
      _ executable: String, arguments: [String], environment: [String], input: [UInt8], outputLimit: Int
    ) throws(Errno) {
      var mine: [Int32] = []
      var theirs: [Int32] = []
      do {
        process = try startLock.withLock { _ throws(Errno) in
          for index in 0..<3 {
            let pipe = try System.makePipe()
            mine.append(index == 0 ? pipe.writer : pipe.reader)
            theirs.append(index == 0 ? pipe.reader : pipe.writer)
          }
          for descriptor in mine { try System.setWaiting(false, on: descriptor) }
          return try System.start(executable, arguments: arguments, environment: environment, streams: theirs)
        }
      } catch {
        for descriptor in mine + theirs { System.closeFile(descriptor) }
        throw error
      }
      for descriptor in theirs { System.closeFile(descriptor) }
      self.input = Descriptor(owning: mine[0])
      outputs = Array(mine[1...])
      unsent = input
      self.outputLimit = outputLimit
    }

    deinit {
      for descriptor in outputs where descriptor >= 0 { System.closeFile(descriptor) }
      guard !isReaped else { return }
      System.killGroup(process)
      _ = try? System.reap(process)
    }

    private var isOverflowing: Bool {
      received.contains { $0.count > outputLimit }
    }

    mutating func finish(deadline: Duration) throws(Errno) -> Outcome {
      var deadline = Deadline(in: deadline)
      var verdict: Ending?
      var (isEnding, isQuiet) = (false, false)
      while true {
        if !isEnding {
          let hasEnded = try System.hasEnded(process)
          if !hasEnded { verdict = reasonToStop(isLate: deadline.left == 0) }
          if verdict != nil || hasEnded {
            // While the program is not reaped its number, and that of the group, can be nobody else's.
            System.killGroup(process)
            isEnding = true
            // What it wrote before is still in the pipes. Whoever left the group and keeps them open is not waited for.
            // That our own thread stood still meanwhile is no reason to leave what is there.
            deadline = Deadline(in: .seconds(1))
            isQuiet = false
          }
        }
        let isDrained = outputs.allSatisfy { $0 < 0 }
        let isLeft = isDrained || (isQuiet && deadline.left == 0)
        if isEnding && (isLeft || verdict != nil || isOverflowing) { break }
        isQuiet = try !exchange(within: min(isDrained ? 5_000_000 : 50_000_000, deadline.left), isEnding: isEnding)
      }
      let end = try System.reap(process)
      isReaped = true
      if let verdict { return outcome(verdict) }
      if isOverflowing { return outcome(.tooMuchOutput) }
      return switch end {
      case .exited(let status): outcome(.exited(status: status))
      case .signalled(let number): outcome(.signalled(number: number))
      }
    }

    private func reasonToStop(isLate: Bool) -> Ending? {
      if let signal = Interrupt.take() { return .interrupted(signal) }
      if isOverflowing { return .tooMuchOutput }
      return isLate ? .deadlinePassed : nil
    }

    private func outcome(_ ending: Ending) -> Outcome {
      Outcome(
        ending: ending, output: Array(received[0].prefix(outputLimit)), errors: Array(received[1].prefix(outputLimit)))
    }

    /// Moves bytes in both directions, waiting no longer than that for a first one; false where none could be moved.
    private mutating func exchange(within nanoseconds: Int64, isEnding: Bool) throws(Errno) -> Bool {
      if sent == unsent.count { input = nil }
      var polls = outputs.map { System.Poll(reading: $0) }
      polls.append(System.Poll(reading: isEnding ? -1 : System.signalDescriptor))
      let writer = input?.number ?? -1
      polls.append(System.Poll(writing: writer))
      guard try System.wait(for: &polls, milliseconds: System.milliseconds(nanoseconds)) else { return false }
      if writer >= 0, polls[3].isReady { send(to: writer) }
      for index in outputs.indices where outputs[index] >= 0 && polls[index].isReady {
        let room = max(1, min(64 << 10, outputLimit - received[index].count + 1))
        do {
          if try System.readOnce(outputs[index], into: &received[index], atMost: room) > 0 { continue }
        } catch {
          if System.isInterruption(error) || System.wouldWait(error) { continue }
        }
        System.closeFile(outputs[index])
        outputs[index] = -1
      }
      return true
    }

    /// A program need not read all its input, or any; that it closed it is no error.
    private mutating func send(to writer: Int32) {
      do {
        sent += try System.writeOnce(writer, unsent, from: sent)
      } catch {
        if System.isInterruption(error) || System.wouldWait(error) { return }
        sent = unsent.count
      }
    }
  }
}
