import Playbook
import Support
import Testing

@Suite("The wizard: secrets")
struct WizardSecretsTests {
  private let canary = "canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj"

  @Test("a secret that is pasted at any prompt is in no file of the store, and is not shown again")
  func pasted() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let session = try WizardSession(store: store)
      var pasted = 0
      for (index, exchange) in Operator.exchanges.enumerated() {
        try session.meet(index)
        try session.terminal.send(canary + "\n")
        pasted += 1
        try session.meet(index)
        if exchange.isEnter, pasted < 30 {
          for (command, question) in [("n", Said.note), ("s", Said.whySkipped)] {
            try session.terminal.send(exchange.command(command))
            try session.terminal.expect(question)
            try session.terminal.send("the token is \(canary)\n")
            pasted += 1
            let said = try session.terminal.expect(question).unwrapped
            #expect(said.contains(Said.secret))
            try session.terminal.send(":b\n")
            try session.meet(index)
          }
        }
        try session.terminal.send(exchange.answer + "\n")
      }
      try session.finish()
      #expect(pasted > 45)
      // Each was echoed once, by the terminal itself, as it was typed.
      #expect(session.terminal.transcript.components(canary).count - 1 == pasted)
      #expect(try Signpost.files(in: store).sorted() == ["okta.answers.json", "okta.journal"])
      #expect(!(try TestFile.text(store + "/okta.answers.json").contains("canary")))
      let journal = try TestFile.text(store + "/okta.journal")
      #expect(!journal.contains("canary"))
      #expect(journal.contains("\"kind\":\"secret-entered\""))
      for line in [["status"], ["status", "--format", "json"], ["export"]] {
        #expect(!(try Signpost.run(line + ["--store", store]).output.contains("canary")))
      }
      #expect(TestFile.permissions(store) == 0o700)
      #expect(TestFile.permissions(store + "/okta.journal") == 0o600)
    }
  }

  @Test(
    "markup that is pasted in the place of metadata and not taken is nowhere on the disk",
    arguments: [
      "<Response token=\"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.canary8Kq2Zt5Vw9Xy3Lm7Np4\"/>",
      "<EntityDescriptor><!-- -----BEGIN PRIVATE KEY----- canary8Kq2Zt5Vw9Xy3Lm7Np4 --></EntityDescriptor>",
    ])
  func pastedMarkup(text: String) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let index = Operator.index(of: "save-okta-metadata")
      let session = try WizardSession(store: store)
      try session.walk(to: index)
      try session.terminal.send(text + "\n")
      let said = try session.meet(index).unwrapped
      #expect(said.contains("pasted text was not accepted: it "), "\(said)")
      #expect(try Signpost.files(in: store) == ["okta.journal"])
      #expect(!(try TestFile.text(store + "/okta.journal").contains("canary")))
      // The same prompt goes on.
      try session.terminal.send(Operator.exchanges[index].answer + "\n")
      try session.meet(index + 1)
    }
  }
}
