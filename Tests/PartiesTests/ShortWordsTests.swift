import Testing

@testable import Parties

@Suite("Short words")
struct ShortWordsTests {
  @Test(
    "words are found wherever they stand, in capitals or not",
    arguments: [
      ("aws", true), ("x.AWS", true), ("see Amazon", true), ("a w s", false), ("", false), ("aw", false),
      ("amazo", false), ("\u{212A}aws", true), ("awS3", true),
    ])
  func occurrence(text: String, occurs: Bool) {
    #expect(ShortWords("aws", "amazon").occur(in: text) == occurs)
  }

  @Test("of a long word the first eight letters count, and its neighbours do not")
  func longWord() {
    let words = ShortWords("placeholder")
    #expect(words.occur(in: "A PLACEHOLDER"))
    #expect(words.occur(in: "placehold"))
    #expect(!words.occur(in: "aplaceh older"))
  }

  @Test("nothing that AWS is known by is passed over")
  func everyName() {
    for name in AWSDomain.all + AWSDomain.marks + ["urn:amazon:webservices"] {
      #expect(AWSDomain.mayOccur(in: "https://x.\(name)/"), "\(name)")
    }
  }
}
