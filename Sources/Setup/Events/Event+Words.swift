import Playbook
import Rules
import SAML

extension Event {
  /// What happened, in one line that follows the name of whoever did it: `closed enable-scim: …`.
  ///
  /// It quotes answers, paths and notes: untrusted text, to be made safe where it is shown.
  public var words: String {
    switch self {
    case .started(let start):
      return "began the flow \(start.flow) for \(start.provider)"
        + (start.overlay.map { " with the overlay \($0)" } ?? "")
    case .wished(let wish, let isWanted): return "\(isWanted ? "wants" : "does not want") \(wish.rawValue)"
    case .answered(let answer):
      let value = answer.values.isEmpty ? "nothing" : answer.values.joined(separator: ", ")
      let source = answer.evidence.map { " (\($0.text))" } ?? ""
      return "answered \(answer.fact.rawValue): \(value)\(source)"
    case .filed(let key, let file): return "gave \(key.rawValue): \(file.summary)"
    case .compared(let step, let compared):
      return "compared \(compared.fact.rawValue) at \(step) with what the console shows: the same"
    case .closed(let step, let evidence): return "closed \(step): \(evidence.summary)"
    case .contradicted(let step, let answer): return "saw live that \(step) is not so: \(answer.seen.text)"
    case .skipped(let step, let reason): return "left out \(step): \(reason.text)"
    case .reopened(let step, let reason): return "reopened \(step)" + (reason.map { ": \($0.text)" } ?? "")
    case .noted(let step, let text): return "noted at \(step): \(text.text)"
    case .secretEntered(let secret, let day): return "recorded that the \(secret.title) was entered on \(day)"
    case .postponed(let step, let until): return "postponed \(step) until \(until)"
    case .undone(let numbers):
      return "took back the event\(numbers.count == 1 ? "" : "s") \(numbers.map(String.init).joined(separator: ", "))"
    case .unknown(let unknown):
      let subject = unknown.step.map { " about \($0)" } ?? ""
      return "did something\(subject) that this version cannot read: the event \(unknown.reason)"
    }
  }
}

extension FileEvidence {
  /// The file and how it was judged, in a few words.
  public var summary: String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = complaints.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    return "\(path), \(counted(byteCount, "byte")), SHA-256 \(digest.prefix(12))…, \(passed) rules passed, \(found)"
  }
}
