import Setup
import Testing

@testable import Playbook

/// A playbook made again from `signpost.export/v1`, by another reader than the program has.
struct PlaybookReading {
  let playbook: Playbook

  /// - Parameter waits: the minutes of each wait, of which the export has the words alone.
  init(_ json: JSON, waits: [StepID: Int]) throws {
    let steps = Dictionary(
      uniqueKeysWithValues: try Self.list(json["steps"]).map { step in
        let id = try Self.text(step["id"])
        return (id, try Self.step(step, wait: waits[StepID(rawValue: id)] ?? 0))
      })
    let stages = try Self.list(json["stages"]).map { stage in
      let own = try Self.list(stage["steps"]).map { try #require(steps[Self.text($0)]) }
      return Stage(try #require(Stage.Purpose(rawValue: Self.text(stage["purpose"])))) { for step in own { step } }
    }
    playbook = Playbook(
      provider: try Self.text(json["provider"]),
      flow: try #require(Playbook.Flow(rawValue: Self.text(json["flow"]))), title: try Self.text(json["title"]),
      summary: try Self.list(json["summary"]).map(Self.phrase),
      prerequisites: try Self.list(json["prerequisites"]).map {
        Prerequisite(
          try Self.actor($0["actor"]), try Self.phrase($0["text"]), certainty: try Self.certainty($0["certainty"]))
      },
      wishes: try Self.list(json["wishes"]).map { try #require(Wish(rawValue: Self.text($0["id"]))) },
      requiredGroups: try #require(json["requiredGroups"]?.strings)
    ) { for stage in stages { stage } }
  }

  private static func step(_ json: JSON, wait minutes: Int) throws -> Step {
    let bySource = try list(json["warningsBySource"])
    return Step(
      StepID(rawValue: try text(json["id"])), try text(json["title"]), by: try actor(json["actor"]),
      at: try place(json["place"]), when: try condition(json["condition"]),
      needs: try list(json["needs"]).map { StepID(rawValue: try text($0)) },
      why: try list(json["reasons"]).map(phrase),
      warnings: try list(json["warnings"]).map(phrase).dropLast(bySource.count),
      warningsBySource: Dictionary(
        uniqueKeysWithValues: try bySource.map {
          (try #require(IdentitySource(rawValue: try text($0["source"]))), try phrase($0["warning"]))
        }),
      instructions: try list(json["instructions"]).map(phrase),
      asks: try list(json["asks"]).map {
        Question(
          try fact($0["fact"]), try phrase($0["prompt"]), field: try optional($0["field"], label),
          isOptional: $0["optional"] == .bool(true))
      }, pastes: try list(json["pastes"]).map(paste), compares: try list(json["compares"]).map(paste),
      handsOn: try list(json["handsOn"]).map(fact),
      proof: try proof(json["proof"]),
      again: try optional(json["again"]) {
        Repetition(
          after: StepID(rawValue: try text($0?["after"])), at: try place($0?["place"]),
          instructions: try list($0?["instructions"]).map(phrase), see: try phrase($0?["see"]))
      }, undo: try optional(json["undo"], phrase),
      pitfalls: try list(json["pitfalls"]).map {
        Pitfall(
          try text($0["symptom"]), cause: try phrase($0["cause"]), remedy: try phrase($0["remedy"]),
          certainty: try certainty($0["certainty"]))
      }, wait: try optional(json["wait"]) { Wait(try phrase($0), atMost: minutes) },
      sources: try list(json["sources"]).map {
        SourceReference(try text($0["title"]), try text($0["url"]), checked: try text($0["checked"]))
      })
  }

  private static func paste(_ json: JSON) throws -> Paste {
    let field = try label(json["field"])
    if let secret = json["secret"]?.string { return Paste(try #require(Secret(rawValue: secret)), into: field) }
    return Paste(try fact(json["fact"]), into: field, try #require(Paste.Form(rawValue: text(json["form"]))))
  }

  private static func proof(_ json: JSON?) throws -> Proof {
    let json = try #require(json)
    let facts = try list(json["facts"]).map(fact)
    switch json["kind"]?.string {
    case "metadata": return .metadata(try #require(facts.first))
    case "new-certificate": return .newCertificate(try #require(facts.first))
    case "value": return .value(try #require(facts.first))
    case "pair": return .pair
    case "shown": return .shown(facts)
    default: return .word(see: try phrase(json["see"]))
    }
  }

  private static func condition(_ json: JSON?) throws -> Condition {
    let json = try #require(json)
    switch json["kind"]?.string {
    case "always": return .always
    case "wants": return .wants(try #require(Wish(rawValue: text(json["wish"]))))
    case "fact": return .fact(try fact(json["fact"]), equals: try text(json["equals"]))
    case "present": return .present(try fact(json["fact"]))
    case "before-february-2026-instance": return .beforeFebruary2026Instance
    case "not": return .not(try condition(json["condition"]))
    case "any": return .any(try list(json["conditions"]).map(condition))
    case "all": return .all(try list(json["conditions"]).map(condition))
    default: throw Unknown()
    }
  }

  private struct Unknown: Error {}

  private static func place(_ json: JSON?) throws -> ConsolePath {
    ConsolePath(
      try text(json?["console"]), url: try optional(json?["url"], text), path: try list(json?["path"]).map(label),
      alternatives: try list(json?["alternatives"]).map {
        ConsolePath.Alternative(try text($0["edition"]), try list($0["path"]).map(label))
      })
  }

  private static func label(_ json: JSON?) throws -> Label {
    Label(
      try text(json?["text"]), formerly: try #require(json?["formerly"]?.strings),
      certainty: try certainty(json?["certainty"]))
  }

  private static func phrase(_ json: JSON?) throws -> Phrase {
    var words = Phrase.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    for segment in try list(json?["segments"]) {
      switch segment["kind"]?.string {
      case "text": words.segments.append(.text(try text(segment["text"])))
      case "label": words.segments.append(.label(try text(segment["text"]), try certainty(segment["certainty"])))
      case "code": words.segments.append(.code(try text(segment["text"])))
      case "value": words.segments.append(.value(try fact(segment["fact"])))
      default: throw Unknown()
      }
    }
    return Phrase(stringInterpolation: words)
  }

  // MARK: Small parts

  private static func text(_ json: JSON?) throws -> String { try #require(json?.string) }
  private static func list(_ json: JSON?) throws -> [JSON] { try #require(json?.array) }
  private static func fact(_ json: JSON?) throws -> FactKey { try #require(FactKey(rawValue: text(json))) }
  private static func actor(_ json: JSON?) throws -> Actor { try #require(Actor(rawValue: text(json))) }
  private static func certainty(_ json: JSON?) throws -> Certainty { try #require(Certainty(rawValue: text(json))) }

  private static func optional<Value>(_ json: JSON?, _ read: (JSON?) throws -> Value) throws -> Value? {
    json == .null ? nil : try read(json)
  }
}
