import Support
import Testing

@Suite("signpost log")
struct LogTests {
  /// A set-up that is finished.
  private func finish(_ name: String, in store: String) throws {
    let line = ["setup", "okta", "--name", name, "--answers", "Fixtures/answers-okta.json", "--no-input"]
    #expect(try Signpost.run(line + ["--store", store]).status == 0)
  }

  @Test("the log of a set-up: everything, or what happened to a step; the same bytes each time")
  func log() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try finish("acme", in: store)
      let note = ["step", "note", "check-groups", "--reason", "seen by Ada\u{1B}[31m", "--store", store]
      #expect(try Signpost.run(note, environment: ["USER": "ada", "LOGNAME": "ada"]).status == 0)
      let run = try Signpost.run(["log", "--store", store])
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("2026-11-21T00:00:00Z  "))
      #expect(run.output.unwrapped.contains("closed Save Okta's metadata (save-okta-metadata)"))
      #expect(run.output.commandsToTerminals.isEmpty)
      let one = try Signpost.run(["log", "--step", "check-gr", "--store", store])
      #expect(one.output.unwrapped.hasSuffix(#"(check-groups): seen by Ada\u{001B}[31m"#))
      #expect(one.output.count < run.output.count)
      let json = try Signpost.run(["log", "--format", "json", "--store", store])
      #expect(json.output.contains("\"schema\": \"signpost.log/v1\""))
      #expect(try Signpost.run(["log", "--format", "json", "--store", store]).outputBytes == json.outputBytes)
      let typo = try Signpost.run(["log", "--step", "chek-groups", "--store", store])
      #expect(typo.status == 2)
      #expect(typo.message.contains("did you mean check-groups?"))
      #expect(try Signpost.run(["log", "--step", "check", "--store", store]).message.contains("matches several steps"))
    }
  }
}
