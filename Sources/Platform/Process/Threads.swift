import Synchronization

/// Work that is divided among threads.
public enum Threads {
  /// How many processors there are: as many threads as are worth having.
  public static var processors: Int { System.processors }

  /// Runs something for each number below `count`, on at most so many threads, this one among them; returns when all of
  /// it is done. Numbers are begun in order. Where the system gives no more threads, those that are there do the work.
  public static func forEach(below count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let next = Counter()
    let work: @Sendable () -> Void = {
      while true {
        let number = next.take()
        guard number < count else { return }
        body(number)
      }
    }
    var others: [System.Thread] = []
    while others.count + 1 < min(jobs, count) {
      guard let thread = try? System.startThread(work) else { break }
      others.append(thread)
    }
    work()
    for thread in others { System.join(thread) }
  }

  private final class Counter: Sendable {
    private let next = Atomic(0)

    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
  }
}

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
