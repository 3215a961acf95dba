/// What can be said to `inspect`.
struct InspectOptions: Sendable, Equatable {
  var file = InputFile.standardInput
  var format = ListingFormat.human
}

extension CommandSpec {
  static let inspect = CommandSpec(
    "inspect",
    summary: CommandWord.inspect.summary,
    arguments: [.one("file", \.file, "metadata; - is standard input")],
    flags: [.value("format", "FORMAT", \.format, .output, "for people or for programs")],
    examples: [
      Example("signpost inspect idp.xml", "entityID, addresses, bindings and certificates at a glance"),
      Example("signpost inspect aws.xml --format json", "the same for a program"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot],
    options: InspectOptions(),
    command: Command.inspect)
}
