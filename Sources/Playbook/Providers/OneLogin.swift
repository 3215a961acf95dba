extension Playbook {
  /// OneLogin, through the application of its catalogue that is made for IAM Identity Center.
  public static let oneLogin: Playbook = {
    let spine = IdentityCenterSpine(idp: .oneLogin)
    return Playbook(
      provider: "onelogin",
      title: "Connect OneLogin to AWS IAM Identity Center",
      summary: [
        "People sign in at OneLogin, by SAML, and reach the AWS accounts that are assigned to them.",
        """
        Users and groups come from OneLogin over SCIM. Groups are made from OneLogin's roles; access is given in AWS by \
        permission sets.
        """,
        """
        OneLogin's article and AWS's page describe older screens in part. Where a label is not found, look at the pages \
        named below each step.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "the management account of AWS Organizations, with administrator rights"),
        Prerequisite(.awsAdmin, "a decision on the primary Region, which is final"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
        Prerequisite(.idpAdmin, "a OneLogin account and an administrator who may add applications, roles and rules"),
        Prerequisite(.idpAdmin, "for SCIM a subscription that includes Advanced Directory"),
        Prerequisite(.idpAdmin, "for each person an e-mail address, unique, and a first and a last name"),
      ],
      wishes: [.scim, .portalAlias, .commandLine]
    ) {
      Stage(.prepare) {
        spine.seeIdentitySource
        spine.enableOrganizations
        spine.keepEmergencyAccess
        spine.enableIdentityCenter
        spine.choosePortalAlias
      }
      Stage(.connect) {
        OneLoginSteps.addApplication
        OneLoginSteps.setNameID
        OneLoginSteps.saveMetadata
        spine.openIdentitySource
        spine.downloadAWSMetadata
        spine.checkBothFiles
        spine.uploadIdPMetadata
        spine.changeIdentitySource
        OneLoginSteps.registerAWS
      }
      Stage(.provision) {
        spine.enableSCIM
        OneLoginSteps.connectSCIM
        OneLoginSteps.enableProvisioning
        OneLoginSteps.createRoles
        OneLoginSteps.makeGroupsOfRoles
        OneLoginSteps.assignApplication
        OneLoginSteps.synchronise
        spine.compareNameID
        spine.createUsersByHand
        spine.checkUsers
        spine.checkGroups(after: .synchroniseOneLogin)
        OneLoginSteps.endApproval
      }
      spine.accessToUpkeep
    }
  }()

  /// Another signing certificate for the OneLogin application, without an outage.
  public static let oneLoginCertificateRotation: Playbook = {
    let spine = IdentityCenterSpine(idp: .oneLogin)
    return Playbook(
      provider: "onelogin", flow: .rotateCertificate,
      title: "Rotate the signing certificate between OneLogin and AWS",
      summary: [
        "AWS trusts the new certificate before OneLogin signs with it, so that nobody is locked out in between.",
        "A OneLogin certificate lives for years and can serve several applications: this flow changes one of them.",
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection that works, and the right to change the identity source"),
        Prerequisite(.idpAdmin, "the right to change certificates and the application in OneLogin"),
      ]
    ) {
      spine.certificateRotation {
        OneLoginSteps.createCertificate
      } using: {
        OneLoginSteps.changeCertificate
      }
    }
  }()

  /// Another SCIM token for the OneLogin application, without a gap in provisioning.
  public static let oneLoginTokenRenewal: Playbook = {
    let spine = IdentityCenterSpine(idp: .oneLogin)
    return Playbook(
      provider: "onelogin", flow: .renewSCIMToken,
      title: "Renew the SCIM token with which OneLogin writes to AWS",
      summary: ["The new token is entered and tried while the old one still works."],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection with SCIM, and a secret store that both administrators can open"),
        Prerequisite(.idpAdmin, "the right to change the application in OneLogin"),
      ],
      wishes: [.scim]
    ) {
      spine.tokenRenewal { OneLoginSteps.enterNewToken }
    }
  }()
}

extension ProviderWords {
  /// OneLogin's words.
  static let oneLogin = ProviderWords(
    name: "OneLogin", userPortal: Label("App Home", certainty: .believed), application: "AWS Single Sign-on",
    savesMetadata: .saveOneLoginMetadata, registersAWS: .registerAWSInOneLogin,
    setsNameID: [.setOneLoginNameID], nameIDField: Label("SAML nameID format", certainty: .believed),
    assignsUsers: .assignOneLoginApplication, connectsSCIM: .synchroniseOneLogin, guide: .oneLoginGuide)
}

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
