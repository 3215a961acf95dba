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
  /// The numbers of the events that nobody took back.
  let counting: Set<Int>

  /// The history of a set-up.
  ///
  /// - Parameter steps: what is asked about; empty for everything.
  public init(_ progress: Progress, name: SetupName, steps: [StepID] = []) {
    self.progress = progress
    self.name = name
    events = steps.isEmpty ? progress.history : progress.history.filter { Self.concerns($0, steps, progress) }
    counting = Set(progress.counting.map(\.number))
  }

  /// The ids that can be asked about: those of the playbook, then those of other steps to which something happened.
  public static func steps(of progress: Progress) -> [StepID] {
    progress.playbook.steps.map(\.id) + progress.unknownSteps
  }

  /// Whether an event is about one of the steps: it names it, gives what it asks for, or takes back one that is.
  private static func concerns(_ record: RecordedEvent, _ ids: [StepID], _ progress: Progress) -> Bool {
    if let id = record.event.step { return ids.contains(id) }
    let steps = ids.compactMap { progress[$0]?.step }
    return switch record.event {
    case .filed(let key, _): steps.contains { $0.asks.contains { $0.fact == key } }
    case .answered(let answer): steps.contains { $0.asks.contains { $0.fact == answer.fact } }
    case .secretEntered(let secret, _): steps.contains { $0.pastes.contains { $0.value == .secret(secret) } }
    case .undone: progress.takenBack(by: record).contains { concerns($0, ids, progress) }
    default: false
    }
  }

  // MARK: For people

  /// The history for a terminal, with a line feed at its end.
  public func text(for appearance: Appearance) -> StyledText {
    guard !events.isEmpty else { return "nothing was recorded\n" }
    return events.map { event in
      let time: StyledText = Instant(event.at) == nil ? "\(untrusted: event.at, limit: 20)" : "\(untrusted: event.at)"
      let gone: StyledText = counting.contains(event.number) ? .empty : .quiet(" (taken back)")
      let words: StyledText = "\(.strong("\(untrusted: event.actor, limit: 60)")) \(wording(event).styled)\(gone)"
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

  func wording(_ id: StepID) -> Wording {
    step(id).map { "\(ours: $0.title) (\(ours: id.rawValue))" }
      ?? "\(value: id.rawValue), a step that this version does not have,"
  }
}
