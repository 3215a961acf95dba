import Playbook
import Setup

/// Answers that came with the command, by flag or answers file; each is used once, so that one that is refused does not
/// come back for ever.
struct Given {
  private var facts: [FactKey: AnswersFile.Value] = [:]
  private var wishes: [Wish: Bool] = [:]
  private var confirmed: [StepID: Statement] = [:]
  private var shown: [StepID: [FactKey: String]] = [:]
  private var skipped: [StepID: Statement] = [:]

  /// What flags say outranks what the file says.
  init(file: AnswersFile?, flags: [FactKey: String]) {
    if let file {
      (facts, wishes, confirmed, shown, skipped) = (file.facts, file.wishes, file.confirmed, file.shown, file.skipped)
    }
    for (key, text) in flags { facts[key] = .text(text) }
  }

  /// An answer, and how it is to be taken.
  enum Answer {
    case text(String)
    case entries([String])
    case skip(Statement)
  }

  /// Takes the answers to wishes, in the order of the wishes.
  mutating func takeWishes() -> [(wish: Wish, isWanted: Bool)] {
    defer { wishes = [:] }
    return Wish.allCases.compactMap { wish in wishes[wish].map { (wish, $0) } }
  }

  /// Takes the text that was given for a fact, such as the path of a metadata file.
  mutating func takeText(_ key: FactKey) -> String? {
    guard case .text(let text)? = facts.removeValue(forKey: key) else { return nil }
    return text
  }

  /// What was given for a fact, which stays to be taken.
  func answer(to key: FactKey) -> Answer? {
    switch facts[key] {
    case .text(let text): .text(text)
    case .list(let entries): .entries(entries)
    case nil: nil
    }
  }

  /// What was given for a fact is not used any more.
  mutating func drop(_ key: FactKey) { facts[key] = nil }

  /// Takes the answer to a question, if there is one.
  mutating func take(for ask: Ask) -> Answer? {
    if let step = ask.step, let reason = skipped.removeValue(forKey: step) { return .skip(reason) }
    switch ask {
    case .wish, .flow: return nil
    case .answer(_, let question):
      defer { drop(question.fact) }
      return answer(to: question.fact)
    case .shown(let step, let key): return shown[step]?.removeValue(forKey: key).map(Answer.text)
    case .word(let step): return confirmed.removeValue(forKey: step).map { .text($0.text) }
    case .pair, .review, .reason, .note, .time, .jump: return nil
    }
  }
}
