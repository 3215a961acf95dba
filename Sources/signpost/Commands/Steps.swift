import Console
import Platform
import Playbook
import Setup

/// `signpost step`: does to single steps, without the walk, what the walk does.
struct Steps {
  let options: StepOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    var setup = try SetUps(program).open(program)
    let known = setup.progress.playbook.steps.map(\.id)
    let ids = try options.ids.map { text throws(Failure) in try StepID(named: text, among: known) }
    for id in ids {
      switch options.action {
      case .done: try close(id, &setup)
      case .skip: try record(.skipped(id, reason: reason("a reason for skipping the step")), &setup)
      case .reopen: try record(.reopened(id, reason: optionalReason()), &setup)
      case .note: try record(.noted(id, reason("the text of the note")), &setup)
      case .answer: try answer(id, &setup)
      }
      if let state = setup.progress[id]?.state { program.hint("\(ours: id.rawValue): \(ours: state.name)") }
    }
    return .done
  }

  // MARK: Actions

  private func close(_ id: StepID, _ setup: inout Setup) throws(Failure) {
    guard let step = setup.progress[id]?.step else { return }
    var shown: [FactKey: String] = [:]
    if case .shown(let keys) = step.proof {
      for value in options.values {
        if let key = FactKey(rawValue: value.key), keys.contains(key) { shown[key] = value.value }
      }
    }
    try take(step, except: Set(shown.keys), &setup)
    let testimony: Testimony
    if case .word = step.proof, let word = try optionalReason() {
      testimony = .word(word)
    } else {
      testimony = shown.isEmpty ? .none : .shown(shown)
    }
    let evidence: ClosingEvidence
    do throws(Obstruction) {
      evidence = try setup.progress.closing(id, with: testimony)
    } catch { throw Failure(error, of: id) }
    try record(.closed(id, evidence), &setup)
  }

  private func answer(_ id: StepID, _ setup: inout Setup) throws(Failure) {
    guard let step = setup.progress[id]?.step else { return }
    if options.values.isEmpty, options.evidence == nil {
      let keys = step.asks.map(\.fact.rawValue).joined(separator: ", ")
      throw .inputNeeded("a value is needed: --value KEY=VALUE or --evidence FILE; the step asks for \(ours: keys)")
    }
    try take(step, except: [], &setup)
  }

  /// Records the values and the file that came with the command.
  private func take(_ step: Step, except keys: Set<FactKey>, _ setup: inout Setup) throws(Failure) {
    for value in options.values {
      guard let key = FactKey(rawValue: value.key) else {
        let names = FactKey.allCases.map(\.rawValue)
        let hint = StyledText.suggestion(for: value.key, among: names)
        throw .usage("there is no value \(given: value.key)\(hint)")
      }
      guard !keys.contains(key) else { continue }
      if case .derived(let source) = key.definition.origin {
        throw .usage("\(ours: key.rawValue) is derived from \(ours: source.rawValue); give that instead")
      }
      try record(.answered(Event.Answer(read(value.value, as: key, setup.progress), step: step.id)), &setup)
    }
    guard let evidence = options.evidence else { return }
    let files = step.asks.map(\.fact).filter { if case .metadataFile = $0.definition.kind { true } else { false } }
    guard let key = files.first else {
      throw .usage("the step \(ours: step.id.rawValue) is not proved by a file; omit --evidence")
    }
    let path = program.absolute(evidence.argument)
    try record(.filed(key, MetadataDesk(program: program).file(path, as: key, in: setup.progress)), &setup)
  }

  private func read(_ text: String, as key: FactKey, _ progress: Progress) throws(Failure) -> FactReading {
    do throws(Rejection) {
      return try key.read(text, in: progress.circumstances, now: program.now)
    } catch { throw .usage("\(ours: key.rawValue): \(untrusted: error.description)") }
  }

  // MARK: Words

  private func reason(_ what: StyledText) throws(Failure) -> Statement {
    guard let statement = try optionalReason() else {
      throw .inputNeeded("\(what) is needed: --reason TEXT")
    }
    return statement
  }

  private func optionalReason() throws(Failure) -> Statement? {
    guard let text = options.reason else { return nil }
    do throws(Rejection) {
      return try Statement(text)
    } catch { throw .usage("--reason: \(untrusted: error.description)") }
  }

  private func record(_ event: Event, _ setup: inout Setup) throws(Failure) {
    do throws(SetupError) {
      try setup.record(event, by: program.user, at: program.clock())
    } catch { throw Failure(error) }
  }
}

extension Failure {
  /// Why a step cannot be closed.
  init(_ obstruction: Obstruction, of id: StepID) {
    let lines = obstruction.obstacles.map { obstacle -> StyledText in
      "\(untrusted: obstacle.description)\(ours: obstacle.flag.map { " (\($0))" } ?? "")"
    }
    let text: StyledText = "\(ours: id.rawValue) is not closed: " + lines.joined(separator: "\n")
    let isMissing = obstruction.obstacles.contains { obstacle in
      switch obstacle {
      case .unanswered, .notCompared, .needsWord: true
      default: false
      }
    }
    self = isMissing ? .inputNeeded(text) : .findings(text)
  }
}

extension Obstacle {
  /// The flag by which `step done` is given what is missing; nil where nothing is.
  var flag: String? {
    switch self {
    case .needsWord: return "--reason TEXT"
    case .unanswered(let key):
      if case .derived = key.definition.origin { return nil }
      if case .metadataFile = key.definition.kind { return "--evidence FILE" }
      return "--value \(key.rawValue)=VALUE"
    case .notCompared(let keys): return keys.map { "--value \($0.rawValue)=VALUE" }.joined(separator: " ")
    default: return nil
    }
  }
}
