import Console

/// What can be said to `export`.
struct ExportOptions: Sendable, Equatable {
  /// Whose blank checklist is wanted; nil: the set-up as it stands.
  var provider: ProviderName?
  /// Which flow's checklist is wanted; nil: the blank one of a first set-up, or the flow that the set-up is in.
  var flow: FlowName?
  /// The reference architecture that is laid over the blank checklist.
  var overlay: OverlayName?
  var format = DocumentFormat.markdown
  var audience = Audience.all
  var output = OutputFile.standardOutput
}

extension CommandSpec {
  static let export = CommandSpec(
    "export",
    summary: CommandWord.export.summary,
    description: ["With a provider: its blank checklist. Without one: the set-up, with its values and its progress."],
    arguments: [.optional("provider", \.provider, "the identity provider whose blank checklist is wanted")],
    flags: [
      .value("for", "WHO", \.audience, .input, "for whom the document is"),
      .value(
        "flow", "FLOW", \.flow, .input,
        "what the checklist is for; without it, for a first set-up, or for what the set-up is in"),
      .value("overlay", "NAME", \.overlay, .input, "the reference architecture of a blank checklist"),
      .value("format", "FORMAT", \.format, .output, "the form of the document"),
      .value("output", "FILE", \.output, .output, "where the document goes; - is standard output"),
    ],
    examples: [
      Example("signpost export --for idp-admin --output handover.md", "what the other side has to do, as a file"),
      Example(
        "signpost export --for idp-admin --format html --output handover.html",
        "the same as a page for a browser, with values to copy and boxes that remember"),
      Example("signpost export okta", "the blank checklist for Okta"),
      Example("signpost export okta --flow rotate-certificate", "the one for the exchange of a certificate"),
      Example("signpost export --format ics --output dates.ics", "the dates ahead, for a calendar, with reminders"),
    ],
    exitStatuses: [.done, .badUsage, .couldNot],
    options: ExportOptions(),
    check: {
      $0.provider == nil && $0.overlay != nil
        ? "--overlay goes with a provider, for a blank checklist; a set-up keeps the overlay that it was begun with"
        : nil
    },
    command: Command.export)
}
