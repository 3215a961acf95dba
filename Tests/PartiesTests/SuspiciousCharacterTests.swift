import Parties
import Testing

@Suite struct SuspiciousCharacterTests {
  static let suspicious: [(Unicode.Scalar, SuspiciousCharacter.Kind, String)] = [
    ("\u{0}", .control, "U+0000 NULL"),
    ("\u{1B}", .control, "U+001B ESCAPE"),
    ("\u{7F}", .control, "U+007F DELETE"),
    ("\u{9B}", .control, "U+009B CONTROL"),
    ("\u{A0}", .unusualSpace, "U+00A0 NO-BREAK SPACE"),
    ("\u{2009}", .unusualSpace, "U+2009 THIN SPACE"),
    ("\u{AD}", .softHyphen, "U+00AD SOFT HYPHEN"),
    ("\u{200B}", .zeroWidth, "U+200B ZERO WIDTH SPACE"),
    ("\u{FEFF}", .zeroWidth, "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ("\u{202E}", .bidirectional, "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("\u{2067}", .bidirectional, "U+2067 RIGHT-TO-LEFT ISOLATE"),
    ("\u{2028}", .lineSeparator, "U+2028 LINE SEPARATOR"),
    ("\u{E0041}", .tag, "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ("\u{FE0F}", .variationSelector, "U+FE0F VARIATION SELECTOR-16"),
    ("\u{FFFD}", .notText, "U+FFFD REPLACEMENT CHARACTER"),
    ("\u{1FFFE}", .notText, "U+1FFFE"),
  ]

  @Test(arguments: suspicious)
  func isListedWithPlaceAndName(_ scalar: Unicode.Scalar, _ kind: SuspiciousCharacter.Kind, _ name: String) {
    let found = SuspiciousCharacter.all(in: "aé\(scalar)b")
    #expect(found.map(\.scalar) == [scalar])
    #expect(found.map(\.offset) == [3])
    #expect(found.map(\.kind) == [kind])
    #expect(found.map(\.description) == [name])
  }

  @Test func ordinaryTextIsNotListed() {
    #expect(SuspiciousCharacter.all(in: "Zoë's team: 日本語, عربى, emoji 🙂, tab\tand\r\nline ends").isEmpty)
  }

  @Test func allAreListedInReadingOrder() {
    #expect(SuspiciousCharacter.all(in: "\u{200B}a\u{200B}").map(\.offset) == [0, 4])
  }
}
