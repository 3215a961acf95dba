public import Console
public import Playbook
import SAML
public import Setup

/// Who did what in a set-up, when, and with which evidence: the oldest first.
///
/// Ids of steps last, and playbooks do not. What happened to a step that the playbook does not have any more stays in
/// the history, under the id that the step had.
public struct HistoryReport: Sendable {
  let progress: Progress
  let name: SetupName
  let events: [RecordedEvent]
  /// The history of a set-up.
  ///
  /// - Parameter steps: what is asked about; empty for everything.
  public init(_ progress: Progress, name: SetupName, steps: [StepID] = []) {
    self.progress = progress
    self.name = name
    events = steps.isEmpty ? progress.history : progress.history.filter { Self.concerns($0.event, steps, progress) }
  }

  /// The ids that can be asked about: those of the playbook, then those of other steps to which something happened.
  public static func steps(of progress: Progress) -> [StepID] {
    progress.playbook.steps.map(\.id) + progress.unknownSteps
  }

  /// Whether an event is about one of the steps: it names it, or gives what it asks for.
  private static func concerns(_ event: Event, _ ids: [StepID], _ progress: Progress) -> Bool {
    if let id = event.step { return ids.contains(id) }
    let steps = ids.compactMap { progress[$0]?.step }
    return switch event {
    case .filed(let key, _): steps.contains { $0.asks.contains { $0.fact == key } }
    case .answered(let answer): steps.contains { $0.asks.contains { $0.fact == answer.fact } }
    case .secretEntered(let secret, _): steps.contains { $0.pastes.contains { $0.value == .secret(secret) } }
    default: false
    }
  }

  // MARK: For people

  /// The history for a terminal, with a line feed at its end.
  public func text(for appearance: Appearance) -> StyledText {
    guard !events.isEmpty else { return "nothing was recorded\n" }
    return events.map { event in
      let time: StyledText = Instant(event.at) == nil ? "\(untrusted: event.at, limit: 20)" : "\(untrusted: event.at)"
      let words: StyledText = "\(.strong("\(untrusted: event.actor, limit: 60)")) \(wording(event).styled)"
      return StyledText.entry(.quiet(time), words, for: appearance, indent: 0, column: 22) + "\n"
    }.joined()
  }

  // MARK: Steps

  /// The step of an id: the playbook's, else that of another flow or provider; nil where this version has none.
  func step(_ id: StepID) -> Step? {
    if let own = progress.playbook.step(id) { return own }
    let all = Playbook.all
    let near = all.filter { $0.provider == progress.playbook.provider }
    return (near + all).lazy.compactMap { $0.step(id) }.first
  }

  private func wording(_ id: StepID) -> Wording {
    step(id).map { "\(ours: $0.title) (\(ours: id.rawValue))" }
      ?? "\(value: id.rawValue), a step that this version does not have,"
  }

  // MARK: Words

  /// What happened, in words that follow the name of whoever did it.
  func wording(_ record: RecordedEvent) -> Wording {
    switch record.event {
    case .started(let start):
      let flow = Playbook.Flow(rawValue: start.flow)
      let title = flow.flatMap { Playbook.of(start.provider, flow: $0)?.title }
      return title.map { "began: \(ours: $0)" } ?? "began the flow \(value: start.flow) for \(value: start.provider)"
    case .wished(let wish, let isWanted):
      return "answered \(ours: isWanted ? "yes" : "no") to: \(ours: wish.prompt.plain())"
    case .answered(let answer):
      let evidence: Wording = answer.evidence.map { ", from \(value: $0.text)" } ?? ""
      return "gave the \(ours: answer.fact.definition.title): \(.values(answer.values))\(evidence)"
    case .filed(let key, let file):
      let found = Progress.wording(file)
      return """
        gave the \(ours: key.definition.title): \(value: file.path), \(file.byteCount) bytes with SHA-256 \
        \(value: file.digest)\(found)
        """
    case .compared(let id, let compared):
      return "compared the \(ours: compared.fact.definition.title) at \(wording(id)): the same"
    case .closed(let id, let evidence): return "closed \(wording(id)): \(progress.wording(evidence, of: record.number))"
    case .skipped(let id, let reason): return "left out \(wording(id)): \(value: reason.text)"
    case .reopened(let id, let reason):
      let why: Wording = reason.map { ": \(value: $0.text)" } ?? ""
      return "reopened \(wording(id))\(why)"
    case .noted(let id, let text): return "noted at \(wording(id)): \(value: text.text)"
    case .secretEntered(let secret, let day):
      return "recorded that the \(ours: secret.title) was entered on \(value: day)"
    case .unknown(let unknown):
      let subject: Wording = unknown.step.map { " about \(wording($0))" } ?? ""
      return "did something\(subject) that this version cannot read: the event \(ours: unknown.reason)"
    }
  }
}
