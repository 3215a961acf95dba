import Playbook
import Support
import Testing

@Suite("--overlay: a reference architecture laid over a set-up")
struct OverlayTests {
  private static let groups = ["Managers", "DevOps", "Developers", "BillingAdmin"]

  private static let confirmed = [
    "use-core-root-account", "map-groups-in-catalog", "deploy-aws-sso", "centralize-root-access",
  ]

  /// The answers for Okta, without groups, and with a word for each step of the overlay.
  private static func answers(in directory: TemporaryDirectory) throws -> String {
    let words = confirmed.map { "\"\($0)\": \"seen in the console\"," }.joined()
    let text = try TestFile.text(Signpost.root + "/Fixtures/answers-okta.json")
      .replacing("\"okta.xml\"", with: "\"\(Signpost.root)/Fixtures/okta.xml\"")
      .replacing("\"identity-center.xml\"", with: "\"\(Signpost.root)/Fixtures/identity-center.xml\"")
      .replacing("\"required-groups\": [\n    \"Developers\",\n    \"DevOps\"\n  ],", with: "")
      .replacing("\"Developers, DevOps\"", with: "\"\(groups.joined(separator: ", "))\"")
      .replacing("\"confirmed\": {", with: "\"confirmed\": {" + words)
    let path = directory.path("answers.json")
    try TestFile.write(text, to: path)
    return path
  }

  @Test("the set-up has the overlay's steps, begins with its groups, keeps it when resumed, and shows it everywhere")
  func setUp() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let answers = try Self.answers(in: directory)
      let begun = try Signpost.run(["setup", "okta", "--overlay", "cloudposse", "--no-input", "--store", store])
      #expect(begun.status == 4)
      let open = try Signpost.run(["export", "--store", store]).output
      #expect(!open.contains("`Managers`<br>"), "what nobody answered yet is no value of the set-up")
      let resumed = try Signpost.run(["setup", "okta", "--answers", answers, "--no-input", "--store", store])
      #expect(resumed.status == 0, "\(resumed.errors)")
      #expect(resumed.message.contains("--overlay cloudposse --no-input --answers "), "the way to the same again")
      let status = try StatusDocument.read(store: store)
      #expect(status.complete)
      #expect(status.steps.map(\.id) == Playbook.of("okta", overlay: "cloudposse")?.steps.map(\.id.rawValue))
      #expect(status.facts["required-groups"] == Self.groups)
      let text = try Signpost.run(["status", "--store", store])
      #expect(text.output.contains("for the Cloud Posse reference architecture"))
      let json = try Signpost.run(["status", "--format", "json", "--store", store])
      #expect(json.output.contains(#""overlay": "cloudposse""#))
      let document = try Signpost.run(["export", "--store", store]).output
      #expect(document.contains("<!-- overlay: cloudposse -->"))
      for group in Self.groups { #expect(document.contains("`\(group)`")) }
      let explained = try Signpost.run(["explain", "use-core-root", "--store", store])
      #expect(explained.output.hasPrefix("Work in the account core-root"))
    }
  }

  @Test("the wizard offers the overlay's groups, and Enter takes them")
  func offered() throws {
    try TemporaryDirectory.with { directory in
      let (store, answers) = (directory.path("store"), try Self.answers(in: directory))
      let session = try WizardSession(
        store: store, ["setup", "okta", "--overlay", "cloudposse", "--answers", answers], columns: 200)
      try session.terminal.expect("BillingAdmin]: ")
      #expect(session.shown.contains("[\(Self.groups.joined(separator: ", "))]:"))
      try session.terminal.send("\n")
      try session.finish()
      #expect(try StatusDocument.read(store: store).facts["required-groups"] == Self.groups)
    }
  }

  @Test("the flow that the wizard offers is begun under the same overlay")
  func otherFlow() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let session = try WizardSession(store: store, ["setup", "okta", "--overlay", "cloudposse"], columns: 200)
      try session.terminal.expect("What signs people in today: ")
      try session.terminal.send("other\n")
      try session.terminal.expect("the flow for it is migrate.")
      try session.terminal.send("y\n")
      try session.terminal.expect("\(Wish.scim.prompt.plain()) (y/n) [y]: ")
      try session.terminal.send(":q\n")
      #expect(try session.terminal.waitForExit() == .exited(0))
      let status = try Signpost.run(["status", "--format", "json", "--store", store])
      #expect(status.output.contains(#""flow": "migrate""#))
      #expect(status.output.contains(#""overlay": "cloudposse""#))
    }
  }

  @Test("a step of an overlay is explained without a set-up too")
  func explained() throws {
    try TemporaryDirectory.with { directory in
      let run = try Signpost.run(["explain", "store-sync-parameters", "--store", directory.path("store")])
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("Store what the component aws-ssosync reads"))
    }
  }

  @Test("another list of groups than the overlay's is the operator's to give")
  func otherGroups() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let begin = ["setup", "okta", "--overlay", "cloudposse", "--no-input", "--store", store]
      let begun = try Signpost.run(begin)
      #expect(begun.status == 4)
      let answer = [
        "step", "answer", "create-okta-groups", "--value", "required-groups=DevOps, Everyone", "--store", store,
      ]
      #expect(try Signpost.run(answer).status == 0)
      #expect(try StatusDocument.read(store: store).facts["required-groups"] == ["DevOps", "Everyone"])
      #expect(try Signpost.run(begin).status == 4)
      #expect(try StatusDocument.read(store: store).facts["required-groups"] == ["DevOps", "Everyone"])
    }
  }

  @Test("an overlay stays as it was chosen")
  func chosenOnce() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      #expect(try Signpost.run(["setup", "okta", "--no-input", "--store", store]).status == 4)
      for command in [["setup", "okta"], ["setup"], ["setup", "--name", "okta"]] {
        let run = try Signpost.run(command + ["--overlay", "cloudposse", "--no-input", "--store", store])
        #expect(run.status == 2)
        #expect(run.message.contains("the set-up okta was begun without an overlay"), "\(run.message)")
      }
      #expect(try StatusDocument.read(store: store).steps.count == Playbook.okta.steps.count)
      let other = ["setup", "okta", "--name", "other", "--overlay", "cloudposse", "--no-input", "--store", store]
      #expect(try Signpost.run(other).status == 4)
      #expect(try Signpost.run(other).status == 4, "the overlay that it was begun with may be named again")
    }
  }

  @Test("the blank checklist under an overlay: every step once, and the groups by name")
  func blank() throws {
    let run = try Signpost.run("export okta --overlay cloudposse")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<!-- signpost.checklist/v1 okta set-up all -->\n\n<!-- overlay: cloudposse -->\n"))
    let ids = run.output.parts(between: "<!-- step: ", and: " ")
    #expect(ids == Playbook.of("okta", overlay: "cloudposse")?.steps.map(\.id.rawValue))
    #expect(run.output.contains("`Managers`<br>`DevOps`<br>`Developers`<br>`BillingAdmin`"))
    #expect(try !Signpost.run("export okta").output.contains("core-root"))
  }

  @Test("an overlay that nobody knows, and one without a provider, are bad usage")
  func misuse() throws {
    for command in ["setup okta --no-input", "export okta"] {
      let run = try Signpost.run("\(command) --overlay cloudpose")
      #expect(run.status == 2)
      #expect(run.message.contains("did you mean cloudposse?"), "\(run.message)")
    }
    let without = try Signpost.run("export --overlay cloudposse")
    #expect(without.status == 2)
    #expect(without.message.contains("--overlay goes with a provider"))
  }
}
