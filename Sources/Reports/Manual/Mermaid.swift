import Console

/// Text in a Mermaid diagram that ends no line, statement or fence: everything that goes into a diagram passes here.
enum Mermaid {
  /// Any text as a part of a message, a note or a name.
  ///
  /// What could mean something to Mermaid, to the HTML that it makes or to the Markdown around it is written as the
  /// number of the character, which Mermaid shows as the character.
  static func text(_ text: String) -> String {
    let scalars = Array(SafeText(text).body.unicodeScalars)
    return scalars.enumerated().map { index, scalar in
      isPlain(scalar, before: scalars[(index + 1)...]) ? String(scalar) : "#\(scalar.value);"
    }.joined()
  }

  /// Any text on lines of its own, broken where an address may be broken, so that the parties stay close together.
  static func lines(_ text: String) -> String {
    pieces(of: SafeText(text).body).map(Self.text).joined(separator: "<br/>")
  }

  private static func isPlain(_ scalar: Unicode.Scalar, before rest: ArraySlice<Unicode.Scalar>) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "_", "/", "(", ")", "‹", "›": true
    // Only before the rest of an address, where neither Mermaid nor a reader takes it for more.
    case ":": rest.starts(with: ["/", "/"])
    default: false
    }
  }

  /// The text in pieces: each ends before a slash where that is possible, and none is much longer than a line.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for part in parts(of: text) {
      if !piece.isEmpty, piece.count + part.count > lineLength {
        pieces.append(piece)
        piece = ""
      }
      piece += part
      while piece.count > longestLine {
        pieces.append(String(piece.prefix(longestLine)))
        piece = String(piece.dropFirst(longestLine))
      }
    }
    return pieces + [piece]
  }

  /// The text cut before each slash that follows something else than a slash, the scheme's excepted.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    for character in text {
      if character == "/", let last = part.last, last != "/", last != ":" {
        parts.append(part)
        part = ""
      }
      part.append(character)
    }
    return parts + [part]
  }

  private static let lineLength = 42
  private static let longestLine = 60
}
