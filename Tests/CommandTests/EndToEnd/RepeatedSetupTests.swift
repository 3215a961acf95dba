import Platform
import Playbook
import Support
import Testing

@Suite("signpost setup: once more, and where nobody can read it")
struct RepeatedSetupTests {
  private func setUp(_ directory: TemporaryDirectory) throws -> Int32 {
    try Signpost.run([
      "setup", "okta", "--answers", directory.path("answers.json"), "--no-input", "--store", directory.path("store"),
    ]).status
  }

  @Test("the same answers again record nothing; a file that has changed meanwhile is recorded")
  func again() throws {
    try TemporaryDirectory.with { directory in
      for name in ["okta.xml", "identity-center.xml"] {
        try TestFile.write(try TestFile.text(Signpost.root + "/Fixtures/" + name), to: directory.path(name))
      }
      try TestFile.write(
        try TestFile.text(Signpost.root + "/Fixtures/answers-okta.json"), to: directory.path("answers.json"))
      #expect(try setUp(directory) == 0)
      let journal = directory.path("store/okta.journal")
      let once = try TestFile.text(journal)
      #expect(try setUp(directory) == 0)
      #expect(try TestFile.text(journal) == once)
      let metadata = try TestFile.text(directory.path("okta.xml"))
      try TestFile.write(metadata + "<!-- another day -->", to: directory.path("okta.xml"))
      #expect(try setUp(directory) == 0)
      // Both are: what the pair shows is of the new one.
      let changed = try TestFile.text(journal)
      #expect(changed.hasPrefix(once) && changed.components("\"kind\":\"filed\"").count == 5)
      // What was opened again is asked for again, and the same file answers it.
      let reopened = ["step", "reopen", "save-okta-metadata", "--store", directory.path("store")]
      #expect(try Signpost.run(reopened).status == 0)
      #expect(try setUp(directory) == 0)
      #expect(try TestFile.text(journal).components("\"kind\":\"filed\"").count == 6)
    }
  }

  @Test("a value that differs from the known one is taken, from a flag or the answers; one that is none ends it")
  func changed() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      func run(_ more: [String]) throws -> Signpost.Run {
        try Signpost.run(["setup", "okta", "--no-input", "--store", store] + more)
      }
      let answers = try TestFile.text(Signpost.root + "/Fixtures/answers-okta.json")
        .replacing("\"okta.xml\"", with: "\"\(Signpost.root)/Fixtures/okta.xml\"")
        .replacing("\"identity-center.xml\"", with: "\"\(Signpost.root)/Fixtures/identity-center.xml\"")
      #expect(try run(["--answers", "Fixtures/answers-okta.json"]).status == 0)
      let before = try TestFile.read(store + "/okta.journal")
      let none = try run(["--portal-url", "not-a-url"])
      #expect(none.status == 2)
      #expect(none.message.contains("portal-url: not accepted"), "\(none.message)")
      try TestFile.write(answers.replacing("444455556666", with: "4444"), to: directory.path("answers.json"))
      let bad = try run(["--answers", directory.path("answers.json")])
      #expect(bad.status == 2)
      #expect(bad.message.contains("pilot-account: not accepted"), "\(bad.message)")
      #expect(try TestFile.read(store + "/okta.journal") == before)

      let other = "https://acme-other.awsapps.com/start"
      // What rested on the former value has gone stale.
      #expect(try run(["--portal-url", other]).status == 4)
      #expect(try StatusDocument.read(store: store).facts["portal-url"] == [other])
      try TestFile.write(
        answers.replacing("111122223333", with: "999988887777").replacing("\"DevOps\"", with: "\"Operations\""),
        to: directory.path("answers.json"))
      _ = try run(["--answers", directory.path("answers.json")])
      let status = try StatusDocument.read(store: store)
      #expect(status.facts["management-account"] == ["999988887777"])
      #expect(status.facts["required-groups"] == ["Developers", "Operations"])
      #expect(status.facts["portal-url"] != [other])
    }
  }

  @Test("where standard error cannot be written, nothing was shown, and that is no success; a check is one")
  func unreadable() throws {
    guard TestFile.exists("/dev/full") else { return }
    try TemporaryDirectory.with { directory in
      func status(_ line: String, redirection: String) throws -> ChildProcess.Ending {
        try ChildProcess.run(
          executable: "/bin/sh",
          arguments: [
            "-c", "cd \"$0\" && exec \"$@\" \(redirection)", Signpost.root, try Support.binary(named: "signpost"),
          ] + words(line) + ["--store", directory.path("store"), "--now", Signpost.now],
          environment: Signpost.environment, deadline: .seconds(60), outputLimit: 1 << 20
        ).ending
      }
      let line = "setup okta --answers Fixtures/answers-okta.json --no-input"
      let unheard = try status(line, redirection: "2>/dev/full")
      #expect(unheard == .exited(status: 3))
      let heard = try status(line, redirection: "2>/dev/null")
      #expect(heard == .exited(status: 0))
      let judged = try status("validate Fixtures/okta.xml", redirection: "2>/dev/full")
      #expect(judged == .exited(status: 0))
    }
  }

  @Test("the blank checklist of each flow that there is; a set-up has its own")
  func flows() throws {
    for flow in Playbook.Flow.allCases {
      let playbook = try #require(Playbook.of("okta", flow: flow))
      let run = try Signpost.run(["export", "okta", "--flow", flow.rawValue])
      #expect(run.status == 0 && run.output.contains(" okta \(flow.rawValue) all -->"))
      for step in playbook.steps { #expect(run.output.contains("step: \(step.id.rawValue) "), "\(step.id)") }
    }
    let first = try Signpost.run("export okta --flow set-up")
    #expect(first.output == (try Signpost.run("export okta")).output)
    #expect(try Signpost.run("export --flow adopt").status == 2)
  }
}
