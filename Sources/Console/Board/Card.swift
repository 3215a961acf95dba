/// What stands above a question as long as its matter is at hand.
public struct Card: Sendable, Equatable {
  /// What tells one matter from another: a card of the same id is the same matter, whatever it says by now.
  public let id: String
  /// What it says.
  public var paragraphs: [Paragraph]

  /// Creates a card.
  public init(id: String, paragraphs: [Paragraph]) {
    self.id = id
    self.paragraphs = paragraphs
  }
}
