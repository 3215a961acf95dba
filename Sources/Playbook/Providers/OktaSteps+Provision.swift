extension OktaSteps {
  /// Okta gets the address and the key to the identity store.
  static let connectSCIM = Step(
    .connectOktaToSCIM, "Enter the SCIM endpoint and the token in Okta",
    by: .idpAdmin, at: .oktaApplication("Provisioning", "Configure API Integration"),
    when: .wants(.scim), needs: [.enableSCIM, .addOktaApplication, .setOktaUsernameFormat],
    why: ["Okta writes users and groups with this token until it expires, on \(.scimTokenExpires)."],
    warnings: ["The console of AWS can copy the endpoint with a slash at its end. Okta refuses that slash."],
    instructions: [
      "On **Provisioning** choose **Configure API Integration**; later it is **Integration**, then **Edit**.",
      "Tick **Enable API Integration**.",
      "Enter the SCIM endpoint without its last slash into **Base URL**, and the token into **API Token**.",
      "Choose **Test API Credentials**, wait for the message, then choose **Save**.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: "Base URL", .withoutTrailingSlash),
      Paste(.scimToken, into: "API Token"),
    ],
    proof: .word(see: "**AWS IAM Identity Center was verified successfully!**"),
    undo: "Take the tick from **Enable API Integration** and save.",
    pitfalls: [
      Pitfall(
        "Base URL: Does not match required pattern",
        cause: "The SCIM endpoint ends in a slash, or something else was pasted.",
        remedy: "Remove the slash at the end of **Base URL**."),
      Pitfall(
        "Error while verifying if user … exists: Unauthorized", cause: "The token is wrong, deleted or expired.",
        remedy: """
          Make another token in AWS, enter it here, choose **Test API Credentials**, and retry the failed tasks in \
          **Dashboard**, **Tasks**.
          """),
    ],
    sources: [
      .oktaGuide, .oktaWorkshop,
      .oktaSupport(
        "Base URL does not match required pattern",
        "AWS-IAM-Identity-Center-API-Integration-ErrorBase-URL-Does-not-match-required-pattern"),
      .oktaSupport(
        "Unauthorized", "aws-iam-identity-center-provisioning-error-error-while-creating-user-unauthorized"),
    ])

  /// Without the three ticks Okta provisions nothing.
  static let enableProvisioning = Step(
    .enableOktaProvisioning, "Let Okta create, update and deactivate users",
    by: .idpAdmin, at: .oktaApplication("Provisioning", "To App", "Edit"),
    when: .wants(.scim), needs: [.connectOktaToSCIM],
    instructions: [
      "On **Provisioning** choose **To App**, then **Edit**.",
      "Tick **Create Users**, **Update User Attributes** and **Deactivate Users**, then choose **Save**.",
    ],
    proof: .word(see: "**Create Users**, **Update User Attributes** and **Deactivate Users**, each with its tick"),
    undo: "Take the ticks away and save; users that exist in AWS stay.",
    pitfalls: [
      Pitfall(
        "Automatic provisioning … failed: Matching user not found",
        cause: "One of the three is not ticked.", remedy: "Tick all three, save, and retry the task.")
    ],
    sources: [.oktaGuide, .oktaWorkshop])

  /// AWS takes one value of each and refuses what it does not know.
  static let checkAttributes = Step(
    .checkOktaAttributes, "See that profiles and mappings suit AWS",
    by: .idpAdmin, at: .oktaApplication("Provisioning", "To App"),
    when: .wants(.scim), needs: [.enableOktaProvisioning],
    why: ["A person whose profile AWS refuses is left out, and nobody else notices."],
    instructions: [
      "Fill **First name**, **Last name**, **Username** and **Display name** in each profile.",
      "Map one value for e-mail, phone and address; for the phone take the one for work.",
      "Map no roles and no entitlements.",
      """
      Give all of `streetAddress`, `city`, `state`, `zipCode` and `countryCode`, or map no address at all. Empty \
      strings do not count as values.
      """,
      "Keep the characters `< > ; : %` out of what is mapped.",
    ],
    proof: .word(
      see: "the profiles show **First name**, **Last name**, **Username** and **Display name**, all of them filled"),
    pitfalls: [
      Pitfall(
        "Request is unparsable, syntactically incorrect, or violates schema",
        cause:
          "A name is missing, a value is an empty string or has a refused character, or the address is incomplete.",
        remedy:
          "Put the profile in order, see whether a user of the same name was made by hand in AWS, and retry the task.")
    ],
    sources: [
      .oktaGuide, .provisioning,
      .oktaSupport(
        "Request is unparsable",
        "aws-provisioning-error-request-is-unparsable-syntactically-incorrect-or-violates-schema"),
    ])

  /// Names are decided here and compared later.
  static let createGroups = Step(
    .createOktaGroups, "Create the groups in Okta",
    by: .idpAdmin, at: .okta("Directory", "Groups"),
    needs: [.addOktaApplication],
    why: ["Whoever belongs to a group gets the group's access in AWS, without further work there."],
    warnings: [
      "With SCIM use one set of groups to assign the application and another to push: one group for both is not supported.",
      "Names count to the letter: another case or a blank is another group in AWS.",
    ],
    instructions: [
      "Create the groups that AWS shall know, spelled exactly as required there, and add their members.",
      "Create one more group, for everybody who may use the application.",
    ],
    asks: [
      Question(
        .requiredGroups, "Which groups must exist in AWS? Exact names; leave it empty if access is given to users.",
        isOptional: true)
    ],
    handsOn: [.requiredGroups],
    proof: .word(see: "**Directory**, **Groups** lists the group for the application, and for AWS: \(.requiredGroups)"),
    sources: [.oktaGuide])

  /// Who may sign in, and who is provisioned.
  static let assignApplication = Step(
    .assignOktaApplication, "Assign the application to people",
    by: .idpAdmin, at: .oktaApplication("Assignments", "Assign"),
    needs: [
      .addOktaApplication, .setOktaUsernameFormat, .enableOktaProvisioning, .checkOktaAttributes, .createOktaGroups,
    ],
    why: ["Only assigned people can sign in, and with SCIM only they are provisioned."],
    instructions: [
      "Choose **Assign**, then **Assign to Groups** (better) or **Assign to People**.",
      "Choose **Assign** beside the group or person, then **Save and Go Back**, and at the end **Done**.",
      "Give values for attributes that are asked for.",
    ],
    asks: [
      Question(
        .pilotUser, "With which person will you try it? Enter the Okta username.",
        field: Label("Username", certainty: .believed))
    ],
    handsOn: [.pilotUser],
    proof: .word(see: "**Assignments** lists \(.pilotUser), or a group that has the person as a member"),
    undo: "Remove the assignment; with SCIM the user is then deactivated in AWS.",
    pitfalls: [
      Pitfall(
        "No user returned for user …", cause: "The user was deleted in AWS although Okta manages them.",
        remedy: "Unassign the person in Okta and assign them again. Always delete in Okta first.")
    ],
    sources: [.oktaGuide])

  /// Assignment provisions people, not groups.
  static let pushGroups = Step(
    .pushOktaGroups, "Push the groups to AWS",
    by: .idpAdmin, at: .oktaApplication("Push Groups"),
    when: .all([.wants(.scim), .present(.requiredGroups)]), needs: [.assignOktaApplication, .createOktaGroups],
    warnings: ["Push other groups than those by which the application is assigned."],
    instructions: [
      "On **Push Groups** choose **Push Groups**, then **by name**.",
      "Choose each of \(.requiredGroups) and **Save**.",
    ],
    proof: .word(see: "**Push Groups** shows **Active** beside each of \(.requiredGroups)"),
    undo: "Remove the group from **Push Groups**; delete groups from Okta's side, never in AWS first.",
    pitfalls: [
      Pitfall(
        "The members in AWS are wrong although the push is active",
        cause: "The same group is used to assign the application and to push.",
        remedy: "Make a separate group to push."),
      Pitfall(
        "A member of the pushed group does not arrive", cause: "The application is not assigned to that person.",
        remedy: "Add the person to a group in **Assignments** too.", certainty: .believed),
      Pitfall(
        "Linked group is missing in AWS IAM Identity Center. Change the linked group…",
        cause: "The group was deleted in AWS.", remedy: "Remove the push in Okta and make it again."),
      Pitfall(
        "Someone keeps access after leaving", cause: "The person was taken out of one of the two groups only.",
        remedy: "Take them out of the push group first, then out of the group of the assignment."),
    ],
    sources: [.oktaGuide])
}
