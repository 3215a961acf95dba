extension PingSteps {
  /// Names are decided here and compared later.
  static let chooseGroups = Step(
    .choosePingGroups, "Choose the groups that AWS shall know",
    by: .idpAdmin,
    at: .pingDirectory("Groups"),
    needs: [.addPingApplication, .createPingFederateConnection],
    why: ["Access in AWS is best given to groups, so that whoever joins a group has it."],
    warnings: [
      """
      AWS's guide says that PingOne provisions no groups over SCIM. Ping's own pages name groups among what its SCIM \
      provisioner can do. Plan without them, until you have seen one arrive.
      """,
      "Names count to the letter: another case or a blank is another group in AWS.",
    ],
    instructions: [
      "Create one group for everybody who may use AWS, and add the people.",
      "PingFederate: create the groups that AWS shall know, spelled exactly as required there, with their members.",
      "PingOne: write down which groups AWS shall know and who belongs to them; the AWS administrator makes them there.",
    ],
    asks: [
      Question(
        .requiredGroups, "Which groups must exist in AWS? Exact names; leave it empty if access is given to users.",
        isOptional: true)
    ],
    handsOn: [.requiredGroups],
    proof: .word(see: "**Groups**? lists the group of everybody who may use AWS; for AWS itself: \(.requiredGroups)"),
    sources: [
      .pingOneGuide, .pingFederateGuide,
      SourceReference(
        "PingOne: features of the SCIM provisioner",
        "https://docs.pingidentity.com/r/en-us/pingone/p1_scim_provisioning_features", checked: "2026-11"),
    ])

  /// AWS takes one value of each and refuses what it does not know.
  static let checkProfiles = Step(
    .checkPingProfiles, "See that the profiles suit AWS",
    by: .idpAdmin,
    at: .pingDirectory("Users"),
    when: .wants(.scim), needs: [.mapPingSubject, .createPingFederateConnection],
    why: ["A person whose profile AWS refuses is left out, and nobody else notices."],
    instructions: [
      "Fill first, last and display name of each person, and the attribute that is sent as `SAML_SUBJECT`.",
      "Have one e-mail address, one telephone number and one address mapped at most.",
      "Keep the characters `< > ; : %` out of what is mapped.",
    ],
    proof: .word(
      see: "**Given Name**?, **Family Name**? and **Email Address**?, or what the data store calls them, all filled"),
    pitfalls: [
      Pitfall(
        "Single people do not arrive", cause: "A name is empty, or a value has a refused character or is there twice.",
        remedy: "Put the profile in order and save it, so that it is sent again.", certainty: .believed),
      Pitfall(
        "An attribute was emptied at Ping, and AWS still has it", cause: "Ping does not send removals.",
        remedy: "Give it another value, or clear it in AWS over the Identity Store API."),
    ],
    sources: [.pingOneGuide, .pingFederateGuide, .provisioning])

  /// PingOne gets the address and the key to the identity store.
  static let connectSCIM = Step(
    .connectPingToSCIM, "Enter the SCIM endpoint and the token in PingOne",
    by: .idpAdmin,
    at: .pingOne(
      "Applications", "My Applications", "IAM Identity Center", "User Provisioning", "complete",
      or: [.init("newer consoles without it", ["Integrations", "Provisioning", "+", "New Connection", "SCIM"])]),
    when: .all([.wants(.scim), inPingOne]),
    needs: [.enableSCIM, .mapPingSubject, .choosePingGroups, .checkPingProfiles],
    why: ["PingOne writes users with this token until it expires, on \(.scimTokenExpires)."],
    instructions: [
      """
      At the bottom of the application's page choose **complete** below **User Provisioning**, then \
      **Continue to Next Step**.
      """,
      "Enter the SCIM endpoint without its last slash into **SCIM URL**, and the token into **ACCESS_TOKEN**.",
      """
      Set **REMOVE_ACTION** to **Disabled** or **Deleted**. Disabled people keep their record in AWS, which is easier to \
      take back. Choose **Continue to Next Step**.
      """,
      "On **Attribute Mapping** take the same attribute for **SAML_SUBJECT** as for sign-in, and continue.",
      "Go on through **PingOne App Customization - IAM Identity Center** to **Group Access**, and stop there.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: "SCIM URL", .withoutTrailingSlash),
      Paste(.scimToken, into: "ACCESS_TOKEN"),
    ],
    proof: .word(see: "**Group Access**, after **SCIM URL** and **ACCESS_TOKEN** were taken without a message"),
    undo: "Delete the token in AWS: PingOne can go on provisioning for a while after it was switched off there.",
    pitfalls: [
      Pitfall(
        "User Provisioning is not to be found",
        cause: "AWS's guide shows the console of 2020; newer ones keep provisioning under **Integrations**.",
        remedy: """
          Make a SCIM connection there, with the endpoint as **SCIM Base URL** and the token as an OAuth 2 bearer token, \
          and try it with **Test Connection**. No page of AWS describes this way.
          """, certainty: .believed),
      Pitfall(
        "Users are still provisioned after provisioning was disabled in PingOne",
        cause: "PingOne finishes what it began.", remedy: "Delete the token in AWS, which stops it at once."),
    ],
    sources: [
      .pingOneGuide, .provisioning,
      SourceReference(
        "PingOne: creating a provisioning connection",
        "https://docs.pingidentity.com/r/en-us/pingone/pingone_create_provisioning_connection", checked: "2026-11"),
    ])

  /// Who may sign in, and who is provisioned.
  static let allowPeople = Step(
    .allowPingPeople, "Let people use the connection",
    by: .idpAdmin,
    at: .pingOneApplication(
      "Access", "Edit Access",
      or: [
        .init("last page of User Provisioning", ["Group Access"]),
        .init("PingFederate, Source Location of the channel", ["Users", "Group DN"].map(Label.pingFederate)),
      ]),
    needs: [
      .mapPingSubject, .choosePingGroups, .checkPingProfiles, .connectPingToSCIM, .createPingFederateConnection,
      .createPingFederateChannel,
    ],
    why: ["With PingOne the same groups decide who may sign in and who is provisioned."],
    warnings: ["In PingOne an application without a group is open to every user of the environment."],
    instructions: [
      """
      PingOne with SCIM: on **Group Access** choose the group of everybody who may use AWS, then \
      **Continue to Next Step**, and at the bottom **Finish**. That starts provisioning.
      """,
      "PingOne: in **Group Membership Policy** add that group with **+**, choose **Save**, and switch the application on.",
      "PingFederate: put the people into the group that the channel reads, and let its policies sign them in.",
    ],
    asks: [
      Question(.pilotUser, "With which person will you try it? Enter what is sent as NameID.", field: "SAML_SUBJECT")
    ],
    handsOn: [.pilotUser],
    proof: .word(
      see:
        "**Applied Groups** lists a group of \(.pilotUser); with PingFederate the group that the channel reads has the person"
    ),
    undo: "Take the group, or the person, away again.",
    pitfalls: [
      Pitfall(
        "Everybody in PingOne sees the tile", cause: "No group is listed in **Group Membership Policy**.",
        remedy: "Add the group of those who may use AWS."),
      Pitfall(
        "Sign-in at PingOne says that the application is not there", cause: "It is switched off.",
        remedy: "Switch it on in the list of applications.", certainty: .believed),
    ],
    sources: [.pingOneGuide, .pingFederateGuide, .pingOneApplication])
}
