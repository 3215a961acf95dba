import Platform
import Support
import Testing

@testable import signpost

@Suite(
  "A secret near every command", .enabled(if: TestTool.isHere("strace") && TestTool.isHere("curl")),
  .timeLimit(.minutes(30)))
struct CanaryTests {
  static let secret = "canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj"

  /// The commands that do something, and those that only say which actions they have.
  static let commands = Grammar.signpost.allCommands.map { $0.path.joined(separator: " ") }

  @Test("every command has its cases")
  func complete() {
    #expect(Self.commands.sorted() == CanaryCases.lines.keys.sorted())
  }

  @Test("it is in no output, in no file and in no argument of another program", arguments: commands)
  func quiet(command: String) throws {
    try CanaryPlace.with { place in
      for line in try #require(CanaryCases.lines[command]) {
        let seen = try place.run(line)
        for form in VerifySecretsTests.forms(of: Self.secret) {
          let leaks = seen.filter { $0.text.contains(form) }
          #expect(leaks.isEmpty, "\(line): \(form) is in \(leaks.map(\.name)): \(leaks.map(\.text))")
        }
        if line.hasSuffix("verify aws") || line.contains("127.0.0.1:9/a/scim/v2 --token-file") {
          #expect(try place.children.contains { $0.contains("curl") || $0.contains("/aws\"") }, "\(line)")
        }
      }
    }
  }

  @Test("the search finds it: in an output, a file, an argument, and where a child was meant to have it")
  func control() throws {
    try CanaryPlace.with { place in
      for (line, name) in [
        ("verify scim --group @ --token-file -", "standard output"),
        ("validate Fixtures/okta.xml --output @", "standard error"),
      ] {
        #expect(try place.run(line).filter { $0.text.contains(Self.secret) }.map(\.name).contains(name), "\(line)")
      }
      try TestFile.write(Self.secret, to: place.path("home/.cache/left", creating: true))
      #expect(try place.run("status").contains { $0.name.hasSuffix(".cache/left") && $0.text.contains(Self.secret) })
      try TestFile.remove(place.path("home/.cache/left"))
      let sent = try place.run("verify scim --token-command \"/bin/echo @\" --endpoint http://127.0.0.1:9/a")
      #expect(!sent.contains { $0.name == "arguments" && $0.text.contains(Self.secret) })
      let told = try place.run(
        "verify scim --token-command \"/bin/echo @\" --endpoint http://127.0.0.1:9/a --allow-endpoint http://127.0.0.1:9/a"
      )
      #expect(told.contains { $0.name == "arguments" && $0.text.contains(Self.secret) })
      _ = try place.run("verify aws")
      #expect(try TestFile.text(place.path("fake/environment")).contains("AWS_SECRET_ACCESS_KEY=\(Self.secret)"))
    }
  }
}
