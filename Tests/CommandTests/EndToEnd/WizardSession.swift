import Console
import Support
import Testing

/// The wizard line by line on a terminal, with a person at it.
final class WizardSession {
  let terminal: PseudoTerminal
  private let columns: Int

  /// Starts the wizard, without colour unless asked for.
  ///
  /// - Parameter store: where the set-up is kept.
  init(
    store: String, _ arguments: [String] = ["setup", "okta"], colour: String = "never",
    environment more: [String: String] = [:], columns: Int = 80
  ) throws {
    self.columns = columns
    let lines = arguments.first == "setup" ? ["--plain"] : []
    terminal = try PseudoTerminal(
      try Support.binary(named: "signpost"),
      arguments + lines + ["--store", store, "--now", Signpost.now, "--color", colour],
      environment: Signpost.environment.merging(more) { $1 }, columns: columns, directory: Signpost.root)
  }

  /// Waits for a question, and returns what stands between the last one and it.
  @discardableResult
  func meet(prompt: String) throws -> String {
    try terminal.expect(prompt.asQuestion(columns: columns))
  }

  /// Waits for the question of that number, and returns what stands between the last one and it.
  @discardableResult
  func meet(_ index: Int) throws -> String {
    try meet(prompt: Operator.exchanges[index].prompt)
  }

  /// Waits for the question of that number and answers it.
  func answer(_ index: Int) throws {
    try meet(index)
    try terminal.send(Operator.exchanges[index].answer + "\n")
  }

  /// Answers questions up to, and without, one that is then met.
  func walk(from first: Int = 0, to last: Int) throws {
    for index in first..<last { try answer(index) }
    if last < Operator.exchanges.count { try meet(last) }
  }

  /// Leaves by the command for it at the question that was met.
  func leave(at index: Int) throws {
    try terminal.send(Operator.exchanges[index].command("q"))
    try terminal.expect(Said.saved)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  /// Sees the end, and wants no documents written.
  func finish() throws {
    try terminal.expect(Said.done)
    try terminal.expect(Said.handOver)
    try terminal.send("\n")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  /// All that was shown so far, on one line, so that wrapping does not matter.
  var shown: String { terminal.transcript.unwrapped }
}

extension String {
  /// The question as a terminal of that width shows it, where it is asked by lines: wrapped if it is wider.
  func asQuestion(columns: Int) -> String {
    var appearance = Appearance.plain
    appearance.columns = columns
    appearance.decoration = .unicode
    let line = StyledText(ours: self)
    guard line.columns(for: appearance) > appearance.textWidth else { return self }
    return line.wrapped(for: appearance).rendered(appearance).replacing("\n", with: "\r\n") + " "
  }
}
