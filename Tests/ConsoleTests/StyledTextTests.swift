import Console
import Testing

@Suite struct StyledTextTests {
  static let coloured = Appearance(colour: true, hyperlinks: false, decoration: .unicode, text: .unicode, columns: 80)
  static let linked = Appearance(colour: false, hyperlinks: true, decoration: .unicode, text: .unicode, columns: 80)
  static let ascii = Appearance(colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 80)

  @Test("runs are plain without colour, and closed on every line with it")
  func rendering() {
    let text: StyledText = "\(.danger("error")): cannot read \(.path("\(untrusted: "a\u{1B}b")"))"
    #expect(text.rendered(.plain) == "error: cannot read a\\u{001B}b")
    #expect(text.rendered(Self.coloured) == "\u{1B}[1;31merror\u{1B}[0m: cannot read \u{1B}[36ma\\u{001B}b\u{1B}[0m")
    let lines = StyledText.strong("one\ntwo")
    #expect(lines.rendered(Self.coloured) == "\u{1B}[1mone\u{1B}[0m\n\u{1B}[1mtwo\u{1B}[0m")
  }

  @Test("an inner role wins over an outer one")
  func nesting() {
    let text = StyledText.quiet("see \(.code("KEY009")) first")
    #expect(text.rendered(Self.coloured) == "\u{1B}[2msee \u{1B}[0m\u{1B}[36mKEY009\u{1B}[0m\u{1B}[2m first\u{1B}[0m")
  }

  @Test("colour adds nothing but SGR: without it every word is in place", arguments: Role.allCases)
  func colourIsNotTheOnlyCarrier(role: Role) {
    let text = StyledText("a word, ") + StyledText("another").styled(role)
    var plain = ""
    var isEscape = false
    for character in text.rendered(Self.coloured) {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { plain.append(character) }
      if character == "m" { isEscape = false }
    }
    #expect(plain == "a word, another")
  }

  @Test("a control character in text of our own is escaped as well")
  func ownControlCharacters() {
    #expect(StyledText(ours: "a\u{1B}[1mb\u{9B}\n\tc").rendered(.plain) == "a\\u{001B}[1mb\\u{009B}\n\\u{0009}c")
  }

  @Test("links are OSC 8 where they are shown, and spelled out where not")
  func links() throws {
    let target = try #require(LinkTarget("https://example.com/a b\u{1B}é?x=1;2"))
    let uri = "https://example.com/a%20b%1B%C3%A9?x=1;2"
    #expect(StyledText.link(target).rendered(Self.linked) == "\u{1B}]8;;\(uri)\u{1B}\\\(uri)\u{1B}]8;;\u{1B}\\")
    #expect(StyledText.link(target).rendered(.plain) == uri)
    #expect(StyledText.link("the page", to: target).rendered(.plain) == "the page (\(uri))")
    #expect(StyledText.link("the page", to: target, spelledOut: false).rendered(.plain) == "the page")
    #expect(
      StyledText.link("the page", to: target).rendered(Self.linked)
        == "\u{1B}]8;;\(uri)\u{1B}\\the page\u{1B}]8;;\u{1B}\\")
  }

  @Test("two links side by side stay two")
  func neighbouringLinks() throws {
    let first = try #require(LinkTarget("https://a.example/"))
    let second = try #require(LinkTarget("https://b.example/"))
    let text: StyledText = "\(.link("a", to: first))\(.link("b", to: second))"
    #expect(
      text.rendered(Self.linked)
        == "\u{1B}]8;;https://a.example/\u{1B}\\a\u{1B}]8;;\u{1B}\\\u{1B}]8;;https://b.example/\u{1B}\\b\u{1B}]8;;\u{1B}\\"
    )
  }

  @Test(
    "only web addresses that show their host become links",
    arguments: [
      "javascript:alert(1)", "file:///etc/passwd", "https:/example.com", "https://", "https:///x",
      " https://example.com",
      "https://bank.example@evil.example/", "https://a\\@b/", "https://a\\b/", "ftp://example.com", "",
      "https://example.com/" + String(repeating: "a", count: 2000),
    ])
  func refusedLinks(url: String) {
    #expect(LinkTarget(url) == nil)
  }

  @Test("ASCII: our typography is respelled, foreign text is escaped exactly")
  func asciiText() {
    let text: StyledText = "Settings › “Users” … \(untrusted: "é…") \(mark: .done)"
    #expect(text.rendered(Self.ascii) == "Settings > \"Users\" ... \\u{00E9}\\u{2026} [x]")
    #expect(text.rendered(Self.linked) == "Settings › “Users” … é… ✓")
    #expect(text.rendered(.plain) == "Settings › “Users” … é… [x]")
  }

  @Test("markers that arise where runs meet are broken, with and without colour")
  func markersAcrossRuns() {
    let colons: StyledText = "  \(untrusted: ":")\(untrusted: ":error::x")"
    #expect(colons.rendered(.plain) == "  :\\u{003A}error::x")
    let hashes: StyledText = "\(untrusted: "##")\(.code("\(untrusted: "vso")"))\(untrusted: "[x]")"
    #expect(hashes.rendered(.plain) == "##vso\\u{005B}x]")
    #expect(!hashes.rendered(Self.coloured).contains("[x]"))
    let inside: StyledText = "role: \(untrusted: "arn:aws:iam::1:x")"
    #expect(inside.rendered(.plain) == "role: arn:aws:iam::1:x")
  }

  @Test("a value that wrapping puts at the start of a line cannot become a command")
  func markersAfterWrapping() {
    let text: StyledText = "\(untrusted: "aaaaaaaaaaaaaaaa ::set-env::x")"
    #expect(text.wrapped(for: .plain, width: 20).rendered(.plain) == "aaaaaaaaaaaaaaaa\n:\\u{003A}set-env::x")
  }

  @Test("interpolation: quoted, cut, numbers, joined")
  func interpolation() {
    let text: StyledText =
      "\(3) of \(17): \(quoted: "abcdef", limit: 4) \(SafeText("abcdef", limit: 3, countsOmitted: true))"
    #expect(text.rendered(.plain) == "3 of 17: \"abc…\" ab… (+4 characters)")
    #expect(["a", "b", "c"].joined(separator: ", ").rendered(.plain) == "a, b, c")
    #expect(StyledText("").isEmpty)
  }
}
