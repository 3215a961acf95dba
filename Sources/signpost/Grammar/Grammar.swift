import Console

/// The command line as one value: parsing, help, completions and the manual page are all read from it.
struct Grammar: Sendable {
  /// The word that starts everything.
  let program: String
  /// What the program is for, in one sentence.
  let summary: String
  /// The flags that every command takes.
  let everywhere: [Flag<Everywhere>]
  /// What to try first.
  let examples: [Example]
  /// Subjects of `help` that are no commands.
  let topics: [HelpTopic]

  /// The command or subcommand at a path such as `["step", "done"]`; nil where there is none.
  func command(at path: [String]) -> CommandSpec? {
    guard let first = path.first, var found = CommandWord(rawValue: first)?.spec else { return nil }
    for word in path.dropFirst() {
      guard let next = found.subcommands.first(where: { $0.name == word }) else { return nil }
      found = next
    }
    return found
  }

  /// The commands, in the order in which they are presented.
  var commands: [CommandSpec] { CommandWord.allCases.map(\.spec) }

  /// Every command and subcommand.
  var allCommands: [CommandSpec] { commands.flatMap { [$0] + $0.subcommands } }
}

extension Grammar {
  /// Signpost's command line.
  static let signpost: Grammar = Grammar(
    program: "signpost",
    summary: "Signpost connects an external identity provider to AWS IAM Identity Center.",
    everywhere: Everywhere.flags,
    examples: [
      Example("signpost setup okta", "start or resume the guided set-up for Okta"),
      Example("signpost validate idp.xml aws.xml", "judge both metadata files, and whether they match"),
      Example("signpost status", "what is done, and what is next"),
    ],
    topics: HelpTopic.allCases)
}
