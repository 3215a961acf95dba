import Platform
import SAML
import Support
import Testing

@Suite("signpost verify sign-in --from: what a sign-in left behind", .timeLimit(.minutes(30)))
struct VerifySignInTests {
  private static let response = (try? TestFile.text(Signpost.root + "/Fixtures/responses/okta.xml")) ?? ""

  /// A set-up that is finished but for some steps.
  private struct Stand {
    let directory: TemporaryDirectory
    let store: String

    init(_ directory: TemporaryDirectory, open steps: [String], idp: String? = nil) throws {
      self.directory = directory
      store = directory.path("store")
      let answers = directory.path("answers.json")
      let fixtures = Signpost.root + "/Fixtures"
      let text = try TestFile.text(fixtures + "/answers-okta.json")
        .replacing("\"okta.xml\"", with: "\"\(idp ?? fixtures + "/okta.xml")\"")
        .replacing("\"identity-center.xml\"", with: "\"\(fixtures)/identity-center.xml\"")
      try TestFile.write(text, to: answers)
      let begun = try Signpost.run(["setup", "okta", "--answers", answers, "--no-input", "--store", store])
      #expect(begun.status == 0, "\(begun.errors)")
      for step in steps { #expect(try Signpost.run(["step", "reopen", step, "--store", store]).status == 0) }
    }

    /// Without `xmlsec1`, unless it is asked for.
    func verify(
      _ text: String, verifying: Bool = false, now: String = "2026-11-21T00:00:00Z", _ more: [String] = []
    ) throws -> Signpost.Run {
      try Signpost.run(
        ["verify", "sign-in", "--from", "-", "--store", store] + more, input: text,
        environment: verifying ? [:] : ["PATH": directory.path], now: now)
    }

    func state(of step: String) throws -> String {
      let json = try Signpost.run(["status", "--format", "json", "--store", store]).output
      let steps = json.components("\"id\": \"").dropFirst().filter { $0.hasPrefix(step + "\"") }
      return steps.first?.parts(between: "\"state\": \"", and: "\"").first ?? ""
    }

    var journal: String { get throws { try TestFile.text(store + "/okta.journal") } }
  }

  private static func made(at time: String, _ text: String = response) -> String {
    text.replacing("IssueInstant=\"2026-11-20T23:59:30.512Z\"", with: "IssueInstant=\"\(time)\"")
  }

  private static func event(_ outcome: String, at time: String, of user: String? = "ada@example.com") -> String {
    let data = user.map { "\"UserName\": \"\($0)\", " } ?? ""
    return """
      {"eventTime": "\(time)", "eventSource": "signin.amazonaws.com", "eventName": "UserAuthentication",
       "sourceIPAddress": "192.0.2.4", "additionalEventData": {\(data)"CredentialType": "EXTERNAL_IDP"},
       "serviceEventDetails": {"UserAuthentication": "\(outcome)"}}
      """
  }

  @Test("a response that is as it should be closes its step, with the digest of the file and nobody's name")
  func closes() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory, open: ["see-name-id-sent"])
      let before = try stand.journal
      let run = try stand.verify(Self.response)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.output.unwrapped.hasSuffix("closed in the set-up: see-name-id-sent"))
      #expect(run.output.unwrapped.contains("compared by its certificate, not verified: xmlsec1 was not found"))
      #expect(try stand.state(of: "see-name-id-sent") == "done")
      let added = try String(stand.journal.dropFirst(before.count))
      #expect(added.contains("\"sha256\":\"\(Digest.sha256(Array(Self.response.utf8).span))\""))
      #expect(added.contains("signpost verify sign-in --from FILE") && added.contains("signature not verified"))
      for word in ["ada", "example.com", "id9273648501", "_request"] {
        #expect(!added.contains(word) && !run.output.contains(word), "\(word)")
      }
      // Again: nothing new is written.
      let journal = try stand.journal
      #expect(try stand.verify(Self.response).status == 0 && stand.journal == journal)
    }
  }

  @Test(
    "a later one that AWS would refuse makes the step stale, an earlier one does not, and a good one closes it again")
  func contradicts() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory, open: ["see-name-id-sent"])
      #expect(try stand.verify(Self.response).status == 0)
      let bad = Self.response.replacing("<saml2:Audience>https:", with: "<saml2:Audience>urn:")
      let old = try stand.verify(bad, now: "2026-11-21T00:02:00Z")
      #expect(old.status == 1 && old.output.contains("RESP024 audience-differs"), "\(old.output)")
      #expect(try stand.state(of: "see-name-id-sent") == "done")
      let late = try stand.verify(Self.made(at: "2026-11-21T00:01:00Z", bad), now: "2026-11-21T00:02:00Z")
      #expect(late.status == 1 && late.output.unwrapped.contains("not so any more: see-name-id-sent"))
      #expect(late.output.contains("error[RESP024]") && late.output.contains("register-aws-in-okta"))
      #expect(try stand.state(of: "see-name-id-sent") == "stale")
      #expect(try stand.verify(Self.made(at: "2026-11-21T00:03:00Z"), now: "2026-11-21T00:04:00Z").status == 0)
      #expect(try stand.state(of: "see-name-id-sent") == "done")
    }
  }

  @Test("what says nothing about the pilot user's sign-in of today proves nothing, and contradicts nothing")
  func nothing() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory, open: ["see-name-id-sent"])
      let cases: [(text: String, now: String, status: Int32, words: String)] = [
        (Self.response, "2026-11-23T00:00:00Z", 3, "says nothing about today"),
        (
          Self.response.replacing("ada@example.com", with: "bob@example.com"), "2026-11-21T00:00:00Z", 3,
          "it is about somebody else than the pilot user"
        ),
        (
          Self.response.replacing("ada@example.com", with: "Ada@example.com"), "2026-11-21T00:00:00Z", 1,
          "in upper and lower case"
        ),
        (
          Self.event("Success", at: "2026-11-20T23:00:00Z", of: "bob@example.com"), "2026-11-21T00:00:00Z", 3,
          "no event"
        ),
        ("It's not you, it's us", "2026-11-21T00:00:00Z", 3, "proves nothing"),
      ]
      for (text, now, status, words) in cases {
        let run = try stand.verify(text, now: now)
        #expect(run.status == status, "\(run.output)\(run.errors)")
        #expect((run.output.unwrapped + run.message).contains(words), "\(run.output)")
        #expect(try stand.state(of: "see-name-id-sent") == "ready")
      }
      #expect(try stand.verify(Self.response, ["--open"]).status == 2)
    }
  }

  @Test("an event closes what AWS's own record proves; a failure that came later makes it stale")
  func events() throws {
    try TemporaryDirectory.with { directory in
      let steps = ["test-portal-sign-in", "look-into-cloudtrail"]
      let stand = try Stand(directory, open: steps)
      let unnamed = try stand.verify(Self.event("Success", at: "2026-11-20T23:50:00Z", of: nil))
      #expect(unnamed.status == 0 && unnamed.output.contains("does not say who signed in"), "\(unnamed.output)")
      #expect(try stand.state(of: "test-portal-sign-in") != "done")
      let run = try stand.verify(Self.event("Success", at: "2026-11-20T23:50:00Z"))
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      for step in steps { #expect(try stand.state(of: step) == "done", "\(step)") }
      let failure = Self.event("Failure", at: "2026-11-20T23:55:00Z")
      #expect(try stand.verify(failure, now: "2026-11-21T00:30:00Z").status == 1)
      for step in steps { #expect(try stand.state(of: step) == "done", "\(step)") }
      let both =
        "[\(Self.event("Failure", at: "2026-11-21T00:20:00Z")), \(Self.event("Success", at: "2026-11-21T00:10:00Z"))]"
      let late = try stand.verify(both, now: "2026-11-21T00:30:00Z")
      #expect(late.status == 1 && !late.output.contains("ada@") && !late.output.contains("192.0.2.4"), "\(late.output)")
      for step in steps { #expect(try stand.state(of: step) == "stale", "\(step)") }
      #expect(!(try stand.journal.contains("192.0.2.4")))
    }
  }

  @Test("a step that waits for others stays open, and it is said for which")
  func waits() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory, open: ["see-name-id-sent", "test-portal-sign-in"])
      let run = try stand.verify(Self.response)
      #expect(run.status == 0 && run.message.contains("see-name-id-sent is not closed by it yet; first: test-portal"))
      #expect(try stand.state(of: "see-name-id-sent") == "waiting")
    }
  }

  @Test("what a sign-in left behind is shown where the set-up is open elsewhere, and that it was not recorded is said")
  func open() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory, open: ["see-name-id-sent", "enable-organizations"])
      let session = try WizardSession(store: stand.store, ["setup"])
      try session.terminal.expect("[111122223333]: ")
      let run = try stand.verify(Self.response)
      #expect(run.status == 3 && run.output.contains("1 passed"), "\(run.output)\(run.errors)")
      #expect(run.message.contains("error: nothing of this was recorded: set-up 'okta': the set-up is open in"))
      try session.terminal.send(":q\n")
      #expect(try session.terminal.waitForExit() == .exited(0))
    }
  }

  @Test("where xmlsec1 is there and cannot tell, nothing is proved")
  func undecided() throws {
    try TemporaryDirectory.with { directory in
      let stand = try Stand(directory, open: ["see-name-id-sent"])
      try TestFile.write("#!/bin/sh\necho 'xmlsec1 1.2.37 (openssl)'\n", to: directory.path("xmlsec1"), mode: 0o700)
      let run = try stand.verify(Self.response)
      #expect(run.status == 3 && run.output.unwrapped.contains("its signature could not be verified"), "\(run.output)")
      #expect(try stand.state(of: "see-name-id-sent") == "ready")
    }
  }

  @Test(
    "with xmlsec1 the signature counts too: one that was verified is recorded so, a changed copy proves nothing",
    .enabled(if: ResponseSigner.isHere))
  func signed() throws {
    try TemporaryDirectory.with { directory in
      let fixtures = Signpost.root + "/Fixtures/signed"
      let stand = try Stand(directory, open: ["see-name-id-sent"], idp: "\(fixtures)/okta.xml")
      let genuine = try TestFile.text("\(fixtures)/response.xml")
      let certificate = try #require(genuine.parts(between: "<ds:X509Certificate>", and: "</").first)
      let run = try stand.verify(genuine, verifying: true)
      #expect(run.status == 0 && run.output.unwrapped.contains("signature: verified"), "\(run.output)\(run.errors)")
      #expect(try stand.journal.contains(", signature verified"))
      let changed = Self.made(at: "2026-11-21T00:01:00Z", genuine)
      let tampered = try stand.verify(changed, verifying: true, now: "2026-11-21T00:02:00Z")
      #expect(tampered.status == 3 && tampered.output.unwrapped.contains("it is not as it was signed"))
      #expect(try stand.state(of: "see-name-id-sent") == "done")
      let other = try ResponseSigner("other", in: directory)
      let forged = try other.sign([.assertion]) { Self.made(at: "2026-11-21T00:01:00Z", $0) }
        .replacing(other.certificate, with: certificate)
      let stolen = try stand.verify(forged, verifying: true, now: "2026-11-21T00:02:00Z")
      #expect(stolen.status == 1 && stolen.output.contains("error[RESP017]"), "\(stolen.output)")
      #expect(try stand.state(of: "see-name-id-sent") == "stale")
    }
  }
}
