public import Console
public import Rules

/// One rule about responses as a page of the manual.
public struct ResponseRulePage: Sendable {
  private let rule: ResponseRule

  /// A page about a rule.
  public init(_ rule: ResponseRule) {
    self.rule = rule
  }

  /// The page as it is written to a stream that looks like this, with a line feed at its end.
  public func text(for appearance: Appearance) -> String {
    var text: StyledText = "\(.strong("\(ours: rule.id)")) \(ours: rule.name)\n\(ours: standing)\n"
    for (heading, paragraph) in [
      ("What it means", rule.summary + "."), ("Likely cause", rule.cause), ("What to do", rule.remedy),
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
      case .error: "AWS refuses the response, or there is none"
      case .warning: "may be refused, or is unsafe"
      case .note: "worth knowing"
      }
    return "\(rule.severity.rawValue) (\(meaning)), since \(rule.since); judged by signpost diagnose"
  }

  /// Every rule about responses as a page of the documentation, in Markdown, with a line feed at its end.
  public static var reference: String {
    let rows = ResponseRule.catalogue.map { rule in
      "| \(rule.id) | \(rule.severity.rawValue) | \(Markdown.code(rule.name)) | \(Markdown.text(rule.summary)) |"
    }
    let pages = ResponseRule.catalogue.map { rule in
      let links = rule.references.map { "[\(Markdown.text($0.title))](\($0.url))" }.joined(separator: ", ")
      return """
        ## \(rule.id) \(rule.name)

        \(Markdown.text(rule.summary)).

        **Likely cause:** \(Markdown.text(rule.cause))

        **Do:** \(Markdown.text(rule.remedy))

        \(links)
        """
    }
    let head = """
      # Rules about responses

      By these `signpost diagnose` judges the response of a sign-in, beside the metadata of both sides. An error means that \
      AWS refuses the response, or that the identity provider sent none.

      | id | severity | name | problem |
      | --- | --- | --- | --- |
      """
    return ([head + "\n" + rows.joined(separator: "\n")] + pages).joined(separator: "\n\n") + "\n"
  }
}
