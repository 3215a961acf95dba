import Platform
import Support
import Testing

@Suite("A command that was killed while it put a file in its place", .enabled(if: TestTool.isHere("strace")))
struct LeftoverTests {
  @Test("leaves what it had written; the next one that writes for the set-up removes it, and looking changes nothing")
  func swept() throws {
    let strace = try #require(TestTool.path(of: "strace"))
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let killed = try ChildProcess.run(
        executable: "/bin/sh",
        arguments: [
          "-c", "cd \"$0\" && exec \"$@\"", Signpost.root, strace, "-f", "-qq", "-o", "/dev/null", "-e",
          "trace=rename,renameat,renameat2", "-e", "inject=rename,renameat,renameat2:signal=KILL",
          try Support.binary(named: "signpost"), "setup", "okta", "--answers", "Fixtures/answers-okta.json",
          "--no-input", "--store", store, "--now", Signpost.now,
        ],
        environment: Signpost.environment, deadline: .seconds(60), outputLimit: 1 << 20)
      #expect(killed.ending != .exited(status: 0))
      func leftovers() throws -> [String] {
        try Signpost.files(in: store).filter { $0.hasPrefix(".signpost-okta-") && $0.hasSuffix(".tmp") }
      }
      #expect(try leftovers().count == 1 && !TestFile.exists(store + "/okta.answers.json"))
      #expect(try Signpost.run(["status", "--store", store]).status == 0)
      #expect(try leftovers().count == 1)
      #expect(try Signpost.run(["step", "note", "enable-scim", "--reason", "later", "--store", store]).status == 0)
      #expect(try leftovers().isEmpty)
    }
  }
}
