/// What can be said to `compare`.
struct CompareOptions: Sendable, Equatable {
  var old = InputFile.standardInput
  var new = InputFile.standardInput
  /// Whether the new file describes a change that is yet to be made.
  var isPlanned = false
  var format = ListingFormat.human
}

extension CommandSpec {
  static let compare = CommandSpec(
    "compare",
    summary: CommandWord.compare.summary,
    description: [
      """
      Two files of one side are compared by what they mean: white space, order, prefixes and extensions are nothing. The \
      old file is taken for what AWS, or the identity provider, was given; the new one for what holds now. Nothing is \
      read again by AWS: whatever changed has to be brought there by hand, and the order decides.
      """,
      """
      The status is 1 if the change breaks the sign-in. With what an identity provider publishes as the new file, that \
      makes a nightly check of drift.
      """,
    ],
    arguments: [
      .one("old", \.old, "metadata as the other side was given it; - is standard input"),
      .one("new", \.new, "metadata as it is now, or is to be; - is standard input"),
    ],
    flags: [
      .toggle("planned", \.isPlanned, .judgement, "the change has not been made yet: nothing signs with a new key"),
      .value("format", "FORMAT", \.format, .output, "for people or for programs"),
    ],
    examples: [
      Example(
        "signpost compare idp.xml idp-new.xml --planned", "before a certificate is exchanged: the order of steps"),
      Example(
        "curl -s https://example.com/metadata | signpost compare committed.xml -",
        "every night: fails once the published file breaks the sign-in"),
      Example("signpost compare aws-old.xml aws-new.xml", "which ACS URLs and Regions came or went"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot],
    options: CompareOptions(),
    check: { onceFromStandardInput([$0.old, $0.new]) },
    command: Command.compare)
}
