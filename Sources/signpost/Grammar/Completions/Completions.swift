import Parties

/// What a shell has to know to complete command lines, read from the grammar.
///
/// The scripts hold everything themselves: none of them runs the program, so that a key in a shell never waits for it.
struct Completions: Sendable {
  let grammar: Grammar

  /// The script for a shell, with a line feed at its end.
  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// The flags that every command takes.
  var everywhere: [FlagSpec] { grammar.everywhere.map { $0.spec(showingDefaultsOf: Everywhere()) } }

  /// Every command and action, and the flags that it offers.
  var commands: [(command: CommandSpec, flags: [FlagSpec])] {
    grammar.allCommands.map { ($0, $0.flags.filter(\.isOffered)) }
  }

  /// The words that lead to other places: those of the program, and of every command that has actions.
  var actions: [(path: [String], actions: [CommandSpec])] {
    [([], grammar.commands)] + grammar.commands.filter { !$0.subcommands.isEmpty }.map { ($0.path, $0.subcommands) }
  }

  /// Every flag that takes a value, of any command, also one that is not offered: a value is no argument.
  var takingValues: [String] {
    let flags = everywhere + grammar.allCommands.flatMap(\.flags).filter { !$0.isHidden }
    return Set(flags.filter { $0.placeholder != nil }.map { "--" + $0.name }).sorted()
  }

  /// What stands at the head of a script, as comments.
  func head(_ shell: Shell) -> String {
    let command = "\(grammar.program) completions \(shell.rawValue)"
    return """
      # Completion of \(grammar.program) for \(shell.rawValue), made by: \(command)
      # Changes belong into the grammar of the program: this file is written anew with every version.

      """
  }
}

extension Shell {
  /// A text as one word of the shell, in which nothing means anything but itself.
  func quoted(_ text: String) -> String {
    switch self {
    case .bash, .zsh: ShellText.quoted(text)
    case .fish: "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
  }

  /// A text whose special characters are escaped, for places that a shell reads a second time.
  func escaped(_ text: String) -> String {
    text.map { character in
      let isPlain =
        !character.isASCII || character.isLetter || character.isNumber || "-_./".contains(character)
      return isPlain ? String(character) : "\\\(character)"
    }.joined()
  }
}
