/// What can be done to a step.
enum StepAction: String, Sendable, CaseIterable {
  case done
  case skip
  case reopen
  case note
  case answer
}

/// What can be said to `step`.
struct StepOptions: Sendable, Equatable {
  var action: StepAction
  /// Step ids or unique beginnings of them.
  var ids: [String] = []
  var reason: String?
  var evidence: InputFile?
  var values: [KeyValue] = []
}

extension CommandSpec {
  static let step = CommandSpec(
    "step",
    summary: CommandWord.step.summary,
    description: [
      "Does for single steps what setup does for all. A step's id may be shortened, as long as it stays unique."
    ],
    examples: [
      Example(
        "signpost step done save-okta-metadata --evidence okta.xml", "close a step with a file that proves it"),
      Example("signpost step skip enable-scim --reason \"users come by hand\"", "skip a step, and say why"),
    ],
    subcommands: [
      action(
        .done, "close steps, with the evidence that proves them",
        flags: [reason("why your word is enough, if there is no other proof"), evidence, value],
        Example("signpost step done save-okta-metadata --evidence okta.xml", "a file that validates is the proof")),
      action(
        .skip, "skip steps", flags: [reason("why they are skipped")],
        Example("signpost step skip enable-scim --reason \"users come by hand\"", "the reason is kept with the step")
      ),
      action(
        .reopen, "reopen steps that are done or skipped", flags: [reason("why they are open again")],
        Example(
          "signpost step reopen upload-idp-metadata --reason \"new certificate\"", "the step has to be done again")),
      action(
        .note, "add a note to steps", flags: [reason("the note")],
        Example(
          "signpost step note upload-idp-metadata --reason \"ticket OPS-123\"", "the note shows in status and export")),
      action(
        .answer, "give values that steps ask for",
        flags: [value, evidence, reason("where the value comes from")],
        Example(
          "signpost step answer assign-account-access --value pilot-account=444455556666",
          "the value that the step asks for")),
    ])

  private static func action(
    _ action: StepAction, _ summary: String, flags: [Flag<StepOptions>], _ example: Example
  ) -> CommandSpec {
    CommandSpec(
      "step", action.rawValue,
      summary: summary,
      arguments: [.some("id", \.ids, "the steps, by id or the unique beginning of one").offering { KnownIDs.steps }],
      flags: flags,
      examples: [example],
      exitStatuses: [.done, .findings, .badUsage, .couldNot, .inputNeeded],
      options: StepOptions(action: action),
      command: Command.step)
  }

  private static func reason(_ help: String) -> Flag<StepOptions> {
    .value("reason", "TEXT", \.reason, .record, help)
  }

  private static let evidence: Flag<StepOptions> =
    .value("evidence", "FILE", \.evidence, .record, "a file that proves it")

  private static let value: Flag<StepOptions> =
    .list("value", "KEY=VALUE", \.values, .record, "a value that the step asks for; never a secret")
}
