import Console
import Reports
import Rules
import Support
import Testing

@Suite struct ComparisonGoldenTests {
  static func report(_ old: String, _ new: String, isPlanned: Bool = false) throws -> ComparisonReport {
    let entities = try [old, new].map { try #require(Documents.verdict($0, "x.xml").onlyEntity) }
    return ComparisonReport(
      tool: Documents.tool, now: Documents.now, oldPath: "old.xml", newPath: "new.xml", isPlanned: isPlanned,
      comparison: MetadataComparison(
        old: entities[0], new: entities[1], now: Documents.now, isPlanned: isPlanned))
  }

  static func fixture(_ name: String) throws -> String { try text("\(name).xml") }

  static func text(_ name: String) throws -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return try TestFile.text(parts.dropLast(3).joined(separator: "/") + "/Fixtures/\(name)")
  }

  static let pairs: [(String, String, String)] = [
    ("overlap", "rotation/old", "rotation/old-and-new"), ("no-overlap", "rotation/old", "rotation/new"),
    ("other-application", "okta", "rotation/old"), ("region", "identity-center", "identity-center-two-regions"),
  ]

  @Test(arguments: pairs)
  func documents(name: String, old: String, new: String) throws {
    let report = try Self.report(Self.fixture(old), Self.fixture(new))
    Golden.expect(HumanComparison(report, appearance: Documents.terminal).text, at: "compare-\(name).txt")
    Golden.expect(JSONComparison(report).text, at: "compare-\(name).json")
  }

  @Test func hostileTextIsHarmless() throws {
    let report = try Self.report(Documents.goodIdentityProvider, Documents.hostile)
    let text = HumanComparison(report, appearance: Documents.terminal).text
    for scalar in ["\u{1B}", "\u{202E}", "\u{9B}", "\u{85}"] { #expect(!text.contains(scalar)) }
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") || $0.hasPrefix("##") })
    #expect(text.contains("\\u{202e}") || text.contains("U+202E") || text.contains("202E"))
    #expect(!JSONComparison(report).text.contains("\u{202E}"))
  }
}
