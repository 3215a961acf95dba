import Platform
import Synchronization
import Testing

@Suite("Threads")
struct ThreadsTests {
  @Test("every number is worked on once, however many threads there are", arguments: [1, 2, 7, 64])
  func eachOnce(jobs: Int) {
    let seen = Mutex([Int](repeating: 0, count: 1_000))
    Threads.forEach(below: 1_000, jobs: jobs) { number in seen.withLock { $0[number] += 1 } }
    #expect(seen.withLock { $0 } == [Int](repeating: 1, count: 1_000))
  }

  @Test("so many things are under way at the same time as there are jobs")
  func atTheSameTime() {
    // Each waits for the other; with one thread this would never end.
    let arrived = Atomic(0)
    Threads.forEach(below: 2, jobs: 2) { _ in
      arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
      while arrived.load(ordering: .sequentiallyConsistent) < 2 {}
    }
    #expect(arrived.load(ordering: .sequentiallyConsistent) == 2)
  }

  @Test("a ticker ticks until it is stopped")
  func ticker() throws {
    let count = Atomic(0)
    let ticker = try #require(Ticker(everyMilliseconds: 1) { count.wrappingAdd(1, ordering: .sequentiallyConsistent) })
    while count.load(ordering: .sequentiallyConsistent) < 3 {}
    ticker.stop()
    let after = count.load(ordering: .sequentiallyConsistent)
    for _ in 0..<100 { #expect(count.load(ordering: .sequentiallyConsistent) == after) }
  }
}
