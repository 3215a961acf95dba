import Playbook
import Reports
import SAML
import Setup

/// A checklist in Markdown that comes back, edited by anybody.
enum ChecklistRun {
  static func run(_ bytes: [UInt8]) {
    guard let document = try? EditedChecklist(bytes) else { return }
    let flow = Playbook.Flow(rawValue: document.flow) ?? .setUp
    let playbook = Playbook.of(document.provider, flow: flow, overlay: nil) ?? .okta
    let start = RecordedEvent(number: 1, at: Claim.now.description, actor: "a", event: .started(Event.Start(playbook)))
    let progress = Progress([start], playbook: playbook, now: Claim.now)
    let (edits, _) = document.edits(since: nil, of: playbook)
    _ = edits.strays.map { $0.words(in: playbook) }
    let merge = Merge(edits, madeAfter: 1, into: progress, by: "a", at: Claim.now)
    var events = [start]
    for outcome in merge.outcomes {
      switch outcome.verdict {
      case .taken(let taken):
        for event in taken {
          events.append(
            RecordedEvent(number: events.count + 1, at: Claim.now.description, payload: event.payload(by: "a")))
          Claim.holds(events.last?.event == event, "what is taken is read as it was recorded: \(event.words)")
        }
      case .conflict(let conflicts): _ = conflicts.map(\.description)
      case .refused(let refusals): _ = refusals.map(\.description)
      case .already: break
      }
    }
    let after = Progress(events, playbook: playbook, now: Claim.now)
    for outcome in Merge(edits, madeAfter: events.count, into: after, by: "a", at: Claim.now).outcomes {
      guard case .conflict(let conflicts) = outcome.verdict else { continue }
      for conflict in conflicts {
        // What the document says in two ways stays unclear.
        if case .unclear = conflict { continue }
        fatalError("taken twice, it is in conflict with itself: \(conflict)")
      }
    }
  }
}
