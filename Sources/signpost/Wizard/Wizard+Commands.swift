import Console
import Playbook
import Setup

/// What the operator says instead of answering.
extension Wizard {
  /// Takes a command that was given at a question.
  mutating func take(_ command: PromptCommand, at ask: Ask, _ progress: Progress) -> [Effect] {
    switch command {
    case .quit: return [.leave]
    case .undo: return undo(progress)
    case .jump:
      errand = .jump(from: ask.step)
      return []
    case .back:
      if errand != nil {
        errand = nil
        return []
      }
      return goBack(from: ask, progress)
    default: break
    }
    guard let step = ask.step else { return command == .help ? [.say([help(for: ask)])] : [] }
    switch command {
    case .skip: errand = .skip(step)
    case .note: errand = .note(step)
    case .wait: errand = .wait(step)
    case .again:
      focus = step
      return [.record(.reopened(step, reason: nil))]
    case .copy: return copy(from: step, progress)
    case .open: return [.open(step)]
    case .test: return [.askSCIM]
    case .help: return [.explain(step)]
    case .pitfalls: return [.pitfalls(step)]
    default: break
    }
    return []
  }

  private func help(for ask: Ask) -> StyledText {
    if case .flow(let flow) = ask {
      return "\(ours: flow.rawValue) \(ours: flow.words). Nothing was done yet, so that nothing is lost."
    }
    return "Your answer decides which steps apply; it can be changed later."
  }

  // MARK: Going elsewhere

  /// One question back, in the order in which they are asked: what signs people in, the wishes, the other steps.
  private mutating func goBack(from ask: Ask, _ progress: Progress) -> [Effect] {
    if case .flow = ask { return askSourceAgain(progress) }
    let wishes = progress.playbook.wishes
    let steps = progress.steps.map(\.id).filter { progress[$0]?.state != .notApplicable }
    let source = sourceStep(progress)
    var before: StepID?
    if case .wish(let wish) = ask {
      if let place = wishes.firstIndex(of: wish), place > 0 { return askAgain(wishes[place - 1]) }
      before = source
    } else {
      before = ask.step.flatMap { id in steps.prefix { $0 != id }.last }
      let isFirstBehindWishes = before == source && ask.step != source
      if isFirstBehindWishes, let last = wishes.last { return askAgain(last) }
    }
    guard let before else { return [.say(["This is the first question."])] }
    wishesAgain = []
    focus = before
    return []
  }

  /// Asks for a wish once more, and then for those that followed it.
  private mutating func askAgain(_ wish: Wish) -> [Effect] {
    focus = nil
    wishesAgain.insert(wish, at: 0)
    return []
  }

  /// Takes back what the last answer brought about, and asks again.
  private mutating func undo(_ progress: Progress) -> [Effect] {
    let events = progress.lastAnswer
    guard let cause = events.first else { return [.say(["There is no answer to take back."])] }
    errand = nil
    wishesAgain = []
    focus = cause.event.step
    return [.record(.undone(events.map(\.number)))]
  }

  // MARK: Values

  private mutating func copy(from id: StepID, _ progress: Progress) -> [Effect] {
    guard let step = progress[id]?.step else { return [] }
    let values = StepScreen.values(of: step, facts: progress.named)
    guard !values.isEmpty else { return [.say(["There is nothing to paste in this step."])] }
    let before = copied.flatMap { $0.step == id ? $0.count : nil } ?? 0
    copied = (id, before + 1)
    let place = before % values.count
    return [.copy(values[place], place: place + 1, of: values.count)]
  }
}
