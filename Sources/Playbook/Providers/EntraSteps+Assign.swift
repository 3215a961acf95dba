extension EntraSteps {
  /// Names are decided here and compared later.
  static let chooseGroups = Step(
    .chooseEntraGroups, "Choose or create the groups in Entra",
    by: .idpAdmin,
    at: .entra("Entra ID", Label("Groups", certainty: .believed), or: [.init("older menus", ["Identity", "Groups"])]),
    needs: [.addEntraApplication],
    why: [
      "Whoever belongs to a group gets the group's access in AWS, without further work there.",
      """
      Where access is requested, granted and withdrawn by a process that you have already, it goes on as before: all that \
      it changes is who belongs to the group.
      """,
    ],
    warnings: [
      "Groups inside groups are not provisioned: only direct members of an assigned group reach AWS.",
      "Names count to the letter: another case or a blank is another group in AWS.",
    ],
    instructions: [
      "Create the groups that AWS shall know, spelled exactly as required there, and add people as direct members.",
      """
      Where you have groups of groups, take the inner ones, or a dynamic group whose rule finds the people themselves. \
      A dynamic group that names an outer group gets its direct members only.
      """,
    ],
    asks: [
      Question(
        .requiredGroups, "Which groups must exist in AWS? Exact names; leave it empty if access is given to users.",
        isOptional: true)
    ],
    handsOn: [.requiredGroups],
    proof: .word(see: "**Groups**? lists what AWS shall know: \(.requiredGroups)"),
    sources: [.entraGuide, .usersAndGroups])

  /// Who may sign in, and who is provisioned.
  static let assignApplication = Step(
    .assignEntraApplication, "Assign the application to groups and people",
    by: .idpAdmin, at: .entraApplication("Users and groups", "Add user/group"),
    needs: [.addEntraApplication, .setEntraNameID, .mapEntraUsers, .mapEntraGroups, .chooseEntraGroups],
    why: ["Only assigned people can sign in; with SCIM only they, and the assigned groups, are provisioned."],
    instructions: [
      "Choose **None Selected**, tick the groups or people, and choose **Select**, then **Assign**.",
      "Assign every group that AWS shall know, and one that has the pilot user as a direct member.",
      "Where Entra says that groups are not available for assignment, assign people, or get a plan that allows groups.",
    ],
    asks: [
      Question(
        .pilotUser, "With which person will you try it? Enter the user principal name.",
        field: Label("User principal name"))
    ],
    handsOn: [.pilotUser],
    proof: .word(see: "**Users and groups** lists \(.pilotUser), or a group that has the person as a direct member"),
    undo: "Remove the assignment; at the next cycle the user is deactivated in AWS.",
    pitfalls: [
      Pitfall(
        "AADSTS50105: the signed in user is not assigned to a role for the application",
        cause: "The person is not assigned, or only through a group inside a group.",
        remedy: "Assign the person, or a group that has them as a direct member.", certainty: .believed),
      Pitfall(
        "A group arrives empty, or members are missing",
        cause: "They are members of a group inside it.",
        remedy: "Assign the inner groups, or make a dynamic group whose rule finds the people."),
    ],
    sources: [.entraGuide, .entraProvisioning])

  /// The first cycle begins when everything that it shall carry is settled.
  static let startProvisioning = Step(
    .startEntraProvisioning, "Start provisioning, with the pilot user first",
    by: .idpAdmin, at: .entraApplication("Provisioning"),
    when: .wants(.scim),
    needs: [.connectEntraToSCIM, .mapEntraUsers, .mapEntraGroups, .assignEntraApplication],
    warnings: ["Leave the scope at assigned users and groups, or Entra writes the whole directory to AWS."],
    instructions: [
      "In **Settings** see that **Scope** is **Sync only assigned users and groups**.",
      "Choose **Provision on demand**, pick \(.pilotUser), and see each step succeed; it takes a minute.",
      """
      On **Overview** choose **Start provisioning**. Older consoles have **Provisioning Status** instead: set it to \
      **On** and choose **Save**.
      """,
      "After the first cycle look through **Provisioning logs** for failures.",
    ],
    proof: .word(see: "**Provisioning logs** lists \(.pilotUser) without a failure"),
    undo: "Choose **Stop provisioning**?; what was provisioned stays in AWS.",
    pitfalls: [
      Pitfall(
        "Nothing has arrived for half an hour", cause: "A cycle runs about every 40 minutes; the first takes longer.",
        remedy: "Wait, or use **Provision on demand** for one user or group."),
      Pitfall(
        "A group is activated in Privileged Identity Management, and AWS does not know it yet",
        cause: "Activation takes 2 to 10 minutes, and more for the sixth person in ten seconds.",
        remedy: "Wait for the next cycle."),
      Pitfall(
        "Provisioning is in quarantine", cause: "Most calls failed, as they do with an expired token.",
        remedy: "Mend the cause, then choose **Restart provisioning**."),
    ],
    wait: Wait("The first cycle begins after about five minutes; later ones run about every 40 minutes.", atMost: 40),
    sources: [.entraProvisioning, .entraGuide, .entraQuarantine])
}
