import Console
import Markup
import Rules

/// A validation as commands of GitHub's runner, which shows them beside the files: one for each finding, and a last line
/// with the counts.
public struct GitHubReport: Sendable {
  private let report: ValidationReport

  /// A document of the report.
  public init(_ report: ValidationReport) {
    self.report = report
  }

  /// The lines as they are written, each with its line feed.
  ///
  /// Files that could not be read, what could not be done and errors come first: of each kind, ten are shown for a step.
  public var text: String {
    let unreadable = report.unreadable.map { file in
      WorkflowCommand(
        name: "error", properties: Self.file(file.path) + [("title", "unreadable file")],
        message: SafeText(file.error ?? "").body)
    }
    let shortfalls = report.shortfalls.map { shortfall in
      WorkflowCommand(
        name: "error", properties: (shortfall.path.map(Self.file) ?? []) + [("title", "not done")],
        message: SafeText(shortfall.words).body)
    }
    let findings = [Severity.error, .warning, .note].flatMap { severity in
      report.findings.filter { $0.counts && $0.severity == severity }.map(Self.command)
    }
    let others = report.findings.filter { !$0.counts }.map(Self.command)
    return ((unreadable + shortfalls + findings + others).map(\.line) + [report.summaryLine.rendered(.plain)])
      .map { $0 + "\n" }.joined()
  }

  private static func command(for finding: Finding) -> WorkflowCommand {
    var properties = file(finding.place.file)
    if finding.hasPlace {
      let (start, end) = (finding.place.start, finding.place.end)
      properties += [("line", "\(start.line)"), ("endLine", "\(end.line)")]
      // The runner drops columns that are not of one line, and says so.
      if start.line == end.line { properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")] }
    }
    return WorkflowCommand(
      name: finding.counts ? finding.severity.command : "notice",
      properties: properties + [("title", finding.title + (finding.standing.word.map { ", \($0)" } ?? ""))],
      message: ["\(SafeText(finding.message).body)", finding.standingWords, "do: \(finding.remedy)"]
        .compactMap(\.self).joined(separator: "\n"))
  }

  /// Which file a command is about; standard input is none.
  private static func file(_ path: String) -> [(name: String, value: String)] {
    path == ValidationReport.File.standardInput ? [] : [("file", SafeText(ArtifactAddress(path).path).body)]
  }
}

extension Severity {
  /// The runner's word.
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
