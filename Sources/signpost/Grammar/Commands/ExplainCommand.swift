/// What can be said to `explain`.
struct ExplainOptions: Sendable, Equatable {
  /// The id of a rule or a step.
  var id = ""
}

extension CommandSpec {
  static let explain = CommandSpec(
    "explain",
    summary: "explain one rule or one step in full",
    arguments: [.one("id", \.id, "the id of a rule, such as KEY009, or of a step")],
    examples: [Example("signpost explain KEY009", "what the rule looks for, why, and what to do about it")],
    exitStatuses: [.done, .badUsage],
    options: ExplainOptions(),
    command: Command.explain)
}
