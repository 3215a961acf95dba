import SAML
import Testing

@testable import Rules

/// What no policy can hide.
@Suite struct EnduringTests {
  @Test("every id of the list is that of a rule, and no fault of a document can be hidden")
  func list() {
    for id in Rule.enduring { #expect(Catalogue.rule(named: id)?.isEnduring == true, "\(id)") }
    for number in 1...10 {
      let id = "XML0" + (number < 10 ? "0" : "") + "\(number)"
      #expect(Catalogue.rule(named: id)?.isEnduring == true, "\(id)")
    }
  }

  @Test("what is worth knowing, or works now, is for a project to decide")
  func others() {
    for rule in Catalogue.rules where rule.severity == .note && rule.id != "ALG002" {
      #expect(!rule.isEnduring, "\(rule.id)")
    }
    for id in ["NID001", "IDP010", "AWS003", "KEY022"] {
      #expect(Catalogue.rule(named: id)?.isEnduring == false)
      #expect(Catalogue.rule(named: id)?.canBeKnown == true)
    }
  }

  @Test("no baseline takes in what endures, or what a day brings nearer")
  func known() {
    for rule in Catalogue.rules where rule.isEnduring { #expect(!rule.canBeKnown) }
    for id in ["KEY009", "MD013"] { #expect(Catalogue.rule(named: id)?.canBeKnown == false) }
  }

  @Test("a word names a rule by id or name, or a family; nothing else")
  func words() {
    #expect(Catalogue.rules(named: "key009")?.map(\.id) == ["KEY009"])
    #expect(Catalogue.rules(named: "certificate-expires-soon")?.map(\.id) == ["KEY009"])
    #expect(Catalogue.rules(named: "nid")?.map(\.id) == ["NID001", "NID002", "NID003", "NID004"])
    #expect(Catalogue.rules(named: "KE") == nil)
  }

  @Test(
    "a fingerprint is 64 digits, in pairs or not, in any case",
    arguments: [
      (String(repeating: "aB", count: 32), true), (Array(repeating: "AB", count: 32).joined(separator: ":"), true),
      (String(repeating: "ab", count: 20), false), (String(repeating: "ag", count: 32), false), ("", false),
    ])
  func fingerprints(text: String, isGood: Bool) {
    #expect(ExpectedValues.fingerprint(text) == (isGood ? String(repeating: "ab", count: 32) : nil))
  }

  @Test("a suppression holds through its last day")
  func lastDay() throws {
    let until = try #require(Instant("2026-11-30T00:00:00Z"))
    let suppression = Suppression(rule: "NID001", entityID: nil, reason: "", until: until, place: "")
    let (last, next) = (until.adding(days: 1).seconds - 1, until.adding(days: 1))
    #expect(!suppression.isOver(at: Instant(seconds: last)))
    #expect(suppression.isOver(at: next))
  }
}
