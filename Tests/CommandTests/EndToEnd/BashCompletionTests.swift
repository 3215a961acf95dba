import Platform
import Support
import Testing

@testable import signpost

/// What bash answers at a place in a command line, when it has read the script and nothing else.
@Suite("Completions: bash itself", .enabled(if: TestTool.isHere("bash")))
struct BashCompletionTests {
  /// The answers behind the last word, which is what the cursor stands at; `compopt` shows what is left to readline.
  static func answers(_ words: [String]) throws -> [String] {
    let driver = """
      source "$0"
      compopt() { printf 'compopt %s\\n' "$*"; }
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _signpost
      for word in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do printf '%s\\n' "$word"; done
      """
    return try TemporaryDirectory.with { directory in
      let script = directory.path("script")
      try TestFile.write(Signpost.run("completions bash").output, to: script)
      let run = try ChildProcess.run(
        executable: try #require(TestTool.path(of: "bash")),
        arguments: ["--norc", "--noprofile", "-u", "-c", driver, script] + words,
        environment: Signpost.environment, deadline: .seconds(60), outputLimit: 1 << 20)
      #expect(run.ending == .exited(status: 0) && run.errors.isEmpty, "\(String(decoding: run.errors, as: UTF8.self))")
      return String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  @Test(
    "words that are completed",
    arguments: [
      ("signpost va", ["validate"]),
      ("signpost st", ["status", "step"]),
      ("signpost --store x --quiet setup o", ["okta", "onelogin"]),
      ("signpost --name step va", ["validate"]),
      ("signpost step d", ["done"]),
      ("signpost verify sign-in --o", ["--open"]),
      ("signpost validate --form", ["--format"]),
      ("signpost validate --format j", ["json", "junit"]),
      ("signpost validate a.xml --fail-on n", ["note", "never"]),
      ("signpost validate --select KEY009,KEY01", (10...19).map { "KEY009,KEY0\($0)" }),
      ("signpost status --fail-on expiry,i", ["expiry,incomplete"]),
      ("signpost explain RESP00", (1...9).map { "RESP00\($0)" }),
      ("signpost step done save-okta", ["save-okta-metadata"]),
      ("signpost help exit", ["exit-status"]),
      ("signpost completions ", ["bash", "zsh", "fish"]),
      ("signpost verify scim --tok", ["--token-file", "--token-command", "--token-created"]),
      ("signpost config explain --validate-f", []),
      ("signpost status --name s", []),
      ("signpost compare old.xml new.xml --pl", ["--planned"]),
      ("signpost setup okta ping --pl", ["--plain"]),
      ("signpost nonsense va", []),
      ("signpost validate --format $(touch", []),
      ("signpost *", []),
    ])
  func answered(line: String, expected: [String]) throws {
    #expect(try Self.answers(line.components(" ")) == expected)
  }

  @Test("behind the program every command, behind a command with nothing else to say its flags")
  func all() throws {
    #expect(try Self.answers(["signpost", ""]) == Grammar.signpost.commands.map(\.name))
    let flags = try Self.answers(["signpost", "rules", ""])
    #expect(flags == ["--format"] + Everywhere.flags.map { "--" + $0.name })
  }

  @Test("a value behind an equals sign, as readline divides it and as it does where it was told not to")
  func equals() throws {
    #expect(try Self.answers(["signpost", "validate", "--format", "=", "j"]) == ["json", "junit"])
    #expect(try Self.answers(["signpost", "inspect", "--format", "="]) == ["human", "json"])
    #expect(try Self.answers(["signpost", "validate", "--format=j"]) == ["--format=json", "--format=junit"])
    // The value was given: what follows is an argument.
    #expect(try Self.answers(["signpost", "export", "--format", "=", "ics", "ok"]) == ["okta"])
    #expect(
      try Self.answers(["signpost", "setup", "--portal-url", "https", ":", "//a.example/start", "ok"]) == ["okta"])
  }

  @Test("files and directories are left to readline, which knows how to quote them")
  func files() throws {
    for line in [
      "signpost validate ", "signpost compare old.xml ", "signpost validate --idp o", "signpost inspect -- --f",
      "signpost export --output ", "signpost step done x --evidence ", "signpost validate a b c d",
    ] {
      #expect(try Self.answers(line.components(" ")) == ["compopt -o default"], "\(line)")
    }
    #expect(try Self.answers(["signpost", "--store", ""]) == ["compopt -o dirnames"])
  }
}
