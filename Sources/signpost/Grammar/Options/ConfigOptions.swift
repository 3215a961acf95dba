/// What can be said to `config explain`.
struct ConfigOptions: Sendable, Equatable {
  /// What `validate` would be given.
  var validate = ValidateOptions()
  var format = ListingFormat.human
}

extension ConfigOptions {
  /// The flags of `validate`. How and where it reports is said by its variables alone, for the explanation has a form of
  /// its own.
  static let flags: [Flag<ConfigOptions>] = ValidateOptions.flags.map { flag in
    let own = flag.name == "format" || flag.name == "output" ? flag.hidden(as: "validate-" + flag.name) : flag
    return own.lifted(to: \.validate)
  }
}

extension CommandSpec {
  static let config = CommandSpec(
    "config",
    summary: CommandWord.config.summary,
    examples: [Example("signpost config explain", "every value, and where it comes from")],
    subcommands: [
      CommandSpec(
        "config", "explain",
        summary: "every value of validate, and where it comes from",
        description: [
          """
          Takes the flags of validate, so that a command line can be tried without judging anything. A value comes from a \
          flag, else from the environment, else from the configuration file, else it is the default.
          """
        ],
        flags: ConfigOptions.flags + [.value("format", "FORMAT", \.format, .output, "for people or for programs")],
        examples: [
          Example("signpost config explain", "every value, and where it comes from"),
          Example("signpost config explain --fail-on warning --format json", "with a flag, for a program"),
        ],
        exitStatuses: [.done, .badUsage, .couldNot],
        options: ConfigOptions(),
        command: Command.config)
    ])
}
