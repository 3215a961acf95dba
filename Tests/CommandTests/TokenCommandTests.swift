import Console
import Platform
import SAML
import Support
import Testing

@testable import signpost

@Suite("A command that prints the token")
struct TokenCommandTests {
  @Test("one that is not done in time is ended, and that is said")
  func tooSlow() async {
    await #expect(processExitsWith: .success) {
      let line = ["verify", "scim", "--token-command", "/bin/sleep 60"]
      guard case .verify(let options) = try Grammar.signpost.parse(line, environment: [:]).command else {
        throw SupportFailure("that is no verify")
      }
      let screen = Screen(sink: Sink { _ in }, appearance: .plain)
      let program = Program(
        environment: [:], now: Instant(seconds: 0), clock: { Instant(seconds: 0) }, everywhere: Everywhere(),
        output: screen, notices: screen,
        input: TerminalInput(descriptor: 0, named: "standard input", flush: {}), flush: {}, origins: [:])
      let failure = #expect(throws: Failure.self) {
        try TokenSource(options: options, program: program, patience: .seconds(1)).token()
      }
      try #require(failure?.status == .couldNot)
      let message = "it was not done after 1 seconds; run it by itself to see what it waits for"
      try #require(failure?.message.rendered(.plain) == "error: --token-command: \(message)")
    }
  }
}
