/// Those who judge the entities of a group while the next ones are read.
public protocol Workers: Sendable {
  /// Takes work on; it is done on any thread, at once or later.
  func add(_ work: @escaping @Sendable () -> Void)

  /// Returns when something has become true by work that was added, and helps until then.
  func work(until isDone: @escaping @Sendable () -> Bool)
}
