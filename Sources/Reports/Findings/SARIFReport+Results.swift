import Console
import Markup
import Parties
import Rules
import SAML
import Setup

extension SARIFReport {
  /// The files, each once.
  var artifacts: [JSON] {
    report.distinctFiles.map { file in
      let isStream = file.path == ValidationReport.File.standardInput
      var properties: [String: JSON] = ["role": .string(file.role.rawValue), "entities": .int(file.entities)]
      properties["provider"] = file.provider.map { .string($0.rawValue) }
      properties["entityID"] = file.entityID.map { .string(SafeText($0).body) }
      return .compact([
        "location": location(of: file.path), "encoding": file.encoding.map { .string($0.rawValue) },
        "description": isStream ? .some(["text": "standard input"]) : .none,
        "roles": isStream ? ["analysisTarget", "standardStream"] : ["analysisTarget"],
        "properties": .object(properties),
      ])
    }
  }

  /// A result for each finding, in the order of the report.
  var results: [JSON] {
    let ruleIndices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    let encodings = Dictionary(report.files.map { ($0.path, $0.encoding) }, uniquingKeysWith: { first, _ in first })
    var fingerprints = Fingerprints()
    return report.findings.map { finding in
      let isUTF8 = encodings[finding.place.file] == .utf8
      let fingerprint = JSON.string(fingerprints.next(for: finding))
      return .compact([
        "ruleId": .string(finding.rule.id), "ruleIndex": JSON(ruleIndices[finding.rule.id]),
        "level": .string(finding.severity.rawValue),
        "message": ["text": .string(SARIFText(safe: finding.messageAndRemedy + finding.endedSuffix).text)],
        // GitHub shows the first location and no other; the rest are related.
        "locations": [["physicalLocation": physicalLocation(of: finding, isUTF8: isUTF8)]],
        "relatedLocations": finding.related.isEmpty ? .none : .some(.array(related(to: finding))),
        // GitHub tells alerts apart by a name of its own; where that is missing, by the text of the line, and a file that is
        // one line would get its alerts anew with every change.
        // Either every result of a run says how it stands, or none does.
        "baselineState": report.policy.baseline.map { _ in .string(finding.baselineState) },
        "suppressions": report.policy.suppressions.isEmpty ? .none : .some(.array(suppressions(of: finding))),
        "partialFingerprints": ["markedContent/v1": fingerprint, "primaryLocationLineHash": fingerprint],
        "properties": .compact([
          "entityID": finding.entityID.map { .string(SafeText($0).body) }, "remedy": .string(finding.remedy),
        ]),
      ])
    }
  }

  /// Section 3.27.23 of the standard: an empty list says that the result is not suppressed.
  private func suppressions(of finding: Finding) -> [JSON] {
    guard let suppression = finding.standing.suppression, !finding.counts else { return [] }
    return [
      [
        "kind": "external", "status": "accepted",
        "justification": .string(
          "\(SafeText(suppression.reason).body) (until \(suppression.until.date), \(SafeText(suppression.place).body))"),
      ]
    ]
  }

  private func related(to finding: Finding) -> [JSON] {
    finding.related.enumerated().map { index, related in
      [
        "id": .int(index + 1), "message": ["text": .string(SARIFText(related.message).text)],
        "physicalLocation": [
          "artifactLocation": location(of: related.place.file), "region": region(of: related.place, isUTF8: false),
        ],
      ]
    }
  }

  private func physicalLocation(of finding: Finding, isUTF8: Bool) -> JSON {
    .compact([
      "artifactLocation": location(of: finding.place.file),
      "region": finding.hasPlace ? .some(region(of: finding.place, isUTF8: isUTF8)) : .none,
    ])
  }

  /// A range; its bytes only where those that were counted are the file's own.
  private func region(of place: Finding.Place, isUTF8: Bool) -> JSON {
    var members: [String: JSON] = [
      "startLine": .int(place.start.line), "startColumn": .int(place.start.column), "endLine": .int(place.end.line),
      "endColumn": .int(place.end.column),
    ]
    if isUTF8, place.range.upperBound > 0 {
      members["byteOffset"] = .int(place.range.lowerBound)
      members["byteLength"] = .int(place.range.count)
    }
    return .object(members)
  }

  /// Where a file is: relative to the directory in which the program ran wherever its path is.
  func location(of path: String) -> JSON {
    let address = ArtifactAddress(path)
    return .compact([
      "uri": .string(address.uri), "uriBaseId": address.isBelowRoot ? .some(.string(Self.root)) : .none,
      "index": JSON(indices[path]),
    ])
  }
}

extension Finding {
  /// The word of section 3.27.24 of the standard.
  fileprivate var baselineState: String { if case .baselined = standing { "unchanged" } else { "new" } }

  /// That a suppression is over, for whoever wonders why the finding is back.
  fileprivate var endedSuffix: String { counts ? standingSuffix : "" }
}
