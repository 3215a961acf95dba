import Console
import Rules

extension RulePage {
  /// The columns of examples in the generated pages.
  private static let columns = 100
  /// Examples look the same in every generated page, whoever generates it.
  private static let appearance = Appearance(
    colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: columns)

  /// The page as Markdown, with a line feed at its end.
  public var markdown: String {
    let head = ["# \(Markdown.text(title))", Markdown.text(standing.capitalisedFirst + ".")]
    let parts = head + sections.flatMap { ["## \(Markdown.text($0.heading))"] + Self.paragraphs($0.blocks) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  static func paragraphs(_ blocks: [Block]) -> [String] {
    var paragraphs: [String] = []
    var items: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let text): paragraphs.append(Markdown.text(text))
      case .provider(let name, let remedy): items.append("- **\(Markdown.text(name))**: \(Markdown.text(remedy))")
      case .example(let example, let note):
        if let note { paragraphs.append(Markdown.text(note)) }
        let lines = Listing(example).text(columns: columns, appearance: appearance)
        paragraphs.append(Markdown.block(lines.map { $0.rendered(appearance) }, language: "text"))
      case .reference(let reference): items.append("- [\(Markdown.text(reference.title))](\(reference.url))")
      }
    }
    return items.isEmpty ? paragraphs : paragraphs + [items.joined(separator: "\n")]
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
