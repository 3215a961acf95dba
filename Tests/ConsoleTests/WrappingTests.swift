import Console
import Testing

@Suite struct WrappingTests {
  @Test("words go to the next line, which hangs")
  func paragraph() {
    let text: StyledText = "the quick brown fox jumps over the lazy dog"
    #expect(
      text.wrapped(for: .plain, width: 20, indent: 2, hanging: 4).rendered(.plain) == """
          the quick brown
            fox jumps over
            the lazy dog
        """)
  }

  @Test("a line may be filled to the last column, and columns are counted, not characters")
  func columns() {
    #expect(
      StyledText("aaaaaaaaaa bbbbbbbbb").wrapped(for: .plain, width: 20).rendered(.plain) == "aaaaaaaaaa bbbbbbbbb")
    #expect(
      StyledText("aaaaaaaaaa bbbbbbbbbb").wrapped(for: .plain, width: 20).rendered(.plain) == "aaaaaaaaaa\nbbbbbbbbbb")
    #expect(StyledText("日本語日本 語日本語日").wrapped(for: .plain, width: 20).rendered(.plain) == "日本語日本\n語日本語日")
    #expect(StyledText("日本語日本 語日本語").wrapped(for: .plain, width: 20).rendered(.plain) == "日本語日本 語日本語")
  }

  @Test("addresses and commands stay whole, words run through styles")
  func whole() {
    let address = "https://portal.sso.eu-central-1.amazonaws.com/saml/assertion/x"
    let text: StyledText = "see \(untrusted: address) now"
    #expect(text.wrapped(for: .plain, width: 20).rendered(.plain) == "see\n\(address)\nnow")
    let command: StyledText = "then type \(.command("signpost validate a.xml")), please"
    #expect(command.wrapped(for: .plain, width: 20).rendered(.plain) == "then type\nsignpost validate a.xml,\nplease")
    let styled: StyledText = "aaaaaaaaaaaaaaa \(.strong("bb"))cc\(.code("dd"))"
    #expect(styled.wrapped(for: .plain, width: 20).rendered(.plain) == "aaaaaaaaaaaaaaa\nbbccdd")
  }

  @Test("our own line breaks and leading blanks stay, blanks at a break go")
  func breaks() {
    #expect(StyledText("a\n\n  b  c").wrapped(for: .plain, width: 40, indent: 2).rendered(.plain) == "  a\n\n    b  c")
    #expect(
      StyledText("aaaaaaaaaa   bbbbbbbbbb ").wrapped(for: .plain, width: 20).rendered(.plain)
        == "aaaaaaaaaa\nbbbbbbbbbb")
  }

  @Test("the narrowest terminal still gets ten columns beside the indent")
  func narrow() {
    #expect(
      StyledText("aaaa bbbb cccc").wrapped(for: .plain, width: 1, indent: 8).rendered(.plain)
        == "        aaaa bbbb\n        cccc")
  }

  @Test("an entry aligns its meaning, or begins it on the next line")
  func entry() {
    let narrow = StyledText.entry("--quiet", "no progress and no hints", for: .plain, width: 30, column: 12)
    #expect(narrow.rendered(.plain) == "  --quiet   no progress and no\n            hints")
    let wide = StyledText.entry("--idp-metadata", "the file", for: .plain, width: 30, column: 12)
    #expect(wide.rendered(.plain) == "  --idp-metadata\n            the file")
    #expect(StyledText.entry("a", .empty, for: .plain, column: 12).rendered(.plain) == "  a")
    // Beside the term there would be room for a word or two.
    let below = StyledText.entry("status", "no progress and no hints at all", for: .plain, width: 30, column: 18)
    #expect(below.rendered(.plain) == "  status\n      no progress and no hints\n      at all")
  }

  @Test("what is wrapped for ASCII is measured in ASCII, and stays exact")
  func ascii() {
    let appearance = Appearance(colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 20)
    let text: StyledText = "aaaaaaaaaaaa \(untrusted: "é")…"
    #expect(text.wrapped(for: appearance).rendered(appearance) == "aaaaaaaaaaaa\n\\u{00E9}...")
  }
}
