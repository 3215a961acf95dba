/// What AWS should have, as far as the set-up knows it. What is not known is not compared.
public struct AWSExpectation: Sendable, Equatable {
  /// The management account.
  public var managementAccount: String?
  /// The Region of the instance.
  public var region: String?
  /// The identity store of the instance.
  public var identityStore: String?
  /// The groups that must be there.
  public var groups: [String] = []
  /// The user name that must be there.
  public var user: String?
  /// The permission sets that must be there.
  public var permissionSets: [String] = []
  /// The account to which one of them is assigned.
  public var account: String?

  /// Nothing is expected yet.
  public init() {}
}
