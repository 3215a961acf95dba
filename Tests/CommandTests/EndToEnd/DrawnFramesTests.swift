import Playbook
import Support
import Testing

/// What a person sees at the turns of a set-up, window by window, compared with what was looked at and accepted.
@Suite("The wizard with fields: its frames at three widths")
struct DrawnFramesTests {
  private let all = Operator.exchanges

  @Test("a walk past every kind of question and remark", arguments: [(40, 60), (80, 40), (200, 40)])
  func walk(columns: Int, rows: Int) throws {
    // Where its own name decides how lines are broken, the directory has one of the same length everywhere.
    try TemporaryDirectory.with(in: "/tmp") { directory in
      for name in ["okta.xml", "identity-center.xml", "entra-id.xml"] {
        try TestFile.write(TestFile.read(Signpost.root + "/Fixtures/\(name)"), to: directory.path(name))
      }
      try TestFile.makeDirectory(directory.path("downloads"))
      try TestFile.write(
        TestFile.read(Signpost.root + "/Fixtures/okta.xml"), to: directory.path("downloads/metadata.xml"))
      // Two hours before the clock of the tests.
      try TestFile.setModified(1_795_212_000, of: directory.path("downloads/metadata.xml"))
      var walk = Walk(
        session: try DrawnSession(
          ["setup", "--store", "set-ups"], columns: columns, rows: rows, directory: directory.path),
        golden: "wizard-\(columns).txt")
      try walk.see("Which identity provider", as: "the first question")
      try walk.type("okt", see: "okta", as: "a list that is typed in")
      try walk.type("\n")
      try walk.meet(all[0], as: "a choice")
      try walk.type("unused\n")
      try walk.meet(all[1], as: "a wish")
      for exchange in all[1..<6] { try walk.session.answer(exchange) }
      try walk.meet(all[6], as: "a text")
      try walk.type("12345\n", see: "not twelve digits", as: "a text that is refused")
      try walk.type("\u{15}111122223333\n")
      try walk.meet(all[7], as: "a word")
      try walk.type("?\n", see: "source: ", as: "why and where")
      try walk.type("x\n", see: "only Enter is expected here", as: "an answer where none is wanted")
      try walk.type("j\n", see: "Which step", as: "the list of steps")
      try walk.type("\u{1B}b")
      try walk.meet(all[7], as: nil)
      try walk.type("s\n", see: "Why is the step skipped", as: "a reason")
      try walk.type("there is one already\n")
      let file = Operator.index(of: "save-okta-metadata")
      for exchange in all[8..<file] { try walk.session.answer(exchange) }
      try walk.meet(all[file], as: "a file")
      try walk.type("identity-center.xml\n", see: "swapped", as: "the wrong file")
      try walk.type("\u{15}downloads\n", see: "newest", as: "a folder")
      try walk.type("\n")
      try walk.meet(all[file + 1], as: "what the file says")
      try walk.type("\u{1B}u")
      try walk.meet(all[file], as: "an answer that was taken back")
      try walk.type("\u{3}", see: "continue with", as: "interrupted")
      #expect(try walk.session.terminal.waitForExit() == .exited(130))
      Golden.expect(walk.frames.joined(), at: "wizard-\(columns).txt")
    }
  }

  /// A session, and what was seen in it.
  private struct Walk {
    let session: DrawnSession
    private(set) var frames: [String] = []
    /// What they should be, without their headings.
    private let expected: [String]

    init(session: DrawnSession, golden: String) {
      self.session = session
      expected = (Golden.text(at: golden) ?? "").components("\n──── end\n").dropLast().map { frame in
        frame.components("\n").dropFirst().joined(separator: "\n")
      }
    }

    mutating func type(_ text: String) throws { try session.type(text) }

    mutating func type(_ text: String, see sign: String, as name: String) throws {
      try session.type(text)
      try see(sign, as: name)
    }

    mutating func see(_ sign: String, as name: String) throws {
      try session.see(sign)
      try take(name)
    }

    mutating func meet(_ exchange: Script.Exchange, as name: String?) throws {
      try session.meet(exchange)
      if let name { try take(name) }
    }

    /// Keeps the window as it is when the program waits for a key.
    private mutating func take(_ name: String) throws {
      try session.settle(on: expected.indices.contains(frames.count) ? expected[frames.count] : nil)
      frames.append("──── \(name)\n\(session.frame)\n──── end\n")
    }
  }
}
