extension Playbook {
  /// JumpCloud, through the application of its catalogue that is made for IAM Identity Center.
  public static let jumpCloud: Playbook = {
    let spine = IdentityCenterSpine(idp: .jumpCloud)
    return Playbook(
      provider: "jumpcloud",
      title: "Connect JumpCloud to AWS IAM Identity Center",
      summary: [
        "People sign in at JumpCloud, by SAML, and reach the AWS accounts that are assigned to them.",
        "Users and groups come from JumpCloud over SCIM; access is given in AWS by permission sets.",
        """
        Where AWS's page and JumpCloud's article differ, take the article: AWS's page describes JumpCloud as of June \
        2021, as it says itself.
        """,
        "The consoles change faster than any list. Where a label is not found, look at the pages named below each step.",
      ],
      prerequisites: [
        Prerequisite(
          .awsAdmin,
          """
          the management account of AWS Organizations, with administrator rights; JumpCloud's article asks for the \
          root user, AWS for a role with such rights
          """),
        Prerequisite(.awsAdmin, "a decision on the primary Region, which is final"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
        Prerequisite(.idpAdmin, "a JumpCloud administrator account"),
        Prerequisite(.idpAdmin, "the SSO package of JumpCloud or a higher one, or its SSO add-on"),
        Prerequisite(
          .idpAdmin, "for each person first and last name, and an e-mail address that is the user name in AWS"),
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
        spine.openIdentitySource
        spine.downloadAWSMetadata
        JumpCloudSteps.addApplication
        JumpCloudSteps.registerAWS
        JumpCloudSteps.setNameID
        JumpCloudSteps.activateApplication
        JumpCloudSteps.saveMetadata
        spine.checkBothFiles
        spine.uploadIdPMetadata
        spine.changeIdentitySource
      }
      Stage(.provision) {
        JumpCloudSteps.createGroups
        JumpCloudSteps.checkProfiles
        spine.enableSCIM
        JumpCloudSteps.connectSCIM
        JumpCloudSteps.bindGroups
        spine.compareNameID
        spine.createUsersByHand
        spine.checkUsers
        spine.checkGroups(after: .bindJumpCloudGroups)
      }
      spine.accessToUpkeep
    }
  }()

  /// Another signing certificate for JumpCloud's application, without an outage.
  public static let jumpCloudCertificateRotation: Playbook = {
    let spine = IdentityCenterSpine(idp: .jumpCloud)
    return Playbook(
      provider: "jumpcloud", flow: .rotateCertificate,
      title: "Rotate the signing certificate between JumpCloud and AWS",
      summary: [
        """
        JumpCloud keeps one certificate for each application, and its own way replaces it at once: nobody can sign in \
        until AWS has the new one.
        """,
        "With a key pair of your own AWS trusts the new certificate before JumpCloud signs with it.",
        "JumpCloud mails its administrators 60, 30 and 7 days and 24 hours before a certificate ends.",
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection that works, and the right to change the identity source"),
        Prerequisite(
          .idpAdmin, "the right to change the application in JumpCloud, and `openssl` on a computer you trust"),
        Prerequisite(.idpAdmin, "a time at which few people sign in, in case that something goes wrong"),
      ]
    ) {
      spine.certificateRotation {
        JumpCloudSteps.makeCertificate
      } using: {
        JumpCloudSteps.uploadCertificate
      }
    }
  }()

  /// Another SCIM token for JumpCloud's application, in the order on which JumpCloud insists.
  public static let jumpCloudTokenRenewal: Playbook = {
    let spine = IdentityCenterSpine(idp: .jumpCloud)
    return Playbook(
      provider: "jumpcloud", flow: .renewSCIMToken,
      title: "Renew the SCIM token with which JumpCloud writes to AWS",
      summary: [
        "JumpCloud lets go of the old token, AWS makes a new one, JumpCloud takes it and is activated again.",
        """
        AWS's page on tokens has both work side by side. JumpCloud's article wants the integration deactivated first; \
        the article is followed here, so do it in one sitting.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection with SCIM, and a secret store that both administrators can open"),
        Prerequisite(.idpAdmin, "the right to change the application in JumpCloud"),
      ],
      wishes: [.scim]
    ) {
      spine.tokenRenewal {
        JumpCloudSteps.enterNewToken
      } beginning: {
        JumpCloudSteps.deactivateProvisioning
      }
    }
  }()
}

extension ProviderWords {
  /// JumpCloud's words.
  static let jumpCloud = ProviderWords(
    name: "JumpCloud", userPortal: "User Portal", application: "AWS IAM Identity Center",
    savesMetadata: .saveJumpCloudMetadata, registersAWS: .registerAWSInJumpCloud,
    setsNameID: [.setJumpCloudNameID], nameIDField: "SAMLSubject NameID Format",
    assignsUsers: .bindJumpCloudGroups, connectsSCIM: .connectJumpCloudToSCIM, guide: .jumpCloudGuide,
    console: "JumpCloud Admin Portal",
    tilePitfalls: [
      Pitfall(
        "The application is missing from the User Portal",
        cause: "JumpCloud denies an application to everybody who is in no group that is bound to it.",
        remedy: "Tick a group of the person in **User Groups** of the application.")
    ])
}
