extension Playbook {
  /// Okta, through the application of its catalogue that is made for IAM Identity Center.
  public static let okta: Playbook = {
    let spine = IdentityCenterSpine(idp: .okta)
    return Playbook(
      provider: "okta",
      title: "Connect Okta to AWS IAM Identity Center",
      summary: [
        "People sign in at Okta, by SAML, and reach the AWS accounts that are assigned to them.",
        "Users and groups come from Okta over SCIM; access is given in AWS by permission sets.",
        """
        The consoles change faster than any list. Where a label is not found, look at the pages named below each step.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "the management account of AWS Organizations, with administrator rights"),
        Prerequisite(.awsAdmin, "a decision on the primary Region, which is final"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
        Prerequisite(
          .idpAdmin, "an Okta organisation, or a trial of 30 days, and an administrator who may add applications"),
        Prerequisite(.idpAdmin, "for SCIM, on paid plans possibly the licence for Lifecycle Management"),
        Prerequisite(.idpAdmin, "for each person an Okta username in the form of an e-mail address, unique"),
        Prerequisite(.idpAdmin, "access to the DNS of your domain, where you want to sign in at a domain of your own"),
      ],
      wishes: [.scim, .portalAlias, .signInDomain, .sessionLifetime, .commandLine]
    ) {
      Stage(.prepare) {
        spine.seeIdentitySource
        spine.enableOrganizations
        spine.keepEmergencyAccess
        spine.enableIdentityCenter
        spine.choosePortalAlias
        OktaSteps.setDomain
      }
      Stage(.connect) {
        OktaSteps.addApplication
        OktaSteps.saveMetadata
        spine.openIdentitySource
        spine.downloadAWSMetadata
        spine.checkBothFiles
        spine.uploadIdPMetadata
        spine.changeIdentitySource
        OktaSteps.registerAWS
        OktaSteps.setUsernameFormat
        OktaSteps.setSessionLifetime
      }
      Stage(.provision) {
        spine.enableSCIM
        OktaSteps.connectSCIM
        OktaSteps.enableProvisioning
        OktaSteps.checkAttributes
        OktaSteps.createGroups
        OktaSteps.assignApplication
        OktaSteps.pushGroups
        spine.compareNameID
        spine.createUsersByHand
        spine.checkUsers
        spine.checkGroups(after: .pushOktaGroups)
      }
      spine.accessToUpkeep
    }
  }()

  /// Another signing certificate for the Okta application, without an outage.
  public static let oktaCertificateRotation: Playbook = {
    let spine = IdentityCenterSpine(idp: .okta)
    return Playbook(
      provider: "okta", flow: .rotateCertificate,
      title: "Rotate the signing certificate between Okta and AWS",
      summary: ["AWS trusts the new certificate before Okta signs with it, so that nobody is locked out in between."],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection that works, and the right to change the identity source"),
        Prerequisite(.idpAdmin, "the right to change the application in Okta"),
      ]
    ) {
      spine.certificateRotation {
        OktaSteps.generateCertificate
      } using: {
        OktaSteps.activateCertificate
      }
    }
  }()

  /// Another SCIM token for the Okta application, without a gap in provisioning.
  public static let oktaTokenRenewal: Playbook = {
    let spine = IdentityCenterSpine(idp: .okta)
    return Playbook(
      provider: "okta", flow: .renewSCIMToken,
      title: "Renew the SCIM token with which Okta writes to AWS",
      summary: ["The new token is entered and tried while the old one still works."],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection with SCIM, and a secret store that both administrators can open"),
        Prerequisite(.idpAdmin, "the right to change the application in Okta"),
      ],
      wishes: [.scim]
    ) {
      spine.tokenRenewal(isTried: true) { OktaSteps.enterNewToken }
    }
  }()
}

extension ProviderWords {
  /// Okta's words.
  static let okta = ProviderWords(
    name: "Okta", userPortal: "My Apps", application: "AWS IAM Identity Center",
    savesMetadata: .saveOktaMetadata, registersAWS: .registerAWSInOkta,
    setsNameID: [.setOktaUsernameFormat], nameIDField: nil, assignsUsers: .assignOktaApplication,
    connectsSCIM: .connectOktaToSCIM, guide: .oktaGuide, console: "Okta Admin Console")
}
