import Console
import Playbook
import SAML
import Setup

@testable import signpost

/// The wizard's update function without a terminal, a disk or a clock: what it decides is carried out on a list of
/// events.
struct Rehearsal {
  var wizard = Wizard()
  var now: Instant
  private(set) var events: [RecordedEvent] = []

  init(_ playbook: Playbook = .okta, now: Instant = Instant("2026-11-21T08:00:00Z") ?? Instant(seconds: 0)) {
    self.now = now
    self.playbook = playbook
    record(.started(Event.Start(playbook)))
  }

  private let playbook: Playbook

  var progress: Progress { Progress(events, playbook: playbook, now: now) }

  /// What is asked now.
  var ask: Ask? { wizard.next(progress) }

  mutating func record(_ event: Event) {
    events.append(RecordedEvent(number: events.count + 1, at: now.description, actor: "ada", event: event))
  }

  /// Answers, and returns what was decided beside recording.
  @discardableResult
  mutating func answer(_ text: String) -> [Wizard.Effect] {
    guard let ask else { return [] }
    return carryOut(wizard.take(text, to: ask, progress))
  }

  /// Gives a command instead of an answer.
  @discardableResult
  mutating func press(_ command: PromptCommand) -> [Wizard.Effect] {
    guard let ask else { return [] }
    return carryOut(wizard.take(command, at: ask, progress))
  }

  private mutating func carryOut(_ effects: [Wizard.Effect]) -> [Wizard.Effect] {
    for case .record(let event) in effects {
      record(event)
      if case .closed = event { wizard.focus = nil }
    }
    while let (id, evidence) = wizard.closing(progress) {
      record(.closed(id, evidence))
      wizard.focus = nil
    }
    return effects.filter { if case .record = $0 { false } else { true } }
  }

  /// Answers what signs people in, and every wish with no.
  static func begun() -> Rehearsal {
    var rehearsal = Rehearsal()
    rehearsal.answer("unused")
    while case .wish? = rehearsal.ask { rehearsal.answer("n") }
    return rehearsal
  }
}
