import Playbook
import Support
import Testing

@Suite("The wizard with fields, as a person sees it")
struct DrawnWizardTests {
  /// Every provider, and every width.
  private static let sessions =
    ProviderSetUpTests.providers.map { ($0, 80) } + [("okta", 40), ("okta", 200), ("entra-id", 40)]

  @Test("every question of every provider to the end, at three widths; what remains is the record", arguments: sessions)
  func whole(provider: String, columns: Int) throws {
    try TemporaryDirectory.with { directory in
      let script = try Script(provider: provider)
      let session = try DrawnSession(store: directory.path("store"), provider: provider, columns: columns, rows: 100)
      for exchange in script.exchanges { try session.answer(exchange) }
      try session.finish()
      let status = try StatusDocument.read(store: directory.path("store"))
      #expect(status.complete)
      for exchange in script.exchanges {
        guard let fact = exchange.fact, fact.definition.origin == .asked else { continue }
        #expect(status.facts[fact.rawValue]?.joined(separator: ", ") == exchange.answer)
      }
      // One line a step is left, in order, and of the cards nothing, as each fitted into the window.
      var rest = session.text[...]
      let all = try #require(Playbook.of(provider)).steps
      for step in script.steps {
        let number = (all.firstIndex { $0.id == step.id } ?? 0) + 1
        let line = "✓\(number)\(step.title)".filter { !$0.isWhitespace }
        let found = try #require(rest.firstRange(of: line), "no line for \(step.id)")
        rest = rest[found.upperBound...]
      }
      #expect(!session.text.contains("▸"))
    }
  }
}
