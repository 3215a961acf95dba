/// A command line that was understood.
struct Invocation: Sendable, Equatable {
  /// What was said with the flags that every command takes.
  var everywhere = Everywhere()
  /// What is to be done.
  var command: Command
  /// From where the values come that somebody has given, by the names of their flags.
  var origins: [String: ValueOrigin] = [:]
}

/// One of the things that can be asked for, with its choices typed.
enum Command: Sendable, Equatable {
  /// No command: on a terminal an offer to begin, elsewhere the short help.
  case bare
  case setup(SetupOptions)
  case status(StatusOptions)
  case step(StepOptions)
  case log(LogOptions)
  case validate(ValidateOptions)
  case inspect(InspectOptions)
  case compare(CompareOptions)
  case export(ExportOptions)
  case importing(ImportOptions)
  case verify(VerifyOptions)
  case verifyAll
  case diagnose(DiagnoseOptions)
  case generate(GenerateOptions)
  case rules(RulesOptions)
  case explain(ExplainOptions)
  case config(ConfigOptions)
  case completions(CompletionsOptions)
  case man
  case help(HelpOptions)
  /// `--version`.
  case version
}
