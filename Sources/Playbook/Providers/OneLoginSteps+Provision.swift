extension OneLoginSteps {
  /// OneLogin gets the address and the key to the identity store.
  static let connectSCIM = Step(
    .connectOneLoginToSCIM, "Enter the SCIM endpoint and the token in OneLogin",
    by: .idpAdmin, at: .oneLoginApplication("Configuration", "API Connection"),
    when: .wants(.scim), needs: [.enableSCIM, .registerAWSInOneLogin],
    why: ["OneLogin writes users and groups with this token until it expires, on \(.scimTokenExpires)."],
    warnings: [
      "AWS can copy the endpoint with a slash at its end. AWS's page says nothing of it, OneLogin's says: remove it."
    ],
    instructions: [
      "Enter the SCIM endpoint without its last slash into **SCIM Base URL**.",
      "Enter the token into **SCIM Bearer Token**.",
      "Beside **API Connection** choose **Enable**, wait until it says **Enabled**?, and choose **Save**.",
      "Copy **SCIM Base URL** as it is shown now.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: "SCIM Base URL", .withoutTrailingSlash),
      Paste(.scimToken, into: "SCIM Bearer Token"),
    ],
    proof: .shown([.scimEndpoint]),
    undo: "Disable **API Connection** and save; users that exist in AWS stay.",
    pitfalls: [
      Pitfall(
        "The connection cannot be enabled",
        cause: "The endpoint ends in a slash or is not the SCIM endpoint, or the token is wrong or expired.",
        remedy: "Enter both again. If that does not help, make another token in AWS.", certainty: .believed)
    ],
    sources: [.oneLoginGuide, .oneLoginArticle])

  /// Nothing is sent before this is ticked.
  static let enableProvisioning = Step(
    .enableOneLoginProvisioning, "Let OneLogin create, update and delete users, with your approval",
    by: .idpAdmin, at: .oneLoginApplication("Provisioning"),
    when: .wants(.scim), needs: [.connectOneLoginToSCIM, .setOneLoginNameID],
    why: ["For the trial each change waits for an administrator, so that a wrong mapping reaches nobody else."],
    instructions: [
      "Tick **Enable provisioning**.",
      """
      Below **Require admin approval before this action is performed** keep **Create user**, **Delete user** and \
      **Update user** ticked for now.
      """,
      "Choose whether people who lose the application are deleted or suspended in AWS, and choose **Save**.",
      "Give each profile a first and a last name, one e-mail address and at most one phone number.",
    ],
    proof: .word(see: "**Enable provisioning**, **Create user**, **Delete user** and **Update user** with their ticks"),
    undo: "Take the tick from **Enable provisioning** and save; users that exist in AWS stay.",
    pitfalls: [
      Pitfall(
        "Provisioning is missing or cannot be ticked",
        cause: "The subscription does not include Advanced Directory, or the API connection is not enabled.",
        remedy: "Enable **API Connection** first; ask OneLogin about the subscription."),
      Pitfall(
        "An event in Activity, Events says that a name is missing or not allowed",
        cause: "AWS needs user name, first, last and display name, and refuses empty ones.",
        remedy: "Fill in the profile and provision the person again."),
    ],
    sources: [.oneLoginGuide, .oneLoginKnowledge("user provisioning", "KB0010298"), .provisioning])

  /// OneLogin's groups are not what AWS means by the word.
  static let createRoles = Step(
    .createOneLoginRoles, "Create the roles in OneLogin from which groups are made",
    by: .idpAdmin, at: .oneLogin("Users", Label("Roles", certainty: .believed)),
    needs: [.addOneLoginApplication],
    why: ["A person can have many roles, but is in one OneLogin group only. So groups for AWS come from roles."],
    warnings: ["Names count to the letter: another case or a blank is another group in AWS."],
    instructions: [
      "Create a role for each group that AWS shall know, spelled exactly as required there, and add its people.",
      "Or create one role for everybody who may use the application, where access is given to single users.",
    ],
    asks: [
      Question(
        .requiredGroups, "Which groups must exist in AWS? Exact names; leave it empty if access is given to users.",
        isOptional: true)
    ],
    handsOn: [.requiredGroups],
    proof: .word(see: "**Users**, **Roles**? lists the role for the application, and for AWS: \(.requiredGroups)"),
    undo: "Delete the roles.",
    sources: [.oneLoginGuide, .oneLoginArticle, .oneLoginKnowledge("user provisioning", "KB0010298")])

  /// Off by default, which is why groups are so often missing.
  static let makeGroupsOfRoles = Step(
    .makeGroupsOfOneLoginRoles, "Send the roles to AWS as groups",
    by: .idpAdmin, at: .oneLoginApplication("Parameters", "Groups"),
    when: .all([.wants(.scim), .present(.requiredGroups)]),
    needs: [.enableOneLoginProvisioning, .createOneLoginRoles],
    why: ["Groups are left out by default. They are made in OneLogin and sent; they cannot be fetched from AWS."],
    instructions: [
      "On **Parameters** open **Groups**, tick **Include in User Provisioning** and choose **Save**.",
      """
      On **Rules**? add a rule with the action **Set Groups in AWS Single Sign-on**?, for each role whose name matches \
      yours, and save it.
      """,
      "Let the rules make no other groups than \(.requiredGroups).",
    ],
    proof: .word(see: "**Groups** in **Parameters** with the tick at **Include in User Provisioning**"),
    undo: "Take the tick away and delete the rule; then delete the groups in AWS, which OneLogin does not.",
    pitfalls: [
      Pitfall(
        "Groups are not provisioned", cause: "**Include in User Provisioning** is not ticked.",
        remedy: "Tick it, save, and choose **Reapply entitlement mappings** in **More Actions**."),
      Pitfall(
        "A group that was deleted in OneLogin is still in AWS",
        cause: "OneLogin does not delete groups over SCIM.",
        remedy: "Delete the group in AWS, so that its access ends too."),
      Pitfall(
        "Synchronisation fails since a group was deleted in AWS",
        cause: "OneLogin still holds the group, by a rule or by an assignment beside the rule.",
        remedy: """
          Remove double rules, delete what is not wanted in AWS, choose **Refresh** below **Entitlements** in \
          **Provisioning**, then **Reapply entitlement mappings**. In future stop sending the group first.
          """),
      Pitfall(
        "OneLogin's general help speaks of importing groups from the application",
        cause: "For other applications it fetches them. For AWS its own article says that this is not possible.",
        remedy: "Make the groups here by roles and rules."),
    ],
    sources: [.oneLoginGuide, .oneLoginArticle])

  /// Who may sign in, and who is provisioned.
  static let assignApplication = Step(
    .assignOneLoginApplication, "Give the roles the application",
    by: .idpAdmin, at: .oneLoginApplication("Access"),
    needs: [
      .registerAWSInOneLogin, .setOneLoginNameID, .enableOneLoginProvisioning, .createOneLoginRoles,
      .makeGroupsOfOneLoginRoles,
    ],
    why: ["Only people with one of these roles can sign in, and with SCIM only they are provisioned."],
    instructions: ["Below **Roles** tick each role whose people may use the application, and choose **Save**."],
    asks: [Question(.pilotUser, "With which person will you try it? Enter the e-mail address.", field: "Email")],
    handsOn: [.pilotUser],
    proof: .word(
      see: "**Access** with the ticks at the **Roles**, and **Users** of the application lists \(.pilotUser)"),
    undo: "Take the ticks away and save.",
    sources: [.oneLoginGuide, .oneLoginKnowledge("user provisioning", "KB0010298")])

  /// Changes of the settings take effect only now.
  static let synchronise = Step(
    .synchroniseOneLogin, "Synchronise people and groups for the first time",
    by: .idpAdmin, at: .oneLoginApplication("Users", "More Actions"),
    when: .wants(.scim), needs: [.assignOneLoginApplication],
    instructions: [
      "On **Users** choose **More Actions**, then **Sync logins**.",
      "Choose **More Actions** again, then **Reapply entitlement mappings**.",
      "Approve what stands as **Pending**? beside the people.",
      "Look at **Activity**, **Events** until the people and groups were provisioned without an error.",
    ],
    proof: .word(see: "**Synchronizing users with AWS Single Sign-On**, then **Mappings are being reapplied**"),
    pitfalls: [
      Pitfall(
        "Nothing is synchronised although every setting is right",
        cause: "An approval is pending, or the entitlement mappings were not reapplied after a change.",
        remedy: "Approve what waits, choose **Reapply entitlement mappings**, and look at **Activity**, **Events**.")
    ],
    sources: [.oneLoginGuide])

  /// From here on provisioning needs nobody.
  static let endApproval = Step(
    .endOneLoginApproval, "Let changes reach AWS without approval",
    by: .idpAdmin, at: .oneLoginApplication("Provisioning"),
    when: .wants(.scim), needs: [.checkUsers, .checkGroups],
    why: ["While deletions wait for an approval, whoever leaves keeps the access."],
    instructions: [
      """
      Below **Require admin approval before this action is performed** take the ticks from **Create user**, \
      **Delete user** and **Update user**.
      """,
      "Choose **Save**.",
    ],
    proof: .word(
      see: "**Require admin approval before this action is performed** without ticks, **Enable provisioning** with one"),
    undo: "Tick them again and save.",
    sources: [.oneLoginGuide])
}
