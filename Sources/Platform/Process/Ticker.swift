import Synchronization

/// Something that is done again and again, on a thread of its own, until it is stopped.
public final class Ticker: Sendable {
  private let thread: System.Thread
  private let reader: Int32
  private let writer: Int32

  /// Begins; nil where the system gives no thread for it.
  public init?(everyMilliseconds interval: Int32, _ body: @escaping @Sendable () -> Void) {
    guard let ends = try? startLock.withLock({ _ in try System.makePipe() }) else { return nil }
    (reader, writer) = ends
    let reader = ends.reader
    let started = try? System.startThread {
      while true {
        var polls = [System.Poll(reading: reader)]
        _ = try? System.wait(for: &polls, milliseconds: interval)
        if polls[0].isReady { return }
        body()
      }
    }
    guard let started else {
      System.closeFile(ends.reader)
      System.closeFile(ends.writer)
      return nil
    }
    thread = started
  }

  /// Ends it; when this returns, it is not running any more. To be called once.
  public func stop() {
    _ = try? System.writeOnce(writer, [0], from: 0)
    System.join(thread)
    System.closeFile(reader)
    System.closeFile(writer)
  }
}
