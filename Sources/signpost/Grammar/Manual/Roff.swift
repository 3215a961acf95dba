/// Text as the macros of a manual page take it. Only ASCII comes out, so that no reader has to be told an encoding.
enum Roff {
  /// Running text. Each sentence begins a line of its own, for the formatter looks for its end there; no line is longer
  /// than readers of the source expect.
  static func prose(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    var rest = text.split(separator: " ")[...]
    while let word = rest.popFirst() {
      let next = escaped(String(word))
      if !line.isEmpty, line.utf8.count + next.utf8.count >= longestLine {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + next
      if word.hasSuffix("."), rest.first?.first?.isUppercase == true {
        lines.append(line)
        line = ""
      }
    }
    return (lines + [line]).map(guarded).joined(separator: "\n")
  }

  private static let longestLine = 78

  /// Several words as one argument of a macro; nothing in it is taken for a macro or for punctuation.
  static func argument(_ text: String) -> String { "\"\\&" + escaped(text) + "\"" }

  /// What would be a request at the beginning of a line is none.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// Characters that mean something to the formatter, or that it would replace by nicer ones: what is to be typed must
  /// come out as it is typed.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "\"": "\\(dq"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "\n": " "
      // A terminal without it would show nothing.
      case "\u{2026}": "..."
      default:
        if scalar.isASCII {
          String(scalar)
        } else {
          "\\[u\(padded(String(scalar.value, radix: 16, uppercase: true)))]"
        }
      }
    }.joined()
  }

  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
