#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a thread does; it travels to the thread by reference.
private final class Errand: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

extension System {
  /// Processors that are there.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// A thread that has been started and is to be waited for.
  struct Thread: Sendable {
    #if canImport(Musl)
    @unsafe nonisolated(unsafe) fileprivate let number: pthread_t
    #else
    fileprivate let number: pthread_t
    #endif
  }

  /// Begins to run something on a thread of its own; signals stay with the threads that were there before.
  static func startThread(_ body: @escaping @Sendable () -> Void) throws(Errno) -> Thread {
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    let errand = unsafe Unmanaged.passRetained(Errand(body))
    let code = unsafe pthread_create(
      &thread, nil,
      { errand in
        var signals = sigset_t()
        _ = unsafe sigfillset(&signals)
        _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        #if canImport(Glibc)
        guard let errand = unsafe errand else { return nil }
        #endif
        unsafe Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue().body()
        return nil
      }, errand.toOpaque())
    guard code == 0 else {
      unsafe errand.release()
      throw Errno(code)
    }
    #if canImport(Glibc)
    return Thread(number: thread)
    #else
    guard let thread else { throw Errno(EAGAIN) }
    return Thread(number: thread)
    #endif
  }

  /// Waits until the thread has done what it was started for.
  static func join(_ thread: Thread) { _ = pthread_join(thread.number, nil) }
}
