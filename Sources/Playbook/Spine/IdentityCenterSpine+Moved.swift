extension StepID {
  static let renewAWSMetadata: StepID = "renew-aws-metadata"
  static let restoreAssignments: StepID = "restore-assignments"
  static let letPilotGroupIn: StepID = "let-pilot-group-in"
  static let admitEverybody: StepID = "admit-everybody"
  static let compareWithSnapshot: StepID = "compare-with-snapshot"
}

/// What comes after the change of an identity source with which people work.
extension IdentityCenterSpine {
  /// Coming from Active Directory, what was downloaded before the change is no longer true.
  var renewAWSMetadata: Step {
    Step(
      .renewAWSMetadata, "Take the AWS metadata again, which has changed",
      by: .awsAdmin, at: .manageAuthentication,
      when: .comesFrom(.activeDirectory), needs: [.seeIdentitySource, .changeIdentitySource],
      why: ["Leaving Active Directory makes another identity store, with another issuer URL and other ACS URLs."],
      instructions: [
        "In **Manage authentication** download the service provider metadata, and note the portal URL.",
        """
        Go back to the step `download-aws-metadata`, do it again, and give the new file and the new portal URL. Steps \
        that rest on the old ones then come up again.
        """,
        "Copy the issuer URL that **Manage authentication** shows.",
      ],
      proof: .shown([.issuerURL]),
      pitfalls: [
        Pitfall(
          "The comparison says that the issuer URL differs", cause: "The file from before the change is still in use.",
          remedy: "Give the new file in the step `download-aws-metadata` first.")
      ],
      sources: [.identitySource])
  }

  /// What Active Directory's end deleted.
  var restoreAssignments: Step {
    Step(
      .restoreAssignments, "Make the assignments again that were deleted",
      by: .awsAdmin, at: .identityCenter("Multi-account permissions", "AWS accounts"),
      when: .comesFrom(.activeDirectory), needs: [.seeIdentitySource, .assignAccountAccess],
      instructions: [
        "Take `assignments.json` account by account, and assign each permission set to the group of that name again.",
        "Ids of users and groups are others now: find them by their names, never by the ids of the snapshot.",
        "Give people back their applications in **Applications**.",
      ],
      proof: .word(
        see: "`aws sso-admin list-account-assignments` prints as many assignments per account as `assignments.json` has"
      ),
      wait: Wait("Each assignment takes up to some minutes.", atMost: 10),
      sources: [.identitySource, .delegation])
  }

  /// The first who meet it.
  var letPilotGroupIn: Step {
    Step(
      .letPilotGroupIn, "Have the pilot group sign in",
      by: .awsAdmin, at: ConsolePath("AWS access portal"), needs: [.choosePilotGroup, .testPortalSignIn],
      instructions: [
        "Ask each member of \(.pilotGroup) to sign in at \(.portalURL) and to open an account that they need.",
        "Where one of them cannot, find the cause before anybody else gets the application.",
      ],
      proof: .word(see: "each member of \(.pilotGroup) reports the accounts in the **AWS access portal**"),
      sources: [.troubleshooting])
  }

  /// Everybody else.
  var admitEverybody: Step {
    Step(
      .admitEverybody, "Assign the application to everybody else",
      by: .idpAdmin, at: idp.place(idp.application),
      needs: [.letPilotGroupIn, idp.assignsUsers],
      instructions: [
        "Assign the application in the same way as to the pilot group, a group at a time.",
        "With SCIM look after each whether new people appear in AWS who should be known there already.",
      ],
      proof: .word(see: "\(label: idp.application) is assigned to every group whose members use AWS"),
      undo: "Take the assignment away again.",
      pitfalls: [
        Pitfall(
          "A person stands in Users twice", cause: "The user name that is provisioned now is not the one of before.",
          remedy: "Make the names equal at the identity provider; delete the new record, which has no assignments.",
          certainty: .believed)
      ],
      sources: [idp.guide, .provisioning])
  }

  /// Nobody was forgotten.
  var compareWithSnapshot: Step {
    Step(
      .compareWithSnapshot, "Compare users, groups and assignments with the snapshot",
      by: .awsAdmin, at: ConsolePath("terminal with AWS CLI version 2"),
      needs: [.snapshotIdentityCenter, .admitEverybody],
      instructions: [
        "Run the commands of the snapshot again, into other files.",
        "Compare by `UserName` and `DisplayName`: who is missing, who is new, which assignment is gone.",
        "Close the second administrator's session when nobody is missing who should be there.",
      ],
      proof: .word(see: "no `UserName`, no `DisplayName` and no assignment is missing that was to stay"),
      sources: [.identitySource, .reconciling])
  }
}
