import Console
import Markup
import Parties
public import Rules

/// A validation as Markdown, to be put into a comment on a pull request: the verdict, the files, and the findings in a
/// table, gravest first.
public struct MarkdownReport: Sendable {
  private let report: ValidationReport
  private let failOn: Severity?

  /// The most bytes of a document: GitHub takes comments of 65,536 characters, and whoever posts one adds to it.
  static let mostBytes = 60_000
  /// What of that the table of files may take.
  private static let mostBytesOfFiles = 15_000
  /// What of it the lines about what could not be done may take.
  private static let mostBytesOfShortfalls = 10_000
  /// What is kept for the sentences about what was left out.
  private static let reserve = 400

  /// A document of the report; it has failed where a finding is as grave as `failOn`, a file could not be read, or
  /// something that was asked for is missing.
  public init(_ report: ValidationReport, failOn: Severity?) {
    self.report = report
    self.failOn = failOn
  }

  /// The document, with a line feed at its end.
  public var text: String {
    let verdict = report.passes(failOn) ? "passed" : "failed"
    var parts = ["## \(report.tool.name) validate: \(verdict), \(report.summaryLine.rendered(.plain))"]
    let (files, lostFiles) = Table(["file", "what it is", "errors", "warnings", "notes"]).filled(
      with: fileRows, upTo: Self.mostBytesOfFiles)
    parts.append(files)
    if lostFiles > 0 { parts.append("And \(lostFiles) more \(lostFiles == 1 ? "file" : "files"), left out here.") }
    var room = Self.mostBytesOfShortfalls
    let shortfalls = report.shortfalls.map { "Not done: " + Self.foreign($0.words) }.prefix { line in
      room -= line.utf8.count
      return room >= 0
    }
    parts += shortfalls
    let lostShortfalls = report.shortfalls.count - shortfalls.count
    if lostShortfalls > 0 { parts.append("Not done either, and left out here: \(lostShortfalls).") }
    if !report.findings.isEmpty {
      let left = Self.mostBytes - Self.reserve - parts.map { $0.utf8.count + 2 }.reduce(0, +)
      let (findings, lost) = Table(["severity", "rule", "place", "message", "what to do"]).filled(
        with: findingRows, upTo: left)
      parts.append(findings)
      if lost > 0 {
        parts.append(
          "And \(lost) more \(lost == 1 ? "finding" : "findings"), left out here; "
            + Markdown.code("\(report.tool.name) validate") + " shows all.")
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var fileRows: [[String]] {
    let findings = report.findingsByPath
    return report.distinctFiles.map { file in
      if let error = file.error {
        return [Self.foreign(file.path), "could not be read: \(Self.foreign(error))", "", "", ""]
      }
      let own = findings[file.path] ?? []
      let counts = [Severity.error, .warning, .note].map { severity in
        own.count { $0.counts && $0.severity == severity }
      }
      let provider = file.provider.map { ", \(Markdown.text($0.displayName))" } ?? ""
      return [Self.foreign(file.path), Markdown.text(file.role.rawValue) + provider] + counts.map { "\($0)" }
    }
  }

  private var findingRows: [[String]] {
    [Severity.error, .warning, .note].flatMap { severity in
      report.findings.filter { $0.severity == severity }.map(Self.row)
    }
  }

  private static func row(for finding: Finding) -> [String] {
    let id = Markdown.text(finding.rule.id)
    let place = finding.place
    let position = finding.hasPlace ? ":\(place.start.line):\(place.start.column)" : ""
    return [
      finding.severity.rawValue + (finding.standing.word.map { ", " + $0 } ?? ""),
      finding.rule.references.first.map { "[\(id)](\($0.url))" } ?? id,
      foreign(place.file + position), foreign(finding.message), reason(of: finding) + Markdown.text(finding.remedy),
    ]
  }

  /// Why a finding does not count, or counts again, before what is to be done about it.
  private static func reason(of finding: Finding) -> String {
    guard finding.standing.suppression != nil, let words = finding.standingWords else { return "" }
    return foreign(words) + ". "
  }

  /// Text of others, or with theirs in it, in a cell. Some renderers take two backslashes before a stroke for one, and
  /// the stroke for the end of the cell: a stroke behind a backslash is shown as an escape.
  private static func foreign(_ text: String) -> String { Markdown.code(text.replacing("\\|", with: "\\\\u{007C}")) }

  /// A table that is filled row by row.
  private struct Table {
    private let head: [String]

    init(_ columns: [String]) {
      head = [Self.line(columns), Self.line(columns.map { _ in "---" })]
    }

    /// The table with the first rows that fit, and how many do not.
    func filled(with rows: [[String]], upTo most: Int) -> (text: String, left: Int) {
      var lines = head
      var size = head.map { $0.utf8.count + 1 }.reduce(0, +)
      for row in rows {
        let line = Self.line(row)
        size += line.utf8.count + 1
        guard size <= most else { break }
        lines.append(line)
      }
      return (lines.joined(separator: "\n"), rows.count - (lines.count - head.count))
    }

    private static func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
  }
}
