import Markup
import Parties
import Rules
import SAML
import Setup

/// A validation for programs: the schema `signpost.validate/v1`, byte-stable.
public struct JSONReport: Sendable {
  private let report: ValidationReport

  /// A document of the report.
  public init(_ report: ValidationReport) {
    self.report = report
  }

  /// The document, with a line feed at its end.
  public var text: String {
    var members: [String: JSON] = [
      "schema": "signpost.validate/v1", "tool": JSON(report.tool), "now": .string(report.now.description),
      "files": .array(report.files.map(JSON.init)), "findings": .array(report.findings.map(JSON.init)),
      "summary": JSON(report.summary),
    ]
    if !report.staleEntries.isEmpty { members["staleBaseline"] = .array(report.staleEntries.map(\.json)) }
    if !report.contracts.isEmpty { members["pairs"] = .array(report.contracts.map(JSON.init)) }
    return JSON.object(members).indented
  }
}

extension JSON {
  /// The program that made a document.
  init(_ tool: ValidationReport.Tool) {
    self = ["name": .string(tool.name), "version": .string(tool.version)]
  }

  fileprivate init(_ summary: ValidationReport.Summary) {
    var members: [String: JSON] = [
      "errors": .int(summary.errors), "warnings": .int(summary.warnings), "notes": .int(summary.notes),
    ]
    if summary.baselined > 0 { members["baselined"] = .int(summary.baselined) }
    if summary.suppressed > 0 { members["suppressed"] = .int(summary.suppressed) }
    self = .object(members)
  }

  fileprivate init(_ file: ValidationReport.File) {
    var members: [String: JSON] = [
      "path": .string(file.path), "role": .string(file.role.rawValue), "provider": JSON(file.provider?.rawValue),
      "entities": .int(file.entities), "entityID": JSON(file.entityID),
    ]
    if let error = file.error { members["error"] = .string(error) }
    if let signature = file.signature { members["signature"] = JSON(signature) }
    self = .object(members)
  }

  private init(_ signature: ValidationReport.File.Signature) {
    self = [
      "state": .string(signature.state.rawValue), "reason": JSON(signature.reason),
      "certificate": JSON(signature.certificate), "signsAssertions": signature.isKeyOfRole.map(JSON.bool) ?? .null,
    ]
  }

  fileprivate init(_ finding: Finding) {
    let place = finding.place
    var members: [String: JSON] = [
      "rule": .string(finding.rule.id), "name": .string(finding.rule.name),
      "severity": .string(finding.severity.rawValue), "message": .string(finding.message),
      "file": .string(place.file), "entityID": JSON(finding.entityID), "line": .int(place.start.line),
      "column": .int(place.start.column), "endLine": .int(place.end.line), "endColumn": .int(place.end.column),
      "byteOffset": .int(place.range.lowerBound), "byteLength": .int(place.range.count),
      "remedy": .string(finding.remedy), "related": .array(finding.related.map(JSON.init)),
    ]
    if let word = finding.standing.word { members["standing"] = .string(word) }
    if let suppression = finding.standing.suppression {
      members["suppression"] = [
        "reason": .string(suppression.reason), "until": .string(suppression.until.date),
        "place": .string(suppression.place),
      ]
    }
    self = .object(members)
  }

  fileprivate init(_ related: Finding.Related) {
    self = [
      "file": .string(related.place.file), "line": .int(related.place.start.line),
      "column": .int(related.place.start.column), "message": .string(related.message),
    ]
  }
}
