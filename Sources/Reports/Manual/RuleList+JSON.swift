import Parties
import Rules
import Setup

extension RuleList {
  /// The rules with all that they say, by the schema `signpost.rules/v1`, with a line feed at its end. In examples
  /// `«…»` encloses what is reported, and the middle of long runs of letters and digits is left out.
  public func json(tool: ValidationReport.Tool) -> String {
    let document: JSON = [
      "schema": "signpost.rules/v1", "tool": JSON(tool), "rules": .array(rules.map(JSON.init)),
    ]
    return document.indented
  }
}

extension JSON {
  fileprivate init(_ rule: Rule) {
    let remedies = Dictionary(rule.remedies.map { ($0.key.rawValue, JSON.string($0.value)) }) { $1 }
    self = [
      "id": .string(rule.id), "name": .string(rule.name), "family": .string(rule.family),
      "severity": .string(rule.severity.rawValue), "since": .string(rule.since), "summary": .string(rule.summary),
      "why": .string(rule.why), "remedy": .string(rule.remedy), "remedies": .object(remedies),
      "references": .array(rule.references.map { ["title": .string($0.title), "url": .string($0.url)] }),
      "failing": JSON(rule.failing.map { Listing($0.excerpt).marked }),
      "passing": JSON(rule.passing.map { Listing($0.excerpt).marked }),
    ]
  }
}
