import Parties
public import Playbook

extension Progress {
  /// What a console should show for a fact when a step was done: the value in the form in which the step pastes it.
  ///
  /// - Returns: one text, or the entries of a list; nil as long as the fact has no value.
  public func expectation(for fact: FactKey, in step: Step) -> [String]? {
    step.form(of: fact).applied(to: fact, in: circumstances.facts)
  }

  /// Compares what a console shows for one fact with what it should show, for a step that compares several.
  ///
  /// - Throws: what is in the way of this one comparison.
  public func compare(
    _ text: String, for fact: FactKey, in step: Step
  ) throws(Obstruction) -> ClosingEvidence.Compared {
    let (evidence, obstacles) = comparison(of: [fact], in: step, shown: [fact: text])
    guard case .comparison(let compared)? = evidence, let only = compared.first else {
      throw Obstruction(obstacles: obstacles)
    }
    return only
  }

  /// The facts that were compared in a step since it was last opened, and have not changed since.
  public func compared(in step: Step) -> Set<FactKey> {
    Set(
      (comparisons[step.id] ?? [:]).values
        .filter { $0.form == step.form(of: $0.fact) && $0.proposed == expectation(for: $0.fact, in: step) }
        .map(\.fact))
  }

  /// Compares what consoles show with what they should; what was compared before and has not changed counts.
  func comparison(
    of keys: [FactKey], in step: Step, shown: [FactKey: String]
  ) -> (ClosingEvidence?, [Obstacle]) {
    var obstacles: [Obstacle] = []
    var compared: [ClosingEvidence.Compared] = []
    var missing: [FactKey] = []
    for key in keys {
      guard let expected = expectation(for: key, in: step) else {
        obstacles.append(.unanswered(key))
        continue
      }
      guard let text = shown[key], !text.trimmed.isEmpty else {
        if let before = comparisons[step.id]?[key], before.form == step.form(of: key), before.proposed == expected {
          compared.append(before)
        } else {
          missing.append(key)
        }
        continue
      }
      let form = step.form(of: key)
      let twin = step.proof.references.first { other in
        other != key && expectation(for: other, in: step).map { $0.count == 1 && text.trimmed == $0[0] } == true
      }
      if let twin, text.trimmed != expected.first, let first = expected.first {
        obstacles.append(
          .differs(
            Mismatch(
              fact: key, form: form, expected: first,
              difference: "is the \(twin.definition.title); the two were swapped")))
      } else if let accepted = form.accepted(for: key, in: circumstances.facts) {
        if accepted.contains(where: { $0.utf8.elementsEqual(text.trimmed.utf8) }) {
          compared.append(.init(fact: key, form: form, values: [text.trimmed], proposed: expected))
        } else {
          obstacles.append(refusal(of: text.trimmed, for: key, form, accepted: accepted))
        }
      } else if let obstacle = Self.compare(text, with: expected, key, form) {
        obstacles.append(obstacle)
      } else {
        compared.append(.init(fact: key, form: form, values: expected))
      }
    }
    if !missing.isEmpty { obstacles.append(.notCompared(missing)) }
    return (obstacles.isEmpty ? .comparison(compared) : nil, obstacles)
  }

  /// Why a field that takes one address must not show this one.
  private func refusal(of text: String, for key: FactKey, _ form: Paste.Form, accepted: [String]) -> Obstacle {
    if let kind = SecretLookalike.found(in: text) {
      return .rejected(.secret(key, kind, expected: accepted.first ?? ""))
    }
    let nearest = Nearest.of(text, among: accepted) ?? ""
    var difference = TextDifference(expected: nearest, found: text).map { "\($0)" } ?? "differs"
    let isOfInstance = facts[key]?.values.contains { $0.utf8.elementsEqual(text.utf8) } == true
    let region = AWSAddress.recognise(text).region?.code
    if isOfInstance, let region, let primary = facts[.region]?.values.first, region != primary {
      difference =
        "is the one of \(region); a field that takes one address needs that of the primary Region, \(primary)"
    } else if isOfInstance {
      difference =
        "is another one of the instance, which is from before February 2026 and needs its address at "
        + "signin.aws.amazon.com"
    }
    return .differs(Mismatch(fact: key, form: form, expected: nearest, difference: difference))
  }

  /// The entries that are not shown as they should be. What is shown besides does not matter: a console lists every
  /// group, not only the required ones.
  private static func compare(
    _ text: String, with expected: [String], _ key: FactKey, _ form: Paste.Form
  ) -> Obstacle? {
    let isList = key.definition.kind.isList
    let shown =
      isList
      ? key.definition.kind.entries(in: text)
      : [text.trimmed]
    func isAmong(_ value: String, _ values: [String]) -> Bool { values.contains { $0.utf8.elementsEqual(value.utf8) } }
    let missing = expected.filter { !isAmong($0, shown) }
    guard let first = missing.first else { return nil }
    if let kind = SecretLookalike.found(in: text), key.definition.kind != .certificates {
      return .rejected(.secret(key, kind, expected: first))
    }
    guard let only = shown.first else { return .notCompared([key]) }
    if isList {
      let others = shown.filter { !isAmong($0, expected) }
      return .lacks(
        key,
        missing.map { name in
          let difference = Nearest.near(name, among: others).flatMap { TextDifference(expected: name, found: $0) }
          return MissingEntry(name: name, nearest: difference?.found, difference: difference.map { "\($0)" })
        })
    }
    let difference = TextDifference(expected: first, found: only).map { "\($0)" } ?? "differs"
    return .differs(Mismatch(fact: key, form: form, expected: first, difference: difference))
  }
}
