import Console

/// What can be verified.
enum VerifyCheck: String, Sendable, CaseIterable {
  case scim
  case groups
  case users
  case aws
  case signIn = "sign-in"
}

/// What can be said to `verify`.
struct VerifyOptions: Sendable, Equatable {
  var check: VerifyCheck
  /// The exported list; for the sign-in, its response or event.
  var list: InputFile?
  /// The users that Identity Center has, as an export.
  var identityCenter: InputFile?
  /// The column that is sent as NameID; nil for the maker's own.
  var nameID: String?
  /// The groups that must be there; none: the set-up's.
  var groups: [String] = []
  /// The user that must be there; nil: the set-up's.
  var user: String?
  /// The SCIM endpoint; nil: the set-up's.
  var endpoint: String?
  /// An endpoint on this machine that may be asked as well; the one that is asked where no other is given.
  var allowedEndpoint: String?
  /// Where the token is read from.
  var tokenFile: InputFile?
  /// What prints the token.
  var tokenCommand: TokenCommand?
  /// The day on which the token was made, to be recorded.
  var tokenCreated: String?
  /// Never there: its flag refuses.
  var token: RefusedToken?
  /// The profile of the command `aws`.
  var profile: ProfileName?
  /// Print the policy that asking AWS needs, and ask nothing.
  var printsPolicy = false
  /// Open the pages.
  var opens = false
  var format = ListingFormat.human
}

extension CommandSpec {
  static let verify = CommandSpec(
    "verify",
    summary: CommandWord.verify.summary,
    description: [
      "Without an action all that the set-up has configured is asked, and what is left out is listed.",
      """
      scim and aws ask the SCIM service and AWS, by requests that only read; what will be asked is printed first, and \
      nothing else of Signpost touches the network. What they prove closes steps of the set-up.
      """,
      """
      users and groups judge files: CSV exports of the consoles of Okta, Entra ID, Google Workspace, JumpCloud and others, \
      or JSON of SCIM or of an API: who would not reach AWS, who could not sign in, and which group has another name.
      """,
    ],
    examples: [
      Example("signpost verify scim --token-file token", "whether provisioning works"),
      Example("signpost verify aws --profile admin", "whether AWS is set up as the set-up says"),
      Example("signpost verify users --from users.csv", "whom SCIM would refuse, and why"),
      Example("signpost verify groups --from groups.csv", "whether the set-up's groups are there, in this spelling"),
    ],
    subcommands: [scim, aws, groups, users, signIn],
    alone: .verifyAll)

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
    exitStatuses: [.done, .findings, .badUsage, .couldNot, .inputNeeded],
    options: VerifyOptions(check: .users),
    check: { onceFromStandardInput([$0.list, $0.identityCenter].compactMap(\.self)) },
    command: Command.verify)

  private static let groups = CommandSpec(
    "verify", "groups",
    summary: "whether the required groups are there, spelt exactly",
    description: [
      """
      Without a list the live groups are asked for: those of the SCIM service where a token is given, else those of AWS by \
      the command aws.
      """
    ],
    flags: [
      from, group, endpoint, tokenFile, tokenCommand, token, allowedEndpoint, profile, format,
    ],
    examples: [
      Example("signpost verify groups --profile admin", "the live groups, by the command aws"),
      Example("signpost verify groups --from groups.csv", "the groups that the set-up requires"),
      Example("signpost verify groups --from groups.json --group DevOps --group Managers", "these groups, no set-up"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot, .inputNeeded, .interrupted],
    options: VerifyOptions(check: .groups),
    check: { once($0) },
    command: Command.verify)

  private static let scim = CommandSpec(
    "verify", "scim",
    summary: "whether the SCIM service works, and has the groups",
    description: [
      """
      The token is asked for without being shown, or read from a file that only you can read, from a command or from \
      standard input. It is given to curl by a pipe; it is in no argument, variable, file or journal. Endpoint, groups and \
      user are the set-up's where they are not given.
      """
    ],
    flags: [
      endpoint, tokenFile, tokenCommand, token, group,
      .value("user", "NAME", \.user, .input, "a user name that must be there; else the set-up's"), allowedEndpoint,
      .value("token-created", "DAY", \.tokenCreated, .record, "the day on which the token was made, if it works"),
      format,
    ],
    examples: [
      Example("signpost verify scim", "the set-up's endpoint, groups and user; asks for the token"),
      Example(
        "signpost verify scim --token-command scim-token", "the token from a program, such as a password manager's"),
      Example("signpost verify scim --token-file - --token-created 2026-11-21", "a new token, by standard input"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot, .inputNeeded, .interrupted],
    options: VerifyOptions(check: .scim),
    check: { once($0) },
    command: Command.verify)

  private static let aws = CommandSpec(
    "verify", "aws",
    summary: "whether AWS is set up as the set-up says",
    description: [
      """
      The command aws is asked, with its own credentials: account, organization, instance, Region, users, groups and \
      members, permission sets, assignments, and recorded sign-ins. Every call only reads.
      """
    ],
    flags: [
      profile,
      .toggle("print-policy", \.printsPolicy, .output, "print the IAM policy that this needs, and ask nothing"), format,
    ],
    examples: [
      Example("signpost verify aws --profile admin", "with a profile of ~/.aws/config"),
      Example("signpost verify aws --print-policy", "the least that the profile must be allowed"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot, .interrupted],
    options: VerifyOptions(check: .aws),
    command: Command.verify)

  private static let signIn = CommandSpec(
    "verify", "sign-in",
    summary: "where to sign in by hand, and whether it worked",
    description: [
      "Only a person can sign in. The pages and what they should show are printed; nothing is asked of anybody.",
      """
      With --from the response of the sign-in, or its event of CloudTrail, is judged beside the set-up as diagnose does, \
      its signature with xmlsec1 where that is installed. What it proves closes steps, what it denies makes them stale; the \
      journal keeps the digest of the file and nothing of what stands in it. What is older than a day proves nothing.
      """,
    ],
    flags: [
      .value("from", "FILE", \.list, .input, "the response of the sign-in or its event; - is standard input"),
      .toggle("open", \.opens, .output, "open the pages in the browser"), format,
    ],
    examples: [
      Example("signpost verify sign-in --open", "open the access portal"),
      Example("signpost verify sign-in --from response.txt", "whether AWS takes what the identity provider sent"),
      Example("signpost verify sign-in --from event.json", "whether AWS recorded that the pilot user signed in"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot, .interrupted],
    options: VerifyOptions(check: .signIn),
    check: { $0.list != nil && $0.opens ? "--from judges a file and opens no page; say one of them" : nil },
    command: Command.verify)

  /// One source for the token, and one input from standard input.
  private static func once(_ options: VerifyOptions) -> StyledText? {
    if options.tokenFile != nil, options.tokenCommand != nil {
      return "--token-file and --token-command both give a token; say one of them"
    }
    if options.list != nil, options.tokenFile != nil || options.tokenCommand != nil || options.profile != nil {
      return "--from judges a file and asks nobody; omit the token and the profile, or omit --from"
    }
    return nil
  }

  private static let group: Flag<VerifyOptions> =
    .list("group", "NAME", \.groups, .input, "a group that must be there; else the set-up's")

  private static let endpoint: Flag<VerifyOptions> =
    .value("endpoint", "URL", \.endpoint, .input, "the SCIM endpoint; else the set-up's")

  private static let tokenFile: Flag<VerifyOptions> =
    .value("token-file", "FILE", \.tokenFile, .input, "a file with the token, yours alone (0600); - is standard input")

  private static let tokenCommand: Flag<VerifyOptions> =
    .value("token-command", "CMD", \.tokenCommand, .input, "a program that prints the token; no shell runs it")

  private static let token: Flag<VerifyOptions> =
    .value("token", "TOKEN", \.token, .input, "always refused: others would see it, and the shell would keep it")

  private static let allowedEndpoint: Flag<VerifyOptions> =
    .value("allow-endpoint", "URL", \.allowedEndpoint, .input, "an endpoint on 127.0.0.1 or [::1], for tests")

  private static let profile: Flag<VerifyOptions> =
    .value("profile", "NAME", \.profile, .input, "the profile of the command aws")

  private static let from: Flag<VerifyOptions> =
    .value("from", "FILE", \.list, .input, "the exported list, CSV or JSON; - is standard input")

  private static let format: Flag<VerifyOptions> =
    .value("format", "FORMAT", \.format, .output, "for people or for programs")
}
