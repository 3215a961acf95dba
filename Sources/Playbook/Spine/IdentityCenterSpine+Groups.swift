extension StepID {
  static let createGroupsByCommand: StepID = "create-groups-by-command"
}

/// Groups where the provider provisions people only: they are made in AWS, and stay the AWS administrator's work.
extension IdentityCenterSpine {
  /// The console makes no groups while SCIM is on, the Identity Store API does.
  ///
  /// - Parameters:
  ///   - choice: the step that asks for the required groups.
  ///   - others: what else must hold for groups to be made in this way.
  func createGroupsByCommand(after choice: StepID, when others: [Condition] = []) -> Step {
    Step(
      .createGroupsByCommand, "Create the groups in AWS by command, and put people into them",
      by: .awsAdmin, at: ConsolePath("terminal with AWS CLI version 2"),
      when: .all([.wants(.scim), .present(.requiredGroups)] + others), needs: [choice, .checkUsers],
      why: [
        "\(text: idp.name) provisions people and no groups, and the console of AWS makes none while SCIM is on."
      ],
      warnings: [
        "Memberships made in this way are not kept up by anybody: whoever changes team has to be moved here too."
      ],
      instructions: [
        """
        Signed in to the management account with the Region \(.region), run \
        `STORE=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text)`.
        """,
        "Run `echo $STORE`: it must print \(.identityStoreID).",
        """
        For each of \(.requiredGroups) run `aws identitystore create-group --identity-store-id $STORE \
        --display-name "NAME"` and note the `GroupId`.
        """,
        """
        For each member run `aws identitystore list-users --identity-store-id $STORE --query \
        "Users[?UserName=='USER'].UserId" --output text`.
        """,
        """
        Run `aws identitystore create-group-membership --identity-store-id $STORE --group-id GROUP --member-id \
        UserId=USERID` for each member.
        """,
        "List them: `aws identitystore list-group-memberships --identity-store-id $STORE --group-id GROUP`.",
      ],
      proof: .word(
        see: "`list-group-memberships` prints a `MembershipId` for each member of each group of \(.requiredGroups)"),
      undo: "Run `aws identitystore delete-group --identity-store-id $STORE --group-id GROUP` after its assignments.",
      pitfalls: [
        Pitfall(
          "A group cannot be created in the console",
          cause: "The identity source is external and SCIM is on, so that users and groups are read-only there.",
          remedy: "Use these commands, the API, or Terraform."),
        Pitfall(
          "Groups that Terraform made stay empty",
          cause: """
            Cloud Posse's component says that people fill them by themselves; AWS's page says that no groups and no \
            memberships come from \(text: idp.name).
            """,
          remedy: "Believe AWS: make the memberships by command, or have a tool synchronise them."),
        .groupListsDiffer,
      ],
      sources: [idp.guide, .reconciling, .identityCenterComponent])
  }

  /// Names must be equal to the last letter, whoever typed them.
  func checkGroupsMadeInAWS(after makers: [StepID]) -> Step {
    Step(
      .checkGroups, "See the groups in AWS, with their members",
      by: .awsAdmin, at: .identityCenter("Groups"),
      when: .all([.wants(.scim), .present(.requiredGroups)]), needs: makers + [.checkUsers],
      why: ["Assignments and infrastructure code look groups up by name; another spelling is another group."],
      instructions: [
        "Compare the list with \(.requiredGroups): upper and lower case count, and so do blanks.",
        "Open each group and see that its members are there. Groups inside groups do not exist here.",
        "Copy the group names as the list shows them.",
      ],
      proof: .shown([.requiredGroups]),
      pitfalls: [
        Pitfall(
          "A group is not found although it is in the list", cause: "The name differs in case or in a blank.",
          remedy: "Give it the required name where it was made: in AWS, or in the source of what copies it.",
          certainty: .believed),
        Pitfall(
          "Someone is in the assigned group but has no access",
          cause: "The user or group was deleted and created again, and has another internal id now.",
          remedy: "Remove the assignment and make it again."),
      ],
      sources: [.reconciling, .usersAndGroups, .troubleshooting])
  }
}

extension Pitfall {
  /// Two editions of one guide name different groups; neither is right for everybody.
  static let groupListsDiffer = Pitfall(
    "Cloud Posse's component aws-sso fails because a group does not exist",
    cause: """
      It looks each group up by its exact name. The newer guide names `Managers`, `DevOps`, `Developers` and \
      `BillingAdmin`; the older one has no `Managers` but `Everyone`.
      """,
    remedy: """
      Take the names from your own `stacks/catalog/aws-sso.yaml`. Where it still names `Everyone`, make that group too, \
      or take it out of the file.
      """)
}

extension SourceReference {
  static let identityCenterComponent = SourceReference(
    "Cloud Posse component for IAM Identity Center",
    "https://github.com/cloudposse-terraform-components/aws-identity-center", checked: "2026-11")
}
