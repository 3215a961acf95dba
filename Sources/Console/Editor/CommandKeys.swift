/// How a field takes commands: Ctrl-X and the command's character, or Alt and the character.
struct CommandKeys: Sendable, Equatable {
  /// What a key was to it.
  enum Reading: Equatable {
    /// No business of commands.
    case other
    /// It was taken; nothing follows yet.
    case taken
    /// A command.
    case command(PromptCommand)
    /// A character that no command has.
    case unknown
  }

  let commands: [PromptCommand]
  private(set) var isOpen = false

  init(_ commands: [PromptCommand]) {
    self.commands = commands
  }

  mutating func read(_ key: Key) -> Reading {
    if isOpen {
      isOpen = false
      let character: Character
      switch key {
      case .character(let scalar), .alt(let scalar): character = Character(scalar)
      case .control(let letter): character = letter
      case .escape, .enter, .backspace: return .taken
      default: return .unknown
      }
      return command(character).map { .command($0) } ?? .unknown
    }
    switch key {
    case .control("x"):
      isOpen = !commands.isEmpty
      return isOpen ? .taken : .unknown
    case .alt(let scalar): return command(Character(scalar)).map { .command($0) } ?? .other
    default: return .other
    }
  }

  /// What is shown while a command's character is waited for.
  var list: StyledText {
    "\(.command("Ctrl-X")) then: "
      + commands.map { "\(.command("\(ours: String($0.key))")) \(ours: $0.meaning)" }.joined(separator: ", ")
  }

  /// What is shown after a character that no command has.
  var refusal: StyledText {
    commands.isEmpty ? "there are no commands here" : "that is no command of this prompt; \(list)"
  }

  private func command(_ character: Character) -> PromptCommand? {
    commands.first { $0.key.lowercased() == character.lowercased() }
  }
}
