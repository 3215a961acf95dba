@testable import Console
import Support
import Testing

@Suite struct PainterTests {
  @Test("any frame after any other stands where the first one stood, and nothing above is touched", arguments: 1...4)
  func frames(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &* 0x2545_F491_4F6C_DD1D)
    for _ in 0..<50 {
      var screen = DrawnScreen(columns: 30, rows: 12, "above\r\n")
      var painter = Painter(appearance: .capable)
      for _ in 0..<12 {
        let texts = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
          String(repeating: "日x", count: Int.random(in: 0...9, using: &numbers))
        }
        let frame = Frame(
          lines: texts.map { StyledText(ours: $0) }, row: Int.random(in: 0..<texts.count, using: &numbers),
          column: Int.random(in: 0...29, using: &numbers))
        screen.write(painter.draw(frame))
        var expected = ["above"] + texts
        while expected.last == "" { expected.removeLast() }
        #expect(screen.lines == expected)
        #expect(screen.row == 1 + frame.row)
        #expect(screen.column == frame.column)
      }
      #expect(screen.unknown == [])
      #expect(screen.wraps == 0)
      screen.write(painter.erase())
      #expect(screen.lines == ["above"])
      #expect(screen.row == 1 && screen.column == 0)
    }
  }

  @Test("lines that run on are drawn over others and others over them, and stay whole", arguments: 1...4)
  func runningOn(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &* 0xBF58_476D_1CE4_E5B9)
    for _ in 0..<50 {
      var screen = DrawnScreen(columns: 10, rows: 40, "above\r\n")
      var painter = Painter(appearance: .capable)
      for _ in 0..<12 {
        let texts = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
          String(
            repeating: ["x", "y"].randomElement(using: &numbers) ?? "", count: .random(in: 1...34, using: &numbers))
        }.filter { $0.count % 10 != 0 }
        let rows =
          texts.flatMap { Paragraph(StyledText(ours: $0)).rows(columns: 10, appearance: .capable) } + [
            Row(text: "end")
          ]
        let frame = Frame(rows: rows, row: rows.count - 1, column: 3)
        screen.write(painter.draw(frame))
        #expect(screen.copied == ["above"] + texts + ["end"])
        #expect(screen.row == rows.count && screen.column == 3)
      }
      // As terminals do that keep their text.
      screen.resize(columns: 23, rows: 40)
      screen.write(painter.erase(brokenAt: 23))
      #expect(screen.lines == ["above"])
    }
  }

  @Test("the same frame again is nothing to write")
  func same() {
    var painter = Painter(appearance: .plain)
    let frame = Frame(lines: ["a"], row: 0, column: 1)
    #expect(painter.draw(frame) == "\ra\u{1B}[K\r\u{1B}[1C")
    #expect(painter.draw(frame) == "")
  }

  @Test("what is left stands, and the next thing begins below it")
  func leave() {
    var painter = Painter(appearance: .plain)
    var screen = DrawnScreen(columns: 30, painter.draw(Frame(lines: ["a", "b", "c"], row: 0, column: 1)))
    screen.write(painter.leave() + "below")
    #expect(screen.lines == ["a", "b", "c", "below"])
  }

  @Test("a terminal that became narrower and broke the lines is cleared of all of them")
  func narrower() {
    var painter = Painter(appearance: .plain)
    let frame = Frame(lines: ["0123456789012345678901234", "abc"], row: 1, column: 3)
    _ = painter.draw(frame)
    // As terminals do that keep their text: 25 columns are three rows of 10.
    var screen = DrawnScreen(columns: 10, "above\r\n0123456789012345678901234\r\nabc")
    screen.write(painter.erase(brokenAt: 10))
    #expect(screen.lines == ["above"])
  }
}
