import Playbook
import Support
import Testing

@Suite("signpost step, on a set-up that answers began")
struct StepTests {
  /// A set-up as far as the answers go: the first three steps are done, the fourth waits for a word.
  private static let answers = """
    {"wishes": {"scim": true, "portal-alias": false, "sign-in-domain": false, "session-lifetime": false,
      "command-line": true},
     "identity-source": "unused", "management-account": "111122223333",
     "confirmed": {"keep-emergency-access": "signed in as emergency-admin"}}
    """

  /// Runs a body beside such a set-up; its second argument runs a command line on it.
  private func with(_ body: (String, ([String]) throws -> Signpost.Run) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try TestFile.write(Self.answers, to: directory.path("answers.json"))
      let run = try Signpost.run(
        ["setup", "okta", "--answers", directory.path("answers.json"), "--no-input", "--store", store])
      #expect(run.status == 4)
      try body(store) { arguments in try Signpost.run(arguments + ["--store", store]) }
    }
  }

  @Test("where an answer is missing and nobody may be asked: status 4, the question, the flag, and what was done stays")
  func answersFile() throws {
    try with { store, run in
      let status = try StatusDocument.read(store: store)
      #expect(status.counts["done"] == 3)
      #expect(status.next == "enable-identity-center")
      #expect(try status.step("keep-emergency-access").evidence?.summary == "by word: signed in as emergency-admin")
      let again = try run(["setup", "--no-input"])
      #expect(again.status == 4)
      #expect(again.output == "")
      #expect(
        again.message.contains(
          "prompting is off: Press Enter when you see this: an Instance ARN (?) in Settings, and in the menu on the left "
            + "Multi-account permissions and AWS accounts. "
            + "Give it with --answers FILE, key confirmed.enable-identity-center."))
      #expect(try run(["step", "done", "enable-identity", "--reason", "seen"]).status == 0)
      #expect(try run(["step", "done", "add-okta", "--reason", "seen"]).status == 0)
      let file = try run(["setup", "--no-input"])
      #expect(file.status == 4)
      #expect(file.message.contains("Give it with --idp-metadata FILE."))
    }
  }

  @Test("the answers of the fixtures bring a set-up from nothing to the end")
  func wholeAnswers() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let run = try Signpost.run(
        ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store])
      #expect(run.status == 0)
      #expect(run.message.contains(Said.done))
      let status = try StatusDocument.read(store: store)
      #expect(status.complete)
      #expect(status.facts["scim-endpoint"]?.first?.hasSuffix("/scim/v2") == true)
    }
  }

  @Test(
    "an answers file that cannot be used: status 2, each mistake with its place, and no set-up is begun",
    arguments: [
      (
        #"{"managment-account": "1"}"#,
        ":1:2: managment-account: there is no such key; did you mean 'management-account'?"
      ),
      (#"{"acs-url": "https://x"}"#, ":1:2: acs-url: nobody is asked for it: it follows from aws-metadata"),
      (#"{"scim-token": "x"}"#, ":1:2: scim-token: the SCIM access token is a secret and has no place in a file"),
      (#"{"confirmed": {"enable-scim": "yes"}}"#, ":1:16: confirmed.enable-scim: the step is not closed by word"),
      (#"{"wishes": {"scim": "yes"}}"#, ":1:21: wishes.scim: it is a text; expected: true or false"),
      ("{", ":1:2: the file is no JSON"),
    ])
  func badAnswersFile(text: String, message: String) throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write(text, to: directory.path("answers.json"))
      let run = try Signpost.run(
        [
          "setup", "okta", "--answers", directory.path("answers.json"), "--no-input", "--store",
          directory.path("store"),
        ])
      #expect(run.status == 2)
      #expect(run.message.contains(directory.path("answers.json") + message), "\(run.message)")
      #expect(!TestFile.exists(directory.path("store")))
    }
  }

  @Test("a value in an answers file that is not taken ends the command with what is wrong with it")
  func badValue() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write(
        Self.answers.components("111122223333").joined(separator: "1111-2222"), to: directory.path("answers.json"))
      let run = try Signpost.run(
        [
          "setup", "okta", "--answers", directory.path("answers.json"), "--no-input", "--store",
          directory.path("store"),
        ])
      #expect(run.status == 2)
      #expect(run.message.contains("is not twelve digits"))
    }
  }

  @Test("done: a word needs words, a file is judged, a value is read, and what cannot be closed says why")
  func done() throws {
    try with { store, run in
      let wordless = try run(["step", "done", "enable-identity-center"])
      #expect(wordless.status == 4)
      #expect(wordless.message.contains("say so in a few words: an Instance ARN in Settings"))
      #expect(wordless.message.contains("--reason TEXT"))
      let fileless = try run(["step", "done", "enable-scim"])
      #expect(fileless.status == 4)
      #expect(fileless.message.contains("(--value scim-endpoint=VALUE)"))
      // Two other steps ask for the files.
      let pairless = try run(["step", "done", "check-both-files"])
      #expect(pairless.message.contains("identity provider metadata file is missing"))
      #expect(!pairless.message.contains("--evidence"), "\(pairless.message)")
      let early = try run(["step", "done", "save-okta-metadata", "--evidence", "Fixtures/okta.xml"])
      #expect(early.status == 1)
      #expect(early.message.contains("it needs add-okta-application first"))
      // One of two that cannot be closed keeps the other open, too.
      let before = try TestFile.read(store + "/okta.journal")
      let half = try run(["step", "done", "enable-identity-center", "check-both-files", "--reason", "seen"])
      #expect(half.message.contains("check-both-files is not closed"), "\(half.message)")
      #expect(try TestFile.read(store + "/okta.journal") == before)
      let said = try run(["step", "done", "enable-identity-center", "add-okta-application", "--reason", "seen"])
      #expect(said.status == 0)
      #expect(said.errors == "enable-identity-center: done\nadd-okta-application: done\n")
      let swapped = try run(["step", "done", "save-okta-metadata", "--evidence", "Fixtures/identity-center.xml"])
      #expect(swapped.status == 1)
      #expect(swapped.message.contains("the two files were swapped"))
      let file = try run(["step", "done", "save-okta-metadata", "--evidence", "Fixtures/okta.xml"])
      #expect(file.status == 0)
      #expect(try run(["step", "done", "open-identity-source", "--reason", "open"]).status == 0)
      let value = try run(
        [
          "step", "done", "download-aws-metadata", "--evidence", "Fixtures/identity-center.xml", "--value",
          "portal-url=" + Operator.acsURL,
        ])
      #expect(value.status == 2)
      #expect(value.message.contains("portal-url: the answer is an ACS URL"))
      let both = try run(
        [
          "step", "done", "download-aws-metadata", "--evidence", "Fixtures/identity-center.xml", "--value",
          "portal-url=https://d-93671f0a2c.awsapps.com/start",
        ])
      #expect(both.status == 0)
      let pair = try run(["step", "done", "check-both-files", "--quiet"])
      #expect(pair.status == 0)
      #expect(pair.errors == "")
      #expect(try run(["step", "done", "upload-idp-metadata"]).status == 4)
      #expect(try run(["step", "done", "upload-idp-metadata", "--reason", "seen"]).status == 0)
      let compared = try run(
        [
          "step", "done", "register-aws-in-okta", "--value", "acs-url=" + Operator.issuerURL, "--value",
          "issuer-url=" + Operator.acsURL,
        ])
      #expect(compared.status == 1)
      #expect(compared.message.contains("ACS URL: what the console shows is the issuer URL; the two were swapped"))
      let right = try run(
        [
          "step", "done", "register-aws-in-okta", "--value", "acs-url=" + Operator.acsURL, "--value",
          "issuer-url=" + Operator.issuerURL,
        ])
      #expect(right.status == 0)
      let status = try StatusDocument.read(store: store)
      let kinds = try [
        "enable-identity-center": "word", "save-okta-metadata": "file", "download-aws-metadata": "file",
        "check-both-files": "pair", "upload-idp-metadata": "word", "register-aws-in-okta": "comparison",
      ].allSatisfy { try status.step(StepID(rawValue: $0.key)).evidence?.kind == $0.value }
      #expect(kinds)
      #expect(try status.step("check-both-files").at == Signpost.now)
    }
  }

  @Test("skip needs a reason; reopen takes it back; a note is kept")
  func skipReopenNote() throws {
    try with { store, run in
      for action in ["skip", "note"] {
        let run = try run(["step", action, "add-okta-application"])
        #expect(run.status == 4)
        #expect(run.message.contains("--reason TEXT"))
      }
      #expect(try StatusDocument.read(store: store).step("add-okta-application").state == "ready")
      #expect(try run(["step", "skip", "add-okta-application", "--reason", "was there"]).status == 0)
      let skipped = try StatusDocument.read(store: store).step("add-okta-application")
      #expect(skipped.state == "skipped")
      #expect(skipped.reason == "was there")
      #expect(try StatusDocument.read(store: store).step("save-okta-metadata").state == "ready")
      let reopened = try run(["step", "reopen", "add-okta-application", "--reason", "it was not"])
      #expect(reopened.status == 0)
      #expect(reopened.errors == "add-okta-application: ready\n")
      #expect(try StatusDocument.read(store: store).step("save-okta-metadata").state == "waiting")
      #expect(try run(["step", "reopen", "enable-organizations"]).status == 0)
      #expect(try StatusDocument.read(store: store).step("enable-organizations").state == "ready")
      #expect(try run(["step", "note", "enable-scim", "--reason", "ticket OPS-123"]).status == 0)
      #expect(try StatusDocument.read(store: store).step("enable-scim").notes.map(\.text) == ["ticket OPS-123"])
      let secret = try run(["step", "note", "enable-scim", "--reason", "token canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj"])
      #expect(secret.status == 2)
      #expect(!secret.errors.contains("canary"))
      #expect(!(try TestFile.text(store + "/okta.journal").contains("canary")))
    }
  }

  @Test("answer gives a value, makes stale what rested on another, and refuses what is no value of the step")
  func answer() throws {
    try with { store, run in
      let nothing = try run(["step", "answer", "enable-organizations"])
      #expect(nothing.status == 4)
      #expect(nothing.message.contains("--value KEY=VALUE"))
      #expect(nothing.message.contains("the step asks for management-account"))
      #expect(
        try run(["step", "answer", "enable-organizations", "--value", "management-account=999988887777"]).status == 0)
      let status = try StatusDocument.read(store: store)
      #expect(status.facts["management-account"] == ["999988887777"])
      #expect(try status.step("keep-emergency-access").state == "stale")
      for (value, message) in [
        ("managment-account=1", "there is no value \"managment-account\"; did you mean management-account?"),
        ("acs-url=https://x", "acs-url is derived from aws-metadata; give that instead"),
        ("management-account=12", "is not twelve digits"), ("management-account", "KEY=VALUE"),
      ] {
        let run = try run(["step", "answer", "enable-organizations", "--value", value])
        #expect(run.status == 2)
        #expect(run.message.contains(message), "\(run.message)")
      }
      let evidence = try run(["step", "answer", "enable-organizations", "--evidence", "Fixtures/okta.xml"])
      #expect(evidence.status == 2)
      #expect(evidence.message.contains("is not proved by a file"))
    }
  }

  @Test("answer keeps where a value comes from; where one thing is refused, nothing is recorded")
  func answerWhole() throws {
    try with { store, run in
      let journal = store + "/okta.journal"
      let told = ["--value", "management-account=999988887777", "--reason", "the ticket OPS-7"]
      #expect(try run(["step", "answer", "enable-organizations"] + told).status == 0)
      #expect(try TestFile.text(journal).contains("the ticket OPS-7"))
      #expect(try run(["log"]).output.unwrapped.contains("the ticket OPS-7"))
      let before = try TestFile.read(journal)
      let good = ["--value", "management-account=111122223333"]
      for (refused, message) in [
        (["--evidence", "Fixtures/okta.xml"], "is not proved by a file"),
        (["--value", "pilot-account=12"], "twelve digits"),
        (["--reason", "token canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj"], "--reason: "),
      ] {
        for action in ["answer", "done"] {
          let run = try run(["step", action, "enable-organizations"] + good + refused)
          #expect(run.status == 2)
          #expect(run.message.contains(message), "\(run.message)")
        }
      }
      let words = ["--evidence", "Fixtures/okta.xml", "--reason", "from the console"]
      #expect(try run(["step", "answer", "save-okta-metadata"] + words).status == 2)
      let partly = ["step", "answer", "save-okta-metadata", "enable-organizations", "--evidence", "Fixtures/okta.xml"]
      #expect(try run(partly).status == 2)
      #expect(try TestFile.read(journal) == before)
    }
  }

  @Test("--evidence - takes the file from standard input")
  func pipedEvidence() throws {
    try with { store, _ in
      let xml = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
      func answer(_ id: String, _ input: String) throws -> Signpost.Run {
        try Signpost.run(["step", "answer", id, "--evidence", "-", "--store", store], input: input)
      }
      let other = try answer("enable-organizations", xml)
      #expect(other.status == 2)
      #expect(other.message.contains("is not proved by a file"))
      let before = try Signpost.files(in: store)
      #expect(try answer("save-okta-metadata", "<canary/>").status == 1)
      #expect(try Signpost.files(in: store) == before)
      #expect(try answer("save-okta-metadata", xml).status == 0)
      let path = try #require(StatusDocument.read(store: store).facts["idp-metadata"]?.first)
      #expect(try TestFile.text(path) == xml)
    }
  }

  @Test("a step may be shortened as long as it is meant alone")
  func prefixes() throws {
    try with { store, run in
      let several = try run(["step", "done", "remind", "--reason", "seen"])
      #expect(several.status == 2)
      #expect(
        several.message.contains("\"remind\" matches several steps: remind-of-token-renewal, remind-of-certificate"))
      #expect(try run(["step", "done", "enable-i", "--reason", "seen"]).status == 0)
      #expect(try StatusDocument.read(store: store).step("enable-identity-center").state == "done")
      let unknown = try run(["step", "done", "enable-scm", "--reason", "seen"])
      #expect(unknown.status == 2)
      #expect(unknown.message.contains("there is no step \"enable-scm\"; did you mean enable-scim?"))
      let partly = try run(["step", "note", "enable-scim", "nonsense", "--reason", "x"])
      #expect(partly.status == 2)
      #expect(try StatusDocument.read(store: store).step("enable-scim").notes.isEmpty)
    }
  }
}
