extension CommandSpec {
  static let man = CommandSpec(
    "man",
    summary: CommandWord.man.summary,
    description: [
      """
      The page is written in mdoc, the language of manual pages. make install puts it where man looks; signpost man | man \
      -l - shows it at once.
      """
    ],
    examples: [Example("signpost man", "its source, for man or a package")],
    exitStatuses: [.done, .badUsage],
    options: (),
    command: { _ in .man })
}
