import Parties
import Testing

@Suite struct TextDifferenceTests {
  private static let issuer = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3"

  @Test func equalTextsDoNotDiffer() {
    #expect(TextDifference(expected: Self.issuer, found: Self.issuer) == nil)
    #expect(TextDifference(expected: "", found: "") == nil)
  }

  static let kinds: [(String, String, TextDifference.Kind)] = [
    (issuer, issuer + "/", .trailingSlash),
    (issuer + "/", issuer, .trailingSlash),
    (issuer, issuer + " ", .whiteSpace),
    (issuer, "\t" + issuer, .whiteSpace),
    ("AWS Admins", "AWS  Admins", .whiteSpace),
    (issuer, "HTTPS://EU-west-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3", .letterCase),
    ("https://a.example/x", "http://a.example/x", .scheme),
    ("https://a.example/x", "a.example/x", .scheme),
    ("é", "e\u{301}", .unicodeForm),
    (issuer, String(issuer.dropLast(2)), .cutShort),
    (issuer, issuer + "99", .goesOn),
    ("", "x", .goesOn),
    (issuer, issuer.replacingLast(with: "4"), .other),
  ]

  @Test(arguments: kinds)
  func theKindIsNamed(_ expected: String, _ found: String, _ kind: TextDifference.Kind) {
    #expect(TextDifference(expected: expected, found: found)?.kind == kind)
  }

  @Test func invisibleCharactersAreNamed() throws {
    let found = try #require(TextDifference(expected: "AWS Admins", found: "AWS\u{A0}Admins"))
    #expect(found.description == "holds a character that cannot be seen: U+00A0 NO-BREAK SPACE, at character 4")
    let missing = try #require(TextDifference(expected: "a\u{200B}b", found: "ab"))
    #expect(missing.description == "lacks a character that cannot be seen: U+200B ZERO WIDTH SPACE, at character 2")
  }

  @Test func aRegionIsNamed() throws {
    let found = "https://eu-central-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3"
    let difference = try #require(TextDifference(expected: Self.issuer, found: found))
    #expect(difference.description == "has the Region eu-central-1 where eu-west-1 is expected")
    #expect(difference.offset == 11)
    let alsoOther = try #require(TextDifference(expected: Self.issuer, found: found + "9"))
    #expect(alsoOther.kind == .other)
  }

  @Test func thePlaceCountsCharactersFromOne() throws {
    let difference = try #require(TextDifference(expected: "éab", found: "éax"))
    #expect(difference.offset == 3)
    #expect(difference.position == 3)
    #expect(
      difference.description
        == "differs first at character 3: U+0078 LATIN SMALL LETTER X in place of U+0062 LATIN SMALL LETTER B")
    let cut = try #require(TextDifference(expected: "abc", found: "ab"))
    #expect(cut.description == "stops after character 2 of the expected one")
  }

  @Test func wordsSayWhichOfTheTwo() throws {
    let slash = try #require(TextDifference(expected: "https://a.example", found: "https://a.example/"))
    #expect(slash.description == "ends in a slash; the expected one does not")
    let scheme = try #require(TextDifference(expected: "https://a.example", found: "http://a.example"))
    #expect(scheme.description == "begins with http://; the expected one begins with https://")
  }
}

extension String {
  fileprivate func replacingLast(with last: String) -> String { String(dropLast()) + last }
}
