import Playbook
import Support
import Testing

@Suite("Another certificate, another token: what comes after a set-up")
struct UpkeepTests {
  /// A set-up that is finished, in a store.
  private struct Stand {
    let store: String

    init(_ directory: TemporaryDirectory) throws {
      store = directory.path("store")
      #expect(try run("setup okta --answers Fixtures/answers-okta.json --no-input").status == 0)
    }

    func run(_ line: String) throws -> Signpost.Run { try Signpost.run(words(line) + ["--store", store]) }

    func state(_ step: StepID) throws -> String? { try StatusDocument.read(store: store).states[step.rawValue] }

    /// Goes over to the rotation, up to the switch.
    func switchIsNext() throws {
      #expect(try run("setup --flow rotate-certificate --no-input").status == 4)
      #expect(try run("step done generate-okta-certificate import-new-certificate --reason seen").status == 0)
    }
  }

  private static let refusal = "Fixtures/okta.xml was not accepted: it has only the signing certificate that was there"
  private static let switching: StepID = "activate-okta-certificate"

  @Test("the metadata of before proves no new certificate, however it is given, and nothing of it is recorded")
  func formerMetadata() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory)
      try stand.switchIsNext()
      let journal = try TestFile.text(stand.store + "/okta.journal")
      for line in [
        "setup okta --no-input --idp-metadata Fixtures/okta.xml",
        "step done \(Self.switching) --evidence Fixtures/okta.xml",
        "step answer \(Self.switching) --evidence Fixtures/okta.xml",
      ] {
        let run = try stand.run(line)
        #expect(run.status == 1 && run.message.contains(Self.refusal), "\(line): \(run.message)")
        #expect(run.message.contains("save the metadata again, and give that file"), "\(run.message)")
      }
      let pasted = try Signpost.run(
        ["setup", "okta", "--no-input", "--idp-metadata", "-", "--store", stand.store],
        input: TestFile.text(Signpost.root + "/Fixtures/okta.xml"))
      #expect(pasted.status == 1 && pasted.message.contains("standard input was not accepted: it has only the signing"))
      #expect(try Signpost.files(in: stand.store) == ["okta.answers.json", "okta.journal"])
      #expect(try TestFile.text(stand.store + "/okta.journal") == journal)
      #expect(try stand.run("step done \(Self.switching) --evidence Fixtures/rotation/renewed.xml").status == 0)
      #expect(try stand.state(Self.switching) == "done")
    }
  }

  @Test("the wizard offers neither the file nor the day of before as the new one, and says why the file is refused")
  func prompts() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory)
      try stand.switchIsNext()
      let rotation = try WizardSession(store: stand.store, ["setup", "okta"], columns: 250)
      try rotation.terminal.expect("Where is the metadata with the new certificate? (View IdP metadata): ")
      try rotation.terminal.send("Fixtures/okta.xml\n")
      try rotation.terminal.expect("was not accepted")
      try rotation.terminal.expect("(View IdP metadata)")
      #expect(rotation.shown.contains("it has only the signing certificate that was there when the flow was begun"))
      try rotation.terminal.send(":q\n")
      #expect(try rotation.terminal.waitForExit() == .exited(0))
      #expect(try stand.state(Self.switching) == "ready")

      #expect(try stand.run("setup --flow renew-scim-token --no-input").status == 4)
      let renewal = try WizardSession(store: stand.store, ["setup", "okta"], columns: 250)
      try renewal.terminal.expect("On which day was the new token created? Do not enter the token itself: ")
      try renewal.terminal.send("\n")
      try renewal.terminal.expect(Said.answerNeeded)
      try renewal.terminal.send("2026-11-20\n")
      try renewal.terminal.expect("Press Enter when you see this: ")
      #expect(!renewal.shown.contains("which expires on"))
      try renewal.terminal.send("q\n")
      #expect(try renewal.terminal.waitForExit() == .exited(0))
      #expect(try stand.state("create-second-token") == "done")
    }
  }

  @Test("a renewal leaves the answers of the set-up alone, and its own lead to the same end elsewhere")
  func answers() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory)
      let before = try TestFile.text(stand.store + "/okta.answers.json")
      let confirmed = Playbook.oktaTokenRenewal.steps.compactMap { step -> String? in
        if case .word = step.proof { "\"\(step.id)\": \"seen\"" } else { nil }
      }
      let file = directory.path("renewal.json")
      try TestFile.write(
        """
        {"scim-token-created": "2026-11-20", "pilot-user": "ada@example.com",
         "confirmed": {\(confirmed.joined(separator: ", "))}}
        """, to: file)
      let run = try stand.run("setup okta --flow renew-scim-token --no-input --answers \(file)")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try TestFile.text(stand.store + "/okta.answers.json") == before)
      let written = stand.store + "/okta.answers.renew-scim-token.json"
      let flags = "--flow renew-scim-token --no-input --answers \(written)"
      #expect(run.message.contains("signpost setup okta --name okta --store \(stand.store) \(flags)"), "\(run.message)")
      let elsewhere = ["--store", directory.path("elsewhere")]
      let again = try Signpost.run(words("setup okta --name okta \(flags)") + elsewhere)
      #expect(again.status == 0, "\(again.errors)")

      let log = try stand.run("log").output.unwrapped
      #expect(log.components("was entered on 2026-11-21").count == 3, "in the set-up and in the renewal")
      #expect(!log.contains("was entered on 2026-11-20"), "that is the day on which it was made")
    }
  }

  @Test("where the store has several set-ups, what is printed to be copied names the one that is meant")
  func printedCommands() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory)
      let flags = "--name okta --store \(stand.store)"
      #expect(try stand.run("setup entra-id --no-input").status == 4)
      let diagnosis = try stand.run("diagnose Fixtures/broken/sign-in-event.json --name okta")
      let command = try #require(diagnosis.output.unwrapped.parts(between: "(signpost explain ", and: ")").first)
      #expect(command.hasSuffix(" \(flags)"), "\(command)")
      let explained = try stand.run("explain \(command.replacing(" --store \(stand.store)", with: ""))")
      #expect(explained.status == 0 && !explained.output.isEmpty)
      let words = try Signpost.run(["explain", "It's not you, it's us", "--name", "okta", "--store", stand.store])
      #expect(words.output.unwrapped.contains(" \(flags))"), "\(words.output)")
      let guide = try stand.run("verify sign-in --name okta").output.unwrapped
      #expect(guide.contains("see: the AWS access portal opens and lists 444455556666"), "\(guide)")
      #expect(guide.contains("signpost step done test-portal-sign-in \(flags) --reason"), "\(guide)")
      #expect(guide.contains("signpost verify sign-in \(flags) --from FILE"), "\(guide)")
      let proof = try stand.run("verify sign-in --name okta --from Fixtures/responses/okta.xml").output.unwrapped
      #expect(proof.contains("again: signpost verify sign-in \(flags) --from FILE"), "\(proof)")
      #expect(try !TestFile.text(stand.store + "/okta.journal").contains("--from FILE --"), "no path in a journal")
      #expect(try stand.run("status").message.contains("signpost status --name NAME --store \(stand.store)"))
    }
  }
}
