import Playbook
import SAML
import Setup

extension Progress {
  /// How a step came to be closed: `2026-11-21 by ada: …`.
  func wording(_ closing: Closing) -> Wording {
    "\(Self.wording(at: closing.at, by: closing.actor)): \(wording(closing.evidence))"
  }

  /// `2026-11-21 by ada`.
  static func wording(at: String, by actor: String) -> Wording {
    let day: Wording = Instant(at).map { "\(ours: $0.date)" } ?? "\(value: at)"
    return actor.isEmpty ? day : "\(day) by \(value: actor)"
  }

  /// What proved that a step was done.
  func wording(_ evidence: ClosingEvidence) -> Wording {
    switch evidence {
    case .file(let key, let digest):
      let found: Wording = "\(ours: key.definition.title) with SHA-256 \(value: digest)"
      // The rules are those that looked at this file; another one may have been given since.
      guard let file = file(key), file.digest == digest else { return found }
      return "\(found), \(file.passed) rules passed\(Self.wording(file.complaints))"
    case .value(let key, let values): return "\(ours: key.definition.title) \(.values(values))"
    case .pair(let idp, let aws):
      return """
        both metadata files, judged together without an error: the identity provider's with SHA-256 \(value: idp), \
        that of AWS with SHA-256 \(value: aws)
        """
    case .comparison(let compared):
      let facts = compared.map { "\(ours: $0.fact.definition.title) \(.values($0.values))" as Wording }
      return "the console shows what it should: \(facts.list("; "))"
    case .word(let reason, _): return "by word: \(value: reason.text)"
    }
  }

  private static func wording(_ complaints: [FileEvidence.Complaint]) -> Wording {
    guard !complaints.isEmpty else { return ", nothing found" }
    return ", found by rule: \(.values(complaints.map(\.rule)))"
  }
}

extension Change {
  /// What is not as it was, and what it was.
  var wording: Wording {
    let title = fact.definition.title
    if case .metadataFile = fact.definition.kind { return "another \(ours: title) was given" }
    let origin = source.map { " with another \($0.definition.title)" } ?? ""
    guard let now else { return "\(ours: title) has no value any more\(ours: origin); it was \(.values(then))" }
    return "\(ours: title) changed\(ours: origin): it was \(.values(then)), it is \(.values(now))"
  }
}

extension DateAhead {
  /// What ends on the day.
  var title: String {
    switch kind {
    case .signingCertificate: "the signing certificate expires"
    case .scimToken: "the SCIM token expires"
    case .metadataValidity: "the validity of the \(fact.definition.title) ends"
    }
  }

  /// How far it is: `in 10 days`, `2 days ago`.
  var distance: String {
    let days = daysLeft.magnitude
    let count = "\(days) \(days == 1 ? "day" : "days")"
    if isPast { return days == 0 ? "less than a day ago" : "\(count) ago" }
    return days == 0 ? "in less than a day" : "in \(count)"
  }

  /// Whether it has come so near that somebody should see to it: AWS turns its own indicator at the same distance.
  var isNear: Bool { !isPast && daysLeft <= 90 }

  /// What the distance means, in a word; nil where it means nothing.
  var urgency: String? { isPast ? "past" : isNear ? "soon" : nil }
}
