import Platform
import Setup
import Support
import Testing

@testable import Probes

/// What is asked of a SCIM service by `curl`, and what is made of what comes.
@Suite("SCIM, asked by curl", .enabled(if: TestTool.isHere("curl")), .timeLimit(.minutes(30)))
struct SCIMProbeTests {
  private func probe(
    _ endpoint: String, environment: [String: String] = [:], patience: Duration
  ) throws -> SCIMProbe {
    let environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    return SCIMProbe(
      try SCIMAddress(endpoint, allowing: endpoint),
      curl: Curl(try Tool.find(.curl, environment: environment), environment: environment, patience: patience),
      token: try BearerToken(reading: Array("token".utf8)), groups: [], user: nil)
  }

  @Test("what hangs is ended", arguments: [SCIMServer.Manner.drip, .silence])
  func late(manner: SCIMServer.Manner) throws {
    let server = try SCIMServer(token: "token", manner: manner)
    defer { server.stop() }
    let stages = try #require(try probe(server.endpoint, patience: .seconds(1)).run { _ in })
    #expect(stages.map(\.verdict) == [.unknown, .skipped])
    #expect(stages.first?.cause == NetworkFault(.time).cause)
  }

  @Test("a server that speaks no TLS, nobody there, a proxy for everything else")
  func network() throws {
    let server = try SCIMServer(token: "token")
    defer { server.stop() }
    server.behave(.close)
    let https = server.endpoint.replacing("http://", with: "https://")
    let tls = try #require(try probe(https, patience: .seconds(20)).run { _ in })
    #expect(tls.first?.cause == NetworkFault(.tls).cause && server.requests.isEmpty)
    server.behave(.honest)
    // Port 1 of this machine: nobody listens there without being root's.
    let nobody = try probe("http://127.0.0.1:1/scim/v2", patience: .seconds(20)).run { _ in }
    #expect(nobody?.first?.cause == NetworkFault(.connection).cause)
    let proxied = try probe(
      server.endpoint, environment: ["https_proxy": "http://127.0.0.1:1", "ALL_PROXY": "http://127.0.0.1:1"],
      patience: .seconds(20))
    #expect(proxied.run { _ in }?.allSatisfy { $0.verdict == .pass } == true)
  }

  @Test("a certificate that nobody vouches for is refused, and taken where CURL_CA_BUNDLE vouches for it")
  func certificate() throws {
    guard let openssl = TestTool.path(of: "openssl") else { return }
    try TemporaryDirectory.with { directory in
      let made = try ChildProcess.run(
        executable: openssl,
        arguments: [
          "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
          "subjectAltName=IP:127.0.0.1", "-keyout", directory.path("key.pem"), "-out", directory.path("cert.pem"),
        ], environment: ["PATH": "/usr/bin:/bin"], deadline: .seconds(60), outputLimit: 1 << 16)
      #expect(made.ending == .exited(status: 0))
      let server = try PseudoTerminal(
        openssl,
        [
          "s_server", "-accept", "127.0.0.1:0", "-cert", directory.path("cert.pem"), "-key", directory.path("key.pem"),
          "-www",
        ])
      try server.expect("ACCEPT 127.0.0.1:")
      let port = try server.expect("\n").prefix { $0.isNumber }
      let endpoint = "https://127.0.0.1:\(port)/scim/v2"
      for (bundle, cause) in [
        (nil, NetworkFault(.certificate).cause), (directory.path("key.pem"), NetworkFault(.certificate).cause),
        (directory.path("cert.pem"), "something before AWS answers, such as a proxy that wants a sign-in"),
      ] {
        let environment = bundle.map { ["CURL_CA_BUNDLE": $0] } ?? [:]
        let stages = try probe(endpoint, environment: environment, patience: .seconds(30)).run { _ in }
        #expect(stages?.first?.cause == cause, "\(String(describing: stages?.first))")
      }
    }
  }

  @Test("of the environment only what is about the network goes on, and no password of a proxy is shown")
  func environment() throws {
    try TemporaryDirectory.with { directory in
      let script = """
        #!/bin/sh
        { tr '\\0' '\\n' < /proc/self/environ; printf '%s\\n' "$@"; } > '\(directory.path("seen"))'
        cat > '\(directory.path("input"))'
        printf 'HTTP/1.1 100 Continue\\r\\n\\r\\nHTTP/1.1 401 No\\r\\nX: y\\r\\n\\r\\n{"detail":"sent secret\\\\"Token"}'
        """
      try TestFile.write(script, to: directory.path("curl"), mode: 0o700)
      let variables = [
        "PATH": directory.path + ":/usr/bin:/bin", "HTTPS_PROXY": "http://ada:word@proxy.example:3128",
        "SSLKEYLOGFILE": "/tmp/keys", "CANARY": "bird", "CURL_CA_BUNDLE": "/ca.pem", "CURL_HOME": "/home",
      ]
      let curl = Curl(try Tool.find(.curl, environment: variables), environment: variables)
      #expect(
        curl.settings.map { "\($0.name)=\($0.value)" }
          == ["CURL_CA_BUNDLE=/ca.pem", "HTTPS_PROXY=http://••••@proxy.example:3128"])
      let token = try BearerToken(reading: Array("secret\"Token\n".utf8))
      let answer = try curl.get("https://a.example/", token: token, isLocal: false)
      #expect(answer.status == 401 && answer["x"] == "y" && answer["X"] == "y")
      let seen = try TestFile.text(directory.path("seen")).split(separator: "\n")
      #expect(seen.suffix(3) == ["--disable", "--config", "-"])
      #expect(
        !seen.contains {
          $0.contains("ecret") || $0.hasPrefix("SSLKEY") || $0.hasPrefix("CANARY") || $0.hasPrefix("CURL_HOME")
        })
      let input = try TestFile.text(directory.path("input"))
      #expect(
        input.contains("header = \"Authorization: Bearer secret\\\"Token\"\n") && input.contains("proto = \"=https\"\n")
      )
      #expect(token.covered(in: "sent secret\"Token") == "sent ••••")
      #expect("\(token)" == "••••" && String(reflecting: token) == "••••")
      #expect(Mirror(reflecting: token).children.isEmpty)
    }
  }

  @Test("how curl ends says where on the way it failed")
  func endings() throws {
    for (status, message, kind) in [
      (5, "Could not resolve proxy: x", .proxy), (6, "Could not resolve host: x", .name), (7, "refused", .connection),
      (7, "Failed to connect to a.example port 443 after 0 ms", .connection),
      (7, "Failed to connect to proxy.example port 3128 after 0 ms", .proxy),
      (28, "Failed to connect to a.example.com port 3128 after 10000 ms", .proxy),
      (28, "timed out", .time), (35, "handshake", .tls), (56, "CONNECT tunnel failed, response 407", .proxy),
      (56, "Recv failure", .answer), (56, "Too large response headers", .size), (60, "self-signed", .certificate),
      (63, "exceeded", .size), (77, "no CA", .certificate), (97, "proxy handshake", .proxy), (2, "x", .other),
    ] as [(Int, String, NetworkFault.Kind)] {
      try TemporaryDirectory.with { directory in
        let script =
          "#!/bin/sh\necho 'curl: (\(status)) \(message)' >&2\necho 'More: https://a.example' >&2\nexit \(status)\n"
        try TestFile.write(script, to: directory.path("curl"), mode: 0o700)
        let variables = ["PATH": directory.path]
        let curl = Curl(try Tool.find(.curl, environment: variables), environment: variables)
        let token = try BearerToken(reading: Array("token".utf8))
        #expect(throws: NetworkFault(kind, message)) {
          try curl.get("https://a.example/", token: token, isLocal: false)
        }
      }
    }
    for kind in NetworkFault.Kind.allCases {
      let fault = NetworkFault(kind)
      #expect(!fault.cause.isEmpty && !fault.remedy.isEmpty)
    }
  }

  @Test("the head of an answer is taken off, and what has no whole head is no answer")
  func heads() throws {
    let provisional = "HTTP/1.1 100 Continue\r\n\r\n"
    let head = "HTTP/2 200\r\nContent-Type:\t a/b\r\nno header\r\n\r\n"
    let answer = try #require(HTTPAnswer(Array((provisional + head + "one\r\n\r\ntwo").utf8)))
    #expect(answer.status == 200 && answer["content-TYPE"] == "a/b" && answer["no header"] == nil)
    #expect(answer.body == Array("one\r\n\r\ntwo".utf8))
    for text in [
      "", "\r\n", "<html>\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 20\r\n\r\n", "HTTP/1.1 1000\r\n\r\n",
      "HTTP/1.1 OK\r\n\r\n", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\nServer: x\r\n", "FTP/1.1 200\r\n\r\n", provisional,
    ] { #expect(HTTPAnswer(Array(text.utf8)) == nil, "\(text.debugDescription)") }
  }

  @Test("a program that everybody may write to is not run")
  func exposed() throws {
    try TemporaryDirectory.with { directory in
      for name in Tool.Name.allCases {
        try TestFile.write("#!/bin/sh\n", to: directory.path(name.rawValue), mode: 0o777)
        #expect(throws: Tool.Absence.exposed(name, directory.path(name.rawValue))) {
          try Tool.find(name, environment: ["PATH": directory.path])
        }
      }
      try TestFile.remove(directory.path("aws"))
      #expect(throws: Tool.Absence.notInstalled(.aws)) {
        try Tool.find(.aws, environment: ["PATH": ".:\(directory.path)"])
      }
    }
  }

  @Test("what a file or a prompt gives, as a token")
  func tokens() throws {
    for text in ["abc", "\u{FEFF}abc\r\n", "  abc \n\n"] {
      #expect(try BearerToken(reading: Array(text.utf8)).header == Array("Authorization: Bearer abc".utf8))
    }
    for (text, fault) in [
      ("", BearerToken.Fault.empty), (" \n", .empty), ("a\nb", .severalLines), ("a b", .notPrintable),
      ("ä", .notPrintable),
      ("Bearer abc", .withScheme), (String(repeating: "a", count: 4_097), .tooLong), ("a\u{0}", .notPrintable),
    ] {
      #expect(throws: fault) { try BearerToken(reading: Array(text.utf8)) }
    }
  }
}
