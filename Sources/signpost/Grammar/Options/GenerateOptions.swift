import Reports

/// What can be said to `generate`.
struct GenerateOptions: Sendable, Equatable {
  /// What is wanted; nil: a list of what there is.
  var artifact: Artifact?
  var output = OutputFile.standardOutput
}

extension Artifact: ArgumentValue {}

extension CommandSpec {
  static let generate = CommandSpec(
    "generate",
    summary: CommandWord.generate.summary,
    description: [
      """
      Without an artifact: what there is. A value that the set-up does not know yet ends the command with status 3 and \
      the step that supplies it; what no set-up knows, such as the ids of groups, is a parameter of the file. Secrets are \
      never written, only where they are kept.
      """
    ],
    arguments: [.optional("artifact", \.artifact, "what to write")],
    flags: [.value("output", "FILE", \.output, .output, "where the file goes; - is standard output")],
    examples: [
      Example("signpost generate aws-config", "the session and the profiles for ~/.aws/config"),
      Example(
        "signpost generate cloudformation --output access.yaml", "permission sets and assignments, as a template"),
      Example("signpost generate", "everything that can be written"),
    ],
    exitStatuses: [.done, .badUsage, .couldNot],
    options: GenerateOptions(),
    command: Command.generate)
}
