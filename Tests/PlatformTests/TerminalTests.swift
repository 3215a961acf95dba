import Platform
import Support
import Testing

@Suite struct TerminalTests {
  @Test func knowsATerminalAndItsSize() throws {
    let terminal = try TestPipe(terminalWithColumns: 97, rows: 31)
    #expect(Terminal.isTerminal(terminal.reader))
    #expect(Terminal.size(of: terminal.reader) == Terminal.Size(columns: 97, rows: 31))
    let unknown = try TestPipe(terminalWithColumns: 0, rows: 0)
    #expect(Terminal.size(of: unknown.reader) == nil)
    let pipe = try TestPipe()
    #expect(!Terminal.isTerminal(pipe.reader))
    #expect(Terminal.size(of: pipe.reader) == nil)
  }

  // In processes of their own: these calls change how the whole process takes signals.

  @Test func hidesWhatIsTypedAndGivesTheTerminalBack() async {
    await #expect(processExitsWith: .success) {
      let terminal = try TestPipe(terminalWithColumns: 80, rows: 24)
      var input = LineInput(descriptor: terminal.reader, named: "terminal")
      try terminal.send("typed ahead\n")
      let events = try Terminal.withoutEcho(on: terminal.reader) { () throws(PlatformError) in
        let isHidden = !terminal.showsInput && terminal.givesLines
        try? terminal.send("secret\n")
        return (isHidden, [try input.next(), try input.next()])
      }
      try #require(events.0)
      try #require(events.1 == [.line(Array("typed ahead".utf8)), .line(Array("secret".utf8))])
      try #require(terminal.showsInput)

      let error = #expect(throws: PlatformError.self) {
        try Terminal.withoutEcho(on: terminal.reader) { () throws(PlatformError) in
          _ = try InputFile(path: "/nowhere/at/all")
        }
      }
      try #require(error?.operation == .open)
      try #require(terminal.showsInput)
    }
  }

  @Test func givesTheTerminalBackAfterASignal() async {
    await #expect(processExitsWith: .success) {
      let terminal = try TestPipe(terminalWithColumns: 80, rows: 24)
      var input = LineInput(descriptor: terminal.reader, named: "terminal")
      let event = try Terminal.withoutEcho(on: terminal.reader) { () throws(PlatformError) in
        Support.signalThisProcess(Signal.hangUp.number)
        return try input.next()
      }
      try #require(event == .interrupted(.hangUp))
      try #require(terminal.showsInput)
    }
  }

  @Test func givesKeysAsTheyWereTyped() async {
    await #expect(processExitsWith: .success) {
      let terminal = try TestPipe(terminalWithColumns: 80, rows: 24)
      var input = LineInput(descriptor: terminal.reader, named: "terminal")
      let keys = try Terminal.withEditing(on: terminal.reader) { (_) throws(PlatformError) in
        try? terminal.send("a\u{1B}\r")
        return [try input.nextByte(), try input.nextByte(), try input.nextByte(), try input.nextByte(within: .zero)]
      }
      try #require(keys == [.byte(0x61), .byte(0x1B), .byte(0x0D), .nothing])
      try #require(terminal.showsInput && terminal.givesLines)
    }
  }

  @Test(.timeLimit(.minutes(30))) func aSignalEndsAWaitWhicheverThreadItMeets() async {
    await #expect(processExitsWith: .success) {
      try Interrupt.install()
      let pipe = try TestPipe()
      try pipe.send("half a li")
      var input = LineInput(descriptor: pipe.reader, named: "pipe")
      let sender = Task.detached { Support.signalThisProcess(Signal.terminate.number) }
      try #require(try input.next() == .interrupted(.terminate))
      await sender.value
      // It has been answered, and the half line is still there.
      try #require(Interrupt.pending == nil)
      try pipe.send("ne\n")
      try #require(try input.next() == .line(Array("half a line".utf8)))
      Support.signalThisProcess(Signal.interrupt.number)
      while Interrupt.pending == nil { await Task.yield() }
      try #require(Interrupt.pending == .interrupt)
      try #require(Interrupt.take() == .interrupt)
      try #require(Interrupt.take() == nil)
    }
  }

  @Test func aPipeHasNoEchoToHide() throws {
    let pipe = try TestPipe()
    #expect(try Terminal.withoutEcho(on: pipe.reader) { () throws(PlatformError) in 7 } == 7)
  }
}
