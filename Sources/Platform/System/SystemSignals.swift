#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Synchronization

/// The last signal that has not been taken yet; zero for none. Signals are the process's own, and so is this.
private let pendingSignal = Atomic<Int32>(0)
/// What the terminal told since it was last asked, as bits of `TerminalNotice`. It is apart from the signals that end
/// something, for a window that is resized must not make a Ctrl-C forgotten.
private let pendingNotices = Atomic<UInt8>(0)
/// The ends of the pipe that wakes whoever waits; −1 before there is one.
private let wakeReader = Atomic<Int32>(-1)
private let wakeWriter = Atomic<Int32>(-1)

/// Held while descriptors exist that no program may inherit, and while programs are started.
let startLock = Mutex(())

/// What runs when a signal arrives: nothing but what a signal handler may do. A handler can interrupt a system call only
/// on the thread that it happens to run on (never one of a task's, for these block signals), and one that comes just
/// before the call not even there; a byte in a pipe that is waited for as well is never missed.
private let noteSignal: @convention(c) (Int32) -> Void = { number in
  let code = errno
  switch number {
  case SIGWINCH: pendingNotices.bitwiseOr(TerminalNotice.resized.bit, ordering: .sequentiallyConsistent)
  case SIGTSTP: pendingNotices.bitwiseOr(TerminalNotice.stopRequested.bit, ordering: .sequentiallyConsistent)
  case SIGCONT: pendingNotices.bitwiseOr(TerminalNotice.continued.bit, ordering: .sequentiallyConsistent)
  default: pendingSignal.store(number, ordering: .sequentiallyConsistent)
  }
  var byte: UInt8 = 0
  let writer = wakeWriter.load(ordering: .sequentiallyConsistent)
  if writer >= 0 { _ = unsafe write(writer, &byte, 1) }
  errno = code
}

extension System {
  static let hangUpSignal = SIGHUP
  static let interruptSignal = SIGINT
  static let terminateSignal = SIGTERM

  /// A descriptor that is readable while a signal waits to be taken; −1 where signals are not caught.
  static var signalDescriptor: Int32 {
    wakeReader.load(ordering: .sequentiallyConsistent)
  }

  /// The signal that waits, which stays.
  static var waitingSignal: Int32 {
    pendingSignal.load(ordering: .sequentiallyConsistent)
  }

  /// The signal that waited, which is now forgotten.
  static func takeSignal() -> Int32 {
    // In this order: a signal that comes in between leaves a byte behind, and wakes once for nothing; the other way
    // round it would leave itself behind and wake nobody.
    let reader = signalDescriptor
    if reader >= 0 {
      var bytes = [UInt8](repeating: 0, count: 64)
      while unsafe read(reader, &bytes, bytes.count) > 0 {}
    }
    return pendingSignal.exchange(0, ordering: .sequentiallyConsistent)
  }

  /// Notes what the terminal tells from now on: its size, the wish that we stop, and that we go on. Returns the signals
  /// whose default this replaced, for `forgetNotices`.
  static func noteNotices() throws(Errno) -> [Int32] {
    try startLock.withLock { _ throws(Errno) in
      var replaced: [Int32] = []
      for number in [SIGWINCH, SIGTSTP, SIGCONT] {
        var old = sigaction()
        try call { unsafe sigaction(number, nil, &old) }
        if isDefault(old) { replaced.append(number) }
      }
      try catchSignalsLocked(replaced)
      return replaced
    }
  }

  /// Gives signals back to the system's default.
  static func forgetNotices(_ numbers: [Int32]) {
    for number in numbers { _ = signal(number, SIG_DFL) }
    pendingNotices.store(0, ordering: .sequentiallyConsistent)
  }

  /// What the terminal told, one thing at a time, which is then forgotten.
  static func takeNotice() -> TerminalNotice? {
    let waiting = pendingNotices.load(ordering: .sequentiallyConsistent)
    guard let notice = TerminalNotice.allCases.first(where: { waiting & $0.bit != 0 }) else { return nil }
    pendingNotices.bitwiseAnd(~notice.bit, ordering: .sequentiallyConsistent)
    return notice
  }

  /// Stops this process, or the whole group that the terminal listens to, as the shell expects of a job, and returns
  /// when it goes on. Whoever had us ignore the signal could not call us back, so then nothing stops.
  static func stop(wholeGroup: Bool) {
    var current = sigaction()
    guard unsafe sigaction(SIGTSTP, nil, &current) == 0, !isIgnored(current) else { return }
    let old = signal(SIGTSTP, SIG_DFL)
    _ = kill(wholeGroup ? 0 : getpid(), SIGTSTP)
    _ = signal(SIGTSTP, old)
  }

  /// Notes these signals from now on instead of dying of them; those that we were started to ignore stay ignored.
  static func catchSignals(_ numbers: [Int32]) throws(Errno) {
    try startLock.withLock { _ throws(Errno) in try catchSignalsLocked(numbers) }
  }

  private static func catchSignalsLocked(_ numbers: [Int32]) throws(Errno) {
    if signalDescriptor < 0 {
      let pipe = try makePipe()
      for end in [pipe.reader, pipe.writer] { try setWaiting(false, on: end) }
      wakeWriter.store(pipe.writer, ordering: .sequentiallyConsistent)
      wakeReader.store(pipe.reader, ordering: .sequentiallyConsistent)
    }
    _ = waitingSignal
    for number in numbers {
      var old = sigaction()
      try call { unsafe sigaction(number, nil, &old) }
      guard !isIgnored(old) else { continue }
      var new = sigaction()
      #if canImport(Darwin)
      new.__sigaction_u = .init(__sa_handler: noteSignal)
      #else
      new.__sigaction_handler = .init(sa_handler: noteSignal)
      #endif
      _ = unsafe sigemptyset(&new.sa_mask)
      // Without SA_RESTART: a call that waits is to come back.
      new.sa_flags = 0
      try call { unsafe sigaction(number, &new, nil) }
    }
  }

  /// Has a write to a closed pipe, or beyond the allowed size of a file, fail instead of ending the process.
  static func ignoreWriteSignals() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    let ignore = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    return handler(of: action) == ignore
  }

  private static func isDefault(_ action: sigaction) -> Bool {
    let normal = unsafe unsafeBitCast(SIG_DFL, to: Int.self)
    return handler(of: action) == normal
  }

  private static func handler(of action: sigaction) -> Int {
    #if canImport(Darwin)
    unsafe unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self)
    #else
    unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    #endif
  }

  /// A pipe whose ends are closed on `exec` and are neither 0, 1 nor 2. Until it returns another thread that starts a
  /// program would pass the ends on: whoever makes pipes and programs does so under `startLock`.
  static func makePipe() throws(Errno) -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [-1, -1]
    try call { unsafe pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    for index in ends.indices { ends[index] = try apartFromStreams(ends[index]) }
    return (ends[0], ends[1])
  }

  /// Whether calls on a descriptor wait, or answer at once that they would have to.
  static func setWaiting(_ waits: Bool, on descriptor: Int32) throws(Errno) {
    let flags = try call { fcntl(descriptor, F_GETFL) }
    try call { fcntl(descriptor, F_SETFL, waits ? flags & ~O_NONBLOCK : flags | O_NONBLOCK) }
  }
}
