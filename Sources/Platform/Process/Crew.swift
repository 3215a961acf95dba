/// Threads among which work is divided: what is known beforehand, and what turns up while it is done.
public final class Crew: Sendable {
  /// How many processors there are: as many threads as are worth having.
  public static var processors: Int { System.processors }

  /// A piece of work; it runs once, on any thread.
  public typealias Work = @Sendable () -> Void

  private let jobs: Int
  private let board = Monitor(Board())

  private struct Board {
    /// Numbers that have not been begun.
    var numbers = 0..<0
    /// What is done for each.
    var body: (@Sendable (Int) -> Void)?
    /// Work that turned up and has not been begun, in the order in which it did.
    var queue: [Work] = []
    /// Pieces of work under way that may still add others.
    var begun = 0
    /// Threads that wait for something to become true.
    var watchers = 0
    /// Threads that are begun only when work turns up.
    var spare = 0
    var threads: [System.Thread] = []

    var isDone: Bool { begun == 0 && numbers.isEmpty && queue.isEmpty }
  }

  /// A crew of so many threads, the one that calls among them.
  public init(jobs: Int) { self.jobs = max(1, jobs) }

  /// Work that waits for a thread; when there is more, whoever adds it does some of it. It bounds the memory that waiting
  /// work holds.
  private var mostWaiting: Int { 4 * jobs }

  /// Runs something for each number below `count`, and all work that is added meanwhile; returns when everything is done.
  ///
  /// Numbers are begun in order. Where the system gives no more threads, those that are there do the work. One call at a
  /// time.
  public func forEach(below count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    board.withLock { board in
      (board.numbers, board.body) = (0..<count, body)
      board.spare = max(0, jobs - max(1, count))
    }
    start(min(jobs, count) - 1)
    work()
    let threads = board.withLock { board in
      defer { (board.threads, board.body) = ([], nil) }
      return board.threads
    }
    for thread in threads { System.join(thread) }
  }

  /// Adds work, from within the work that is under way. A crew of one does it at once.
  public func add(_ work: @escaping Work) {
    guard jobs > 1 else { return work() }
    let (own, spare) = board.withLock { board in
      board.queue.append(work)
      let isFull = board.queue.count > mostWaiting
      defer { board.spare = 0 }
      return (isFull ? board.queue.removeFirst() : nil, board.spare)
    }
    start(spare)
    board.wakeOne()
    guard let own else { return }
    own()
    finished(begun: 0)
  }

  /// Returns when something has become true by work that was added, and does some of it meanwhile.
  public func work(until isDone: @escaping @Sendable () -> Bool) {
    while true {
      let next: Work? = board.wait(
        for: { board in
          if isDone() { return .some(nil) }
          return board.queue.isEmpty ? nil : .some(board.queue.removeFirst())
        }, asleep: { $0.watchers += $1 })
      guard let next else { return }
      next()
      finished(begun: 0)
    }
  }

  private enum Task {
    case number(Int, @Sendable (Int) -> Void)
    case work(Work)
    case nothing
  }

  /// Does what there is to do until everything is done. What turned up goes first: it holds memory.
  private func work() {
    while true {
      let task = board.wait { board -> Task? in
        if !board.queue.isEmpty {
          board.begun += 1
          return .work(board.queue.removeFirst())
        }
        if let body = board.body, let number = board.numbers.popFirst() {
          board.begun += 1
          return .number(number, body)
        }
        return board.isDone ? .nothing : nil
      }
      switch task {
      case .number(let number, let body): body(number)
      case .work(let work): work()
      case .nothing: return
      }
      finished(begun: 1)
    }
  }

  private func finished(begun count: Int) {
    let isAwaited = board.withLock { board in
      board.begun -= count
      return board.watchers > 0 || board.isDone
    }
    if isAwaited { board.wakeAll() }
  }

  private func start(_ count: Int) {
    for _ in 0..<max(0, count) {
      guard let thread = try? System.startThread({ [self] in work() }) else { return }
      board.withLock { $0.threads.append(thread) }
    }
  }
}
