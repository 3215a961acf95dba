import Platform
import Support
import Testing

@testable import signpost

@Suite("The manual page")
struct ManualPageTests {
  static let page = ManualPage(grammar: .signpost, version: Program.version, date: Program.versionDate)

  @Test("the page as it is, and as the program prints it")
  func golden() throws {
    Golden.expect(Self.page.text, at: "signpost.1")
    let run = try Signpost.run("man")
    #expect(run.status == 0 && run.errors.isEmpty && run.output == Self.page.text)
  }

  @Test("every command, flag, variable and exit status has its entry; what is refused has none")
  func complete() {
    let lines = Set(Self.page.text.split(separator: "\n").map(String.init))
    for command in Grammar.signpost.allCommands {
      #expect(lines.contains(".Ss " + Roff.escaped(command.path.joined(separator: " "))))
      for flag in command.flags {
        let form = ".It Fl \\-" + Roff.escaped(flag.name)
        #expect(lines.contains { $0 == form || $0.hasPrefix(form + " ") } == (flag.name != "token" && !flag.isHidden))
        if let variable = flag.variable { #expect(lines.contains(".It Ev " + variable)) }
      }
    }
    for status in ExitStatus.allCases { #expect(lines.contains(".It \(status.rawValue)")) }
    for title in ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES"] {
      #expect(lines.contains(".Sh " + title))
    }
  }

  @Test(
    "what would be a command of the formatter is text",
    arguments: [
      (".Sh NAME", "\\&.Sh NAME"), ("a \\fB b", "a \\efB b"), ("'br", "\\(aqbr"), ("--x `y`", "\\-\\-x \\(gay\\(ga"),
      ("One. Two.", "One.\nTwo."), ("e.g. this", "e.g. this"), ("\u{E9}", "\\[u00E9]"),
    ])
  func escaped(text: String, source: String) {
    #expect(Roff.prose(text) == source)
  }

  private func run(_ tool: String, _ arguments: [String], _ text: String) throws -> String? {
    guard let path = TestTool.path(of: tool) else { return nil }
    let run = try ChildProcess.run(
      executable: path, arguments: arguments, environment: Signpost.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 },
      input: Array(text.utf8), deadline: .seconds(60), outputLimit: 1 << 20)
    #expect(run.ending == .exited(status: 0))
    #expect(run.errors.isEmpty, "\(String(decoding: run.errors, as: UTF8.self))")
    return String(decoding: run.output, as: UTF8.self)
  }

  @Test("groff shows it without a warning, and what is to be typed comes out as it is typed")
  func groff() throws {
    guard let shown = try run("groff", ["-mdoc", "-Tascii", "-ww", "-P-cbou", "-rLL=100n"], Self.page.text) else {
      return
    }
    let text = shown.unwrapped
    for words in [
      "signpost validate [flags] file ...", "--expires-within DURATION", "--color WHEN",
      "signpost step skip enable-scim --reason \"users come by hand\"", "~/.local/state/signpost/",
      "signpost inspect aws.xml --format json",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    for provider in ProviderName.allowed { #expect(text.contains(provider), "\(provider)") }
    #expect(!text.contains("EntityID") && text.contains("entityID, addresses"))
  }

  @Test("mandoc has nothing to say against it")
  func mandoc() throws {
    // Of what it would say of style only the manuals that this machine lacks are left out.
    let said = try run("mandoc", ["-T", "lint", "-W", "warning"], Self.page.text)
    #expect(said ?? "" == "")
  }
}
