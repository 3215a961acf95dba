/// A sentence that may quote what identifies a person, which is only shown where somebody asked for it.
///
/// It is written as a literal: `\(text)` is shown always, `\(personal: text)` and what looks like an address in
/// `\(scanned: text)` are not. Both are untrusted text.
public struct GuardedText: Sendable, Hashable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Sendable, Hashable {
    case open(String)
    case personal(String)
  }

  private var parts: [Part]

  /// A sentence that says nothing of anybody.
  public init(stringLiteral text: String) { parts = [.open(text)] }

  /// A sentence with values in it.
  public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  /// The text of somebody else; only what looks like an e-mail address or an IP address is taken for personal.
  ///
  /// - Parameter name: a name that is known to be a person's, wherever it stands in the text.
  public init(scanning text: String, hiding name: String? = nil) {
    guard let name, !name.isEmpty else {
      parts = Self.parts(of: text)
      return
    }
    parts = []
    var rest = text[...]
    while let range = rest.firstRange(of: name) {
      parts += Self.parts(of: String(rest[..<range.lowerBound])) + [.personal(name)]
      rest = rest[range.upperBound...]
    }
    parts += Self.parts(of: String(rest))
  }

  /// A text that is personal as a whole.
  public init(personal text: String) { parts = [.personal(text)] }

  /// The sentence, with or without what identifies a person.
  public func text(showingValues: Bool) -> String {
    parts.map { part in
      switch part {
      case .open(let text): text
      case .personal(let text): showingValues ? text : Self.hidden
      }
    }.joined()
  }

  /// What stands in the place of something that is not shown.
  public static let hidden = "[hidden]"

  /// One sentence after the other.
  public static func + (first: GuardedText, second: GuardedText) -> GuardedText {
    var sum = first
    sum.parts += second.parts
    return sum
  }

  /// What may stand in a literal.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// The literal's own words.
    public mutating func appendLiteral(_ literal: String) { parts.append(.open(literal)) }

    /// A value that identifies nobody.
    public mutating func appendInterpolation(_ text: String) { parts.append(.open(text)) }

    /// A whole number.
    public mutating func appendInterpolation(_ number: Int) { parts.append(.open(String(number))) }

    /// A value that identifies a person.
    public mutating func appendInterpolation(personal text: String) { parts.append(.personal(text)) }

    /// Somebody else's sentence, in which there may be addresses.
    public mutating func appendInterpolation(scanned text: String) { parts += GuardedText.parts(of: text) }

    /// A part that is guarded already.
    public mutating func appendInterpolation(_ text: GuardedText) { parts += text.parts }
  }

  // MARK: Looking for people

  /// The text in pieces, addresses of people and of computers told apart from the rest.
  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var open = ""
    var word = ""
    func close() {
      let isPersonal = looksPersonal(word)
      if isPersonal {
        parts += [.open(open), .personal(word)]
        open = ""
      } else {
        open += word
      }
      word = ""
    }
    for character in text {
      if character.isWhitespace || "\"'<>()[]{},;=|‘’“”«»".contains(character) {
        close()
        open.append(character)
      } else {
        word.append(character)
      }
    }
    close()
    return parts + [.open(open)]
  }

  /// Whether a word has the look of an e-mail address, a user principal name, an ARN of a session or an IP address.
  private static func looksPersonal(_ word: String) -> Bool {
    let bytes = word.utf8
    if let sign = bytes.firstIndex(of: UInt8(ascii: "@")), sign > bytes.startIndex,
      bytes.index(after: sign) < bytes.endIndex
    {
      return true
    }
    if word.lowercased().contains("%40") || word.contains("#EXT#") { return true }
    let trimmed = word
    let numbers = trimmed.prefix { $0.isNumber || $0 == "." }.split(separator: ".", omittingEmptySubsequences: false)
    if numbers.count >= 4, numbers.prefix(4).allSatisfy({ UInt8($0) != nil }) { return true }
    let groups = trimmed.split(separator: ":", omittingEmptySubsequences: false)
    return (groups.count == 8 || (groups.count > 2 && trimmed.contains("::")))
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
  }
}
