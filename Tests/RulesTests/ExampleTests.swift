import Markup
@testable import Rules
import SAML
import Testing

/// Every example of every rule, run under changes that must not matter.
@Suite struct ExampleTests {
  static let now = Instant("2026-11-21T00:00:00Z") ?? Instant(seconds: 0)
  static let judge = Judge(settings: Settings(now: now))

  /// Everything that is found in an example: in its documents, named `first` and `second`, and between them.
  static func findings(in example: Example, _ first: String, _ second: String?) -> [Finding] {
    judge.findings(in: example, first, second)
  }

  static let goodIdentityProvider = judge.judge(
    Array((Catalogue.rule(named: "IDP001")?.passing.first?.text ?? "").utf8), path: "idp.xml")

  /// What a rule reports on an example: ranges in the first document, then in the second.
  static func reported(_ id: String, on example: Example, _ first: String, _ second: String?) -> [[Range<Int>]] {
    let findings = findings(in: example, first, second)
    return ["first", "second"].map { file in
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
      if let other = example.other {
        guard let changed = rerun.apply(to: other) else { continue }
        second = MarkedText(changed)
      }
      let reported = ExampleTests.reported(id, on: example, first.text, second?.text)
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
      let found = ExampleTests.findings(in: example, text, example.other.map { MarkedText($0).text })
      // A value that somebody typed has one fault, be it only a warning.
      let errors = found.filter { $0.rule.id != id && $0.severity >= (example.isTyped ? .warning : .error) }
      // Scraps that are about XML alone hold no metadata.
      if rule.family == "XML" { continue }
      #expect(errors.map(\.rule.id) == [], "\(example.excerpt.prefix(200))")
    }
  }
}

extension Example {
  /// The second document.
  fileprivate var other: String? {
    switch kind {
    case .document, .claimed, .verified, .expected: nil
    case .pair(let text), .choice(let text): text
    case .typed(_, let text): text
    }
  }

  /// Whether it is about what a console shows.
  fileprivate var isTyped: Bool { if case .typed = kind { true } else { false } }
}
