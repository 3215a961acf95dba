import Markup
import Parties
import Rules
import SAML
import Setup

/// An inspection for programs: the schema `signpost.inspect/v1`, byte-stable.
///
/// `entity` is there for a document with one entity, `list` for one with several; the other one is null or empty.
/// Whatever the document does not say is null. `readableTo` is where reading ended early, null for a whole document.
public struct JSONInspection: Sendable {
  private let inspection: Inspection
  private let tool: ValidationReport.Tool

  /// A document of the inspection, made by a program.
  public init(_ inspection: Inspection, tool: ValidationReport.Tool) {
    self.inspection = inspection
    self.tool = tool
  }

  /// The document, with a line feed at its end.
  public var text: String {
    let outcome = inspection.outcome
    let document: JSON = [
      "schema": "signpost.inspect/v1", "tool": JSON(tool), "now": .string(inspection.now.description),
      "path": .string(inspection.path), "role": .string(inspection.role.rawValue),
      "encoding": .string(outcome.encoding.rawValue), "byteOrderMark": .bool(outcome.hasByteOrderMark),
      "characters": .int(outcome.characters), "entities": .int(inspection.entities),
      "strangerRoot": JSON(inspection.strangerRoot),
      "readableTo": outcome.fault.map { ["line": .int($0.start.line), "column": .int($0.start.column)] } ?? .null,
      "group": inspection.group.map(JSON.init) ?? .null, "entity": inspection.entity.map(JSON.init) ?? .null,
      "list": .array(inspection.lines.map(JSON.init)),
    ]
    return document.indented
  }
}

extension JSON {
  fileprivate init(_ group: Inspection.Group) {
    self = .object(
      JSON.members(of: group.validity)
        .merging(["name": JSON(group.name), "signature": .string(JSON.signed(group.isSigned))]) { $1 })
  }

  /// An inspection verifies nothing.
  private static func signed(_ isSigned: Bool) -> String { isSigned ? "present, not verified" : "none" }

  fileprivate init(_ line: Inspection.Line) {
    self = [
      "entityID": JSON(line.entityID), "roles": JSON(line.roles.map(\.rawValue)),
      "provider": JSON(line.provider?.rawValue),
    ]
  }

  fileprivate init(_ entity: EntityFacts) {
    let members: [String: JSON] = [
      "entityID": JSON(entity.entityID), "address": JSON(entity.address), "provider": JSON(entity.guess),
      "signature": .string(JSON.signed(entity.isSigned)),
      "roles": .array(entity.roles.map(JSON.init)), "otherRoles": JSON(entity.otherRoles),
    ]
    self = .object(JSON.members(of: entity.validity).merging(members) { $1 })
  }

  private init(_ guess: ProviderGuess) {
    self = [
      "id": JSON(guess.provider?.rawValue), "strength": JSON(guess.strength?.rawValue), "tenant": JSON(guess.tenant),
      "product": JSON(guess.pingProduct?.rawValue),
      "votes": .array(
        guess.votes.map { vote in
          [
            "provider": .string(vote.provider.rawValue), "subject": .string(vote.subject.rawValue),
            "evidence": .string(AddressSecrets.covering(vote.evidence)), "strength": .string(vote.strength.rawValue),
          ]
        }),
    ]
  }

  private init(_ role: RoleFacts) {
    let flags = Dictionary(role.flags.map { ($0.name, JSON.string($0.value)) }) { $1 }
    let members: [String: JSON] = [
      "kind": .string(role.kind.rawValue), "endpoints": .array(role.endpoints.map(JSON.init)),
      "nameIDFormats": JSON(role.nameIDFormats), "flags": .object(flags), "keys": .array(role.keys.map(JSON.init)),
    ]
    self = .object(JSON.members(of: role.validity).merging(members) { $1 })
  }

  private init(_ endpoint: EndpointFacts) {
    self = [
      "service": .string(endpoint.service), "binding": JSON(endpoint.binding),
      "bindingName": JSON(endpoint.bindingName), "location": JSON(endpoint.location),
      "responseLocation": JSON(endpoint.responseLocation), "index": JSON(endpoint.index),
      "isDefault": .bool(endpoint.isDefault), "address": JSON(endpoint.address),
    ]
  }

  private init(_ key: KeyFacts) {
    self = [
      "use": JSON(key.use), "keyNames": .int(key.keyNames), "keyValues": .int(key.keyValues),
      "certificates": .array(key.certificates.map(JSON.init)),
    ]
  }

  private init(_ certificate: CertificateFacts) {
    let content = certificate.content
    self = [
      "problems": JSON(certificate.problems), "subject": JSON(content?.subject), "issuer": JSON(content?.issuer),
      "notBefore": JSON(content?.notBefore?.description), "notAfter": JSON(content?.notAfter?.description),
      "daysLeft": JSON(content?.daysLeft.map { Int($0) }), "publicKey": JSON(content?.publicKey),
      "signatureAlgorithm": JSON(content?.signatureAlgorithm), "serialNumber": JSON(content?.serialNumber),
      "sha1": JSON(content?.sha1), "sha256": JSON(content?.sha256),
    ]
  }

  private static func members(of validity: ValidityFacts) -> [String: JSON] {
    [
      "validUntil": [
        "written": JSON(validity.validUntil), "instant": JSON(validity.instant?.description),
        "daysLeft": JSON(validity.daysLeft.map { Int($0) }), "problem": JSON(validity.validUntilProblem),
      ],
      "cacheDuration": [
        "written": JSON(validity.cacheDuration), "seconds": JSON(validity.seconds.map { Int($0) }),
        "problem": JSON(validity.cacheDurationProblem),
      ],
    ]
  }
}
