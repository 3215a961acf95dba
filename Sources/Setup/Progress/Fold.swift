import Parties
import Playbook
import SAML

/// The state of a set-up while its events are taken in, one after the other.
struct Fold {
  let playbook: Playbook
  let steps: [StepID: Step]
  /// How the playbook was last begun.
  private(set) var start: Event.Start?
  /// The number of the event by which the playbook was last begun.
  private(set) var began = 0
  /// The facts as they were then.
  private(set) var before: [FactKey: [String]] = [:]
  /// Whether nothing was left to do at some moment since then.
  private(set) var isFinished = false
  /// The flow that was begun, or gone back to, last.
  private var open: Event.Start?
  private(set) var wanted: [Wish: Bool] = [:]
  private(set) var facts: [FactKey: Fact] = [:]
  private(set) var secrets: [Secret: Progress.SecretEntry] = [:]
  private(set) var closings: [StepID: Closing] = [:]
  private(set) var skips: [StepID: Skip] = [:]
  /// What was compared in steps that are not closed yet.
  private(set) var comparisons: [StepID: [FactKey: ClosingEvidence.Compared]] = [:]
  /// The steps that were put aside, whether or not their time has come.
  private(set) var postponements: [StepID: Postponement] = [:]
  private(set) var notes: [StepID: [Note]] = [:]

  init(playbook: Playbook) {
    self.playbook = playbook
    steps = Dictionary(playbook.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var wishes: Set<Wish> { Set(Wish.allCases.filter { wanted[$0] ?? $0.assumed }) }

  mutating func take(_ record: RecordedEvent) {
    switch record.event {
    case .started(let start): take(start, record)
    case .wished(let wish, let isWanted): wanted[wish] = isWanted
    case .answered(let answer): take(answer, record)
    case .filed(let key, let file): take(file, for: key, record)
    case .compared(let id, let compared): comparisons[id, default: [:]][compared.fact] = compared
    case .closed(let id, let evidence):
      guard let step = steps[id] else { return }
      skips[id] = nil
      comparisons[id] = nil
      postponements[id] = nil
      closings[id] = Closing(
        actor: record.actor, at: record.at, number: record.number, evidence: evidence,
        foundation: foundation(of: step, evidence))
      finish()
    case .skipped(let id, let reason):
      closings[id] = nil
      postponements[id] = nil
      skips[id] = Skip(reason: reason, actor: record.actor, at: record.at, number: record.number)
      finish()
    case .reopened(let id, _):
      if steps[id] != nil { isFinished = false }
      closings[id] = nil
      skips[id] = nil
      comparisons[id] = nil
      postponements[id] = nil
    case .contradicted(let id, let answer): closings[id]?.contradiction = answer
    case .noted(let id, let text):
      notes[id, default: []].append(Note(text: text, actor: record.actor, at: record.at, number: record.number))
    case .secretEntered(let secret, let day):
      secrets[secret] = Progress.SecretEntry(on: day, actor: record.actor, number: record.number)
    case .postponed(let id, let until):
      postponements[id] = Postponement(until: until, actor: record.actor, at: record.at, number: record.number)
    // What was taken back is not among the events that are folded.
    case .undone, .unknown: return
    }
  }

  // MARK: Flows

  /// Begins the playbook, or goes back to it: what was done in a flow that was left for another one stands when it is
  /// started again, unless it is one that recurs and was finished.
  private mutating func take(_ start: Event.Start, _ record: RecordedEvent) {
    // What made steps inapplicable can have finished the flow too.
    if began > 0 { finish() }
    let isReturn = began > 0 && open?.flow != start.flow && !(playbook.flow.recurs && isFinished)
    open = start
    guard start.provider == playbook.provider, start.flow == playbook.flow.rawValue, !isReturn else { return }
    self.start = start
    began = record.number
    before = facts.mapValues(\.values)
    isFinished = false
    closings = [:]
    skips = [:]
    comparisons = [:]
    postponements = [:]
  }

  /// Notes that nothing is left to do. Only of a flow that recurs does anybody ask.
  private mutating func finish() {
    guard playbook.flow.recurs, began > 0, !isFinished else { return }
    var states = StateReader(self)
    isFinished = playbook.steps.allSatisfy { states.state(of: $0).isSettled }
  }

  // MARK: Facts

  private mutating func set(
    _ key: FactKey, _ values: [String], _ provenance: Fact.Provenance, _ record: RecordedEvent
  ) {
    facts[key] = Fact(
      key: key, values: values, provenance: provenance, actor: record.actor, at: record.at, number: record.number)
  }

  private mutating func take(_ answer: Event.Answer, _ record: RecordedEvent) {
    // What a file says is not for people to say otherwise, and a file has to be judged before it counts.
    if answer.fact.definition.kind.isMetadataFile { return }
    if case .readFrom? = facts[answer.fact]?.provenance { return }
    set(answer.fact, answer.values, .answered(step: answer.step), record)
    guard answer.fact == .scimTokenCreated else { return }
    facts[.scimTokenExpires] = nil
    if let day = answer.values.first, let end = SCIMToken.end(ofCreation: day) {
      set(.scimTokenExpires, [end.date], .workedOut(from: .scimTokenCreated), record)
    }
    remind(.scimTokenReminder, of: .scimTokenExpires, before: AWSLimits.scimTokenReminderDays, record)
  }

  /// Works out the day of a reminder anew from the day of which it reminds.
  private mutating func remind(_ key: FactKey, of day: FactKey, before days: Int, _ record: RecordedEvent) {
    facts[key] = nil
    guard let end = facts[day]?.values.first.flatMap(Instant.init(day:)) else { return }
    set(key, [end.adding(days: -Int64(days)).date], .workedOut(from: day), record)
  }

  private mutating func take(_ file: FileEvidence, for key: FactKey, _ record: RecordedEvent) {
    // What the former file said and this one does not say has no value any more.
    for (other, fact) in facts where fact.provenance == .readFrom(key) { facts[other] = nil }
    set(key, [file.path], .filed(file), record)
    for (derived, values) in file.facts { set(derived, values, .readFrom(key), record) }
    guard key == .idpMetadata else { return }
    remind(.idpCertificateReminder, of: .idpCertificateExpires, before: AWSLimits.certificateIndicatorDays, record)
  }

  // MARK: What evidence rests on

  /// What the step's evidence rests on, as it is at this moment; what has no value cannot have been relied upon.
  private func foundation(of step: Step, _ evidence: ClosingEvidence) -> [Dependency: [String]] {
    var foundation: [Dependency: [String]] = [:]
    for dependency in step.dependencies { foundation[dependency] = current(dependency) }
    // The evidence itself knows best what it was made of.
    switch evidence {
    case .file(let key, let digest): foundation[Dependency(fact: key, form: .asIs)] = [digest]
    case .value(let key, let values): foundation[Dependency(fact: key, form: step.form(of: key))] = values
    case .pair(let idp, let aws):
      foundation[Dependency(fact: .idpMetadata, form: .asIs)] = [idp]
      foundation[Dependency(fact: .awsMetadata, form: .asIs)] = [aws]
    case .comparison(let compared):
      for entry in compared { foundation[Dependency(fact: entry.fact, form: entry.form)] = entry.proposed }
    case .word, .live: break
    }
    return foundation
  }

  /// What a step would rest on now.
  func current(_ dependency: Dependency) -> [String]? {
    guard let fact = facts[dependency.fact] else { return nil }
    return dependency.form == .asIs
      ? fact.essence : dependency.form.applied(to: dependency.fact, in: facts.mapValues(\.values))
  }

  /// What has changed since a step was closed. The order of a list is no change.
  func changes(since closing: Closing, of step: Step) -> [Change] {
    if let answer = closing.contradiction, let fact = step.liveClaim?.fact {
      let values = facts[fact]?.values ?? []
      return [Change(fact: fact, then: values, now: values, source: nil, answer: answer)]
    }
    let order = FactKey.allCases
    return closing.foundation.keys
      .sorted { (order.firstIndex(of: $0.fact) ?? 0) < (order.firstIndex(of: $1.fact) ?? 0) }
      .compactMap { dependency in
        guard let then = closing.foundation[dependency] else { return nil }
        let now = current(dependency)
        guard then.sorted() != now?.sorted() else { return nil }
        return Change(fact: dependency.fact, then: then, now: now, source: source(of: dependency.fact))
      }
  }

  private func source(of key: FactKey) -> FactKey? {
    switch facts[key]?.provenance {
    case .readFrom(let file): return file
    case .workedOut(let fact): return fact
    case .answered, .filed: return nil
    case nil:
      if case .derived(let from) = key.definition.origin { return from }
      return nil
    }
  }
}
