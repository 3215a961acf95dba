import Console
import Platform

/// A program for tests to sit at: it asks the questions that its arguments name, on its terminal, and tells what came of
/// each. `--plain` asks by lines; `--board` asks on a board, where arguments name cards as well.
@main
final class Stage {
  private var output = Output(descriptor: 2, named: "standard error")
  private let environment = Environment.snapshot()

  private func flush() {
    try? output.flush()
  }

  private func run(_ arguments: [String]) {
    let columns = Terminal.size(of: 2)?.columns
    let areTerminals = Terminal.isTerminal(0) && Terminal.isTerminal(2)
    let asking = Asking.decide(
      environment: environment, isPlain: arguments.contains("--plain"), areTerminals: areTerminals, columns: columns)
    let screen = Screen(
      sink: Sink { text in try? self.output.write(text) },
      appearance: .decide(
        environment: environment, isTerminal: Terminal.isTerminal(2), columns: columns, colour: .auto))
    let input = TerminalInput(descriptor: 0, named: "standard input") { self.flush() }
    let prompter = Prompter(source: input.lines, screen: screen, keys: asking == .fields ? input.keys : nil)
    let board = arguments.contains("--board") ? Board(screen: screen, prompter: prompter) : nil
    for argument in arguments {
      if let card = card(argument) { board?.show(card) }
      guard let prompt = prompt(argument) else { continue }
      let outcome = board?.ask(prompt) ?? prompter.ask(prompt)
      screen.print("\(ours: argument) came to \(untrusted: "\(outcome)")")
      if outcome == .command(.help) { board?.remark([Paragraph("helped with \(ours: argument)")]) }
      flush()
      if outcome == .interrupted || outcome == .endOfInput { return }
    }
  }

  private func card(_ name: String) -> Card? {
    guard let rest = name.split(separator: "card-").first.flatMap({ Int($0) }), name.hasPrefix("card-") else {
      return nil
    }
    return Card(
      id: name,
      paragraphs: (1...rest).map { Paragraph("line \($0) of the card") } + [
        Paragraph(
          "https://eu-central-1.signin.aws.amazon.com/platform/saml/acs/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", indent: 2
        )
      ])
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
