import Console
import Playbook
import SAML
import Setup

/// Leads an operator through a set-up: draws what the wizard decides, asks, and has each answer on the disk before the
/// next question.
final class Walk {
  private var setup: Setup
  private var wizard = Wizard()
  private var given: Given
  private let program: Program
  /// Nil where nobody may be asked.
  private let prompter: Prompter?
  private let screen: Screen
  private var drawn: StepID?

  init(_ setup: consuming Setup, given: Given, program: Program, prompter: Prompter?, screen: Screen) {
    self.setup = setup
    self.given = given
    self.program = program
    self.prompter = prompter
    self.screen = screen
  }

  /// Walks until everything is done or the operator leaves.
  func run() throws(Failure) -> ExitStatus {
    greet()
    try takeGiven()
    while true {
      try closeWhatIsProved()
      guard let ask = wizard.next(setup.progress) else { return finish() }
      draw(ask)
      for effect in try answer(to: ask) {
        if effect == .leave { return leave() }
        try perform(effect)
      }
    }
  }

  // MARK: Asking

  private func answer(to ask: Ask) throws(Failure) -> [Wizard.Effect] {
    if let answer = given.take(for: ask) {
      let effects = take(answer, to: ask)
      if prompter == nil, let refusal = refusal(in: effects) { throw .usage(refusal) }
      return effects
    }
    guard let prompter else {
      // Where nobody can be asked, what the question assumes is what is wanted.
      if case .wish(let wish) = ask { return [.record(.wished(wish, wish.assumed))] }
      if case .answer(_, let question) = ask, let start = start(of: question) {
        return wizard.take(start, to: ask, setup.progress)
      }
      throw needed(ask, "and prompting is off")
    }
    switch prompter.ask(prompt(for: ask)) {
    case .answer(let text): return wizard.take(text, to: ask, setup.progress)
    case .command(let command): return wizard.take(command, at: ask, setup.progress)
    case .endOfInput: throw needed(ask, "and the input has ended")
    case .interrupted: throw .interrupted("interrupted; all answers are saved", continueWith: command)
    }
  }

  private func take(_ answer: Given.Answer, to ask: Ask) -> [Wizard.Effect] {
    switch answer {
    case .text(let text): return wizard.take(text, to: ask, setup.progress)
    case .entries(let entries): return wizard.take(entries.joined(separator: "\n"), to: ask, setup.progress)
    case .skip(let reason): return ask.step.map { [.record(.skipped($0, reason: reason))] } ?? []
    }
  }

  /// What was said against a given answer: an effect that only speaks, where one that records was hoped for.
  private func refusal(in effects: [Wizard.Effect]) -> StyledText? {
    let changes = effects.contains { effect in
      switch effect {
      case .record, .file, .judgePair, .begin: true
      default: false
      }
    }
    guard !changes, case .say(let lines)? = effects.first else { return nil }
    return lines.joined(separator: "\n")
  }

  private func needed(_ ask: Ask, _ why: StyledText) -> Failure {
    .inputNeeded(
      """
      an answer is needed, \(why): \(question(of: ask)). Give it with \(.command("\(ours: ask.flag)")). Nothing is lost
      """, continueWith: command)
  }

  /// The command that goes on with this set-up.
  private var command: StyledText { program.command("setup", for: setup.name) }

  private func prompt(for ask: Ask) -> Prompt {
    switch ask {
    case .wish(let wish):
      let isWanted = setup.progress.answeredWishes.contains(wish) ? setup.progress.wishes.contains(wish) : wish.assumed
      return .text("\(question(of: ask)) (y/n)", default: isWanted ? "y" : "n", commands: [.back, .help, .quit])
    case .flow: return .text("\(question(of: ask)) (y/n)", default: "y", commands: [.back, .help, .quit])
    case .answer(_, let question):
      let known = setup.progress.facts[question.fact]?.values.joined(separator: ", ") ?? start(of: question)
      return .text(
        self.question(of: ask), default: known ?? (question.isOptional ? "" : nil), commands: PromptCommand.everywhere)
    case .shown: return .text(question(of: ask), commands: PromptCommand.everywhere)
    case .pair: return .text(question(of: ask), default: "", commands: PromptCommand.everywhere)
    case .word: return .enter(question(of: ask), commands: PromptCommand.everywhere)
    case .review: return .enter(question(of: ask), commands: [.again, .back, .note, .pitfalls, .help, .quit])
    case .reason, .note: return .text(question(of: ask), commands: [.back, .quit])
    }
  }

  /// What the playbook proposes as an answer.
  private func start(of question: Question) -> String? {
    setup.progress.playbook.startValues(of: question.fact)?.joined(separator: ", ")
  }

  private func question(of ask: Ask) -> StyledText {
    let screen = ask.step.flatMap(stepScreen)
    switch ask {
    case .wish(let wish): return stepFree(wish.prompt)
    case .flow(let flow):
      let source = setup.progress.identitySource.map(\.words) ?? ""
      return "Since \(ours: source), the flow for it is \(.command("\(ours: flow.rawValue)")). Go on with that one?"
    case .answer(_, let question):
      let field: StyledText = question.field.map { " (\(.label("\(ours: $0.text)")))" } ?? ""
      return (screen?.text(of: question.prompt) ?? "") + field
    case .shown(_, let key): return "Paste what the console shows now as \(screen?.name(of: key) ?? .empty)"
    case .word(let id):
      guard case .word(let see)? = setup.progress[id]?.step.proof, let screen else {
        return "Press Enter when it is done"
      }
      return "Press Enter when you see \(screen.text(of: see))"
    case .pair: return "Press Enter to judge both files again, or give the path of another one"
    case .review: return "Press Enter to continue"
    case .reason: return "Why is the step skipped?"
    case .note: return "What should the note say?"
    }
  }

  private func stepFree(_ phrase: Phrase) -> StyledText { "\(ours: phrase.plain())" }

  // MARK: Doing

  private func record(_ event: Event) throws(Failure) {
    do throws(SetupError) {
      try setup.record(event, by: program.user, at: program.clock())
    } catch { throw Failure(error) }
  }

  private func perform(_ effect: Wizard.Effect) throws(Failure) {
    switch effect {
    case .record(let event): try recordAndTell(event)
    case .say(let lines): lines.forEach { screen.print(paragraph: $0, indent: 2) }
    case .explain(let id): stepScreen(id)?.explanation.forEach { screen.print(paragraph: $0, indent: 2, hanging: 4) }
    case .pitfalls(let id):
      let pitfalls = stepScreen(id)?.pitfalls ?? []
      if pitfalls.isEmpty { screen.print(paragraph: "No pitfalls are known for this step.", indent: 2) }
      pitfalls.forEach { screen.print(paragraph: $0, indent: 2, hanging: 4) }
    case .file(let key, let path): try file(key, path)
    case .judgePair(let path): try judgePair(path)
    case .begin(let flow): try begin(flow)
    case .leave: break
    }
  }

  private func recordAndTell(_ event: Event) throws(Failure) {
    try record(event)
    switch event {
    case .closed(let id, let evidence):
      wizard.focus = nil
      try recordSecrets(of: id)
      tell(id, "\(mark: .done)", "\(untrusted: evidence.summary, limit: 100)")
    case .compared(_, let compared):
      screen.print(paragraph: "\(mark: .done) \(ours: compared.fact.definition.title) matches", indent: 2)
    case .skipped(let id, let reason): tell(id, "\(mark: .skipped)", "skipped: \(untrusted: reason.text, limit: 100)")
    default: break
    }
  }

  /// One line that stays: what a step came to.
  private func tell(_ id: StepID, _ sign: StyledText, _ words: StyledText) {
    guard let screen = stepScreen(id) else { return }
    self.screen.print(paragraph: "\(sign) \(screen.number) \(ours: screen.step.title)  \(.quiet(words))", hanging: 4)
    self.screen.print()
  }

  /// That a secret was entered, and on which day; never the secret.
  private func recordSecrets(of id: StepID) throws(Failure) {
    for paste in setup.progress[id]?.step.pastes ?? [] {
      guard case .secret(let secret) = paste.value else { continue }
      let day = setup.progress.facts[.scimTokenCreated]?.values.first ?? program.now.date
      try record(.secretEntered(secret, on: day))
    }
  }

  /// Goes on with another flow, which begins with the same answer.
  private func begin(_ flow: Playbook.Flow) throws(Failure) {
    let progress = setup.progress
    guard let playbook = Playbook.of(progress.playbook.provider, flow: flow) else { return }
    do throws(SetupError) {
      try setup.begin(playbook, by: program.user, at: program.clock())
    } catch { throw Failure(error) }
    if let step = playbook.step(giving: .identitySource), let source = progress.identitySource,
      let reading = try? FactKey.identitySource.read(source.rawValue, in: progress.circumstances, now: progress.now)
    {
      try record(.answered(Event.Answer(reading, step: step.id)))
    }
    wizard = Wizard()
    drawn = nil
    screen.print()
    screen.print(.strong("\(ours: playbook.title)"))
    lookAhead()
    screen.print()
  }

  private func closeWhatIsProved() throws(Failure) {
    while let (id, evidence) = wizard.closing(setup.progress) { try recordAndTell(.closed(id, evidence)) }
  }

  // MARK: Files

  /// Takes what came with the command before anything is asked: what the files say need not be, and what contradicts
  /// them is said at once.
  private func takeGiven() throws(Failure) {
    for (wish, isWanted) in given.takeWishes() {
      let isKnown = setup.progress.answeredWishes.contains(wish)
      if !isKnown || setup.progress.wishes.contains(wish) != isWanted { try record(.wished(wish, isWanted)) }
    }
    for key in [FactKey.awsMetadata, .idpMetadata] {
      if let path = given.takeText(key) { try file(key, path) }
    }
    let portal = Ask.answer("", Question(.portalURL, ""))
    if setup.progress.facts[.portalURL] == nil, let answer = given.take(for: portal) {
      let effects = take(answer, to: portal)
      if prompter == nil, let refusal = refusal(in: effects) { throw .usage(refusal) }
      for effect in effects { try perform(effect) }
    }
  }

  private func file(_ key: FactKey, _ typed: String) throws(Failure) {
    let path = program.absolute(TypedPath(typed, home: program.home).path)
    do throws(Failure) {
      let evidence = try MetadataDesk(program: program).file(path, as: key, in: setup.progress)
      try record(.filed(key, evidence))
    } catch {
      if prompter == nil { throw error }
      screen.print(paragraph: error.message, indent: 2)
    }
  }

  /// Judges both files as they are now, or another one beside the one that stays.
  private func judgePair(_ typed: String) throws(Failure) {
    let path = typed.isEmpty ? setup.progress.file(.idpMetadata)?.path ?? "" : TypedPath(typed, home: program.home).path
    let isAWS = MetadataDesk(program: program).isServiceProvider(path)
    try file(isAWS ? .awsMetadata : .idpMetadata, path)
  }

  // MARK: Drawing

  private func stepScreen(_ id: StepID) -> StepScreen? {
    let steps = setup.progress.playbook.steps
    guard let index = steps.firstIndex(where: { $0.id == id }) else { return nil }
    return StepScreen(
      step: steps[index], number: index + 1, count: steps.count, facts: setup.progress.circumstances.facts)
  }

  private func greet() {
    let playbook = setup.progress.playbook
    screen.print(.strong("\(ours: playbook.title)"))
    for notice in setup.notices { screen.print(paragraph: "\(.caution("caution")): \(untrusted: notice)", indent: 2) }
    let counts = setup.progress.counts
    let legend: StyledText = """
      \(.command("?")) why and where, \(.command("b")) back, \(.command("s")) skip, \(.command("n")) note, \
      \(.command("p")) pitfalls, \(.command("q")) leave; where text is asked for, type a colon first (\(.command(":q")))
      """
    if setup.progress.isUntouched {
      lookAhead()
    } else {
      screen.print(paragraph: "\(counts.done) of \(counts.applicable) steps done", indent: 2)
    }
    let place: StyledText = .path("\(untrusted: setup.path)")
    screen.print(paragraph: "Saved in \(place); you can leave at any time.", indent: 2, hanging: 4)
    screen.print(paragraph: legend, indent: 2, hanging: 4)
    screen.print()
  }

  private func lookAhead() {
    let preflight = Preflight(setup.progress.playbook, source: setup.progress.identitySource)
    PreflightPage(preflight: preflight).paragraphs.forEach { screen.print(paragraph: $0, indent: 2, hanging: 4) }
  }

  private func draw(_ ask: Ask) {
    guard let id = ask.step, drawn != id, let step = stepScreen(id), let state = setup.progress[id]?.state
    else { return }
    drawn = id
    screen.print(paragraph: step.heading, hanging: 4)
    screen.print(paragraph: step.place, indent: 2, hanging: 4)
    switch state {
    case .stale(_, let changes):
      for change in changes {
        screen.print(paragraph: "\(.caution("stale")): \(untrusted: change.description)", indent: 2, hanging: 4)
      }
    case .done(let closing):
      screen.print(paragraph: "done: \(untrusted: closing.evidence.summary)", indent: 2, hanging: 4)
    case .skipped(let skip): screen.print(paragraph: "skipped: \(untrusted: skip.reason.text)", indent: 2, hanging: 4)
    default: break
    }
    step.body.forEach { screen.print(paragraph: $0, indent: 2, hanging: 5) }
  }

  // MARK: Ends

  private func leave() -> ExitStatus {
    screen.print("Saved. Continue with: \(command)")
    return .done
  }

  private func finish() -> ExitStatus {
    let progress = setup.progress
    if progress.isComplete {
      screen.print(.success("Everything is done."))
      for date in progress.datesAhead {
        let days: StyledText = "\(date.daysLeft) day\(ours: date.daysLeft == 1 ? "" : "s")"
        let line: StyledText = "\(mark: .bullet) \(ours: date.day): \(ours: date.fact.definition.title), in \(days)"
        screen.print(paragraph: line, indent: 2, hanging: 4)
      }
    } else {
      screen.print("Nothing more can be done now:")
      for step in progress.steps {
        if case .waiting(let needs) = step.state {
          let names = needs.map(\.rawValue).joined(separator: ", ")
          screen.print(paragraph: "\(ours: step.step.title): waits for \(ours: names)", indent: 2, hanging: 4)
        }
      }
    }
    screen.print("Hand it over with: \(program.command("export", for: setup.name))")
    return .done
  }
}
