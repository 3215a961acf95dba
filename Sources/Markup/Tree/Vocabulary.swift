import Synchronization

/// The names that a caller knows beforehand, so that finding an element is comparing two small integers.
public struct Vocabulary: Sendable {
  /// Namespace name and local name of every term, in the order of the terms' indices.
  let entries: [(namespace: String, local: String)]
  /// Tells one vocabulary from another.
  let number: Int

  private static let made = Atomic(0)

  /// Makes a vocabulary; entry `i` becomes the term with index `i`. At most 1,000 entries are kept.
  public init(_ entries: [(namespace: String, local: String)]) {
    self.entries = Array(entries.prefix(1_000))
    number = Self.made.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}

/// One name of a `Vocabulary`.
public struct Term: Hashable, Sendable {
  /// Position in the vocabulary.
  public let index: UInt16

  /// Names entry `index` of a vocabulary.
  public init(_ index: UInt16) { self.index = index }
}
