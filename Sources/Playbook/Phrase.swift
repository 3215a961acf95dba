/// One line for a human, as segments, so that each output can style labels, code and values in its own way.
///
/// Written as a string literal: `**Save**` is the exact label of a console, `**Save**?` the same where the label is
/// only believed, `` `ACCEPT` `` is typed literally, and `\(.acsURL)` stands for a value of the set-up, checked by the
/// compiler. Markers that are not closed stay text; the tests refuse them.
public struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// A part of a phrase.
  public enum Segment: Sendable, Equatable {
    /// Plain words.
    case text(String)
    /// A label as the console shows it.
    case label(String, Certainty)
    /// Something that is typed, or compared, character by character.
    case code(String)
    /// The value of a fact of this set-up.
    case value(FactKey)
  }

  /// The parts in reading order; neighbouring texts are one segment.
  public let segments: [Segment]

  /// A phrase without a reference to a value.
  public init(stringLiteral text: String) {
    self.init(parsing: text)
  }

  /// A phrase assembled by the compiler from a literal with interpolations.
  public init(stringInterpolation: StringInterpolation) {
    segments = Self.joined(stringInterpolation.segments)
  }

  /// The segments of a text in the notation of literals.
  init(parsing text: String) {
    segments = Self.joined(Self.parse(text))
  }

  /// The facts that the phrase names, in reading order.
  public var references: [FactKey] {
    segments.compactMap { if case .value(let key) = $0 { key } else { nil } }
  }

  /// The labels that the phrase names, in reading order.
  public var labels: [Label] {
    segments.compactMap {
      if case .label(let text, let certainty) = $0 { Label(text, certainty: certainty) } else { nil }
    }
  }

  /// The phrase as bare words, without marks for labels and code.
  ///
  /// - Parameter value: the text of a fact. Where it gives nil, the fact's title stands in angle brackets.
  /// - Returns: text that is as trustworthy as the values put in; the caller makes it safe for its output.
  public func plain(value: (FactKey) -> String? = { _ in nil }) -> String {
    segments.map { segment in
      switch segment {
      case .text(let text), .label(let text, _), .code(let text): text
      case .value(let key): value(key) ?? "<\(key.definition.title)>"
      }
    }.joined()
  }

  /// Collects the parts of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var segments: [Segment] = []

    /// An empty collection; the compiler's size hints are not needed.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds a literal part, reading its marks.
    public mutating func appendLiteral(_ literal: String) {
      segments += Phrase.parse(literal)
    }

    /// Adds a reference to a value of the set-up.
    public mutating func appendInterpolation(_ key: FactKey) {
      segments.append(.value(key))
    }

    /// Adds words that are never read as marks, such as an identity provider's name.
    public mutating func appendInterpolation(text: String) {
      segments.append(.text(text))
    }

    /// Adds something that is typed or compared, and known only when the phrase is built.
    public mutating func appendInterpolation(code: String) {
      segments.append(.code(code))
    }

    /// Adds a label that is known only when the phrase is built.
    public mutating func appendInterpolation(label: Label) {
      segments.append(.label(label.text, label.certainty))
    }
  }
}

extension Phrase {
  /// Reads the marks of one literal part. An opening mark without its closing one is text.
  private static func parse(_ text: String) -> [Segment] {
    var segments: [Segment] = []
    var plain = ""
    var rest = Substring(text)
    func flush(_ plain: inout String) -> [Segment] {
      defer { plain = "" }
      return plain.isEmpty ? [] : [.text(plain)]
    }
    while let first = rest.first {
      if rest.hasPrefix("**"), let (inner, after) = enclosed(rest, by: "**") {
        let believed = after.first == "?"
        segments += flush(&plain) + [.label(String(inner), believed ? .believed : .confirmed)]
        rest = believed ? after.dropFirst() : after
      } else if first == "`", let (inner, after) = enclosed(rest, by: "`") {
        segments += flush(&plain) + [.code(String(inner))]
        rest = after
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    return segments + flush(&plain)
  }

  /// What stands between the mark at the start and its next occurrence, and what follows; nil where nothing does.
  private static func enclosed(_ text: Substring, by mark: String) -> (inner: Substring, after: Substring)? {
    let body = text.dropFirst(mark.count)
    var end = body.startIndex
    while end < body.endIndex {
      let tail = body[end...]
      if tail.hasPrefix(mark) {
        return end == body.startIndex ? nil : (body[..<end], tail.dropFirst(mark.count))
      }
      end = body.index(after: end)
    }
    return nil
  }

  /// Joins neighbouring texts, so that a phrase has one form however its literal was cut.
  private static func joined(_ segments: [Segment]) -> [Segment] {
    segments.reduce(into: []) { result, segment in
      if case .text(let more) = segment, case .text(let text)? = result.last {
        result[result.count - 1] = .text(text + more)
      } else {
        result.append(segment)
      }
    }
  }
}
