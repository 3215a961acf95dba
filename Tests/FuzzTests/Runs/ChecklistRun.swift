import Playbook
@testable import Reports
import SAML
import Setup
import Synchronization

/// A checklist in Markdown that comes back, edited by anybody.
enum ChecklistRun {
  /// A playbook, what its blank checklist holds, and a set-up that has just begun.
  private struct Blank {
    let playbook: Playbook
    let content: EditedChecklist.Content
    let start: RecordedEvent
    let progress: Progress

    init(_ playbook: Playbook) {
      self.playbook = playbook
      var reader = ChecklistReader()
      reader.read(MarkdownChecklist(Checklist(playbook)).text)
      content = reader.content
      start = RecordedEvent(number: 1, at: Claim.now.description, actor: "a", event: .started(Event.Start(playbook)))
      progress = Progress([start], playbook: playbook, now: Claim.now)
    }
  }

  /// By provider and flow: to write a checklist takes longer than all the rest.
  private static let blanks = Mutex<[String: Blank]>([:])

  private static func blank(of provider: String, _ flow: String) -> Blank? {
    blanks.withLock { blanks in
      let name = "\(provider) \(flow)"
      if let blank = blanks[name] { return blank }
      guard let flow = Playbook.Flow(rawValue: flow) else { return nil }
      let blank = Playbook.of(provider, flow: flow, overlay: nil).map(Blank.init)
      blanks[name] = blank
      return blank
    }
  }

  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    guard let document = try? EditedChecklist(bytes) else { return }
    guard let blank = blank(of: document.provider, document.flow) ?? blank(of: "okta", "set-up") else { return }
    let (playbook, start, progress) = (blank.playbook, blank.start, blank.progress)
    let edits = document.edits(since: blank.content, of: playbook)
    _ = edits.strays.map { $0.words(in: playbook) }
    let merge = Merge(edits, madeAfter: 1, into: progress, by: "a", at: Claim.now)
    var events = [start]
    for outcome in merge.outcomes {
      switch outcome.verdict {
      case .taken(let taken):
        for event in taken {
          events.append(
            RecordedEvent(number: events.count + 1, at: Claim.now.description, payload: event.payload(by: "a")))
          try Claim.holds(events.last?.event == event, "what is taken is read as it was recorded: \(event.words)")
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
        throw Claim.Broken(description: "taken twice, it is in conflict with itself: \(conflict)")
      }
    }
  }
}
