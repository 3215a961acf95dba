import Console
import Playbook
import SAML
import Setup

/// The walk through a playbook as a pure function: progress and an input in, effects out.
///
/// The rules of the interface: one question at a time; what was answered is on the disk before the next question is
/// drawn; a value that is refused is explained at once and asked again; every prompt can be left, and comes back; end of
/// input is no answer; nothing that acts outwards happens by a bare Enter.
struct Wizard {
  /// The step that the operator went to; nil to follow the playbook.
  var focus: StepID?
  /// What the operator is about to do instead of answering.
  var errand: Errand?
  /// The wishes that are asked again, in this order.
  var wishesAgain: [Wish] = []

  enum Errand: Equatable {
    case skip(StepID)
    case note(StepID)
  }

  /// What the loop is to do, in this order.
  enum Effect: Equatable {
    case record(Event)
    case say([StyledText])
    case explain(StepID)
    case pitfalls(StepID)
    /// Read a metadata file, judge it, and record it where it is taken.
    case file(FactKey, path: String)
    /// Judge both metadata files together, as they are on the disk now, or the one of this path beside the other.
    case judgePair(String)
    /// Go on with another flow of the same provider.
    case begin(Playbook.Flow)
    case leave
  }

  // MARK: What comes next

  /// The step at hand; nil where nothing is left that could be done.
  func current(_ progress: Progress) -> Progress.StepProgress? {
    focus.flatMap { progress[$0] } ?? progress.next
  }

  /// The next question; nil where nothing is left that could be asked.
  func next(_ progress: Progress) -> Ask? {
    switch errand {
    case .skip(let id): return .reason(id)
    case .note(let id): return .note(id)
    case nil: break
    }
    if let wish = wishesAgain.first { return .wish(wish) }
    if let flow = otherFlow(progress) { return .flow(flow) }
    if focus == nil, let opening = opening(progress) { return opening }
    if focus == nil, let wish = progress.playbook.wishes.first(where: { !progress.answeredWishes.contains($0) }) {
      return .wish(wish)
    }
    guard let current = current(progress) else { return nil }
    let step = current.step
    if current.state.isSettled { return .review(step.id) }
    if let question = step.asks.first(where: { progress.wants($0, in: step) }) { return .answer(step.id, question) }
    switch step.proof {
    case .metadata, .value: return .answer(step.id, step.asks.first ?? Question(.awsMetadata, "Where is the file?"))
    case .pair: return .pair(step.id)
    case .shown(let keys):
      let compared = progress.compared(in: step)
      return keys.first { !compared.contains($0) }.map { .shown(step.id, $0) }
    case .word: return .word(step.id)
    }
  }

  /// The evidence with which the step at hand closes by itself, its questions being answered.
  func closing(_ progress: Progress) -> (StepID, ClosingEvidence)? {
    guard errand == nil, let current = current(progress), !current.state.isSettled,
      !current.step.asks.contains(where: { progress.wants($0, in: current.step) })
    else { return nil }
    return progress.closable(current.id).map { (current.id, $0) }
  }

  // MARK: Inputs

  /// Takes what was said at a prompt.
  mutating func take(_ text: String, to ask: Ask, _ progress: Progress) -> [Effect] {
    switch ask {
    case .wish(let wish): return take(yesOrNo: text, for: wish, progress)
    case .flow(let flow): return take(consent: text, to: flow, progress)
    case .answer(let id, let question): return take(answer: text, to: question, of: id, progress)
    case .shown(let id, let key): return take(shown: text, for: key, of: id, progress)
    case .word(let id): return confirm(id, text, progress)
    case .pair: return [.judgePair(text)]
    case .review:
      focus = nil
      return []
    case .reason(let id):
      guard let reason = Wizard.statement(text) else { return [.say(Wizard.refusal(of: text))] }
      errand = nil
      focus = nil
      return [.record(.skipped(id, reason: reason))]
    case .note(let id):
      guard let note = Wizard.statement(text) else { return [.say(Wizard.refusal(of: text))] }
      errand = nil
      return [.record(.noted(id, note)), .say(["\(.success("noted"))"])]
    }
  }

  /// Takes a command that was given instead of an answer.
  mutating func take(_ command: PromptCommand, at ask: Ask, _ progress: Progress) -> [Effect] {
    let step = ask.step
    switch command {
    case .quit: return [.leave]
    case .back:
      if errand != nil {
        errand = nil
        return []
      }
      return goBack(from: step, progress)
    case .skip:
      guard let step else { return [] }
      errand = .skip(step)
      return []
    case .note:
      guard let step else { return [] }
      errand = .note(step)
      return []
    case .again:
      guard let step else { return [] }
      focus = step
      return [.record(.reopened(step, reason: nil))]
    case .help:
      return step.map { [.explain($0)] } ?? [.say(["Your answer decides which steps apply; it can be changed later."])]
    case .pitfalls: return step.map { [.pitfalls($0)] } ?? []
    default: return []
    }
  }

  private mutating func goBack(from step: StepID?, _ progress: Progress) -> [Effect] {
    let steps = progress.steps.filter { $0.state != .notApplicable }
    guard let step, let index = steps.firstIndex(where: { $0.id == step }), index > 0 else {
      focus = nil
      if step == nil { return [.say(["This is the first question."])] }
      wishesAgain = progress.playbook.wishes
      return []
    }
    focus = steps[index - 1].id
    return []
  }

  // MARK: Answers

  private mutating func take(yesOrNo text: String, for wish: Wish, _ progress: Progress) -> [Effect] {
    switch text.lowercased() {
    case "y", "yes", "true", "n", "no", "false":
      wishesAgain.removeAll { $0 == wish }
      return [.record(.wished(wish, ["y", "yes", "true"].contains(text.lowercased())))]
    // No answer looks like these, so that they need no colon.
    case "?": return take(.help, at: .wish(wish), progress)
    case "b": return take(.back, at: .wish(wish), progress)
    case "q": return [.leave]
    default: return [.say(["\(.caution("answer y or n")); ? says more, b goes back, q leaves"])]
    }
  }

  private func take(answer text: String, to question: Question, of step: StepID, _ progress: Progress) -> [Effect] {
    if let swapped = swap(text, question.fact, progress) { return [.say([swapped])] }
    do throws(Rejection) {
      let reading = try question.fact.read(
        text, in: progress.circumstances, now: progress.now, isOptional: question.isOptional)
      if case .metadataFile = question.fact.definition.kind { return [.file(question.fact, path: text)] }
      return [.say(reading.remarks.map { "\(.notice("note")): \(untrusted: $0.text)" })].filter { $0 != .say([]) }
        + [.record(.answered(Event.Answer(reading, step: step)))]
    } catch {
      return [.say(Wizard.words(for: error))]
    }
  }

  /// A value that is known already under another name was pasted into the wrong prompt.
  private func swap(_ text: String, _ key: FactKey, _ progress: Progress) -> StyledText? {
    let typed = text.collapsed
    let other = progress.facts.first { entry in
      guard entry.key != key, entry.value.values.contains(typed) else { return false }
      switch entry.key.definition.kind {
      case .acsURLs, .issuerURL, .portalURL, .scimEndpoint: return true
      default: return false
      }
    }
    guard let other else { return nil }
    return """
      \(.danger("not accepted")): this is the \(ours: other.key.definition.title); the \(ours: key.definition.title) is asked \
      for
      """
  }

  private func take(shown text: String, for key: FactKey, of id: StepID, _ progress: Progress) -> [Effect] {
    guard let step = progress[id]?.step else { return [] }
    do throws(Obstruction) {
      return [.record(.compared(id, try progress.compare(text, for: key, in: step)))]
    } catch {
      let lines = error.obstacles.map { "\(.danger("differs")): \(untrusted: $0.description)" as StyledText }
      return [.say(lines)]
    }
  }

  private func confirm(_ id: StepID, _ text: String, _ progress: Progress) -> [Effect] {
    guard case .word(let see)? = progress[id]?.step.proof else { return [] }
    let seen = see.plain { progress.facts[$0]?.values.joined(separator: ", ") }
    do throws(Rejection) {
      let word = try Statement(text.isEmpty ? "seen: \(seen)" : text)
      return try close(id, with: .word(word), progress)
    } catch {
      return [.say(Wizard.words(for: error))]
    }
  }

  private func close(_ id: StepID, with testimony: Testimony, _ progress: Progress) throws(Rejection) -> [Effect] {
    do throws(Obstruction) {
      return [.record(.closed(id, try progress.closing(id, with: testimony)))]
    } catch {
      return [.say(error.obstacles.map { "\(.danger("not closed")): \(untrusted: $0.description)" })]
    }
  }

  private static func statement(_ text: String) -> Statement? { try? Statement(text) }

  /// Why a text cannot be taken as words of the operator's.
  private static func refusal(of text: String) -> [StyledText] {
    do throws(Rejection) {
      _ = try Statement(text)
      return []
    } catch {
      return words(for: error)
    }
  }

  /// A rejection: what is wrong, what was expected, the likely cause and what to do.
  static func words(for rejection: Rejection) -> [StyledText] {
    ["\(.danger("not accepted")): \(untrusted: rejection.description)"]
  }
}
