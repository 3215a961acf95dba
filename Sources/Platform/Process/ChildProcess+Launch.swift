import Synchronization

extension ChildProcess {
  /// How far a program had come when it was let go.
  public enum Launch: Equatable, Sendable {
    /// It runs, or a signal to us ended the wait for it.
    case running
    /// It has ended by itself already, with this status.
    case exited(status: Int32)
    /// A signal of this number has ended it already.
    case signalled(number: Int32)
  }

  /// Starts a program that may outlive us: in a session of its own, so that neither Ctrl-C nor the end of our terminal
  /// reaches it, and with nothing to read and nowhere to write to.
  ///
  /// Returns as soon as the program has ended, and at the deadline where it has not; then it is left to itself. Should it
  /// end while we still run, its end is noted, so that nothing of it stays in the system's table of processes. A signal
  /// that waits for us ends the wait and is not taken.
  ///
  /// - Parameters:
  ///   - executable: The path of the program; nothing is searched for.
  ///   - arguments: Its arguments, without its own name. None is interpreted by a shell.
  ///   - environment: All the variables that it gets.
  ///   - deadline: How long to watch whether it fails.
  public static func launch(
    executable: String, arguments: [String], environment: [String: String], deadline: Duration
  ) throws(PlatformError) -> Launch {
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    return try doing(.run, executable) { () throws(Errno) in
      let nowhere = Descriptor(owning: try System.openFile("/dev/null", .readingAndWriting))
      // Pipes that another thread is just making for a program of its own must not end up in this one.
      let process = try startLock.withLock { _ throws(Errno) in
        try System.start(
          executable, arguments: [executable] + arguments, environment: variables,
          streams: [nowhere.number, nowhere.number, nowhere.number], leading: .session)
      }
      return try watch(process, deadline: deadline)
    }
  }

  private static func watch(_ process: Int32, deadline: Duration) throws(Errno) -> Launch {
    let deadline = Deadline(in: deadline)
    while try !System.hasEnded(process) {
      let left = deadline.left
      guard left > 0, Interrupt.pending == nil else {
        System.reapLater(process)
        return .running
      }
      // The end of a child makes no descriptor ready on all of our systems alike.
      var none: [System.Poll] = []
      _ = try System.wait(for: &none, milliseconds: System.milliseconds(min(left, 10_000_000)))
    }
    return switch try System.reap(process) {
    case .exited(let status): .exited(status: status)
    case .signalled(let number): .signalled(number: number)
    }
  }
}
