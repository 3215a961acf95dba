import Platform
import Support
import Testing

@testable import signpost

@Suite("Completions: the scripts")
struct CompletionTests {
  static let completions = Completions(grammar: .signpost)

  @Test("each script as it is", arguments: Shell.allCases)
  func golden(shell: Shell) {
    Golden.expect(Self.completions.script(for: shell), at: "completions/signpost.\(shell.rawValue)")
  }

  @Test("every command and every flag that can be typed is in each script; what is refused is in none")
  func complete() {
    for shell in Shell.allCases {
      let script = Self.completions.script(for: shell)
      for (command, flags) in Self.completions.commands {
        #expect(script.contains(command.name))
        for flag in flags { #expect(script.contains(flag.name), "\(shell.rawValue): \(flag.name)") }
      }
      for word in ["validate-format", "validate-output"] { #expect(!script.contains(word)) }
    }
    #expect(!Self.completions.commands.flatMap(\.flags).contains { $0.name == "token" })
    #expect(Self.completions.takingValues.contains("--token"))
  }

  @Test("a flag of one name takes a value with every command, or with none")
  func flagsAgree() {
    let flags = Grammar.signpost.allCommands.flatMap(\.flags).filter { !$0.isHidden }
    for flag in flags where flag.placeholder == nil {
      #expect(!Self.completions.takingValues.contains("--" + flag.name))
    }
  }

  @Test("the ids that are offered are known where they are taken")
  func knownIDs() throws {
    #expect(KnownIDs.judged.starts(with: ["XML", "MD"]) && KnownIDs.judged.contains("KEY009"))
    #expect(KnownIDs.rules.contains("SCIM006") && KnownIDs.rules.contains("RESP001"))
    #expect(KnownIDs.steps.contains("save-okta-metadata") && KnownIDs.steps == KnownIDs.steps.sorted())
    for ids in [KnownIDs.judged, KnownIDs.rules, KnownIDs.steps] {
      #expect(Set(ids).count == ids.count)
      for id in ids { #expect(id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) }
    }
    #expect(try Signpost.run(["explain", try #require(KnownIDs.steps.last)]).status == 0)
    let select = KnownIDs.judged.joined(separator: ",")
    #expect(try Signpost.run(["validate", "Fixtures/okta.xml", "--select", select]).status == 0)
  }

  static let hostile = [
    "it's", "$(touch x)", "`touch x`", "a\\b", "a;b|c&d", "a*b?", "\"quoted\"", "#no", "a[b]", "{a,b}",
  ]

  @Test("a quoted word is one word to the shell, and nothing in it is run", arguments: Shell.allCases)
  func quoting(shell: Shell) throws {
    guard let path = TestTool.path(of: shell.rawValue) else { return }
    try TemporaryDirectory.with { directory in
      for text in Self.hostile {
        for word in [shell.quoted(text), shell.escaped(text)] {
          let run = try ChildProcess.run(
            executable: path, arguments: ["-c", "cd '\(directory.path)'; printf '%s\\n' \(word)"],
            environment: Signpost.environment, deadline: .seconds(60), outputLimit: 1 << 16)
          #expect(String(decoding: run.output, as: UTF8.self) == text + "\n", "\(word)")
        }
      }
      #expect(try Directory.entries(of: directory.path).isEmpty)
    }
  }
}
