public import Console
public import Rules

/// The catalogue: every rule in a line, by family.
public struct RuleList: Sendable {
  /// The rules, in the order in which they are listed.
  public let rules: [Rule]

  /// A list of rules.
  public init(_ rules: [Rule] = Catalogue.rules) {
    self.rules = rules
  }

  /// The families in the order in which they come first, each with its rules.
  var families: [(title: String, rules: [Rule])] {
    var order: [String] = []
    for rule in rules where !order.contains(rule.family) { order.append(rule.family) }
    return order.map { family in (Self.title(of: family), rules.filter { $0.family == family }) }
  }

  /// The table as it is written to a stream that looks like this, with a line feed at its end.
  public func text(for appearance: Appearance) -> String { styled(for: appearance).rendered(appearance) }

  private func styled(for appearance: Appearance) -> StyledText {
    let severities = Severity.allCases.map(\.rawValue.count).max() ?? 0
    let ids = rules.map(\.id.count).max() ?? 0
    let names = rules.map(\.name.count).max() ?? 0
    let start = 2 + ids + 2 + severities + 2
    // Where little room is left beside the longest name, the summaries stand below the names.
    let column = appearance.textWidth - start - names - 2 >= 40 ? start + names + 2 : start
    return families.map { family -> StyledText in
      let rows = family.rules.map { rule -> StyledText in
        let id = rule.id.padding(to: ids + 2)
        let severity = rule.severity.rawValue.padding(to: severities + 2)
        let coloured = StyledText(ours: severity).styled(rule.severity.role)
        let term: StyledText = "\(ours: id)\(coloured)\(.strong("\(ours: rule.name)"))"
        return .entry(term, StyledText(ours: rule.summary), for: appearance, column: column) + "\n"
      }
      return "\(.strong("\(ours: family.title)"))\n\(rows.joined())"
    }.joined(separator: "\n")
  }

  /// The index of the generated pages, as Markdown, with a line feed at its end.
  public var markdown: String {
    var parts = ["# Rules", "Every rule by which metadata is judged. `signpost explain ID` shows the same pages."]
    for family in families {
      let rows = family.rules.map { rule in
        "| [\(rule.id)](\(rule.id).md) | \(rule.severity.rawValue) | \(Markdown.code(rule.name)) "
          + "| \(Markdown.text(rule.summary)) |"
      }
      parts.append("## \(Markdown.text(family.title))")
      parts.append(
        (["| id | severity | name | problem |", "| --- | --- | --- | --- |"] + rows).joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Every rule's page in one Markdown document, with a line feed at its end.
  public var manual: String {
    let pages = rules.map { RulePage($0).markdown.replacingHeadings }
    return (["# Rules\n"] + pages).joined(separator: "\n")
  }

  private static func title(of family: String) -> String {
    switch family {
    case "XML": "XML: the file and its XML"
    case "MD": "MD: the document and the entity"
    case "IDP": "IDP: the identity provider"
    case "SP": "SP: the service provider"
    case "KEY": "KEY: keys and certificates"
    case "ALG": "ALG: signatures of the metadata, and algorithms"
    case "NID": "NID: name identifiers"
    case "AWS": "AWS: the addresses and limits of AWS"
    case "PAIR": "PAIR: both files together"
    case "SCIM": "SCIM: provisioning"
    case "RESP": "RESP: responses"
    default: family
    }
  }
}

extension String {
  /// A page whose headings are one level lower; lines in code blocks begin with something else.
  fileprivate var replacingHeadings: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.hasPrefix("#") ? "#\($0)" : $0 }
      .joined(separator: "\n")
  }

  /// The text with blanks behind it up to a width in characters; for words in ASCII.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
