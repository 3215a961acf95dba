/// What signs people in to IAM Identity Center before the first step: it decides which flow is the right one.
public enum IdentitySource: String, Sendable, Equatable, CaseIterable {
  /// Nothing: nobody uses IAM Identity Center, or it is not enabled.
  case unused
  /// The Identity Center directory, with passwords that AWS keeps.
  case directory
  /// Active Directory, by a trust or AD Connector.
  case activeDirectory = "active-directory"
  /// Another external identity provider than the one that is to be connected.
  case otherIdP = "other-idp"
  /// The identity provider that is to be connected: the connection runs already.
  case thisIdP = "this-idp"

  /// The flow for an instance that stands like this.
  public var flow: Playbook.Flow {
    switch self {
    case .unused: .setUp
    case .directory, .activeDirectory, .otherIdP: .migrate
    case .thisIdP: .adopt
    }
  }

  /// What it is, as a clause about the instance.
  public var words: String {
    switch self {
    case .unused: "nobody uses IAM Identity Center yet"
    case .directory: "people sign in with passwords of the Identity Center directory"
    case .activeDirectory: "people sign in by Active Directory"
    case .otherIdP: "people sign in at another external identity provider"
    case .thisIdP: "people sign in at this identity provider already"
    }
  }
}

extension Condition {
  /// The set-up begins at one of these.
  static func comesFrom(_ source: IdentitySource) -> Condition { .fact(.identitySource, equals: source.rawValue) }
}
