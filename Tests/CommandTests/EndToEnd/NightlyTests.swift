import Support
import Testing

@Suite("signpost status in a nightly job, and over several set-ups")
struct NightlyTests {
  /// A set-up that is finished: its token ends on 2027-11-20, its certificate in 2034.
  private func finish(_ name: String, in store: String) throws {
    let line = ["setup", "okta", "--name", name, "--answers", "Fixtures/answers-okta.json", "--no-input"]
    #expect(try Signpost.run(line + ["--store", store]).status == 0)
  }

  private func begin(_ name: String, in store: String) throws {
    #expect(try Signpost.run(["setup", "okta", "--name", name, "--no-input", "--store", store]).status == 4)
  }

  @Test("exit 1 from the day on which a date is near, and after it has passed; nothing asked, nothing fails")
  func expiry() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try finish("acme", in: store)
      func status(_ arguments: String..., at now: String) throws -> Int32 {
        try Signpost.run(["status", "--store", store] + arguments, now: now).status
      }
      #expect(try status("--fail-on", "expiry", "--expires-within", "30d", at: "2027-10-20T23:59:59Z") == 0)
      #expect(try status("--fail-on", "expiry", "--expires-within", "30d", at: "2027-10-21T00:00:00Z") == 1)
      #expect(try status("--fail-on", "expiry", "--expires-within", "12h", at: "2027-11-30T00:00:00Z") == 1)
      #expect(try status("--fail-on", "expiry", at: "2027-08-22T00:00:00Z") == 1)
      #expect(try status("--fail-on", "expiry", at: "2027-08-21T23:59:59Z") == 0)
      #expect(try status("--fail-on", "incomplete", at: "2027-11-30T00:00:00Z") == 0)
      #expect(try status("--expires-within", "30d", at: "2027-11-30T00:00:00Z") == 0)
      let typo = try Signpost.run(["status", "--fail-on", "expired", "--store", store])
      #expect(typo.status == 2)
      #expect(typo.message.contains("did you mean expiry?"))
    }
  }

  @Test("exit 1 as long as a step is open; both conditions at once")
  func incomplete() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try begin("acme", in: store)
      let run = try Signpost.run(["status", "--fail-on", "incomplete", "--store", store])
      #expect(run.status == 1)
      #expect(run.output.contains("fails\n  incomplete  0 of "))
      #expect(try Signpost.run(["status", "--fail-on", "expiry", "--store", store]).status == 0)
      #expect(try Signpost.run(["status", "--fail-on", "expiry,incomplete", "--store", store]).status == 1)
      let json = try Signpost.run(
        ["status", "--fail-on", "expiry", "--fail-on", "incomplete", "--format", "json", "--store", store])
      #expect(json.status == 1)
      #expect(json.output.contains("\"kind\": \"incomplete\""))
    }
  }

  @Test("several set-ups: a line each, all of them judged; one that is damaged makes it 3 and hides no other")
  func several() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try finish("acme", in: store)
      try begin("bolt", in: store)
      let run = try Signpost.run(["status", "--store", store])
      #expect(run.status == 0)
      let lines = run.output.split(separator: "\n").map { $0.split(separator: "  ").map(String.init) }
      #expect(lines.count == 3)
      #expect(lines[1].map(\.unwrapped) == ["acme", "okta", "32 of 32", "complete", "2027-11-20 scim-token"])
      #expect(lines[2].map(\.unwrapped).prefix(2) == ["bolt", "okta"])
      #expect(try Signpost.run(["status", "--fail-on", "incomplete", "--store", store]).status == 1)
      #expect(try Signpost.run(["status", "--fail-on", "incomplete", "--name", "acme", "--store", store]).status == 0)
      #expect(try Signpost.run(["status", "--fail-on", "expiry", "--store", store]).status == 0)
      let json = try Signpost.run(["status", "--format", "json", "--store", store])
      #expect(json.output.contains("\"schema\": \"signpost.status-list/v1\""))
      let path = store + "/bolt.journal"
      try TestFile.write(TestFile.text(path).replacing("\"started\"", with: "\"STARTED\""), to: path)
      let torn = try Signpost.run(["status", "--fail-on", "incomplete", "--store", store])
      #expect(torn.status == 3)
      #expect(torn.output.contains("\nbolt  cannot be read: "))
      #expect(torn.output.contains("\nacme  okta"))
    }
  }
}
