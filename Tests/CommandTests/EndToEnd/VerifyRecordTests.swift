import Platform
import Support
import Testing

@Suite(
  "signpost verify: what live answers do to a set-up", .enabled(if: TestTool.isHere("curl")), .timeLimit(.minutes(30)))
struct VerifyRecordTests {
  static let token = VerifySCIMTests.token

  /// Begins a set-up of which everything was done but what is seen in AWS.
  static func setUp(_ directory: TemporaryDirectory) throws -> String {
    let store = directory.path("store")
    let begun = try Signpost.run([
      "setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store,
    ])
    #expect(begun.status == 0, "\(begun.errors)")
    for step in ["enable-scim", "check-users", "check-groups"] {
      #expect(try Signpost.run(["step", "reopen", step, "--store", store]).status == 0)
    }
    return store
  }

  private func verify(_ server: SCIMServer, store: String, _ more: [String] = []) throws -> Signpost.Run {
    try Signpost.run(
      [
        "verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--token-file", "-",
        "--store", store,
      ] + more, input: Self.token)
  }

  private func state(of step: String, _ store: String) throws -> String {
    let json = try Signpost.run(["status", "--format", "json", "--store", store]).output
    let steps = json.components("\"id\": \"").dropFirst().filter { $0.hasPrefix(step + "\"") }
    return steps.first?.parts(between: "\"state\": \"", and: "\"").first ?? ""
  }

  @Test("what is proved is closed with the answer as evidence; what is denied later is stale; what holds again is done")
  func closes() throws {
    try TemporaryDirectory.with { directory in
      let store = try Self.setUp(directory)
      let server = try SCIMServer(
        token: Self.token, groups: ["Developers", "DevOps"], users: [.init("ada@example.com")])
      defer { server.stop() }
      let run = try verify(server, store: store, ["--token-created", "2026-11-21"])
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.output.unwrapped.hasSuffix("closed in the set-up: enable-scim, check-users, check-groups"))
      for step in ["enable-scim", "check-users", "check-groups"] { #expect(try state(of: step, store) == "done") }
      let log = try Signpost.run(["log", "--format", "json", "--store", store]).output
      #expect(log.contains("\"kind\": \"live\"") && log.contains("\"claim\": \"groups\""))
      #expect(log.contains("/Groups?filter=displayName%20eq%20%22Developers%22 and 1 more"))
      #expect(log.parts(between: "\"sha256\": \"", and: "\"").contains { $0.count == 64 })
      #expect(try Signpost.run(["status", "--store", store]).output.contains("2027-11-21"))
      // Again: nothing new is written.
      let journal = try TestFile.read(store + "/okta.journal")
      #expect(try verify(server, store: store).status == 0)
      #expect(try TestFile.read(store + "/okta.journal") == journal)

      server.setGroups(["Developers", "Devops"])
      let failed = try verify(server, store: store)
      #expect(failed.status == 1 && failed.output.unwrapped.contains("not so any more: check-groups"))
      #expect(try state(of: "check-groups", store) == "stale" && state(of: "check-users", store) == "done")
      #expect(
        try Signpost.run(["status", "--store", store]).output.unwrapped.contains("a live answer speaks against it"))
      server.behave(.status(503))
      #expect(try verify(server, store: store).status == 3)
      #expect(try state(of: "check-users", store) == "done")
      server.behave(.honest)
      server.setGroups(["Developers", "DevOps"])
      #expect(try verify(server, store: store).status == 0)
      #expect(try state(of: "check-groups", store) == "done")
    }
  }

  @Test("what is not about the set-up's own groups and user proves nothing")
  func others() throws {
    try TemporaryDirectory.with { directory in
      let store = try Self.setUp(directory)
      let server = try SCIMServer(token: Self.token, groups: ["DevOps"], users: [.init("bob@example.com")])
      defer { server.stop() }
      let run = try verify(server, store: store, ["--group", "DevOps", "--user", "bob@example.com"])
      #expect(run.status == 0 && run.output.unwrapped.hasSuffix("closed in the set-up: enable-scim"))
      #expect(try state(of: "check-groups", store) != "done" && state(of: "check-users", store) != "done")
    }
  }

  @Test("a day that cannot be recorded loses nothing of what was asked")
  func wrongDay() throws {
    try TemporaryDirectory.with { directory in
      let store = try Self.setUp(directory)
      let server = try SCIMServer(
        token: Self.token, groups: ["Developers", "DevOps"], users: [.init("ada@example.com")])
      defer { server.stop() }
      let run = try verify(server, store: store, ["--token-created", "2027-11-21"])
      #expect(run.status == 2 && run.output.unwrapped.contains("passed; asked: \(server.endpoint)"), "\(run.output)")
      #expect(run.message.contains("error: nothing of this was recorded: scim-token-created: "))
      #expect(run.message.contains("is in the future"), "\(run.message)")
      #expect(try state(of: "enable-scim", store) != "done")
    }
  }

  @Test("a token that does not work leaves no day behind")
  func refusedToken() throws {
    try TemporaryDirectory.with { directory in
      let store = try Self.setUp(directory)
      let server = try SCIMServer(token: "another")
      defer { server.stop() }
      let before = try TestFile.text(store + "/okta.journal")
      #expect(try verify(server, store: store, ["--token-created", "2026-11-21"]).status == 1)
      #expect(!(try TestFile.text(store + "/okta.journal").dropFirst(before.count).contains("2026-11-21\"")))
      // A year later the set-up itself knows why.
      let late = try Signpost.run(
        [
          "verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--token-file", "-",
          "--store", store,
        ], input: Self.token, now: "2027-12-01T00:00:00Z")
      #expect(late.status == 1 && late.message.contains("expired on 2027-11-20"), "\(late.message)")
      let none = try Signpost.run(
        [
          "verify", "scim", "--endpoint", server.endpoint, "--allow-endpoint", server.endpoint, "--token-file", "-",
          "--token-created", "2026-11-21", "--store", directory.path("none"),
        ], input: Self.token)
      #expect(none.status == 2 && server.requests.count == 2)
    }
  }
}
