extension GenericSteps {
  /// The provider gets the address and the key to the identity store.
  static let connectSCIM = Step(
    .connectProviderToSCIM, "Enter the SCIM endpoint and the token at the identity provider",
    by: .idpAdmin, at: .genericApplication,
    when: .wants(.scim), needs: [.enableSCIM, .createSAMLApplication, .setProviderNameID],
    why: ["The provider writes users and groups with this token until it expires, on \(.scimTokenExpires)."],
    warnings: [
      "AWS can copy the endpoint with a slash at its end. Most providers put `/Users` behind it: enter it without."
    ],
    instructions: [
      "Enter the SCIM endpoint without its last slash as SCIM base URL, and the token as bearer token.",
      "Where a kind of authentication is asked for, it is OAuth bearer token, sent in the header `Authorization`.",
      "Test the connection where the console can, save, and copy the SCIM base URL as it is shown now.",
      "authentik: a SCIM provider with **Compatibility Mode** `AWS`, entered in **Backchannel providers**.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: Label("SCIM base URL", certainty: .believed), .withoutTrailingSlash),
      Paste(.scimToken, into: Label("SCIM bearer token", certainty: .believed)),
    ],
    proof: .shown([.scimEndpoint]),
    undo: "Turn provisioning off at the provider; users that exist in AWS stay.",
    pitfalls: [
      Pitfall(
        "The provider reports 401 or UnauthorizedException",
        cause: "The token is wrong, deleted or expired, or the endpoint is another instance's.",
        remedy: "Enter both again; if that does not help, make another token in AWS."),
      Pitfall(
        "The provider reports 429", cause: "AWS takes 25 changes a second.",
        remedy: "Let it repeat what failed, or slow it down."),
      Pitfall(
        "The provider searches for users with a filter and fails",
        cause: "AWS knows the filters `eq` and `and` only, and no bulk operations.",
        remedy: "Turn other filters and bulk operations off, or look for a setting made for AWS."),
    ],
    sources: [.provisioning, .scimUsers, .scimLimits, .authentikAWS])

  /// AWS takes one value of each and refuses what it does not know.
  static let mapAttributes = Step(
    .mapProviderAttributes, "Map the attributes that SCIM sends",
    by: .idpAdmin, at: .genericApplication,
    when: .wants(.scim), needs: [.connectProviderToSCIM],
    why: ["A person whose profile AWS refuses is left out, and nobody else notices."],
    instructions: [
      "Map `userName` to the attribute that is sent as NameID, and match existing users by `userName` alone.",
      "Map `name.givenName`, `name.familyName` and `displayName`; none of them may be empty.",
      "Map at most one of `emails`, marked as primary, and one each of `phoneNumbers`, `addresses` and `roles`.",
      "Map `externalId` to an id that never changes.",
      """
      Delete `password`, `ims`, `photos`, `x509Certificates`, `entitlements`, the `groups` of users and \
      `manager.displayName`.
      """,
      "Choose what happens to people who leave: disabling them keeps what they are assigned to.",
    ],
    proof: .word(
      see: "`userName`, `name.givenName`, `name.familyName` and `displayName` in the mapping, and no `photos`"),
    pitfalls: [
      Pitfall(
        "The provider reports 400 or ValidationException",
        cause: "An attribute is empty, has several values, or is one that AWS does not know, such as `photos`.",
        remedy: "Map as said here. Keep the characters `< > ; : %` out of what is mapped."),
      Pitfall(
        "Changes of group members are refused",
        cause: "AWS takes up to 100 members in a request, and does not take `replace` on members.",
        remedy: "Use a provider's setting for AWS, such as authentik's **Compatibility Mode**; else make groups in AWS."
      ),
    ],
    sources: [.provisioning, .scimUsers, .scimLimits, .troubleshooting, .authentikAWS])

  /// Names are decided here and compared later.
  static let createGroups = Step(
    .createProviderGroups, "Decide on the groups, and create them at the identity provider",
    by: .idpAdmin, at: ConsolePath("Admin console of the identity provider"),
    needs: [.createSAMLApplication],
    why: ["Whoever belongs to a group gets the group's access in AWS, without further work there."],
    warnings: ["Names count to the letter: another case or a blank is another group in AWS."],
    instructions: [
      "Create the groups that AWS shall know, spelled exactly as required there, and add their members.",
      "Do not nest them: AWS knows no groups in groups.",
      "Where the provider cannot send groups, write down who belongs to which; they are made in AWS then.",
    ],
    asks: [
      Question(
        .requiredGroups, "Which groups must exist in AWS? Exact names; leave it empty if access is given to users.",
        isOptional: true)
    ],
    handsOn: [.requiredGroups],
    proof: .word(see: "the provider's list of groups, or your own list, with: \(.requiredGroups)"),
    undo: "Delete the groups.",
    sources: [.usersAndGroups, .provisioning])

  /// Who may sign in, and who is provisioned.
  static let assignApplication = Step(
    .assignSAMLApplication, "Let people use the application",
    by: .idpAdmin, at: .genericApplication,
    needs: [.registerAWSAtProvider, .setProviderNameID, .mapProviderAttributes, .createProviderGroups],
    why: ["Most providers let only assigned people sign in, and provision only them."],
    warnings: [
      "Where the provider assigns nobody, everybody can sign in who exists in AWS. Decide whether you want that."
    ],
    instructions: [
      "Assign the application to the groups or people who shall use it, or to everybody if that is wanted.",
      "AD FS: the access control policy of the relying party trust decides. Duo: the groups of the application do.",
    ],
    asks: [Question(.pilotUser, "With which person will you try it? Enter the text that is sent as NameID.")],
    handsOn: [.pilotUser],
    proof: .word(see: "\(.pilotUser) among the people of **AWS IAM Identity Center**, or in an assigned group"),
    undo: "Remove the assignment.",
    sources: [.connecting, .demands, .adFSTrust, .duoAWS])

  /// Not every provider can.
  static let pushGroups = Step(
    .pushProviderGroups, "Have the identity provider send the groups",
    by: .idpAdmin, at: .genericApplication,
    when: .all([.wants(.scim), .present(.requiredGroups)]),
    needs: [.mapProviderAttributes, .assignSAMLApplication, .createProviderGroups],
    instructions: [
      "Choose \(.requiredGroups) for provisioning, and wait for the next run.",
      "Where the provider sends people only, tell the AWS administrator: the groups are made in AWS by the step for that.",
    ],
    proof: .word(see: "each of \(.requiredGroups) among what is provisioned, or no place for groups in the console"),
    undo: "Stop sending the group first, then delete it in AWS.",
    pitfalls: [
      Pitfall(
        "A group is refused because it exists", cause: "A group of the same name was made in AWS before.",
        remedy: "Delete the group in AWS before it has assignments, and have it sent again.")
    ],
    sources: [.provisioning, .usersAndGroups, .scimLimits])
}
