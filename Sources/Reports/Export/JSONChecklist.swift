import Playbook
import SAML
import Setup

/// The checklist as JSON, schema `signpost.export/v1`: the whole playbook as data, and, of a set-up, everything that is
/// known of it.
///
/// Every name is always there; what has no value is null or an empty list. Keys are sorted, and there is no time in it
/// but the clock of the set-up, so that the same checklist is the same bytes.
public struct JSONChecklist: Sendable {
  /// What is written down.
  public let checklist: Checklist

  /// A document of the checklist.
  public init(_ checklist: Checklist) {
    self.checklist = checklist
  }

  /// The document, with a line feed at its end.
  public var text: String { document.indented }

  var playbook: Playbook { checklist.playbook }
  var progress: Progress? { checklist.standing?.progress }

  private var document: JSON {
    [
      "schema": "signpost.export/v1", "provider": .string(playbook.provider),
      "flow": .string(playbook.flow.rawValue), "for": .string(checklist.audience.rawValue),
      "title": .string(playbook.title), "summary": json(playbook.summary), "playbook": .string(playbook.digest),
      "prerequisites": .array(playbook.prerequisites.filter(concerns).map(json)),
      "wishes": .array(playbook.wishes.map(json)), "requiredGroups": JSON(playbook.requiredGroups),
      "stages": .array(
        checklist.stages.map { stage, entries in
          [
            "purpose": .string(stage.purpose.rawValue), "title": .string(stage.purpose.title),
            "steps": JSON(entries.map(\.step.id.rawValue)),
          ]
        }),
      "steps": .array(checklist.entries.map(json)), "facts": .array(facts.map(json)),
      "secrets": .array(secrets.map(json)), "setUp": setUp,
    ]
  }

  private func concerns(_ prerequisite: Prerequisite) -> Bool {
    checklist.audience.actor.map { $0 == prerequisite.actor } ?? true
  }

  // MARK: The set-up

  private var setUp: JSON {
    guard let (name, progress) = checklist.standing else { return .null }
    let counts = StepCounts(checklist.entries)
    return [
      "name": .string(name.text), "now": .string(progress.now.description), "complete": .bool(counts.isComplete),
      "counts": JSON(counts), "next": JSON(checklist.next?.step.id.rawValue),
      "playbookChanged": .bool(progress.isPlaybookChanged), "dates": .array(progress.datesAhead.map { JSON($0) }),
      "formerSteps": JSON(progress.unknownSteps.map(\.rawValue)),
    ]
  }

  private func json(_ wish: Wish) -> JSON {
    let answer = progress.flatMap { $0.answeredWishes.contains(wish) ? $0.wishes.contains(wish) : nil }
    return [
      "id": .string(wish.rawValue), "prompt": json(wish.prompt), "assumed": .bool(wish.assumed),
      "answer": answer.map(JSON.bool) ?? .null,
    ]
  }

  private func json(_ prerequisite: Prerequisite) -> JSON {
    [
      "actor": .string(prerequisite.actor.rawValue), "text": json(prerequisite.text),
      "certainty": .string(prerequisite.certainty.rawValue),
    ]
  }

  // MARK: Values

  /// The facts that the steps of the document use, and those that the set-up has besides.
  private var facts: [FactKey] {
    let steps = checklist.entries.map(\.step)
    let used = Set(steps.flatMap { $0.uses + $0.asks.map(\.fact) })
    return FactKey.allCases.filter { key in
      used.contains(key) || progress?.facts[key] != nil || checklist.values(of: key) != nil
    }
  }

  private func json(_ key: FactKey) -> JSON {
    let definition = key.definition
    var members: [String: JSON] = [
      "id": .string(key.rawValue), "title": .string(definition.title), "kind": .string(definition.kind.name),
      "derivedFrom": .null, "documentation": .string(definition.documentation), "example": .string(definition.example),
      "values": .null, "by": .null, "at": .null, "file": .null,
    ]
    if case .derived(let from) = definition.origin { members["derivedFrom"] = .string(from.rawValue) }
    guard let fact = progress?.facts[key] else { return .object(members) }
    members["values"] = JSON(fact.values)
    members["by"] = .string(fact.actor)
    members["at"] = .string(fact.at)
    if case .filed(let file) = fact.provenance { members["file"] = JSON(file) }
    return .object(members)
  }

  private var secrets: [Secret] {
    let pasted = checklist.entries.flatMap(\.step.pastes).map(\.value)
    return Secret.allCases.filter { pasted.contains(.secret($0)) }
  }

  private func json(_ secret: Secret) -> JSON {
    [
      "id": .string(secret.rawValue), "title": .string(secret.title), "handling": json(secret.handling),
      "entered": JSON(progress?.secrets[secret]?.on),
    ]
  }
}

extension FactKind {
  /// The shape in a word or two.
  fileprivate var name: String {
    switch self {
    case .metadataFile(let role): "metadata-file:\(role.rawValue)"
    case .acsURLs: "acs-urls"
    case .issuerURL: "issuer-url"
    case .portalURL: "portal-url"
    case .scimEndpoint: "scim-endpoint"
    case .url: "url"
    case .entityID: "entity-id"
    case .certificates: "certificates"
    case .date: "date"
    case .region: "region"
    case .partition: "partition"
    case .identityStoreID: "identity-store-id"
    case .sessionARN: "session-arn"
    case .accountID: "account-id"
    case .emailAddress: "email-address"
    case .hostName: "host-name"
    case .identitySource: "identity-source"
    case .nameIDFormat: "name-id-format"
    case .text: "text"
    case .textList: "text-list"
    }
  }
}
