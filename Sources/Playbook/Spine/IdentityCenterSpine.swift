/// The words in which the shared steps speak of one identity provider, and the steps of its overlay that they lean on.
struct ProviderWords: Sendable {
  /// The provider's name, such as Okta.
  let name: String
  /// What its users open to see their applications.
  let userPortal: Label
  /// The tile, or application, that leads to AWS.
  let application: Label
  /// The step that saves the provider's metadata.
  let savesMetadata: StepID
  /// The step that tells the provider the ACS URL and the issuer URL.
  let registersAWS: StepID
  /// The steps that decide what the provider sends as NameID; of several one applies.
  let setsNameID: [StepID]
  /// The field that holds the NameID format; nil where the application has none, because the format is fixed.
  let nameIDField: Label?
  /// The step that lets the pilot user use the application.
  let assignsUsers: StepID
  /// The step after which the provider writes over SCIM: the one that enters the endpoint and the token, or a later one
  /// that starts it.
  let connectsSCIM: StepID
  /// AWS's page on connecting this provider.
  let guide: SourceReference
  /// What the provider's administrator takes from AWS: a provider that reads the AWS metadata gets the file too.
  var takesFromAWS: [FactKey] = [.acsURL, .issuerURL]
  /// Steps that provision users in another way, for those who chose it.
  var provisionsOtherwise: [StepID] = []
  /// The console in which its administrator works; nil where it has no name that is known.
  var console: String?
  /// Whether it can send groups over SCIM, and not people alone.
  var sendsGroups = true
  /// What goes wrong only where sign-in starts at this provider.
  var tilePitfalls: [Pitfall] = []
  /// Steps in which groups come to exist in AWS, besides the shared ones.
  var makesGroups: [StepID] = []

  /// Whoever does the provider's side, such as `Okta administrator`; a name that begins with an article follows.
  var administrator: String { name.hasPrefix("the ") ? "administrator of \(name)" : "\(name) administrator" }

  /// A place in the provider's console, below a label where one is given.
  func place(_ path: Label...) -> ConsolePath { ConsolePath(console ?? "Admin console of \(name)", path: path) }
}

/// The AWS steps that every identity provider's playbook shares, in the provider's words.
struct IdentityCenterSpine: Sendable {
  /// The provider's words.
  let idp: ProviderWords
}

extension StepID {
  static let enableOrganizations: StepID = "enable-organizations"
  static let keepEmergencyAccess: StepID = "keep-emergency-access"
  static let enableIdentityCenter: StepID = "enable-identity-center"
  static let choosePortalAlias: StepID = "choose-portal-alias"
  static let openIdentitySource: StepID = "open-identity-source"
  static let downloadAWSMetadata: StepID = "download-aws-metadata"
  static let checkBothFiles: StepID = "check-both-files"
  static let uploadIdPMetadata: StepID = "upload-idp-metadata"
  static let changeIdentitySource: StepID = "change-identity-source"
  static let keepAlternativeACSURL: StepID = "keep-alternative-acs-url"
  static let enableSCIM: StepID = "enable-scim"
  static let createUsersByHand: StepID = "create-users-by-hand"
  static let checkUsers: StepID = "check-users"
  static let checkGroups: StepID = "check-groups"
  static let createPermissionSet: StepID = "create-permission-set"
  static let assignAccountAccess: StepID = "assign-account-access"
  static let testPortalSignIn: StepID = "test-portal-sign-in"
  static let testApplicationTile: StepID = "test-application-tile"
  static let testCommandLine: StepID = "test-command-line"
  static let lookIntoCloudTrail: StepID = "look-into-cloudtrail"
  static let remindOfTokenRenewal: StepID = "remind-of-token-renewal"
  static let remindOfCertificate: StepID = "remind-of-certificate"
}

extension ConsolePath {
  /// A place in the console of IAM Identity Center.
  static func identityCenter(_ path: Label..., or alternatives: [Alternative] = []) -> ConsolePath {
    ConsolePath(
      "IAM Identity Center console", url: "https://console.aws.amazon.com/singlesignon", path: path,
      alternatives: alternatives)
  }

  /// The wizard in which the two sides exchange their metadata.
  static let configureExternalProvider: ConsolePath = .identityCenter(
    "Settings", "Identity source", "Actions", "Change identity source", "Configure external identity provider")

  /// What the wizard set, after it was closed.
  static let manageAuthentication: ConsolePath = .identityCenter(
    "Settings", "Identity source", "Actions", "Manage authentication")
}

extension SourceReference {
  /// A page of the IAM Identity Center User Guide, as of its history entry of 30 September 2026.
  static func userGuide(_ subject: String, _ page: String) -> SourceReference {
    SourceReference(
      "IAM Identity Center User Guide: \(subject)",
      "https://docs.aws.amazon.com/singlesignon/latest/userguide/\(page).html", checked: "2026-09-30")
  }

  static let enabling = userGuide("enabling", "enable-identity-center")
  static let identitySource = userGuide("changing the identity source", "manage-your-identity-source-considerations")
  static let connecting = userGuide("connecting an external identity provider", "how-to-connect-idp")
  static let demands = userGuide("external identity providers", "other-idps")
  static let regions = userGuide("addresses of each Region", "multi-region-workforce-access")
  static let provisioning = userGuide("automatic provisioning", "provision-automatically")
  static let troubleshooting = userGuide("troubleshooting", "troubleshooting")
  static let limits = userGuide("quotas", "limits")
  static let tokenRotation = userGuide("rotating an access token", "rotate-token")
  static let tokenCreation = userGuide("creating an access token", "generate-token")
  static let certificateRotation = userGuide("rotating a SAML certificate", "rotatesamlcert")
  static let certificateExpiry = userGuide("certificate expiration indicators", "samlcertexpirationindicators")
  static let editingMetadata = userGuide("editing IdP metadata", "how-to-change-idp-metadata")
  static let delegation = userGuide("delegated administration", "delegated-admin")
  static let reconciling = userGuide("reconciling provisioned users and groups", "reconcile-auto-provisioning")
  static let usersAndGroups = userGuide("users, groups and provisioning", "users-groups-provisioning")
}
