extension IdentityCenterSpine {
  /// Opens the identity store for the provider; the token is seen once.
  var enableSCIM: Step {
    Step(
      .enableSCIM, "Enable automatic provisioning and take the token",
      by: .awsAdmin, at: .identityCenter("Settings", "Automatic provisioning", "Enable"),
      when: .wants(.scim), needs: [.changeIdentitySource],
      why: [
        "There is no provisioning at sign-in: a person must exist in IAM Identity Center before the first sign-in.",
        """
        With automatic provisioning people\(text: idp.sendsGroups ? " and groups" : "") are added, changed and deactivated \
        in AWS by themselves, as they change at \(text: idp.name).
        """,
      ],
      warnings: [
        "Have the secret store open before you begin. The token is shown once, in this dialog only.",
        "The token lives for one year. When it has expired, provisioning stops without a message, and whoever leaves keeps the access.",
        "An instance can have two tokens at a time. That is what makes a renewal without a gap possible.",
        """
        Afterwards users and groups can no longer be added or edited in this console. Users made by hand before are \
        taken over only where their user name equals the one that \(text: idp.name) sends.
        """,
      ],
      instructions: [
        "Choose **Enable** in the box **Automatic provisioning**.",
        "In **Inbound automatic provisioning** copy **SCIM endpoint**.",
        "Choose **Show token**, copy **Access token** straight into the secret store, then choose **Close**.",
        "Give the \(text: idp.administrator) the SCIM endpoint and access to the entry of the secret store.",
      ],
      asks: [
        Question(.scimEndpoint, "What is the SCIM endpoint?", field: "SCIM endpoint"),
        Question(.scimTokenCreated, "On which day was the token created? Do not enter the token itself."),
      ],
      handsOn: [.scimEndpoint, .scimTokenExpires],
      proof: .value(.scimEndpoint),
      undo: """
        In **Actions**, **Manage provisioning**, delete the tokens first, then disable automatic provisioning. Users and \
        groups that were provisioned stay.
        """,
      pitfalls: [
        Pitfall(
          "The box Automatic provisioning is missing",
          cause: "Provisioning is on already, from a former identity provider.",
          remedy: """
            Read the endpoint in **Actions**, **Manage provisioning**, and choose **Generate token** there; delete the \
            former token when the former provider has stopped.
            """, certainty: .believed),
        Pitfall(
          "The token was lost", cause: "It is shown only once, in the dialog in which it is created.",
          remedy: """
            In **Actions**, **Manage provisioning**, choose **Generate token**, and delete the lost one. The endpoint \
            can be read there again.
            """),
        Pitfall(
          "Refused to create a new, duplicate resource",
          cause: "A user name, primary e-mail address, external id or group name exists already, often made by hand.",
          remedy: "Make the user names equal, so that the record is taken over, or delete the older record."),
        Pitfall(
          "Users or groups differ from the identity provider although provisioning works",
          cause: "The Identity Store API can still write, and SCIM only sends what changed.",
          remedy: """
            Let nobody else have `identitystore:Create*`, `identitystore:Update*` and `identitystore:Delete*`\
            \(text: idp.sendsGroups ? "" : ", but for whoever makes the groups in AWS"), and synchronise anew. A service \
            control policy can deny them in a delegated administrator account; none restrains the management account.
            """),
      ],
      sources: [.provisioning, .tokenRotation, .tokenCreation, .troubleshooting])
  }

  /// The way for those who want no SCIM.
  var createUsersByHand: Step {
    Step(
      .createUsersByHand, "Create the users and groups in AWS by hand",
      by: .awsAdmin, at: .identityCenter("Users"),
      when: .not(.wants(.scim)), needs: [.changeIdentitySource, idp.assignsUsers],
      why: ["Without SCIM nobody tells AWS who exists, and whoever does not exist there cannot sign in."],
      warnings: ["The user name must equal the NameID that \(text: idp.name) sends. The e-mail field does not count."],
      instructions: [
        "Choose **Add user**? and enter \(.pilotUser) as the user name, with first, last and display name.",
        "Create the groups that you need, spelled exactly as planned, and add the users.",
        "Copy the user name from the list.",
      ],
      proof: .shown([.pilotUser]),
      undo: "Delete the users and groups.",
      sources: [.usersAndGroups, .troubleshooting])
  }

  /// The first sign that provisioning works.
  var checkUsers: Step {
    Step(
      .checkUsers, "See the users arrive in AWS",
      by: .awsAdmin, at: .identityCenter("Users"),
      when: .wants(.scim), needs: [idp.connectsSCIM, idp.assignsUsers] + idp.provisionsOtherwise,
      instructions: [
        "Look for \(.pilotUser) in the list; **Created by** says `SCIM`, and in **Settings** **Provisioning method** does.",
        "Copy the user name as the list shows it.",
      ],
      proof: .shown([.pilotUser]),
      pitfalls: [
        Pitfall(
          "The user appears but sees nothing in the portal",
          cause: "Being known gives no rights; a permission set and an assignment do.",
          remedy: "Go on with the steps that give access."),
        Pitfall(
          "2 validation errors detected: Value at 'name.givenName' failed to satisfy constraint",
          cause: "First or last name is empty or has characters that are not allowed.",
          remedy: "Fill in first, last and display name at \(text: idp.name) and try again."),
        Pitfall(
          "List attribute emails exceeds allowed limit of 1",
          cause: "More than one e-mail address, phone number or address is mapped.",
          remedy: "Map one value for each."),
      ],
      sources: [.reconciling, .troubleshooting])
  }

  /// Names must be equal to the last letter.
  func checkGroups(after pushes: StepID) -> Step {
    Step(
      .checkGroups, "See the groups arrive in AWS, with their members",
      by: .awsAdmin, at: .identityCenter("Groups"),
      when: .all([.wants(.scim), .present(.requiredGroups)]), needs: [pushes, .checkUsers],
      why: ["Assignments and infrastructure code look groups up by name; another spelling is another group."],
      instructions: [
        "Compare the list with \(.requiredGroups): upper and lower case count, and so do blanks.",
        "Open each group and see that its members are there. Groups inside groups do not exist here.",
        "Copy the group names as the list shows them.",
      ],
      proof: .shown([.requiredGroups]),
      pitfalls: [
        Pitfall(
          "A group is not found although it is in the list",
          cause: "The name differs in case or in a blank.",
          remedy: "Rename the group at \(text: idp.name), not in AWS.", certainty: .believed),
        Pitfall(
          "Members of an inner group are missing", cause: "IAM Identity Center has no nested groups.",
          remedy: "Provision the inner groups themselves."),
        Pitfall(
          "Someone is in the assigned group but has no access",
          cause: "The user or group was deleted and created again, and has another internal id now.",
          remedy: "Remove the assignment and make it again. Delete at \(text: idp.name) first in future."),
      ],
      sources: [.reconciling, .usersAndGroups, .troubleshooting])
  }
}
