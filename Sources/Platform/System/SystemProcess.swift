#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension System {
  /// How a process ended.
  enum ProcessEnd: Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// What a program that is started leads.
  enum Leadership {
    /// A group of processes, in our session: the terminal is still its own.
    case group
    /// A session, and a group in it: no terminal is its own, and the end of ours is nothing to it.
    case session
  }

  /// Starts a program in a group of processes of its own, with these three descriptors as its standard streams and no
  /// other of ours. Returns its number, which is that of the group, and of the session where it leads one.
  static func start(
    _ executable: String, arguments: [String], environment: [String], streams: [Int32], leading: Leadership = .group
  ) throws(Errno) -> Int32 {
    for text in [executable] + arguments + environment { try checkName(text) }
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    try check(unsafe posix_spawn_file_actions_init(&actions))
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    try check(unsafe posix_spawnattr_init(&attributes))
    defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
    for (target, source) in streams.enumerated() {
      try check(unsafe posix_spawn_file_actions_adddup2(&actions, source, Int32(target)))
    }
    // The leader of a session leads its group already, and may not ask for one.
    var flags = leading == .session ? newSession : Int32(POSIX_SPAWN_SETPGROUP)
    flags |= Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    #if canImport(Darwin)
    flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #endif
    try check(unsafe posix_spawnattr_setflags(&attributes, Int16(flags)))
    try check(unsafe posix_spawnattr_setpgroup(&attributes, 0))
    // What we ignore a program would inherit; `curl | head` is to die of its closed pipe as it does in a shell.
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    try check(unsafe posix_spawnattr_setsigmask(&attributes, &signals))
    for number in [SIGPIPE, SIGXFSZ] { _ = unsafe sigaddset(&signals, number) }
    try check(unsafe posix_spawnattr_setsigdefault(&attributes, &signals))

    var argumentPointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var environmentPointers = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argumentPointers + environmentPointers).forEach { unsafe free($0) } }
    var process: pid_t = 0
    try check(
      unsafe posix_spawn(&process, executable, &actions, &attributes, &argumentPointers, &environmentPointers))
    return process
  }

  #if canImport(Darwin)
  private static let newSession = Int32(POSIX_SPAWN_SETSID)
  #else
  /// POSIX_SPAWN_SETSID, which the headers keep from whoever does not ask for GNU's extensions.
  private static let newSession: Int32 = 0x80
  #endif

  /// Whether a child has ended, without taking note of it: its number stays its own, and that of its group.
  static func hasEnded(_ process: Int32) throws(Errno) -> Bool {
    // `waitid` leaves the record alone where there is nothing to tell.
    var record = unsafe siginfo_t()
    try call { unsafe waitid(P_PID, id_t(process), &record, WEXITED | WNOHANG | WNOWAIT) }
    return unsafe record.si_signo == SIGCHLD
  }

  /// Waits for the end of a child and takes note of it.
  static func reap(_ process: Int32) throws(Errno) -> ProcessEnd {
    var status: Int32 = 0
    try call { unsafe waitpid(process, &status, 0) }
    // The layout of the status is the same on all our systems: the signal in the low seven bits, else the exit status.
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// Takes note of the end of a child whenever it comes, on a thread that does nothing else and goes with the process.
  static func reapLater(_ process: Int32) {
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    // The number travels in the place of a pointer, so that nobody has to keep anything.
    let number = unsafe UnsafeMutableRawPointer(bitPattern: Int(process))
    _ = unsafe pthread_create(
      &thread, nil,
      { number in
        pthread_detach(pthread_self())
        // Signals are for the threads that ask for them.
        var signals = sigset_t()
        _ = unsafe sigfillset(&signals)
        _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        _ = try? System.reap(pid_t(Int(bitPattern: number)))
        return nil
      }, number)
  }

  /// Ends a whole group of processes at once.
  static func killGroup(_ group: Int32) {
    _ = kill(-group, SIGKILL)
  }

  /// posix_spawn and its kin return their error instead of leaving it in `errno`.
  private static func check(_ code: Int32) throws(Errno) {
    guard code == 0 else { throw Errno(code) }
  }
}
