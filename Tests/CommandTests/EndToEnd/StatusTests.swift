import Playbook
import Support
import Testing

@Suite("signpost status, and which set-up is meant")
struct StatusTests {
  private func begin(_ name: String, in store: String) throws {
    let run = try Signpost.run(["setup", "okta", "--name", name, "--no-input", "--store", store])
    #expect(run.status == 4)
  }

  @Test("a flow asked for by name takes the place of one that is finished, and not of itself while it goes on")
  func flow() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let begin = ["setup", "okta", "--no-input", "--store", store]
      #expect(try Signpost.run(begin + ["--answers", "Fixtures/answers-okta.json"]).status == 0)
      let finished = try StatusDocument.read(store: store)
      #expect(finished.complete)
      _ = try Signpost.run(begin + ["--flow", "rotate-certificate"])
      let rotation = try StatusDocument.read(store: store)
      #expect(!rotation.complete)
      #expect(rotation.steps.contains { $0.id == "generate-okta-certificate" })
      #expect(!finished.steps.contains { $0.id == "generate-okta-certificate" })
      let journal = try TestFile.text(store + "/okta.journal")
      _ = try Signpost.run(begin + ["--flow", "rotate-certificate"])
      #expect(try TestFile.text(store + "/okta.journal") == journal)
    }
  }

  @Test("for people: what is done, what is next and where, the dates ahead, and the command that goes on")
  func human() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let answers = ["--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store]
      #expect(try Signpost.run(["setup", "okta"] + answers).status == 0)
      let done = try Signpost.run(["status", "--store", store])
      #expect(done.status == 0)
      #expect(done.output.contains("okta: Connect Okta to AWS IAM Identity Center\n32 of 32 steps done\n"))
      #expect(done.output.contains("2027-11-20"))
      #expect(done.output.contains("2034-05-14"))
      #expect(try Signpost.run(["step", "reopen", "check-groups", "--store", store]).status == 0)
      let open = try Signpost.run(["status", "--store", store])
      #expect(open.output.contains("31 of 32 steps done\n"))
      #expect(open.output.unwrapped.contains("ready See the groups arrive in AWS, with their members (check-groups)"))
      #expect(open.output.contains("\nwho    AWS administrator\n"))
      #expect(open.output.contains("\nto go on: signpost setup --name okta --store \(store)\n"))
      let mine = try Signpost.run(["status", "--store", store, "--for", "idp-admin"])
      #expect(!mine.output.contains("check-groups"))
      #expect(mine.output.contains("Okta administrator: 12 of 12 steps done\n"))
    }
  }

  @Test("as JSON: every step of the playbook, in order; the same bytes each time; for one administrator the fewer")
  func json() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try begin("acme", in: store)
      let status = try StatusDocument.read(store: store)
      #expect(status.schema == "signpost.status/v1")
      #expect(status.name == "acme")
      #expect(status.provider == "okta")
      #expect(status.for == "all")
      #expect(!status.complete)
      #expect(status.next == "see-identity-source")
      #expect(status.steps.map(\.id) == Playbook.okta.steps.map(\.id.rawValue))
      #expect(status.steps.map(\.number) == Array(1...Playbook.okta.steps.count))
      #expect(status.counts.values.reduce(0, +) - (status.counts["applicable"] ?? 0) == status.steps.count)
      let mine = try StatusDocument.read(store: store, ["--for", "idp-admin"])
      let ids = Playbook.okta.steps.filter { $0.actor == .idpAdmin }.map(\.id.rawValue)
      #expect(mine.for == "idp-admin")
      #expect(mine.steps.map(\.id) == ids)
      let line = ["status", "--format", "json", "--store", store]
      #expect(try Signpost.run(line).outputBytes == Signpost.run(line).outputBytes)
    }
  }

  @Test("a store of the project may be a link to a directory; one to a file is passed over", arguments: [true, false])
  func linkedStore(isDirectory: Bool) throws {
    try TemporaryDirectory.with { directory in
      for name in ["project", "project/below", "home"] { try TestFile.makeDirectory(directory.path(name)) }
      let target = directory.path("elsewhere")
      if isDirectory { try TestFile.makeDirectory(target) } else { try TestFile.write("", to: target) }
      try TestFile.makeLink(at: directory.path("project/.signpost"), to: target)
      let run = try Signpost.run(
        ["setup", "okta", "--no-input"], environment: ["HOME": directory.path("home")],
        directory: directory.path("project/below"))
      #expect(run.status == 4, "\(run.errors)")
      #expect(TestFile.exists(target + "/okta.journal") == isDirectory)
      #expect(TestFile.exists(directory.path("home/.local")) == !isDirectory)
    }
  }

  @Test("looking changes nothing, and works on a set-up that may not be written to")
  func looking() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try begin("acme", in: store)
      let before = try TestFile.read(store + "/acme.journal")
      try TestFile.setPermissions(0o400, of: store + "/acme.journal")
      for line in [["status"], ["log"], ["export"]] {
        #expect(try Signpost.run(line + ["--store", store]).status == 0)
      }
      #expect(try TestFile.read(store + "/acme.journal") == before)
      #expect(TestFile.permissions(store + "/acme.journal") == 0o400)
    }
  }

  @Test("several set-ups: status 2 with their names; --name chooses; another name is refused with the nearest")
  func several() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try begin("acme", in: store)
      try begin("bolt", in: store)
      for line in [["log"], ["export"], ["setup"], ["setup", "okta"], ["step", "note", "x", "--reason", "y"]] {
        let run = try Signpost.run(line + ["--store", store])
        #expect(run.status == 2)
        #expect(run.message.contains("there are several set-ups: acme, bolt; choose one with --name"))
      }
      #expect(try StatusDocument.read(store: store, ["--name", "bolt"]).name == "bolt")
      let typo = try Signpost.run(["status", "--name", "acne", "--store", store])
      #expect(typo.status == 2)
      #expect(typo.message.contains("there is no set-up 'acne'; did you mean 'acme'?"))
      let bad = try Signpost.run(["setup", "okta", "--name", "../evil", "--no-input", "--store", store])
      #expect(bad.status == 2)
      #expect(bad.message.contains("cannot be the name of a set-up"))
      for token in ["canary8Kq2Zt5Vw9Xy3Lm7Np4", "canary8Kq2Zt5Vw9Xy3Lm7Np4=="] {
        let secret = try Signpost.run(["status", "--name", token, "--store", store])
        #expect(secret.status == 2 && secret.errors.contains("[not repeated: it looks like a token or a password]"))
        #expect(!secret.errors.contains("canary"))
      }
    }
  }

  @Test("a set-up is not gone on with for another provider: status 2, whose it is, and nothing is recorded")
  func otherProvider() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      for name in ["acme", "entra-id"] { try begin(name, in: store) }
      let before = try TestFile.read(store + "/acme.journal")
      for (line, name) in [(["--name", "acme", "--idp-metadata", "Fixtures/entra-id.xml"], "acme"), ([], "entra-id")] {
        let run = try Signpost.run(["setup", "entra-id", "--no-input", "--store", store] + line)
        #expect(run.status == 2)
        #expect(run.message.contains("the set-up '\(name)' is for okta; leave the provider out"), "\(run.message)")
      }
      #expect(try TestFile.read(store + "/acme.journal") == before)
      #expect(try Signpost.files(in: store).sorted() == ["acme.journal", "entra-id.journal"])
    }
  }

  @Test("the commands to copy name the store as one word of a shell, and lead back to the set-up")
  func copied() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("ada's store")
      let run = try Signpost.run(["setup", "okta", "--no-input", "--store", store])
      let word = "'" + directory.path("ada'\\''s store") + "'"
      let command = "signpost setup --name okta --store \(word)"
      #expect(run.errors.hasSuffix("continue with: \(command)\n"), "\(run.errors)")
      #expect(try Signpost.run(["status", "--store", store]).output.contains("\nto go on: \(command)\n"))
      let relative = try Signpost.run(["status", "--store", "ada's store"], directory: directory.path)
      #expect(relative.output.contains("\nto go on: signpost setup --name okta --store 'ada'\\''s store'\n"))
    }
  }

  @Test("no set-up at all")
  func none() throws {
    try TemporaryDirectory.with { directory in
      for line in [["status"], ["log"], ["export"], ["step", "note", "x", "--reason", "y"]] {
        let run = try Signpost.run(line + ["--store", directory.path("store")])
        #expect(run.status == 2)
        #expect(run.message.contains("there is no set-up yet; begin one with signpost setup"))
        #expect(!TestFile.exists(directory.path("store")))
      }
    }
  }

  @Test("the store is found by flag, then by variable, then by directory, then in the user's state")
  func store() throws {
    try TemporaryDirectory.with { directory in
      let variables = [
        "HOME": directory.path("home"), "XDG_STATE_HOME": directory.path("state"),
        "SIGNPOST_STORE": directory.path("own"),
      ]
      let line = ["setup", "okta", "--no-input"]
      _ = try Signpost.run(line + ["--store", directory.path("flag")], environment: variables)
      #expect(try Signpost.files(in: directory.path) == ["flag"])
      _ = try Signpost.run(line, environment: variables)
      #expect(try Signpost.files(in: directory.path) == ["flag", "own"])
      _ = try Signpost.run(line, environment: variables.filter { $0.key != "SIGNPOST_STORE" })
      #expect(TestFile.exists(directory.path("state/signpost/okta.journal")))
      _ = try Signpost.run(line, environment: ["HOME": directory.path("home")])
      #expect(TestFile.exists(directory.path("home/.local/state/signpost/okta.journal")))
    }
  }
}
