import Rules
import Testing

/// Messages that depend on what was found.
@Suite struct MessageTests {
  private func messages(_ id: String, of text: String) -> [String] {
    ExampleTests.judge.judge(Array(text.utf8), path: "a.xml").findings.filter { $0.rule.id == id }.map(\.message)
  }

  @Test(
    "a reference to a forbidden character is told from a stray ampersand and from a broken reference",
    arguments: [
      ("<a>AT & T</a>", "this & does not begin a reference; a literal & is written &amp;"),
      ("<a b=\"?x=1&y=2\"/>", "this & does not begin a reference; a literal & is written &amp;"),
      ("<a>&#27;</a>", "'&#27;' stands for a character that XML does not allow"),
      ("<a>&#x00;</a>", "'&#x00;' stands for a character that XML does not allow"),
      ("<a>&#;</a>", "'&#;' is not a complete character reference; one is written &#38; or &#x26;"),
      ("<a>&#x1</a>", "'&#x1' is not a complete character reference; one is written &#38; or &#x26;"),
      ("<a>&#1F;</a>", "'&#1F;' is not a complete character reference; one is written &#38; or &#x26;"),
    ])
  func malformedReference(text: String, message: String) {
    #expect(messages("XML004", of: text) == [message])
  }

  @Test(
    "only white space as XML has it stands between two protocols",
    arguments: [
      (" ", true), (" \t\r\n ", true), ("&#9;", true), ("&#13;&#10;", true), ("\u{A0}", false), ("\u{2003}", false),
      ("&#x85;", false),
    ])
  func protocols(between: String, isKnown: Bool) throws {
    let rule = try #require(Catalogue.rule(named: "IDP007"))
    let good = try #require(rule.passing.first { $0.text.contains(":protocol  urn:") })
    let text = good.text.replacing(":protocol  urn:", with: ":protocol\(between)urn:")
    #expect(messages("IDP007", of: text).isEmpty == isKnown)
  }

  @Test("a list of NameID formats that is cut says how many are left out", arguments: [(4, ""), (6, " and 2 more")])
  func manyFormats(count: Int, more: String) throws {
    let rule = try #require(Catalogue.rule(named: "NID001"))
    let first = try #require(rule.failing.first)
    let example = MarkedText(first.text).text
    let uri = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
    let extra = String(repeating: "<md:NameIDFormat>\(uri)</md:NameIDFormat>", count: count - 2)
    let text = example.replacing("<md:NameIDFormat>\(uri)", with: extra + "<md:NameIDFormat>\(uri)")
    #expect(
      messages("NID001", of: text) == [
        "IAM Identity Center requires emailAddress; found only transient, persistent, persistent, persistent" + more
      ])
  }

  @Test("numbers of characters are grouped") func groupedNumbers() throws {
    let rule = try #require(Catalogue.rule(named: "AWS001"))
    let example = try #require(rule.failing.first)
    let message = try #require(messages("AWS001", of: example.text).first)
    #expect(message.hasPrefix("the file has 7") && message.hasSuffix(" characters; AWS accepts up to 75,000"))
    #expect(message.dropFirst("the file has 7".count).dropFirst().first == ",")
  }
}
