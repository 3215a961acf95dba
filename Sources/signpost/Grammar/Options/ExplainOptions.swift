/// What can be said to `explain`.
struct ExplainOptions: Sendable, Equatable {
  /// The id of a rule or a step, or words of a message.
  var words: [String] = []
}

extension CommandSpec {
  static let explain = CommandSpec(
    "explain",
    summary: CommandWord.explain.summary,
    description: [
      """
      Words find the rule whose messages, name and summary they fit best; where several fit, they are listed.
      """
    ],
    arguments: [
      .some("id", \.words, "the id of a rule, such as KEY009, or of a step; or words of a message")
        .offering { KnownIDs.rules + KnownIDs.steps }
    ],
    examples: [
      Example("signpost explain KEY009", "what the rule looks for, why, and what to do about it"),
      Example("signpost explain the certificate cannot be read", "the rule that says so"),
    ],
    exitStatuses: [.done, .badUsage],
    options: ExplainOptions(),
    command: Command.explain)
}
