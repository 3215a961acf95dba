import Console
import Playbook
import SAML
import Setup

/// What the operator answers.
extension Wizard {
  /// Takes what was said at a question.
  mutating func take(_ text: String, to ask: Ask, _ progress: Progress) -> [Effect] {
    switch ask {
    case .wish(let wish): return take(yesOrNo: text, for: wish)
    case .flow(let flow): return take(consent: text, to: flow, progress)
    case .answer(let id, let question): return take(answer: text, to: question, of: id, progress)
    case .shown(let id, let key): return take(shown: text, for: key, of: id, progress)
    case .word(let id): return confirm(id, text, progress)
    case .pair: return [.judgePair(text)]
    case .review:
      focus = nil
      return []
    case .jump:
      errand = nil
      focus = progress.steps.first { $0.id.rawValue == text }?.id
      return []
    case .reason(let id):
      return statement(text) { reason in
        errand = nil
        focus = nil
        return .skipped(id, reason: reason)
      }
    case .note(let id):
      return statement(text) { note in
        errand = nil
        return .noted(id, note)
      }
    case .time(let id): return take(time: text, for: id, progress)
    }
  }

  /// Takes a list whose entries are told apart already, so that an entry can hold a comma.
  func take(entries: [String], to ask: Ask, _ progress: Progress) -> [Effect] {
    guard case .answer(let id, let question) = ask else { return [] }
    return answer(to: question, of: id) { () throws(Rejection) in
      try question.fact.read(
        entries: entries, in: progress.circumstances, now: progress.now, isOptional: question.isOptional)
    }
  }

  private func take(answer text: String, to question: Question, of step: StepID, _ progress: Progress) -> [Effect] {
    let isFile = question.fact.definition.kind.isMetadataFile
    if isFile, text.isMarkup { return [.keep(question.fact, text: text)] }
    if let swapped = swap(text, question.fact, progress) { return [.refuse([swapped])] }
    let effects = answer(to: question, of: step) { () throws(Rejection) in
      try question.fact.read(
        text, in: progress.circumstances, now: progress.now, isOptional: question.isOptional)
    }
    // A file is recorded when it was judged.
    if isFile, case .record? = effects.last { return [.file(question.fact, path: text)] }
    return effects
  }

  /// Records what is read, with what is remarkable about it, or says why it is refused.
  private func answer(
    to question: Question, of step: StepID, _ read: () throws(Rejection) -> FactReading
  ) -> [Effect] {
    do throws(Rejection) {
      let reading = try read()
      let title = question.fact.definition.title
      let notes = reading.remarks.map { "\(.notice("note")): \(ours: title): \(untrusted: $0.text)" as StyledText }
      return (notes.isEmpty ? [] : [.say(notes)]) + [.record(.answered(Event.Answer(reading, step: step)))]
    } catch {
      return [.refuse(error.lines)]
    }
  }

  private mutating func take(yesOrNo text: String, for wish: Wish) -> [Effect] {
    guard let isWanted = text.yesOrNo else { return [.refuse([Wizard.yesOrNo])] }
    wishesAgain.removeAll { $0 == wish }
    return [.record(.wished(wish, isWanted))]
  }

  /// What is said to an answer that is neither.
  static let yesOrNo: StyledText = "\(.caution("answer y or n")); :? says more, :b goes back, :q leaves"

  private mutating func take(time text: String, for id: StepID, _ progress: Progress) -> [Effect] {
    do throws(Rejection) {
      let until = try Postponement.read(text, now: progress.now)
      errand = nil
      focus = nil
      return [.record(.postponed(id, until: until))]
    } catch {
      return [.refuse(error.lines)]
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
      return [.refuse(lines)]
    }
  }

  private func confirm(_ id: StepID, _ text: String, _ progress: Progress) -> [Effect] {
    guard case .word(let see)? = progress[id]?.step.proof else { return [] }
    do throws(Rejection) {
      let word = try Statement(text.isEmpty ? "seen: \(progress.words(of: see))" : text)
      return close(id, with: .word(word), progress)
    } catch {
      return [.refuse(error.lines)]
    }
  }

  private func close(_ id: StepID, with testimony: Testimony, _ progress: Progress) -> [Effect] {
    do throws(Obstruction) {
      return [.record(.closed(id, try progress.closing(id, with: testimony)))]
    } catch {
      return [.refuse(error.obstacles.map { "\(.danger("not closed")): \(untrusted: $0.description)" })]
    }
  }

  private func statement(_ text: String, _ event: (Statement) -> Event) -> [Effect] {
    do throws(Rejection) {
      return [.record(event(try Statement(text)))]
    } catch {
      return [.refuse(error.lines)]
    }
  }
}

extension String {
  /// Whether this is yes or no, in any of the ways in which people say so; nil where it is neither.
  var yesOrNo: Bool? {
    switch lowercased() {
    case "y", "yes", "true": true
    case "n", "no", "false": false
    default: nil
    }
  }

  /// Whether this is the content of an XML file rather than a path: it begins with a tag.
  fileprivate var isMarkup: Bool { first { !$0.isWhitespace && $0 != "\u{FEFF}" } == "<" && contains(">") }
}
