import Console
import Platform
import SAML

/// The executable's entry point: streams and arguments in, an exit status out.
@main
struct Main {
  static func main() {
    Interrupt.ignoreBrokenPipes()
    let output = OutputStream(descriptor: 1, named: "standard output")
    let notices = OutputStream(descriptor: 2, named: "standard error")
    var isConversation = false
    var status = run(CommandLine.arguments, output: output, notices: notices, &isConversation)
    output.flush()
    if let failure = output.failure {
      // Whoever closed the pipe has seen enough; anything else means that the result is not all there.
      if failure.reason != .readerWentAway {
        notices.write("error: \(failure.description)\n")
        status = .couldNot
      }
    }
    notices.flush()
    // Questions and instructions that nobody could read have done nothing; elsewhere standard error only accompanies.
    if isConversation, status == .done, let failure = notices.failure, failure.reason != .readerWentAway {
      status = .couldNot
    }
    Environment.end(with: status.rawValue)
  }

  /// - Parameter line: the program's name, and its arguments.
  /// - Parameter isConversation: set where what is said on standard error is what the command is for.
  private static func run(
    _ line: [String], output: OutputStream, notices: OutputStream, _ isConversation: inout Bool
  ) -> ExitStatus {
    // Swift reads them from /proc on Linux, and finds not even a name where there is none. Taken for a line without
    // arguments, every check would pass.
    guard !line.isEmpty else {
      notices.write(
        """
        error: the arguments of this command cannot be read: /proc is missing, as in a chroot where it is not mounted; \
        mount it (mount -t proc proc /proc) and try again\n
        """)
      return .couldNot
    }
    let arguments = Array(line.dropFirst())
    if arguments == ["--version"] {
      // What scripts ask most often needs nothing of what follows.
      output.write(Program.versionLine)
      return .done
    }
    let environment = Environment.snapshot()
    func screen(_ stream: OutputStream, _ descriptor: Int32, _ colour: ColourChoice) -> Screen {
      Screen(
        sink: Sink(stream.write),
        appearance: .decide(
          environment: environment, isTerminal: Terminal.isTerminal(descriptor),
          columns: Terminal.size(of: descriptor)?.columns, colour: colour))
    }
    let invocation: Invocation
    do throws(UsageError) {
      invocation = try Grammar.signpost.parse(arguments, environment: environment)
    } catch {
      let colour = Grammar.signpost.skim(arguments).everywhere.color
      screen(notices, 2, colour).print(error.styled)
      return .badUsage
    }
    if case .setup = invocation.command { isConversation = true }
    let everywhere = invocation.everywhere
    let clock = { everywhere.now?.instant ?? Main.now }
    let flush = {
      output.flush()
      notices.flush()
    }
    let program = Program(
      environment: environment, now: clock(), clock: clock, everywhere: everywhere,
      output: screen(output, 1, everywhere.color), notices: screen(notices, 2, everywhere.color),
      input: TerminalInput(descriptor: 0, named: "standard input", flush: flush), flush: flush,
      origins: invocation.origins)
    do throws(Failure) {
      return try program.run(invocation.command)
    } catch {
      output.flush()
      program.notices.print(paragraph: error.message)
      if let command = error.command { program.notices.print("continue with: \(command)") }
      return error.status
    }
  }

  private static var now: Instant {
    Instant(seconds: Clock.now().seconds)
  }
}
