import Console
import Platform

/// A program for tests to sit at: it asks the questions that its arguments name, on its terminal, and tells what came of
/// each. `--plain` asks by lines.
@main
final class Stage {
  private var output = Output(descriptor: 2, named: "standard error")
  private let environment = Environment.snapshot()

  private func flush() {
    try? output.flush()
  }

  private func run(_ arguments: [String]) {
    let columns = Terminal.size(of: 2)?.columns
    let areTerminals = Terminal.isTerminal(0) && Terminal.isTerminal(2) && Terminal.isForeground(0)
    let asking = Asking.decide(
      environment: environment, isPlain: arguments.contains("--plain"), areTerminals: areTerminals, columns: columns)
    let screen = Screen(
      sink: Sink { text in try? self.output.write(text) },
      appearance: .decide(
        environment: environment, isTerminal: Terminal.isTerminal(2), columns: columns, colour: .auto))
    let input = TerminalInput(descriptor: 0, named: "standard input") { self.flush() }
    let prompter = Prompter(source: input.lines, screen: screen, keys: asking == .fields ? input.keys : nil)
    for argument in arguments {
      guard let prompt = prompt(argument) else { continue }
      let outcome = prompter.ask(prompt)
      screen.print("\(ours: argument) came to \(untrusted: "\(outcome)")")
      flush()
      if outcome == .interrupted || outcome == .endOfInput { return }
    }
  }

  private func prompt(_ kind: String) -> Prompt? {
    let commands: [PromptCommand] = [.back, .skip, .help, .quit]
    return switch kind {
    case "text": .text("Sign-in URL", commands: commands)
    case "long": .text("IAM Identity Center Assertion Consumer Service (ACS) URL", commands: commands)
    case "secret": .secret("SCIM token", commands: commands)
    case "enter": .enter("Press Enter when done", commands: commands)
    case "passage": .text("Metadata", commands: commands).takingLines()
    case "path":
      .text("File", commands: commands)
        .completed(by: PathCompleter.onDisk(home: Environment.homeDirectory(variables: environment)).completer)
    case "choice":
      .choice(
        "Region",
        of: ["eu-central-1", "eu-west-1", "us-east-1", "us-west-2"].map { Choice(value: $0, title: $0) },
        default: "eu-west-1", commands: commands)
    default: nil
    }
  }

  static func main() {
    Interrupt.ignoreBrokenPipes()
    let stage = Stage()
    stage.run(Array(CommandLine.arguments.dropFirst()))
    stage.flush()
  }
}
