@testable import Playbook

/// Lower-case words of letters and digits, joined by single hyphens, the first beginning with a letter.
func isKebabCase(_ text: String) -> Bool {
  let words = text.split(separator: "-", omittingEmptySubsequences: false)
  return words.allSatisfy { word in
    !word.isEmpty && word.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
  } && text.unicodeScalars.first.map { ("a"..."z").contains($0) } == true
}

/// What is wrong with the order of a playbook's steps and the flow of its values.
struct PlaybookAudit {
  let playbook: Playbook

  /// Steps that must come before a step, through every step between.
  func before(_ step: Step) -> Set<StepID> {
    var found: Set<StepID> = []
    var open = step.needs
    while let id = open.popLast() {
      if found.insert(id).inserted { open += playbook.step(id)?.needs ?? [] }
    }
    return found
  }

  /// Needs that name no step, a later step or the step itself: without those there is no cycle.
  var disorder: [String] {
    var passed: Set<StepID> = []
    return playbook.steps.flatMap { step in
      defer { passed.insert(step.id) }
      return step.needs.filter { !passed.contains($0) }.map { "\(step.id) needs \($0), which does not come before it" }
    }
  }

  /// Values that a step uses although no step that is sure to come first gives them.
  var unreachable: [String] {
    playbook.steps.flatMap { step in
      step.uses.compactMap { key in
        guard let giver = playbook.step(giving: key) else {
          return "\(step.id) uses \(key.rawValue), which nobody gives"
        }
        if giver.id == step.id { return nil }
        guard before(step).contains(giver.id) else {
          return "\(step.id) uses \(key.rawValue), but \(giver.id) need not have been done"
        }
        let mine = Set(conjuncts(step.when).map { "\($0)" })
        guard conjuncts(giver.when).allSatisfy({ mine.contains("\($0)") }) else {
          return "\(step.id) uses \(key.rawValue), but \(giver.id) may not apply"
        }
        let question = giver.asks.first { $0.fact == key }
        if question?.isOptional == true, !mine.contains("\(Condition.present(key))") {
          return "\(step.id) uses \(key.rawValue), which may be left out"
        }
        return nil
      }
    }
  }

  private func conjuncts(_ condition: Condition) -> [Condition] {
    switch condition {
    case .always: []
    case .all(let conditions): conditions.flatMap(conjuncts)
    default: [condition]
    }
  }
}

extension Step {
  /// Every text of the step as somebody reads it.
  var text: String {
    let place = [self.place.console] + self.place.path.flatMap { [$0.text] + $0.formerly }
    let alternatives = self.place.alternatives.flatMap { [$0.edition] + $0.path.map(\.text) }
    let fields = (asks.compactMap(\.field) + pastes.map(\.field)).flatMap { [$0.text] + $0.formerly }
    return ([title] + place + alternatives + fields + phrases.map { $0.plain() } + pitfalls.map(\.symptom))
      .joined(separator: "\n")
  }
}
