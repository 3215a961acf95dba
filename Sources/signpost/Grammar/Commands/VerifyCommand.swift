/// What can be verified.
enum VerifyCheck: String, Sendable, CaseIterable {
  case users
  case groups
}

/// What can be said to `verify`.
struct VerifyOptions: Sendable, Equatable {
  var check: VerifyCheck
  /// The exported list.
  var list: InputFile?
  /// The users that Identity Center has, as an export.
  var identityCenter: InputFile?
  /// The column that is sent as NameID; nil for the maker's own.
  var nameID: String?
  /// The groups that must be there; none: the set-up's.
  var groups: [String] = []
  var format = ListingFormat.human
}

extension CommandSpec {
  static let verify = CommandSpec(
    "verify",
    summary: "judge exported lists of users and groups",
    description: [
      """
      Who would not reach AWS, who could not sign in, and which group has another name, from files alone: CSV exports of \
      the consoles of Okta, Entra ID, Google Workspace, JumpCloud and others, or JSON of SCIM or of an API. Nothing is \
      sent anywhere.
      """
    ],
    examples: [
      Example("signpost verify users --from users.csv", "whom SCIM would refuse, and why"),
      Example("signpost verify groups --from groups.csv", "whether the set-up's groups are there, in this spelling"),
    ],
    subcommands: [users, groups])

  private static let users = CommandSpec(
    "verify", "users",
    summary: "whom AWS would refuse, and who could not sign in",
    description: [
      """
      Which column is sent as user name and NameID follows from the columns that there are: login for Okta, \
      userPrincipalName for Entra ID, the e-mail address for Google Workspace, JumpCloud and OneLogin, userName for SCIM. \
      Users that are suspended are not judged.
      """
    ],
    flags: [
      from,
      .value("identity-center", "FILE", \.identityCenter, .input, "the users of Identity Center, to preview sign-ins"),
      .value("name-id", "COLUMN", \.nameID, .judgement, "the column that is sent as NameID"), format,
    ],
    examples: [
      Example("signpost verify users --from users.csv", "whom SCIM would refuse, and why"),
      Example(
        "signpost verify users --from idp.csv --identity-center aws.json --name-id mail",
        "who could not sign in if the e-mail address were sent"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot],
    options: VerifyOptions(check: .users),
    check: { onceFromStandardInput([$0.list, $0.identityCenter].compactMap(\.self)) },
    command: Command.verify)

  private static let groups = CommandSpec(
    "verify", "groups",
    summary: "whether the required groups are there, spelt exactly",
    flags: [
      from, .list("group", "NAME", \.groups, .input, "a group that must be there; else the set-up's"), format,
    ],
    examples: [
      Example("signpost verify groups --from groups.csv", "the groups that the set-up requires"),
      Example("signpost verify groups --from groups.json --group DevOps --group Managers", "these groups, no set-up"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot],
    options: VerifyOptions(check: .groups),
    command: Command.verify)

  private static let from: Flag<VerifyOptions> =
    .value("from", "FILE", \.list, .input, "the exported list, CSV or JSON; - is standard input")

  private static let format: Flag<VerifyOptions> =
    .value("format", "FORMAT", \.format, .output, "for people or for programs")
}
