public import Console
import Markup
import Rules

/// A validation in one line for each finding: `path:line:column: error[ID]: message`, for editors and `grep`. Nothing is
/// said about files without findings, and there is no summary.
public struct ConciseReport: Sendable {
  private let report: ValidationReport

  /// A document of the report.
  public init(_ report: ValidationReport) {
    self.report = report
  }

  /// The lines, each with its line feed; files that could not be read come last.
  public var text: StyledText {
    let lines = report.findings.map { finding -> StyledText in
      let place = finding.place
      return """
        \(.path("\(untrusted: place.file)")):\(place.start.line):\(place.start.column): \
        \(finding.severity.header(finding.rule.id)): \(untrusted: finding.message)\n
        """
    }
    return (lines + report.unreadable.map { $0.calmLine + "\n" }).joined()
  }
}
