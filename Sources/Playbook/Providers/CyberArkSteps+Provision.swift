extension CyberArkSteps {
  /// Roles are what AWS will know as groups.
  static let createRoles = Step(
    .createCyberArkRoles, "Create the roles in CyberArk from which groups are made",
    by: .idpAdmin, at: .cyberArk(Label("Core Services"), Label("Roles", certainty: .believed)),
    needs: [.addCyberArkApplication],
    why: ["Only roles that are mapped in the application are provisioned, with the people in them."],
    instructions: [
      "Create a role for each group that AWS shall know, and add its people.",
      "Or create one role for everybody who may use the application, where access is given to single users.",
    ],
    asks: [
      Question(
        .requiredGroups, "Which groups must exist in AWS? Exact names; leave it empty if access is given to users.",
        isOptional: true)
    ],
    handsOn: [.requiredGroups],
    proof: .word(see: "**Roles**? lists a role for the application, and for AWS: \(.requiredGroups)"),
    undo: "Delete the roles.",
    sources: [.cyberArkGuide])

  /// Who may sign in.
  static let permitApplication = Step(
    .permitCyberArkApplication, "Permit the application to the roles",
    by: .idpAdmin, at: .cyberArkApplication("Permissions"),
    needs: [.setCyberArkAccountMapping, .createCyberArkRoles],
    why: ["Only people who may run the application can sign in with it."],
    instructions: [
      "Open **Permissions**; CyberArk's help also calls the page **User Access**.",
      "Choose **Add**, select roles, groups or people, choose **Add** again, then **Save**.",
    ],
    asks: [Question(.pilotUser, "With which person will you try it? Enter the text that is sent as user name.")],
    handsOn: [.pilotUser],
    proof: .word(see: "**Permissions** lists \(.pilotUser), or a role that has the person as a member"),
    undo: "Remove the row and save.",
    pitfalls: [
      Pitfall(
        "A person sees the application and is not in AWS, or the other way round",
        cause: "**Permissions** decides on signing in, the mapping of roles in **Provisioning** on being provisioned.",
        remedy: "Use the same roles in both.")
    ],
    sources: [.cyberArkGuide, .cyberArkPages])

  /// CyberArk gets the address and the key to the identity store.
  static let connectSCIM = Step(
    .connectCyberArkToSCIM, "Enter the SCIM endpoint and the token in CyberArk",
    by: .idpAdmin, at: .cyberArkApplication("Provisioning"),
    when: .wants(.scim), needs: [.enableSCIM, .registerAWSInCyberArk, .setCyberArkAccountMapping],
    why: ["CyberArk writes users and groups with this token until it expires, on \(.scimTokenExpires)."],
    warnings: [
      "Leave the provisioning script as it is. AWS supports its default state only; with a changed one provisioning may fail.",
      "AWS can copy the endpoint with a slash at its end. Enter it without.",
    ],
    instructions: [
      "Tick **Enable provisioning for this application** and choose **Live Mode**.",
      "Enter the SCIM endpoint without its last slash into **SCIM Service URL**.",
      "Set **Authorization Type** to **Authorization Header** and **Header Type** to **Bearer Token**.",
      "Enter the token into **Bearer Token** and choose **Verify**; wait for an answer without an error.",
      "Copy **SCIM Service URL** as it is shown now.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: "SCIM Service URL", .withoutTrailingSlash),
      Paste(.scimToken, into: "Bearer Token"),
    ],
    proof: .shown([.scimEndpoint]),
    undo: "Take the tick from **Enable provisioning for this application** and save; users that exist in AWS stay.",
    pitfalls: [
      Pitfall(
        "Verify answers with an error",
        cause: "The endpoint ends in a slash or is of another instance, or the token is wrong, deleted or expired.",
        remedy: "Enter both again. If that does not help, make another token in AWS.", certainty: .believed)
    ],
    sources: [.cyberArkGuide])

  /// What happens to people who are there already, and to those who leave.
  static let chooseSyncOptions = Step(
    .chooseCyberArkSyncOptions, "Choose what happens to existing and to leaving users",
    by: .idpAdmin, at: .cyberArkApplication("Provisioning", "Sync Options"),
    when: .wants(.scim), needs: [.connectCyberArkToSCIM],
    warnings: ["Overwriting takes over users that were made by hand in AWS and have the same user name."],
    instructions: [
      "Choose whether users of the same principal name in AWS are overwritten.",
      "Have people deprovisioned who are removed from the role, and choose whether they are disabled or deleted.",
      "Fill first, last and display name and one e-mail address in each profile. One phone is sent: the one for work.",
    ],
    proof: .word(see: "**Sync Options** with the choices that you made"),
    pitfalls: [
      Pitfall(
        "Refused to create a new, duplicate resource",
        cause: "The user exists in AWS, made by hand, and overwriting is not chosen.",
        remedy: "Choose to overwrite, or delete the user in AWS."),
      Pitfall(
        "Someone who came back has no access although the assignment is there",
        cause: "Deleting and creating anew gives another internal id in AWS.",
        remedy: "Disable people rather than delete them; else make the assignment again."),
    ],
    sources: [.cyberArkGuide, .troubleshooting])

  /// The one place that decides who and what arrives.
  static let mapRoles = Step(
    .mapCyberArkRoles, "Map the roles to groups in AWS",
    by: .idpAdmin, at: .cyberArkApplication("Provisioning", "Role Mapping"),
    when: .wants(.scim), needs: [.chooseCyberArkSyncOptions, .createCyberArkRoles, .permitCyberArkApplication],
    why: ["A role that is not mapped here is not provisioned, and neither are its people."],
    warnings: ["The destination is the name in AWS, to the letter: another case or a blank is another group."],
    instructions: [
      "For each role choose it below **Name** and enter the group of AWS as **Destination Group**.",
      "Where access is given to single users, map the one role of the application.",
      "Choose **Save** at the bottom of the page.",
    ],
    proof: .word(see: "**Role Mapping** with a **Destination Group** beside each **Name**"),
    undo: "Remove the row and save. The group stays in AWS without members; delete it there.",
    pitfalls: [
      Pitfall(
        "A group was renamed in CyberArk and kept its name in AWS",
        cause: "The name in AWS is the destination group, not the role.",
        remedy: "Change **Destination Group**, and see the next entry."),
      Pitfall(
        "After the destination group was changed there are two groups, the older one empty",
        cause: "Another destination makes a new group.",
        remedy: "Assign access to the new group in AWS, then delete the older one."),
      Pitfall(
        "Nobody arrives although everything was saved",
        cause: "The synchronisation has not run yet, or the application is not in **Live Mode**.",
        remedy: "Start it in **Settings**?, **Users**?, **Outbound Provisioning**?, and read its report.",
        certainty: .believed),
    ],
    sources: [.cyberArkGuide])
}
