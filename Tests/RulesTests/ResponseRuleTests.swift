import Markup
import SAML
import Testing

@testable import Rules

@Suite("Rules about responses")
struct ResponseRuleTests {
  private static func findings(_ example: ResponseExample, _ text: String) -> [ResponseFinding] {
    ResponseJudge(example.expectation, now: ExampleTests.now).judge(Array(text.utf8)) { _ in example.verification }
      .findings
  }

  /// Changes that must not matter.
  static let reruns: [(String, @Sendable (String) -> String)] = [
    ("as written", { $0 }), ("carriage returns", { $0.replacing("\n", with: "\r\n") }),
    ("byte-order mark", { "\u{FEFF}" + $0 }), ("a comment before", { "<!-- Zoë 😀 -->" + $0 }),
    (
      "other prefixes",
      { text in
        text.replacing("samlp:", with: "saml2p:").replacing("xmlns:samlp=", with: "xmlns:saml2p=")
          .replacing("saml:", with: "s:").replacing("xmlns:saml=", with: "xmlns:s=")
      }
    ),
    ("single quotes", { $0.contains("'") ? $0 : $0.replacing("\"", with: "'") }),
  ]

  @Test("each failing example is reported where it is marked", arguments: ResponseRule.catalogue.map(\.id))
  func failing(id: String) throws {
    let rule = try #require(ResponseRule.named(id))
    #expect(!rule.failing.isEmpty && !rule.passing.isEmpty)
    for (name, change) in Self.reruns {
      for example in rule.failing {
        let marked = MarkedText(change(example.text))
        let own = Self.findings(example, marked.text).filter { $0.rule.id == id }
        if marked.ranges.isEmpty {
          #expect(own.count == 1, "\(name): \(example.excerpt.prefix(200))")
        } else {
          let ranges = own.map { $0.range.lowerBound..<$0.range.upperBound }.sorted { $0.lowerBound < $1.lowerBound }
          #expect(ranges == marked.ranges, "\(name): \(example.excerpt.prefix(200))")
        }
      }
      for example in rule.passing {
        let own = Self.findings(example, change(example.text)).filter { $0.rule.id == id }
        #expect(
          own.isEmpty, "\(name): \(example.excerpt.prefix(200)) \(own.map { $0.message.text(showingValues: true) })")
      }
    }
  }

  @Test(
    "one cause gives one finding: what breaks one rule breaks no other", arguments: ResponseRule.catalogue.map(\.id))
  func oneCause(id: String) throws {
    let rule = try #require(ResponseRule.named(id))
    for example in rule.failing {
      let others = Self.findings(example, MarkedText(example.text).text).filter {
        $0.rule.id != id && $0.rule.severity > .note
      }
      #expect(others.map(\.rule.id) == [], "\(example.excerpt.prefix(200))")
    }
  }

  @Test("a good response is silent, whether much is known or nothing")
  func good() {
    #expect(Self.findings(.good, ResponseExample.good.text).isEmpty)
    let verdict = ResponseJudge(ResponseExpectation(), now: ExampleTests.now).judge(
      Array(ResponseExample.good.text.utf8))
    #expect(verdict.findings.isEmpty && verdict.isGood && verdict.isMessage)
  }

  @Test("each rule is a page, and its number its own")
  func catalogue() {
    let rules = ResponseRule.catalogue
    #expect(Set(rules.map(\.id)).count == rules.count && Set(rules.map(\.name)).count == rules.count)
    let others = Set(Catalogue.rules.map(\.name) + ListRule.catalogue.map(\.name))
    for rule in rules {
      #expect(rule.id.hasPrefix("RESP") && rule.id.count == 7 && !others.contains(rule.name), "\(rule.name)")
      #expect(rule.name.allSatisfy { $0.isLowercase || $0 == "-" } && !rule.name.hasPrefix("no-"))
      #expect(!rule.summary.hasSuffix(".") && rule.cause.hasSuffix(".") && rule.remedy.hasSuffix("."))
      #expect(rule.references.allSatisfy { $0.url.hasPrefix("https://") } && !rule.references.isEmpty)
      #expect(ResponseRule.named(rule.id.lowercased())?.id == rule.id && ResponseRule.named(rule.name)?.id == rule.id)
    }
  }

  @Test("no message says who it was, unless it is asked to")
  func guarded() {
    for rule in ResponseRule.catalogue {
      for example in rule.failing {
        for finding in Self.findings(example, MarkedText(example.text).text) {
          let text = finding.message.text(showingValues: false)
          #expect(
            !["ada@", "ada_", "'ada'", "\\ada"].contains { text.lowercased().contains($0) }, "\(rule.id): \(text)")
        }
      }
    }
    let text = GuardedText(
      scanning: "AADSTS50105: 'ada@example.com' (IP 192.0.2.7, 2001:db8::7) at 10:20:30 is not assigned.")
    let shown = text.text(showingValues: false)
    #expect(shown == "AADSTS50105: '[hidden]' (IP [hidden], [hidden]) at 10:20:30 is not assigned.")
    #expect(text.text(showingValues: true).contains("ada@example.com"))
    let named = GuardedText(scanning: "no user lovelace; lovelace is unknown", hiding: "lovelace")
    #expect(named.text(showingValues: false) == "no user [hidden]; [hidden] is unknown")
    #expect(named.text(showingValues: true) == "no user lovelace; lovelace is unknown")
  }

  @Test("what a document is refused for before it is looked at")
  func hostile() {
    let head = "xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
    let texts = [
      "<!DOCTYPE r [<!ENTITY a \"b\">]><samlp:Response \(head)>&a;</samlp:Response>",
      "<samlp:Response \(head)>" + String(repeating: "<a>", count: 100),
      "<samlp:Response \(head) " + (0..<300).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>",
      "<samlp:Response \(head)><a>" + String(repeating: "x", count: 2 << 20) + "</a></samlp:Response>",
    ]
    for text in texts {
      let verdict = ResponseJudge(ResponseExpectation(), now: ExampleTests.now).judge(Array(text.utf8))
      #expect(verdict.findings.map(\.rule.id) == ["RESP002"], "\(text.prefix(80))")
      #expect(verdict.findings.first?.message.text(showingValues: true).contains("(XML") == true)
    }
  }
}
