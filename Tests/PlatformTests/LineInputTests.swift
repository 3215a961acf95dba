import Platform
import Support
import Testing

@Suite struct LineInputTests {
  @Test func givesLinesOneByOneAndKeepsTheRest() throws {
    let pipe = try TestPipe()
    try pipe.send("one\n\ntwo\r\nthree")
    var input = LineInput(descriptor: pipe.reader, named: "standard input")
    var events = [try input.next(), try input.next(), try input.next()]
    #expect(events == [line("one"), line(""), line("two\r")])
    pipe.closeWriter()
    events = [try input.next(), try input.next(), try input.next()]
    #expect(events == [line("three"), .endOfInput, .endOfInput])
  }

  @Test func putsPiecesTogether() throws {
    let pipe = try TestPipe()
    var input = LineInput(descriptor: pipe.reader, named: "standard input")
    try pipe.send("a")
    let key = try input.nextByte()
    #expect(key == .byte(0x61))
    let nothing = try input.nextByte(within: .zero)
    #expect(nothing == .nothing)
    try pipe.send("b\nc")
    let first = try input.next()
    try pipe.send("d\n")
    let second = try input.next()
    #expect([first, second] == [line("b"), line("cd")])
  }

  @Test(arguments: [0, 1, 7, 8, 9, 5_000, 20_000]) func aLineMayBeSoLongAndNoLonger(length: Int) throws {
    let pipe = try TestPipe()
    let text = String(repeating: "x", count: length)
    try pipe.send(text + "\nnext\n" + text)
    pipe.closeWriter()
    var input = LineInput(descriptor: pipe.reader, named: "standard input", maximumLineLength: 8)
    let events = [try input.next(), try input.next(), try input.next(), try input.next()]
    let long: LineInput.Event = length > 8 ? .tooLong : line(text)
    #expect(events == [long, line("next"), length == 0 ? .endOfInput : long, .endOfInput])
  }

  @Test func manyLinesStayInOrder() throws {
    let pipe = try TestPipe()
    let lines = (0..<5_000).map { "line \($0)" }
    try pipe.send(lines.joined(separator: "\n") + "\n")
    pipe.closeWriter()
    var input = LineInput(descriptor: pipe.reader, named: "standard input")
    var found: [String] = []
    while case .line(let bytes) = try input.next() { found.append(String(decoding: bytes, as: UTF8.self)) }
    #expect(found == lines)
  }

  @Test func whatCannotBeReadIsNamed() throws {
    var input = LineInput(descriptor: 9_999, named: "standard input")
    let error = #expect(throws: PlatformError.self) { try input.next() }
    #expect(error?.path == "standard input")
    #expect(error?.operation == .read)
  }

  private func line(_ text: String) -> LineInput.Event {
    .line(Array(text.utf8))
  }
}
