/// A line in an operator's own words: a note, a reason, what they saw. It was looked at before it came to be, so that
/// no journal gets a secret by way of a note.
public struct Statement: Sendable, Equatable, CustomStringConvertible {
  /// The words, on one line. They are untrusted, as every text from outside.
  public let text: String

  /// The longest statement, in Unicode scalars.
  public static let longest = 1_000

  /// Words that stand in a journal already.
  init(recorded text: String) { self.text = text }

  /// Takes an operator's words, with every run of white space made one blank.
  ///
  /// - Throws: a rejection where nothing was said, where it is too long, or where it looks like a secret.
  public init(_ words: String) throws(Rejection) {
    let expected = "a few words, at most \(Self.longest) characters"
    if let kind = SecretLookalike.found(in: words) { throw .secret(nil, kind, expected: expected) }
    let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else {
      throw Rejection(nil, "is empty", expected: expected, action: "say in a few words what you saw or why")
    }
    guard text.unicodeScalars.count <= Self.longest else {
      throw Rejection(
        nil, "is too long", expected: expected, action: "shorten it, or name the place where it is written")
    }
    self.text = text
  }

  /// The words.
  public var description: String { text }
}
