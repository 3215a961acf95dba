@testable import Rules
import SAML
import Testing

/// Which rules have looked: what reports something has, and what a value is about is asked for by that value alone.
@Suite struct AppliedRuleTests {
  private static let judge = ExampleTests.judge

  private static func verdict(_ text: String, _ path: String, _ example: Example) -> Verdict {
    let verification: SignatureVerification = if case .verified(let found) = example.kind { found } else { .notAsked }
    var settings = judge.settings
    if case .expected(let values) = example.kind { settings.expected = values }
    return Judge(settings: settings).judge(Array(MarkedText(text).text.utf8), path: path, verification: verification)
  }

  /// The rules that have looked at an example, alone or together, by file.
  private static func applied(to example: Example) -> [String: Set<String>] {
    let one = verdict(example.text, "first", example)
    var applied = ["first": Set(one.rules.map(\.id)), "second": []]
    func second(_ text: String) -> Verdict {
      let two = verdict(text, "second", example)
      applied["second"] = Set(two.rules.map(\.id))
      return two
    }
    switch example.kind {
    case .document, .verified, .expected: break
    case .claimed: applied["first"]?.formUnion(judge.rules(claimed: one).map(\.id))
    case .pair(let text):
      let joint = judge.rules(identityProvider: one, serviceProvider: second(text)).map(\.id)
      for path in ["first", "second"] { applied[path]?.formUnion(joint) }
    case .choice(let text):
      let joint = judge.rules(choosing: [one, second(text)]).map(\.id)
      for path in ["first", "second"] { applied[path]?.formUnion(joint) }
    case .typed(let values, let text):
      let two = text.map(second)
      let (idp, sp) = one.role == .identityProvider ? (one, two) : (two, one)
      for (path, rule) in judge.rules(comparing: values, identityProvider: idp, serviceProvider: sp) {
        applied[path]?.insert(rule.id)
      }
    }
    return applied
  }

  @Test(arguments: Catalogue.rules.map(\.id))
  func whatReportsHasLooked(id: String) throws {
    let rule = try #require(Catalogue.rule(named: id))
    for example in rule.failing {
      let found = ExampleTests.findings(
        in: example, MarkedText(example.text).text, example.kind.second.map { MarkedText($0).text })
      #expect(found.contains { $0.rule.id == id })
      let applied = Self.applied(to: example)
      for finding in found {
        #expect(applied[finding.place.file]?.contains(finding.rule.id) == true, "\(finding.rule.id) \(example.excerpt)")
      }
    }
  }

  @Test func aRuleAboutAValueIsForThatValueAlone() throws {
    let (idp, sp) = (ExampleTests.goodIdentityProvider, try #require(Catalogue.rule(named: "SP001")?.passing.first))
    let aws = Self.verdict(sp.text, "aws.xml", sp)
    func rules(_ values: TypedValues) -> [String] {
      Self.judge.rules(comparing: values, identityProvider: idp, serviceProvider: aws).map {
        "\($0.path) \($0.rule.id)"
      }
    }
    #expect(rules(TypedValues()) == [])
    #expect(rules(TypedValues(entityID: "a")) == ["aws.xml PAIR009", "aws.xml PAIR010"])
    #expect(rules(TypedValues(signOnURL: "a")) == ["idp.xml PAIR013", "idp.xml PAIR014"])
    #expect(rules(TypedValues(scimEndpoint: "a")).allSatisfy { $0.hasPrefix("aws.xml SCIM") })
    #expect(Self.judge.rules(choosing: [aws]).isEmpty)
    #expect(Self.judge.rules(identityProvider: aws, serviceProvider: idp).isEmpty)
  }
}

extension Example.Kind {
  fileprivate var second: String? {
    switch self {
    case .document, .claimed, .verified, .expected: nil
    case .pair(let text), .choice(let text): text
    case .typed(_, let text): text
    }
  }
}
