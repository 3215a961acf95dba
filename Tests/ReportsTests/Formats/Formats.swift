import Foundation
import Reports
import Rules
import Testing

/// Every format in which a validation is written for others than people at a terminal.
enum Formats {
  static let names = ["concise", "json", "sarif", "junit", "github", "markdown"]

  static func text(_ report: ValidationReport, as name: String, failOn: Severity? = .error) -> String {
    switch name {
    case "concise": ConciseReport(report).text
    case "json": JSONReport(report).text
    // The rules are the same in every document, and many.
    case "sarif": SARIFReport(report, catalogue: []).text
    case "junit": JUnitReport(report, failOn: failOn).text
    case "github": GitHubReport(report).text
    default: MarkdownReport(report, failOn: failOn).text
    }
  }

  static func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The run of a SARIF document.
  static func run(_ text: String) throws -> [String: Any] {
    let runs = try #require(json(text)["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  /// How many findings, and how many files that could not be read, a document tells of.
  static func counts(_ text: String, as name: String) throws -> (findings: Int, unreadable: Int) {
    switch name {
    case "concise":
      let lines = text.split(separator: "\n")
      let findings = lines.count { line in
        // The path comes first and may hold anything.
        line.contains(#/:\d+:\d+: (error|warning|note)\[[A-Z]+\d+\]: /#)
      }
      return (findings, lines.count { $0.hasPrefix("error: ") })
    case "json":
      let document = try json(text)
      let findings = try #require(document["findings"] as? [[String: Any]])
      let files = try #require(document["files"] as? [[String: Any]])
      return (findings.count, files.count { $0["role"] as? String == "unreadable" })
    case "sarif":
      let run = try run(text)
      let results = try #require(run["results"] as? [[String: Any]])
      let invocations = try #require(run["invocations"] as? [[String: Any]])
      let notifications = try #require(invocations.first?["toolExecutionNotifications"] as? [Any])
      #expect(invocations.first?["executionSuccessful"] as? Bool == notifications.isEmpty)
      return (results.count, notifications.count)
    case "junit":
      let document = try JUnitText(text)
      return (document.findings, document.named("error").count)
    case "github":
      let commands = RunnerLog.read(text).commands
      let unreadable = commands.count { $0.properties["title"] == "unreadable file" }
      return (commands.count - unreadable, unreadable)
    default:
      let tables = MarkdownTables.rows(in: text)
      let files = try #require(tables.first)
      return (tables.count > 1 ? tables[1].count : 0, files.count { $0.count == 5 && $0[2].allSatisfy { $0 == " " } })
    }
  }
}
