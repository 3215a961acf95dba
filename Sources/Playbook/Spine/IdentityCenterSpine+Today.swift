extension StepID {
  static let seeIdentitySource: StepID = "see-identity-source"
  static let namePermissionSets: StepID = "name-permission-sets"
}

/// What is there before anything is done.
extension IdentityCenterSpine {
  /// The first question: it decides which flow is the right one.
  var seeIdentitySource: Step {
    Step(
      .seeIdentitySource, "See what signs people in to AWS today",
      by: .awsAdmin, at: .identityCenter("Settings", "Identity source"),
      why: [
        """
        A change of the identity source changes sign-in for everybody at once; coming from Active Directory it deletes \
        users, groups and assignments.
        """
      ],
      instructions: [
        "Open **Settings**, **Identity source** in the Region of the instance. Where **Enable** is offered, it is `unused`.",
        """
        **Identity Center directory**?: `unused` while it holds nobody who works with it, else `directory`. \
        **Active Directory**?: `active-directory`.
        """,
        "**External identity provider**: `this-idp` where it is \(text: idp.name), else `other-idp`.",
      ],
      asks: [
        Question(
          .identitySource,
          "What signs people in today: `unused`, `directory`, `active-directory`, `other-idp` or `this-idp`?",
          field: "Identity source")
      ],
      proof: .value(.identitySource),
      sources: [.identitySource])
  }

  /// Permission sets that exist need no making.
  var namePermissionSets: Step {
    Step(
      .namePermissionSets, "Name the permission sets that are in use",
      by: .awsAdmin, at: .identityCenter("Multi-account permissions", "Permission sets"),
      instructions: ["Look at the list and choose those that people sign in with."],
      asks: [Question(.permissionSets, "Which permission sets are assigned? Names, exactly as listed.")],
      proof: .word(see: "**Permission sets** lists \(.permissionSets)"),
      sources: [idp.guide])
  }
}
