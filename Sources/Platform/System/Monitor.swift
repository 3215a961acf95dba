#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A value that threads share, and by which they wait for each other.
@safe final class Monitor<Value>: @unchecked Sendable {
  private var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init(_ value: Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe condition.initialize(to: pthread_cond_t())
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Looks at the value, or changes it, alone.
  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body(&value)
  }

  /// Asks again whenever somebody wakes the thread, until there is an answer; `asleep` is told of each thread that begins
  /// to wait (1), and that ends (-1).
  func wait<Answer>(for ask: (inout Value) -> Answer?, asleep: (inout Value, Int) -> Void = { _, _ in }) -> Answer {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let answer = ask(&value) { return answer }
      asleep(&value, 1)
      unsafe pthread_cond_wait(condition, mutex)
      asleep(&value, -1)
    }
  }

  /// Lets one thread that waits ask again.
  func wakeOne() { unsafe pthread_cond_signal(condition) }

  /// Lets all threads that wait ask again.
  func wakeAll() { unsafe pthread_cond_broadcast(condition) }
}
