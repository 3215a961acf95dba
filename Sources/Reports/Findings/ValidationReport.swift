import Markup
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
  public private(set) var findings: [Finding]
  /// What each pair that was judged agrees on.
  public let contracts: [Contract]
  /// What was agreed about findings beforehand.
  public private(set) var policy = FindingPolicy()
  /// What the baseline knows and nobody has found.
  public private(set) var staleEntries: [Baseline.Entry] = []
  /// The suppressions that no finding needs.
  public private(set) var unusedSuppressions: [Suppression] = []
  /// What was asked for and did not come about; with any, a validation has not passed.
  public let shortfalls: [Shortfall]
  /// The rules by which files were judged beside others, by path.
  private let jointRules: [String: [Rule]]

  /// Name and version of the program that made a document.
  public struct Tool: Hashable, Sendable {
    /// The command's name.
    public let name: String
    /// The version, such as `0.1.0`.
    public let version: String
    /// The address of a page about the program; nil where it has none.
    public let homepage: String?

    /// Names a program.
    public init(name: String = "signpost", version: String, homepage: String? = nil) {
      self.name = name
      self.version = version
      self.homepage = homepage
    }
  }

  /// Something that was asked for and did not come about: a value that could not be compared, a signature that was not
  /// verified.
  public struct Shortfall: Hashable, Sendable {
    /// The file that it was asked of, as it was given; nil: of none by itself. Untrusted text.
    public let path: String?
    /// Why it did not come about, in a line.
    public let words: String

    /// Notes one.
    public init(path: String?, words: String) {
      self.path = path
      self.words = words
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
  ///   - jointRules: the rules by which files were judged beside others, or beside what consoles show, by path.
  ///   - shortfalls: what was asked for and did not come about.
  public init(
    tool: Tool, now: Instant, files: [File], pairFindings: [Finding] = [], contracts: [Contract] = [],
    jointRules: [String: [Rule]] = [:], shortfalls: [Shortfall] = []
  ) {
    self.tool = tool
    self.now = now
    self.files = files
    self.contracts = contracts
    self.jointRules = jointRules
    self.shortfalls = shortfalls
    var order: [String: Int] = [:]
    for file in files where order[file.path] == nil { order[file.path] = order.count }
    let sorted = (files.flatMap(\.findings) + pairFindings).sorted { left, right in
      let (first, second) = (order[left.place.file] ?? .max, order[right.place.file] ?? .max)
      return first == second ? Finding.precedes(left, right) : first < second
    }
    findings = sorted.reduce(into: []) { kept, finding in
      // What is the same stands side by side, with nothing between that is sorted elsewhere.
      let peers = kept.reversed().prefix { $0.place.file == finding.place.file && !Finding.precedes($0, finding) }
      if !peers.contains(where: finding.isSame) { kept.append(finding) }
    }
  }

  /// The same report under what was agreed about findings.
  ///
  /// - Parameter isGone: whether there is no file any more of that name in the baseline; what the baseline knows of such a file is stale,
  ///   as it is where the file was judged by the rule and the finding not made. A suppression is unused where its rule
  ///   had something to look at.
  public func under(_ policy: FindingPolicy, isGone: (String) -> Bool) -> ValidationReport {
    var report = self
    report.policy = policy
    let (findings, stale, unused) = policy.applied(to: findings, of: files, now: now)
    report.findings = findings
    // What was not looked for is not missed.
    lazy var asked = Dictionary(
      files.map { (policy.names.name(of: $0.path), Set(($0.rules + (jointRules[$0.path] ?? [])).map(\.id))) },
      uniquingKeysWith: { $0.union($1) })
    report.staleEntries = stale.filter { asked[$0.file]?.contains($0.rule) ?? isGone($0.file) }
    report.unusedSuppressions = unused.filter { suppression in asked.values.contains { $0.contains(suppression.rule) } }
    return report
  }

  /// How many findings there are of each severity, and how many do not count.
  public var summary: Summary {
    var summary = Summary()
    for finding in findings {
      switch finding.standing {
      case .baselined: summary.baselined += 1
      case .suppressed: summary.suppressed += 1
      case .counted, .suppressionEnded: break
      }
      guard finding.counts else { continue }
      switch finding.severity {
      case .error: summary.errors += 1
      case .warning: summary.warnings += 1
      case .note: summary.notes += 1
      }
    }
    return summary
  }

  /// The gravest severity among the findings that count; nil where there are none.
  public var worst: Severity? { findings.filter(\.counts).map(\.severity).max() }

  /// The files that could not be read.
  public var unreadable: [File] { files.filter { $0.error != nil } }

  /// The files, each once however often it was given.
  var distinctFiles: [File] {
    var seen: Set<String> = []
    return files.filter { seen.insert($0.path).inserted }
  }

  /// The findings by the path of their file, in their order.
  var findingsByPath: [String: [Finding]] { Dictionary(grouping: findings, by: \.place.file) }

  /// Whether a validation with this limit has come to nothing that fails: no file is unreadable, nothing that was asked
  /// for is missing, and no finding is as grave as the limit or graver; nil is no limit.
  func passes(_ limit: Severity?) -> Bool {
    unreadable.isEmpty && shortfalls.isEmpty && !findings.contains { $0.fails(limit) }
  }

  /// The rules that have looked at something of a file, alone or beside others, whether they found anything or not; in
  /// the order of the catalogue.
  ///
  /// - Parameter own: the findings of the file.
  func rules(for file: File, findings own: [Finding]) -> [Rule] {
    var rules: [String: Rule] = [:]
    for rule in file.rules + (jointRules[file.path] ?? []) + own.map(\.rule) { rules[rule.id] = rule }
    let listed = Catalogue.rules.filter { rules.removeValue(forKey: $0.id) != nil }
    return listed + rules.values.sorted { $0.id < $1.id }
  }

  /// Counts of findings; each is counted once.
  public struct Summary: Hashable, Sendable {
    /// Findings of the severity error.
    public internal(set) var errors = 0
    /// Findings of the severity warning.
    public internal(set) var warnings = 0
    /// Findings of the severity note.
    public internal(set) var notes = 0
    /// Findings that the baseline knows.
    public internal(set) var baselined = 0
    /// Findings that are suppressed for now.
    public internal(set) var suppressed = 0
  }

}

extension Finding {
  /// Whether another one says the same of the same place.
  fileprivate func isSame(_ other: Finding) -> Bool {
    rule.id == other.rule.id && place == other.place && message == other.message
  }

  /// Whether it counts and is as grave as the limit, or graver; nil is no limit.
  func fails(_ limit: Severity?) -> Bool { counts && limit.map { severity >= $0 } ?? false }

  /// Whether its place is known; what concerns a document as a whole has none.
  var hasPlace: Bool { place.range.count > 0 || place.start != .start }
}
