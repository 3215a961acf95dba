import Console
import Setup

extension Grammar {
  /// Understands a command line.
  ///
  /// `--flag value` and `--flag=value` mean the same; `--` ends the flags; `-` is a word. `--help` and `--version` win
  /// wherever they stand before `--`, over every mistake. Nothing is abbreviated and nothing corrected.
  ///
  /// - Parameters:
  ///   - arguments: the words after the program's name.
  ///   - environment: the variables, of which some stand in for flags that are not given.
  func parse(_ arguments: [String], environment: [String: String] = [:]) throws(UsageError) -> Invocation {
    let beforeEnd = arguments.prefix { $0 != "--" }
    if beforeEnd.contains("--help") || beforeEnd.contains("--version") {
      let (path, everywhere) = skim(arguments)
      let command = beforeEnd.contains("--help") ? Command.help(HelpOptions(topic: path)) : .version
      return Invocation(everywhere: everywhere, command: command)
    }
    var parser = Parser(grammar: self, environment: environment)
    do throws(Misuse) {
      return try parser.parse(arguments)
    } catch { throw usageError(error.message, about: parser.command) }
  }

  /// What a line says for certain, whatever else is wrong with it: the command it is about, and those flags of
  /// `Everywhere` that can be read. A usage error is printed in the colour that was asked for.
  func skim(_ arguments: [String]) -> (command: [String], everywhere: Everywhere) {
    var path: [String] = []
    var stillCommand = true
    var said = Everywhere()
    var rest = arguments.prefix { $0 != "--" }
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        stillCommand = stillCommand && (word.hasPrefix("-") || command(at: path + [word]) != nil)
        if stillCommand, !word.hasPrefix("-") { path.append(word) }
        continue
      }
      let name = String(word.dropFirst(2).prefix { $0 != "=" })
      let flag = everywhere.first { $0.name == name }
      let takesValue = flag.map { $0.placeholder != nil } ?? takesValue(name)
      var value = ""
      if let equals = word.firstIndex(of: "=") {
        value = String(word[word.index(after: equals)...])
      } else if takesValue, let next = rest.first, !next.hasPrefix("--") {
        value = next
        rest = rest.dropFirst()
      }
      do throws(Misuse) { try everywhere.apply([GivenFlag(name: name, value: value)], to: &said) } catch { continue }
    }
    return (path, said)
  }

  /// Whether the flag of some command takes a value.
  private func takesValue(_ name: String) -> Bool {
    allCommands.contains { $0.flags.contains { $0.name == name && $0.placeholder != nil } }
  }

  private func usageError(_ message: StyledText, about command: CommandSpec?) -> UsageError {
    let words = ([program] + (command?.path ?? [])).joined(separator: " ")
    return UsageError(message: message, usage: usage(of: command), help: words + " --help")
  }

  /// How a command is written; nil: the program.
  func usage(of command: CommandSpec?) -> String {
    guard let command else { return program + " <command> [<flags>] [<arguments>]" }
    var words = [program] + command.path
    if !command.subcommands.isEmpty { words.append(command.standsAlone ? "[<action>]" : "<action>") }
    if !command.flags.isEmpty || !command.subcommands.isEmpty { words.append("[<flags>]") }
    // Every action takes the same arguments.
    words += (command.subcommands.first ?? command).arguments.map(\.spelling)
    return words.joined(separator: " ")
  }
}

/// Walks over the words of one command line.
private struct Parser {
  let grammar: Grammar
  /// The command as far as it is known.
  private(set) var command: CommandSpec?
  private var matches = Matches()

  /// The variables that can stand in for flags.
  private let environment: [String: String]

  init(grammar: Grammar, environment: [String: String]) {
    self.grammar = grammar
    self.environment = environment.filter { $0.key.hasPrefix(FlagSpec.variablePrefix) }
  }

  mutating func parse(_ arguments: [String]) throws(Misuse) -> Invocation {
    var rest = arguments[...]
    var takesFlags = true
    while let word = rest.popFirst() {
      if takesFlags, word == "--" {
        takesFlags = false
      } else if takesFlags, word.hasPrefix("-"), word != "-" {
        try take(flag: word, &rest)
      } else {
        try take(word: word)
      }
    }
    if !environment.isEmpty { takeVariables() }
    var everywhere = Everywhere()
    try grammar.everywhere.apply(matches.flags, to: &everywhere)
    guard let command else { return Invocation(everywhere: everywhere, command: .bare) }
    let resolved = try command.resolve(matches)
    if case .help(let options) = resolved { try check(topic: options.topic) }
    let origins = Dictionary(matches.flags.map { ($0.name, $0.origin) }, uniquingKeysWith: { first, _ in first })
    return Invocation(everywhere: everywhere, command: resolved, origins: origins)
  }

  /// What the environment says where the command line does not.
  private mutating func takeVariables() {
    let given = Set(matches.flags.map(\.name))
    let flags = (command?.flags ?? []) + grammar.everywhere.map { $0.spec(showingDefaultsOf: Everywhere()) }
    matches.flags =
      flags.filter { !given.contains($0.name) }.flatMap { $0.given(in: environment) ?? [] } + matches.flags
  }

  private mutating func take(word: String) throws(Misuse) {
    guard let current = command else {
      guard let found = grammar.command(at: [word]) else { throw unknownCommand(word) }
      command = found
      return
    }
    if current.subcommands.isEmpty {
      matches.words.append(word)
    } else if let found = current.subcommands.first(where: { $0.name == word }) {
      command = found
    } else {
      let names = current.subcommands.map(\.name)
      throw Misuse(
        "\(ours: current.name) has no action \(given: word); \(suggestion(for: word, among: names, called: "the actions are"))"
      )
    }
  }

  private mutating func take(flag word: String, _ rest: inout ArraySlice<String>) throws(Misuse) {
    let name = String(word.prefix { $0 != "=" }.drop { $0 == "-" })
    let given = word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
    guard word.hasPrefix("--"), let flag = known.first(where: { $0.name == name }) else {
      throw unknownFlag(word, name)
    }
    guard let placeholder = flag.placeholder else {
      if given != nil { throw Misuse("--\(ours: name) takes no value; write --\(ours: name) alone") }
      matches.flags.append(GivenFlag(name: name, value: ""))
      return
    }
    if let given {
      matches.flags.append(GivenFlag(name: name, value: given))
    } else if let next = rest.first, !next.hasPrefix("--") {
      matches.flags.append(GivenFlag(name: name, value: next))
      rest = rest.dropFirst()
    } else {
      var message: StyledText = "--\(ours: name) needs a value: --\(ours: name) \(ours: placeholder)"
      if let next = rest.first, next != "--" {
        let nextName = String(next.prefix { $0 != "=" })
        message +=
          "; after it comes \(given: nextName), which looks like a flag (if it is the value, join them with =)"
      }
      throw Misuse(message)
    }
  }

  private struct KnownFlag {
    let name: String
    let placeholder: String?
  }

  private var known: [KnownFlag] {
    (command?.flags ?? []).filter { !$0.isHidden }.map { KnownFlag(name: $0.name, placeholder: $0.placeholder) }
      + grammar.everywhere.map { KnownFlag(name: $0.name, placeholder: $0.placeholder) }
  }

  private func unknownCommand(_ word: String) -> Misuse {
    if word.contains("/") || word.hasSuffix(".xml") {
      return Misuse("unknown command \(given: word); to judge a file: \(ours: grammar.program) validate FILE")
    }
    let names = CommandWord.allCases.map(\.rawValue)
    return Misuse("unknown command \(given: word); \(suggestion(for: word, among: names, called: "the commands are"))")
  }

  /// The value after `=` is never repeated: it may be a secret.
  private func unknownFlag(_ word: String, _ name: String) -> Misuse {
    let shown = String(word.prefix { $0 != "=" })
    let names = known.map(\.name)
    if !word.hasPrefix("--") {
      let initial = names.filter { $0.first == name.first }
      let meant =
        Nearest.suggestion(for: name, among: names) ?? (name.count == 1 && initial.count == 1 ? initial.first : nil)
      let hint: StyledText =
        meant.map { "did you mean --\(ours: $0)?" } ?? "before a word that begins with a dash, write --"
      return Misuse("unknown flag \(given: shown): flags have two dashes and a whole word; \(hint)")
    }
    let owners = grammar.allCommands.filter { $0.flags.contains { $0.name == name && !$0.isHidden } }
    if !owners.isEmpty {
      let isYetToCome = command.map { current in owners.contains { $0.path.starts(with: current.path) } } ?? true
      if isYetToCome {
        let place = command.map { "\(grammar.program) \($0.name) <action>" } ?? "\(grammar.program) <command>"
        return Misuse("--\(ours: name) goes at the end: \(ours: place) --\(ours: name)")
      }
      let here = (command?.path ?? []).joined(separator: " ")
      let there = listed(owners.map { $0.path.joined(separator: " ") }, last: "and")
      return Misuse("\(ours: here) has no flag --\(ours: name); it belongs to \(ours: there)")
    }
    let meant: StyledText = Nearest.suggestion(for: name, among: names).map { "; did you mean --\(ours: $0)?" } ?? ""
    return Misuse("unknown flag \(given: shown)\(meant)")
  }

  private func check(topic: [String]) throws(Misuse) {
    guard let first = topic.first, grammar.command(at: topic) == nil else { return }
    if topic.count == 1, grammar.topics.contains(where: { $0.rawValue == first }) { return }
    let subcommands = grammar.command(at: [first])?.subcommands ?? []
    let names =
      subcommands.isEmpty ? (grammar.commands.map(\.name) + grammar.topics.map(\.rawValue)) : subcommands.map(\.name)
    let unknown = subcommands.isEmpty ? topic.joined(separator: " ") : topic[1]
    throw Misuse(
      "no help about \(given: topic.joined(separator: " ")); \(suggestion(for: unknown, among: names, called: "there is help about"))"
    )
  }

  private func suggestion(for word: String, among names: [String], called introduction: String) -> StyledText {
    if let near = Nearest.suggestion(for: word, among: names) { return "did you mean \(ours: near)?" }
    return "\(ours: introduction) \(ours: names.joined(separator: ", "))"
  }
}
