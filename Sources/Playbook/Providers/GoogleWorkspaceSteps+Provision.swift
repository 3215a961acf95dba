extension GoogleWorkspaceSteps {
  /// Who may sign in.
  static let turnOnService = Step(
    .turnOnGoogleService, "Turn the application on for people",
    by: .idpAdmin, at: .googleApplication("User access", "Service status"),
    needs: [.mapGoogleAttributes, .changeIdentitySource],
    why: ["Only people for whom the application is on can sign in, and Google provisions only then."],
    warnings: [
      """
      AWS's page turns it on for everyone to try it, and then advises to turn it **OFF for everyone** and on for a \
      group or organisational unit only. Begin with such a group where you can.
      """
    ],
    instructions: [
      "Open **Amazon Web Services**, expand **User access** and look at **Service status**.",
      "Choose **ON for everyone**, or turn it on for a group or an organisational unit; then choose **SAVE**.",
    ],
    asks: [Question(.pilotUser, "With which person will you try it? Enter the primary email.", field: "Primary email")],
    handsOn: [.pilotUser],
    proof: .word(see: "**Service status** is on for \(.pilotUser)"),
    undo: "Choose **OFF for everyone** and **SAVE**.",
    pitfalls: [
      Pitfall(
        "People get an error from Google instead of the portal",
        cause: "The service is off for them, or the change is under way.",
        remedy: "Look at **Service status** for their organisational unit, and wait.", certainty: .believed)
    ],
    wait: Wait("Google says that a change can take up to 24 hours to reach everybody.", atMost: 24 * 60),
    sources: [.googleGuide, .cloudPosseGuide])

  /// AWS refuses people whose profile has gaps or doubles.
  static let checkProfiles = Step(
    .checkGoogleProfiles, "See that the profiles suit AWS",
    by: .idpAdmin, at: .googleAdmin("Directory", "Users"),
    when: .wants(.scim), needs: [.turnOnGoogleService],
    why: ["A person whose profile AWS refuses is left out, and nobody else notices."],
    instructions: [
      "Fill **First name**, **Last name**, **Username** and **Display name** in each profile.",
      "Leave one value of each kind: one e-mail address, one phone number, one address.",
      "Put the phone number into **work phone**, even where it is a mobile one.",
    ],
    proof: .word(
      see:
        "the profile of \(.pilotUser) shows **First name** and **Last name**, and one e-mail address and phone number"),
    pitfalls: [
      Pitfall(
        "A user of AWS was changed all at once",
        cause: "A user with the same user name and e-mail address existed in AWS and was taken over.",
        remedy: "That is expected. From now on the person is edited at the source."),
      Pitfall(
        "Someone who was disabled in AWS still changes there", cause: "The person is active at Google.",
        remedy: "Suspend the person at Google."),
      Pitfall(
        "Someone who was archived keeps the access",
        cause: "Google provisions active, suspended and deleted users only.",
        remedy: "Suspend or delete the person instead."),
    ],
    sources: [.googleGuide, .provisioning, .googleProvisioning])

  /// Google gets the address and the key to the identity store.
  static let configureProvisioning = Step(
    .configureGoogleProvisioning, "Enter the token and the SCIM endpoint at Google",
    by: .idpAdmin, at: .googleApplication("Auto provisioning", "Configure auto provisioning"),
    when: .googleProvisions, needs: [.enableSCIM, .turnOnGoogleService, .checkGoogleProfiles],
    why: ["Google writes users with this token until it expires, on \(.scimTokenExpires)."],
    warnings: [
      "Google provisions users only, no groups.",
      "Give more time before an account is deleted than before it is suspended.",
    ],
    instructions: [
      "In **Auto provisioning** choose **Configure auto provisioning**.",
      "Enter the token into **Access token** and choose **Continue**.",
      "Enter the SCIM endpoint into **Endpoint URL** and choose **Continue**.",
      "See that each attribute with a `*` is mapped, and choose **Continue**.",
      "In **Provisioning scope** choose a group, or leave it empty for everybody who has the application; **Continue**.",
      "In **Deprovisioning** set when to suspend and when to delete: within 24 hours, after 1, 7 or 30 days. **Finish**.",
    ],
    pastes: [
      Paste(.scimToken, into: "Access token"),
      Paste(.scimEndpoint, into: "Endpoint URL"),
    ],
    proof: .word(see: "**Auto provisioning** shows that it is configured, with a switch at **Inactive**"),
    undo: "Leave the switch at **Inactive**.",
    sources: [.googleGuide, .googleProvisioning, .cloudPosseGuide])

  /// Nothing is sent before this.
  static let activateProvisioning = Step(
    .activateGoogleProvisioning, "Let Google provision users",
    by: .idpAdmin, at: .googleApplication("Auto provisioning"),
    when: .googleProvisions, needs: [.configureGoogleProvisioning],
    instructions: [
      "Turn the switch in **Auto provisioning** from **Inactive** to **Active**.",
      "Choose **Turn on** in the dialog.",
    ],
    proof: .word(see: "**Auto provisioning** shows **Active**"),
    undo: "Turn the switch back to **Inactive**.",
    pitfalls: [
      Pitfall(
        "The switch is grey", cause: "**Service status** is off.",
        remedy: "Turn the application on in **User access** first."),
      Pitfall(
        "No more applications can be provisioned",
        cause: "Business Starter and Frontline Starter allow three of them.",
        remedy: "Turn another one off, or change the edition."),
      Pitfall(
        "A guide says that automatic provisioning is impossible with Google",
        cause:
          "It was so when Cloud Posse's component for ssosync was written; AWS's and Google's pages have it since.",
        remedy: "Use it for users. It is left out here only where ssosync copies them."),
    ],
    wait: Wait("Users appear within minutes as a rule; it can take up to 24 hours.", atMost: 24 * 60),
    sources: [.googleGuide, .googleProvisioning, .ssosyncComponent])

  /// Names are decided here and compared later.
  static let chooseGroups = Step(
    .chooseGoogleGroups, "Decide which groups AWS shall know",
    by: .idpAdmin, at: .googleAdmin("Directory", Label("Groups", certainty: .believed)),
    needs: [.addGoogleApplication],
    why: ["Whoever belongs to a group gets the group's access in AWS, without further work there."],
    warnings: [
      "Google's provisioning leaves groups out. They are made in AWS by command, or ssosync copies them.",
      "Names count to the letter: another case or a blank is another group in AWS.",
    ],
    instructions: [
      "Agree with the AWS administrator on the groups, and on who belongs to each.",
      "With ssosync the groups exist at Google, and the name that is shown there becomes the name in AWS: make it equal.",
    ],
    asks: [
      Question(
        .requiredGroups, "Which groups must exist in AWS? Exact names; leave it empty if access is given to users.",
        isOptional: true)
    ],
    handsOn: [.requiredGroups],
    proof: .word(
      see:
        "your list of groups with members, and with ssosync **Groups**? in **Directory**, names exactly: \(.requiredGroups)"
    ),
    pitfalls: [.groupListsDiffer],
    sources: [.googleGuide, .cloudPosseGuide, .identityCenterComponent])
}
