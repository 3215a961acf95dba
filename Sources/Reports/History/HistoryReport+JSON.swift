import Playbook
import SAML
import Setup

extension HistoryReport {
  /// The history by the schema `signpost.log/v1`, with a line feed at its end.
  public var json: String {
    let document: JSON = [
      "schema": "signpost.log/v1", "name": .string(name.text), "provider": .string(progress.playbook.provider),
      "flow": .string(progress.playbook.flow.rawValue), "now": .string(progress.now.description),
      "entries": .array(events.map(json)),
    ]
    return document.indented
  }

  private func json(_ record: RecordedEvent) -> JSON {
    let step = record.event.step
    var members: [String: JSON] = [
      "number": .int(record.number), "at": .string(record.at), "by": .string(record.actor),
      "kind": .string(record.event.kind), "step": JSON(step?.rawValue), "title": JSON(step.flatMap(self.step)?.title),
      "message": .string(wording(record).plain), "fact": .null, "values": [], "evidence": .null, "file": .null,
      "text": .null, "wish": .null, "wanted": .null, "provider": .null, "flow": .null, "secret": .null, "on": .null,
      "until": .null, "numbers": [], "takenBack": .bool(!counting.contains(record.number)),
    ]
    switch record.event {
    case .started(let start):
      members["provider"] = .string(start.provider)
      members["flow"] = .string(start.flow)
    case .wished(let wish, let isWanted):
      members["wish"] = .string(wish.rawValue)
      members["wanted"] = .bool(isWanted)
    case .answered(let answer):
      members["fact"] = .string(answer.fact.rawValue)
      members["values"] = JSON(answer.values)
      members["text"] = JSON(answer.evidence?.text)
    case .filed(let key, let file):
      members["fact"] = .string(key.rawValue)
      members["file"] = JSON(file)
    case .compared(_, let compared):
      members["fact"] = .string(compared.fact.rawValue)
      members["values"] = JSON(compared.values)
    case .closed(_, let evidence): members["evidence"] = progress.json(evidence, of: record.number)
    case .contradicted(_, let answer): members["evidence"] = progress.json(.live(answer), of: record.number)
    case .skipped(_, let reason): members["text"] = .string(reason.text)
    case .reopened(_, let reason): members["text"] = JSON(reason?.text)
    case .noted(_, let text): members["text"] = .string(text.text)
    case .secretEntered(let secret, let day):
      members["secret"] = .string(secret.rawValue)
      members["on"] = .string(day)
    case .postponed(_, let until): members["until"] = .string(until.description)
    case .undone(let numbers): members["numbers"] = .array(numbers.map(JSON.int))
    case .unknown: break
    }
    return .object(members)
  }
}

extension Event {
  /// What happened, in a word.
  fileprivate var kind: String {
    switch self {
    case .started: "started"
    case .wished: "wished"
    case .answered: "answered"
    case .filed: "filed"
    case .compared: "compared"
    case .closed: "closed"
    case .contradicted: "contradicted"
    case .skipped: "skipped"
    case .reopened: "reopened"
    case .noted: "noted"
    case .secretEntered: "secret-entered"
    case .postponed: "postponed"
    case .undone: "undone"
    case .unknown: "unknown"
    }
  }
}
