extension StepID {
  static let snapshotIdentityCenter: StepID = "snapshot-identity-center"
  static let weighDirectory: StepID = "weigh-change-from-directory"
  static let weighActiveDirectory: StepID = "weigh-change-from-active-directory"
  static let weighOtherProvider: StepID = "weigh-change-from-other-idp"
  static let choosePilotGroup: StepID = "choose-pilot-group"
  static let stopFormerProvisioning: StepID = "stop-former-provisioning"
  static let openSecondSession: StepID = "open-second-session"
}

/// What comes before the change of an identity source with which people work.
extension IdentityCenterSpine {
  /// What can be looked up, and made again, whatever happens.
  var snapshotIdentityCenter: Step {
    Step(
      .snapshotIdentityCenter, "Keep a snapshot of users, groups and assignments",
      by: .awsAdmin, at: ConsolePath("terminal with AWS CLI version 2"),
      needs: [.seeIdentitySource, .keepEmergencyAccess],
      why: ["AWS keeps no copy: what the change deletes, or matches wrongly, can only be made again from this one."],
      warnings: ["The files name people. Keep them where only the two administrators can read them."],
      instructions: [
        """
        In the Region of the instance run `aws sso-admin list-instances` and note `InstanceArn` and `IdentityStoreId` as \
        `INSTANCE` and `STORE`.
        """,
        "Run `aws identitystore list-users --identity-store-id $STORE > users.json`.",
        "Run `aws identitystore list-groups --identity-store-id $STORE > groups.json`.",
        """
        For each group keep what `aws identitystore list-group-memberships --identity-store-id $STORE --group-id GROUP` \
        prints in `members.json`.
        """,
        """
        For each permission set of `aws sso-admin list-permission-sets`, and each account that uses it, keep what \
        `aws sso-admin list-account-assignments` prints in `assignments.json`.
        """,
        "Note which applications have people assigned in **Applications**.",
      ],
      proof: .word(see: "as many entries in `users.json` and `groups.json` as **Users** and **Groups** count"),
      undo: "Delete the files when the move is over and nobody misses anything.",
      sources: [.identitySource, .usersAndGroups])
  }

  /// People stay; whoever is called otherwise at the provider is locked out.
  var weighDirectory: Step {
    Step(
      .weighDirectory, "Weigh what the change takes: from the Identity Center directory",
      by: .awsAdmin, at: ConsolePath("terminal"),
      when: .comesFrom(.directory), needs: [.snapshotIdentityCenter],
      warnings: [
        "Users, groups and assignments stay. They work only for people whose NameID equals their user name in AWS.",
        "Passwords and second factors of IAM Identity Center are no longer asked for: that is \(text: idp.name)'s task.",
      ],
      instructions: [
        "Compare each `UserName` of `users.json` with what \(text: idp.name) will send for that person.",
        "Have differing names made equal before the change, on whichever side nobody depends on them.",
      ],
      proof: .word(
        see: "each `UserName` of `users.json` among the user names of \(text: idp.name), or on a list of those who go"),
      sources: [.identitySource, .troubleshooting])
  }

  /// Everything goes.
  var weighActiveDirectory: Step {
    Step(
      .weighActiveDirectory, "Weigh what the change takes: from Active Directory",
      by: .awsAdmin, at: ConsolePath("terminal"),
      when: .comesFrom(.activeDirectory), needs: [.snapshotIdentityCenter],
      warnings: [
        "All users, groups and assignments are deleted, those of applications too. Nobody has access until it is given anew.",
        """
        The identity store id, the portal URL and the service provider metadata change: what was copied from them before, \
        into \(text: idp.name), into scripts and into `~/.aws/config`, has to be entered again.
        """,
      ],
      instructions: [
        "Count in `assignments.json` what has to be made again, and decide who makes it, and with which tool.",
        "Announce a time without access, and the portal's new address after it.",
      ],
      proof: .word(see: "`assignments.json` with every account, and the announcement with its time"),
      sources: [.identitySource])
  }

  /// Names have to match, and two writers must not.
  var weighOtherProvider: Step {
    Step(
      .weighOtherProvider, "Weigh what the change takes: from another external identity provider",
      by: .awsAdmin, at: ConsolePath("terminal"),
      when: .comesFrom(.otherIdP), needs: [.snapshotIdentityCenter],
      warnings: [
        """
        Users, groups and assignments stay. They work for people whose NameID from \(text: idp.name) equals their user \
        name in AWS, and for groups of the same name.
        """,
        "Nobody can sign in at the former identity provider any more; there can be one at a time.",
      ],
      instructions: [
        "Compare each `UserName` of `users.json` with what \(text: idp.name) will send for that person.",
        "Compare each `DisplayName` of `groups.json` with the groups of \(text: idp.name): case and blanks count.",
      ],
      proof: .word(
        see:
          "each `UserName` and each `DisplayName` of the snapshot at \(text: idp.name), or on a list of those that go"),
      sources: [.identitySource, .reconciling])
  }

  /// A small group meets what is wrong before everybody does.
  var choosePilotGroup: Step {
    Step(
      .choosePilotGroup, "Choose one group that goes first",
      by: .idpAdmin, at: idp.place(),
      needs: [.snapshotIdentityCenter, .weighDirectory, .weighActiveDirectory, .weighOtherProvider],
      why: ["The change is for everybody at once; who can use the application at \(text: idp.name) is not."],
      warnings: [
        "Until this group has signed in, assign the application to it alone: the step that assigns it comes later."
      ],
      instructions: [
        "Choose a few people, an administrator of AWS among them, who know of the change and can be reached.",
        "Compare their user names with `users.json`, character by character.",
      ],
      asks: [Question(.pilotGroup, "Which group goes first?")],
      handsOn: [.pilotGroup],
      proof: .word(see: "the members of \(.pilotGroup), each with a `UserName` of `users.json`"),
      sources: [.identitySource])
  }

  /// Two writers delete each other's work.
  var stopFormerProvisioning: Step {
    Step(
      .stopFormerProvisioning, "Stop provisioning from the former identity provider",
      by: .idpAdmin, at: ConsolePath("Admin console of the former identity provider"),
      when: .comesFrom(.otherIdP), needs: [.snapshotIdentityCenter, .weighOtherProvider],
      why: ["Two providers that write to one identity store change each other's users and groups."],
      warnings: [
        """
        Stop it; do not take the assignments away there first. Many providers deactivate or delete in AWS whoever loses \
        an assignment.
        """
      ],
      instructions: [
        "Switch provisioning off for the application for AWS, and leave its users and groups assigned.",
        "Have the AWS administrator look at **Users** some minutes later: everybody is still there.",
      ],
      proof: .word(see: "provisioning is off at the former provider, and **Users** still lists those of `users.json`"),
      undo: "Switch provisioning on again.",
      sources: [.identitySource, .reconciling])
  }

  /// Whoever makes a mistake must not be the only one who can mend it.
  var openSecondSession: Step {
    Step(
      .openSecondSession, "Have a second administrator signed in by the other way",
      by: .awsAdmin, at: ConsolePath("AWS Management Console, in another browser or on another computer"),
      needs: [.keepEmergencyAccess],
      warnings: ["A session that came from the access portal does not count: its way in is what changes."],
      instructions: [
        "Sign in once more with the emergency user or role, in another browser, and open IAM Identity Center there.",
        "Leave that session open until people have signed in at \(text: idp.name).",
      ],
      proof: .word(
        see: "\(.managementAccount) in the account menu of both sessions, neither of which came from the portal"),
      sources: [.userGuide("emergency access", "emergency-access")])
  }
}
