/// How long it takes until the effect of a step is seen.
public struct Wait: Sendable, Equatable {
  /// What takes how long, for people.
  public let words: Phrase
  /// The most minutes that it takes as a rule: after them it is worth another look.
  public let atMost: Int

  /// A wait, as in `Wait("It can take up to a day.", atMost: 24 * 60)`.
  public init(_ words: Phrase, atMost minutes: Int) {
    self.words = words
    atMost = minutes
  }
}
