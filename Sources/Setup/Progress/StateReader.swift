import Playbook

/// Works out the states of steps; each once, however many steps ask.
struct StateReader {
  private let fold: Fold
  private let wishes: Set<Wish>
  private let values: [FactKey: [String]]
  private var known: [StepID: StepState] = [:]
  private var underway: Set<StepID> = []

  init(_ fold: Fold) {
    self.fold = fold
    wishes = fold.wishes
    values = fold.facts.mapValues(\.values)
  }

  mutating func state(of step: Step) -> StepState {
    if let state = known[step.id] { return state }
    // Playbooks have no circles; should one, its steps wait for each other instead of hanging the program.
    guard underway.insert(step.id).inserted else { return .waiting(for: []) }
    let state = derive(step)
    underway.remove(step.id)
    known[step.id] = state
    return state
  }

  /// Whether a step is done once more, in its other way.
  mutating func isRepeated(_ step: Step, _ state: StepState) -> Bool {
    guard case .stale = state, let after = step.again?.after, let other = fold.steps[after] else { return false }
    return switch self.state(of: other) {
    case .done, .stale: true
    default: false
    }
  }

  private mutating func derive(_ step: Step) -> StepState {
    let applies = applies(step)
    if applies == false { return .notApplicable }
    if let closing = fold.closings[step.id] {
      let changes = fold.changes(since: closing, of: step)
      return changes.isEmpty ? .done(closing) : .stale(closing, changes)
    }
    if let skip = fold.skips[step.id] { return .skipped(skip) }
    guard applies != nil else {
      var seen: Set<FactKey> = []
      return .undecided(until: step.when.references.filter { values[$0] == nil && seen.insert($0).inserted })
    }
    var unmet: [StepID] = []
    for need in step.needs where !isSettled(need) { unmet.append(need) }
    return unmet.isEmpty ? .ready : .waiting(for: unmet)
  }

  /// Whether the step applies. A fact without a value that nobody will give any more counts as empty.
  private mutating func applies(_ step: Step) -> Bool? {
    var facts = values
    for fact in step.when.references where facts[fact] == nil {
      let giver = fold.playbook.step(giving: fact)
      if giver == nil || giver.map({ state(of: $0).isSettled }) == true { facts[fact] = [] }
    }
    return step.when.holds(in: Circumstances(wishes: wishes, facts: facts))
  }

  /// A need that the playbook does not have holds nobody up.
  private mutating func isSettled(_ id: StepID) -> Bool {
    guard let step = fold.steps[id] else { return true }
    return state(of: step).isSettled
  }
}
