public import Console
public import Rules

/// Findings alone, each as a validation shows it, for whoever has just handed over a file.
public struct FindingList: Sendable {
  private let findings: [Finding]

  /// A list of these findings, in their order.
  public init(_ findings: [Finding]) { self.findings = findings }

  /// The list, to be rendered with this appearance, without a line feed at its end.
  public func styled(for appearance: Appearance) -> StyledText {
    findings.map { FindingView($0, namesEntity: false, appearance: appearance).text(andMore: 0) }
      .joined(separator: "\n")
  }
}
