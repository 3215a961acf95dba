#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A terminal that a test sits at: a program runs on it as its controlling terminal, the test types and reads.
///
/// Nothing here sleeps: every wait is for bytes or for the end, and has a deadline that only a hang ever reaches. The
/// program is killed when the value goes away.
public final class PseudoTerminal {
  /// How a program ended.
  public enum Status: Equatable, Sendable {
    /// By itself, with this status.
    case exited(Int32)
    /// By a signal of this number.
    case signalled(Int32)
  }

  private let terminal: Int32
  private let process: Int32
  private var received: [UInt8] = []
  private var position = 0
  private var isClosed = false
  private var status: Status?

  /// All that the program has written so far, the echo of what was typed included.
  public var transcript: String {
    String(decoding: received, as: UTF8.self)
  }

  /// The number of the program's process, which is that of its session and of its first group as well.
  public var processIdentifier: Int32 { process }

  /// Starts a program on a new terminal.
  ///
  /// - Parameters:
  ///   - executable: The path of the program.
  ///   - arguments: Its arguments, without its own name.
  ///   - environment: All of its variables.
  ///   - directory: Where it runs; nil for where the tests run. Needs `/bin/sh`.
  public init(
    _ executable: String, _ arguments: [String] = [],
    environment: [String: String] = ["TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"],
    columns: Int = 80, rows: Int = 24, directory: String? = nil
  ) throws {
    var command = [executable] + arguments
    if let directory { command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory] + command }
    let line: String
    (terminal, line) = try PseudoTerminal.makeTerminal()
    do {
      _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
      var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
      _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size)
      process = try PseudoTerminal.start(command, environment: environment, on: line)
      _ = fcntl(terminal, F_SETFL, fcntl(terminal, F_GETFL) | O_NONBLOCK)
    } catch {
      close(terminal)
      throw error
    }
  }

  deinit {
    if status == nil {
      _ = Self.signal(process, SIGKILL)
      var code: Int32 = 0
      while unsafe waitpid(process, &code, 0) < 0 && errno == EINTR {}
    }
    close(terminal)
  }

  /// Types text: `\n` is the Return key, `\u{3}` Ctrl-C, `\u{4}` Ctrl-D.
  public func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    let end = Self.now() + Support.patience
    var sent = 0
    while sent < bytes.count {
      let went = unsafe bytes.withUnsafeBytes { all in
        unsafe write(terminal, all.baseAddress.map { unsafe $0 + sent }, all.count - sent)
      }
      if went > 0 {
        sent += went
      } else if errno == EAGAIN || errno == EINTR {
        // The line is full: the program may be waiting for us to read what it writes.
        guard Self.now() < end else { throw failure("could not type \(text.debugDescription)") }
        try receive(until: end, orWritable: true)
      } else {
        throw failure("could not type \(text.debugDescription): error \(errno)")
      }
    }
  }

  /// Waits until the text comes, after whatever was expected before, and returns what came in between.
  ///
  /// - Throws: With everything that was read so far, where the text does not come in time or the program ends first.
  @discardableResult
  public func expect(_ text: String, within seconds: Double = Support.patience) throws -> String {
    let wanted = Array(text.utf8)
    let end = Self.now() + seconds
    var searched = position
    while true {
      if let found = Self.find(wanted, in: received, from: searched) {
        let before = String(decoding: received[position..<found], as: UTF8.self)
        position = found + wanted.count
        return before
      }
      searched = max(position, received.count - wanted.count + 1)
      guard !isClosed else { throw failure("the program ended before it wrote \(text.debugDescription)") }
      guard Self.now() < end else { throw failure("\(text.debugDescription) did not come within \(seconds) seconds") }
      try receive(until: end)
    }
  }

  /// Reads on until all that was read is as wanted.
  ///
  /// - Parameter isThere: is given everything that the program has written so far.
  public func wait(for what: String, within seconds: Double = Support.patience, until isThere: ([UInt8]) -> Bool) throws
  {
    let end = Self.now() + seconds
    while !isThere(received) {
      guard !isClosed else { throw failure("the program ended before there was \(what)") }
      guard Self.now() < end else { throw failure("within \(seconds) seconds there was not \(what)") }
      try receive(until: end)
    }
  }

  /// Reads on until the program has closed the terminal, and says how it ended.
  public func waitForExit(within seconds: Double = Support.patience) throws -> Status {
    let end = Self.now() + seconds
    while !isClosed {
      guard Self.now() < end else { throw failure("the program did not end within \(seconds) seconds") }
      try receive(until: end)
    }
    while status == nil {
      guard Self.now() < end else { throw failure("the program closed its terminal but did not end in time") }
      var code: Int32 = 0
      let reaped = unsafe waitpid(process, &code, WNOHANG)
      if reaped == process {
        status = code & 0x7F == 0 ? .exited((code >> 8) & 0xFF) : .signalled(code & 0x7F)
      } else if reaped < 0 && errno != EINTR {
        throw failure("the program cannot be waited for: error \(errno)")
      } else {
        // It has let go of the terminal and is about to end.
        _ = poll(nil, 0, 1)
      }
    }
    guard let status else { throw failure("unreachable") }
    return status
  }

  /// Lets the program go on for so long, and reads nothing meanwhile.
  public func pause(microseconds: UInt32) { usleep(microseconds) }

  /// Sends a signal to the program's group, as a terminal does.
  public func kill(_ number: Int32) {
    guard status == nil else { return }
    _ = Self.signal(process, number)
  }

  /// Changes the size of the window; the program is told by `SIGWINCH`.
  public func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// Whether the terminal shows what is typed.
  public var showsInput: Bool {
    var settings = termios()
    guard unsafe tcgetattr(terminal, &settings) == 0 else { return false }
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Whether the terminal is as a shell expects it: it shows what is typed, hands it over in lines, and turns keys into
  /// signals.
  public var isAsFound: Bool {
    var settings = termios()
    guard unsafe tcgetattr(terminal, &settings) == 0 else { return false }
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  // MARK: - Below

  private func receive(until end: Double, orWritable: Bool = false) throws {
    let events = Int16(orWritable ? POLLIN | POLLOUT : POLLIN)
    var entry = pollfd(fd: terminal, events: events, revents: 0)
    let wait = Int32(max(0, min(end - Self.now(), 60)) * 1_000) + 1
    guard unsafe poll(&entry, 1, wait) > 0 else { return }
    var piece = [UInt8](repeating: 0, count: 4_096)
    let got = unsafe read(terminal, &piece, piece.count)
    if got > 0 {
      received += piece[..<got]
    } else if got == 0 || errno == EIO {
      // The last descriptor of the other side is closed.
      isClosed = true
    } else if errno != EAGAIN && errno != EINTR {
      throw failure("could not read: error \(errno)")
    }
  }

  private func failure(_ what: String) -> SupportFailure {
    SupportFailure("\(what); read so far:\n\(visible(transcript))")
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first else { return start }
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == first && bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }

  private static func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// To the whole group where there is one: what the program started dies with it.
  private static func signal(_ process: Int32, _ number: Int32) -> Int32 {
    sendSignal(-process, number) == 0 ? 0 : sendSignal(process, number)
  }

  /// A new terminal: the end that the test holds, and the path of the other.
  static func makeTerminal() throws -> (terminal: Int32, line: String) {
    #if os(Linux)
    // posix_openpt and its kin, spelled out: the headers keep them from whoever does not ask for X/Open's extensions.
    let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw SupportFailure("cannot open a pseudo-terminal: error \(errno)") }
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var unlocked: Int32 = 0
    var number: Int32 = -1
    guard unsafe ioctl(terminal, setLock, &unlocked) == 0, unsafe ioctl(terminal, getNumber, &number) == 0 else {
      close(terminal)
      throw SupportFailure("cannot unlock the pseudo-terminal: error \(errno)")
    }
    return (terminal, "/dev/pts/\(number)")
    #else
    let terminal = posix_openpt(O_RDWR | O_NOCTTY)
    guard terminal >= 0 else { throw SupportFailure("cannot open a pseudo-terminal: error \(errno)") }
    var name = [CChar](repeating: 0, count: 128)
    guard grantpt(terminal) == 0, unlockpt(terminal) == 0, unsafe ptsname_r(terminal, &name, name.count) == 0 else {
      close(terminal)
      throw SupportFailure("cannot unlock the pseudo-terminal: error \(errno)")
    }
    return (terminal, String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    #endif
  }

  /// Starts a command as the leader of a session of its own. The first terminal that such a leader opens becomes its
  /// controlling terminal, and standard input is opened as the first.
  private static func start(_ command: [String], environment: [String: String], on line: String) throws -> Int32 {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    let newSession = Int32(POSIX_SPAWN_SETSID) | Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #else
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    // POSIX_SPAWN_SETSID, which the header keeps from whoever does not ask for GNU's extensions.
    let newSession: Int32 = 0x80
    #endif
    _ = unsafe posix_spawn_file_actions_init(&actions)
    _ = unsafe posix_spawnattr_init(&attributes)
    defer {
      _ = unsafe posix_spawn_file_actions_destroy(&actions)
      _ = unsafe posix_spawnattr_destroy(&attributes)
    }
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 0, line, O_RDWR, 0)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    _ = unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    // A shell that runs the tests in the background has them, and so the program, ignore these.
    for number in [SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGPIPE, SIGTSTP, SIGXFSZ] {
      _ = unsafe sigaddset(&signals, number)
    }
    _ = unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    _ = unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    let environment = environment.merging(Support.watching) { given, _ in given }
    var variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw SupportFailure("cannot start \(command[0]): error \(code)") }
    return process
  }
}

/// `kill`, where a method of that name hides it.
private func sendSignal(_ process: Int32, _ number: Int32) -> Int32 {
  kill(process, number)
}
