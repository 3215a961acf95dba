public import Console
import Rules

extension RulePage {
  /// The page as it is written to a stream that looks like this, with a line feed at its end.
  public func text(for appearance: Appearance) -> String { styled(for: appearance).rendered(appearance) }

  /// The page, to be rendered with the appearance that it was made for.
  public func styled(for appearance: Appearance) -> StyledText {
    let head: StyledText = "\(.strong("\(ours: rule.id)")) \(ours: rule.name)\n\(ours: standing)\n"
    return head + sections.map { "\n\(text(of: $0, for: appearance))" }.joined()
  }

  private func text(of section: Section, for appearance: Appearance) -> StyledText {
    var text: StyledText = "\(.strong("\(ours: section.heading)"))\n"
    var examples = 0
    for block in section.blocks {
      switch block {
      case .paragraph(let paragraph):
        text += StyledText(ours: paragraph).wrapped(for: appearance, indent: 2) + "\n"
      case .provider(let name, let remedy):
        text +=
          ("\(.label("\(ours: name)")): \(ours: remedy)" as StyledText)
          .wrapped(for: appearance, indent: 2, hanging: 4) + "\n"
      case .example(let example, let note):
        if examples > 0 { text += "\n" }
        examples += 1
        if let note { text += "  \(ours: note)\n" }
        text += listing(of: example, for: appearance)
      case .reference(let reference):
        let link = LinkTarget(reference.url).map { StyledText.link("\(ours: reference.title)", to: $0) }
        text += (link ?? "\(ours: reference.title)").wrapped(for: appearance, indent: 2, hanging: 4) + "\n"
      }
    }
    return text
  }

  private func listing(of example: String, for appearance: Appearance) -> StyledText {
    Listing(example, ellipsis: appearance.text == .ascii ? "..." : "…")
      .text(columns: appearance.columns - 4, appearance: appearance)
      .map { "  \(.quiet("\(mark: .bar)")) \($0)\n" }
      .joined()
  }
}
