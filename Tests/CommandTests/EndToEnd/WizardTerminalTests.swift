import Playbook
import Support
import Testing

@Suite("The wizard: terminals of every kind, and what must not reach them")
struct WizardTerminalTests {
  private let all = Operator.exchanges
  private let metadata = Operator.index(of: "save-okta-metadata")

  @Test("on a dumb terminal the whole set-up, in text and nothing but text")
  func dumb() throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(
        store: directory.path("store"), colour: "auto", environment: ["TERM": "dumb", "LANG": "C"])
      try session.walk(to: all.count)
      try session.finish()
      let shown = session.terminal.transcript.components("\r\n").joined()
      #expect(shown.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
    }
  }

  @Test("under NO_COLOR nothing but text; a capable terminal gets colour, closed again at the end")
  func colour() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let plain = try WizardSession(store: store, colour: "auto", environment: ["NO_COLOR": "1"])
      try plain.meet(0)
      try plain.leave(at: 0)
      #expect(!plain.terminal.transcript.contains("\u{1B}"))
      let session = try WizardSession(store: store, colour: "auto")
      try session.terminal.expect("What signs people in today: ")
      try session.terminal.send(":q\n")
      try session.terminal.expect("Saved. Continue with: \u{1B}[")
      #expect(try session.terminal.waitForExit() == .exited(0))
      let parts = session.terminal.transcript.components("\u{1B}")
      #expect(parts.count > 4)
      var isOpen = false
      for part in parts.dropFirst() {
        let parameters = part.dropFirst().prefix { $0.isNumber || $0 == ";" }
        #expect(part.first == "[" && part.dropFirst(1 + parameters.count).first == "m", "\(part.debugDescription)")
        isOpen = parameters != "0" && parameters != ""
      }
      #expect(!isOpen)
    }
  }

  @Test("in 40 columns nothing is wider, but for prompts, words that cannot be divided and commands to copy")
  func narrow() throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"), columns: 40)
      try session.walk(to: all.count)
      try session.finish()
      // The terminal shows what is typed behind the last line of a question.
      let answers = Set(all.map(\.answer)).subtracting([""])
      // The blank between a question and its answer may fall out of the window.
      let lines = session.terminal.transcript.components("\r\n").map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
      for line in lines where line.count > 40 && !answers.contains(where: { line.hasSuffix($0) }) {
        if line.contains("signpost ") || line.hasPrefix("     aws ") { continue }
        let words = line.split(separator: " ")
        #expect(words.count <= 2 && words.contains { $0.count > 34 }, "\(line)")
      }
      #expect(lines.count { $0.count > 30 && $0.count <= 40 } > 100)
    }
  }

  @Test(
    "what a metadata file says never reaches the terminal as a command, or as a line of ours",
    arguments: [
      ("x\u{1B}]0;owned\u{7}\u{1B}[2J", false), ("\u{9B}2J\u{85}", true), ("&#x9b;2J&#x85;", true),
      ("\u{202E}moc.atko\u{2066}", true), ("&#10;&#10;Everything is done.&#10;", true),
    ])
  func hostileFile(text: String, isTaken: Bool) throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"))
      try session.walk(to: metadata)
      let entity = "http://www.okta.com/exk1example0fixture01"
      let okta = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
      try TestFile.write(okta.components(entity).joined(separator: entity + text), to: directory.path("okta.xml"))
      try session.terminal.send(directory.path("okta.xml") + "\n")
      if isTaken {
        // The entityID is shown where the console is to be compared with it.
        let compared = Operator.index(of: "change-identity-source")
        try session.walk(from: metadata + 1, to: compared)
        #expect(session.shown.contains("compare IdP issuer URL and IdP sign-in URL with \(entity)"))
        try session.leave(at: compared)
      } else {
        try session.meet(metadata)
        try session.leave(at: metadata)
      }
      let shown = session.terminal.transcript.components("\r\n").joined(separator: "\n")
      #expect(shown.commandsToTerminals == [])
      #expect(!shown.contains("\n" + Said.done))
      for line in [["status"], ["status", "--format", "json"], ["export"]] {
        let run = try Signpost.run(line + ["--store", directory.path("store")])
        #expect(run.status == 0)
        #expect(run.output.commandsToTerminals == [])
        #expect(!run.output.contains("\n" + Said.done))
      }
    }
  }
}
