import Console

/// Help, laid out from the grammar: what to try comes first.
struct Help: Sendable {
  let grammar: Grammar
  let appearance: Appearance

  /// Help stays readable beside other windows, however wide the terminal is.
  private var width: Int { min(appearance.textWidth, 80) }
  private let column = 24

  /// The page for the words after `help`; nil where there is none.
  func page(for topic: [String]) -> StyledText? {
    if topic.isEmpty { return overview }
    if let command = grammar.command(at: topic) { return page(for: command) }
    guard topic.count == 1, let subject = HelpTopic(rawValue: topic[0]) else { return nil }
    switch subject {
    case .configuration: return configuration
    case .environment: return environment
    case .exitStatus: return exitStatuses
    case .formats: return formats
    }
  }

  /// What bare `signpost` prints where nobody can be asked.
  var brief: StyledText {
    blocks([
      paragraph("\(ours: grammar.summary)", indent: 0),
      entries(grammar.examples.map { (.command("\(ours: $0.line)"), $0.explanation) }).joined(separator: "\n"),
      paragraph("More: \(.command("\(ours: grammar.program) --help"))", indent: 0),
    ])
  }

  /// What `signpost --help` prints.
  var overview: StyledText {
    blocks([
      paragraph("\(ours: grammar.summary)", indent: 0),
      section("Examples", examples(grammar.examples)),
      section("Usage", [paragraph("\(ours: grammar.usage(of: nil))")]),
      section("Commands", entries(CommandWord.allCases.map { (.command("\(ours: $0.rawValue)"), $0.summary) })),
      section("Topics", entries(grammar.topics.map { ("\(ours: $0.rawValue)", $0.summary) })),
      everywhere,
      exitLine(ExitStatus.allCases),
      moreLine(["<command>"], about: "a command"),
    ])
  }

  /// What `help exit-status` prints.
  var exitStatuses: StyledText {
    blocks([
      paragraph("How \(ours: grammar.program) ends, for scripts.", indent: 0),
      entries(ExitStatus.allCases.map { (.strong("\($0.rawValue)"), $0.meaning) }).joined(separator: "\n"),
      section(
        "What status 1 means, by command",
        entries(ExitStatus.findingsByCommand.map { ("\(ours: $0.command)", $0.meaning) })),
      paragraph(
        "A file that cannot be read does not stop the others; the status is then 3. Whatever the bytes of a readable "
          + "file are, what is wrong with them is a finding, and the status is 1.", indent: 0),
      paragraph("\(ours: ExitStatus.ofSignal)", indent: 0),
    ])
  }

  private func page(for command: CommandSpec) -> StyledText {
    let title: StyledText = "\(.strong("\(ours: ([grammar.program] + command.path).joined(separator: " "))")): "
    return blocks(
      [
        paragraph(title + "\(ours: command.summary)", indent: 0),
        section("Examples", examples(command.examples)),
        section("Usage", [paragraph("\(ours: grammar.usage(of: command))")]),
      ] + command.description.map { paragraph("\(ours: $0)", indent: 0) } + [
        section("Actions", entries(command.subcommands.map { (.command("\(ours: $0.name)"), $0.summary) })),
        section("Arguments", command.arguments.map(argument)),
      ]
        + FlagGroup.allCases.map { group in
          section(
            "\(ours: group.rawValue)", command.flags.filter { $0.group == group && !$0.isHidden }.map(flag))
        } + [command.subcommands.isEmpty ? .empty : moreLine(command.path + ["<action>"], about: "an action")]
        + [everywhereLine, exitLine(command.exitStatuses)])
  }

  private var everywhere: StyledText {
    section(
      "\(ours: FlagGroup.everywhere.rawValue)",
      grammar.everywhere.map { flag($0.spec(showingDefaultsOf: Everywhere())) })
  }

  private var everywhereLine: StyledText {
    let flags = grammar.everywhere.map { $0.spec(showingDefaultsOf: Everywhere()).spelling }.joined(separator: ", ")
    return paragraph(
      "Everywhere: \(ours: flags); see \(.command("\(ours: grammar.program) --help"))", indent: 0, hanging: 2)
  }

  private func examples(_ examples: [Example]) -> [StyledText] {
    examples.map { example in
      paragraph(.command("\(ours: example.line)")) + "\n" + paragraph("\(ours: example.explanation)", indent: 6)
    }
  }

  private func argument(_ argument: ArgumentSpec) -> StyledText {
    entry("\(ours: argument.spelling)", "\(ours: argument.help)\(choices(argument.allowed, nil))")
  }

  private func flag(_ flag: FlagSpec) -> StyledText {
    let often: StyledText = flag.isRepeatable ? "; may be given several times" : ""
    return entry(
      "\(ours: flag.spelling)", "\(ours: flag.help)\(often)\(choices(flag.allowed, flag.defaultValue))")
  }

  private func choices(_ allowed: [String], _ defaultValue: String?) -> StyledText {
    let among = allowed.isEmpty ? "" : ": " + allowed.joined(separator: ", ")
    let otherwise = defaultValue.map { " (default \($0))" } ?? ""
    return "\(ours: among + otherwise)"
  }

  func exitLine(_ statuses: [ExitStatus]) -> StyledText {
    let list = statuses.map { "\($0.rawValue) \($0.brief)" }.joined(separator: ", ")
    return paragraph("Exit status: \(ours: list)", indent: 0, hanging: 2)
  }

  private func moreLine(_ path: [String], about subject: String) -> StyledText {
    let line = ([grammar.program] + path + ["--help"]).joined(separator: " ")
    return paragraph("More about \(ours: subject): \(.command("\(ours: line)"))", indent: 0)
  }

  func section(_ title: StyledText, _ lines: [StyledText]) -> StyledText {
    lines.isEmpty ? .empty : .strong(title) + "\n" + lines.joined(separator: "\n")
  }

  func blocks(_ blocks: [StyledText]) -> StyledText {
    blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  func paragraph(_ text: StyledText, indent: Int = 2, hanging: Int? = nil) -> StyledText {
    text.wrapped(for: appearance, width: width, indent: indent, hanging: hanging)
  }

  func entry(_ term: StyledText, _ meaning: StyledText) -> StyledText {
    .entry(term, meaning, for: appearance, width: width, column: column)
  }

  /// Entries whose meanings stand as far to the left as the widest term lets them.
  func entries(_ entries: [(term: StyledText, meaning: String)]) -> [StyledText] {
    let widest = entries.map { $0.term.columns(for: appearance) }.max() ?? 0
    return entries.map { entry in
      .entry(entry.term, "\(ours: entry.meaning)", for: appearance, width: width, column: widest + 4)
    }
  }
}
