import Playbook
import SAML
import Setup

extension StatusReport {
  /// The status by the schema `signpost.status/v1`, with a line feed at its end.
  public var json: String {
    let playbook = checklist.playbook
    let counts = StepCounts(checklist.entries)
    let facts = progress.facts.map { ($0.key.rawValue, JSON($0.value.values)) }
    let document: JSON = [
      "schema": "signpost.status/v1", "name": .string(name.text), "provider": .string(playbook.provider),
      "flow": .string(playbook.flow.rawValue), "overlay": JSON(playbook.overlay),
      "for": .string(checklist.audience.rawValue),
      "now": .string(progress.now.description), "complete": .bool(counts.isComplete), "counts": JSON(counts),
      "playbookChanged": .bool(progress.isPlaybookChanged), "next": JSON(checklist.next?.step.id.rawValue),
      "steps": .array(checklist.entries.map(json)),
      "facts": .object(Dictionary(facts, uniquingKeysWith: { $1 })),
      "dates": .array(progress.datesAhead.map(JSON.init)),
    ]
    return document.indented
  }

  private func json(_ entry: Checklist.Entry) -> JSON {
    let state = entry.progress?.state ?? .notApplicable
    var members: [String: JSON] = [
      "id": .string(entry.step.id.rawValue), "number": .int(entry.number), "title": .string(entry.step.title),
      "actor": .string(entry.step.actor.rawValue), "state": .string(state.name), "by": .null, "at": .null,
      "evidence": .null, "reason": .null, "why": [], "waitingFor": [], "undecidedUntil": [],
      "notes": .array((entry.progress?.notes ?? []).map(JSON.init)),
    ]
    func close(_ closing: Closing) {
      members["by"] = .string(closing.actor)
      members["at"] = .string(closing.at)
      members["evidence"] = [
        "kind": .string(closing.evidence.kind), "summary": .string(progress.wording(closing.evidence).plain),
      ]
    }
    switch state {
    case .done(let closing): close(closing)
    case .stale(let closing, let changes):
      close(closing)
      members["why"] = .array(changes.map(JSON.init))
    case .skipped(let skip):
      members["by"] = .string(skip.actor)
      members["at"] = .string(skip.at)
      members["reason"] = .string(skip.reason.text)
    case .waiting(let steps): members["waitingFor"] = JSON(steps.map(\.rawValue))
    case .undecided(let facts): members["undecidedUntil"] = JSON(facts.map(\.rawValue))
    case .ready, .notApplicable: break
    }
    return .object(members)
  }
}

extension ClosingEvidence {
  /// The kind of evidence in a word.
  fileprivate var kind: String {
    switch self {
    case .file: "file"
    case .value: "value"
    case .pair: "pair"
    case .comparison: "comparison"
    case .word: "word"
    }
  }
}

extension JSON {
  fileprivate init(_ counts: StepCounts) {
    self = [
      "done": .int(counts.done), "skipped": .int(counts.skipped), "stale": .int(counts.stale),
      "ready": .int(counts.ready), "waiting": .int(counts.waiting), "undecided": .int(counts.undecided),
      "notApplicable": .int(counts.notApplicable), "applicable": .int(counts.applicable),
    ]
  }

  fileprivate init(_ note: Note) {
    self = ["at": .string(note.at), "by": .string(note.actor), "text": .string(note.text.text)]
  }

  fileprivate init(_ change: Change) {
    self = [
      "fact": .string(change.fact.rawValue), "then": JSON(change.then), "now": change.now.map { JSON($0) } ?? .null,
      "source": JSON(change.source?.rawValue), "message": .string(change.wording.plain),
    ]
  }

  fileprivate init(_ date: DateAhead) {
    self = [
      "kind": .string(date.kind.rawValue), "fact": .string(date.fact.rawValue), "day": .string(date.day),
      "daysLeft": .int(Int(date.daysLeft)), "reminder": JSON(date.reminder), "past": .bool(date.isPast),
      "near": .bool(date.isNear),
    ]
  }
}
