extension Playbook {
  /// Ping Identity: PingOne through the application of its catalogue, or PingFederate through its connector.
  public static let ping: Playbook = {
    let spine = IdentityCenterSpine(idp: .ping)
    let pingOne = IdentityCenterSpine(idp: .pingOne)
    return Playbook(
      provider: "ping",
      title: "Connect Ping Identity to AWS IAM Identity Center",
      summary: [
        "People sign in at PingOne or PingFederate, by SAML, and reach the AWS accounts that are assigned to them.",
        """
        Users come over SCIM. PingFederate sends groups too; PingOne does not, so that groups are made in AWS. Access is \
        given there by permission sets.
        """,
        """
        Steps of one product name it. Labels of PingFederate were read in documents for versions 10 to 13, and on no \
        screen.
        """,
        """
        The consoles change faster than any list. Where a label is not found, look at the pages named below each step.
        """,
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "the management account of AWS Organizations, with administrator rights"),
        Prerequisite(.awsAdmin, "a decision on the primary Region, which is final"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
        Prerequisite(
          .awsAdmin, "with PingOne and groups, the AWS command line and the right to write to the identity store"),
        Prerequisite(
          .idpAdmin,
          "PingOne: a subscription or trial with federated sign-in and provisioning, and an administrator of it"),
        Prerequisite(
          .idpAdmin,
          "PingFederate: a server that works, its data store, and the right to restart it and to change files on it"),
        Prerequisite(
          .idpAdmin, "for each person an attribute that is unique, never empty, and in the form of an e-mail address"),
      ],
      wishes: [.pingFederate, .scim, .portalAlias, .commandLine]
    ) {
      Stage(.prepare) {
        spine.seeIdentitySource
        spine.enableOrganizations
        spine.keepEmergencyAccess
        spine.enableIdentityCenter
        spine.choosePortalAlias
        PingSteps.prepareServer
      }
      Stage(.connect) {
        PingSteps.addApplication
        spine.openIdentitySource
        spine.downloadAWSMetadata
        PingSteps.registerAWS
        PingSteps.mapSubject
        PingSteps.createConnection
        PingSteps.saveMetadata
        spine.checkBothFiles
        spine.uploadIdPMetadata
        spine.changeIdentitySource
      }
      Stage(.provision) {
        spine.enableSCIM
        PingSteps.chooseGroups
        PingSteps.checkProfiles
        PingSteps.connectSCIM
        PingSteps.connectServerToSCIM
        PingSteps.createChannel
        PingSteps.allowPeople
        spine.compareNameID
        spine.createUsersByHand
        spine.checkUsers
        pingOne.createGroupsByCommand(after: .choosePingGroups, when: [PingSteps.inPingOne])
        spine.checkGroupsMadeInAWS(after: [.createGroupsByCommand])
      }
      spine.accessToUpkeep
    }
  }()

  /// Another signing certificate for the application or connection at Ping, without an outage.
  public static let pingCertificateRotation: Playbook = {
    let spine = IdentityCenterSpine(idp: .ping)
    return Playbook(
      provider: "ping", flow: .rotateCertificate,
      title: "Rotate the signing certificate between Ping Identity and AWS",
      summary: [
        "AWS trusts the new certificate before Ping signs with it, so that nobody is locked out in between.",
        "PingOne's own certificates were seen to end after a year, so this comes round sooner than elsewhere.",
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection that works, and the right to change the identity source"),
        Prerequisite(.idpAdmin, "the right to manage key pairs, and the application or connection for AWS"),
      ],
      wishes: [.pingFederate]
    ) {
      spine.certificateRotation {
        PingSteps.createKeyPair
        PingSteps.createServerKeyPair
      } using: {
        PingSteps.assignKeyPair
        PingSteps.assignServerKeyPair
        PingSteps.saveNewMetadata
      }
    }
  }()

  /// Another SCIM token for Ping, without a gap in provisioning.
  public static let pingTokenRenewal: Playbook = {
    let spine = IdentityCenterSpine(idp: .ping)
    return Playbook(
      provider: "ping", flow: .renewSCIMToken,
      title: "Renew the SCIM token with which Ping Identity writes to AWS",
      summary: [
        "The new token is entered while the old one still works.",
        "Ping has no button that tries it, so that a change has to be seen in AWS before the old token is deleted.",
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection with SCIM, and a secret store that both administrators can open"),
        Prerequisite(.idpAdmin, "the right to change the application or connection for AWS, and one person's profile"),
      ],
      wishes: [.pingFederate, .scim]
    ) {
      spine.tokenRenewal {
        PingSteps.enterNewToken
        PingSteps.enterNewTokenOnServer
      }
    }
  }()
}

extension ProviderWords {
  /// Ping's words, whichever the product. AWS is registered with PingFederate in another step, for which the metadata
  /// waits as well.
  static let ping = words(name: "Ping Identity")
  /// The same in steps that PingOne has alone.
  static let pingOne = words(name: "PingOne")

  private static func words(name: String) -> ProviderWords {
    ProviderWords(
      name: name, userPortal: Label("Application Portal", certainty: .believed), application: "IAM Identity Center",
      savesMetadata: .savePingMetadata, registersAWS: .registerAWSInPing,
      setsNameID: [.mapPingSubject, .createPingFederateConnection], nameIDField: "Name ID Format to send to SP",
      assignsUsers: .allowPingPeople,
      connectsSCIM: .connectPingToSCIM, guide: .pingOneGuide, takesFromAWS: [.awsMetadata, .acsURL, .issuerURL],
      provisionsOtherwise: [.createPingFederateChannel])
  }
}
