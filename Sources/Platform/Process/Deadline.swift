/// A moment by which something has to be done, on a clock that nobody sets.
public struct Deadline: Sendable {
  private let nanoseconds: Int64

  /// So long from now.
  public init(in duration: Duration) {
    let (sum, overflow) = System.steadyNanoseconds().addingReportingOverflow(duration.nanoseconds)
    nanoseconds = overflow ? .max : sum
  }

  /// What is left of the time; nothing once it is over.
  public var rest: Duration { .nanoseconds(left) }

  /// The same in nanoseconds, as waiting takes it.
  var left: Int64 { max(0, nanoseconds - System.steadyNanoseconds()) }

  /// Waits until the moment has come, or somebody asks us to stop: that signal is taken then, and given back.
  ///
  /// Signals are noticed from `Interrupt.install` on.
  public func wait() -> Signal? {
    while true {
      if let signal = Interrupt.take() { return signal }
      let rest = left
      guard rest > 0 else { return nil }
      var polls = [System.Poll(reading: System.signalDescriptor)]
      _ = try? System.wait(for: &polls, milliseconds: System.milliseconds(rest))
    }
  }
}
