import Rules
import SAML
import Setup

/// A judged list for programs: the schema `signpost.verify/v1`, byte-stable.
public struct JSONListReport: Sendable {
  private let report: ListReport

  /// A document of the report.
  public init(_ report: ListReport) {
    self.report = report
  }

  /// The document, with a line feed at its end.
  public var text: String {
    var members: [String: JSON] = [
      "schema": "signpost.verify/v1", "tool": JSON(report.tool), "now": .string(report.now.description),
      "path": .string(report.path), "findings": .array(report.findings.map(json)),
      "summary": [
        "errors": .int(report.count(.error)), "warnings": .int(report.count(.warning)),
        "notes": .int(report.count(.note)),
      ],
    ]
    switch report.subject {
    case .users(let list, let center):
      members["check"] = "users"
      members["users"] = .int(list.users.count)
      members["inactive"] = .int(list.inactive)
      members["userNameColumn"] = .string(list.userNameColumn)
      members["nameIDColumn"] = .string(list.nameIDColumn)
      members["notJudged"] = JSON(list.notShown.map(\.rawValue))
      members["identityCenter"] =
        center.map { center in
          [
            "path": .string(center.path), "users": .int(center.users), "signIns": .int(center.signIns.of),
            "matching": .int(center.signIns.matching),
          ]
        } ?? .null
    case .groups(let list, let required):
      members["check"] = "groups"
      members["groups"] = .int(list.groups.count)
      members["nameColumn"] = .string(list.nameColumn)
      members["required"] = .array(required.map(JSON.init))
    }
    return JSON.object(members).indented
  }

  private func json(_ finding: ListFinding) -> JSON {
    [
      "rule": .string(finding.rule.id), "name": .string(finding.rule.name),
      "severity": .string(finding.rule.severity.rawValue), "subject": .string(finding.subject),
      "message": .string(finding.message), "remedy": .string(finding.rule.remedy),
      "file": .string(report.file(of: finding)), "line": JSON(finding.place?.line), "entry": JSON(finding.place?.entry),
    ]
  }
}

extension ListPlace {
  fileprivate var line: Int? { if case .line(let number) = self { number } else { nil } }
  fileprivate var entry: Int? { if case .entry(let number) = self { number } else { nil } }
}

extension JSON {
  fileprivate init(_ group: RequiredGroup) {
    let (state, found): (String, ListedGroup?) =
      switch group.state {
      case .present(let group): ("present", group)
      case .misspelt(let group, _): ("misspelt", group)
      case .missing: ("missing", nil)
      }
    self = [
      "name": .string(group.name), "state": .string(state), "found": JSON(found?.name),
      "line": JSON(found?.place.line), "entry": JSON(found?.place.entry),
    ]
  }
}
