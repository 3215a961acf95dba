/// The steps that are Google's alone.
enum GoogleWorkspaceSteps {}

extension StepID {
  static let addGoogleApplication: StepID = "add-google-application"
  static let saveGoogleMetadata: StepID = "save-google-metadata"
  static let registerAWSInGoogle: StepID = "register-aws-in-google"
  static let mapGoogleAttributes: StepID = "map-google-attributes"
  static let turnOnGoogleService: StepID = "turn-on-google-service"
  static let checkGoogleProfiles: StepID = "check-google-profiles"
  static let configureGoogleProvisioning: StepID = "configure-google-provisioning"
  static let activateGoogleProvisioning: StepID = "activate-google-provisioning"
  static let chooseGoogleGroups: StepID = "choose-google-groups"
  static let createGoogleServiceAccount: StepID = "create-google-service-account"
  static let delegateGoogleDirectory: StepID = "delegate-google-directory"
  static let deploySync: StepID = "deploy-ssosync"
  static let addGoogleCertificate: StepID = "add-google-certificate"
  static let chooseGoogleCertificate: StepID = "choose-google-certificate"
  static let deleteGoogleCertificate: StepID = "delete-google-certificate"
  static let enterNewGoogleToken: StepID = "enter-new-google-token"
  static let renewSyncToken: StepID = "renew-ssosync-token"
}

extension Condition {
  /// Google itself provisions the users.
  static let googleProvisions: Condition = .all([.wants(.scim), .not(.wants(.groupSync))])
  /// ssosync provisions users and groups in Google's place.
  static let syncProvisions: Condition = .all([.wants(.scim), .wants(.groupSync)])
}

extension ConsolePath {
  /// A place in the Google Admin console.
  static func googleAdmin(_ path: Label...) -> ConsolePath {
    ConsolePath("Google Admin console", url: "https://admin.google.com", path: path)
  }

  /// A place in the application in the Google Admin console.
  static func googleApplication(_ path: Label...) -> ConsolePath {
    ConsolePath(
      "Google Admin console", url: "https://admin.google.com",
      path: ["Apps", "Web and mobile apps", "Amazon Web Services"] + path)
  }
}

extension SourceReference {
  static let googleGuide = userGuide("Google Workspace", "gs-gwp")
  static let googleProvisioning = googleHelp("Amazon Web Services auto-provisioning", "13047358")
  static let googleCertificates = googleHelp("maintaining SAML certificates", "7394709")
  static let googleNotes = SourceReference(
    "Three gotchas with Google Workspace and IAM Identity Center",
    "https://cloudkeep.io/notes/google-workspace-aws-iam-identity-center/", checked: "2026-11")
  static let cloudPosseGuide = SourceReference(
    "Cloud Posse: identity providers for IAM Identity Center",
    "https://docs.cloudposse.com/layers/identity/aws-sso/", checked: "2026-11")
  static let ssosync = SourceReference("ssosync", "https://github.com/awslabs/ssosync", checked: "2026-09")
  static let ssosyncComponent = SourceReference(
    "Cloud Posse component for ssosync",
    "https://github.com/cloudposse-terraform-components/aws-ssosync", checked: "2026-06")

  /// A page of Google's help for administrators.
  static func googleHelp(_ subject: String, _ answer: String) -> SourceReference {
    SourceReference(
      "Google Workspace Admin Help: \(subject)", "https://support.google.com/a/answer/\(answer)", checked: "2026-11")
  }
}
