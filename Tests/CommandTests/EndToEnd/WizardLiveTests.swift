import Playbook
import Support
import Testing

/// The SCIM service, asked by the wizard: `curl` is the real one, behind a go-between that turns AWS's host into a server
/// of this machine.
@Suite("The wizard asks the SCIM service", .enabled(if: TestTool.isHere("curl")), .timeLimit(.minutes(30)))
struct WizardLiveTests {
  private let all = Operator.exchanges
  private let token = "canary4Kd8Wm2Qx7Rv9Zt1Lp5Ns3Yb6Hc0Jf"

  /// A session at the question after which the token is entered at Okta, and the server that it would be tested at.
  private func with(_ body: (DrawnSession, SCIMServer, String) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let index = Operator.index(of: "connect-okta-to-scim")
      let input = all[..<index].map { $0.answer + "\n" }.joined()
      #expect(try Signpost.run(["setup", "okta", "--store", store], input: input).status == 4)
      let server = try SCIMServer(token: token, groups: ["Developers"], users: [.init("ada@example.com")])
      defer { server.stop() }
      try TestFile.makeDirectory(directory.path("bin"))
      let real = try #require(TestTool.path(of: "curl"))
      try TestFile.write(
        """
        #!/bin/sh
        sed -e 's#\(Operator.scimEndpoint)#\(server.endpoint)#' -e 's#"=https"#"=http"#' | exec \(real) "$@"

        """, to: directory.path("bin/curl"), mode: 0o700)
      let session = try DrawnSession(
        ["setup", "--store", store], environment: ["PATH": directory.path("bin") + ":/usr/bin:/bin"], rows: 70)
      try session.meet(all[index])
      try body(session, server, store)
      for text in [session.terminal.transcript, try TestFile.text(store + "/okta.journal")] {
        #expect(!text.contains(token))
      }
    }
  }

  @Test("t asks with a token that is typed unseen; what that proves stays in the record, and the same is asked again")
  func works() throws {
    try with { session, server, store in
      try session.type("t\n")
      try session.see("it is not shown, and goes to")
      try session.type(token + "\n")
      try session.see("takes the token")
      try session.meet(all[Operator.index(of: "connect-okta-to-scim")])
      #expect(server.requests.contains { $0.contains("Authorization: Bearer \(token)") })
      try session.leave(at: all[Operator.index(of: "connect-okta-to-scim")])
    }
  }

  @Test("a token that is refused, one that is none, and none at all: each is said, and nothing is lost")
  func fails() throws {
    try with { session, server, store in
      server.behave(.status(401))
      try session.type("t\n")
      try session.see("it is not shown, and goes to")
      try session.type(token + "\n")
      try session.see("failed")
      try session.see("what to do:")
      try session.meet(all[Operator.index(of: "connect-okta-to-scim")])
      let asked = server.requests.count
      for text in ["two words\n", ":b\n"] {
        try session.type("t\n")
        try session.see("it is not shown, and goes to")
        try session.type(text)
        try session.meet(all[Operator.index(of: "connect-okta-to-scim")])
      }
      #expect(server.requests.count == asked)
      #expect(try StatusDocument.read(store: store).step("enable-scim").state == "done")
      try session.leave(at: all[Operator.index(of: "connect-okta-to-scim")])
    }
  }
}
