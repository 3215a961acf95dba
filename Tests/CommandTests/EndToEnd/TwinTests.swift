import FoundationEssentials
import Rules
import Support
import Testing

/// A mutation run: for every rule, a good file that was broken in the rule's way, and in no other.
@Suite("Every rule finds its broken twin") struct TwinTests {
  /// Where the twins are written: `make broken` says where, so that they stay.
  static let directory = Signpost.root + "/" + (ProcessInfo.processInfo.environment["SIGNPOST_TWINS"] ?? ".build/twins")

  private struct Report: Decodable {
    let findings: [Item]
    struct Item: Decodable {
      let rule: String
      let severity: String
      let line: Int
      let column: Int
    }
  }

  @Test func everyRuleHasOne() throws {
    #expect(Twin.all.map(\.rule).sorted() == Catalogue.rules.map(\.id).sorted())
  }

  @Test(arguments: Twin.all.filter(\.canBeFound))
  func isFound(twin: Twin) throws {
    let rule = try #require(Catalogue.rule(named: twin.rule))
    let directory = "\(Self.directory)/\(twin.rule)"
    try TestFile.makeDirectory(directory, mode: 0o755)
    try twin.write(to: directory)
    try TestFile.write(twin.command + "\n", to: "\(directory)/command", mode: 0o644)
    let run = try Signpost.run(["validate"] + twin.judge + ["--format", "json"], directory: directory)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.outputBytes))
    let own = report.findings.filter { $0.rule == twin.rule }
    #expect(!own.isEmpty && own.allSatisfy { $0.severity == rule.severity.rawValue && $0.line > 0 && $0.column > 0 })
    let errors = report.findings.filter { $0.severity == "error" && $0.rule != twin.rule }
    #expect(errors.map(\.rule) == [], "\(twin.command)")
    #expect(run.status == (rule.severity == .error || twin.isVerified ? 1 : 0))
    // What a gate has to be told so that it fails.
    let gate = try Signpost.run(
      ["validate"] + twin.judge + ["--fail-on", rule.severity.rawValue, "--format", "concise"], directory: directory)
    #expect(gate.status == 1)
  }

  /// Without the break nothing is reported: the twin's fault comes from the break and not from the fixture.
  @Test(arguments: Twin.all.filter { !$0.breaks.isEmpty && $0.canBeFound })
  func itsOriginalIsGood(twin: Twin) throws {
    let run = try Signpost.run(["validate"] + twin.judge + ["--format", "json"], directory: Twin.fixtures)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.outputBytes))
    #expect(!report.findings.contains { $0.rule == twin.rule })
  }
}
