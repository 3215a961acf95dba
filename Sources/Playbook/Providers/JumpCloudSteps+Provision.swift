extension JumpCloudSteps {
  /// Names are decided here and compared later.
  static let createGroups = Step(
    .createJumpCloudGroups, "Create the groups in JumpCloud",
    by: .idpAdmin,
    at: ConsolePath(
      "JumpCloud Admin Portal", url: "https://console.jumpcloud.com", path: [Label("User Groups")]),
    needs: [.addJumpCloudApplication],
    why: ["Whoever belongs to a group gets the group's access in AWS, without further work there."],
    warnings: ["Names count to the letter: another case or a blank is another group in AWS."],
    instructions: [
      "Create the groups that AWS shall know, spelled exactly as required there, and add their members.",
      "If nothing is required, create one group for everybody who may use the application.",
    ],
    asks: [
      Question(
        .requiredGroups, "Which groups must exist in AWS? Exact names; leave it empty if access is given to users.",
        isOptional: true)
    ],
    handsOn: [.requiredGroups],
    proof: .word(see: "**User Groups** lists a group for the application, and for AWS: \(.requiredGroups)"),
    pitfalls: [.groupListsDiffer],
    sources: [.jumpCloudArticle, .jumpCloudGuide, .identityCenterComponent])

  /// AWS refuses people whose profile has gaps or doubles.
  static let checkProfiles = Step(
    .checkJumpCloudProfiles, "See that the profiles suit AWS",
    by: .idpAdmin,
    at: ConsolePath(
      "JumpCloud Admin Portal", url: "https://console.jumpcloud.com", path: [Label("Users", certainty: .believed)]),
    when: .wants(.scim), needs: [.addJumpCloudApplication],
    why: ["A person whose profile AWS refuses is left out, and nobody else notices."],
    instructions: [
      "Fill first name, last name and display name in each profile.",
      "Leave one phone number to be sent: AWS takes **work phone** only.",
      "See that the e-mail address is the text by which AWS shall know the person.",
    ],
    proof: .word(
      see: "the profile of each pilot in **Users**? has a first and a last name, and one **work phone** or none"),
    pitfalls: [
      Pitfall(
        "A user does not arrive although others do",
        cause: "First or last name is empty, or there are two phone numbers.",
        remedy: "Fill in the names, keep the work phone only, and save the profile again."),
      Pitfall(
        "Someone who was disabled in AWS still changes there", cause: "The person is active in JumpCloud.",
        remedy: "Suspend the person in JumpCloud."),
      Pitfall(
        "A user of AWS was changed all at once",
        cause: "A user with the same user name and e-mail address existed in AWS and was taken over.",
        remedy: "That is expected. From now on the person is edited at the source."),
    ],
    sources: [.jumpCloudGuide, .provisioning])

  /// JumpCloud gets the address and the key to the identity store.
  static let connectSCIM = Step(
    .connectJumpCloudToSCIM, "Enter the SCIM endpoint and the token in JumpCloud",
    by: .idpAdmin, at: .jumpCloudApplication("Identity Management", "Configure"),
    when: .wants(.scim), needs: [.enableSCIM, .activateJumpCloudApplication, .checkJumpCloudProfiles],
    why: ["JumpCloud writes users and groups with this token until it expires, on \(.scimTokenExpires)."],
    warnings: [
      "The console of AWS can copy the endpoint with a slash at its end. Enter it without that slash.",
      """
      AWS's page begins by saying that users are provisioned by SAML, and then has users and groups over SCIM. \
      JumpCloud's article, too, has both over SCIM: groups do come.
      """,
    ],
    instructions: [
      "Tick **Enable management of User Groups and Group membership in this application**. Without it only users come.",
      "On **Identity Management** choose **Configure**.",
      "Enter the SCIM endpoint without its last slash into **Base URL**, and the token into **Token Key**.",
      "Where there is **Test Connection**?, use it; then choose **Activate**.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: "Base URL", .withoutTrailingSlash),
      Paste(.scimToken, into: "Token Key"),
    ],
    proof: .word(see: "**Identity Management** is active, and **Single Sign-On activated** is still green"),
    undo: "Deactivate **Identity Management**. Activating it again takes a new token.",
    pitfalls: [
      Pitfall(
        "Users and groups cannot be edited in AWS", cause: "SCIM is on.",
        remedy: "That is expected: edit them in JumpCloud."),
      Pitfall(
        "Activation fails with an old token", cause: "The integration was deactivated since the token was entered.",
        remedy: "Make another token in AWS and enter that one."),
    ],
    sources: [
      .jumpCloudArticle, .jumpCloudGuide,
      SourceReference(
        "IAM Identity Center User Guide of 2022: JumpCloud (the slash)",
        "https://github.com/awsdocs/aws-single-sign-on-user-guide/blob/main/doc_source/jumpcloud-idp.md",
        checked: "2022-12"),
    ])

  /// One list decides who may sign in and what is synchronised.
  static let bindGroups = Step(
    .bindJumpCloudGroups, "Bind the groups to the application",
    by: .idpAdmin, at: .jumpCloudApplication("User Groups"),
    needs: [
      .activateJumpCloudApplication, .changeIdentitySource, .createJumpCloudGroups, .checkJumpCloudProfiles,
      .connectJumpCloudToSCIM,
    ],
    why: [
      "Everybody is denied the application until a group of theirs is bound, and only bound groups are synchronised."
    ],
    instructions: [
      "On **User Groups** tick each group whose members may use the application.",
      "Tick each group that AWS shall know too, then choose **Save**.",
    ],
    asks: [
      Question(
        .pilotUser, "With which person will you try it? Enter the e-mail address that JumpCloud has.",
        field: Label("Email", certainty: .believed))
    ],
    handsOn: [.pilotUser],
    proof: .word(see: "**User Groups** shows a tick at a group that has \(.pilotUser) as a member"),
    undo: "Take the tick away and choose **Save**.",
    pitfalls: [
      Pitfall(
        "A group does not arrive in AWS",
        cause: """
          It is not ticked here, or **Enable management of User Groups and Group membership in this application** is \
          not.
          """,
        remedy: "Tick both and save."),
      Pitfall(
        "Someone is gone from AWS", cause: "The person was deleted in JumpCloud, which deletes them in AWS too.",
        remedy: "That is expected. A person who is made again needs the assignments anew."),
    ],
    sources: [.jumpCloudArticle, .jumpCloudGuide])
}
