import Playbook
import Support
import Testing

@Suite("The wizard with fields: ends that nobody planned")
struct DrawnEndsTests {
  private let all = Operator.exchanges
  private let text = Operator.index(of: "enable-organizations")

  private func with(_ body: (DrawnSession, TemporaryDirectory) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let input = all[..<text].map { $0.answer + "\n" }.joined()
      #expect(try Signpost.run(["setup", "okta", "--store", store], input: input).status == 4)
      let session = try DrawnSession(["setup", "--store", store], rows: 60)
      try session.meet(all[text])
      try body(session, directory)
      let next = try DrawnSession(["setup", "--store", store], rows: 60)
      try next.meet(all[text])
      try next.leave(at: all[text])
    }
  }

  @Test("Ctrl-C, kill and a closed window: the terminal is as it was, and the next session asks the same question")
  func signals() throws {
    try with { session, _ in
      try session.type("half an answer\u{3}")
      try session.see(Said.interrupted)
      try session.end(.exited(130))
    }
    for number: Int32 in [15, 1, 2] {
      try with { session, _ in
        try session.type("half an answer")
        try session.see("half an answer")
        session.terminal.kill(number)
        try session.see(Said.interrupted)
        try session.end(.exited(130))
      }
    }
  }

  @Test("kill -9 leaves the journal whole, and the terminal's settings are a matter of reset")
  func killed() throws {
    try with { session, directory in
      session.terminal.kill(9)
      let end = try session.terminal.waitForExit()
      #expect(end == .signalled(9))
      let status = try StatusDocument.read(store: directory.path("store"))
      #expect(status.facts["identity-source"] == ["unused"])
    }
  }

  @Test("stopped by Ctrl-Z and gone on, the question is drawn again and what was typed is still there")
  func stopped() throws {
    try with { session, _ in
      try session.type("1111")
      try session.see("1111")
      session.terminal.kill(19)
      session.terminal.kill(18)
      try session.type("22223333\n")
      try session.meet(all[text + 1])
      try session.type("\u{1B}u")
      try session.meet(all[text])
      try session.leave(at: all[text])
    }
  }

  @Test("a disk that is full: what was not saved is said, the terminal is as it was, and with room it goes on")
  func fullDisk() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let input = all[..<text].map { $0.answer + "\n" }.joined()
      #expect(try Signpost.run(["setup", "okta", "--store", store], input: input).status == 4)
      let session = try DrawnSession(["setup", "--store", store], rows: 60, fileSize: 4)
      try session.meet(all[text])
      for _ in 0..<5 where !session.text.contains("notsaved") {
        try session.type(":n\n")
        try session.see(Said.note)
        try session.type(String(repeating: "a long note ", count: 80) + "\n")
        try session.wait(for: "the note, or no room for it") {
          session.text.contains("notsaved") || session.text.suffix(300).contains("Whichaccount")
        }
      }
      try session.see("not saved: cannot write")
      try session.end(.exited(3))
      let next = try DrawnSession(["setup", "--store", store], rows: 60)
      try next.answer(all[text])
      try next.meet(all[text + 1])
      try next.leave(at: all[text + 1])
    }
  }

  @Test("a second wizard at the same set-up is told who is at it")
  func second() throws {
    try with { session, directory in
      let other = try DrawnSession(["setup", "--store", directory.path("store")], rows: 60)
      try other.see("is open in another process")
      try other.see("(number \(session.terminal.processIdentifier))")
      try other.end(.exited(3))
      try session.leave(at: all[text])
    }
  }

  @Test("a window that changes its size while a question stands there: the question is there, once")
  func resized() throws {
    try with { session, _ in
      for (columns, rows) in [(40, 60), (200, 60), (80, 24), (80, 60)] {
        session.resize(columns: columns, rows: rows)
        try session.meet(all[text])
      }
      try session.leave(at: all[text])
    }
  }
}
