import Playbook
import Setup

/// A value in a table of the document: where it is seen, where it goes, and what it is.
struct ValueRow: Sendable, Equatable {
  /// What it is.
  enum Subject: Sendable, Equatable {
    case fact(FactKey)
    case secret(Secret)
  }

  let subject: Subject
  /// Where it is seen or comes from.
  let origin: [Wording]
  /// The fields and steps that it goes into.
  let targets: [Wording]
  /// The value, entry by entry; nil where it is not known yet, and always for a secret.
  let values: [Wording]?
}

extension Checklist {
  /// The values that pass from one side to the other, seen from one of them.
  struct Handover: Sendable {
    /// What the other side gives.
    let received: [ValueRow]
    /// What the other side waits for.
    let handed: [ValueRow]
    /// What stays on the own side.
    let own: [ValueRow]
  }

  /// Every value of the document.
  var values: [ValueRow] {
    let steps = applicable.map(\.step)
    return facts(of: steps).map(row) + secrets(of: steps).map(row)
  }

  /// What passes between the side of an actor and the other.
  func handover(of actor: Actor) -> Handover {
    let own = applicable.map(\.step).filter { $0.actor == actor }
    let others = applicable.map(\.step).filter { $0.actor != actor }
    func given(by key: FactKey) -> Actor? { playbook.step(giving: key)?.actor }
    let all = facts(of: own + others)
    let received = all.filter { key in
      given(by: key) == actor.other
        && (own.contains { $0.consumes(key) } || others.contains { $0.handsOn.contains(key) })
    }
    let handed = all.filter { key in
      given(by: key) == actor && (others.contains { $0.consumes(key) } || own.contains { $0.handsOn.contains(key) })
    }
    let rest = facts(of: own).filter { !received.contains($0) && !handed.contains($0) }
    // Secrets are made by AWS and entered at the identity provider.
    let secrets = secrets(of: own + others).map(row)
    return Handover(
      received: received.map(row) + (actor == .idpAdmin ? secrets : []),
      handed: handed.map(row) + (actor == .awsAdmin ? secrets : []), own: rest.map(row))
  }

  private func facts(of steps: [Step]) -> [FactKey] {
    let used = Set(steps.flatMap { $0.uses + $0.asks.map(\.fact) })
    return FactKey.allCases.filter(used.contains)
  }

  private func secrets(of steps: [Step]) -> [Secret] {
    let pasted = steps.flatMap(\.pastes).map(\.value)
    return Secret.allCases.filter { pasted.contains(.secret($0)) }
  }

  private func row(_ key: FactKey) -> ValueRow {
    ValueRow(subject: .fact(key), origin: origin(of: key), targets: targets(of: key), values: shown(key))
  }

  private func row(_ secret: Secret) -> ValueRow {
    ValueRow(
      subject: .secret(secret), origin: ["made by AWS, shown once"], targets: fields(taking: .secret(secret)),
      values: nil)
  }

  private func origin(of key: FactKey) -> [Wording] {
    let root = key.root
    if root != key { return ["follows from the \(ours: root.definition.title)"] }
    return applicable.flatMap { entry in
      entry.step.asks.filter { $0.fact == key }.map { question -> Wording in
        guard let field = question.field else { return "\(ours: entry.step.place.console) (step \(entry.number))" }
        return "\(ours: entry.step.place.console), \(field) (step \(entry.number))"
      }
    }
  }

  /// The fields into which a value is entered, and the steps that need it without entering it.
  private func targets(of key: FactKey) -> [Wording] {
    let fields = fields(taking: .fact(key))
    let others = applicable.filter { entry in
      entry.step.consumes(key) && !entry.step.pastes.contains { $0.fact == key }
    }
    return others.isEmpty ? fields : fields + ["needed in \(ours: others.numbers)"]
  }

  private func fields(taking value: Paste.Value) -> [Wording] {
    applicable.flatMap { entry in
      entry.step.pastes.filter { $0.value == value }.map { paste in
        "\(ours: entry.step.place.console), \(paste.field) (step \(entry.number))"
      }
    }
  }

  private func shown(_ key: FactKey) -> [Wording]? {
    guard let values = values(of: key) else { return nil }
    guard let file = standing?.progress.file(key) else {
      return values.isEmpty ? ["none"] : values.map { "\(value: $0)" }
    }
    return ["\(value: file.path)", "SHA-256 \(value: file.digest)"]
  }
}

extension Step {
  /// Whether a person needs the value to carry out or to prove the step.
  fileprivate func consumes(_ key: FactKey) -> Bool {
    phrases.contains { $0.references.contains(key) } || pastes.contains { $0.fact == key }
      || proof.references.contains(key) && !asks.contains { $0.fact == key } || when.references.contains(key)
  }
}
