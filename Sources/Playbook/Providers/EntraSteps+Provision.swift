extension EntraSteps {
  /// Entra gets the address and the key to the identity store.
  static let connectSCIM = Step(
    .connectEntraToSCIM, "Enter the SCIM endpoint and the token in Entra",
    by: .idpAdmin, at: .entraApplication("Provisioning", "Manage", "Provisioning"),
    when: .wants(.scim), needs: [.enableSCIM, .addEntraApplication, .setEntraNameID],
    why: ["Entra writes users and groups with this token until it expires, on \(.scimTokenExpires)."],
    instructions: [
      "Set **Provisioning Mode** to **Automatic** and open **Admin Credentials**.",
      "Enter the SCIM endpoint into **Tenant URL**, and the token into **Secret Token**.",
      "Choose **Test Connection** and wait for the message.",
      """
      Enter who shall hear of failures into **Notification Email**, and tick \
      **Send an email notification when a failure occurs**.
      """,
      "Choose **Save**. Do not start provisioning yet: mappings and assignments come first.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: "Tenant URL", .withoutTrailingSlash),
      Paste(.scimToken, into: "Secret Token"),
    ],
    proof: .word(
      see: "after **Test Connection** a message says that the credentials are authorized to enable provisioning"),
    undo: "Stop provisioning, and delete the token in AWS.",
    pitfalls: [
      Pitfall(
        "Test Connection fails", cause: "The token is wrong, deleted or expired, or the endpoint is not whole.",
        remedy: "Make another token in AWS, copy both values again, and choose **Test Connection**."),
      Pitfall(
        "Provisioning is in quarantine",
        cause: """
          Most calls failed, as they do with an expired token. Entra then tries ever more rarely, in the end once a day, \
          and switches provisioning off after four weeks.
          """,
        remedy: "Enter a new token, choose **Test Connection** and **Save**, then **Restart provisioning**."),
    ],
    sources: [.entraGuide, .entraProvisioning, .entraQuarantine])

  /// AWS takes one value of each and refuses what it does not know.
  static let mapUsers = Step(
    .mapEntraUsers, "Map what AWS takes of a user, and no more",
    by: .idpAdmin,
    at: .entraApplication(
      "Provisioning", "Mappings",
      Label(
        "Provision Microsoft Entra ID Users",
        formerly: [
          "Synchronize Microsoft Entra users to AWS IAM Identity Center",
          "Synchronize Azure Active Directory Users to customappsso",
        ])),
    when: .wants(.scim), needs: [.connectEntraToSCIM],
    why: ["Many attributes are mapped at first. One with two values, or a refused character, leaves the person out."],
    instructions: [
      """
      Keep `userName`, `active`, `displayName`, `emails[type eq "work"].value`, `name.givenName` and `name.familyName`.
      """,
      """
      Map `objectId` to `externalId`, and change the source where something else is mapped: an object id never changes, so \
      AWS knows the person again under a new name.
      """,
      "Delete what you do not need. Of telephone numbers and addresses at most one each may stay.",
      "See that only `userName` is a matching attribute, and that its source is what Entra sends as NameID.",
      """
      Where people have no mailbox, `mail` is empty: take `userPrincipalName` as the source of \
      `emails[type eq "work"].value` then.
      """,
      "See that first, last and display name are filled, without tabs, line breaks or any of `< > ; : %`. Choose **Save**.",
    ],
    proof: .word(
      see: """
        the mapping lists `userName`, `active`, `displayName`, `emails[type eq "work"].value`, `name.givenName`, \
        `name.familyName` and `externalId`, and besides only what you chose to keep
        """),
    undo: "Restore the default mappings.",
    pitfalls: [
      Pitfall(
        "Request is unparsable, syntactically incorrect, or violates schema",
        cause: """
          An attribute has several values (CloudTrail: `Currently list attributes only allow single item`), a name is \
          empty, or a value has a refused character.
          """,
        remedy: "Delete the mappings of further telephone numbers and addresses; fill in and clean the names."),
      Pitfall(
        "People without a mailbox are skipped", cause: "Their `mail` is empty, and it is the source of the address.",
        remedy: "Take `userPrincipalName` as the source."),
      Pitfall(
        "An attribute was emptied in Entra, and AWS still has it", cause: "Entra does not send removals.",
        remedy: "Give it another value, or clear it in AWS over the Identity Store API."),
      Pitfall(
        "A guest arrives with #EXT# in the user name", cause: "`userName` is mapped from the user principal name.",
        remedy: "Map `userName` by an expression that gives `mail` for guests, equal to their Name ID.",
        certainty: .believed),
    ],
    sources: [.entraProvisioning, .entraGuide, .provisioning, .troubleshooting])

  /// Groups have three attributes.
  static let mapGroups = Step(
    .mapEntraGroups, "See that groups are provisioned with their members",
    by: .idpAdmin,
    at: .entraApplication(
      "Provisioning", "Mappings",
      Label(
        "Provision Microsoft Entra ID Groups",
        formerly: ["Synchronize Microsoft Entra groups to AWS IAM Identity Center"])),
    when: .wants(.scim), needs: [.connectEntraToSCIM],
    instructions: [
      "Keep `displayName` as the matching attribute, `externalId` and `members`.",
      "Leave the mapping enabled, and choose **Save**.",
    ],
    proof: .word(see: "the mapping lists `displayName`, `externalId` and `members`"),
    undo: "Restore the default mappings.",
    sources: [.entraProvisioning])
}
