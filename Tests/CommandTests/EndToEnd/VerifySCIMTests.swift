import Platform
import Support
import Testing

@Suite("signpost verify scim: a SCIM service on this machine", .timeLimit(.minutes(30)))
struct VerifySCIMTests {
  static let token = "canaryTok3nQ9w8E7r6T5y4U3i2O1p0AsDfGhJkLzXcVbNm"

  /// Whether the program that asks is here; where it is not, the tests say so.
  static let hasCurl = TestTool.isHere("curl")

  /// Runs `verify scim` against a server.
  private func verify(
    _ server: SCIMServer, _ more: [String] = [], token: String = token, environment: [String: String] = [:]
  ) throws -> Signpost.Run {
    try Signpost.run(
      ["verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--token-file", "-"]
        + more,
      input: token + "\n", environment: environment)
  }

  @Test("a service that is as it should be", .enabled(if: hasCurl))
  func passes() throws {
    let server = try SCIMServer(
      token: Self.token, groups: ["Developers", "Dev \"Ops\" & \\Co"], users: [.init("ada@example.com")])
    defer { server.stop() }
    let arguments = ["--group", "Developers", "--group", "Dev \"Ops\" & \\Co", "--user", "ada@example.com"]
    let run = try verify(server, arguments)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.unwrapped.contains("5 passed; asked: http://127.0.0.1"))
    #expect(run.message.hasPrefix("asks http://127.0.0.1:\(server.port)/"), "\(run.message)")
    #expect(server.requests.allSatisfy { $0.hasPrefix("GET ") } && server.requests.count == 5)
    let json = try verify(server, arguments + ["--format", "json"])
    #expect(json.status == 0 && json.output.contains("\"schema\": \"signpost.verify/v1\""))
    #expect(try verify(server, arguments + ["--format", "json"]).outputBytes == json.outputBytes)
  }

  @Test(
    "an endpoint that is allowed is the one that is asked where no other is given, set-up or not", .enabled(if: hasCurl)
  )
  func allowedAlone() throws {
    try TemporaryDirectory.with { directory in
      let server = try SCIMServer(token: Self.token, groups: ["Developers"], users: [])
      defer { server.stop() }
      let store = ["--store", directory.path("store")]
      let line = ["--allow-endpoint", server.endpoint, "--token-file", "-", "--group", "Developers"] + store
      for check in ["scim", "groups"] {
        let none = try Signpost.run(["verify", check] + line, input: Self.token)
        #expect(none.status == 0 && none.message.hasPrefix("asks http://127.0.0.1:"), "\(check): \(none.errors)")
      }
      for name in ["first", "second"] {
        #expect(try Signpost.run(["setup", "okta", "--no-input", "--name", name] + store).status == 4)
      }
      let several = try Signpost.run(["verify", "scim"] + line, input: Self.token)
      #expect(
        several.status == 0 && several.message.hasPrefix("note: there are several set-ups; "), "\(several.errors)")
      let needed = try Signpost.run(["verify", "scim", "--token-file", "-"] + store, input: Self.token)
      #expect(needed.status == 2 && needed.message.contains("there are several set-ups: first, second"))
    }
  }

  @Test("what is not there, and what was meant by it, with code points", .enabled(if: hasCurl))
  func misspelt() throws {
    let server = try SCIMServer(
      token: Self.token, groups: (0..<5).map { "Group \($0)" } + ["devops", "Data\u{A0}Team", "\u{410}dmins"],
      users: [.init("ada@example.com", isActive: false)], pageSize: 2)
    defer { server.stop() }
    for (name, words) in [
      ("DevOps", "there is \"devops\" instead"), ("Data Team", "U+00A0 NO-BREAK SPACE"),
      ("Admins", "U+0410 CYRILLIC CAPITAL LETTER A"), ("Managers", "there is no group of this name among 8"),
    ] {
      let run = try verify(server, ["--group", name])
      #expect(run.status == 1, "\(name)")
      #expect(run.output.unwrapped.contains(words), "\(run.output)")
      #expect(run.output.commandsToTerminals.isEmpty)
    }
    #expect(try verify(server, ["--user", "ada@example.com"]).output.unwrapped.contains("there, and disabled"))
    #expect(try verify(server, ["--user", "bob@example.com"]).status == 1)
  }

  static let misbehaviours: [(SCIMServer.Manner, Int32, String)] = [
    (.status(401), 1, "the token is wrong, was deleted or has expired"),
    (.status(403), 1, "the token is known, and may not do this"),
    (.status(404), 1, "there is no such service at this address"),
    (.status(429, headers: ["Retry-After: 99999999"]), 3, "to be asked again after 99999999 seconds"),
    (.status(500), 3, "in trouble"), (.status(503), 3, "in trouble"), (.status(418), 3, "HTTP 418"),
    (.status(301, headers: ["Location: https://evil.example/"]), 3, "to https://evil.example/"),
    (.status(302, headers: ["Location: /again"]), 3, "it was not followed"),
    (.status(307, headers: ["Location: //evil.example"]), 3, "it was not followed"),
    (.status(308, headers: ["Location: ftp://evil.example"]), 3, "it was not followed"),
    (.body("<html><body>Sign in to the proxy</body></html>", type: "text/html"), 3, "a proxy that wants a sign-in"),
    (.body("{\"schemas\": [\"urn:ietf"), 3, "the answer is no JSON"),
    (.body("{\"schemas\":[\"x\"],\"patch\":{\"supported\":true}}"), 3, "not that of the SCIM service"),
    (.body(String(repeating: "[", count: 100_000)), 3, "the answer is no JSON"),
    (.body(""), 3, "the answer is no JSON"),
    (.bytes(Array("hello\r\n\r\n".utf8)), 3, "is none of HTTP"), (.bytes([]), 3, "broke off"), (.close, 3, "broke off"),
    (.cut, 3, "broke off"), (.headers, 3, "larger than any that AWS gives"),
    (.flood, 3, "larger than any that AWS gives"),
    (
      .bytes(
        Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n".utf8) + [0x1F, 0x8B, 8, 0]), 3,
      "it was not unpacked"
    ),
  ]

  @Test("a service that misbehaves has each time its own cause", .enabled(if: hasCurl), arguments: misbehaviours)
  func misbehaves(manner: SCIMServer.Manner, status: Int32, words: String) throws {
    let server = try SCIMServer(token: Self.token, manner: manner)
    defer { server.stop() }
    let run = try verify(server, ["--group", "DevOps"])
    #expect(run.status == status, "\(run.output)\(run.errors)")
    #expect(run.output.unwrapped.contains(words), "\(run.output)")
    #expect(run.output.contains("skipped  the group DevOps"))
    // A service that says that it is busy is asked once more, and no other.
    #expect(server.requests.count <= (manner == .status(503) ? 2 : 1) && !run.output.contains(Self.token))
    #expect(run.output.unwrapped.contains("at the second try") == (manner == .status(503)))
  }

  @Test(
    "a service that was busy for a moment is asked once more, and only that soon", .enabled(if: hasCurl),
    arguments: [
      (.busy(429, headers: ["Retry-After: 1"]), 0), (.busy(503), 0), (.busy(502), 0),
      (.busy(504, headers: ["Retry-After: 0"]), 0), (.busy(429), 3), (.busy(429, headers: ["Retry-After: 11"]), 3),
      (.busy(503, headers: ["Retry-After: 3600"]), 3), (.busy(429, headers: ["Retry-After: -1"]), 3),
      (.busy(503, headers: ["Retry-After: Sat, 21 Nov 2026 00:00:00 GMT"]), 3), (.busy(500), 3), (.busy(401), 1),
    ] as [(SCIMServer.Manner, Int32)])
  func busy(manner: SCIMServer.Manner, status: Int32) throws {
    let server = try SCIMServer(token: Self.token, groups: ["DevOps"], manner: manner)
    defer { server.stop() }
    let run = try verify(server, ["--group", "DevOps"])
    #expect(run.status == status, "\(run.output)\(run.errors)")
    #expect(server.requests.count == (status == 0 ? 4 : 1), "\(server.requests.count)")
    #expect(run.output.components("at the second try").count == (status == 0 ? 2 : 1))
  }

  @Test("another tenant, another token, an address cut short", .enabled(if: hasCurl))
  func elsewhere() throws {
    let server = try SCIMServer(token: Self.token)
    defer { server.stop() }
    for (end, status) in [("/00000000-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2", Int32(1)), ("/\(SCIMServer.tenant)/x", 1)] {
      let url = "http://127.0.0.1:\(server.port)\(end)"
      let run = try Signpost.run(
        ["verify", "scim", "--endpoint", url, "--allow-endpoint", url, "--token-file", "-"], input: Self.token)
      #expect(run.status == status, "\(run.output)")
    }
    #expect(try verify(server, token: "another").output.unwrapped.contains("HTTP 401: Not Authorized"))
  }

  @Test(
    "an address to which no token is given",
    arguments: [
      ("http://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2", "has to begin with https"),
      (
        "https://scim.eu-west-1.amazonaws.com.evil.example/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2",
        "SCIM endpoint of AWS alone"
      ),
      (
        "https://scim.eu-west-1.amazonaws.com@evil.example/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2",
        "SCIM endpoint of AWS alone"
      ),
      ("https://x@scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2", "nothing was sent"),
      ("https://scim.eu-west-1.amazonaws.com:8443/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2", "nothing was sent"),
      ("https://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/", "/scim/v2 is missing"),
      ("https://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2?x=y", "nothing was sent"),
      ("https://127.0.0.1:1/scim/v2", "SCIM endpoint of AWS alone"), ("https://10.0.0.1/scim/v2", "nothing was sent"),
    ])
  func refused(url: String, words: String) throws {
    let run = try Signpost.run(["verify", "scim", "--endpoint", url, "--token-file", "-"], input: Self.token)
    #expect(run.status == 2 && run.output.isEmpty && run.message.contains(words), "\(run.message)")
    for other in ["http://example.com/scim/v2", "http://localhost:1/scim/v2", "file:///etc/passwd"] {
      let run = try Signpost.run(
        ["verify", "scim", "--endpoint", other, "--allow-endpoint", other, "--token-file", "-"], input: Self.token)
      #expect(run.status == 2 && run.message.contains("by its number"), "\(run.message)")
    }
  }

  @Test("without curl it is named, with how to install it")
  func missing() throws {
    let server = try SCIMServer(token: Self.token)
    defer { server.stop() }
    let run = try verify(server, environment: ["PATH": "/nonexistent"])
    #expect(run.status == 3 && run.message.contains("curl was not found in PATH; install it"), "\(run.message)")
    #expect(server.requests.isEmpty)
  }
}
