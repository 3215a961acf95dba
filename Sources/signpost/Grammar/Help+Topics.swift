import Console

/// The topics about settings: both are read from the grammar, so that no flag can be missing.
extension Help {
  /// What `help environment` prints.
  var environment: StyledText {
    let flags = grammar.allCommands.filter { $0.path == ["validate"] }.flatMap(\.flags)
    return blocks([
      paragraph(
        "The environment variables that \(ours: grammar.program) reads; an empty one counts as none.", indent: 0),
      section("For validate", variables(of: flags)),
      section(
        "For every command",
        variables(of: grammar.everywhere.map { $0.spec(showingDefaultsOf: Everywhere()) })
          + Self.variables.map { entry("\(ours: $0.name)", "\(ours: $0.meaning)") }),
      paragraph(
        """
        For each value of validate, the first of these counts: the flag, the variable, the configuration file, the default. \
        Lists are not put together: the first that says something decides about the whole. \
        \(.command("\(ours: grammar.program) config explain")) shows where each value comes from.
        """, indent: 0),
    ])
  }

  private func variables(of flags: [FlagSpec]) -> [StyledText] {
    flags.compactMap { flag in
      guard let name = flag.variable else { return nil }
      let lines = flag.isRepeatable && flag.separator == nil ? "; one in each line" : ""
      let truth = flag.placeholder == nil ? ": true or false" : ""
      return entry("\(ours: name)", "as \(.command("--\(ours: flag.name)"))\(ours: truth + lines)")
    }
  }

  /// What is read besides, by the parts of the program that a terminal or a store is for.
  static let variables: [(name: String, meaning: String)] = [
    ("SIGNPOST_STORE", "where set-ups are kept, as --store"),
    ("XDG_STATE_HOME", "where the user's state directory is"),
    ("HOME", "where it is otherwise"),
    ("NO_COLOR", "no colour, unless --color says otherwise"),
    ("TERM", "what the terminal can do; dumb: lines only"),
    ("PATH", "where curl, aws, xmlsec1, tmux and the browser are looked for"),
  ]

  /// What `help configuration` prints.
  var configuration: StyledText {
    let flags = grammar.allCommands.filter { $0.path == ["validate"] }.flatMap(\.flags)
    return blocks([
      paragraph(
        """
        What a project has agreed on for \(.command("\(ours: grammar.program) validate")), in a file of JSON with the name \
        \(ours: ConfigurationFile.name): the nearest one, in the directory in which the program runs or in one above, \
        or the one that --config names.
        """, indent: 0),
      section("Example", [StyledText(ours: ConfigurationFile.example)]),
      section(
        "Names",
        ConfigurationFile.Key.allCases.map { key in
          let help = flags.first { $0.name == key.rawValue }.map { "\($0.help); \(key.shape)" } ?? key.shape
          return entry("\(ours: key.rawValue)", "\(ours: help)")
        }),
      paragraph(
        """
        Any other name is an error, with the line, the column and the nearest name there is; the status is then 2. \
        Paths begin at the directory of the file.
        """, indent: 0),
      paragraph(
        """
        No configuration and no baseline can suppress, leave out or lower the rules whose failure means that the file was \
        not understood, that nobody can sign in, that somebody else could, or that the file is not the one agreed: \
        \(ours: ConfigurationFile.enduring). A family in select, ignore or severity leaves them as they are.
        """, indent: 0),
    ])
  }
}
