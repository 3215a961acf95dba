import Console
import Rules
import Setup
import Support
import Testing

@testable import Reports

@Suite("Judged lists")
struct ListReportTests {
  private static func fixture(_ name: String) throws -> [UInt8] {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return try TestFile.read(parts.dropLast(3).joined(separator: "/") + "/Fixtures/lists/\(name)")
  }

  private static func users(_ name: String, beside center: String? = nil) throws -> ListReport {
    ListReport(
      tool: Documents.tool, now: Documents.now, path: name, users: try UserList(fixture(name)),
      identityCenter: try center.map { ($0, try UserList(fixture($0))) })
  }

  private static func groups(_ name: String, _ required: [String]) throws -> ListReport {
    ListReport(
      tool: Documents.tool, now: Documents.now, path: name, groups: try GroupList(fixture(name)), required: required)
  }

  private static func reports() throws -> [(String, ListReport)] {
    [
      ("list-users", try users("broken-users.csv", beside: "identity-center-users.json")),
      ("list-scim", try users("scim-users.json")), ("list-good", try users("okta-users.csv")),
      ("list-groups", try groups("broken-groups.csv", ["DevOps", "Developers", "BillingAdmin", "Managers"])),
    ]
  }

  @Test("the documents")
  func goldens() throws {
    for (name, report) in try Self.reports() {
      Golden.expect(HumanListReport(report, appearance: Documents.terminal).text, at: "\(name).txt")
      Golden.expect(JSONListReport(report).text, at: "\(name).json")
    }
  }

  @Test("every member is documented")
  func documented() throws {
    let section = try documentation(ofSchema: "signpost.verify/v1")
    for (_, report) in try Self.reports() {
      let json = try JSON(reading: Array(JSONListReport(report).text.utf8))
      let findings = json["findings"]?.array ?? []
      let members = [json, json["identityCenter"] ?? .null] + findings + (json["required"]?.array ?? [])
      for name in Set(members.flatMap { ($0.object ?? [:]).keys }) { #expect(section.contains("`\(name)`"), "\(name)") }
    }
  }

  @Test("the page of all rules about lists is that of the catalogue")
  func page() {
    Golden.expect(RuleSheet.aboutLists, at: "../../../Sources/Reports/Documentation.docc/ListRules.md")
    for rule in ListRule.catalogue {
      let text = RuleSheet(rule).text(for: .plain)
      #expect(text.hasPrefix("\(rule.id) \(rule.name)\n") && text.contains("judged by signpost verify"))
    }
  }

  @Test("text of others is shown as text")
  func hostile() throws {
    let names = [
      "=cmd|'/C calc'!A0", "\u{1B}[2J", "::error::x", "\u{202E}x", "a\u{9B}31mb", "line\nfeed", "`id`", "|x|",
    ]
    let users = names.enumerated().map { index, name in
      ListedUser(at: .line(index + 2), [.userName: [name], .givenName: []])
    }
    let csv = "login,firstName,displayName\n" + names.map { "\"\($0)\",,\"\($0)\"" }.joined(separator: "\n")
    let list = try UserList(Array(csv.utf8))
    #expect(list.users.map(\.userName) == users.map(\.userName))
    let path = "\u{1B}]0;x\u{7}.csv"
    let report = ListReport(tool: Documents.tool, now: Documents.now, path: path, users: list)
    #expect(report.hasErrors)
    for text in [HumanListReport(report, appearance: .plain).text, JSONListReport(report).text] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
      #expect(!text.unicodeScalars.contains("\u{202E}") && text.contains("=cmd|'/C calc'!A0"))
      #expect(!text.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix("::") })
    }
    #expect(throws: Never.self) { try JSON(reading: Array(JSONListReport(report).text.utf8)) }
  }

  @Test("many entries of one rule are counted, not shown")
  func many() throws {
    let csv = "login\n" + (1...50).map { "user\($0)" }.joined(separator: "\n")
    let report = ListReport(
      tool: Documents.tool, now: Documents.now, path: "x.csv", users: try UserList(Array(csv.utf8)))
    let text = HumanListReport(report, appearance: .plain).text
    #expect(text.contains("x.csv:21: \"user20\"") && !text.contains("user21\"") && text.contains("  and 30 more\n"))
    #expect(JSONListReport(report).text.contains("\"subject\": \"user50\""))
  }
}
