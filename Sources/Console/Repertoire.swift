/// The characters that a stream can show.
public enum Repertoire: Sendable, Equatable {
  /// All of Unicode, as UTF-8.
  case unicode
  /// ASCII only.
  case ascii

  /// Our own typography in ASCII; whatever has no entry is escaped.
  private static let asciiForms: [Unicode.Scalar: String] = [
    "…": "...", "›": ">", "‹": "<", "→": "->", "←": "<-", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"",
    "”": "\"", "·": "-", "•": "*", "✓": "x", "\u{00A0}": " ", "×": "x", "≤": "<=", "≥": ">=",
  ]

  /// Text of ours in this repertoire: typography gets its ASCII form. Control characters other than the line feed are
  /// escaped in either repertoire, so that a slip elsewhere cannot become an escape sequence.
  func spelled(own text: String) -> String {
    respelled(text) { scalar in self == .ascii ? Self.asciiForms[scalar] : nil }
  }

  /// Foreign text (already safe) in this repertoire: exact, so what cannot be shown is escaped and never replaced.
  func spelled(foreign text: String) -> String {
    respelled(text) { _ in nil }
  }

  private func respelled(_ text: String, form: (Unicode.Scalar) -> String?) -> String {
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let form = form(scalar) {
        result += form
      } else if scalar == "\n"
        || (scalar.properties.generalCategory != .control && (scalar.isASCII || self == .unicode))
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += SafeText.escape(scalar)
      }
    }
    return result
  }
}

/// A sign that decorates text, in the form that the appearance allows. A mark stands beside words and never carries a
/// meaning alone.
public enum Mark: Sendable, Equatable {
  /// A step that is done.
  case done
  /// A step that waits for something.
  case waiting
  /// The step, or the thing, that it is about now.
  case current
  /// A step that was skipped.
  case skipped
  /// A step whose evidence changed.
  case stale
  /// An item of a list.
  case bullet
  /// One level deeper in a console's menus.
  case crumb
  /// What follows from it.
  case arrow
  /// Between two things on one line.
  case separator
  /// Something was left out.
  case ellipsis
  /// The margin beside an excerpt.
  case bar
  /// The corner above an excerpt.
  case corner

  /// The sign in the given repertoire.
  public func sign(in repertoire: Repertoire) -> String {
    let forms: (unicode: String, ascii: String) =
      switch self {
      case .done: ("✓", "[x]")
      case .waiting: ("○", "[ ]")
      case .current: ("▸", ">")
      case .skipped: ("–", "[-]")
      case .stale: ("↻", "[!]")
      case .bullet: ("•", "*")
      case .crumb: ("›", ">")
      case .arrow: ("→", "->")
      case .separator: ("·", "-")
      case .ellipsis: ("…", "...")
      case .bar: ("│", "|")
      case .corner: ("┌─", "-->")
      }
    return repertoire == .unicode ? forms.unicode : forms.ascii
  }
}
