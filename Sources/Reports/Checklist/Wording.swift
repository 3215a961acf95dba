import Console
import Playbook

/// A sentence of which each part says whose it is, so that every document can show it in its own way and text of others
/// enters none by accident.
///
/// Literals are words of our own; the rest comes in by interpolations that name what it is.
struct Wording: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// A part of a sentence.
  enum Part: Sendable, Equatable {
    /// Words of our own.
    case text(String)
    /// A label as a console shows it.
    case label(String, Certainty)
    /// Something of our own that is typed character by character.
    case code(String)
    /// Text of others: a value, a name, a reason.
    case value(String)
    /// A value that is not known yet, by its title.
    case missing(String)
  }

  private(set) var parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }
  init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.text(text)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  static func + (first: Wording, second: Wording) -> Wording { Wording(first.parts + second.parts) }

  struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { parts.append(.text(literal)) } }
    mutating func appendInterpolation(_ number: Int) { parts.append(.text(String(number))) }
    mutating func appendInterpolation(_ wording: Wording) { parts += wording.parts }
    /// `\(ours: text)`: words of our own that are no literal.
    mutating func appendInterpolation(ours text: String) { parts.append(.text(text)) }
    /// `\(value: text)`: text of others.
    mutating func appendInterpolation(value text: String) { parts.append(.value(text)) }
    /// `\(missing: title)`: a value that is not known yet.
    mutating func appendInterpolation(missing title: String) { parts.append(.missing(title)) }
    /// `\(label)`: a label, with what older consoles show in its place.
    mutating func appendInterpolation(_ label: Label) {
      parts.append(.label(label.text, label.certainty))
      guard !label.formerly.isEmpty else { return }
      parts.append(.text(" (older: "))
      for (index, former) in label.formerly.enumerated() {
        if index > 0 { parts.append(.text(", ")) }
        parts.append(.label(former, .confirmed))
      }
      parts.append(.text(")"))
    }
  }

  // MARK: Lists

  /// Values of others, one after the other; a list without entries says so.
  static func values(_ values: [String]) -> Wording {
    values.isEmpty ? "none" : values.map { "\(value: $0)" }.list(", ")
  }

  // MARK: Forms

  /// The sentence in Markdown.
  ///
  /// - Parameter place: where it will stand.
  func markdown(in place: Markdown.Place = .text) -> String {
    parts.map { part in
      switch part {
      case .text(let text): Markdown.text(text)
      case .label(let text, let certainty):
        "**\(Markdown.text(text))**" + (certainty == .believed ? " (unconfirmed)" : "")
      case .code(let text), .value(let text): Markdown.code(text, in: place)
      case .missing(let title): "_‹\(Markdown.text(title))›_"
      }
    }.joined()
  }

  /// The sentence for a terminal.
  var styled: StyledText {
    parts.map { part -> StyledText in
      switch part {
      case .text(let text): StyledText(ours: text)
      case .label(let text, let certainty):
        "\(.label("\(ours: text)"))\(ours: certainty == .believed ? " (unconfirmed)" : "")"
      case .code(let text): .code("\(ours: text)")
      case .value(let text): .code("\(untrusted: text, limit: 200)")
      case .missing(let title): "\(mark: .ellipsis)\(.quiet("(\(ours: title))"))"
      }
    }.joined()
  }

  /// The bare words; as trustworthy as the values in them.
  var plain: String {
    parts.map { part in
      switch part {
      case .text(let text), .label(let text, _), .code(let text), .value(let text): text
      case .missing(let title): "<\(title)>"
      }
    }.joined()
  }
}

extension Sequence where Element == Wording {
  /// The wordings one after the other, with a separator of our own between.
  func list(_ separator: String) -> Wording {
    Wording(
      Array(map(\.parts).joined(separator: separator.isEmpty ? [] : [.text(separator)])))
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`: words of our own in a row.
  var enumeration: String {
    switch count {
    case 0, 1: first ?? ""
    default: dropLast().joined(separator: ", ") + " and " + self[count - 1]
    }
  }
}
