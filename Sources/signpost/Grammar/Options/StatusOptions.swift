/// What can be said to `status`.
struct StatusOptions: Sendable, Equatable {
  var administrator: Administrator?
  /// What makes the status 1.
  var failOn: [StatusFailure] = []
  /// How long before its day a date is soon.
  var expiresWithin = TimeSpan.ofAWS
  var format = ListingFormat.human
}

extension CommandSpec {
  static let status = CommandSpec(
    "status",
    summary: CommandWord.status.summary,
    description: [
      """
      If there are several set-ups and none is named, each of them gets a line. With --fail-on the status is 1 if a date \
      has passed or is near, or if steps are left to do, in any of the set-ups that are shown.
      """
    ],
    flags: [
      .value("for", "WHO", \.administrator, .input, "only the steps of one of the two administrators"),
      .list("fail-on", "WHAT", \.failOn, separator: ",", .judgement, "what makes the status 1"),
      .value(
        "expires-within", "DURATION", \.expiresWithin, .judgement, "how long before its day a date is near, such as 30d"
      ),
      .value("format", "FORMAT", \.format, .output, "for people or for programs"),
    ],
    examples: [
      Example("signpost status", "where the set-up stands, and the command that continues it"),
      Example("signpost status --for idp-admin", "what the identity provider's administrator still has to do"),
      Example("signpost status --fail-on expiry --expires-within 30d", "every night: fails a month before a date"),
      Example("signpost status --name acme --format json", "one of several set-ups, for a program"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot],
    options: StatusOptions(),
    command: Command.status)
}
