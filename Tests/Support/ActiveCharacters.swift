/// Characters that a terminal obeys, that turn the direction of writing, or that nobody sees.
public enum ActiveCharacters {
  private static let ranges: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200F, 0x2028...0x202E,
    0x2060...0x2064, 0x2066...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0001...0xE0001, 0xE0020...0xE007F,
  ]

  /// All of them: 218.
  public static let all: [Unicode.Scalar] = ranges.joined().compactMap(Unicode.Scalar.init)

  /// Those that XML allows in a value, where a parser leaves them as they are.
  public static let inXML = all.filter { $0.value >= 0x7F }

  /// Each behind a letter, so that nothing is a sequence, and a word of its own at the end, by which the text is found.
  public static func text(_ scalars: [Unicode.Scalar] = all, mark: String = "quagga") -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text += ["a", scalar] }
    return String(text) + mark
  }

  /// Those that a text holds, by their numbers; line feeds are of the document's own, and so are carriage returns before
  /// them where `breaksLinesByTwo`, and our colours and links where `isColoured`.
  public static func found(in text: String, breaksLinesByTwo: Bool = false, isColoured: Bool = false) -> [String] {
    var bare = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(String.UnicodeScalarView(breaksLinesByTwo && line.last == "\r" ? line.dropLast() : line))
    }.joined()
    if isColoured {
      bare = bare.replacing(/\u{1B}\[[0-9;]*m/, with: "").replacing(/\u{1B}\]8;;[!-~]*\u{1B}\\/, with: "")
    }
    let active = Set(all)
    return bare.unicodeScalars.filter(active.contains).map { String($0.value, radix: 16) }
  }
}
