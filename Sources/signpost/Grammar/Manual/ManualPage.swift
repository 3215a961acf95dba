/// The manual page in mdoc, read from the grammar: no command and no flag can be missing.
struct ManualPage: Sendable {
  let grammar: Grammar
  let version: String
  /// The day of the version, in mdoc's way: `November 21, 2026`.
  let date: String

  /// The page, with a line feed at its end.
  var text: String {
    let commands = grammar.commands.flatMap { $0.subcommands.isEmpty ? [$0] : [$0] + $0.subcommands }
    var lines = [
      ".\\\" Made by: \(grammar.program) man",
      ".Dd \(date)",
      ".Dt \(grammar.program.uppercased()) 1",
      ".Os \(Roff.argument("\(grammar.program) \(version)"))",
      // Names and ids must not be divided: a hyphen in one of them means itself.
      ".nh",
      ".Sh NAME",
      ".Nm \(grammar.program)",
      ".Nd connect an external identity provider to AWS IAM Identity Center",
      ".Sh SYNOPSIS",
    ]
    lines += grammar.commands.flatMap(synopsis)
    lines += [
      ".Sh DESCRIPTION", ".Nm", "leads through the work, judges the files of both sides and asks the live systems.",
    ]
    lines += [
      Roff.prose(
        "A flag takes its value as the next word or behind an equals sign, and may stand before or behind arguments."),
      Roff.prose("The word -- ends the flags. For a file, - is standard input or standard output."),
      ".Pp", "These flags are taken by every command:",
    ]
    lines += list(grammar.everywhere.map { entry($0.spec(showingDefaultsOf: Everywhere())) })
    lines += [".Sh COMMANDS"] + commands.flatMap(command)
    lines += environment + files + exitStatus + examples
    lines += [".Sh SEE ALSO", ".Xr aws 1 ,", ".Xr curl 1 ,", ".Xr xmlsec1 1"]
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Commands

  /// How a command is written, as far as the first line of its help says it.
  private func synopsis(_ command: CommandSpec) -> [String] {
    var lines = [".Nm", ".Cm \(command.path.joined(separator: " "))"]
    if !command.subcommands.isEmpty { lines.append(command.standsAlone ? ".Op Ar action" : ".Ar action") }
    if !command.flags.isEmpty || !command.subcommands.isEmpty { lines.append(".Op Ar flags") }
    return lines + (command.subcommands.first ?? command).arguments.map(written)
  }

  private func written(_ argument: ArgumentSpec) -> String {
    let name = Roff.escaped(argument.name)
    return switch argument.arity {
    case .one: ".Ar \(name)"
    case .optional: ".Op Ar \(name)"
    case .some: ".Ar \(name) ..."
    case .any: ".Op Ar \(name) ..."
    }
  }

  private func command(_ command: CommandSpec) -> [String] {
    var lines = [".Ss \(Roff.escaped(command.path.joined(separator: " ")))", sentence(command.summary)]
    for paragraph in command.description { lines += [".Pp", Roff.prose(paragraph)] }
    let arguments: [Entry] = command.arguments.map { argument in
      ("Ar \(Roff.escaped(argument.name))", meaning(argument.help, argument.allowed, nil))
    }
    lines += list(arguments + command.flags.filter(\.isOffered).map(entry))
    lines += list(command.subcommands.map { ("Cm \($0.name)", sentence($0.summary)) })
    let statuses = command.exitStatuses.map { "\($0.rawValue)" }.joined(separator: ", ")
    return lines + [".Pp", "Exit status: \(statuses)."]
  }

  /// A term and what it means, both as source.
  private typealias Entry = (term: String, meaning: String)

  private func list(_ entries: [Entry]) -> [String] {
    guard !entries.isEmpty else { return [] }
    var lines = [".Bl -tag -width Ds"]
    for entry in entries { lines += [".It " + entry.term, entry.meaning] }
    return lines + [".El"]
  }

  private func sentence(_ text: String) -> String { Roff.prose(text.capitalizedFirst + ".") }

  private func entry(_ flag: FlagSpec) -> Entry {
    let value = flag.placeholder.map { " Ar \(Roff.argument($0))" } ?? ""
    let often = flag.isRepeatable ? "; may be given several times" : ""
    let term = "Fl \\-\(Roff.escaped(flag.name))\(value)"
    return (term, meaning(flag.help + often, flag.allowed, flag.defaultValue))
  }

  private func meaning(_ help: String, _ allowed: [String], _ otherwise: String?) -> String {
    let among = allowed.isEmpty ? "" : ": " + allowed.joined(separator: ", ")
    return Roff.prose(help.capitalizedFirst + among + (otherwise.map { " (default \($0))" } ?? "") + ".")
  }

  // MARK: Around them

  private var environment: [String] {
    let everywhere = grammar.everywhere.map { $0.spec(showingDefaultsOf: Everywhere()) }
    let others = Help.variables.map { variable in
      (variable.names.map { "Ev \($0)" }.joined(separator: " , "), sentence(variable.meaning))
    }
    return [".Sh ENVIRONMENT"] + list(variables(of: everywhere) + others)
      + [".Pp", "For", ".Cm validate ,", "where the flag is not given:"]
      + list(variables(of: grammar.command(at: ["validate"])?.flags ?? []))
  }

  private func variables(of flags: [FlagSpec]) -> [Entry] {
    flags.compactMap { flag in
      flag.variable.map { ("Ev \($0)", "As\n.Fl \\-\(Roff.escaped(flag.name)) .") }
    }
  }

  private var files: [String] {
    [".Sh FILES"] + list(Self.files.map { ("Pa \(Roff.escaped($0.path))", Roff.prose($0.meaning)) })
  }

  private static let files: [(path: String, meaning: String)] = [
    (
      ConfigurationFile.name,
      "What a project has agreed on for validate, in this directory or the nearest one above; help configuration tells more."
    ),
    (".signpost/", "The set-ups, where there is such a directory here or above."),
    ("~/.local/state/signpost/", "The set-ups otherwise, or the directory signpost of $XDG_STATE_HOME."),
  ]

  private var exitStatus: [String] {
    [".Sh EXIT STATUS"] + list(ExitStatus.allCases.map { ("\($0.rawValue)", sentence($0.meaning)) })
      + [".Pp", "What status 1 means, by command:"]
      + list(ExitStatus.findingsByCommand.map { ("Cm \($0.command)", sentence($0.meaning)) })
      + [".Pp", Roff.prose(ExitStatus.ofSignal)]
  }

  private var examples: [String] {
    let all = grammar.examples + grammar.commands.flatMap { $0.examples + $0.subcommands.flatMap(\.examples) }
    var seen: Set<String> = []
    var lines: [String] = []
    for example in all where seen.insert(example.line).inserted {
      lines += [".Pp", Roff.prose(example.explanation.capitalizedFirst + ":"), ".Dl \(Roff.argument(example.line))"]
    }
    return [".Sh EXAMPLES"] + lines.dropFirst()
  }
}

extension String {
  /// The same as the beginning of a sentence; a name such as entityID stays as it is.
  fileprivate var capitalizedFirst: String {
    let isName = prefix { $0.isLetter }.dropFirst().contains(where: \.isUppercase)
    return isName ? self : prefix(1).uppercased() + dropFirst()
  }
}
