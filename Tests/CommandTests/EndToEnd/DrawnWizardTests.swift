import Playbook
import Support
import Testing

@Suite("The wizard with fields, as a person sees it")
struct DrawnWizardTests {
  /// Every provider, and every width.
  private static let sessions =
    ProviderSetUpTests.providers.map { ($0, 80) } + [("okta", 40), ("okta", 200), ("entra-id", 40)]

  @Test("every question of every provider to the end, at three widths; what remains is the record", arguments: sessions)
  func whole(provider: String, columns: Int) throws {
    try TemporaryDirectory.with { directory in
      let script = try Script(provider: provider)
      let session = try DrawnSession(store: directory.path("store"), provider: provider, columns: columns, rows: 100)
      for exchange in script.exchanges { try session.answer(exchange) }
      try session.finish()
      let status = try StatusDocument.read(store: directory.path("store"))
      #expect(status.complete)
      for exchange in script.exchanges {
        guard let fact = exchange.fact, fact.definition.origin == .asked else { continue }
        #expect(status.facts[fact.rawValue]?.joined(separator: ", ") == exchange.answer)
      }
      // One line a step is left, in order, and of the cards nothing, as each fitted into the window.
      var rest = session.text[...]
      let all = try #require(Playbook.of(provider)).steps
      for step in script.steps {
        let number = (all.firstIndex { $0.id == step.id } ?? 0) + 1
        let line = "✓\(number)\(step.title)".filter { !$0.isWhitespace }
        let found = try #require(rest.firstRange(of: line), "no line for \(step.id)")
        rest = rest[found.upperBound...]
      }
      #expect(!session.text.contains("▸"))
    }
  }

  @Test("a token in the wrong prompt is refused beside it, with the reason in the window, and does not come back")
  func token() throws {
    let token = "canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj=="
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: "enable-scim")
      let session = try DrawnSession(store: directory.path("store"))
      for exchange in Operator.exchanges[..<index] { try session.answer(exchange) }
      try session.meet(Operator.exchanges[index])
      func refused(at question: String) throws {
        try session.type(token)
        // Of a long answer its end is shown.
        try session.see("Fg0Hj==")
        try session.type("\n")
        try session.wait(for: "the reason above \(question)") {
          let window = session.screen.visible.joined(separator: " ")
          return window.contains("kept nor shown") && window.contains(question)
        }
        #expect(!session.text.contains("Fg0Hj"))
      }
      try refused(at: "What is the SCIM endpoint?")
      try session.type(":s\n")
      try session.see(String(Said.whySkipped.dropLast(2)))
      try refused(at: "Why is the step skipped?")
      try session.type(":b\n")
      try session.leave(at: Operator.exchanges[index])
    }
  }

  @Test("a secret in the place of a path is refused and does not stay in the field, with an id before it or without")
  func tokenForPath() throws {
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: "save-okta-metadata")
      let store = directory.path("store")
      let input = Operator.exchanges[..<index].map { $0.answer + "\n" }.joined()
      #expect(try Signpost.run(["setup", "okta", "--store", store], input: input).status == 4)
      let session = try DrawnSession(["setup", "--store", store], rows: 60)
      try session.meet(Operator.exchanges[index])
      for start in ["6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34:", "https://ada:", ""] {
        try session.type(start + "Zk9x8Qw7Er6Ty5Ui4Op3As2Df1Gh0Jk9Lz8" + (start.hasPrefix("http") ? "@x.example" : ""))
        try session.see("Gh0Jk9Lz8")
        try session.type("\n")
        try session.see("it was neither kept nor shown")
        try session.wait(for: "the field taken away") { !session.text.contains("Lz8") }
        // Before the next field stands there, the terminal shows by itself what is typed.
        try session.meet(Operator.exchanges[index])
        #expect(!session.text.contains("Lz8"))
        try session.type("\u{15}")
      }
      try session.leave(at: Operator.exchanges[index])
      let journal = try TestFile.text(store + "/okta.journal")
      #expect(!journal.contains("Lz8"))
    }
  }

  @Test("behind an answer that was refused and is there to be put right a command is the command")
  func commandBehind() throws {
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: "enable-organizations")
      let session = try DrawnSession(store: directory.path("store"), rows: 60)
      for exchange in Operator.exchanges[..<index] { try session.answer(exchange) }
      try session.meet(Operator.exchanges[index])
      try session.type("12345\n")
      try session.see("is not twelve digits")
      try session.leave(at: Operator.exchanges[index])
    }
  }

  @Test("what is said of an answer that came with the command stands in the record, with the value that it is about")
  func remarkOfGiven() throws {
    try TemporaryDirectory.with { directory in
      let session = try DrawnSession(
        ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--store", directory.path("store")], rows: 60)
      try session.see(Said.handOver)
      let text = session.text
      let note = "note: SCIM endpoint: the slash at its end was removed".filter { !$0.isWhitespace }
      let remark = try #require(text.firstRange(of: note))
      let end = try #require(text.firstRange(of: Said.done.filter { !$0.isWhitespace }))
      #expect(remark.upperBound < end.lowerBound)
      #expect(!text[end.upperBound...].contains("note:"))
      try session.type("\n")
      try session.end(.exited(0))
      #expect(session.text.ranges(of: note).count == 1)
    }
  }

  @Test("what is asked for at a long step stands in the window beside the prompt, and Ctrl-L brings the step back")
  func beside() throws {
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: "enable-scim")
      let session = try DrawnSession(store: directory.path("store"))
      for exchange in Operator.exchanges[..<index] { try session.answer(exchange) }
      try session.meet(Operator.exchanges[index])
      for (typed, said) in [
        ("https://scim.us-east-1.amazonaws.com/1/scim/v2/Users", "not accepted"), ("\u{15}:?", "source:"),
      ] {
        try session.type(typed + "\n")
        try session.wait(for: said) {
          session.frame.contains(said) && session.frame.contains("more lines above; Ctrl-L shows all")
        }
        #expect(session.frame.contains("What is the SCIM endpoint?"))
        #expect(session.frame.contains("leave"))
      }
      try session.type("\u{C}")
      try session.wait(for: "the whole step") {
        session.frame.contains("▸ 17 of 36") && !session.frame.contains("Ctrl-L")
      }
      try session.leave(at: Operator.exchanges[index])
    }
  }

  @Test("in a locale of ASCII every letter and every line is ASCII; under NO_COLOR nothing is coloured")
  func poor() throws {
    try TemporaryDirectory.with { directory in
      let session = try DrawnSession(
        ["setup", "okta", "--store", directory.path("store")], colour: "auto",
        environment: ["LANG": "C", "NO_COLOR": "1"], rows: 100)
      for exchange in Operator.exchanges { try session.answer(exchange) }
      try session.finish()
      #expect(session.terminal.transcript.unicodeScalars.allSatisfy { $0.isASCII })
      let styles = session.terminal.transcript.components("\u{1B}[").dropFirst().filter { part in
        part.drop { $0.isNumber || $0 == ";" }.first == "m"
      }
      #expect(styles.isEmpty)
    }
  }

  @Test("with colour every style is closed again, and none is black or white, which some backgrounds are")
  func colour() throws {
    try TemporaryDirectory.with { directory in
      let session = try DrawnSession(
        ["setup", "okta", "--store", directory.path("store")], colour: "always", rows: 100)
      try session.answer(Operator.exchanges[0])
      try session.meet(Operator.exchanges[1])
      try session.type("\u{3}")
      try session.end(.exited(130))
      var isOpen = false
      var seen: Set<Int> = []
      for part in session.terminal.transcript.components("\u{1B}[").dropFirst() {
        let parameters = part.prefix { $0.isNumber || $0 == ";" }
        guard part.dropFirst(parameters.count).first == "m" else { continue }
        isOpen = parameters != "0" && parameters != ""
        seen.formUnion(parameters.split(separator: ";").compactMap { Int($0) })
      }
      #expect(!isOpen)
      #expect(seen.count > 3)
      #expect(seen.isDisjoint(with: [30, 37, 38, 40, 47, 48, 90, 97, 100, 107]))
    }
  }
}
