/// What can be said to `log`.
struct LogOptions: Sendable, Equatable {
  /// The steps whose events are shown, by id or a unique beginning of one; empty: all events.
  var steps: [String] = []
  var format = ListingFormat.human
}

extension CommandSpec {
  static let log = CommandSpec(
    "log",
    summary: CommandWord.log.summary,
    description: [
      """
      Everything that was recorded, the oldest first. Steps that the checklist no longer has are shown under the id that \
      they had.
      """
    ],
    flags: [
      .list("step", "ID", \.steps, .input, "only what happened to a step").offering { KnownIDs.steps },
      .value("format", "FORMAT", \.format, .output, "for people or for programs"),
    ],
    examples: [
      Example("signpost log", "the whole history of the set-up"),
      Example("signpost log --step upload-idp-metadata", "how one step came to be where it is"),
      Example("signpost log --name acme --format json", "one of several set-ups, for a program"),
    ],
    exitStatuses: [.done, .badUsage, .couldNot],
    options: LogOptions(),
    command: Command.log)
}
