import Platform
import Support
import Testing

@Suite(
  "The Debian package",
  .enabled(if: TestTool.isHere("dpkg-deb") && TestTool.isHere("dpkg-shlibdeps")), .timeLimit(.minutes(30)))
struct DebianPackageTests {
  /// Another program than ours, which every Debian has: what it needs is known without building a release.
  private static let program = "/usr/bin/env"

  private func run(_ executable: String, _ arguments: [String], mask: String = "022") throws -> ChildProcess.Outcome {
    let outcome = try ChildProcess.run(
      executable: "/bin/sh", arguments: ["-c", "umask \(mask) && exec \"$0\" \"$@\"", executable] + arguments,
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SOURCE_DATE_EPOCH": "1700000000", "TZ": "UTC"],
      deadline: .seconds(60), outputLimit: 1 << 20)
    #expect(outcome.ending == .exited(status: 0), "\(String(decoding: outcome.errors, as: UTF8.self))")
    return outcome
  }

  private func text(_ executable: String, _ arguments: [String]) throws -> String {
    String(decoding: try run(executable, arguments).output, as: UTF8.self)
  }

  /// What `make install` leaves, with another program in the place of ours.
  private func makeTree(_ path: String) throws {
    try TestFile.makeDirectory(path + "/usr/bin")
    try TestFile.makeDirectory(path + "/usr/share/man/man1")
    try TestFile.makeDirectory(path + "/usr/share/zsh/site-functions")
    try TestFile.write(try TestFile.read(Self.program), to: path + "/usr/bin/signpost", mode: 0o700)
    try TestFile.write(".TH SIGNPOST 1\n", to: path + "/usr/share/man/man1/signpost.1")
    try TestFile.write("#compdef signpost\n", to: path + "/usr/share/zsh/site-functions/_signpost")
  }

  @Test("says what it is and needs, belongs to root, and is the same from another directory under another mask")
  func package() throws {
    try TemporaryDirectory.with { directory in
      var packages: [String] = []
      for (name, mask) in [("one", "022"), ("another", "077")] {
        let place = directory.path(name)
        try makeTree(place + "/tree")
        _ = try run(Signpost.root + "/.ci/debian", [place + "/tree", "1.2.3", place], mask: mask)
        let architecture = try text("dpkg", ["--print-architecture"]).split(separator: "\n").joined()
        packages.append(place + "/signpost_1.2.3_\(architecture).deb")
      }
      #expect(try TestFile.read(packages[0]) == TestFile.read(packages[1]))

      let format = "${Package} ${Version} ${Section} ${Priority}|${Depends}|${Suggests}|${Homepage}|"
      let fields = try text("dpkg-deb", ["--show", "--showformat=" + format, packages[0]]).components("|")
      #expect(fields[0] == "signpost 1.2.3 admin optional")
      #expect(fields[1].hasPrefix("libc6 (>= 2."), "\(fields[1])")
      #expect(!fields[1].contains("libxml2"), "the program is not linked with it")
      #expect(fields[2] == "awscli, curl, xmlsec1")
      #expect(fields[3].isEmpty)

      let listing = try text("dpkg-deb", ["--contents", packages[0]]).split(separator: "\n").map(String.init)
      #expect(listing.allSatisfy { $0.contains(" root/root ") && $0.contains(" 2023-11-14 22:13 ") }, "\(listing)")
      let modes = Set(listing.compactMap { $0.split(separator: " ").first.map(String.init) })
      #expect(modes == ["drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--"])
      for name in [
        "bin/signpost", "share/man/man1/signpost.1.gz", "share/zsh/vendor-completions/_signpost",
        "share/doc/signpost/copyright",
      ] {
        #expect(listing.contains { $0.hasSuffix(" ./usr/" + name) }, "\(name)")
      }
    }
  }
}
