/// What can be said to `rules`.
struct RulesOptions: Sendable, Equatable {
  var format = RulesFormat.human
}

extension CommandSpec {
  static let rules = CommandSpec(
    "rules",
    summary: CommandWord.rules.summary,
    flags: [.value("format", "FORMAT", \.format, .output, "for people or for programs")],
    examples: [
      Example("signpost rules", "each rule with its id, severity and name"),
      Example("signpost rules --format json", "the catalogue for a program"),
      Example("signpost rules --format markdown", "every rule's whole page in one document"),
    ],
    exitStatuses: [.done, .badUsage],
    options: RulesOptions(),
    command: Command.rules)
}
