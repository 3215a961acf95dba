/// The steps that are Entra's alone.
enum EntraSteps {}

extension StepID {
  static let addEntraApplication: StepID = "add-entra-application"
  static let registerAWSInEntra: StepID = "register-aws-in-entra"
  static let setEntraSignOnURL: StepID = "set-entra-sign-on-url"
  static let setEntraNameID: StepID = "set-entra-name-id"
  static let saveEntraMetadata: StepID = "save-entra-metadata"
  static let connectEntraToSCIM: StepID = "connect-entra-to-scim"
  static let mapEntraUsers: StepID = "map-entra-users"
  static let mapEntraGroups: StepID = "map-entra-groups"
  static let chooseEntraGroups: StepID = "choose-entra-groups"
  static let assignEntraApplication: StepID = "assign-entra-application"
  static let startEntraProvisioning: StepID = "start-entra-provisioning"
  static let createEntraCertificate: StepID = "create-entra-certificate"
  static let activateEntraCertificate: StepID = "activate-entra-certificate"
  static let removeOldEntraCertificate: StepID = "remove-old-entra-certificate"
  static let enterNewEntraToken: StepID = "enter-new-entra-token"
}

extension ConsolePath {
  /// A place in the Entra admin center.
  static func entra(_ path: Label..., or alternatives: [Alternative] = []) -> ConsolePath {
    ConsolePath(
      "Microsoft Entra admin center", url: "https://entra.microsoft.com", path: path, alternatives: alternatives)
  }

  /// A place in the application in Entra.
  static func entraApplication(_ path: Label...) -> ConsolePath {
    ConsolePath(
      "Microsoft Entra admin center", url: "https://entra.microsoft.com",
      path: ["Entra ID", "Enterprise apps", "AWS IAM Identity Center"] + path)
  }
}

extension SourceReference {
  static let entraGuide = userGuide("Microsoft Entra ID", "idp-microsoft-entra")
  static let entraSSO = SourceReference(
    "Microsoft: single sign-on with AWS IAM Identity Center",
    "https://learn.microsoft.com/en-us/entra/identity/saas-apps/aws-single-sign-on-tutorial", checked: "2024-03-25")
  static let entraProvisioning = SourceReference(
    "Microsoft: provisioning to AWS IAM Identity Center",
    "https://learn.microsoft.com/en-us/entra/identity/saas-apps/aws-single-sign-on-provisioning-tutorial",
    checked: "2024-03-25")
  static let entraQuarantine = SourceReference(
    "Microsoft: provisioning in quarantine",
    "https://learn.microsoft.com/en-us/entra/identity/app-provisioning/application-provisioning-quarantine-status",
    checked: "2025-03-04")
  static let entraCertificates = SourceReference(
    "Microsoft: certificates for federated single sign-on",
    "https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/tutorial-manage-certificates-for-federated-single-sign-on",
    checked: "2024-02-14")
  static let entraReplyURL = SourceReference(
    "Microsoft: error AADSTS50011",
    "https://learn.microsoft.com/en-us/troubleshoot/azure/active-directory/error-code-aadsts50011-reply-url-mismatch",
    checked: "2026-11")
}
