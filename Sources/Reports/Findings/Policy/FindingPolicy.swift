public import Rules
import SAML

/// What was agreed about findings before a validation: which do not count, and for how long.
public struct FindingPolicy: Sendable {
  /// Decisions with a reason and an end; one that is over counts for nothing but a remark.
  public var suppressions: [Suppression]
  /// What was known already; nil where nothing was written down.
  public var baseline: Baseline?
  /// What files are called in it.
  public var names: BaselineNames

  /// Agrees on something; on nothing by default.
  public init(
    suppressions: [Suppression] = [], baseline: Baseline? = nil, names: BaselineNames = BaselineNames()
  ) {
    self.suppressions = suppressions
    self.baseline = baseline
    self.names = names
  }

  /// The findings with their standing, and what of the policy spoke of none of them.
  ///
  /// A suppression goes before the baseline, and one that is over too: its end was a promise.
  func applied(
    to findings: [Finding], of files: [ValidationReport.File], now: Instant
  ) -> (findings: [Finding], stale: [Baseline.Entry], unused: [Suppression]) {
    guard !suppressions.isEmpty || baseline != nil else { return (findings, [], []) }
    let keys = Baseline.Keys(files, names: names)
    var left = baseline?.counts ?? [:]
    var used: Set<Int> = []
    let judged = findings.map { finding -> Finding in
      guard !finding.rule.isEnduring else { return finding }
      var finding = finding
      finding.standing = .counted
      let own = suppressions.indices.filter { suppressions[$0].covers(finding) }
      used.formUnion(own)
      // What the baseline knows is there, whether it is also suppressed or not.
      let isKnown = !left.isEmpty && finding.rule.canBeKnown && Self.take(finding, keys, from: &left)
      if let index = own.first(where: { !suppressions[$0].isOver(at: now) }) {
        finding.standing = .suppressed(suppressions[index])
      } else if let index = own.first {
        finding.standing = .suppressionEnded(suppressions[index])
      } else if isKnown {
        finding.standing = .baselined
      }
      return finding
    }
    let stale = baseline?.entries.filter { left[$0.key, default: 0] > 0 } ?? []
    return (judged, stale, suppressions.indices.filter { !used.contains($0) }.map { suppressions[$0] })
  }

  /// Whether one of those that are left is the finding, or was it when it was graver; it is then taken away.
  private static func take(
    _ finding: Finding, _ keys: Baseline.Keys, from left: inout [Baseline.Key: Int]
  ) -> Bool {
    var key = keys.key(of: finding)
    for severity in Severity.allCases where severity >= finding.severity {
      key.severity = severity.rawValue
      guard let count = left[key], count > 0 else { continue }
      left[key] = count - 1
      return true
    }
    return false
  }
}
