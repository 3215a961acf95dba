import Playbook
import Setup

extension JSONChecklist {
  /// A step as the playbook has it, and where it stands.
  func json(_ entry: Checklist.Entry) -> JSON {
    let step = entry.step
    return [
      "id": .string(step.id.rawValue), "number": .int(entry.number), "title": .string(step.title),
      "actor": .string(step.actor.rawValue), "place": JSON(step.place), "condition": JSON(step.when),
      "onlyIf": step.when == .always ? .null : .string(step.when.words.plain),
      "needs": JSON(step.needs.map(\.rawValue)),
      "reasons": json(step.why), "warnings": json(step.warnings),
      "warningsBySource": .array(
        IdentitySource.allCases.compactMap { source in
          step.warningsBySource[source].map { ["source": .string(source.rawValue), "warning": json($0)] }
        }),
      "instructions": json(step.instructions),
      "asks": .array(step.asks.map(json)), "pastes": .array(step.pastes.map { json($0, in: step) }),
      "compares": .array(step.compares.map { json($0, in: step) }),
      "handsOn": JSON(step.handsOn.map(\.rawValue)), "proof": json(step.proof), "again": json(step.again),
      "undo": json(step.undo),
      "pitfalls": .array(step.pitfalls.map(json)), "wait": json(step.wait?.words),
      "sources": .array(step.sources.map(JSON.init)), "standing": standing(of: entry),
    ]
  }

  private func standing(of entry: Checklist.Entry) -> JSON {
    guard let progress else { return .null }
    let evidence = (entry.progress?.state.closing).map { progress.json($0.evidence, of: $0.number) }
    return .object(progress.standing(of: entry, evidence: evidence ?? .null))
  }

  // MARK: Phrases

  /// A phrase as plain text, with the values that are known, and as its parts.
  func json(_ phrase: Phrase) -> JSON {
    ["text": .string(checklist.wording(phrase).plain), "segments": .array(phrase.segments.map(JSON.init))]
  }

  func json(_ phrases: [Phrase]) -> JSON { .array(phrases.map(json)) }

  private func json(_ phrase: Phrase?) -> JSON { phrase.map { json($0) } ?? .null }

  // MARK: Parts

  private func json(_ again: Repetition?) -> JSON {
    guard let again else { return .null }
    return [
      "after": .string(again.after.rawValue), "place": JSON(again.place), "instructions": json(again.instructions),
      "see": json(again.see),
    ]
  }

  private func json(_ question: Question) -> JSON {
    [
      "fact": .string(question.fact.rawValue), "prompt": json(question.prompt),
      "field": question.field.map(JSON.init) ?? .null, "optional": .bool(question.isOptional),
    ]
  }

  private func json(_ paste: Paste, in step: Step) -> JSON {
    var members: [String: JSON] = [
      "fact": .null, "secret": .null, "field": JSON(paste.field), "form": .string(paste.form.rawValue), "values": .null,
    ]
    switch paste.value {
    case .fact(let key):
      members["fact"] = .string(key.rawValue)
      members["values"] = checklist.pasted(key, in: step).map { JSON($0) } ?? .null
    case .secret(let secret): members["secret"] = .string(secret.rawValue)
    }
    return .object(members)
  }

  private func json(_ proof: Proof) -> JSON {
    switch proof {
    case .metadata(let key): ["kind": "metadata", "facts": [.string(key.rawValue)], "see": .null]
    case .newCertificate(let key): ["kind": "new-certificate", "facts": [.string(key.rawValue)], "see": .null]
    case .value(let key): ["kind": "value", "facts": [.string(key.rawValue)], "see": .null]
    case .pair: ["kind": "pair", "facts": JSON(proof.references.map(\.rawValue)), "see": .null]
    case .shown(let keys): ["kind": "shown", "facts": JSON(keys.map(\.rawValue)), "see": .null]
    case .word(let see): ["kind": "word", "facts": JSON(see.references.map(\.rawValue)), "see": json(see)]
    }
  }

  private func json(_ pitfall: Pitfall) -> JSON {
    [
      "symptom": .string(pitfall.symptom), "cause": json(pitfall.cause), "remedy": json(pitfall.remedy),
      "certainty": .string(pitfall.certainty.rawValue),
    ]
  }
}

extension JSON {
  fileprivate init(_ segment: Phrase.Segment) {
    self =
      switch segment {
      case .text(let text): ["kind": "text", "text": .string(text)]
      case .label(let text, let certainty):
        ["kind": "label", "text": .string(text), "certainty": .string(certainty.rawValue)]
      case .code(let text): ["kind": "code", "text": .string(text)]
      case .value(let key): ["kind": "value", "fact": .string(key.rawValue)]
      }
  }

  fileprivate init(_ label: Label) {
    self = [
      "text": .string(label.text), "formerly": JSON(label.formerly), "certainty": .string(label.certainty.rawValue),
    ]
  }

  fileprivate init(_ place: ConsolePath) {
    self = [
      "console": .string(place.console), "url": JSON(place.url), "path": .array(place.path.map(JSON.init)),
      "alternatives": .array(
        place.alternatives.map { ["edition": .string($0.edition), "path": .array($0.path.map(JSON.init))] }),
    ]
  }

  fileprivate init(_ source: SourceReference) {
    self = ["title": .string(source.title), "url": .string(source.url), "checked": .string(source.checked)]
  }

  /// A condition as data: `kind`, and what the kind has.
  fileprivate init(_ condition: Condition) {
    self =
      switch condition {
      case .always: ["kind": "always"]
      case .wants(let wish): ["kind": "wants", "wish": .string(wish.rawValue)]
      case .fact(let key, let value):
        ["kind": "fact", "fact": .string(key.rawValue), "equals": .string(value)]
      case .present(let key): ["kind": "present", "fact": .string(key.rawValue)]
      case .beforeFebruary2026Instance: ["kind": "before-february-2026-instance"]
      case .not(let condition): ["kind": "not", "condition": JSON(condition)]
      case .any(let conditions): ["kind": "any", "conditions": .array(conditions.map(JSON.init))]
      case .all(let conditions): ["kind": "all", "conditions": .array(conditions.map(JSON.init))]
      }
  }
}
