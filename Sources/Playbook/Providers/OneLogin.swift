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
    assignsUsers: .assignOneLoginApplication, connectsSCIM: .synchroniseOneLogin, guide: .oneLoginGuide,
    console: "OneLogin administration")
}
