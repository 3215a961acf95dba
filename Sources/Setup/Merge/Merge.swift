public import Playbook
public import SAML

/// What becomes of the changes in an exported checklist, worked out before anything is recorded.
///
/// Three states are compared: the set-up as it was exported, what somebody made of it, and the set-up as it is. Only what
/// somebody changed is looked at, and it is taken where the set-up has not changed at the same place since. Of a step
/// all is taken or nothing.
public struct Merge: Sendable {
  /// What a change is about.
  public enum Subject: Sendable, Equatable {
    /// A question of the start.
    case wish(Wish)
    /// A step.
    case step(StepID)
  }

  /// What becomes of a change.
  public enum Verdict: Sendable, Equatable {
    /// It is taken, as these events.
    case taken([Event])
    /// The set-up says the same already.
    case already
    /// The set-up, or the document itself, says something else.
    case conflict([Conflict])
    /// It breaks a rule of the set-up.
    case refused([Refusal])
  }

  /// A change and what becomes of it.
  public struct Outcome: Sendable, Equatable {
    /// What it is about.
    public let subject: Subject
    /// What becomes of it.
    public let verdict: Verdict
  }

  /// What becomes of each change: first of the questions, then of the steps in the playbook's order.
  public let outcomes: [Outcome]

  /// The most notes that are taken at one step.
  public static let mostNotes = 20

  /// Works out what becomes of changes.
  ///
  /// - Parameters:
  ///   - count: how many events the journal had when the checklist was exported.
  ///   - progress: where the set-up stands.
  ///   - actor: who made the changes.
  ///   - at: when they are recorded.
  public init(_ edits: ChecklistEdits, madeAfter count: Int, into progress: Progress, by actor: String, at: Instant) {
    var outcomes: [Outcome] = []
    var trial = progress
    func add(_ subject: Subject, _ verdict: Verdict) {
      outcomes.append(Outcome(subject: subject, verdict: verdict))
      if case .taken(let events) = verdict { trial = trial.adding(events, by: actor, at: at) }
    }
    for wish in progress.playbook.wishes {
      guard let isWanted = edits.wishes[wish] else { continue }
      add(.wish(wish), Self.judge(wish, isWanted, since: count, in: trial))
    }
    for step in progress.playbook.steps {
      guard let edit = edits.steps[step.id] else { continue }
      var judge = StepJudge(step: step, count: count, actor: actor, at: at, progress: trial)
      add(.step(step.id), judge.verdict(on: edit))
    }
    self.outcomes = outcomes
  }

  private static func judge(_ wish: Wish, _ isWanted: Bool, since count: Int, in progress: Progress) -> Verdict {
    if progress.answeredWishes.contains(wish), progress.wishes.contains(wish) == isWanted { return .already }
    let later = progress.lastChange(since: count) { if case .wished(wish, _) = $0 { true } else { false } }
    return later.map { .conflict([.changed($0)]) } ?? .taken([.wished(wish, isWanted)])
  }
}

extension Progress {
  /// The progress with more events, as if they had been recorded.
  public func adding(_ events: [Event], by actor: String, at: Instant) -> Progress {
    let last = history.last?.number ?? 0
    let records = events.enumerated().map { index, event in
      RecordedEvent(number: last + index + 1, at: at.description, actor: actor, event: event)
    }
    return Progress(history + records, playbook: playbook, now: now)
  }
}
