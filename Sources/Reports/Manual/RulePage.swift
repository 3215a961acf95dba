import Parties
public import Rules

/// One rule as a page of the manual. The terminal's page and the generated documentation are two forms of this value.
public struct RulePage: Sendable {
  /// The rule.
  public let rule: Rule

  /// A page about a rule.
  public init(_ rule: Rule) {
    self.rule = rule
  }

  /// A part of the page.
  struct Section {
    let heading: String
    let blocks: [Block]
  }

  /// What stands in a section.
  enum Block {
    case paragraph(String)
    /// What holds for one identity provider.
    case provider(String, String)
    /// An example with `«…»` around what is reported, and what has to be known beside it.
    case example(String, note: String?)
    case reference(Reference)
  }

  /// Id and name.
  var title: String { "\(rule.id) \(rule.name)" }

  /// The severity and what it means, and since when there is the rule.
  var standing: String {
    let meaning =
      switch rule.severity {
      case .error: "the upload or the sign-in will fail"
      case .warning: "works now, will break or is unsafe"
      case .note: "worth knowing"
      }
    return "\(rule.severity.rawValue) (\(meaning)), since \(rule.since)"
  }

  /// The parts in order; a part without content is left out.
  var sections: [Section] {
    let remedies = rule.remedies.map { (name: $0.key.displayName, text: $0.value) }.sorted { $0.name < $1.name }
    return [
      Section(heading: "What it means", blocks: [.paragraph(rule.summary + ".")]),
      Section(heading: "Why it matters here", blocks: [.paragraph(rule.why)]),
      Section(
        heading: "What to do",
        blocks: [.paragraph(rule.remedy)] + remedies.map { .provider($0.name, $0.text) }),
      examples("that is reported", "that are reported", rule.failing, isReported: true),
      examples("that is fine", "that are fine", rule.passing, isReported: false),
      Section(heading: "References", blocks: rule.references.map { .reference($0) }),
    ].filter { !$0.blocks.isEmpty }
  }

  private func examples(_ one: String, _ several: String, _ examples: [Example], isReported: Bool) -> Section {
    Section(
      heading: examples.count == 1 ? "Example \(one)" : "Examples \(several)",
      blocks: examples.map { example in
        let isWhole = isReported && !example.excerpt.contains("«")
        return .example(
          example.excerpt, note: example.kind.note ?? (isWhole ? "The document as a whole, or its end:" : nil))
      })
  }
}

extension Example.Kind {
  /// What has to be known of the documents; nil for one that speaks for itself.
  fileprivate var note: String? {
    switch self {
    case .document: nil
    case .pair: "The identity provider's document and the service provider's, together:"
    case .claimed(.identityProvider): "Given as the identity provider's file:"
    case .claimed(.serviceProvider): "Given as AWS's file:"
    case .typed(_, nil): "What a console shows, and the part of the file that it is compared with:"
    case .typed: "What a console shows, and the part of AWS's file, given with the identity provider's:"
    case .verified(.broken): "Given with --verify-signature, where the signature does not fit:"
    case .verified: "Given with --verify-signature:"
    case .expected: "What was agreed, and the part of the file that it is compared with:"
    case .choice: "Two files of AWS, given with an identity provider's:"
    }
  }
}
