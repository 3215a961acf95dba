import Playbook
import SAML
public import Setup

extension HistoryReport {
  /// What happened, in words that follow the name of whoever did it.
  func wording(_ record: RecordedEvent) -> Wording {
    let deed = deed(record.event)
    switch record.event {
    case .started(let start):
      let flow = Playbook.Flow(rawValue: start.flow)
      let title = flow.flatMap { Playbook.of(start.provider, flow: $0)?.title }
      return title.map { "began: \(ours: $0)" } ?? "began the flow \(value: start.flow) for \(value: start.provider)"
    case .wished, .secretEntered: return deed
    case .answered(let answer):
      let evidence: Wording = answer.evidence.map { ", from \(value: $0.text)" } ?? ""
      return "\(deed): \(.values(answer.values))\(evidence)"
    case .filed(_, let file):
      let found = Progress.wording(file)
      let bytes = file.byteCount == 1 ? "byte" : "bytes"
      return "\(deed): \(value: file.path), \(file.byteCount) \(ours: bytes) with SHA-256 \(value: file.digest)\(found)"
    case .compared: return "\(deed): the same"
    case .closed(_, let evidence): return "\(deed): \(progress.wording(evidence, of: record.number))"
    case .contradicted(_, let answer): return "\(deed): \(value: answer.seen.text) (\(value: answer.command))"
    case .skipped(_, let reason): return "\(deed): \(value: reason.text)"
    case .reopened(_, let reason):
      let why: Wording = reason.map { ": \(value: $0.text)" } ?? ""
      return deed + why
    case .noted(_, let text): return "\(deed): \(value: text.text)"
    case .postponed(_, let until): return "\(deed) until \(ours: until.description)"
    case .undone:
      let deeds = progress.takenBack(by: record).map { self.deed($0.event) }
      return deeds.isEmpty ? "took back nothing" : "took back: \(deeds.list("; "))"
    case .unknown(let unknown): return "\(deed) that this version cannot read: the event \(ours: unknown.reason)"
    }
  }

  /// What an event did, in the words in which the history tells that it was taken back; of an answer the value as well.
  /// Untrusted text.
  public func deed(of record: RecordedEvent) -> String {
    if case .answered = record.event { wording(record).plain } else { deed(record.event).plain }
  }

  /// What was done, without what it came to.
  private func deed(_ event: Event) -> Wording {
    switch event {
    case .started: "began a flow"
    case .wished(let wish, let isWanted): "answered \(ours: isWanted ? "yes" : "no") to: \(ours: wish.prompt.plain())"
    case .answered(let answer): "gave the \(ours: answer.fact.definition.title)"
    case .filed(let key, _): "gave the \(ours: key.definition.title)"
    case .compared(let id, let compared): "compared the \(ours: compared.fact.definition.title) at \(wording(id))"
    case .closed(let id, _): "closed \(wording(id))"
    case .contradicted(let id, _): "saw live that \(wording(id)) is not so any more"
    case .skipped(let id, _): "left out \(wording(id))"
    case .reopened(let id, _): "reopened \(wording(id))"
    case .noted(let id, _): "noted at \(wording(id))"
    case .secretEntered(let secret, let day): "recorded that the \(ours: secret.title) was entered on \(value: day)"
    case .postponed(let id, _): "postponed \(wording(id))"
    case .undone: "took something back"
    case .unknown(let unknown): unknown.step.map { "did something about \(wording($0))" } ?? "did something"
    }
  }
}
