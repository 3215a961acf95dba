/// What a live system can say that proves a step better than a word or a copy of what a console shows.
public enum LiveClaim: String, Sendable, Equatable, CaseIterable {
  /// The account is the management account of an organization with all features.
  case organization
  /// There is one active instance of IAM Identity Center, in the Region and with the identity store of the set-up.
  case instance
  /// The SCIM endpoint takes the token.
  case provisioning
  /// The pilot user is in the identity store.
  case pilotUser = "pilot-user"
  /// The required groups are in the identity store, spelled exactly.
  case groups
  /// The required groups have members.
  case memberships
  /// The permission sets are there.
  case permissionSets = "permission-sets"
  /// The pilot account has an assignment of one of them.
  case assignment
  /// A sign-in through the identity provider was recorded without an error.
  case signIn = "sign-in"
  /// The pilot user signed in through the identity provider.
  case pilotSignIn = "pilot-sign-in"
  /// What the identity provider sends is what AWS takes, and names the pilot user.
  case response

  /// The fact that the claim is about, for whoever asks what is not so any more.
  public var fact: FactKey {
    switch self {
    case .organization: .managementAccount
    case .instance: .identityStoreID
    case .provisioning: .scimEndpoint
    case .pilotUser: .pilotUser
    case .groups, .memberships: .requiredGroups
    case .permissionSets: .permissionSets
    case .assignment: .pilotAccount
    case .signIn, .pilotSignIn: .portalURL
    case .response: .pilotUser
    }
  }
}

extension Step {
  /// What a live system can say that proves the step; nil where none can.
  ///
  /// It goes by the id, for a step of that id brings the same about in every playbook, whoever worded it.
  public var liveClaim: LiveClaim? { Self.liveClaims[id] }

  private static let liveClaims: [StepID: LiveClaim] = [
    .enableOrganizations: .organization, .enableIdentityCenter: .instance, .enableSCIM: .provisioning,
    .checkUsers: .pilotUser, .createUsersByHand: .pilotUser, .checkGroups: .groups,
    .createGroupsByCommand: .memberships, .createPermissionSet: .permissionSets, .assignAccountAccess: .assignment,
    .testPortalSignIn: .pilotSignIn, .seeNameIDSent: .response, .lookIntoCloudTrail: .signIn,
  ]
}
