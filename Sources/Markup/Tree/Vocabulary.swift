import Synchronization

/// The names that a caller knows beforehand, so that finding an element is comparing two small integers.
public struct Vocabulary: Sendable {
  /// The local names of each namespace, in the order of the terms' indices.
  let names: [(namespace: String, locals: [String])]
  /// Tells one vocabulary from another.
  let number: Int

  private static let made = Atomic(0)

  /// Names beyond that are not kept.
  static let mostNames: Int16 = 1_000

  /// Makes a vocabulary; the local name that is number `i` of them all becomes the term with index `i`. At most 1,000 are
  /// kept.
  public init(_ names: [(namespace: String, locals: [String])]) {
    self.names = names
    number = Self.made.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}

/// One name of a `Vocabulary`.
public struct Term: Hashable, Sendable {
  /// Position in the vocabulary.
  public let index: UInt16

  /// Names the local name that is number `index` of a vocabulary.
  public init(_ index: UInt16) { self.index = index }
}
