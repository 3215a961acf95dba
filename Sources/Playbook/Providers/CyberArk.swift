extension Playbook {
  /// CyberArk Identity, through the application of its catalogue that is made for IAM Identity Center. It is known from
  /// documents alone, so that much is shown as unconfirmed.
  public static let cyberArk: Playbook = {
    let spine = IdentityCenterSpine(idp: .cyberArk)
    return Playbook(
      provider: "cyberark",
      title: "Connect CyberArk Identity to AWS IAM Identity Center",
      summary: [
        "People sign in at CyberArk Identity, by SAML, and reach the AWS accounts that are assigned to them.",
        """
        Users and groups come from CyberArk over SCIM. Groups are made from CyberArk's roles; access is given in AWS by \
        permission sets.
        """,
        """
        The CyberArk side of this list was put together from documents, by AWS of 2021 and by CyberArk, without seeing \
        the screens. Labels that no document shows are marked; where one is not found, trust the screen.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "the management account of AWS Organizations, with administrator rights"),
        Prerequisite(.awsAdmin, "a decision on the primary Region, which is final"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
        Prerequisite(.idpAdmin, "a CyberArk Identity tenant, formerly Idaptive or Centrify, or a free trial of one"),
        Prerequisite(.idpAdmin, "the right to add web applications and to change roles in the tenant"),
        Prerequisite(.idpAdmin, "a signing certificate: the tenant's own, or one of your organisation"),
        Prerequisite(.idpAdmin, "for each person an e-mail address, unique, and a first, a last and a display name"),
        Prerequisite(
          .idpAdmin, "for SCIM possibly a plan that includes provisioning to applications", certainty: .believed),
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
        CyberArkSteps.addApplication
        CyberArkSteps.saveMetadata
        spine.openIdentitySource
        spine.downloadAWSMetadata
        spine.checkBothFiles
        spine.uploadIdPMetadata
        spine.changeIdentitySource
        CyberArkSteps.registerAWS
        CyberArkSteps.setAccountMapping
        CyberArkSteps.leaveSAMLResponse
      }
      Stage(.provision) {
        CyberArkSteps.createRoles
        CyberArkSteps.permitApplication
        spine.enableSCIM
        CyberArkSteps.connectSCIM
        CyberArkSteps.chooseSyncOptions
        CyberArkSteps.mapRoles
        spine.compareNameID
        spine.createUsersByHand
        spine.checkUsers
        spine.checkGroups(after: .mapCyberArkRoles)
      }
      spine.accessToUpkeep
    }
  }()

  /// Another signing certificate for the CyberArk application, without an outage.
  public static let cyberArkCertificateRotation: Playbook = {
    let spine = IdentityCenterSpine(idp: .cyberArk)
    return Playbook(
      provider: "cyberark", flow: .rotateCertificate,
      title: "Rotate the signing certificate between CyberArk Identity and AWS",
      summary: [
        "AWS trusts the new certificate before CyberArk signs with it, so that nobody is locked out in between.",
        """
        CyberArk's screens for certificates are known from its predecessor's help only. Where they differ, keep the \
        order: into AWS first, then into use.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection that works, and the right to change the identity source"),
        Prerequisite(.idpAdmin, "the right to change signing certificates and the application in CyberArk"),
        Prerequisite(.idpAdmin, "a new certificate with its private key as an archive file", certainty: .believed),
      ]
    ) {
      spine.certificateRotation {
        CyberArkSteps.addCertificate
      } using: {
        CyberArkSteps.selectCertificate
      }
    }
  }()

  /// Another SCIM token for the CyberArk application, without a gap in provisioning.
  public static let cyberArkTokenRenewal: Playbook = {
    let spine = IdentityCenterSpine(idp: .cyberArk)
    return Playbook(
      provider: "cyberark", flow: .renewSCIMToken,
      title: "Renew the SCIM token with which CyberArk Identity writes to AWS",
      summary: ["The new token is entered and verified while the old one still works."],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection with SCIM, and a secret store that both administrators can open"),
        Prerequisite(.idpAdmin, "the right to change the application in CyberArk"),
      ],
      wishes: [.scim]
    ) {
      spine.tokenRenewal { CyberArkSteps.enterNewToken }
    }
  }()
}

extension ProviderWords {
  /// CyberArk's words.
  static let cyberArk = ProviderWords(
    name: "CyberArk", userPortal: "User Portal", application: .cyberArkApplication,
    savesMetadata: .saveCyberArkMetadata, registersAWS: .registerAWSInCyberArk,
    setsNameID: [.registerAWSInCyberArk, .setCyberArkAccountMapping], nameIDField: "NameID Format",
    assignsUsers: .permitCyberArkApplication, connectsSCIM: .mapCyberArkRoles, guide: .cyberArkGuide,
    console: "CyberArk Identity Administration portal")
}
