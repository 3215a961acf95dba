import Console
import Reports
import Rules
import Support
import Testing

@Suite("Pages of the rules about responses")
struct RuleSheetTests {
  @Test("the reference is that of the rules")
  func reference() {
    Golden.expect(RuleSheet.aboutResponses, at: "../../../Sources/Reports/Documentation.docc/ResponseRules.md")
  }

  @Test("each page says everything", arguments: ResponseRule.catalogue.map(\.id))
  func page(id: String) throws {
    let rule = try #require(ResponseRule.named(id))
    let text = RuleSheet(rule).text(for: .plain).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [rule.id, rule.name, rule.summary, rule.cause, rule.remedy, "signpost diagnose"] {
      #expect(text.contains(part), "\(part)")
    }
    for reference in rule.references { #expect(text.contains(reference.url)) }
  }
}
