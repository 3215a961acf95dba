extension Playbook {
  /// Any identity provider that speaks SAML 2.0, with what is known of Keycloak, Auth0, AD FS, Duo and Shibboleth.
  public static let generic: Playbook = {
    let spine = IdentityCenterSpine(idp: .generic)
    return Playbook(
      provider: "generic",
      title: "Connect a SAML 2.0 identity provider to AWS IAM Identity Center",
      summary: [
        "People sign in at your identity provider, by SAML, and reach the AWS accounts that are assigned to them.",
        """
        Users and groups come over SCIM where the provider can do that, else they are made in AWS by hand or by a tool of \
        yours; access is given in AWS by permission sets.
        """,
        """
        What is called how in your console, only its maker knows: the words here are those of the standard. Where \
        Keycloak, Auth0, AD FS, Duo or Shibboleth differ, their own words follow.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "the management account of AWS Organizations, with administrator rights"),
        Prerequisite(.awsAdmin, "a decision on the primary Region, which is final"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
        Prerequisite(.awsAdmin, "AWS CLI version 2, where groups have to be made in AWS"),
        Prerequisite(.idpAdmin, "an identity provider for SAML 2.0 and the right to add applications to it"),
        Prerequisite(.idpAdmin, "for each person a user name in the form of an e-mail address, unique"),
        Prerequisite(.idpAdmin, "for Duo Single Sign-On one of the plans Premier, Advantage or Essentials"),
      ],
      wishes: [.scim, .portalAlias, .sessionLifetime, .commandLine]
    ) {
      Stage(.prepare) {
        spine.seeIdentitySource
        GenericSteps.seeWhatProviderCanDo
        spine.enableOrganizations
        spine.keepEmergencyAccess
        spine.enableIdentityCenter
        spine.choosePortalAlias
      }
      Stage(.connect) {
        spine.openIdentitySource
        spine.downloadAWSMetadata
        GenericSteps.createApplication
        GenericSteps.registerAWS
        GenericSteps.setNameID
        GenericSteps.setSigning
        GenericSteps.setSessionLifetime
        GenericSteps.saveMetadata
        spine.checkBothFiles
        spine.uploadIdPMetadata
        spine.changeIdentitySource
        spine.keepAlternativeACSURL
      }
      Stage(.provision) {
        spine.enableSCIM
        GenericSteps.connectSCIM
        GenericSteps.mapAttributes
        GenericSteps.createGroups
        GenericSteps.assignApplication
        GenericSteps.pushGroups
        spine.compareNameID
        spine.createUsersByHand
        GenericSteps.createGroupsInAWS
        spine.checkUsers
        GenericSteps.addMissingGroups
        spine.checkGroups(after: .addMissingGroups)
      }
      spine.accessToUpkeep
    }
  }()

  /// Another signing certificate for any identity provider, without an outage where the provider allows for that.
  public static let genericCertificateRotation: Playbook = {
    let spine = IdentityCenterSpine(idp: .generic)
    return Playbook(
      provider: "generic", flow: .rotateCertificate,
      title: "Rotate the signing certificate between an identity provider and AWS",
      summary: [
        "AWS trusts the new certificate before the provider signs with it, so that nobody is locked out in between.",
        "A provider that makes a certificate and signs with it at once leaves a short outage: do it off-peak.",
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection that works, and the right to change the identity source"),
        Prerequisite(.idpAdmin, "the right to change the signing keys of the identity provider"),
        Prerequisite(.idpAdmin, "a list of the other applications that trust the same certificate"),
      ]
    ) {
      spine.certificateRotation {
        GenericSteps.createCertificate
      } using: {
        GenericSteps.activateCertificate
      }
    }
  }()

  /// Another SCIM token for any identity provider, without a gap in provisioning.
  public static let genericTokenRenewal: Playbook = {
    let spine = IdentityCenterSpine(idp: .generic)
    return Playbook(
      provider: "generic", flow: .renewSCIMToken,
      title: "Renew the SCIM token with which an identity provider writes to AWS",
      summary: ["The new token is entered and tried while the old one still works."],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection with SCIM, and a secret store that both administrators can open"),
        Prerequisite(
          .idpAdmin, "the right to change provisioning at the identity provider, or the tool that provisions"),
      ],
      wishes: [.scim]
    ) {
      spine.tokenRenewal { GenericSteps.enterNewToken }
    }
  }()
}

extension ProviderWords {
  /// The words for a provider whose own are not known. The application bears the name that this playbook gives it.
  static let generic = ProviderWords(
    name: "the identity provider", userPortal: Label("User portal", certainty: .believed),
    application: "AWS IAM Identity Center",
    savesMetadata: .saveProviderMetadata, registersAWS: .registerAWSAtProvider,
    setsNameID: [.setProviderNameID], nameIDField: Label("Name ID format", certainty: .believed),
    assignsUsers: .assignSAMLApplication, connectsSCIM: .connectProviderToSCIM, guide: .connecting,
    tilePitfalls: [
      Pitfall(
        "The identity provider shows its users no tile for AWS",
        cause: "AD FS, Keycloak and Shibboleth start sign-in at the application, unless they were set up otherwise.",
        remedy: "Give people \(.portalURL) as the address to start from, and leave this step out with that reason.",
        certainty: .believed)
    ],
    makesGroups: [.createGroupsInAWS, .addMissingGroups])
}
