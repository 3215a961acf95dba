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
          + Self.variables.map { entry("\(ours: $0.names.joined(separator: ", "))", "\(ours: $0.meaning)") }),
      paragraph(
        """
        What curl and aws read themselves is handed on to them: the proxies, the certificates to trust and, to aws, every \
        variable that begins with AWS_.
        """, indent: 0),
      paragraph(
        """
        For each value of validate, the first of these counts: the flag, the variable, the configuration file, the default. \
        Lists are not put together: the first that says something decides about the whole. \
        \(.command("\(ours: grammar.program) config explain")) shows where each value comes from. A run names on standard \
        error the variables on which its verdict depends, unless --quiet is given.
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
  static let variables: [(names: [String], meaning: String)] = [
    (["SIGNPOST_STORE"], "where set-ups are kept, as --store"),
    (["XDG_STATE_HOME"], "where the user's state directory is"),
    (["HOME"], "where it is otherwise"),
    (["LOGNAME", "USER"], "who did something, where the system has no name for the user"),
    (["TMPDIR"], "where files that another program reads lie for a moment; else /tmp"),
    (["NO_COLOR"], "no colour, unless --color says otherwise"),
    (["CLICOLOR_FORCE", "FORCE_COLOR"], "colour even into a pipe, unless it is 0 or NO_COLOR is set"),
    (["CLICOLOR"], "0: no colour on a terminal either"),
    (["FORCE_HYPERLINK"], "links in the text: 0 never, else always"),
    (["CI"], "no links in the text, unless it is 0 or false"),
    (["TERM"], "what the terminal can do; dumb: lines only"),
    (
      ["TERM_PROGRAM", "WT_SESSION", "KITTY_WINDOW_ID", "VTE_VERSION", "KONSOLE_VERSION"],
      "which terminal it is, and whether it shows links in the text"
    ),
    (["COLUMNS"], "how wide the text may be"),
    (["LC_ALL", "LC_CTYPE", "LANG"], "whether the terminal shows more than ASCII: a name that ends in .UTF-8"),
    (["ACCESSIBLE", "ACCESSIBILITY_ENABLED"], "lines only, for a screen reader, unless it is 0, false or no"),
    (["TMUX", "STY"], "whether tmux or screen stands between this and the terminal, which matters for copying"),
    (["BROWSER"], "what opens pages"),
    (
      ["DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY", "WSL_DISTRO_NAME"],
      "whether pages can be opened here where BROWSER does not say by what"
    ),
    (["PATH"], "where curl, aws, xmlsec1, tmux and the browser are looked for"),
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
