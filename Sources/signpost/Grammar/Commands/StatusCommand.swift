/// What can be said to `status`.
struct StatusOptions: Sendable, Equatable {
  var administrator: Administrator?
  var format = ListingFormat.human
}

extension CommandSpec {
  static let status = CommandSpec(
    "status",
    summary: "show what is done, next and stale, and the dates ahead",
    flags: [
      .value("for", "WHO", \.administrator, .input, "only the steps of one of the two administrators"),
      .value("format", "FORMAT", \.format, .output, "for people or for programs"),
    ],
    examples: [
      Example("signpost status", "where the set-up stands, and the command that continues it"),
      Example("signpost status --for idp-admin", "what the identity provider's administrator still has to do"),
      Example("signpost status --name acme --format json", "one of several set-ups, for a program"),
    ],
    exitStatuses: [.done, .badUsage, .couldNot],
    options: StatusOptions(),
    command: Command.status)
}
