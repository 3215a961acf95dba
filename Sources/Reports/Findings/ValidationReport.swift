public import Rules
public import SAML

/// What a validation came to: the one value that every format of `signpost validate` is made from.
///
/// Text that comes out of the files (paths, entityIDs, messages) is untrusted in here; each format makes it safe.
public struct ValidationReport: Sendable {
  /// The program that speaks.
  public let tool: Tool
  /// The instant that counted as now.
  public let now: Instant
  /// The files, in the order in which they were given.
  public let files: [File]
  /// Everything that was found: by file in the order given, then by place and rule; what is equal stands once.
  public let findings: [Finding]
  /// What each pair that was judged agrees on.
  public let contracts: [Contract]

  /// Name and version of the program that made a document.
  public struct Tool: Hashable, Sendable {
    /// The command's name.
    public let name: String
    /// The version, such as `0.1.0`.
    public let version: String

    /// Names a program.
    public init(name: String = "signpost", version: String) {
      self.name = name
      self.version = version
    }
  }

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - tool: the program and its version.
  ///   - now: the instant that counted as now.
  ///   - files: the files in the order given, with what each shows alone.
  ///   - pairFindings: what files show together.
  ///   - contracts: what each pair that was judged agrees on.
  public init(
    tool: Tool, now: Instant, files: [File], pairFindings: [Finding] = [], contracts: [Contract] = []
  ) {
    self.tool = tool
    self.now = now
    self.files = files
    self.contracts = contracts
    var order: [String: Int] = [:]
    for file in files where order[file.path] == nil { order[file.path] = order.count }
    let sorted = (files.flatMap(\.findings) + pairFindings).sorted { left, right in
      let (first, second) = (order[left.place.file] ?? .max, order[right.place.file] ?? .max)
      return first == second ? Finding.precedes(left, right) : first < second
    }
    var seen: Set<Identity> = []
    findings = sorted.filter { seen.insert(Identity($0)).inserted }
  }

  /// How many findings there are of each severity.
  public var summary: Summary {
    var summary = Summary()
    for finding in findings {
      switch finding.severity {
      case .error: summary.errors += 1
      case .warning: summary.warnings += 1
      case .note: summary.notes += 1
      }
    }
    return summary
  }

  /// The gravest severity among the findings; nil where there are none.
  public var worst: Severity? { findings.map(\.severity).max() }

  /// The files that could not be read.
  public var unreadable: [File] { files.filter { $0.error != nil } }

  /// Counts of findings.
  public struct Summary: Hashable, Sendable {
    /// Findings of the severity error.
    public internal(set) var errors = 0
    /// Findings of the severity warning.
    public internal(set) var warnings = 0
    /// Findings of the severity note.
    public internal(set) var notes = 0
  }

  /// What makes two findings the same one.
  private struct Identity: Hashable {
    let rule: String
    let place: Finding.Place
    let message: String

    init(_ finding: Finding) {
      rule = finding.rule.id
      place = finding.place
      message = finding.message
    }
  }
}
