import Playbook
import Support
import Testing

@Suite("The wizard with fields: each key of it")
struct DrawnKeysTests {
  private let all = Operator.exchanges
  /// A question for a text, one for Enter, one for what a console shows, and one that needs a list.
  private let text = Operator.index(of: "enable-organizations")
  private let enter = Operator.index(of: "add-okta-application")
  private let console = Operator.index(of: "register-aws-in-okta")

  /// A set-up whose answers before a question were given through a pipe.
  private func with(
    _ index: Int, environment: [String: String] = [:], _ body: (DrawnSession, String) throws -> Void
  ) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let input = all[..<index].map { $0.answer + "\n" }.joined()
      #expect(try Signpost.run(["setup", "okta", "--store", store], input: input).status == 4)
      let session = try DrawnSession(["setup", "--store", store], environment: environment, rows: 60)
      try session.meet(all[index])
      try body(session, store)
    }
  }

  @Test("? and p say what they say and ask the same question again: as a letter, with Alt and behind Ctrl-X")
  func explanations() throws {
    for (index, way) in [(text, nil), (console, nil), (enter, nil), (enter, "\u{1B}"), (text, "\u{18}")] {
      try with(index) { session, _ in
        let step = try #require(all[index].step)
        let source = try #require(step.sources.first).url
        let symptom = try #require(step.pitfalls.first).symptom
        for (letter, sign) in [("?", source), ("p", symptom)] {
          #expect(!session.text.contains(sign.filter { !$0.isWhitespace }))
          try session.type(way.map { $0 + letter } ?? all[index].command(letter))
          try session.see(sign)
          try session.meet(all[index])
        }
        try session.leave(at: all[index])
      }
    }
  }

  @Test("c puts each value of the step into the clipboard by the terminal, and shows it all the same")
  func copies() throws {
    try with(console) { session, _ in
      for value in [Operator.acsURL, Operator.issuerURL, Operator.acsURL] {
        try session.type(":c\n")
        try session.copied(value)
        try session.meet(all[console])
      }
      try session.leave(at: all[console])
    }
  }

  @Test("o opens the console's page in the browser of the environment, and says so")
  func opens() throws {
    try TemporaryDirectory.with { directory in
      let browser = directory.path("browser")
      try TestFile.write("#!/bin/sh\necho \"$1\" >>\(directory.path("opened"))\n", to: browser, mode: 0o755)
      let enabling = Operator.index(of: "enable-identity-center")
      try with(enabling, environment: ["BROWSER": browser]) { session, _ in
        try session.type(all[enabling].command("o"))
        try session.see("opened https://console.aws.amazon.com/singlesignon")
        try session.meet(all[enabling])
        #expect(try TestFile.text(directory.path("opened")) == "https://console.aws.amazon.com/singlesignon\n")
        try session.leave(at: all[enabling])
      }
    }
  }

  @Test("n keeps a note, s leaves the step out with a reason, u takes that back, w puts it aside until a time")
  func errands() throws {
    try with(enter) { session, store in
      let id = try #require(all[enter].step?.id)
      try session.type("n\n")
      try session.see(Said.note)
      try session.type("ticket OPS-123, with Zoë\n")
      try session.see("noted")
      try session.meet(all[enter])
      #expect(try StatusDocument.read(store: store).step(id).notes.map(\.text) == ["ticket OPS-123, with Zoë"])

      try session.type("s\n")
      try session.see(Said.whySkipped)
      try session.type("done last year\n")
      try session.see("skipped: done last year")
      try session.meet(all[enter + 1])
      #expect(try StatusDocument.read(store: store).step(id).state == "skipped")
      try session.type("\u{1B}u")
      try session.see("took back: ")
      try session.meet(all[enter])
      #expect(try StatusDocument.read(store: store).step(id).state == "ready")

      try session.type("w\n")
      try session.see("In how long should it come back")
      try session.type("40m\n")
      try session.see("comes back in 40 minutes")
      // Okta's metadata needs the application; the page at AWS does not.
      let next = all[Operator.index(of: "open-identity-source")]
      try session.meet(next)
      try session.leave(at: next)
      #expect(try Signpost.run(["status", "--store", store]).output.contains("00:40"))
    }
  }

  @Test("b goes back, r does a settled step again, j jumps by a list that is typed in")
  func elsewhere() throws {
    try with(enter) { session, store in
      try session.type("b\n")
      try session.see(Said.review)
      try session.type("r\n")
      try session.meet(all[enter - 1])
      #expect(try StatusDocument.read(store: store).step("enable-identity-center").state == "ready")
      try session.type("\n")
      try session.meet(all[enter])
      try session.type("j\n")
      try session.see("Which step")
      try session.type("organizations\n")
      try session.see(Said.review)
      try session.see("of 36  Make sure that AWS Organizations is in use", times: 1)
      try session.type("\n")
      try session.meet(all[enter])
      try session.leave(at: all[enter])
    }
  }

  @Test("a line is edited, completed and taken from the history of its question")
  func editing() throws {
    try with(text) { session, store in
      // Typed with a slip, mended in the middle.
      try session.type("11112222333\u{1}\u{5}3x\u{7F}")
      try session.see("111122223333")
      try session.type("\n")
      try session.meet(all[text + 1])
      #expect(try StatusDocument.read(store: store).facts["management-account"] == ["111122223333"])
      try session.leave(at: all[text + 1])
    }
    let file = Operator.index(of: "save-okta-metadata")
    try with(file) { session, store in
      try session.type("Fixtures/okt\t")
      try session.see("Fixtures/okta.xml")
      try session.type("\n")
      try session.meet(all[file + 1])
      #expect(try StatusDocument.read(store: store).facts["idp-metadata"] == [Signpost.root + "/Fixtures/okta.xml"])
      try session.leave(at: all[file + 1])
    }
  }
}
