import Console
import Platform
import Playbook
import SAML
import Setup

/// Leads an operator through a set-up: draws what the wizard decides, asks, and has each answer on the disk before the
/// next question.
final class Walk {
  var setup: Setup
  var wizard = Wizard()
  private var given: Given
  let program: Program
  let store: SetupStore
  let board: Board
  /// Whether somebody can be asked.
  let asks: Bool
  /// The last answer, where it was not taken: it is there to be put right.
  var refused: String?
  /// The command that the last answer would be with a colon before it.
  private(set) var commandMeant: PromptCommand?

  init(
    _ setup: consuming Setup, in store: SetupStore, given: Given, program: Program, board: Board, asks: Bool
  ) {
    self.setup = setup
    self.store = store
    self.given = given
    self.program = program
    self.board = board
    self.asks = asks
  }

  /// The command that goes on with this set-up.
  var command: StyledText { program.command("setup", for: setup.name) }

  /// Walks until everything is done or the operator leaves.
  func run() throws(Failure) -> ExitStatus {
    greet()
    let wasComplete = setup.progress.isComplete
    try takeGiven()
    while true {
      setup.refresh(now: program.clock())
      try closeWhatIsProved()
      guard let ask = wizard.next(setup.progress) else { return try finish(isNew: !wasComplete) }
      board.show(card(for: ask))
      for effect in try answer(to: ask) {
        if effect == .leave { return leave() }
        try perform(effect)
      }
    }
  }

  // MARK: Asking

  private func answer(to ask: Ask) throws(Failure) -> [Wizard.Effect] {
    commandMeant = nil
    if let answer = given.take(for: ask) {
      let effects = take(answer, to: ask)
      if !asks, let refusal = refusal(in: effects) { throw .usage(refusal) }
      return effects
    }
    guard asks else {
      // Where nobody can be asked, what the question assumes is what is wanted.
      if case .wish(let wish) = ask { return [.record(.wished(wish, wish.assumed))] }
      if case .answer(_, let question) = ask, let start = setup.progress.playbook.start(of: question) {
        return wizard.take(start, to: ask, setup.progress)
      }
      throw needed(ask, "and prompting is off")
    }
    let prompt = prompt(for: ask)
    refused = nil
    let outcome = board.ask(prompt)
    switch outcome {
    case .answer(let text):
      commandMeant = prompt.commandMeant(by: text)
      let effects = take(text, to: ask, instead: commandMeant)
      if refusal(in: effects) != nil { refused = text }
      return effects
    case .command(let command): return wizard.take(command, at: ask, setup.progress)
    case .endOfInput: throw needed(ask, "and the input has ended")
    case .interrupted: throw .interrupted("interrupted; all answers are saved", continueWith: command)
    }
  }

  /// Takes an answer that is, letter for letter, a command without its colon: where no answer looks like that it is the
  /// command, elsewhere it is an answer, and if that is refused the command is pointed out.
  private func take(_ text: String, to ask: Ask, instead command: PromptCommand?) -> [Wizard.Effect] {
    guard let command else { return wizard.take(text, to: ask, setup.progress) }
    switch ask {
    case .wish, .flow: return wizard.take(command, at: ask, setup.progress)
    default: break
    }
    let effects = wizard.take(text, to: ask, setup.progress)
    guard refusal(in: effects) != nil else { return effects }
    return effects + [.say(hint(at: command))]
  }

  /// What is said beside a refusal of what may have been a command.
  func hint(at command: PromptCommand?) -> [StyledText] {
    guard let command else { return [] }
    let key = String(command.key)
    return ["was the command meant? Type \(.command(":\(ours: key)")) to \(ours: command.meaning)"]
  }

  private func take(_ answer: Given.Answer, to ask: Ask) -> [Wizard.Effect] {
    switch answer {
    case .text(let text): return wizard.take(text, to: ask, setup.progress).map(\.given)
    case .entries(let entries): return wizard.take(entries: entries, to: ask, setup.progress).map(\.given)
    case .skip(let reason): return ask.step.map { [.record(.skipped($0, reason: reason))] } ?? []
    }
  }

  /// What was said against an answer; nil where it was taken.
  private func refusal(in effects: [Wizard.Effect]) -> StyledText? {
    guard case .refuse(let lines)? = effects.first else { return nil }
    return lines.joined(separator: "\n")
  }

  private func needed(_ ask: Ask, _ why: StyledText) -> Failure {
    let question = ask.question(setup.progress, screen: ask.step.flatMap(stepScreen))
    let end: StyledText = question.rendered(.plain).last.map { "?!".contains($0) } == true ? "" : "."
    // Whoever types Ctrl-D leaves, and wants to know the same as with Ctrl-C.
    let leaves = asks && program.isInteractive
    let saved: StyledText = leaves ? "all answers are saved; one more" : "an answer"
    let lost: StyledText = leaves ? "." : ". Nothing is lost"
    let flag: StyledText =
      .command("\(ours: ask.flag)") + (ask.isAnsweredByCommand ? program.flags(of: setup.name) : .empty)
    return .inputNeeded(
      """
      \(saved) is needed, \(why): \(question.withoutFullStop)\(end) Give it with \
      \(flag)\(lost)
      """, continueWith: command)
  }

  private func prompt(for ask: Ask) -> Prompt {
    let offer: FactKey? =
      switch ask {
      case .answer(_, let question): question.fact
      case .pair: .idpMetadata
      default: nil
      }
    let prompt = ask.prompt(
      setup.progress, screen: ask.step.flatMap(stepScreen), offer: offer.flatMap { wizard.offers[$0] },
      home: program.home
    ).forgetting(where: ask.mayBeSecret)
    return refused.map(prompt.beginning(with:)) ?? prompt
  }

  // MARK: What came with the command

  /// Takes what came with the command before anything is asked: what the files say need not be, and what contradicts
  /// them is said at once.
  private func takeGiven() throws(Failure) {
    for (wish, isWanted) in given.takeWishes() {
      let isKnown = setup.progress.answeredWishes.contains(wish)
      if !isKnown || setup.progress.wishes.contains(wish) != isWanted { try record(.wished(wish, isWanted)) }
    }
    for key in [FactKey.awsMetadata, .idpMetadata] {
      if let argument = given.takeText(key) { try take(given: argument, for: key) }
    }
    let portal = Ask.answer("", Question(.portalURL, ""))
    if setup.progress.facts[.portalURL] == nil, let answer = given.take(for: portal) {
      let effects = take(answer, to: portal)
      if !asks, let refusal = refusal(in: effects) { throw .usage(refusal) }
      for effect in effects { try perform(effect) }
    }
    try takeChanged()
  }

  /// What has a value is not asked for any more, so that another value for it is taken here.
  private func takeChanged() throws(Failure) {
    for step in setup.progress.playbook.steps {
      for question in step.asks {
        guard let known = setup.progress.facts[question.fact], let answer = given.answer(to: question.fact) else {
          continue
        }
        let effects = take(answer, to: .answer(step.id, question))
        let isKnown = effects.contains { effect in
          guard case .record(.answered(let answer)) = effect else { return false }
          // The order of a list is no change.
          return answer.values.sorted() == known.values.sorted()
        }
        if isKnown { continue }
        given.drop(question.fact)
        if let refusal = refusal(in: effects) {
          let words: StyledText = "\(ours: question.fact.rawValue): \(refusal)"
          if !asks { throw .usage(words) }
          say([words])
        } else {
          for effect in effects { try perform(effect) }
        }
      }
    }
  }

  private func closeWhatIsProved() throws(Failure) {
    while let (id, evidence) = wizard.closing(setup.progress) { try recordAndTell(.closed(id, evidence)) }
  }

  // MARK: Drawing

  func stepScreen(_ id: StepID) -> StepScreen? {
    let steps = setup.progress.steps.map(\.step)
    guard let index = steps.firstIndex(where: { $0.id == id }) else { return nil }
    return StepScreen(
      step: steps[index], number: index + 1, count: steps.count, facts: setup.progress.named)
  }

  private func card(for ask: Ask) -> Card? {
    // A list of all steps needs the room.
    if case .jump = ask { return nil }
    guard let id = ask.step, let screen = stepScreen(id), let entry = setup.progress[id] else { return nil }
    let isProofAsked = if case .word = ask { true } else { false }
    return StepCard(
      screen: screen, entry: entry, progress: setup.progress, name: setup.name, isProofAsked: isProofAsked
    ).card
  }

  func greet() {
    let greeting = Greeting(
      progress: setup.progress, path: setup.path, notices: setup.notices, beside: beside, showsKeys: board.drawsFields)
    board.record(greeting.paragraphs)
  }

  /// Where the other flows stand, and how to go back to them.
  private var beside: [StyledText] {
    setup.progress.others.map { other in
      let (flow, counts) = (other.playbook.flow, other.counts)
      let stale: StyledText = counts.stale > 0 ? ", \(counts.stale) stale" : .empty
      return """
        Beside it stands \(ours: flow.rawValue), \(counts.done) of \(counts.applicable) steps done\(stale): \
        \(program.command("setup", for: setup.name, flow: flow)) goes back to it.
        """
    }
  }

  // MARK: Ends

  private func leave() -> ExitStatus {
    board.show(nil)
    // On one line, however long: it is there to be copied.
    board.screen.print("Saved. Continue with: \(command)")
    return .done
  }

  private func finish(isNew: Bool) throws(Failure) -> ExitStatus {
    board.show(nil)
    let progress = setup.progress
    let answers = progress.isComplete ? writeAnswers() : nil
    board.record(
      [Paragraph(.empty)]
        + Farewell(progress: progress, program: program, name: setup.name, beside: beside, answers: answers)
        .paragraphs)
    if progress.isComplete, isNew, asks { try HandOver(program: program, board: board).offer(progress, setup.name) }
    return .done
  }

  /// Writes what this flow was answered to where it can be given again; what is in the way is told and changes nothing.
  private func writeAnswers() -> String? {
    do throws(PlatformError) {
      let progress = setup.progress
      return try store.keepAnswers(AnswersFile(of: progress).document, of: setup.name, flow: progress.playbook.flow)
    } catch {
      program.hint("\(.caution("caution")): the answers were not written: \(untrusted: error.words)")
      return nil
    }
  }
}
