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
    "\(day(at)) by \(value: actor)"
  }

  /// The day of a moment as a journal has it, or the text that stands in its place.
  static func day(_ at: String) -> Wording {
    Instant(at).map { "\(ours: $0.date)" } ?? "\(value: at)"
  }

  /// What proved that a step was done.
  func wording(_ evidence: ClosingEvidence) -> Wording {
    // The rules are those that looked at this file; another one may have been given since.
    wording(evidence) { key, digest in file(key).flatMap { $0.digest == digest ? $0 : nil } }
  }

  /// The same, with the file of a digest where it is known.
  func wording(_ evidence: ClosingEvidence, file: (FactKey, String) -> FileEvidence?) -> Wording {
    switch evidence {
    case .file(let key, let digest):
      let found: Wording = "\(ours: key.definition.title) with SHA-256 \(value: digest)"
      guard let file = file(key, digest) else { return found }
      return "\(found)\(Self.wording(file))"
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
    case .live(let answer):
      return """
        seen live with \(value: answer.command): \(value: answer.seen.text); SHA-256 of the answer \(value: answer.digest)
        """
    }
  }

  /// How a file was judged, in words that follow it.
  static func wording(_ file: FileEvidence) -> Wording {
    ", \(file.passed) rules passed\(wording(file.complaints))"
  }

  private static func wording(_ complaints: [FileEvidence.Complaint]) -> Wording {
    guard !complaints.isEmpty else { return ", nothing found" }
    return ", found by rule: \(.values(complaints.map(\.rule)))"
  }
}
