import Rules
import Setup

extension SARIFReport {
  /// The program and its rules.
  var driver: JSON {
    .compact([
      "name": .string(report.tool.name), "version": .string(report.tool.version),
      "semanticVersion": .string(report.tool.version), "informationUri": report.tool.homepage.map(JSON.string),
      "rules": .array(rules.map(descriptor)),
      "notifications": [
        [
          "id": .string(Self.unreadable), "name": "UnreadableFile",
          "shortDescription": ["text": "A file could not be read, and was not judged"],
          "defaultConfiguration": ["level": "error"],
        ],
        [
          "id": .string(Self.notDone), "name": "NotDone",
          "shortDescription": ["text": "Something that was asked for did not come about"],
          "defaultConfiguration": ["level": "error"],
        ],
      ],
    ])
  }

  private func descriptor(of rule: Rule) -> JSON {
    let page = RulePage(rule)
    return .compact([
      "id": .string(rule.id), "name": .string(rule.name.inPascalCase),
      // The summary is all that lists show, and what stands above an alert.
      "shortDescription": ["text": .string(rule.summary)],
      "fullDescription": ["text": .string("\(rule.summary). \(rule.why)")],
      "help": ["text": .string(page.help), "markdown": .string(page.helpInMarkdown)],
      // A rule's page is in the help already; the link is for whoever wants to see the source of the claim.
      "helpUri": rule.references.first.map { .string($0.url) },
      "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
      "properties": [
        "tags": ["saml", .string(rule.family)], "problem.severity": .string(rule.severity.problemSeverity),
      ],
    ])
  }
}

extension RulePage {
  /// The page without examples, as Markdown.
  fileprivate var helpInMarkdown: String {
    sections.filter { !$0.isExample }
      .flatMap { ["## \(Markdown.text($0.heading))"] + Self.paragraphs($0.blocks) }
      .joined(separator: "\n\n") + "\n"
  }

  /// The page without examples, as plain text.
  fileprivate var help: String {
    sections.filter { !$0.isExample }
      .map { section in ([section.heading] + section.blocks.compactMap(\.line)).joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }
}

extension RulePage.Section {
  fileprivate var isExample: Bool {
    blocks.contains { if case .example = $0 { true } else { false } }
  }
}

extension RulePage.Block {
  fileprivate var line: String? {
    switch self {
    case .paragraph(let text): text
    case .provider(let name, let text): "\(name): \(text)"
    case .reference(let reference): "\(reference.title): \(reference.url)"
    case .example: nil
    }
  }
}

extension Severity {
  /// GitHub's words in `properties`.
  fileprivate var problemSeverity: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }
}

extension String {
  /// `certificate-expires-soon` as `CertificateExpiresSoon`.
  fileprivate var inPascalCase: String {
    split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
