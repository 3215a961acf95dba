extension IdentityCenterSpine {
  /// What people may do.
  var createPermissionSet: Step {
    Step(
      .createPermissionSet, "Create a permission set",
      by: .awsAdmin,
      at: .identityCenter(
        "Multi-account permissions", "Permission sets", "Create permission set",
        or: [
          .init(
            "consoles of 2020",
            ["AWS accounts", "AWS organization", "Assign users", "Next: Permission sets", "Create new permission set"])
        ]),
      needs: [.enableIdentityCenter],
      why: [
        """
        A permission set is a bundle of policies: managed by AWS, managed by you, or written for it. In each account to \
        which it is assigned it becomes an IAM role whose name begins with `AWSReservedSSO_`.
        """,
        """
        What is to last is best kept as code, under version control: Terraform, CloudFormation, or a script around \
        `aws sso-admin create-permission-set` and `aws sso-admin create-account-assignment`; events and Lambda functions \
        can go further.
        """,
      ],
      warnings: [
        "Whoever has the permission set has it at once. `ReadOnlyAccess` is enough to see that the sign-in works.",
        "Whatever makes permission sets for all accounts acts in the management account: give it the least that it needs.",
      ],
      instructions: [
        """
        For the pilot choose **Predefined permission set** and **ReadOnlyAccess**. More, such as **AdministratorAccess** or a \
        **Custom permission set**, can follow in the same way.
        """,
        """
        Consoles of 2020 say **Use an existing job function policy** or **Create a custom permission set**, then \
        **Next: Details** and **Create**.
        """,
        "Keep the session at 1 hour or set what you need, up to 12 hours, and choose **Create**.",
      ],
      asks: [Question(.permissionSets, "Which permission sets will be assigned? Names, exactly as listed.")],
      proof: .word(see: "**Permission sets** lists \(.permissionSets)"),
      undo: "Delete the permission set after its assignments.",
      pitfalls: [
        Pitfall(
          "Cannot perform the operation on the protected role 'AWSReservedSSO_…'",
          cause: "These roles belong to IAM Identity Center.",
          remedy: "Change the permission set instead of the role.")
      ],
      sources: [
        idp.guide, .troubleshooting,
        SourceReference(
          "AWS CLI Command Reference: sso-admin", "https://docs.aws.amazon.com/cli/latest/reference/sso-admin/",
          checked: "2026-11"),
        SourceReference(
          "A CloudFormation template for permission sets and assignments, as an example",
          "https://github.com/pozeus/aws-sso-management", checked: "2026-11"),
      ])
  }

  /// Who may do it where.
  var assignAccountAccess: Step {
    Step(
      .assignAccountAccess, "Assign the permission set in a pilot account",
      by: .awsAdmin,
      at: .identityCenter(
        "Multi-account permissions", "AWS accounts",
        or: [.init("consoles of 2020", ["AWS accounts", "AWS organization", "Assign users", "Next: Permission sets"])]),
      needs: [.createPermissionSet, .checkUsers, .checkGroups, .createUsersByHand, idp.assignsUsers]
        + idp.makesGroups,
      why: [
        "A user without an assignment signs in and sees an empty portal.",
        "An assignment says who has which permissions in which account: a group or user, a permission set, an account.",
      ],
      warnings: [
        "Assign groups rather than single users; for the management account AWS advises users.",
        "Only the management account can change permission sets that are provisioned in the management account.",
      ],
      instructions: [
        "Tick the account and choose **Assign users or groups**.",
        "On the tab **Groups** tick a group of \(.pilotUser), or on **Users** the user, and choose **Next**.",
        "Tick a permission set of \(.permissionSets), choose **Next**, then **Submit**.",
      ],
      asks: [Question(.pilotAccount, "To which account was access given?")],
      proof: .word(see: "**AWS accounts** shows one of \(.permissionSets) beside the account"),
      undo:
        "Open the account in **AWS accounts** and remove the assignment; do so after the trial if it was only for it.",
      pitfalls: [
        Pitfall(
          "You cannot delete/modify/remove/assign access to permission sets provisioned in the management account",
          cause: "You are signed in to a delegated administrator account.",
          remedy: "Do it in the management account.")
      ],
      wait: Wait(
        """
        The page says that the account is being configured, and reports when it is done. In 2020 it said: We have \
        successfully configured your AWS account. Your users can access this AWS account with the permissions you \
        assigned.
        """, atMost: 10),
      sources: [idp.guide, .delegation, .troubleshooting])
  }
}
