import Rules
import Testing

@Suite struct CatalogueTests {
  static let families = ["XML", "MD", "IDP", "SP", "KEY", "ALG", "NID", "AWS", "PAIR", "SCIM"]

  @Test func idsAreUniqueWellFormedAndSorted() {
    #expect(Set(Catalogue.rules.map(\.id)).count == Catalogue.rules.count)
    #expect(Set(Catalogue.rules.map(\.name)).count == Catalogue.rules.count)
    for rule in Catalogue.rules {
      #expect(CatalogueTests.families.contains(rule.family), "\(rule.id)")
      #expect(rule.id.dropFirst(rule.family.count).count == 3 && Int(rule.id.dropFirst(rule.family.count)) != nil)
      #expect(rule.name.allSatisfy { $0 == "-" || $0.isNumber || $0.isLowercase }, "\(rule.name)")
      #expect(!rule.name.hasPrefix("no-"), "a name says the problem: \(rule.name)")
    }
    let order = Catalogue.rules.map { (CatalogueTests.families.firstIndex(of: $0.family) ?? 99, $0.id) }
    #expect(order.map(\.1) == order.sorted { $0 < $1 }.map(\.1))
  }

  @Test(arguments: Catalogue.rules.map(\.id))
  func everyRuleIsAWholeManualPage(id: String) throws {
    let rule = try #require(Catalogue.rule(named: id))
    #expect(!rule.failing.isEmpty && !rule.passing.isEmpty)
    #expect(!rule.references.isEmpty)
    #expect(rule.references.allSatisfy { $0.url.hasPrefix("https://") })
    for text in [rule.summary, rule.why, rule.remedy] + Array(rule.remedies.values) {
      #expect(text.count > 10 && text.first?.isUppercase == true || text.first?.isNumber == true, "\(text)")
      #expect(!text.contains("TODO") && !text.contains("  "))
    }
    #expect(!rule.summary.hasSuffix("."))
    #expect(rule.why.hasSuffix(".") || rule.why.hasSuffix("”") || rule.why.hasSuffix("\"."))
  }

  @Test func rulesAreFoundByIdAndName() {
    #expect(Catalogue.rule(named: "key009")?.name == "certificate-expires-soon")
    #expect(Catalogue.rule(named: "acs-path-unusual")?.id == "AWS003")
    #expect(Catalogue.rule(named: "KEY999") == nil)
  }
}
