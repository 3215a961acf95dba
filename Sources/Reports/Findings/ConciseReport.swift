public import Console
import Markup
import Rules

/// A validation in one line for each finding: `path:line:column: error[ID]: message`, for editors and `grep`. Nothing is
/// said about files without findings, and there is no summary.
public struct ConciseReport: Sendable {
  private let report: ValidationReport
  private let appearance: Appearance

  /// A document of the report for a stream that looks like this.
  public init(_ report: ValidationReport, appearance: Appearance = .plain) {
    self.report = report
    self.appearance = appearance
  }

  /// The lines as they are written, each with its line feed; files that could not be read come last.
  public var text: String { styled.rendered(appearance) }

  private var styled: StyledText {
    let lines = report.findings.map { finding -> StyledText in
      let place = finding.place
      return """
        \(.path("\(untrusted: place.file)")):\(place.start.line):\(place.start.column): \
        \(finding.severity.header(finding.rule.id)): \(untrusted: finding.message)\(ours: finding.standingSuffix)\n
        """
    }
    return (lines + report.unreadable.map { $0.calmLine + "\n" }).joined()
  }
}
