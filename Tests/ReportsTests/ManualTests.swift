import Foundation
import Reports
import Rules
import Support
import Testing

/// The generated pages of the documentation are those of the catalogue, no more and no fewer.
@Suite struct ManualTests {
  /// From the golden documents to the pages; they are kept fresh in the same way.
  static let pages = "../../../Sources/Reports/Documentation.docc/Rules"

  @Test(arguments: Catalogue.rules.map(\.id))
  func pageIsFresh(id: String) throws {
    Golden.expect(RulePage(try #require(Catalogue.rule(named: id))).markdown, at: "\(Self.pages)/\(id).md")
  }

  @Test func indexIsFresh() {
    Golden.expect(RuleList().markdown, at: "\(Self.pages)/README.md")
  }

  @Test func thereIsNoPageOfARuleThatIsGone() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Reports/Documentation.docc/Rules").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(Set(names) == Set(Catalogue.rules.map { "\($0.id).md" } + ["README.md"]))
  }

  @Test(arguments: Catalogue.rules.map(\.id))
  func everyPageSaysEverythingAndNothingTooLong(id: String) throws {
    let rule = try #require(Catalogue.rule(named: id))
    let page = RulePage(rule)
    let text = page.text(for: Documents.terminal)
    for heading in ["What it means", "Why it matters here", "What to do", "that", "References"] {
      #expect(text.contains(heading))
    }
    let unwrapped = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [rule.summary, rule.why, rule.remedy] + rule.remedies.values { #expect(unwrapped.contains(part)) }
    for reference in rule.references {
      #expect(text.contains(reference.url))
      #expect(page.markdown.contains("](\(reference.url))"))
    }
    // Certificates are shortened, and fillers.
    #expect(page.markdown.split(separator: "\n").allSatisfy { $0.count < 700 })
    #expect(!text.contains("«") && !page.markdown.contains("«"))
  }

  @Test func whatIsReportedIsUnderlined() throws {
    let page = RulePage(try #require(Catalogue.rule(named: "IDP003"))).markdown
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("http://idp.example/sso") })
    let url = try #require(lines[place].firstRange(of: "http://idp.example/sso"))
    let start = lines[place].distance(from: lines[place].startIndex, to: url.lowerBound)
    #expect(lines[place + 1] == String(repeating: " ", count: start) + String(repeating: "^", count: 22))
  }
}
