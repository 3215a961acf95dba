import Platform
import Support
import Testing

@Suite("make install and make uninstall", .enabled(if: TestTool.isHere("make")))
struct InstallTests {
  private func make(_ target: String, _ directory: TemporaryDirectory) throws {
    // The release is not built for it: what is installed is the program of the tests.
    let run = try ChildProcess.run(
      executable: try #require(TestTool.path(of: "make")),
      arguments: [
        "-C", Signpost.root, target, "RELEASE=:", "SIGNPOST=\(try Support.binary(named: "signpost"))",
        "DESTDIR=\(directory.path)", "PREFIX=/opt/a b",
      ],
      environment: Signpost.environment, deadline: .seconds(120), outputLimit: 1 << 20)
    #expect(run.ending == .exited(status: 0), "\(String(decoding: run.errors, as: UTF8.self))")
  }

  private static let installed = [
    "bin/signpost", "share/bash-completion/completions/signpost", "share/fish/vendor_completions.d/signpost.fish",
    "share/man/man1/signpost.1", "share/zsh/site-functions/_signpost",
  ]

  private func files(under path: String) throws -> [String] {
    let run = try ChildProcess.run(
      executable: "/usr/bin/find", arguments: [path, "!", "-type", "d"], environment: Signpost.environment,
      deadline: .seconds(60), outputLimit: 1 << 20)
    return String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
  }

  @Test("what is installed is what the program prints, and uninstall removes that and nothing else")
  func roundTrip() throws {
    try TemporaryDirectory.with { directory in
      let prefix = directory.path("opt/a b")
      try make("install", directory)
      #expect(try files(under: directory.path) == Self.installed.map { "\(prefix)/\($0)" })
      for (file, line) in [
        (Self.installed[1], "completions bash"), (Self.installed[2], "completions fish"), (Self.installed[3], "man"),
        (Self.installed[4], "completions zsh"),
      ] {
        #expect(try TestFile.text("\(prefix)/\(file)") == Signpost.run(line).output)
      }
      let bystander = "\(prefix)/share/man/man1/other.1"
      try TestFile.write("", to: bystander)
      try make("uninstall", directory)
      #expect(try files(under: directory.path) == [bystander])
      // Where nothing is installed there is nothing to remove, and that is no fault.
      try make("uninstall", directory)
    }
  }
}
