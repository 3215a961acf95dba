extension Playbook {
  /// Microsoft Entra ID, through the application of its gallery that is made for IAM Identity Center.
  public static let entra: Playbook = {
    let spine = IdentityCenterSpine(idp: .entra)
    return Playbook(
      provider: "entra-id",
      title: "Connect Microsoft Entra ID to AWS IAM Identity Center",
      summary: [
        "People sign in at Microsoft Entra ID, by SAML, and reach the AWS accounts that are assigned to them.",
        "Users and groups come from Microsoft Entra ID over SCIM; access is given in AWS by permission sets.",
        "Older texts call it Azure AD, Microsoft 365 or Office 365; people keep the account and password that they have.",
        "Entra reads the AWS metadata, so the AWS side begins, and all of Entra's SAML settings are one visit.",
        """
        The consoles change faster than any list. Where a label is not found, look at the pages named below each step.
        """,
      ],
      prerequisites: [
        Prerequisite(
          .awsAdmin,
          """
          the management account of AWS Organizations, with administrator rights (Microsoft's guide works in a delegated \
          administrator account instead, which cannot change permission sets of the management account)
          """),
        Prerequisite(.awsAdmin, "a decision on the primary Region, which is final"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
        Prerequisite(
          .idpAdmin, "a Microsoft Entra tenant, and the role **Cloud Application Administrator** or a higher one"),
        Prerequisite(
          .idpAdmin, "to assign groups rather than single users, a paid plan (Microsoft Entra ID P1)",
          certainty: .believed),
        Prerequisite(
          .idpAdmin,
          "for each person a user principal name in the form of an e-mail address, and first, last and display name"),
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
        EntraSteps.addApplication
        spine.openIdentitySource
        spine.downloadAWSMetadata
        EntraSteps.registerAWS
        EntraSteps.setSignOnURL
        EntraSteps.setNameID
        EntraSteps.saveMetadata
        spine.checkBothFiles
        spine.uploadIdPMetadata
        spine.changeIdentitySource
      }
      Stage(.provision) {
        spine.enableSCIM
        EntraSteps.connectSCIM
        EntraSteps.mapUsers
        EntraSteps.mapGroups
        EntraSteps.chooseGroups
        EntraSteps.assignApplication
        EntraSteps.startProvisioning
        spine.compareNameID
        spine.createUsersByHand
        spine.checkUsers
        spine.checkGroups(after: .startEntraProvisioning)
      }
      spine.accessToUpkeep
    }
  }()

  /// Another signing certificate for the Entra application, without an outage.
  public static let entraCertificateRotation: Playbook = {
    let spine = IdentityCenterSpine(idp: .entra)
    return Playbook(
      provider: "entra-id", flow: .rotateCertificate,
      title: "Rotate the signing certificate between Microsoft Entra ID and AWS",
      summary: [
        "AWS trusts the new certificate before Entra signs with it, so that nobody is locked out in between.",
        """
        Begin while the old certificate is valid. Once it has expired, Entra signs with a new one as soon as that exists, \
        whether it was made active or not.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection that works, and the right to change the identity source"),
        Prerequisite(.idpAdmin, "the role **Cloud Application Administrator** or a higher one"),
      ]
    ) {
      spine.certificateRotation {
        EntraSteps.createCertificate
      } using: {
        EntraSteps.activateCertificate
      } removing: {
        EntraSteps.removeOldCertificate
      }
    }
  }()

  /// Another SCIM token for the Entra application, without a gap in provisioning.
  public static let entraTokenRenewal: Playbook = {
    let spine = IdentityCenterSpine(idp: .entra)
    return Playbook(
      provider: "entra-id", flow: .renewSCIMToken,
      title: "Renew the SCIM token with which Microsoft Entra ID writes to AWS",
      summary: ["The new token is entered and tried while the old one still works."],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection with SCIM, and a secret store that both administrators can open"),
        Prerequisite(.idpAdmin, "the role **Cloud Application Administrator** or a higher one"),
      ],
      wishes: [.scim]
    ) {
      spine.tokenRenewal(isTried: true) { EntraSteps.enterNewToken }
    }
  }()
}

extension ProviderWords {
  /// Entra's words. Users arrive once provisioning was started, which is after the token was entered.
  static let entra = ProviderWords(
    name: "Microsoft Entra ID", userPortal: "My Apps", application: "AWS IAM Identity Center",
    savesMetadata: .saveEntraMetadata, registersAWS: .registerAWSInEntra,
    setsNameID: [.setEntraNameID], nameIDField: "Name identifier format", assignsUsers: .assignEntraApplication,
    connectsSCIM: .startEntraProvisioning, guide: .entraGuide,
    takesFromAWS: [.awsMetadata, .acsURL, .issuerURL, .portalURL], console: "Microsoft Entra admin center")
}
