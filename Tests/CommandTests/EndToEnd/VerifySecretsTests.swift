import Platform
import Support
import Testing

@Suite("signpost verify: the token", .enabled(if: TestTool.isHere("curl")), .timeLimit(.minutes(30)))
struct VerifySecretsTests {
  static let token = VerifySCIMTests.token

  /// The forms in which a secret could have been written down.
  static func forms(of secret: String) -> [String] {
    var forms = [secret, String(secret.prefix(secret.count / 2)), String(secret.suffix(secret.count / 2))]
    // Of a longer text a secret may begin at any of three places.
    for lead in 0..<3 {
      let bytes = Array(repeating: UInt8(ascii: " "), count: lead) + Array(secret.utf8)
      forms.append(String(base64(bytes).dropFirst(lead == 0 ? 0 : 4).dropLast(4)))
    }
    return forms
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let word = group[0] << 16 | group[1] << 8 | group[2]
      for shift in [18, 12, 6, 0] { text.append(alphabet[Int(word >> UInt32(shift)) & 63]) }
    }
    return text
  }

  @Test("the token is in no argument, variable, file, journal, export or output, in no form")
  func canary() throws {
    try TemporaryDirectory.with { directory in
      let store = try VerifyRecordTests.setUp(directory)
      try TestFile.makeDirectory(directory.path("bin"))
      try TestFile.makeDirectory(directory.path("temporary"))
      let seen = directory.path("seen")
      let real = try #require(TestTool.path(of: "curl"))
      // A go-between that writes down all that is open to see of the real program.
      try TestFile.write(
        "#!/bin/sh\n{ printf '%s\\n' \"$0\" \"$@\"; tr '\\0' '\\n' < /proc/$$/environ; } >> '\(seen)'\nexec \(real) \"$@\"\n",
        to: directory.path("bin/curl"), mode: 0o700)
      try TestFile.write(Self.token + "\n", to: directory.path("token"), mode: 0o600)
      let server = try SCIMServer(
        token: Self.token, groups: ["Developers", "DevOps"], users: [.init("ada@example.com")])
      defer { server.stop() }
      let environment = ["PATH": directory.path("bin") + ":/usr/bin:/bin", "TMPDIR": directory.path("temporary")]
      let base = [
        "verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--store", store,
      ]
      let sources: [([String], String)] = [
        (["--token-file", "-"], Self.token), (["--token-file", directory.path("token")], ""),
        (["--token-command", "/bin/cat '\(directory.path("token"))'", "--format", "json"], ""),
        (["--token", Self.token], ""), (["--token=\(Self.token)"], ""),
      ]
      var written: [String] = []
      let manners: [SCIMServer.Manner] = [
        .honest, .status(401), .status(302, headers: ["Location: https://evil.example/?t=\(Self.token)"]),
        .body("{\"detail\":\"\(Self.token)\"}"),
        .bytes(Array("HTTP/1.1 400 \(Self.token)\r\n\r\n{\"detail\":\"\(Self.token)\"}".utf8)),
        .body("<html>\(Self.token)"), .cut,
      ]
      for manner in manners {
        server.behave(manner)
        for (arguments, input) in sources {
          let run = try Signpost.run(base + arguments, input: input, environment: environment)
          written += [run.output, run.errors]
          if arguments[0].hasPrefix("--token=") || arguments[0] == "--token" {
            #expect(run.status == 2 && run.message.contains("generate another"), "\(run.message)")
          }
        }
      }
      #expect(server.requests.contains { $0.contains("Authorization: Bearer \(Self.token)") })
      for line in [
        "status", "log", "log --format json", "export", "export --format json", "export --format html",
        "export --format ics",
      ] {
        written.append(try Signpost.run(words(line) + ["--store", store]).output)
      }
      for file in try Signpost.files(in: store) { written.append(try TestFile.text(store + "/" + file)) }
      written.append(try TestFile.text(seen))
      #expect(try TestFile.text(seen).contains("--config"))
      #expect(try Signpost.files(in: directory.path("temporary")).isEmpty)
      for form in Self.forms(of: Self.token) {
        #expect(!written.contains { $0.contains(form) }, "\(form) was written down")
      }
    }
  }

  @Test("a token file that others can read, a link, a pipe, one with too much in it")
  func tokenFiles() throws {
    try TemporaryDirectory.with { directory in
      let server = try SCIMServer(token: Self.token)
      defer { server.stop() }
      func run(_ name: String) throws -> Signpost.Run {
        try Signpost.run([
          "verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--token-file",
          directory.path(name),
        ])
      }
      try TestFile.write(Self.token, to: directory.path("open"), mode: 0o644)
      try TestFile.write("\u{FEFF}" + Self.token + "\r\n", to: directory.path("good"), mode: 0o600)
      try TestFile.makeLink(at: directory.path("link"), to: directory.path("good"))
      try TestFile.makeNamedPipe(directory.path("pipe"))
      try TestFile.write("", to: directory.path("empty"), mode: 0o600)
      try TestFile.write(Self.token + "\n" + Self.token, to: directory.path("two"), mode: 0o600)
      try TestFile.write(String(repeating: "x", count: 1 << 20), to: directory.path("large"), mode: 0o600)
      for (name, status, words) in [
        ("open", 3, "its mode is 0644"), ("link", 3, "symbolic link"), ("pipe", 3, "a named pipe"),
        ("empty", 2, "the token is empty"), ("two", 2, "several lines"), ("large", 3, "larger than"),
        ("none", 3, "no such file"),
      ] as [(String, Int32, String)] {
        let run = try run(name)
        #expect(run.status == status && run.message.contains(words), "\(name): \(run.message)")
      }
      #expect(server.requests.isEmpty)
      #expect(try run("good").status == 0)
    }
  }

  @Test("a command that everybody may have exchanged is not run; one that is none is not repeated")
  func tokenCommands() throws {
    try TemporaryDirectory.with { directory in
      let server = try SCIMServer(token: Self.token)
      defer { server.stop() }
      func run(_ command: String) throws -> Signpost.Run {
        try Signpost.run([
          "verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--token-command",
          command,
        ])
      }
      let script = "#!/bin/sh\ntouch '\(directory.path("ran"))'\necho \(Self.token)\n"
      try TestFile.write(script, to: directory.path("exposed"), mode: 0o777)
      let exposed = try run(directory.path("exposed"))
      #expect(exposed.status == 3 && exposed.message.contains("everybody may write to"), "\(exposed.message)")
      #expect(!TestFile.exists(directory.path("ran")) && server.requests.isEmpty)
      for command in ["'\(Self.token)", "\(Self.token)\"", "'' \(Self.token)"] {
        let none = try run(command)
        #expect(none.status == 2 && none.message.contains("found something else, which is not repeated"))
        #expect(!none.message.contains(Self.token) && !none.output.contains(Self.token))
      }
      try TestFile.setPermissions(0o700, of: directory.path("exposed"))
      #expect(try run(directory.path("exposed")).status == 0)
    }
  }

  @Test("without a terminal the flag is named; on one the token is not shown")
  func prompt() throws {
    try TemporaryDirectory.with { directory in
      let server = try SCIMServer(token: Self.token)
      defer { server.stop() }
      let arguments = [
        "verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--store",
        directory.path("none"),
      ]
      let piped = try Signpost.run(arguments, input: Self.token)
      #expect(piped.status == 4 && piped.message.contains("--token-file FILE"), "\(piped.message)")
      let terminal = try PseudoTerminal(
        try Support.binary(named: "signpost"), arguments, environment: Signpost.environment)
      try terminal.expect("SCIM access token (it is not shown): ")
      try terminal.send(Self.token + "\n")
      try terminal.expect("2 passed")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(!terminal.transcript.contains(Self.token))
    }
  }

  @Test(
    "Ctrl-C while a service does not answer, or is given time, ends it, and nothing is recorded",
    arguments: [SCIMServer.Manner.silence, .status(503, headers: ["Retry-After: 10"])])
  func interrupted(manner: SCIMServer.Manner) throws {
    try TemporaryDirectory.with { directory in
      let store = try VerifyRecordTests.setUp(directory)
      try TestFile.write(Self.token, to: directory.path("token"), mode: 0o600)
      let journal = try TestFile.read(store + "/okta.journal")
      let server = try SCIMServer(token: Self.token, manner: manner)
      defer { server.stop() }
      let terminal = try PseudoTerminal(
        try Support.binary(named: "signpost"),
        [
          "verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--store", store,
          "--token-file", directory.path("token"),
        ], environment: Signpost.environment)
      while server.requests.isEmpty { terminal.pause(microseconds: 10_000) }
      try terminal.send("\u{3}")
      try terminal.expect("nothing was recorded")
      #expect(try terminal.waitForExit() == .exited(130) && server.requests.count == 1)
      #expect(try TestFile.read(store + "/okta.journal") == journal)
    }
  }

  @Test("whom it asks stands there before anybody is asked")
  func announced() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write(Self.token, to: directory.path("token"), mode: 0o600)
      try TestFile.makeNamedPipe(directory.path("go"))
      try TestFile.write(
        "#!/bin/sh\nread -r word < '\(directory.path("go"))'\nprintf 'HTTP/1.1 401 No\\r\\n\\r\\n{}'\n",
        to: directory.path("curl"), mode: 0o700)
      let endpoint = "https://scim.eu-west-1.amazonaws.com/\(SCIMServer.tenant)/scim/v2"
      let terminal = try PseudoTerminal(
        try Support.binary(named: "signpost"),
        [
          "verify", "scim", "--endpoint", endpoint, "--store", directory.path("none"), "--token-file",
          directory.path("token"),
        ], environment: Signpost.environment.merging(["PATH": directory.path]) { $1 })
      // What stands in the place of curl does not answer before that was read.
      try terminal.expect("every request only reads")
      try TestFile.write("go\n", to: directory.path("go"))
      try terminal.expect("the token is wrong")
      #expect(try terminal.waitForExit() == .exited(1))
    }
  }
}
