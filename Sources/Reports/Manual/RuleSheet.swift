public import Console
public import Rules

/// A rule that is not about metadata, as `explain` prints it and as a section of its family's reference.
public struct RuleSheet: Sendable {
  private let id: String
  private let name: String
  private let summary: String
  /// Why it matters, or what has probably happened, below its heading.
  private let reason: (heading: String, text: String)
  private let remedy: String
  private let references: [Reference]
  private let severity: Severity
  /// What the severity means here, since when the rule exists, and what judges by it.
  private let standing: String

  /// A rule about lists of users and groups.
  public init(_ rule: ListRule) {
    (id, name, summary, severity) = (rule.id, rule.name, rule.summary, rule.severity)
    (reason, remedy, references) = (("Why it matters here", rule.why), rule.remedy, rule.references)
    standing = Self.standing(
      rule.severity, since: rule.since, judgedBy: "signpost verify",
      error: "AWS refuses the user or group, or the sign-in fails", warning: "works now, will break or is unsafe")
  }

  /// A rule about responses.
  public init(_ rule: ResponseRule) {
    (id, name, summary, severity) = (rule.id, rule.name, rule.summary, rule.severity)
    (reason, remedy, references) = (("Likely cause", rule.cause), rule.remedy, rule.references)
    standing = Self.standing(
      rule.severity, since: rule.since, judgedBy: "signpost diagnose",
      error: "AWS refuses the response, or there is none", warning: "may be refused, or is unsafe")
  }

  private static func standing(
    _ severity: Severity, since version: String, judgedBy command: String, error: String, warning: String
  ) -> String {
    let meaning =
      switch severity {
      case .error: error
      case .warning: warning
      case .note: "worth knowing"
      }
    return "\(severity.rawValue) (\(meaning)), since \(version); judged by \(command)"
  }

  /// The sheet as it is written to a stream that looks like this, with a line feed at its end.
  public func text(for appearance: Appearance) -> String {
    var text: StyledText = "\(.strong("\(ours: id)")) \(ours: name)\n\(ours: standing)\n"
    for (heading, paragraph) in [("What it means", summary + "."), reason, ("What to do", remedy)] {
      text += "\n\(.strong("\(ours: heading)"))\n"
      text += StyledText(ours: paragraph).wrapped(for: appearance, indent: 2) + "\n"
    }
    text += "\n\(.strong("References"))\n"
    for reference in references {
      let link = LinkTarget(reference.url).map { StyledText.link("\(ours: reference.title)", to: $0) }
      text += (link ?? "\(ours: reference.title)").wrapped(for: appearance, indent: 2, hanging: 4) + "\n"
    }
    return text.rendered(appearance)
  }

  // MARK: The references

  /// Every rule about lists, in Markdown, with a line feed at its end.
  public static var aboutLists: String {
    reference(
      of: ListRule.catalogue.map(RuleSheet.init),
      """
      # Rules about lists of users and groups

      By these `signpost verify users` and `signpost verify groups` judge exported lists. An error means that AWS refuses \
      the user or group, or that the sign-in fails.
      """)
  }

  /// Every rule about responses, in Markdown, with a line feed at its end.
  public static var aboutResponses: String {
    reference(
      of: ResponseRule.catalogue.map(RuleSheet.init),
      """
      # Rules about responses

      By these `signpost diagnose` judges the response of a sign-in, beside the metadata of both sides. An error means that \
      AWS refuses the response, or that the identity provider sent none.
      """)
  }

  private static func reference(of sheets: [RuleSheet], _ head: String) -> String {
    let rows = sheets.map { sheet in
      "| \(sheet.id) | \(sheet.severity.rawValue) | \(Markdown.code(sheet.name)) | \(Markdown.text(sheet.summary)) |"
    }
    let table = ["| id | severity | name | problem |", "| --- | --- | --- | --- |"] + rows
    return ([head, table.joined(separator: "\n")] + sheets.map(\.section)).joined(separator: "\n\n") + "\n"
  }

  private var section: String {
    let links = references.map { "[\(Markdown.text($0.title))](\($0.url))" }.joined(separator: ", ")
    return """
      ## \(id) \(name)

      \(Markdown.text(summary)).

      **\(reason.heading):** \(Markdown.text(reason.text))

      **What to do:** \(Markdown.text(remedy))

      \(links)
      """
  }
}
