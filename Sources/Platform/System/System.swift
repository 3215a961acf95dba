#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The number that a refused call leaves behind, taken at once, before anything else can overwrite it.
struct Errno: Error, Equatable {
  let code: Int32

  init(_ code: Int32) {
    self.code = code
  }
}

/// The C library, call by call: Swift values in, Swift values or `Errno` out. No pointer leaves this folder, and nothing
/// outside it imports the C library.
enum System {
  /// Runs a call again for as long as signals interrupt it, and turns −1 into the error that it left.
  @discardableResult
  static func call<Result: SignedInteger>(_ body: () -> Result) throws(Errno) -> Result {
    while true {
      let result = body()
      guard result == -1 else { return result }
      let code = errno
      guard code == EINTR else { throw Errno(code) }
    }
  }

  /// Runs something again for as long as signals interrupt it.
  static func retrying<Result>(_ body: () throws(Errno) -> Result) throws(Errno) -> Result {
    while true {
      do {
        return try body()
      } catch {
        guard error.code == EINTR else { throw error }
      }
    }
  }

  /// A C string would end at the first NUL and name another file.
  static func checkName(_ path: String) throws(Errno) {
    guard !path.utf8.contains(0) else { throw Errno(EINVAL) }
  }

  /// Whether an error says that a symbolic link was met where none is followed.
  static func isSymbolicLink(_ error: Errno) -> Bool {
    error.code == ELOOP
  }

  /// Whether an error says that a signal came first.
  static func isInterruption(_ error: Errno) -> Bool {
    error.code == EINTR
  }

  /// Whether an error says that the descriptor does not wait, and that now there is nothing to do.
  static func wouldWait(_ error: Errno) -> Bool {
    error.code == EAGAIN || error.code == EWOULDBLOCK
  }

  /// The error that says that there is nothing of that name.
  static let missing = Errno(ENOENT)

  /// Whether an error says that there is nothing of that name.
  static func isMissing(_ error: Errno) -> Bool {
    error.code == ENOENT
  }

  /// Whether an error says that the name is taken.
  static func isTaken(_ error: Errno) -> Bool {
    error.code == EEXIST
  }

  /// The error of a call that was not allowed.
  static let notPermitted = Errno(EACCES)
  static let interrupted = Errno(EINTR)
  /// The error of a file that ends before its size.
  static let truncated = Errno(EIO)

  // MARK: - Clock

  /// Seconds and nanoseconds since the start of 1970, in UTC.
  static func wallClock() -> (seconds: Int64, nanoseconds: Int64) {
    read(clock: CLOCK_REALTIME)
  }

  /// Nanoseconds since some fixed moment; never goes back.
  static func steadyNanoseconds() -> Int64 {
    let now = read(clock: CLOCK_MONOTONIC)
    return now.seconds &* 1_000_000_000 &+ now.nanoseconds
  }

  private static func read(clock: clockid_t) -> (seconds: Int64, nanoseconds: Int64) {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return (Int64(time.tv_sec), Int64(time.tv_nsec))
  }

  // MARK: - Waiting

  /// What one descriptor of a `poll` is asked, and what it answered.
  struct Poll {
    let descriptor: Int32
    let wantsWrite: Bool
    var isReady = false
    var isInvalid = false

    init(reading descriptor: Int32) {
      self.descriptor = descriptor
      wantsWrite = false
    }

    init(writing descriptor: Int32) {
      self.descriptor = descriptor
      wantsWrite = true
    }
  }

  /// Nanoseconds as `poll` takes them: rounded up, so that a wait never ends early and asks again and again; nil waits
  /// for ever.
  static func milliseconds(_ nanoseconds: Int64?) -> Int32 {
    guard let nanoseconds else { return -1 }
    return Int32(clamping: (nanoseconds + 999_999) / 1_000_000)
  }

  /// Waits until one of the descriptors can go on (a hang-up counts: the next call on it says so), the time is over, or
  /// a signal arrives. Returns whether any is ready. A negative descriptor is passed over.
  static func wait(for polls: inout [Poll], milliseconds: Int32) throws(Errno) -> Bool {
    var entries = polls.map { poll in
      pollfd(fd: poll.descriptor, events: Int16(poll.wantsWrite ? POLLOUT : POLLIN), revents: 0)
    }
    let ready = unsafe poll(&entries, nfds_t(entries.count), milliseconds)
    if ready < 0 {
      let code = errno
      guard code == EINTR || code == EAGAIN else { throw Errno(code) }
      for index in polls.indices { polls[index].isReady = false }
      return false
    }
    for index in polls.indices {
      let events = Int32(entries[index].revents)
      polls[index].isReady = events != 0
      polls[index].isInvalid = events & Int32(POLLNVAL) != 0
    }
    return ready > 0
  }
}
