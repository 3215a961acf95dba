public import Console
public import Rules

/// One rule about lists as a page of the manual.
public struct ListRulePage: Sendable {
  private let rule: ListRule

  /// A page about a rule.
  public init(_ rule: ListRule) {
    self.rule = rule
  }

  /// The page as it is written to a stream that looks like this, with a line feed at its end.
  public func text(for appearance: Appearance) -> String {
    var text: StyledText = "\(.strong("\(ours: rule.id)")) \(ours: rule.name)\n\(ours: standing)\n"
    for (heading, paragraph) in [
      ("What it means", rule.summary + "."), ("Why it matters here", rule.why), ("What to do", rule.remedy),
    ] {
      text += "\n\(.strong("\(ours: heading)"))\n"
      text += StyledText(ours: paragraph).wrapped(for: appearance, indent: 2) + "\n"
    }
    text += "\n\(.strong("References"))\n"
    for reference in rule.references {
      let link = LinkTarget(reference.url).map { StyledText.link("\(ours: reference.title)", to: $0) }
      text += (link ?? "\(ours: reference.title)").wrapped(for: appearance, indent: 2, hanging: 4) + "\n"
    }
    return text.rendered(appearance)
  }

  private var standing: String {
    let meaning =
      switch rule.severity {
      case .error: "AWS refuses the user or group, or the sign-in fails"
      case .warning: "works now, will break or is unsafe"
      case .note: "worth knowing"
      }
    return "\(rule.severity.rawValue) (\(meaning)), since \(rule.since); judged by signpost verify"
  }

  /// Every rule about lists as a page of the documentation, in Markdown, with a line feed at its end.
  public static var reference: String {
    let rows = ListRule.catalogue.map { rule in
      "| \(rule.id) | \(rule.severity.rawValue) | \(Markdown.code(rule.name)) | \(Markdown.text(rule.summary)) |"
    }
    let pages = ListRule.catalogue.map { rule in
      let links = rule.references.map { "[\(Markdown.text($0.title))](\($0.url))" }.joined(separator: ", ")
      return """
        ## \(rule.id) \(rule.name)

        \(Markdown.text(rule.summary)). \(Markdown.text(rule.why))

        **Do:** \(Markdown.text(rule.remedy))

        \(links)
        """
    }
    let head = """
      # Rules about lists of users and groups

      By these `signpost verify users` and `signpost verify groups` judge exported lists. An error means that AWS refuses \
      the user or group, or that the sign-in fails.

      | id | severity | name | problem |
      | --- | --- | --- | --- |
      """
    return ([head + "\n" + rows.joined(separator: "\n")] + pages).joined(separator: "\n\n") + "\n"
  }
}
