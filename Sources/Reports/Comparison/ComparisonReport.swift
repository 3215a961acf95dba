public import Rules
public import SAML

/// A comparison of two files: the one value that every format of `signpost compare` is made from.
///
/// Paths and what the files say are untrusted in here; each format makes them safe.
public struct ComparisonReport: Sendable {
  /// The program that speaks.
  public let tool: ValidationReport.Tool
  /// The instant that counted as now.
  public let now: Instant
  /// The old file's path, as it was given.
  public let oldPath: String
  /// The new file's path, as it was given.
  public let newPath: String
  /// Whether the new file describes a change that has not been made yet.
  public let isPlanned: Bool
  /// What was found.
  public let comparison: MetadataComparison

  /// Puts a report together.
  public init(
    tool: ValidationReport.Tool, now: Instant, oldPath: String, newPath: String, isPlanned: Bool,
    comparison: MetadataComparison
  ) {
    self.tool = tool
    self.now = now
    self.oldPath = oldPath
    self.newPath = newPath
    self.isPlanned = isPlanned
    self.comparison = comparison
  }
}
