import Console
import Support
import Testing

/// Random texts made of the pieces that attacks are made of, through every way that text of others takes to a terminal.
@Suite struct HostileTextTests {
  static let pieces: [String] = [
    ":", "::", "#", "##", "[", "]", "vso", "TeamCity", "error", " ", "  ", "\u{3000}", "\u{A0}", "\n", "\r", "\t",
    "\u{0}",
    "\u{1B}", "\u{1B}[2J", "\u{1B}]8;;x\u{1B}\\", "\u{9B}", "\u{7F}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}",
    "\u{301}", "\u{FE0F}", "\u{2028}", "\u{E0041}", "\u{FFFE}", "é", "日本", "🦊", "a", "long-word", "\\", "%0A",
  ]

  /// GitHub's and Azure's way of finding commands in a line, written after their descriptions and not after our guard.
  static func isObeyed(_ line: String) -> Bool {
    let trimmed = line.drop { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    if trimmed.hasPrefix("::") { return true }
    let lowered = line.lowercased()
    return ["##[", "##vso[", "##teamcity["].contains { lowered.contains($0) }
  }

  @Test("the runner's way of finding commands finds some")
  func control() {
    for line in ["::error::x", "\u{3000} ::x", "a ##[x", "##VSO[x]"] { #expect(Self.isObeyed(line)) }
    #expect(!Self.isObeyed("a::b"))
  }

  @Test("nothing gets through, whole, cut, wrapped or in pieces")
  func hostile() {
    var numbers = SeededNumbers(seed: 0x9E37_79B9_7F4A_7C15)
    let ascii = Appearance(colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 40)
    for _ in 0..<4_000 {
      let parts = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
        Self.pieces.randomElement(using: &numbers) ?? ""
      }
      let whole = parts.joined()
      let limit = Int.random(in: 1...30, using: &numbers)
      let cut = SafeText(whole, limit: limit)
      #expect(DisplayWidth.columns(of: cut.text) <= limit)

      var styled: StyledText = "  "
      for part in parts { styled += StyledText(SafeText(part)).styled(Bool.random(using: &numbers) ? .code : .plain) }
      let width = Int.random(in: 10...40, using: &numbers)
      let shown: [String] =
        [SafeText(whole).text, cut.text, SafeText(bytes: Array(whole.utf8), tab: .spaces(2)).text]
        + [Appearance.plain, ascii].flatMap { appearance in
          [
            styled.rendered(appearance), styled.wrapped(for: appearance, width: width).rendered(appearance),
            StyledText("\(untrusted: whole)").wrapped(for: appearance, width: width, indent: 2).rendered(appearance),
          ]
        }
      for text in shown {
        for line in text.split(separator: "\n") { #expect(!Self.isObeyed(String(line)), "\(parts) \(line)") }
        let bad = text.unicodeScalars.contains { scalar in
          switch scalar.properties.generalCategory {
          case .control: scalar != "\n"
          case .format, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator: true
          default: false
          }
        }
        #expect(!bad, "\(parts)")
      }
    }
  }
}
