import Platform
import Support
import Testing

@Suite(
  "Offline: what judges files and keeps set-ups asks nobody", .enabled(if: TestTool.isHere("strace")),
  .timeLimit(.minutes(30)))
struct OfflineTests {
  /// The commands that have no reason to reach for the network, with how they end; % is a directory of the test's.
  static let lines: [(String, Int32)] = [
    ("validate Fixtures/okta.xml Fixtures/identity-center.xml", 0), ("inspect Fixtures/okta.xml", 0),
    ("compare Fixtures/okta.xml Fixtures/okta.xml", 0),
    ("setup okta --answers Fixtures/answers-okta.json --no-input", 0),
    ("status", 0), ("log", 0), ("export --format html", 0), ("export --format json", 0), ("generate aws-config", 0),
    ("verify users --from Fixtures/lists/okta-users.csv", 0), ("verify groups --from Fixtures/lists/groups.csv", 0),
    ("export --output %/checklist.md", 0), ("import %/checklist.md --dry-run", 0),
    ("diagnose Fixtures/broken/sign-in-event.json", 1), ("completions bash", 0), ("man", 0), ("config explain", 0),
    ("verify sign-in", 0), ("verify aws --print-policy", 0), ("rules", 0), ("explain KEY009", 0), ("help verify", 0),
    ("verify scim --endpoint https://evil.example/scim/v2 --token-file Fixtures/okta.xml", 2),
  ]

  @Test("no system call that has to do with the network is made")
  func quiet() throws {
    let strace = try #require(TestTool.path(of: "strace"))
    try TemporaryDirectory.with { directory in
      for (line, status) in Self.lines {
        let trace = directory.path("trace")
        let outcome = try ChildProcess.run(
          executable: "/bin/sh",
          arguments: [
            "-c", "cd \"$0\" && exec \"$@\"", Signpost.root, strace, "-f", "-qq", "-e", "trace=network,execve", "-o",
            trace, try Support.binary(named: "signpost"),
          ] + words(line).map { $0.replacing("%", with: directory.path) } + [
            "--store", directory.path("store"), "--now", Signpost.now,
          ],
          environment: Signpost.environment, deadline: .seconds(60), outputLimit: 16 << 20)
        #expect(
          outcome.ending == .exited(status: status), "\(line): \(String(decoding: outcome.errors, as: UTF8.self))")
        let calls = try TestFile.text(trace).split(separator: "\n")
        // That the program itself was started shows that something was traced at all.
        #expect(calls.count { $0.contains("execve(") } == 1, "\(line): \(calls)")
        let network = calls.filter { call in
          ["socket(", "connect(", "sendto(", "sendmsg(", "recvfrom(", "bind("].contains(where: call.contains)
        }
        #expect(network.isEmpty, "\(line): \(network)")
      }
    }
  }
}
