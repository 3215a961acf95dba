/// Text in an XML 1.0 document: the only way in which anything reaches one.
enum XMLText {
  /// An element on lines of its own, indented by two blanks for each level.
  static func open(_ name: String, _ attributes: [(String, String)], depth: Int, isEmpty: Bool = false) -> String {
    let written = attributes.map { " \($0.0)=\"\(attribute($0.1))\"" }.joined()
    return String(repeating: "  ", count: depth) + "<\(name)\(written)\(isEmpty ? "/" : "")>"
  }

  /// An element with text in it.
  static func element(_ name: String, _ attributes: [(String, String)] = [], text: String, depth: Int) -> String {
    "\(open(name, attributes, depth: depth))\(content(text))</\(name)>"
  }

  /// The value of an attribute, to be put between quotation marks.
  static func attribute(_ value: String) -> String {
    escaped(value) { scalar in
      switch scalar {
      case "\"": "&quot;"
      // A reader makes blanks of these unless they are written so.
      case "\t": "&#9;"
      case "\n": "&#10;"
      default: nil
      }
    }
  }

  /// Character data.
  static func content(_ text: String) -> String { escaped(text) { _ in nil } }

  private static func escaped(_ text: String, _ special: (Unicode.Scalar) -> String?) -> String {
    // A view of scalars copies everything that it holds when texts are appended to it; a text does not.
    var written = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": written += "&amp;"
      case "<": written += "&lt;"
      // Only as the end of "]]>" must it be written so, and everywhere it may.
      case ">": written += "&gt;"
      case "\r": written += "&#13;"
      default:
        if let escape = special(scalar) {
          written += escape
        } else {
          written.unicodeScalars.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
        }
      }
    }
    return written
  }

  /// Whether XML 1.0 has the character (section 2.2): what it has not makes a document unreadable, escaped or not.
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}
