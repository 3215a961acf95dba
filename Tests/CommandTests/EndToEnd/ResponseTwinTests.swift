import FoundationEssentials
import Rules
import Support
import Testing

/// For every rule about responses, the good response that was broken in the rule's way, and in no other.
@Suite("Every rule about responses finds its broken twin") struct ResponseTwinTests {
  private struct Report: Decodable {
    let findings: [Item]
    struct Item: Decodable {
      let rule: String
      let severity: String
      let line: Int
      let step: Step?
    }
    struct Step: Decodable { let id: String }
  }

  private static func report(_ twin: Twin, in directory: String) throws -> (Report, Int32) {
    let run = try Signpost.run(
      ["diagnose"] + twin.judge + ["--format", "json", "--store", "\(directory)/none"], directory: directory)
    return (try JSONDecoder().decode(Report.self, from: Data(run.outputBytes)), run.status)
  }

  /// The one that compares with the set-up's user has its test beside the command's.
  @Test func everyRuleHasOne() throws {
    #expect(Set(Twin.responses.map(\.rule) + ["RESP023"]) == Set(ResponseRule.catalogue.map(\.id)))
  }

  @Test(arguments: Twin.responses.filter(\.canBeFound))
  func isFound(twin: Twin) throws {
    let rule = try #require(ResponseRule.named(twin.rule))
    let directory = "\(TwinTests.directory)/\(twin.rule)"
    try TestFile.makeDirectory(directory, mode: 0o755)
    try twin.write(to: directory)
    try TestFile.write(twin.command + "\n", to: "\(directory)/command", mode: 0o644)
    let (report, status) = try Self.report(twin, in: directory)
    let own = report.findings.filter { $0.rule == twin.rule }
    #expect(!own.isEmpty && own.allSatisfy { $0.severity == rule.severity.rawValue && $0.line > 0 && $0.step != nil })
    let errors = report.findings.filter { $0.severity == "error" && $0.rule != twin.rule }
    #expect(errors.map(\.rule) == [], "\(twin.command)")
    #expect(status == (rule.severity == .error ? 1 : 0))
  }

  /// Without the break nothing is reported: the fault comes from the break and not from the fixture.
  @Test(arguments: Twin.responses.filter { $0.canBeFound && ["RESP001", "RESP017"].contains($0.rule) })
  func theirOriginalIsGood(twin: Twin) throws {
    let (report, status) = try Self.report(twin, in: Twin.fixtures)
    #expect(report.findings.isEmpty && status == 0)
  }
}
