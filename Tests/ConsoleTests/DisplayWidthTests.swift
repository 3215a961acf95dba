import Console
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    "columns",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("가", 2), ("\u{1100}\u{1161}", 2),
      ("🦊", 2), ("🦊🏽", 4), ("👍🏽", 2), ("👩\u{200D}💻", 2), ("🇩🇪", 2), ("☎", 1), ("☎\u{FE0F}", 2), ("❤", 1), ("⌚", 2),
      ("\u{200B}", 0), ("\u{1B}[1m", 3), ("…", 1), ("─", 1), ("　", 2), ("שָׁ", 1), ("𠀋", 2), ("\u{303F}", 1), ("㉈", 1),
    ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }
}
