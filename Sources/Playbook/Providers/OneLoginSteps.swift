/// The steps that are OneLogin's alone.
enum OneLoginSteps {}

extension StepID {
  static let addOneLoginApplication: StepID = "add-onelogin-application"
  static let setOneLoginNameID: StepID = "set-onelogin-name-id"
  static let saveOneLoginMetadata: StepID = "save-onelogin-metadata"
  static let registerAWSInOneLogin: StepID = "register-aws-in-onelogin"
  static let connectOneLoginToSCIM: StepID = "connect-onelogin-to-scim"
  static let enableOneLoginProvisioning: StepID = "enable-onelogin-provisioning"
  static let createOneLoginRoles: StepID = "create-onelogin-roles"
  static let makeGroupsOfOneLoginRoles: StepID = "make-groups-of-onelogin-roles"
  static let assignOneLoginApplication: StepID = "assign-onelogin-application"
  static let synchroniseOneLogin: StepID = "synchronise-onelogin"
  static let endOneLoginApproval: StepID = "end-onelogin-approval"
  static let createOneLoginCertificate: StepID = "create-onelogin-certificate"
  static let changeOneLoginCertificate: StepID = "change-onelogin-certificate"
  static let enterNewOneLoginToken: StepID = "enter-new-onelogin-token"
}

extension ConsolePath {
  /// A place in OneLogin's administration, whose address is each account's own.
  static func oneLogin(_ path: Label...) -> ConsolePath {
    ConsolePath("OneLogin administration", path: path)
  }

  /// A place in the application in OneLogin.
  static func oneLoginApplication(_ path: Label...) -> ConsolePath {
    ConsolePath("OneLogin administration", path: ["Applications", "Applications", "AWS Single Sign-on"] + path)
  }
}

extension SourceReference {
  static let oneLoginGuide = userGuide("OneLogin", "onelogin-idp")
  static let oneLoginArticle = SourceReference(
    "OneLogin: AWS Single Sign-on, set-up and provisioning",
    "https://onelogin.service-now.com/kb?id=kb_article_view&sys_kb_id=0e314c7387f0dd10c44486e5cebb3549",
    checked: "2026-11")
  static let oneLoginBlog = SourceReference(
    "AWS Partner Network blog: single sign-on between OneLogin and AWS",
    "https://aws.amazon.com/blogs/apn/enabling-single-sign-on-between-onelogin-and-aws/", checked: "2026-11")

  /// An article of OneLogin's knowledge base.
  static func oneLoginKnowledge(_ subject: String, _ article: String) -> SourceReference {
    SourceReference(
      "OneLogin knowledge base: \(subject)",
      "https://onelogin.service-now.com/kb_view_customer.do?sysparm_article=\(article)", checked: "2026-11")
  }
}
