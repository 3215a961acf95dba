/// What can be said to `setup`.
struct SetupOptions: Sendable, Equatable {
  var provider: ProviderName?
  var idpMetadata: InputFile?
  var awsMetadata: InputFile?
  var portalURL: String?
  var answers: InputFile?
  var noInput = false
  var plain = false
  var flow: FlowName?
  var overlay: OverlayName?
}

extension CommandSpec {
  static let setup = CommandSpec(
    "setup",
    summary: CommandWord.setup.summary,
    description: [
      """
      Walks through the set-up step by step and remembers where it stands. A step is closed by evidence: a file that \
      validates, a value that matches, or your word with a reason. Leave whenever you like, and start again with the \
      same command.
      """,
      """
      A set-up is the file NAME.journal in the store, which the first lines of the walk name. Whoever renames the file \
      renames the set-up, and whoever deletes it deletes the set-up. The answers of a finished flow, NAME.answers.json \
      (NAME.answers.FLOW.json of any other than set-up), and the metadata that was pasted, NAME-*.xml, lie beside it; the \
      journal names the latter by their paths, so that they keep their names.
      """,
    ],
    arguments: [.optional("provider", \.provider, "the identity provider; asked for if it is not given")],
    flags: [
      .value("idp-metadata", "FILE", \.idpMetadata, .input, "the identity provider's metadata"),
      .value("aws-metadata", "FILE", \.awsMetadata, .input, "the metadata of IAM Identity Center"),
      .value("portal-url", "URL", \.portalURL, .input, "the AWS access portal URL"),
      .value("answers", "FILE", \.answers, .input, "answers to the questions, as JSON"),
      .toggle("no-input", \.noInput, .input, "never ask; what is missing ends the command with status 4"),
      .value(
        "flow", "FLOW", \.flow, .input,
        "what to do; where a set-up is there: go over to that flow of it, or back, and nothing is lost"),
      .value(
        "overlay", "NAME", \.overlay, .input, "the reference architecture to set up for; chosen when a set-up is begun"),
      .toggle("plain", \.plain, .output, "line by line, without redrawing: for screen readers and logs"),
    ],
    examples: [
      Example("signpost setup okta", "start with Okta, or continue where you left off"),
      Example(
        "signpost setup okta --idp-metadata okta.xml --aws-metadata aws.xml",
        "hand over both files, so that their steps need no questions"),
      Example("signpost setup --answers answers.json --no-input", "in a script: never wait for a person"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot, .inputNeeded, .interrupted],
    options: SetupOptions(),
    check: { onceFromStandardInput([$0.idpMetadata, $0.awsMetadata, $0.answers].compactMap { $0 }) },
    command: Command.setup)
}
