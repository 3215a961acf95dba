/// What can be said to `import`.
struct ImportOptions: Sendable, Equatable {
  var file = InputFile.standardInput
  /// Who made the changes; nil: the user.
  var author: PersonName?
  var isRehearsal = false
}

extension CommandSpec {
  static let importing = CommandSpec(
    "import",
    summary: CommandWord.importing.summary,
    description: [
      """
      Takes what somebody changed in a checklist that export wrote as Markdown: boxes that were ticked or opened again, \
      values that were filled in, lines that begin with Note: or with >, and answers to the first questions. The same \
      rules hold as in setup: a step that a file or a comparison proves is not closed by a tick.
      """,
      """
      What the set-up says otherwise since the export is a conflict: it is shown, and nothing of that step is taken. The \
      status is 1 where something that was changed was not taken. The same file can be taken back again later.
      """,
    ],
    arguments: [.one("checklist.md", \.file, "the edited checklist; - is standard input")],
    flags: [
      .value("by", "NAME", \.author, .record, "who made the changes, if it was not you"),
      .toggle("dry-run", \.isRehearsal, .record, "show what would be taken, and take nothing"),
    ],
    examples: [
      Example("signpost import handover.md --by grace", "what grace ticked and wrote, in her name"),
      Example("signpost import handover.md --dry-run", "only look what would be taken"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot],
    options: ImportOptions(),
    command: Command.importing)
}
