import Markup
import Reports
import Rules
import Testing

/// Commands of GitHub's runner, as the runner reads them.
@Suite struct GitHubTests {
  @Test func aFindingIsACommandWithItsPlace() throws {
    let report = GoldenTests.mixed
    let (commands, rest) = RunnerLog.read(GitHubReport(report).text)
    #expect(rest.count == 1 && rest.first?.contains("in 4 files") == true)
    for finding in report.findings {
      let title = "\(finding.rule.id) \(finding.rule.name)"
      let command = try #require(
        commands.first { $0.properties["title"] == title && $0.properties["line"] == "\(finding.place.start.line)" })
      #expect(command.name == (finding.severity == .note ? "notice" : finding.severity.rawValue))
      #expect(command.properties["file"] == finding.place.file)
      #expect(command.properties["endLine"] == "\(finding.place.end.line)")
      #expect(command.data.hasSuffix("\ndo: \(finding.remedy)"))
    }
  }

  /// Ten of a kind are shown for a step: what is gravest must be among them.
  @Test func errorsComeFirst() {
    let names = RunnerLog.read(GitHubReport(GoldenTests.mixed).text).commands.map(\.name)
    let ranks = names.map { ["error", "warning", "notice"].firstIndex(of: $0) ?? 9 }
    #expect(Set(ranks) == [0, 1, 2])
    #expect(ranks == ranks.sorted())
  }

  /// The runner drops columns that are not of one line.
  @Test func columnsAreOfOneLine() {
    let commands = RunnerLog.read(GitHubReport(FormatTests.hostile).text).commands
    #expect(commands.contains { $0.properties["col"] != nil })
    for command in commands where command.properties["line"] != command.properties["endLine"] {
      #expect(command.properties["col"] == nil && command.properties["endColumn"] == nil)
    }
  }

  @Test(arguments: [
    ("a,line=9::b%0A:c.xml", "a,line=9::b%0A:c.xml"), ("./idp.xml", "idp.xml"), ("a\nb\r.xml", "a\\nb\\u{000D}.xml"),
  ])
  func aValueCannotLeaveItsProperty(path: String, shown: String) throws {
    let (commands, rest) = RunnerLog.read(GitHubReport(Documents.report([Documents.file("", path)])).text)
    #expect(commands.count == 1 && rest.count == 1)
    #expect(commands.first?.properties["file"]?.replacing("\\u{003A}", with: ":") == shown)
    #expect(commands.first?.properties["line"] == nil)
  }

  @Test func standardInputIsNoFile() {
    let report = Documents.report([Documents.file("", "-")])
    let commands = RunnerLog.read(GitHubReport(report).text).commands
    #expect(commands.count == 1 && commands.first?.properties["file"] == nil)
  }

  /// The runner of the tests finds what it is to find, else none of the tests above says anything.
  @Test func theRunnerOfTheTestsObeysBothSyntaxes() {
    let log =
      "x\n  ::error file=a%2Cb::c%0Ad%25\nx ##[warning line=1;title=a%5D]b\n::unknown::x\n:: error::x\n##[other]x"
    let (commands, rest) = RunnerLog.read(log)
    #expect(commands.map(\.name) == ["error", "warning"])
    #expect(commands[0].properties == ["file": "a,b"] && commands[0].data == "c\nd%")
    #expect(commands[1].properties == ["line": "1", "title": "a]"] && commands[1].data == "b")
    #expect(rest.count == 4)
  }
}
