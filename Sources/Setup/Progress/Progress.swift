public import Playbook
public import SAML

/// Where a set-up stands, worked out from its events and nothing else: the same events, playbook and clock give the
/// same progress.
public struct Progress: Sendable {
  /// The playbook that is followed.
  public let playbook: Playbook
  /// The clock of the dates ahead.
  public let now: Instant
  /// How the playbook was last begun; nil where nothing has begun.
  public let start: Event.Start?
  /// The number of the event by which the playbook was last begun; 0 where nothing has begun.
  let began: Int
  /// The facts as they were then.
  let before: [FactKey: [String]]
  /// Whether the flow recurs and nothing was left to do at some moment since it was begun, so that it begins anew when
  /// it is started again.
  public let isFinished: Bool
  /// What the organisation wants. A wish that nobody answered is as its question assumes.
  public let wishes: Set<Wish>
  /// The wishes that somebody answered.
  public let answeredWishes: Set<Wish>
  /// The facts that have a value.
  public let facts: [FactKey: Fact]
  /// What was compared in steps that are not closed yet.
  let comparisons: [StepID: [FactKey: ClosingEvidence.Compared]]
  /// Each secret that was entered: the last time.
  public let secrets: [Secret: SecretEntry]
  /// The playbook's steps, in its order.
  public let steps: [StepProgress]
  /// Every event, in order, those of steps that the playbook does not have (any more) and those that were taken back
  /// included.
  public let history: [RecordedEvent]
  /// The events that count: those of the history that nobody took back.
  public let counting: [RecordedEvent]

  /// A step and where it stands.
  public struct StepProgress: Sendable, Identifiable {
    /// The step, as it is done now.
    public let step: Step
    /// Where it stands.
    public let state: StepState
    /// What was written beside it, oldest first.
    public let notes: [Note]
    /// Until when it was last put aside since it was open; nil where it was not. The time may have come meanwhile.
    public let postponed: Postponement?

    /// The step's id.
    public var id: StepID { step.id }
  }

  /// That a secret was entered; the secret itself is nowhere.
  public struct SecretEntry: Sendable, Equatable {
    /// The day, `YYYY-MM-DD`.
    public let on: String
    /// Who recorded it.
    public let actor: String
    /// The number of the event.
    public let number: Int
  }

  /// Folds events into progress.
  ///
  /// The steps of each flow stand beside those of the others: a flow that was left for another one goes on where it was
  /// when it is started again. One that recurs and was finished (another token is due, a year later) begins anew: its
  /// steps are open again, facts and history stay. But what proves a step has to be given anew: last year's token is not
  /// this year's.
  public init(_ events: [RecordedEvent], playbook: Playbook, now: Instant) {
    let counting = events.counting
    var fold = Fold(playbook: playbook)
    for event in counting { fold.take(event) }
    var states = StateReader(fold)
    self.playbook = playbook
    self.now = now
    start = fold.start
    began = fold.began
    before = fold.before
    isFinished = fold.isFinished
    wishes = fold.wishes
    answeredWishes = Set(fold.wanted.keys)
    facts = fold.facts
    secrets = fold.secrets
    comparisons = fold.comparisons
    let source = fold.facts[.identitySource]?.values.first.flatMap(IdentitySource.init(rawValue:))
    steps = playbook.steps.map { step in
      let state = states.state(of: step)
      let told = source.map(step.coming) ?? step
      return StepProgress(
        step: states.isRepeated(step, state) ? told.repeated : told, state: state, notes: fold.notes[step.id] ?? [],
        postponed: fold.postponements[step.id])
    }
    history = events
    self.counting = counting
  }

  /// The step of that id and where it stands; nil where the playbook has no such step.
  public subscript(_ id: StepID) -> StepProgress? { steps.first { $0.id == id } }

  /// The metadata file of a fact, as it was judged.
  public func file(_ key: FactKey) -> FileEvidence? {
    if case .filed(let file)? = facts[key]?.provenance { file } else { nil }
  }

  /// Whether a question has to be asked: it was never answered, its step was opened again after the answer, or the answer
  /// would prove the step and is older than the beginning of the playbook.
  public func wants(_ question: Question, in step: Step) -> Bool {
    guard let fact = answer(to: question, in: step) else { return true }
    let reopened = counting.last { event in
      if case .reopened(step.id, _) = event.event { true } else { false }
    }
    return fact.number < reopened?.number ?? 0
  }

  /// What answers a question already: where the answer would prove the step, nothing that is older than the beginning
  /// of the playbook.
  public func answer(to question: Question, in step: Step) -> Fact? {
    step.proof.references.contains(question.fact) ? proving(question.fact) : facts[question.fact]
  }

  /// A fact that can prove a step: one that was given since the playbook was begun.
  func proving(_ key: FactKey) -> Fact? { facts[key].flatMap { $0.number < began ? nil : $0 } }

  /// The facts as texts, which conditions and readings ask for.
  public var circumstances: Circumstances { Circumstances(wishes: wishes, facts: facts.mapValues(\.values)) }

  /// What to do next: the first step, in the playbook's order, that is ready or stale and not put aside.
  ///
  /// A stale step keeps its place in the order: what needs it waits until it was closed again, and what does not need
  /// it is not held up by it. A step that was put aside comes back at its place, once its time has come.
  public var next: StepProgress? {
    steps.first { progress in
      switch progress.state {
      case .ready, .stale: progress.postponement(at: now) == nil
      default: false
      }
    }
  }

  /// Whether nothing is left to do.
  public var isComplete: Bool { steps.allSatisfy(\.state.isSettled) }

  /// Whether the playbook has changed since the set-up was begun with it. Progress goes by step ids, so that it stays.
  public var isPlaybookChanged: Bool { start.map { $0.playbook != playbook.digest } ?? false }

  /// The steps of events that the playbook does not have (any more), each once, in the order of the events.
  public var unknownSteps: [StepID] {
    let known = Set(playbook.steps.map(\.id))
    var seen: Set<StepID> = []
    return history.compactMap(\.event.step).filter { !known.contains($0) && seen.insert($0).inserted }
  }

  /// How many steps stand where.
  public var counts: Counts { Counts(steps.map(\.state)) }

  /// How many steps stand where.
  public struct Counts: Sendable, Equatable {
    /// Steps that are done.
    public private(set) var done = 0
    /// Steps that were left out.
    public private(set) var skipped = 0
    /// Steps whose evidence changed.
    public private(set) var stale = 0
    /// Steps that can be done now.
    public private(set) var ready = 0
    /// Steps that need others first.
    public private(set) var waiting = 0
    /// Steps of which it is open whether they apply.
    public private(set) var undecided = 0
    /// Steps that the organisation does not need.
    public private(set) var notApplicable = 0

    init(_ states: [StepState]) {
      for state in states {
        switch state {
        case .done: done += 1
        case .skipped: skipped += 1
        case .stale: stale += 1
        case .ready: ready += 1
        case .waiting: waiting += 1
        case .undecided: undecided += 1
        case .notApplicable: notApplicable += 1
        }
      }
    }

    /// Steps that apply, or may.
    public var applicable: Int { done + skipped + stale + ready + waiting + undecided }
  }
}
