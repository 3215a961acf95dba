import Markup
import Rules
import SAML
import Testing

/// Every example of every rule, run under changes that must not matter.
@Suite struct ExampleTests {
  static let now = Instant("2026-11-21T00:00:00Z") ?? Instant(seconds: 0)
  static let judge = Judge(settings: Settings(now: now))

  /// What a rule reports on an example: ranges in the first document, then in the second.
  static func reported(
    _ id: String, on first: String, and second: String?, as side: Side? = nil
  ) -> [[Range<Int>]] {
    let idp = judge.judge(Array(first.utf8), path: "idp.xml")
    var findings = idp.findings
    if let side { findings += judge.assert(side, of: idp) }
    if let second {
      let sp = judge.judge(Array(second.utf8), path: "aws.xml")
      findings += sp.findings + judge.pair(identityProvider: idp, serviceProvider: sp)
    }
    return ["idp.xml", "aws.xml"].map { file in
      findings.filter { $0.rule.id == id && $0.place.file == file }
        .map { $0.place.range.lowerBound..<$0.place.range.upperBound }.sorted { $0.lowerBound < $1.lowerBound }
    }
  }

  @Test(arguments: Catalogue.rules.map(\.id), Rerun.allCases)
  func findsWhatItsExamplesMark(id: String, rerun: Rerun) throws {
    guard !rerun.exempt.contains(id) else { return }
    let rule = try #require(Catalogue.rule(named: id))
    for (example, isFailing) in rule.failing.map({ ($0, true) }) + rule.passing.map({ ($0, false) }) {
      guard let changed = rerun.apply(to: example.text) else { continue }
      let first = MarkedText(changed)
      var second: MarkedText?
      if case .pair(let serviceProvider) = example.kind {
        guard let changed = rerun.apply(to: serviceProvider) else { continue }
        second = MarkedText(changed)
      }
      var side: Side?
      if case .assertion(let asserted) = example.kind { side = asserted }
      let reported = ExampleTests.reported(id, on: first.text, and: second?.text, as: side)
      if isFailing, first.ranges.isEmpty, second?.ranges.isEmpty ?? true {
        // Nothing is marked: the document as a whole, or its end, is meant.
        #expect(reported.flatMap(\.self).count == 1, "\(rerun): \(example.excerpt.prefix(200))")
      } else {
        #expect(reported == [first.ranges, second?.ranges ?? []], "\(rerun): \(example.excerpt.prefix(300))")
      }
    }
  }

  @Test func goodExamplesAreSilent() throws {
    for id in ["IDP001", "SP001"] {
      let rule = try #require(Catalogue.rule(named: id))
      for example in rule.passing {
        let findings = ExampleTests.judge.judge(Array(MarkedText(example.text).text.utf8), path: "a.xml").findings
        #expect(findings.map(\.rule.id) == [])
      }
    }
  }

  /// One cause, one finding: whatever breaks a rule's example in the rule's own way breaks no other rule of its severity.
  @Test(arguments: Catalogue.rules.map(\.id))
  func failingExamplesBreakNothingElse(id: String) throws {
    let rule = try #require(Catalogue.rule(named: id))
    for example in rule.failing {
      let text = MarkedText(example.text).text
      let idp = ExampleTests.judge.judge(Array(text.utf8), path: "idp.xml")
      let errors = idp.findings.filter { $0.severity == .error && $0.rule.id != id }
      // Scraps that are about XML alone hold no metadata.
      if rule.family == "XML" { continue }
      #expect(errors.map(\.rule.id) == [], "\(example.excerpt.prefix(200))")
    }
  }
}
