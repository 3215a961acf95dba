public import Rules
public import SAML
public import Setup

/// What judging an exported list of users or groups came to.
public struct ListReport: Sendable {
  /// What was judged.
  public enum Subject: Sendable {
    /// Users, and where it was given, the list of Identity Center beside them.
    case users(UserList, IdentityCenter?)
    /// Groups, and the ones that are needed.
    case groups(GroupList, [RequiredGroup])
  }

  /// The users of Identity Center that the sign-in was previewed with.
  public struct IdentityCenter: Sendable {
    /// The path of its file.
    public let path: String
    /// How many users it lists.
    public let users: Int
    /// How many of the identity provider's users may sign in at all, and how many find a user of exactly their name.
    public let signIns: (matching: Int, of: Int)
  }

  /// The program.
  public let tool: ValidationReport.Tool
  /// What counted as now.
  public let now: Instant
  /// The path of the list.
  public let path: String
  /// What was judged.
  public let subject: Subject
  /// What was found, by rule and then in the order of the list.
  public let findings: [ListFinding]

  /// Judges users.
  ///
  /// - Parameter identityCenter: the users of Identity Center and the path of their file.
  public init(
    tool: ValidationReport.Tool, now: Instant, path: String, users: UserList,
    identityCenter: (path: String, list: UserList)? = nil
  ) {
    self.tool = tool
    self.now = now
    self.path = path
    let judged = ListSubject(users: users.users, identityCenter: identityCenter?.list.users)
    findings = ListRule.judge(judged)
    let center = identityCenter.map { center in
      let names = IdentityCenterNames(center.list.users)
      return IdentityCenter(
        path: center.path, users: center.list.users.count,
        signIns: (judged.users.count { names.match($0) == .same }, judged.users.count))
    }
    subject = .users(users, center)
  }

  /// Judges groups.
  public init(tool: ValidationReport.Tool, now: Instant, path: String, groups: GroupList, required: [String]) {
    self.tool = tool
    self.now = now
    self.path = path
    let judged = ListSubject(groups: groups.groups, required: required)
    findings = ListRule.judge(judged)
    subject = .groups(groups, judged.requiredGroups)
  }

  /// Whether something was found because of which a user or group does not reach AWS, or a sign-in fails.
  public var hasErrors: Bool { count(.error) > 0 }

  func count(_ severity: Severity) -> Int { findings.count { $0.rule.severity == severity } }

  /// The file in which a finding is.
  func file(of finding: ListFinding) -> String {
    if finding.isInIdentityCenter, case .users(_, let center?) = subject { return center.path }
    return path
  }
}
