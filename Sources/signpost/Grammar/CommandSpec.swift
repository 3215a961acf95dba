import Console

/// One command: how it is written, what it is for, and how its words become a typed `Command`.
struct CommandSpec: Sendable {
  /// The words after the program's name: `["step", "done"]`.
  let path: [String]
  /// What it does, in a line of the list of commands: lower case, no full stop.
  let summary: String
  /// What else must be known, a paragraph each.
  let description: [String]
  let arguments: [ArgumentSpec]
  let flags: [FlagSpec]
  let examples: [Example]
  /// The statuses with which it can end.
  let exitStatuses: [ExitStatus]
  /// The actions it is divided into; most that have some do nothing without one.
  let subcommands: [CommandSpec]
  /// Whether it does something without an action.
  let standsAlone: Bool

  private let build: @Sendable (Matches) throws(Misuse) -> Command

  /// The word that names it.
  var name: String { path.last ?? "" }

  /// What was found on the command line, as typed choices.
  func resolve(_ matches: Matches) throws(Misuse) -> Command {
    try build(matches)
  }

  /// A command with arguments and flags that fill in `options`.
  ///
  /// - Parameters:
  ///   - path: the words after the program's name.
  ///   - options: the choices where nothing is said: the one home of every default.
  ///   - check: what may not be said together, as a message; nil where all is well.
  ///   - command: makes the command of the choices.
  init<Options: Sendable>(
    _ path: String...,
    summary: String,
    description: [String] = [],
    arguments: [Argument<Options>] = [],
    flags: [Flag<Options>] = [],
    examples: [Example],
    exitStatuses: [ExitStatus],
    options: Options,
    check: @escaping @Sendable (Options) -> StyledText? = { _ in nil },
    command: @escaping @Sendable (Options) -> Command
  ) {
    self.path = path
    self.summary = summary
    self.description = description
    self.arguments = arguments.map(\.spec)
    self.flags = flags.map { $0.spec(showingDefaultsOf: options) }
    self.examples = examples
    self.exitStatuses = exitStatuses
    subcommands = []
    standsAlone = true
    build = { matches throws(Misuse) in
      var filled = options
      try flags.apply(matches.flags, to: &filled)
      try arguments.apply(matches, of: path, to: &filled)
      if let problem = check(filled) { throw Misuse(problem) }
      return command(filled)
    }
  }

  /// A command that is divided into actions.
  ///
  /// - Parameter alone: what it does without one; nil: it asks for one.
  init(
    _ path: String..., summary: String, description: [String] = [], examples: [Example], subcommands: [CommandSpec],
    alone: Command? = nil
  ) {
    self.path = path
    self.summary = summary
    self.description = description
    arguments = []
    flags = []
    self.examples = examples
    exitStatuses = ExitStatus.allCases.filter { status in
      subcommands.contains { $0.exitStatuses.contains(status) }
    }
    self.subcommands = subcommands
    standsAlone = alone != nil
    build = { _ throws(Misuse) in
      if let alone { return alone }
      throw Misuse("\(ours: path.joined(separator: " ")) needs an action: \(ours: listed(subcommands.map(\.name)))")
    }
  }
}

/// A command line worth trying, and what it does in a few words.
struct Example: Sendable {
  let line: String
  let explanation: String

  init(_ line: String, _ explanation: String) {
    self.line = line
    self.explanation = explanation
  }
}

/// The flags and words that were found, not yet judged.
struct Matches: Sendable {
  /// What the environment gives, then the flags in the order in which they stand.
  var flags: [GivenFlag] = []
  var words: [String] = []
}

/// What is wrong with a command line, before it is known which command's help to point at.
struct Misuse: Error {
  let message: StyledText

  init(_ message: StyledText) {
    self.message = message
  }
}

/// `a, b or c`
func listed(_ words: [String], last: String = "or") -> String {
  guard let final = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(last) " + final
}
