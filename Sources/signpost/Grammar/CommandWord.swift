/// The word of a command, in the order in which commands are presented. What a command is, is only worked out for the one
/// that is asked for.
enum CommandWord: String, CaseIterable {
  case setup, status, step, log, validate, inspect, compare, export
  case importing = "import"
  case verify, diagnose, generate, rules, explain, config, completions, man, help

  /// The command.
  var spec: CommandSpec {
    switch self {
    case .setup: .setup
    case .status: .status
    case .step: .step
    case .log: .log
    case .validate: .validate
    case .inspect: .inspect
    case .compare: .compare
    case .export: .export
    case .importing: .importing
    case .verify: .verify
    case .diagnose: .diagnose
    case .generate: .generate
    case .rules: .rules
    case .explain: .explain
    case .config: .config
    case .completions: .completions
    case .man: .man
    case .help: .help
    }
  }
}
