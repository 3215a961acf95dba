import Markup
import Parties
import SAML

/// Judges documents and pairs by the catalogue, under one set of settings.
public struct Judge: Sendable {
  /// The settings of every judgement.
  public let settings: Settings
  let rules: [Rule]
  let index: RuleIndex

  /// Findings of one document after which nothing more is judged, so that memory stays bounded. The largest federations
  /// have some 10,000 entities, and two findings for each.
  static let mostFindings = 100_000

  /// Makes a judge; rules that are not selected, or ignored, stay silent.
  public init(settings: Settings, catalogue: [Rule] = Catalogue.rules) {
    self.settings = settings
    rules = catalogue.filter(settings.applies)
    index = RuleIndex(rules)
  }

  /// Begins to judge one document; where there are workers, they judge the entities of a group.
  public func document(path: String, workers: (any Workers)? = nil) -> DocumentJudge {
    DocumentJudge(judge: self, path: path, workers: workers)
  }

  /// Judges a document that is at hand as a whole.
  ///
  /// `verification` is what verifying the signature over the document came to, where it has one.
  public func judge(
    _ bytes: [UInt8], path: String, verification: SignatureVerification = .notAsked
  ) -> Verdict {
    var document = document(path: path)
    document.feed(bytes[...])
    return document.finish { _ in verification }
  }

  /// Judges whether a document is the file of the side that it was said to be; nothing where it could not be read.
  public func findings(claiming side: Side, of verdict: Verdict) -> [Finding] {
    guard verdict.outcome.fault == nil, verdict.entities > 0 else { return [] }
    let subject = ClaimedSideSubject(verdict: verdict, expected: side)
    return findings(entityID: verdict.entityID, provider: verdict.provider, file: verdict.path) { rule, findings in
      if case .claimedSide(let check) = rule.check { check(subject, &findings) }
    }
  }

  /// Runs every rule by `run`, and gives what is reported its place.
  ///
  /// `file` holds every tree but those that `files` names.
  func findings(
    entityID: String?, provider: @autoclosure () -> Provider?, file: String,
    files: [ObjectIdentifier: String] = [:], by rules: [Rule]? = nil, _ run: (Rule, inout Findings) -> Void
  ) -> [Finding] {
    // One more, by which it is seen that there are too many.
    var findings = Findings(room: Judge.mostFindings + 1)
    for rule in rules ?? self.rules where !findings.isFull {
      findings.rule = rule
      run(rule, &findings)
    }
    let drafts = findings.drafts
    if drafts.isEmpty { return [] }
    let places = Places(of: drafts, file: file, files: files)
    return drafts.map { draft in
      let severity = settings.severities[draft.rule.id] ?? draft.rule.severity
      return Finding(
        rule: draft.rule, severity: max(severity, draft.atLeast ?? severity),
        message: draft.message, remedy: draft.remedy ?? draft.rule.remedy(for: provider()),
        place: places.place(of: draft), entityID: entityID,
        related: draft.related.map { Finding.Related(place: places.place(of: $0.where), message: $0.message) })
    }
  }
}
