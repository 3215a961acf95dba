/// The steps that are Okta's alone.
enum OktaSteps {}

extension StepID {
  static let setOktaDomain: StepID = "set-okta-domain"
  static let addOktaApplication: StepID = "add-okta-application"
  static let saveOktaMetadata: StepID = "save-okta-metadata"
  static let registerAWSInOkta: StepID = "register-aws-in-okta"
  static let setOktaUsernameFormat: StepID = "set-okta-username-format"
  static let setOktaSessionLifetime: StepID = "set-okta-session-lifetime"
  static let connectOktaToSCIM: StepID = "connect-okta-to-scim"
  static let enableOktaProvisioning: StepID = "enable-okta-provisioning"
  static let checkOktaAttributes: StepID = "check-okta-attributes"
  static let createOktaGroups: StepID = "create-okta-groups"
  static let assignOktaApplication: StepID = "assign-okta-application"
  static let pushOktaGroups: StepID = "push-okta-groups"
  static let generateOktaCertificate: StepID = "generate-okta-certificate"
  static let activateOktaCertificate: StepID = "activate-okta-certificate"
  static let enterNewOktaToken: StepID = "enter-new-okta-token"
}

extension ConsolePath {
  /// A place in the Okta Admin Console, whose address is each organisation's own.
  static func okta(_ path: Label..., or alternatives: [Alternative] = []) -> ConsolePath {
    ConsolePath("Okta Admin Console", path: path, alternatives: alternatives)
  }

  /// A place in the application in Okta.
  static func oktaApplication(_ path: Label...) -> ConsolePath {
    ConsolePath("Okta Admin Console", path: ["Applications", "Applications", "AWS IAM Identity Center"] + path)
  }
}

extension SourceReference {
  static let oktaGuide = userGuide("Okta", "gs-okta")
  static let oktaSAML = SourceReference(
    "Okta: SAML set-up for AWS IAM Identity Center",
    "https://saml-doc.okta.com/SAML_Docs/How-to-Configure-SAML-2.0-for-AWS-Identity-Manager-Center.html",
    checked: "2026-11")
  static let oktaWorkshop = SourceReference(
    "Okta and AWS workshop: provisioning",
    "https://okta.awsworkshop.io/integrate-okta--aws-sso/configure-provisioning.html", checked: "2026-11")

  /// An article of Okta's help centre.
  static func oktaSupport(_ subject: String, _ article: String) -> SourceReference {
    SourceReference(
      "Okta Help Center: \(subject)", "https://support.okta.com/help/s/article/\(article)", checked: "2026-11")
  }
}
