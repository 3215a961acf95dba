import Playbook
import Support
import Testing

@Suite("The wizard, from the first question to the last")
struct WizardTests {
  private let all = Operator.exchanges

  @Test("every question of the playbook, in its order, to the end; then everything is done")
  func whole() throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"))
      try session.terminal.expect(Playbook.okta.title)
      try session.walk(to: all.count)
      try session.finish()
      for line in [
        "2027-11-20: the SCIM token expires, in 364 days; signpost setup --name okta",
        "SCIM endpoint: \(Operator.scimEndpoint)", "required groups: Developers, DevOps",
        "signpost explain keep-emergency-access --name okta --store \(directory.path("store")): the way in",
        "signpost explain \"WORDS OF A MESSAGE\" --name okta --store \(directory.path("store")): what",
        "signpost diagnose FILE --name okta --store \(directory.path("store")): why", "signpost export --name okta",
        "signpost setup okta --name okta --store \(directory.path("store")) --no-input --answers "
          + directory.path("store/okta.answers.json"),
      ] { #expect(session.shown.contains(line), "\(line)") }

      let status = try StatusDocument.read(store: directory.path("store"))
      #expect(status.complete)
      #expect(status.next == nil)
      #expect(status.steps.filter { $0.state == "done" }.map(\.id) == Operator.steps.map(\.id.rawValue))
      #expect(Set(status.states.values) == ["done", "not-applicable"])
      for exchange in all {
        guard let fact = exchange.fact, fact.definition.origin == .asked else { continue }
        #expect(status.facts[fact.rawValue]?.joined(separator: ", ") == exchange.answer)
      }
      for step in Operator.steps {
        let evidence = try #require(try status.step(step.id).evidence)
        let kind =
          switch step.proof {
          case .metadata, .newCertificate: "file"
          case .value: "value"
          case .pair: "pair"
          case .shown: "comparison"
          case .word: "word"
          }
        #expect(evidence.kind == kind)
      }

      var rest = session.shown[...]
      for step in Operator.steps {
        let number = (Playbook.okta.steps.firstIndex { $0.id == step.id } ?? 0) + 1
        let line = "\(number) \(step.title)".unwrapped
        let found = try #require(rest.firstRange(of: "✓ \(line)"), "\(step.id) is not reported as done in its place")
        rest = rest[found.upperBound...]
      }
      for field in [
        "into ACS URL (formerly AWS SSO ACS URL): \(Operator.acsURL)", "into Base URL: \(Operator.scimEndpoint)",
      ] {
        #expect(session.shown.contains(field))
      }
    }
  }

  @Test("when everything is done the wizard says so at once, and asks nothing")
  func again() throws {
    try TemporaryDirectory.with { directory in
      let first = try WizardSession(store: directory.path("store"))
      try first.walk(to: all.count)
      try first.finish()
      let second = try WizardSession(store: directory.path("store"))
      try second.terminal.expect(Said.done)
      #expect(try second.terminal.waitForExit() == .exited(0))
      #expect(!second.terminal.transcript.contains("Press Enter"))
    }
  }

  @Test("left at every question in turn, the next session asks the same one")
  func leaving() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      for index in all.indices {
        let session = try WizardSession(store: store)
        if index > 0 {
          let before = try session.meet(index - 1)
          if let passed = all[..<(index - 1)].last(where: \.isEnter) {
            #expect(!before.unwrapped.contains(passed.prompt.unwrapped))
          }
          try session.terminal.send(all[index - 1].answer + "\n")
        }
        try session.meet(index)
        try session.leave(at: index)
      }
      let last = try WizardSession(store: store)
      try last.answer(all.count - 1)
      try last.finish()
    }
  }

  @Test("files given with the command are judged before anything is asked, and not asked for")
  func givenFiles() throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(
        store: directory.path("store"),
        [
          "setup", "okta", "--idp-metadata", "Fixtures/okta.xml", "--aws-metadata", "Fixtures/identity-center.xml",
          "--portal-url", "https://d-93671f0a2c.awsapps.com/start",
        ])
      let files: Set<FactKey> = [.idpMetadata, .awsMetadata, .portalURL]
      for (index, exchange) in all.enumerated() {
        if let fact = exchange.fact, files.contains(fact) { continue }
        try session.answer(index)
      }
      try session.finish()
      for key in files {
        let exchange = try #require(all.first { $0.fact == key })
        #expect(!session.shown.contains(exchange.prompt.unwrapped))
      }
    }
  }

  @Test("without a provider the wizard asks for one, and takes none that it has no playbook for")
  func provider() throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"), ["setup"])
      try session.terminal.expect("2  Microsoft Entra ID  entra-id")
      try session.terminal.expect(Said.whichProvider)
      try session.terminal.send("octa\n")
      try session.terminal.expect("that is no identity provider of this version")
      try session.terminal.expect(Said.whichProvider)
      #expect(!TestFile.exists(directory.path("store")))
      try session.terminal.send("ok\n")
      try session.meet(0)
      try session.leave(at: 0)
    }
  }

  @Test("a metadata file answers which provider it is, and is not asked for again")
  func droppedOnTheFirstQuestion() throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"), ["setup"])
      try session.terminal.expect(Said.whichProvider)
      try session.terminal.send("'\(Signpost.root)/Fixtures/identity-center.xml'\n")
      let said = try session.terminal.expect(Said.whichProvider).unwrapped
      #expect(said.contains("is no metadata of an identity provider"))
      try session.terminal.send("'\(Signpost.root)/Fixtures/entra-id.xml'\n")
      try session.terminal.expect("is of Microsoft Entra ID")
      try session.terminal.expect("entityID: ")
      try session.terminal.expect("(Identity source): ")
      try session.terminal.send(":q\n")
      #expect(try session.terminal.waitForExit() == .exited(0))
      let status = try StatusDocument.read(store: directory.path("store"))
      #expect(status.provider == "entra-id")
      #expect(status.facts["idp-metadata"] == [Signpost.root + "/Fixtures/entra-id.xml"])
    }
  }

  @Test("where there are several set-ups, the wizard asks which one, or begins another")
  func several() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      for name in ["first", "second"] {
        #expect(try Signpost.run(["setup", "okta", "--no-input", "--store", store, "--name", name]).status == 4)
      }
      let session = try WizardSession(store: store, ["setup"])
      try session.terminal.expect("1  first  okta, 0 of ")
      try session.terminal.expect("3  another identity provider")
      try session.terminal.expect("Which set-up: ")
      try session.terminal.send("second\n")
      try session.terminal.expect("Saved in \(store)/second.journal")
      try session.meet(0)
      try session.terminal.send(":q\n")
      #expect(try session.terminal.waitForExit() == .exited(0))
      let other = try WizardSession(store: store, ["setup"])
      try other.terminal.expect("Which set-up: ")
      try other.terminal.send("3\n")
      try other.terminal.expect(Said.whichProvider)
      try other.terminal.send("jump\n")
      try other.terminal.expect("Connect JumpCloud")
      #expect(try Signpost.run(["setup", "--no-input", "--store", store]).status == 2)
    }
  }

  @Test("bare on a terminal, the program offers to go on, to begin or to check a file")
  func bare() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let first = try WizardSession(store: store, [], environment: ["TERM": "dumb"])
      try first.terminal.expect("What now: ")
      #expect(!first.terminal.transcript.contains("go on with"))
      try first.terminal.send("leave\n")
      #expect(try first.terminal.waitForExit() == .exited(0))
      #expect(!TestFile.exists(store))
      let wizard = try WizardSession(store: store)
      try wizard.meet(0)
      try wizard.leave(at: 0)
      let second = try WizardSession(store: store, [], environment: ["TERM": "dumb"])
      try second.terminal.expect("What now [go on with okta]: ")
      try second.terminal.send("\n")
      try second.meet(0)
      try second.leave(at: 0)
      let third = try WizardSession(store: store, [], environment: ["TERM": "dumb"])
      try third.terminal.expect("What now [go on with okta]: ")
      try third.terminal.send("check\n")
      try third.terminal.expect("Path of the file: ")
      try third.terminal.send("Fixtures/broken/expired-certificate.xml\n")
      try third.terminal.expect("error[KEY005]")
      #expect(try third.terminal.waitForExit() == .exited(1))
      let fourth = try WizardSession(store: store, [], environment: ["TERM": "dumb"])
      try fourth.terminal.expect("What now [go on with okta]: ")
      try fourth.terminal.send("q\n")
      #expect(try fourth.terminal.waitForExit() == .exited(0))
    }
  }

  @Test("a question with a list is left by q alone, line by line and with fields")
  func leavesAList() throws {
    try TemporaryDirectory.with { directory in
      let question = "What signs people in today: "
      let lines = try WizardSession(store: directory.path("lines"))
      try lines.terminal.expect(question)
      try lines.terminal.send("q\n")
      try lines.terminal.expect(Said.saved)
      #expect(try lines.terminal.waitForExit() == .exited(0))
      let drawn = try DrawnSession(store: directory.path("drawn"))
      try drawn.see(question)
      try drawn.type("q")
      try drawn.see("Enter leaves")
      try drawn.type("\n")
      try drawn.see(Said.saved)
      try drawn.end(.exited(0))
    }
  }
}
