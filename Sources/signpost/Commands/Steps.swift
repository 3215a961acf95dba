import Console
import Playbook
import Setup

/// `signpost step`: does to single steps, without the walk, what the walk does.
struct Steps {
  let options: StepOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let sets = try SetUps(program)
    var setup = try sets.open()
    let progress = setup.progress
    let known = progress.playbook.steps.map(\.id)
    let ids = try options.ids.map { text throws(Failure) in try StepID(named: text, among: known) }
    var options = options
    let files = ids.compactMap { progress[$0]?.step.metadata }
    if options.evidence == .standardInput, let key = files.first {
      let desk = MetadataDesk(program: program)
      options.evidence = try .path(
        desk.keep(
          desk.standardInput(), from: "standard input", as: key, in: progress, of: setup.name, sets.store))
    }
    return try Steps(options: options, program: program).act(on: ids, &setup)
  }

  /// Records what the command says of the steps: all of it, or nothing where one of them cannot have it.
  private func act(on ids: [StepID], _ setup: inout Setup) throws(Failure) -> ExitStatus {
    let reason = try optionalReason()
    var events = options.action == .answer ? try answers(for: ids, reason, setup.progress) : []
    for id in ids {
      switch options.action {
      case .done:
        events += try closing(id, reason, setup.progress.adding(events, by: program.user, at: program.clock()))
      case .skip: events.append(.skipped(id, reason: try needed(reason, "a reason for skipping the step")))
      case .reopen: events.append(.reopened(id, reason: reason))
      case .note: events.append(.noted(id, try needed(reason, "the text of the note")))
      case .answer: break
      }
    }
    for event in events { try program.record(event, in: &setup) }
    for id in ids {
      if let state = setup.progress[id]?.state { program.hint("\(ours: id.rawValue): \(ours: state.name)") }
    }
    return .done
  }

  // MARK: Actions

  /// The events that close a step, and those of the values that came with the command before them.
  private func closing(_ id: StepID, _ reason: Statement?, _ progress: Progress) throws(Failure) -> [Event] {
    guard let step = progress[id]?.step else { return [] }
    var shown: [FactKey: String] = [:]
    if case .shown(let keys) = step.proof {
      for value in options.values {
        if let key = FactKey(rawValue: value.key), keys.contains(key) { shown[key] = value.value }
      }
    }
    let answers = try answers(in: step, except: Set(shown.keys), reason: nil, progress)
    let testimony: Testimony
    if case .word = step.proof, let word = reason {
      testimony = .word(word)
    } else {
      testimony = shown.isEmpty ? .none : .shown(shown)
    }
    do throws(Obstruction) {
      let evidence = try progress.adding(answers, by: program.user, at: program.clock()).closing(id, with: testimony)
      return answers + [.closed(id, evidence)]
    } catch { throw Failure(error, of: step) }
  }

  /// The values and the file that came with the command, for each step.
  private func answers(
    for ids: [StepID], _ reason: Statement?, _ progress: Progress
  ) throws(Failure) -> [Event] {
    let steps = ids.compactMap { progress[$0]?.step }
    if options.values.isEmpty, options.evidence == nil {
      let keys = steps.flatMap(\.asks).map(\.fact.rawValue).joined(separator: ", ")
      throw .inputNeeded("a value is needed: --value KEY=VALUE or --evidence FILE; the step asks for \(ours: keys)")
    }
    if options.values.isEmpty, reason != nil {
      throw .usage("--reason says where a --value comes from, and there is none; words beside a file are a step note")
    }
    var events: [Event] = []
    for step in steps {
      events += try answers(
        in: step, reason: reason, progress.adding(events, by: program.user, at: program.clock()))
    }
    return events
  }

  /// The values and the file that came with the command, as events of a step. Each is read with what those before it
  /// say.
  private func answers(
    in step: Step, except keys: Set<FactKey> = [], reason: Statement?, _ progress: Progress
  ) throws(Failure) -> [Event] {
    var events: [Event] = []
    var trial: Progress { progress.adding(events, by: program.user, at: program.clock()) }
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
      events.append(.answered(Event.Answer(try read(value.value, as: key, trial), step: step.id, evidence: reason)))
    }
    guard let evidence = options.evidence else { return events }
    guard let key = step.metadata else {
      throw .usage("the step \(ours: step.id.rawValue) is not proved by a file; omit --evidence")
    }
    let path = program.absolute(evidence.argument)
    return events + [.filed(key, try MetadataDesk(program: program).file(path, as: key, in: trial))]
  }

  private func read(_ text: String, as key: FactKey, _ progress: Progress) throws(Failure) -> FactReading {
    do throws(Rejection) {
      return try key.read(text, in: progress.circumstances, now: program.now)
    } catch { throw .usage("\(ours: key.rawValue): \(untrusted: error.description)") }
  }

  // MARK: Words

  private func needed(_ reason: Statement?, _ what: StyledText) throws(Failure) -> Statement {
    guard let reason else { throw .inputNeeded("\(what) is needed: --reason TEXT") }
    return reason
  }

  private func optionalReason() throws(Failure) -> Statement? {
    guard let text = options.reason else { return nil }
    do throws(Rejection) {
      return try Statement(text)
    } catch { throw .usage("--reason: \(untrusted: error.description)") }
  }
}

extension Step {
  /// The metadata file that the step asks for; nil where it asks for none.
  var metadata: FactKey? {
    asks.map(\.fact).first(where: \.definition.kind.isMetadataFile)
  }
}

extension Failure {
  /// Why a step cannot be closed.
  init(_ obstruction: Obstruction, of step: Step) {
    let lines = obstruction.obstacles.map { obstacle -> StyledText in
      "\(untrusted: obstacle.description)\(ours: obstacle.flag(in: step).map { " (\($0))" } ?? "")"
    }
    let text: StyledText = "\(ours: step.id.rawValue) is not closed: " + lines.joined(separator: "\n")
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
  /// The flag by which `step done` is given what is missing; nil where nothing is, or where another step asks for it.
  func flag(in step: Step) -> String? {
    switch self {
    case .needsWord: return "--reason TEXT"
    case .unanswered(let key):
      if case .derived = key.definition.origin { return nil }
      if key.definition.kind.isMetadataFile { return step.metadata == key ? "--evidence FILE" : nil }
      return "--value \(key.rawValue)=VALUE"
    case .notCompared(let keys): return keys.map { "--value \($0.rawValue)=VALUE" }.joined(separator: " ")
    default: return nil
    }
  }
}
