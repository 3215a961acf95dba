/// The word of a command and its line in the list of commands, in the order in which commands are presented. What else a
/// command is, is only worked out for the one that is asked for.
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

  /// What it does, in a line of the list of commands: lower case, no full stop.
  var summary: String {
    switch self {
    case .setup: "start or resume the guided set-up"
    case .status: "show what is done, next and stale, and the dates ahead"
    case .step: "close, skip, reopen, annotate or answer steps"
    case .log: "show who did what and when, with which evidence"
    case .validate: "judge SAML metadata, one file or a pair"
    case .inspect: "show what a metadata file says, without judging it"
    case .compare: "what changed, and whether that costs sign-ins"
    case .export: "write the checklist as a document to hand over"
    case .importing: "take ticks, values and notes back from an edited export"
    case .verify: "ask the live systems, and judge exported lists"
    case .diagnose: "explain a SAML response, a CloudTrail event or an error"
    case .generate: "write files for other tools from the set-up's values"
    case .rules: "list the rules that validate applies"
    case .explain: "explain one rule or one step in full"
    case .config: "show the settings of validate"
    case .completions: "print what lets a shell complete command lines"
    case .man: "print the manual page, for man to show"
    case .help: "help about a command or a topic"
    }
  }
}
