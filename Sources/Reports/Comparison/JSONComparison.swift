import Markup
import Parties
import Rules
import SAML
import Setup

/// A comparison for programs: the schema `signpost.compare/v1`, byte-stable.
public struct JSONComparison: Sendable {
  private let report: ComparisonReport

  /// A document of the report.
  public init(_ report: ComparisonReport) { self.report = report }

  /// The document, with a line feed at its end.
  public var text: String {
    let comparison = report.comparison
    let document: JSON = [
      "schema": "signpost.compare/v1", "tool": JSON(report.tool), "now": .string(report.now.description),
      "old": ["path": .string(report.oldPath), "entityID": JSON(comparison.oldEntityID)],
      "new": ["path": .string(report.newPath), "entityID": JSON(comparison.newEntityID)],
      "planned": .bool(report.isPlanned), "role": JSON(comparison.side?.word),
      "provider": JSON(comparison.provider?.rawValue), "verdict": .string(comparison.verdict.rawValue),
      "reason": .string(comparison.reason), "changes": .array(comparison.changes.map(JSON.init)),
      "certificates": .array(comparison.certificates.map { JSON($0, now: report.now) }),
      "sharesUnexpiredKey": comparison.sharesUnexpiredKey.map(JSON.bool) ?? .null,
      "regionsAdded": JSON(comparison.regionsAdded.map(\.code)),
      "regionsRemoved": JSON(comparison.regionsRemoved.map(\.code)),
      "breakages": .array(comparison.breakages.map(JSON.init)), "steps": .array(comparison.steps.map(JSON.init)),
    ]
    return document.indented
  }
}

extension Side {
  fileprivate var word: String {
    switch self {
    case .identityProvider: "identity-provider"
    case .serviceProvider: "service-provider"
    }
  }
}

extension JSON {
  fileprivate init(_ change: MetadataChange) {
    self = [
      "subject": .string(change.subject.rawValue), "name": .string(change.name), "compared": .bool(change.isCompared),
      "caution": JSON(change.caution), "old": JSON(change.old), "new": JSON(change.new),
    ]
  }

  private init(_ stated: MetadataChange.Stated?) {
    guard let stated else {
      self = .null
      return
    }
    self = [
      "value": .string(AddressSecrets.covering(stated.text)),
      "line": .int(stated.start.line), "column": .int(stated.start.column),
      "byteOffset": .int(stated.range.lowerBound), "byteLength": .int(stated.range.count),
    ]
  }

  fileprivate init(_ item: SigningCertificate, now: Instant) {
    let certificate = item.certificate
    self = [
      "subject": .string(certificate.subject.description), "sha256": .string(item.fingerprint),
      "publicKeySHA256": .string(certificate.publicKeySHA256.hexadecimal(separator: ":")),
      "notBefore": JSON(certificate.notBefore?.description), "notAfter": JSON(certificate.notAfter?.description),
      "daysLeft": JSON(certificate.notAfter.map { Int(now.days(until: $0)) }),
      "in": .string(item.presence.rawValue), "sameKey": .bool(item.isRenewal),
    ]
  }

  fileprivate init(_ breakage: Breakage) {
    self = [
      "kind": .string(breakage.kind.rawValue), "when": .string(breakage.moment.name),
      "at": JSON(breakage.moment.instant?.description), "value": JSON(breakage.value.map(AddressSecrets.covering)),
      "symptom": .string(breakage.symptom), "avoidable": .bool(breakage.isAvoidable),
      "outage": JSON(breakage.outage),
    ]
  }

  fileprivate init(_ step: ChangeStep) {
    self = [
      "actor": .string(step.actor.rawValue), "place": JSON(step.place), "text": .string(step.text),
      "values": JSON(step.values.map(AddressSecrets.covering)),
    ]
  }
}
