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
      try session.terminal.expect(Said.done)
      try session.terminal.expect("2027-11-20: day on which the SCIM token expires, in 364 days")
      try session.terminal.expect("signpost export --name okta")
      #expect(try session.terminal.waitForExit() == .exited(0))

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
          case .metadata: "file"
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
      #expect(try first.terminal.waitForExit() == .exited(0))
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
          if let passed = all[..<(index - 1)].last(where: \.isEnter) { #expect(!before.contains(passed.prompt)) }
          try session.terminal.send(all[index - 1].answer + "\n")
        }
        try session.meet(index)
        try session.leave(at: index)
      }
      let last = try WizardSession(store: store)
      try last.answer(all.count - 1)
      try last.terminal.expect(Said.done)
      #expect(try last.terminal.waitForExit() == .exited(0))
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
      try session.terminal.expect(Said.done)
      #expect(try session.terminal.waitForExit() == .exited(0))
      for key in files {
        let exchange = try #require(all.first { $0.fact == key })
        #expect(!session.terminal.transcript.contains(exchange.prompt))
      }
    }
  }

  @Test("without a provider the wizard asks for one, and takes none that it has no playbook for")
  func provider() throws {
    try TemporaryDirectory.with { directory in
      let known = Playbook.all.filter { $0.flow == .setUp }.map(\.provider).joined(separator: ", ")
      let session = try WizardSession(store: directory.path("store"), ["setup"], columns: 200)
      try session.terminal.expect("Which identity provider (\(known)) [okta]: ")
      try session.terminal.send("octa\n")
      try session.terminal.expect("this version has no set-up for \"octa\"; it has okta, entra-id")
      try session.terminal.expect("Which identity provider (\(known)) [okta]: ")
      #expect(!TestFile.exists(directory.path("store")))
      try session.terminal.send("\n")
      try session.meet(0)
      try session.leave(at: 0)
    }
  }

  @Test("bare on a terminal, the program names the set-up that is there and how to go on with it")
  func bare() throws {
    try TemporaryDirectory.with { directory in
      let first = try WizardSession(store: directory.path("store"), [])
      #expect(try first.terminal.waitForExit() == .exited(0))
      #expect(!first.terminal.transcript.contains("--name okta"))
      #expect(!TestFile.exists(directory.path("store")))
      let wizard = try WizardSession(store: directory.path("store"))
      try wizard.meet(0)
      try wizard.leave(at: 0)
      let second = try WizardSession(store: directory.path("store"), [])
      try second.terminal.expect("signpost setup --name okta")
      #expect(try second.terminal.waitForExit() == .exited(0))
    }
  }
}
