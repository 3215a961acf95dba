@testable import Console
import Support
import Testing

/// A board where nothing can be drawn over.
@Suite struct BoardLinesTests {
  static func typed(_ lines: String...) -> [LineRead] { lines.map { .line(Array($0.utf8)) } }

  /// As a session runs, by lines or without anybody to ask.
  private func session(_ board: Board) -> [Prompter.Outcome] {
    var outcomes: [Prompter.Outcome] = []
    board.show(.lines(2))
    board.remark(.init("a remark"))
    outcomes.append(board.ask(.text("Name", commands: [.back])))
    board.record(.init("recorded"))
    board.show(Card(id: "lines", paragraphs: .init("the same matter, other words")))
    outcomes.append(board.ask(.text("Place")))
    board.show(nil)
    board.show(.lines(2))
    board.show(.lines(1, id: "other"))
    board.show(.lines(2))
    return outcomes
  }

  @Test("everything is written once, in order, and nothing but text")
  func transcript() {
    let sitting = Sitting(appearance: .plain)
    let board = sitting.board(lines: Self.typed("", "x", "y"))
    #expect(!board.drawsFields)
    #expect(session(board) == [.answer("x"), .answer("y")])
    // What is typed, and the line's end after it, are the terminal's own echo.
    #expect(
      sitting.written == [
        "card 1\ncard 2\na remark\nName:   an answer is needed here; instead of answering: :b back\n"
          + "Name: recorded\nPlace: card 1\ncard 1\ncard 2\n"
      ])
  }

  @Test("where nobody may be asked, cards and records are written in order, and a question has no answer")
  func nobody() {
    var shown = ""
    let board = Board(screen: Screen(sink: Sink { shown += $0 }, appearance: .plain), prompter: nil)
    #expect(!board.drawsFields)
    #expect(session(board) == [.endOfInput, .endOfInput])
    #expect(shown == "card 1\ncard 2\na remark\nrecorded\ncard 1\ncard 1\ncard 2\n")
  }

  @Test("a terminal that gives no keys after all is asked by lines, and nothing is lost")
  func noKeys() {
    let sitting = Sitting(appearance: .plain, opens: false)
    let board = sitting.board(lines: Self.typed("x", "y"))
    #expect(board.drawsFields)
    #expect(session(board) == [.answer("x"), .answer("y")])
    #expect(!board.drawsFields)
    #expect(sitting.written == ["card 1\ncard 2\na remark\nName: recorded\nPlace: card 1\ncard 1\ncard 2\n"])
  }

  @Test("nothing foreign gets through, by lines or drawn")
  func hostile() {
    let lines = Sitting(appearance: .plain)
    let board = lines.board(lines: Self.typed("x"))
    board.show(.step)
    _ = board.ask(.text("Name"))
    let drawn = Sitting()
    let other = drawn.board()
    other.show(.step)
    drawn.at(other, .text("Name"), .types("x"), .comes(.interrupted))
    for sitting in [lines, drawn] {
      #expect(sitting.screen.unknown == [])
      #expect(sitting.written.joined().contains("named \\u{001B}]0;owned\\u{0007}\\u{202E}evil"))
    }
    #expect(!lines.written.joined().contains("\u{1B}"))
  }
}
