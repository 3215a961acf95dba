import Playbook

extension ClosingEvidence {
  /// The evidence as an event's payload has it.
  var json: JSON {
    switch self {
    case .file(let key, let digest): ["by": "file", "fact": .string(key.rawValue), "sha256": .string(digest)]
    case .value(let key, let values): ["by": "value", "fact": .string(key.rawValue), "values": JSON(values)]
    case .pair(let idp, let aws): ["by": "pair", "idp-sha256": .string(idp), "aws-sha256": .string(aws)]
    case .comparison(let compared): ["by": "comparison", "compared": .array(compared.map(\.json))]
    case .word(let reason, let seen):
      ["by": "word", "reason": .string(reason.text), "seen": .string(seen)]
    case .live(let answer): ["by": "live", "answer": answer.json]
    }
  }

  /// Evidence as it was recorded; nil for what this version does not know.
  init?(_ json: JSON) {
    let fact = json["fact"]?.string.flatMap(FactKey.init(rawValue:))
    switch json["by"]?.string {
    case "file":
      guard let fact, let digest = json["sha256"]?.string else { return nil }
      self = .file(fact, digest: digest)
    case "value":
      guard let fact, let values = json["values"]?.strings else { return nil }
      self = .value(fact, values)
    case "pair":
      guard let idp = json["idp-sha256"]?.string, let aws = json["aws-sha256"]?.string else { return nil }
      self = .pair(identityProvider: idp, serviceProvider: aws)
    case "comparison":
      guard let entries = json["compared"]?.array else { return nil }
      let compared = entries.compactMap(Compared.init)
      guard compared.count == entries.count else { return nil }
      self = .comparison(compared)
    case "word":
      guard let reason = json["reason"]?.string, let seen = json["seen"]?.string else { return nil }
      self = .word(reason: Statement(recorded: reason), seen: seen)
    case "live":
      guard let answer = json["answer"].flatMap(LiveAnswer.init) else { return nil }
      self = .live(answer)
    default: return nil
    }
  }
}

extension ClosingEvidence.Compared {
  var json: JSON {
    var members: [String: JSON] = [
      "fact": .string(fact.rawValue), "form": .string(form.rawValue), "values": JSON(values),
    ]
    if proposed != values { members["proposed"] = JSON(proposed) }
    return .object(members)
  }

  init?(_ json: JSON) {
    guard let fact = json["fact"]?.string.flatMap(FactKey.init(rawValue:)),
      let form = json["form"]?.string.flatMap(Paste.Form.init(rawValue:)), let values = json["values"]?.strings
    else { return nil }
    self.init(fact: fact, form: form, values: values, proposed: json["proposed"]?.strings)
  }
}
