import Platform
import Support
import Synchronization
import Testing

@Suite("Crew")
struct CrewTests {
  @Test("every number is worked on once, however many threads there are", arguments: [1, 2, 7, 64])
  func eachOnce(jobs: Int) {
    let seen = Mutex([Int](repeating: 0, count: 1_000))
    Crew(jobs: jobs).forEach(below: 1_000) { number in seen.withLock { $0[number] += 1 } }
    #expect(seen.withLock { $0 } == [Int](repeating: 1, count: 1_000))
  }

  @Test("so many things are under way at the same time as there are jobs")
  func atTheSameTime() {
    // Each waits for the other; with one thread this would never end.
    let arrived = Atomic(0)
    Crew(jobs: 2).forEach(below: 2) { _ in
      arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
      while arrived.load(ordering: .sequentiallyConsistent) < 2 {}
    }
    #expect(arrived.load(ordering: .sequentiallyConsistent) == 2)
  }

  #if canImport(Glibc)
  @Test("where the system gives no thread, those that are there do the work, and nothing ticks")
  func withoutThreads() async {
    await #expect(processExitsWith: .success) {
      try Support.forbidThreads()
      let (begun, done) = (Counter(), Counter())
      let crew = Crew(jobs: 3)
      crew.forEach(below: 5) { _ in
        begun.add()
        crew.add { done.add() }
      }
      try #require(begun.value == 5 && done.value == 5)
      try #require(Ticker(everyMilliseconds: 1) {} == nil)
    }
  }
  #endif

  @Test("work that turns up is done before the crew is", arguments: [1, 2, 7])
  func added(jobs: Int) {
    let crew = Crew(jobs: jobs)
    let (done, begun) = (Counter(), Counter())
    crew.forEach(below: 3) { _ in
      for _ in 0..<200 { crew.add { done.add() } }
      begun.add()
    }
    #expect(done.value == 600)
    #expect(begun.value == 3)
  }

  @Test("who waits for work that was added sees it done", arguments: [1, 2, 7])
  func awaited(jobs: Int) {
    let crew = Crew(jobs: jobs)
    let early = Counter()
    crew.forEach(below: 5) { _ in
      let done = Counter()
      for _ in 0..<50 { crew.add { done.add() } }
      crew.work { done.value == 50 }
      if done.value < 50 { early.add() }
    }
    #expect(early.value == 0)
  }

  @Test("work that turns up in one place is done on several threads")
  func shared() {
    // The two pieces wait for each other; with one thread this would never end.
    let crew = Crew(jobs: 2)
    let arrived = Counter()
    crew.forEach(below: 1) { _ in
      for _ in 0..<2 {
        crew.add {
          arrived.add()
          while arrived.value < 2 {}
        }
      }
    }
    #expect(arrived.value == 2)
  }

  private final class Counter: Sendable {
    private let count = Atomic(0)
    var value: Int { count.load(ordering: .sequentiallyConsistent) }
    func add() { count.wrappingAdd(1, ordering: .sequentiallyConsistent) }
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
