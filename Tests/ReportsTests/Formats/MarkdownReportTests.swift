import Markup
import Reports
import Rules
import Testing

/// The comment for a pull request.
@Suite struct MarkdownReportTests {
  private static func head(_ report: ValidationReport, _ failOn: Severity?) -> Substring {
    MarkdownReport(report, failOn: failOn).text.prefix { $0 != "\n" }
  }

  @Test func theVerdictFollowsTheLimit() {
    let good = Documents.report([Documents.file(Documents.goodIdentityProvider, "okta.xml")])
    #expect(Self.head(good, .note) == "## signpost validate: passed, nothing to report in 1 file")
    let bad = Documents.report([Documents.file(Documents.mixed, "idp.xml")])
    #expect(Self.head(bad, .error).hasPrefix("## signpost validate: failed, "))
    #expect(Self.head(bad, nil).hasPrefix("## signpost validate: passed, "))
    let gone = Documents.report([.init(unreadable: "gone.xml", error: "cannot open gone.xml: denied")])
    #expect(Self.head(gone, nil).hasPrefix("## signpost validate: failed, "))
  }

  @Test func aRowSaysWhatWhereAndWhatToDo() throws {
    let report = GoldenTests.mixed
    let tables = MarkdownTables.rows(in: MarkdownReport(report, failOn: .error).text)
    let rows = tables[1].map { $0.map { $0.trimmingBlanks } }
    #expect(rows.map { $0[0] } == report.findings.map(\.severity).sorted(by: >).map(\.rawValue))
    for finding in report.findings {
      let place = finding.place
      let row = try #require(
        rows.first {
          $0[1].hasPrefix("[\(finding.rule.id)](https://")
            && $0[2].contains(":\(place.start.line):\(place.start.column)`")
        })
      #expect(row[2] == "`\(place.file):\(place.start.line):\(place.start.column)`")
      #expect(row[3].hasPrefix("`") && row[3].hasSuffix("`"))
      #expect(!row[4].isEmpty)
    }
    for (file, row) in zip(report.files, tables[0]) {
      let counts = [Severity.error, .warning, .note].map { severity in
        report.findings.count { $0.place.file == file.path && $0.severity == severity }
      }
      #expect(row[0].contains(file.path))
      if file.error == nil { #expect(row[2...].map { Int($0.trimmingBlanks) } == counts) }
    }
  }

  @Test("what could not be done is told while there is room, and then counted", arguments: [1, 4_000])
  func shortfalls(pathLength: Int) {
    let path = String(repeating: "署", count: pathLength)
    let report = ValidationReport(
      tool: GoldenTests.mixed.tool, now: GoldenTests.mixed.now, files: GoldenTests.mixed.files,
      shortfalls: (0..<400).map { .init(path: path, words: "\(path)\($0): not verified") })
    let text = MarkdownReport(report, failOn: nil).text
    #expect(text.hasPrefix("## signpost validate: failed") && text.utf8.count <= 60_000)
    let told = text.ranges(of: "Not done: `").count
    #expect(pathLength == 1 ? (100..<400).contains(told) : told == 0)
    #expect(text.contains("left out here: \(400 - told)."))
  }

  /// A comment on GitHub takes 65,536 characters.
  @Test(arguments: [1, 4_000])
  func whatIsTooMuchIsCounted(pathLength: Int) throws {
    let path = String(repeating: "署", count: pathLength)
    let files = (0..<400).map { Documents.file(Documents.mixed, "\(path)\($0)") }
    let report = Documents.report(files)
    let text = MarkdownReport(report, failOn: .error).text
    #expect(text.utf8.count <= 60_000)
    let tables = MarkdownTables.rows(in: text)
    let lost = text.matches(of: #/And (\d+) more (file|finding)/#).compactMap { Int($0.output.1) }
    #expect(lost.count == 2)
    #expect(tables[0].count + lost[0] == 400)
    #expect(tables[1].count + lost[1] == report.findings.count)
    // What was left out is no graver than what is shown.
    #expect(tables[1].allSatisfy { $0[0] == " error " })
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
