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
      A message that AWS, an identity provider or a tool shows is explained as diagnose does. Other words find the rule \
      whose messages, name and summary they fit best; where several fit, they are listed.
      """
    ],
    arguments: [
      .some("id", \.words, "the id of a rule, such as KEY009, or of a step; or words of a message")
        .offering { KnownIDs.rules + KnownIDs.steps }
    ],
    examples: [
      Example("signpost explain KEY009", "what the rule looks for, why, and what to do about it"),
      Example("signpost explain the certificate cannot be read", "the rule that says so"),
      Example("signpost explain \"It's not you, it's us\"", "what the message comes from, and what to do"),
    ],
    exitStatuses: [.done, .badUsage],
    options: ExplainOptions(),
    command: Command.explain)
}
