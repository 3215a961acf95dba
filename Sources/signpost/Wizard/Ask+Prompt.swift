import Console
import Playbook
import Setup

extension PromptCommand {
  static let note = PromptCommand(key: "n", meaning: "note")
  static let pitfalls = PromptCommand(key: "p", meaning: "pitfalls")
  static let again = PromptCommand(key: "r", meaning: "do it again")
  static let wait = PromptCommand(key: "w", meaning: "wait")
  static let test = PromptCommand(key: "t", meaning: "test live")

  /// What can be said instead of an answer where the question belongs to no step.
  fileprivate static let anywhere: [PromptCommand] = [.back, .jump, .undo, .help, .quit]
}

extension StepScreen {
  /// What can be said instead of carrying out the step.
  fileprivate var commands: [PromptCommand] {
    [.help] + (step.pitfalls.isEmpty ? [] : [.pitfalls])
      + (StepScreen.values(of: step, facts: facts).isEmpty ? [] : [.copy]) + (page == nil ? [] : [.open])
      + (canBeTested ? [.test] : []) + [.back, .skip, .wait, .jump, .undo, .note, .quit]
  }
}

extension StepScreen {
  /// Whether the SCIM service can say something about the step: that it takes the token which was just entered, or that
  /// it has the users and groups.
  private var canBeTested: Bool {
    guard facts[.scimEndpoint]?.isEmpty == false else { return false }
    let entersToken = step.pastes.contains { if case .secret = $0.value { true } else { false } }
    return entersToken || [.provisioning, .pilotUser, .groups].contains(step.liveClaim)
  }
}

/// How a question is put to the operator.
extension Ask {
  /// The prompt.
  ///
  /// - Parameters:
  ///   - screen: the step of the question, where it has one.
  ///   - offer: an answer that was found meanwhile.
  func prompt(_ progress: Progress, screen: StepScreen?, offer: String?, home: String?) -> Prompt {
    let asked = question(progress, screen: screen)
    let commands = screen?.commands ?? PromptCommand.anywhere
    switch self {
    case .wish(let wish):
      let isWanted = progress.answeredWishes.contains(wish) ? progress.wishes.contains(wish) : wish.assumed
      return .text("\(asked) (y/n)", default: isWanted ? "y" : "n", commands: commands)
    case .flow: return .text("\(asked) (y/n)", default: "y", commands: commands)
    case .answer(let id, let question):
      let known = progress[id].map { progress.answer(to: question, in: $0.step) } ?? progress.facts[question.fact]
      return prompt(for: question, asked, progress, commands, known: offer ?? known?.text, home: home)
    case .shown(_, let key):
      let prompt = Prompt.text(asked, commands: commands)
      return key.definition.kind.isList ? prompt.joiningLines(with: ", ") : prompt
    case .pair:
      return .text(asked, default: offer ?? "", commands: commands)
        .completed(by: PathCompleter.onDisk(home: home).completer)
    case .word: return .enter(asked, commands: commands)
    case .review(let id):
      let isSettled = progress[id]?.state.isSettled == true
      return .enter(
        asked, commands: (isSettled ? [.again] : []) + [.help, .pitfalls, .back, .jump, .undo, .note, .quit])
    case .reason, .note: return .text(asked, commands: [.back, .quit])
    case .time(let id):
      return .text(asked, default: progress[id]?.step.wait?.interval ?? "1h", commands: [.back, .quit])
    case .jump:
      return .choice(asked, of: destinations(progress), default: step?.rawValue, commands: [.back, .quit])
    }
  }

  /// Tells an answer that may be a secret, which is forgotten where it is refused: by what refuses it. A path can have
  /// long words in it.
  var mayBeSecret: @Sendable (String) -> Bool {
    let isPath =
      switch self {
      case .pair: true
      case .answer(_, let question): question.fact.definition.kind.isMetadataFile
      default: false
      }
    return { (isPath ? SecretLookalike.inPlaceOfPath($0) : SecretLookalike.found(in: $0)) != nil }
  }

  private func prompt(
    for question: Question, _ asked: StyledText, _ progress: Progress, _ commands: [PromptCommand], known: String?,
    home: String?
  ) -> Prompt {
    let fact = question.fact
    let known = known ?? progress.playbook.start(of: question)
    switch fact.definition.kind {
    case .identitySource:
      let choices = IdentitySource.allCases.map { Choice(value: $0.rawValue, title: $0.rawValue, detail: $0.words) }
      return .choice(asked, of: choices, default: known, commands: commands)
    case .metadataFile:
      return .text(asked, default: known, commands: commands)
        .completed(by: PathCompleter.onDisk(home: home).completer).takingLines()
    default:
      let prompt = Prompt.text(asked, default: known ?? (question.isOptional ? "" : nil), commands: commands)
        .remembering(progress.formerAnswers(to: fact))
      return fact.definition.kind.isList ? prompt.joiningLines(with: ", ") : prompt
    }
  }

  /// What is asked, without the punctuation of a prompt.
  func question(_ progress: Progress, screen: StepScreen?) -> StyledText {
    switch self {
    case .wish(let wish): return "\(ours: wish.prompt.plain())"
    case .flow(let flow):
      let source = progress.identitySource.map(\.words) ?? ""
      return "Since \(ours: source), the flow for it is \(.command("\(ours: flow.rawValue)")). Go on with that one?"
    case .answer(_, let question):
      let field: StyledText = question.field.map { " (\(.label("\(ours: $0.text)")))" } ?? ""
      return (screen?.text(of: question.prompt) ?? "") + field
    case .shown(let id, let key):
      let count = progress[id].flatMap { progress.expectation(for: key, in: $0.step) }?.count ?? 1
      return "Paste what the console shows now as \(screen?.name(of: key) ?? .empty)\(Ask.several(count, of: key))"
    case .word(let id):
      guard case .word(let see)? = progress[id]?.step.proof, let screen else { return "Press Enter when it is done" }
      return "Press Enter when you see this: \(screen.text(of: see))"
    case .pair: return "Press Enter to judge both files again, or give the path of another one"
    case .review: return "Press Enter to continue"
    case .reason: return "Why is the step skipped?"
    case .note: return "What should the note say?"
    case .time: return "In how long should it come back (30m, 2h, 1d)?"
    case .jump: return "Which step"
    }
  }

  /// How several values are given on one line.
  private static func several(_ count: Int, of key: FactKey) -> StyledText {
    guard count > 1 else { return .empty }
    return key.definition.kind == .acsURLs
      ? " (all \(count), with blanks or commas between)" : " (all \(count), with commas between)"
  }

  /// The steps that can be gone to, each with its number and where it stands.
  private func destinations(_ progress: Progress) -> [Choice] {
    progress.steps.enumerated().compactMap { index, entry in
      guard entry.state != .notApplicable else { return nil }
      let state = entry.postponed.map { "waits until \($0.until)" } ?? entry.state.name
      return Choice(value: entry.id.rawValue, title: entry.step.title, detail: state, number: index + 1)
    }
  }
}

extension Fact {
  /// The value as it is typed.
  fileprivate var text: String { values.joined(separator: ", ") }
}

extension Playbook {
  /// What the playbook proposes as an answer.
  func start(of question: Question) -> String? { startValues(of: question.fact)?.joined(separator: ", ") }
}

extension Progress {
  /// What was answered before to the question for a fact, the latest last.
  fileprivate func formerAnswers(to key: FactKey) -> [String] {
    history.compactMap { event in
      if case .answered(let answer) = event.event, answer.fact == key {
        answer.values.joined(separator: ", ")
      } else {
        nil
      }
    }
  }
}

extension Wait {
  /// The longest of it, as it is typed at the prompt for a time.
  fileprivate var interval: String {
    atMost.isMultiple(of: 24 * 60)
      ? "\(atMost / (24 * 60))d" : atMost.isMultiple(of: 60) ? "\(atMost / 60)h" : "\(atMost)m"
  }
}
