import Parties

/// Text in YAML that every reader takes for that text and nothing else: whatever goes into a YAML document of ours
/// passes here.
enum YAMLText {
  /// Any text as a scalar on one line: plain where no reader could take it for anything else, else in double quotes.
  ///
  /// The forms in quotes are those of YAML 1.1 and 1.2 alike (https://yaml.org/spec/1.2.2/, 5.7 and 7.3.1). What cannot
  /// be seen is written as an escape.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Any text as a comment on one line, without its sign.
  static func comment(_ text: String) -> String { String(quoted(text).dropFirst().dropLast()) }

  /// Any text in double quotes; also for what is a text although it looks like a number, such as an account's id.
  static func quoted(_ text: String) -> String {
    let hidden = Set(SuspiciousCharacter.all(in: text).map(\.scalar))
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if hidden.contains(scalar) { quoted += escape(scalar) } else { quoted.unicodeScalars.append(scalar) }
      }
    }
    return quoted + "\""
  }

  /// Only letters, digits and four signs that mean nothing inside a scalar, a letter first: no indicator of YAML, no
  /// number, no date.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    let isHarmless = text.utf8.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
    }
    return isHarmless && !words.contains(text.lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// What YAML 1.1 takes for a truth value or for nothing.
  private static let words: Set = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (sign, length) =
      switch scalar.value {
      case ...0xFF: ("x", 2)
      case ...0xFFFF: ("u", 4)
      default: ("U", 8)
      }
    return "\\" + sign + String(repeating: "0", count: length - digits.utf8.count) + digits
  }
}
