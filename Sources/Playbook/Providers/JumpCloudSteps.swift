/// The steps that are JumpCloud's alone.
enum JumpCloudSteps {}

extension StepID {
  static let addJumpCloudApplication: StepID = "add-jumpcloud-application"
  static let registerAWSInJumpCloud: StepID = "register-aws-in-jumpcloud"
  static let setJumpCloudNameID: StepID = "set-jumpcloud-name-id"
  static let activateJumpCloudApplication: StepID = "activate-jumpcloud-application"
  static let saveJumpCloudMetadata: StepID = "save-jumpcloud-metadata"
  static let createJumpCloudGroups: StepID = "create-jumpcloud-groups"
  static let checkJumpCloudProfiles: StepID = "check-jumpcloud-profiles"
  static let connectJumpCloudToSCIM: StepID = "connect-jumpcloud-to-scim"
  static let bindJumpCloudGroups: StepID = "bind-jumpcloud-groups"
  static let makeJumpCloudCertificate: StepID = "make-jumpcloud-certificate"
  static let uploadJumpCloudCertificate: StepID = "upload-jumpcloud-certificate"
  static let deactivateJumpCloudProvisioning: StepID = "deactivate-jumpcloud-provisioning"
  static let enterNewJumpCloudToken: StepID = "enter-new-jumpcloud-token"
}

extension ConsolePath {
  /// A place in the JumpCloud Admin Portal.
  static func jumpCloud(_ path: Label...) -> ConsolePath {
    ConsolePath(
      "JumpCloud Admin Portal", url: "https://console.jumpcloud.com",
      path: ["Access", "SSO Applications"] + path,
      alternatives: [.init("older menus", ["USER AUTHENTICATION", "SSO Applications"] + path)])
  }

  /// A place in the application in JumpCloud.
  static func jumpCloudApplication(_ path: Label...) -> ConsolePath {
    ConsolePath(
      "JumpCloud Admin Portal", url: "https://console.jumpcloud.com",
      path: ["Access", "SSO Applications", "AWS IAM Identity Center"] + path,
      alternatives: [
        .init(
          "AWS's page, as of June 2021", ["User Authentication", "IAM Identity Center"] + path)
      ])
  }
}

extension SourceReference {
  static let jumpCloudGuide = userGuide("JumpCloud, as of June 2021", "jumpcloud-idp")
  static let jumpCloudArticle = jumpCloudSupport(
    "integrating with AWS IAM Identity Center", "integrate-with-aws-iam-identity-center")
  static let jumpCloudFields = jumpCloudSupport("fields of an application", "sso-application-connector-fields")
  static let jumpCloudSAML = jumpCloudSupport("notes on SAML", "saml-configuration-notes")
  static let jumpCloudCertificates = jumpCloudSupport(
    "certificates and key pairs", "manage-application-idp-certificate-and-key-pairs")
  static let jumpCloudRotation = jumpCloudSupport("rotating certificates and token keys", "rotate-sso-certs")
  static let jumpCloudKeys = jumpCloudSupport(
    "making certificates and keys", "generate-public-certificates-and-private-keys")

  /// An article of JumpCloud's help centre.
  static func jumpCloudSupport(_ subject: String, _ article: String) -> SourceReference {
    SourceReference("JumpCloud Support: \(subject)", "https://jumpcloud.com/support/\(article)", checked: "2026-11")
  }
}
