import Playbook
import Support
import Testing

@Suite("Which flow: by what signs people in today")
struct FlowTests {
  private static let question = "What signs people in today: "
  private static let firstWish = "\(Wish.scim.prompt.plain()) (y/n) [y]: "

  private func steps(_ flow: Playbook.Flow) throws -> [String] {
    try #require(Playbook.of("okta", flow: flow)).steps.map(\.id.rawValue)
  }

  @Test("people sign in already: another flow is offered, and gone on with only on consent")
  func consent() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let session = try WizardSession(store: store, columns: 200)
      try session.terminal.expect(Self.question)
      try session.terminal.send("active\n")
      try session.terminal.expect(
        "Since people sign in by Active Directory, the flow for it is migrate. Go on with that")
      try session.terminal.send("n\n")
      try session.terminal.expect(Self.question)
      #expect(try StatusDocument.read(store: store).steps.map(\.id) == steps(.setUp))
      try session.terminal.send("other\n")
      try session.terminal.expect(
        "Since people sign in at another external identity provider, the flow for it is migrate.")
      try session.terminal.send("y\n")
      try session.terminal.expect("Move AWS IAM Identity Center over to Okta")
      try session.terminal.expect(Self.firstWish)
      #expect(session.shown.contains("Today people sign in at another external identity provider."))
      try session.terminal.send(":q\n")
      #expect(try session.terminal.waitForExit() == .exited(0))

      let status = try StatusDocument.read(store: store)
      #expect(try status.steps.map(\.id) == steps(.migrate))
      #expect(status.facts["identity-source"] == ["other-idp"])
      #expect(status.states["see-identity-source"] == "done")
      #expect(status.states["weigh-change-from-active-directory"] == "not-applicable")
      #expect(status.states["weigh-change-from-other-idp"] == "waiting")

      let again = try WizardSession(store: store, columns: 200)
      try again.terminal.expect(Self.firstWish)
      #expect(!again.terminal.transcript.contains(Self.question))
    }
  }

  @Test("left at the offer, it comes back; the default is to accept it")
  func leaving() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let first = try WizardSession(store: store, columns: 200)
      try first.terminal.expect(Self.question)
      try first.terminal.send("this\n")
      try first.terminal.expect("(y/n) [y]: ")
      #expect(first.shown.contains("the flow for it is adopt. Go on with that one?"))
      try first.terminal.send(":q\n")
      #expect(try first.terminal.waitForExit() == .exited(0))
      let unasked = try Signpost.run(["setup", "okta", "--no-input", "--store", store])
      #expect(unasked.status == 4)
      #expect(unasked.message.contains("Give it with --flow adopt"))
      let second = try WizardSession(store: store, columns: 200)
      try second.terminal.expect("(y/n) [y]: ")
      #expect(second.shown.contains("Go on with that one?"))
      try second.terminal.send("\n")
      try second.terminal.expect(Self.firstWish)
      #expect(try StatusDocument.read(store: store).steps.map(\.id) == steps(.adopt))
    }
  }

  @Test("once a step was done, no other flow is offered any more")
  func underWay() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let given = ["--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store]
      #expect(try Signpost.run(["setup", "okta"] + given).status == 0)
      let change = ["step", "answer", "see-identity-source", "--value", "identity-source=this-idp", "--store", store]
      #expect(try Signpost.run(change).status == 0)
      let session = try WizardSession(store: store)
      try session.finish()
      #expect(!session.shown.contains("Go on with that one?"))
    }
  }

  @Test("--flow names the flow where there is no set-up yet")
  func named() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let run = try Signpost.run(["setup", "okta", "--flow", "migrate", "--no-input", "--store", store])
      #expect(run.status == 4)
      #expect(run.message.contains("key identity-source"))
      #expect(try StatusDocument.read(store: store).steps.map(\.id) == steps(.migrate))
    }
  }

  @Test("an answers file that says what signs people in begins the flow for it")
  func answers() throws {
    try TemporaryDirectory.with { directory in
      let (store, file) = (directory.path("store"), directory.path("answers.json"))
      try TestFile.write(
        #"""
        {"identity-source": "active-directory", "management-account": "111122223333",
         "confirmed": {"keep-emergency-access": "seen", "snapshot-identity-center": "412 users, 30 groups"}}
        """#, to: file)
      let run = try Signpost.run(["setup", "okta", "--answers", file, "--no-input", "--store", store])
      #expect(run.status == 4)
      #expect(run.message.contains("key confirmed.weigh-change-from-active-directory"))
      let status = try StatusDocument.read(store: store)
      #expect(try status.steps.map(\.id) == steps(.migrate))
      #expect(status.states["snapshot-identity-center"] == "done")
      #expect(status.states["weigh-change-from-directory"] == "not-applicable")
    }
  }

  @Test("what runs is written down in one command; then its token can be renewed")
  func adoption() throws {
    try TemporaryDirectory.with { directory in
      let (store, file) = (directory.path("store"), directory.path("answers.json"))
      let adopt = try #require(Playbook.of("okta", flow: .adopt))
      let confirmed = adopt.steps.compactMap { step -> String? in
        if case .word = step.proof { "\"\(step.id)\": \"seen\"" } else { nil }
      }
      let facts = Operator.facts
      func value(_ key: FactKey) -> String { "\"\(key.rawValue)\": \"\(facts[key] ?? "")\"" }
      let asked: [FactKey] = [
        .managementAccount, .idpMetadata, .awsMetadata, .portalURL, .scimEndpoint, .scimTokenCreated, .requiredGroups,
        .pilotUser, .permissionSets, .pilotAccount,
      ]
      let shown = """
        "compare-values-in-aws": {\(value(.idpEntityID)), \(value(.idpSignInURL))},
        "compare-values-in-okta": {\(value(.acsURL)), \(value(.issuerURL))}
        """
      try TestFile.write(
        """
        {"identity-source": "this-idp", "wishes": {"scim": true}, \(asked.map(value).joined(separator: ", ")),
         "confirmed": {\(confirmed.joined(separator: ", "))}, "shown": {\(shown)}}
        """, to: file)
      let run = try Signpost.run(["setup", "okta", "--answers", file, "--no-input", "--store", store])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.message.contains("2027-11-20: the SCIM token expires"))
      let status = try StatusDocument.read(store: store)
      #expect(status.complete && status.steps.map(\.id) == adopt.steps.map(\.id.rawValue))

      let renewal = try Signpost.run(["setup", "okta", "--flow", "renew-scim-token", "--no-input", "--store", store])
      #expect(renewal.status == 4)
      #expect(try StatusDocument.read(store: store).steps.map(\.id) == steps(.renewSCIMToken))
    }
  }

  @Test("the steps of a flow stand beside those of another: nothing is lost on the way there and back")
  func thereAndBack() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      func run(_ line: String) throws -> Signpost.Run { try Signpost.run(words(line) + ["--store", store]) }
      func status() throws -> StatusDocument { try StatusDocument.read(store: store) }
      #expect(try run("setup okta --answers Fixtures/answers-okta.json --no-input").status == 0)
      let whole = try status()
      let exported = try run("export").output
      #expect(whole.complete && whole.otherFlows.isEmpty)

      let renewal = try run("setup --flow renew-scim-token --no-input")
      #expect(renewal.status == 4 && renewal.message.contains("--flow set-up goes back to it"), "\(renewal.message)")
      let open = try status()
      #expect(try open.steps.map(\.id) == steps(.renewSCIMToken))
      #expect(open.otherFlows.map(\.flow) == ["set-up"] && open.otherFlows[0].complete)
      #expect(open.otherFlows[0].steps.map(\.state) == whole.steps.map(\.state))
      let shown = try run("status").output.unwrapped
      #expect(shown.contains("set-up 32 of 32 steps done; back to it: signpost setup --name okta --store"), "\(shown)")
      #expect(try run("setup okta --no-input").status == 4, "what was started last is gone on with")

      // Each flow can be handed over and taken back, whichever is open.
      let other = try run("export --flow set-up")
      #expect(other.output.replacing(/<!-- (setup|mark).*-->/, with: "").contains(" okta set-up all -->"))
      #expect(other.output.components("- [x]").count == exported.components("- [x]").count)
      #expect(try run("export").message.contains("beside it stands set-up: signpost export --name okta"))
      let unknown = try run("export --flow adopt")
      #expect(unknown.status == 2 && unknown.message.contains("it has set-up, renew-scim-token"), "\(unknown.message)")
      let file = directory.path("set-up.md")
      try TestFile.write(
        other.output.replacing(
          "<!-- step: remind-of-certificate -->",
          with: "<!-- step: remind-of-certificate -->\n\n  Note: in both calendars"),
        to: file)
      #expect(try run("import \(file)").status == 0)

      // What goes stale beside is not hidden by what is open.
      #expect(try run("step answer nothing --value pilot-user=x").status == 2)
      #expect(try run("setup okta --no-input --idp-metadata Fixtures/rotation/old-and-new.xml").status == 4)
      let failing = try run("status --fail-on incomplete")
      #expect(failing.status == 1 && failing.output.unwrapped.contains("incomplete set-up: "), "\(failing.output)")

      #expect(try run("setup --flow set-up --no-input").status == 4)
      let back = try status()
      #expect(try back.steps.map(\.id) == steps(.setUp))
      #expect(try back.step("remind-of-certificate").notes.map(\.text) == ["in both calendars"])
      #expect(back.otherFlows.map(\.flow) == ["renew-scim-token"])
      #expect(try run("setup okta --no-input --answers Fixtures/answers-okta.json").status == 0)
      #expect(try status().counts["done"] == 32)
      #expect(try run("setup --flow set-up --no-input").status == 0)
      #expect(try status().counts["done"] == 32, "the set-up goes on, and is not begun anew")
    }
  }

  @Test("a set-up that is not finished is found as it was left")
  func unfinished() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      func run(_ line: String) throws -> Signpost.Run { try Signpost.run(words(line) + ["--store", store]) }
      #expect(try run("setup entra-id --no-input").status == 4)
      #expect(try run("step answer see-identity-source --value identity-source=unused").status == 0)
      #expect(try run("step done see-identity-source").status == 0)
      #expect(try run("step skip keep-emergency-access --reason seen").status == 0)
      let before = try StatusDocument.read(store: store).states
      #expect(try run("setup --flow rotate-certificate --no-input").status == 4)
      #expect(try run("setup entra-id --flow set-up --no-input").status == 4)
      #expect(try StatusDocument.read(store: store).states == before)
    }
  }

  @Test("what is good to know before the first step fits on a screen, and stands in the checklist")
  func preflight() throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"))
      try session.meet(0)
      let lines = session.terminal.transcript.components("\r\n")
      let first = try #require(lines.firstIndex { $0.contains("1 of") })
      // A blank line parts the page from the first step.
      #expect(first - 1 <= 24, "\(lines[..<first].joined(separator: "\n"))")
      for word in ["Flow: set-up", "People and time: ", "about 1½ to 3 hours", "administrator needs: ", "Asked for: "] {
        #expect(session.shown.contains(word), "\(word)")
      }
      let checklist = try Signpost.run(["export", "okta"]).output
      let part = try #require(checklist.parts(between: "## Before you begin", and: "## Decide first").first)
      for word in ["**Flow:** `set-up`", "**People:** ", "**Time:** about 1½ to 3 hours", "**Asked for:** "] {
        #expect(part.contains(word), "\(word)")
      }
    }
  }
}
