/// A text that a console shows, exactly as it shows it: a menu, a tab, a button or a field.
public struct Label: Sendable, Equatable, ExpressibleByStringLiteral {
  /// The text of today's console.
  public let text: String
  /// What older consoles show in its place, newest first; empty where no other text is known.
  public let formerly: [String]
  /// Whether the text was seen in a source.
  public let certainty: Certainty

  /// A label, with the texts that it had before.
  public init(_ text: String, formerly: [String] = [], certainty: Certainty = .confirmed) {
    self.text = text
    self.formerly = formerly
    self.certainty = certainty
  }

  /// A confirmed label without a history.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
