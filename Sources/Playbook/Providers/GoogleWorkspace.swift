extension Playbook {
  /// Google Workspace, through the application of its catalogue that can provision users.
  public static let googleWorkspace: Playbook = {
    let spine = IdentityCenterSpine(idp: .googleWorkspace)
    return Playbook(
      provider: "google-workspace",
      title: "Connect Google Workspace to AWS IAM Identity Center",
      summary: [
        "People sign in with their Google account, by SAML, and reach the AWS accounts that are assigned to them.",
        """
        Google provisions users over SCIM, but no groups. Groups are made in AWS by command, or copied by ssosync; \
        access is given in AWS by permission sets.
        """,
        "Cloud Identity works as Google Workspace does; G Suite and Google Apps are former names.",
        """
        Two wizards are open side by side for a while, at Google and in AWS. Have both administrators at hand, or do \
        the stage in one sitting.
        """,
        "The consoles change faster than any list. Where a label is not found, look at the pages named below each step.",
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "the management account of AWS Organizations, with administrator rights"),
        Prerequisite(
          .awsAdmin, "a decision on the primary Region, which is final; Google's application has one ACS URL"),
        Prerequisite(.awsAdmin, "a secret store that both administrators can open, where SCIM is wanted"),
        Prerequisite(.idpAdmin, "an account with super administrator privileges in the Google Admin console"),
        Prerequisite(
          .idpAdmin,
          "an application to spare: Business Starter and Frontline Starter can provision to three, other editions to any"
        ),
        Prerequisite(.idpAdmin, "for each person first and last name, and one value for e-mail, phone and address"),
        Prerequisite(.idpAdmin, "a Google Cloud project, where ssosync is to copy groups"),
      ],
      wishes: [.scim, .groupSync, .portalAlias, .commandLine]
    ) {
      Stage(.prepare) {
        spine.seeIdentitySource
        spine.enableOrganizations
        spine.keepEmergencyAccess
        spine.enableIdentityCenter
        spine.choosePortalAlias
      }
      Stage(.connect) {
        GoogleWorkspaceSteps.addApplication
        GoogleWorkspaceSteps.saveMetadata
        spine.openIdentitySource
        spine.downloadAWSMetadata
        spine.checkBothFiles
        spine.uploadIdPMetadata
        GoogleWorkspaceSteps.registerAWS
        GoogleWorkspaceSteps.mapAttributes
        spine.changeIdentitySource(after: [.mapGoogleAttributes])
      }
      Stage(.provision) {
        GoogleWorkspaceSteps.turnOnService
        spine.enableSCIM
        GoogleWorkspaceSteps.checkProfiles
        GoogleWorkspaceSteps.configureProvisioning
        GoogleWorkspaceSteps.activateProvisioning
        GoogleWorkspaceSteps.chooseGroups
        GoogleWorkspaceSteps.createServiceAccount
        GoogleWorkspaceSteps.delegateDirectory
        GoogleWorkspaceSteps.deploySync
        spine.compareNameID
        spine.createUsersByHand
        spine.checkUsers
        spine.createGroupsByCommand(after: .chooseGoogleGroups, when: [.not(.wants(.groupSync))])
        spine.checkGroupsMadeInAWS(after: [.createGroupsByCommand, .deploySync])
      }
      spine.accessToUpkeep
    }
  }()

  /// Another signing certificate for Google's application, without an outage.
  public static let googleWorkspaceCertificateRotation: Playbook = {
    let spine = IdentityCenterSpine(idp: .googleWorkspace)
    return Playbook(
      provider: "google-workspace", flow: .rotateCertificate,
      title: "Rotate the signing certificate between Google Workspace and AWS",
      summary: [
        "AWS trusts the new certificate before Google signs with it, so that nobody is locked out in between.",
        "Google's certificates belong to the whole organisation and live for five years. Each application chooses one.",
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection that works, and the right to change the identity source"),
        Prerequisite(.idpAdmin, "an account with super administrator privileges in the Google Admin console"),
        Prerequisite(.idpAdmin, "a list of the other SAML applications that use the old certificate"),
      ]
    ) {
      spine.certificateRotation {
        GoogleWorkspaceSteps.addCertificate
      } using: {
        GoogleWorkspaceSteps.chooseCertificate
      } removing: {
        GoogleWorkspaceSteps.deleteCertificate
      }
    }
  }()

  /// Another SCIM token for Google's provisioning, or for ssosync.
  public static let googleWorkspaceTokenRenewal: Playbook = {
    let spine = IdentityCenterSpine(idp: .googleWorkspace)
    return Playbook(
      provider: "google-workspace", flow: .renewSCIMToken,
      title: "Renew the SCIM token with which Google Workspace writes to AWS",
      summary: [
        "The new token is entered and seen to work while the old one still does.",
        "Where ssosync writes to AWS, it is ssosync that needs the new token.",
      ],
      prerequisites: [
        Prerequisite(.awsAdmin, "a connection with SCIM, and a secret store that both administrators can open"),
        Prerequisite(.idpAdmin, "an account with super administrator privileges in the Google Admin console"),
      ],
      wishes: [.scim, .groupSync]
    ) {
      spine.tokenRenewal {
        GoogleWorkspaceSteps.enterNewToken
        GoogleWorkspaceSteps.renewSyncToken
      }
    }
  }()
}

extension ProviderWords {
  /// Google's words.
  static let googleWorkspace = ProviderWords(
    name: "Google Workspace", userPortal: "Google apps launcher", application: "Amazon Web Services",
    savesMetadata: .saveGoogleMetadata, registersAWS: .registerAWSInGoogle,
    setsNameID: [.registerAWSInGoogle], nameIDField: "Name ID format", assignsUsers: .turnOnGoogleService,
    connectsSCIM: .activateGoogleProvisioning, guide: .googleGuide, provisionsOtherwise: [.deploySync],
    console: "Google Admin console", sendsGroups: false,
    tilePitfalls: [
      Pitfall(
        "It's not you, it's us, or status 400, after Test SAML login in the Google Admin console",
        cause: "That button is known to fail with IAM Identity Center although sign-in works.",
        remedy: "Ignore it. Judge by the launcher and by the portal.", certainty: .believed),
      Pitfall(
        "The application is missing from the launcher",
        cause: "**Service status** is off for the person, or the change has not reached everybody yet.",
        remedy: "Look at **User access**, and wait: Google says up to 24 hours."),
    ])
}
