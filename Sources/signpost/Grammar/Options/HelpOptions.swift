/// What can be said to `help`, and what `--help` says.
struct HelpOptions: Sendable, Equatable {
  /// The words of a command, or the name of a topic; empty: the overview.
  var topic: [String] = []
}

/// A subject of `help` that is no command.
enum HelpTopic: String, Sendable, CaseIterable {
  case configuration
  case environment
  case exitStatus = "exit-status"
  case formats

  var summary: String {
    switch self {
    case .configuration: "the file .signpost.json: what may stand in it"
    case .environment: "the environment variables that are read"
    case .exitStatus: "what each exit status means"
    case .formats: "what each --format is, and where it is described"
    }
  }
}

extension CommandSpec {
  static let help = CommandSpec(
    "help",
    summary: CommandWord.help.summary,
    arguments: [
      .any("topic", \.topic, "a command, such as step done, or a topic, such as exit-status; none: the overview")
        .offering { CommandWord.allCases.map(\.rawValue) + Grammar.signpost.topics.map(\.rawValue) }
    ],
    examples: [
      Example("signpost help validate", "the same as signpost validate --help"),
      Example("signpost help exit-status", "what each exit status means"),
    ],
    exitStatuses: [.done, .badUsage],
    options: HelpOptions(),
    command: Command.help)
}
