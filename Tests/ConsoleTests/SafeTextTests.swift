import Console
import Testing

@Suite struct SafeTextTests {
  @Test(
    "what a reader can see stays",
    arguments: [
      "https://sso.example.com/saml?x=1&y=2#z", "Société Générale", "株式会社　例", "Ünïcode — “quotes” …", "שלום",
      "हिन्दी", "e\u{301}", "🦊🏽", "arn:aws:iam::123456789012:role/x", "a # b [c] ##", "back\\slash", "",
    ])
  func kept(text: String) {
    #expect(SafeText(text).text == text)
  }

  @Test(
    "what a terminal would obey, or a reader not see, is shown as an escape",
    arguments: [
      ("\u{1B}[31mred", "\\u{001B}[31mred"), ("\u{1B}]0;title\u{7}", "\\u{001B}]0;title\\u{0007}"),
      ("\u{1B}]52;c;aGk=\u{1B}\\", "\\u{001B}]52;c;aGk=\\u{001B}\\"), ("\u{9B}6n", "\\u{009B}6n"),
      ("a\rb", "a\\u{000D}b"), ("a\u{8}b", "a\\u{0008}b"), ("\u{0}", "\\u{0000}"), ("\u{7F}", "\\u{007F}"),
      ("one\ntwo", "one\\ntwo"), ("\u{85}", "\\u{0085}"), ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
      ("a\u{202E}b\u{2066}c\u{61C}", "a\\u{202E}b\\u{2066}c\\u{061C}"),
      ("\u{200B}\u{200D}\u{FEFF}\u{AD}", "\\u{200B}\\u{200D}\\u{FEFF}\\u{00AD}"),
      ("\u{E000}\u{F8FF}\u{10FFFD}", "\\u{E000}\\u{F8FF}\\u{10FFFD}"), ("\u{FFFE}\u{10FFFF}", "\\u{FFFE}\\u{10FFFF}"),
      ("\u{0378}", "\\u{0378}"), ("\u{E0041}\u{E007F}", "\\u{E0041}\\u{E007F}"), ("\u{FE0F}", "\\u{FE0F}"),
      ("\u{E0100}", "\\u{E0100}"), ("a\u{A0}b\u{2003}", "a\\u{00A0}b\\u{2003}"),
      ("\u{3164}\u{2800}", "\\u{3164}\\u{2800}"),
    ])
  func escaped(text: String, expected: String) {
    #expect(SafeText(text).text == expected)
  }

  @Test("no character of the categories that are refused comes through, whatever the plane")
  func everyScalar() {
    var leaked: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = SafeText("x" + String(scalar)).text
      let refused: Bool =
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      if refused && shown.unicodeScalars.contains(scalar) { leaked.append(value) }
      if shown.isEmpty { leaked.append(value) }
    }
    #expect(leaked.isEmpty)
  }

  @Test("combining marks need a base, and at most four stay on one")
  func combiningMarks() {
    #expect(SafeText("\u{301}a").text == "\\u{0301}a")
    #expect(SafeText("a \u{301}").text == "a \\u{0301}")
    #expect(SafeText("\n\u{301}").text == "\\n\\u{0301}")
    let flood = "a" + String(repeating: "\u{301}", count: 6) + "b"
    #expect(
      Array(SafeText(flood).text.unicodeScalars)
        == Array("a\u{301}\u{301}\u{301}\u{301}\\u{0301}\\u{0301}b".unicodeScalars))
  }

  @Test("a tab is what the caller chose")
  func tab() {
    #expect(SafeText("a\tb").text == "a\\tb")
    #expect(SafeText("a\tb", tab: .spaces(1)).text == "a b")
    #expect(SafeText("a\tb", tab: .spaces(4)).text == "a    b")
    #expect(SafeText("\t::error", tab: .spaces(1)).text == " :\\u{003A}error")
  }

  @Test(
    "a cut never exceeds the width, never divides an escape, and counts what it left out",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde… (+2 characters)"), ("ab", 1, "… (+2 characters)"),
      ("ab\u{1B}cd", 9, "ab… (+3 characters)"), ("ab\u{1B}", 10, "ab\\u{001B}"), ("日本語", 5, "日本… (+1 character)"),
      ("日本語", 6, "日本語"), ("ae\u{301}o", 2, "a… (+3 characters)"), ("e\u{301}oo", 2, "e\u{301}… (+2 characters)"),
      ("abc", 0, "… (+3 characters)"),
    ])
  func cut(text: String, limit: Int, expected: String) {
    #expect(SafeText(text, limit: limit, countsOmitted: true).text == expected)
  }

  @Test(
    "bytes that are no text are counted behind a cut like all others",
    arguments: [
      ([0xFF, 0xFE, 0xFD, 0xFC], 5, "\\xFF… (+3 characters)"),
      ([0x61, 0x62, 0x63, 0xFF, 0x64], 3, "ab… (+3 characters)"),
      ([0xFF, 0xFE], 8, "\\xFF\\xFE"),
    ] as [([UInt8], Int, String)])
  func cutBytes(bytes: [UInt8], limit: Int, expected: String) {
    #expect(SafeText(bytes: bytes, limit: limit, countsOmitted: true).text == expected)
  }

  @Test("without a count a cut is the sign alone")
  func cutWithoutCount() {
    let long = SafeText(String(repeating: "a", count: 1_000_000), limit: 10)
    #expect(long.text == "aaaaaaaaa…")
    #expect(long.omitted == 999_991)
  }

  @Test(
    "markers of build servers are broken",
    arguments: [
      ("::error::x", ":\\u{003A}error::x"), ("  ::set-env name=A::b", "  :\\u{003A}set-env name=A::b"),
      ("　::error::", "　:\\u{003A}error::"), ("see ::error", "see :\\u{003A}error"), (":::", ":\\u{003A}:"),
      ("##[error]x", "##\\u{005B}error]x"), ("a##[group]", "a##\\u{005B}group]"), ("###[x", "###\\u{005B}x"),
      ("##vso[task.setvariable variable=a]b", "##vso\\u{005B}task.setvariable variable=a]b"),
      ("##VSO[x]", "##VSO\\u{005B}x]"), ("##teamcity[x]", "##teamcity\\u{005B}x]"), ("##a##[x", "##a##\\u{005B}x"),
    ])
  func markers(text: String, expected: String) {
    #expect(SafeText(text).text == expected)
  }

  @Test(
    "what only resembles a marker stays",
    arguments: ["a::b", "#[x]", "x:y", "[##]", "## [x]", "# # [", "a :b: c", "##\u{E9}[x]"])
  func noMarker(text: String) {
    #expect(SafeText(text).text == text)
  }

  @Test("bytes that are not UTF-8 are shown one by one")
  func bytes() {
    #expect(SafeText(bytes: Array("idp-é.xml".utf8)).text == "idp-é.xml")
    #expect(SafeText(bytes: [0x61, 0xFF, 0x62, 0xC3, 0x28, 0xE2, 0x82]).text == "a\\xFFb\\xC3(\\xE2\\x82")
    #expect(SafeText(bytes: [0x9B, 0x33, 0x31, 0x6D]).text == "\\x9B31m")
    #expect(SafeText(bytes: [0xED, 0xA0, 0x80]).text == "\\xED\\xA0\\x80")
    #expect(SafeText(bytes: []).text == "")
  }
}
