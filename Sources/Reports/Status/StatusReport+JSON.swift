import Playbook
import SAML
import Setup

extension StatusReport {
  /// The status by the schema `signpost.status/v1`, with a line feed at its end.
  public var json: String { document.indented }

  /// The same as a value.
  var document: JSON {
    let playbook = checklist.playbook
    let counts = StepCounts(checklist.entries)
    let facts = progress.facts.map { ($0.key.rawValue, JSON($0.value.values)) }
    return [
      "schema": "signpost.status/v1", "name": .string(name.text), "provider": .string(playbook.provider),
      "flow": .string(playbook.flow.rawValue), "overlay": JSON(playbook.overlay),
      "for": .string(checklist.audience.rawValue),
      "now": .string(progress.now.description), "complete": .bool(counts.isComplete), "counts": JSON(counts),
      "playbookChanged": .bool(progress.isPlaybookChanged), "next": JSON(checklist.next?.step.id.rawValue),
      "steps": .array(checklist.entries.map(json)),
      "facts": .object(Dictionary(facts, uniquingKeysWith: { $1 })),
      "otherFlows": .array(others.map(\.brief)),
      "dates": .array(progress.datesAhead.map { JSON($0, horizon: horizon) }),
      "failures": .array(
        failures.map { ["kind": .string($0.alarm.rawValue), "message": .string($0.words)] }),
    ]
  }

  /// What stands in the document of another flow.
  private var brief: JSON {
    let counts = StepCounts(checklist.entries)
    return [
      "flow": .string(checklist.playbook.flow.rawValue), "complete": .bool(counts.isComplete), "counts": JSON(counts),
      "playbookChanged": .bool(progress.isPlaybookChanged), "next": JSON(checklist.next?.step.id.rawValue),
      "steps": .array(checklist.entries.map(json)),
    ]
  }

  private func json(_ entry: Checklist.Entry) -> JSON {
    var members: [String: JSON] = [
      "id": .string(entry.step.id.rawValue), "number": .int(entry.number), "title": .string(entry.step.title),
      "actor": .string(entry.step.actor.rawValue),
    ]
    let evidence = (entry.progress?.state.closing?.evidence).map { evidence -> JSON in
      ["kind": .string(evidence.kind), "summary": .string(progress.wording(evidence).plain)]
    }
    let remarks = entry.progress?.state.closing == nil ? [] : progress.remarks(on: entry.step)
    members["remarks"] = JSON(remarks.map(\.text))
    members.merge(progress.standing(of: entry, evidence: evidence ?? .null)) { $1 }
    return .object(members)
  }
}

extension Progress {
  /// Where a step stands, as the members of an object that are the same in every document.
  func standing(of entry: Checklist.Entry, evidence: JSON) -> [String: JSON] {
    let state = entry.progress?.state ?? .notApplicable
    var members: [String: JSON] = [
      "state": .string(state.name), "by": JSON(state.closing?.actor), "at": JSON(state.closing?.at),
      "evidence": evidence, "reason": .null, "why": [], "waitingFor": [], "undecidedUntil": [],
      "postponedUntil": JSON(entry.progress?.postponement(at: now)?.until.description),
      "notes": .array((entry.progress?.notes ?? []).map(JSON.init)),
    ]
    switch state {
    case .stale(_, let changes): members["why"] = .array(changes.map(JSON.init))
    case .skipped(let skip):
      members["by"] = .string(skip.actor)
      members["at"] = .string(skip.at)
      members["reason"] = .string(skip.reason.text)
    case .waiting(let steps): members["waitingFor"] = JSON(steps.map(\.rawValue))
    case .undecided(let facts): members["undecidedUntil"] = JSON(facts.map(\.rawValue))
    case .done, .ready, .notApplicable: break
    }
    return members
  }
}

extension StepState {
  /// How the step was closed, where it was and nobody has opened it since.
  var closing: Closing? {
    switch self {
    case .done(let closing), .stale(let closing, _): closing
    case .ready, .waiting, .undecided, .skipped, .notApplicable: nil
    }
  }
}

extension ClosingEvidence {
  /// The kind of evidence in a word.
  var kind: String {
    switch self {
    case .file: "file"
    case .value: "value"
    case .pair: "pair"
    case .comparison: "comparison"
    case .word: "word"
    case .live: "live"
    }
  }
}

extension JSON {
  /// How many steps stand where.
  init(_ counts: StepCounts) {
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

  /// A day on which something ends.
  init(_ date: DateAhead, horizon: Int64 = DateAhead.usualHorizon) {
    self = [
      "kind": .string(date.kind.rawValue), "fact": .string(date.fact.rawValue), "day": .string(date.day),
      "daysLeft": .int(Int(date.daysLeft)), "reminder": JSON(date.reminder), "past": .bool(date.isPast),
      "near": .bool(date.isNear(within: horizon)), "reminders": .array(date.reminders.map(JSON.init)),
      "flow": JSON(date.flow?.rawValue),
    ]
  }

  private init(_ reminder: ReminderSchedule) {
    self = [
      "sender": .string(reminder.sender.name), "manner": .string(reminder.manner),
      "daysBefore": .array(reminder.days.map(JSON.int)), "certainty": .string(reminder.certainty.rawValue),
      "source": .string(reminder.source.url),
    ]
  }
}
