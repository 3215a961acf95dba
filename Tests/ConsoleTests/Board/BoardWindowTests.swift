@testable import Console
import Support
import Testing

/// Windows that are too low, that change, and that others write to.
@Suite struct BoardWindowTests {
  static let name = BoardTests.name

  @Test("whatever the window, all that has to be read was seen", arguments: 1...16)
  func rows(rows: Int) {
    let sitting = Sitting(rows: rows)
    let board = sitting.board()
    board.show(.lines(6))
    board.remark(.init("remark 1", "remark 2", "remark 3"))
    sitting.at(board, Self.name, .types("a"), .types("\r"))
    let screen = sitting.seen[0]
    let card = (1...6).map { "card \($0)" }
    let remarks = (1...3).map { "remark \($0)" }
    switch rows {
    case 11...: #expect(screen == card + remarks + ["Name: a", ":b back, :s skip, :? why, :q leave"])
    case 10: #expect(screen == card + remarks + ["Name: a"])
    case 1: #expect(screen == card + remarks + ["Name: a"])
    default: #expect(screen == card + remarks + ["Name: a", ":b back, :s skip, :? why, :q leave"])
    }
    // What was not seen yet is written; what was said stands beside the field where it finds room at all.
    let remaining = rows >= 10 ? [] : rows >= 5 ? card : card + remarks
    #expect(sitting.screen.lines == remaining)
    // The card is written once; the next question has the window to itself.
    board.show(Card(id: "lines", paragraphs: .init("another text")))
    sitting.at(board, Self.name, .types("b"), .types("\r"))
    #expect(sitting.screen.lines == remaining)
    #expect(sitting.seen.last?.contains("another text") == (rows >= 10))
    board.show(.lines(1, id: "other"))
    sitting.at(board, Self.name, .types("c"), .types("\r"))
    #expect(sitting.seen.last?.contains("card 1") == true)
  }

  @Test("what is said stands beside the field, and the card that was read makes room for it; Ctrl-L brings it back")
  func shortened() {
    let sitting = Sitting(rows: 7)
    let board = sitting.board()
    let card = (1...6).map { "card \($0)" }
    board.show(.lines(6))
    let outcome = sitting.at(
      board, .text("Name"), .types(""), .types("\r"), .types("a"), .types("\u{C}"), .types("\r"))
    #expect(outcome == .answer("a"))
    let short = ["… 2 more lines above; Ctrl-L shows all"] + card[2...] + ["  an answer is needed here"]
    #expect(sitting.seen[1...] == [short + ["Name:"], short + ["Name: a"], card + ["Name: a"]])
    board.remark(.init("said"))
    sitting.at(board, .text("Name", commands: [.back]), .types("b"), .types("\r"))
    #expect(
      sitting.seen.last == ["… 3 more lines above; Ctrl-L shows all"] + card[3...] + ["said", "Name: b", ":b back"])
    #expect(sitting.screen.lines == [])
  }

  @Test("what is too much to be said beside the field is written above it, and the card stays away from it")
  func folded() {
    let sitting = Sitting(rows: 7)
    let board = sitting.board()
    board.show(.lines(6))
    sitting.at(board, .text("Name"), .types("a"), .types("\r"))
    let said = (1...8).map { "said \($0)" }
    board.remark(said.map { Paragraph("\(untrusted: $0)") })
    sitting.at(board, .text("Name"), .types("b"), .types("\u{C}"), .types("\r"))
    #expect(sitting.seen[1] == said + ["… 6 more lines above; Ctrl-L shows all", "Name: b"])
    #expect(sitting.seen[2] == said + (1...6).map { "card \($0)" } + ["Name: b"])
    #expect(sitting.screen.lines == said)
  }

  @Test("Ctrl-L in a window that is too low for the card writes it into the record")
  func written() {
    let sitting = Sitting(rows: 12)
    let board = sitting.board()
    board.show(.lines(6))
    sitting.at(board, Self.name, .types("a"), .resizes(columns: 80, rows: 5), .types("\u{C}"), .types("\r"))
    let card = (1...6).map { "card \($0)" }
    // What the smaller window pushed out of itself stands above.
    #expect(sitting.seen.last?.suffix(8) == (card + ["Name: a", ":b back, :s skip, :? why, :q leave"])[...])
    #expect(sitting.screen.lines.suffix(6) == card[...])
  }

  @Test("a window that becomes too low keeps what is next to the field, says so, and brings all back")
  func lower() {
    let sitting = Sitting(rows: 12)
    let board = sitting.board()
    board.record(.init("record"))
    board.show(.lines(6))
    sitting.at(
      board, Self.name, .types("ab"), .resizes(columns: 80, rows: 4), .types("c"), .resizes(columns: 80, rows: 12),
      .types("\r"))
    let whole = (1...6).map { "card \($0)" } + ["Name: abc", ":b back, :s skip, :? why, :q leave"]
    #expect(
      sitting.seen.contains {
        $0.suffix(4) == ["… 4 more lines above; Ctrl-L shows all", "card 5", "card 6", "Name: abc"]
      })
    #expect(sitting.seen.last?.suffix(8) == whole[...])
    #expect(sitting.screen.lines.first == "record")
    #expect(!sitting.screen.lines.contains { $0.hasPrefix("Name") })
    let tiny = Sitting(rows: 12)
    let other = tiny.board()
    other.show(.lines(6))
    tiny.at(other, Self.name, .types("a"), .resizes(columns: 80, rows: 1), .types("b"), .types("\r"))
    #expect(tiny.seen.contains { $0.last == "Name: ab" })
  }

  @Test("a window of another width is drawn for anew, and the record above stays whole", arguments: [200, 80, 30, 20])
  func width(columns: Int) {
    let sitting = Sitting(columns: 60, rows: 40)
    let board = sitting.board()
    board.record(.init("the record"))
    board.show(.step)
    let outcome = sitting.at(
      board, Self.name, .types("ab"), .resizes(columns: columns, rows: 40), .types("c"),
      .resizes(columns: 60, rows: 40), .types("d"), .types("\r"))
    #expect(outcome == .answer("abcd"))
    let fresh = Sitting(columns: columns, rows: 40)
    let other = fresh.board()
    other.record(.init("the record"))
    other.show(.step)
    fresh.at(other, Self.name, .types("abc"), .types("\r"))
    #expect(sitting.seen.contains(fresh.seen[0]))
    #expect(sitting.screen.lines == ["the record"])
    board.record([Paragraph("word by word by word by word by word by word by word by word by word by word by word")])
    #expect(sitting.screen.lines.count == 3)
  }

  @Test("what a shell writes while the program is stopped is never drawn over")
  func stopped() {
    let sitting = Sitting()
    let board = sitting.board()
    board.record(.init("record"))
    board.show(.lines(3))
    let outcome = sitting.at(board, Self.name, .types("ab"), .types("\u{1A}"), .types("c\r"))
    #expect(outcome == .answer("abc"))
    let frame = ["card 1", "card 2", "card 3", "Name: ab", ":b back, :s skip, :? why, :q leave"]
    #expect(sitting.seen.last == ["record"] + frame + ["[1]+ Stopped", "$ fg", "stage"] + frame)
    #expect(sitting.screen.lines == ["record"] + frame + ["[1]+ Stopped", "$ fg", "stage"])
  }

  @Test("nor what it writes after a stop that could not be noticed")
  func stoppedUnawares() {
    let sitting = Sitting()
    let board = sitting.board()
    board.show(.lines(8))
    let outcome = sitting.at(
      board, Self.name, .types("ab"), .others("\r\n\u{1B}[J[1]+ Stopped\r\n$ fg\r\nstage\r\n"), .comes(.continued),
      .types("c\r"))
    #expect(outcome == .answer("abc"))
    #expect(sitting.screen.lines.suffix(3) == ["[1]+ Stopped", "$ fg", "stage"])
    #expect(sitting.seen.last?.suffix(2).first == "Name: ab")
    #expect(sitting.seen.last?.count { $0 == "card 8" } == 2)
  }

  @Test(
    "random keys, windows and cards: nothing of a question remains, and the record above is never touched",
    arguments: 1...4)
  func random(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &* 0x9E37_79B9_7F4A_7C15)
    let texts = ["word", "日本語", Card.url, "\u{1B}[2J", "a rather long text of several words", "e\u{301}"]
    for _ in 0..<15 {
      let sitting = Sitting(columns: .random(in: 20...120, using: &numbers), rows: .random(in: 1...30, using: &numbers))
      let board = sitting.board()
      board.record(.init("the record"))
      for question in 0..<6 {
        let paragraphs = (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
          Paragraph(
            "\(untrusted: texts.randomElement(using: &numbers) ?? "")", indent: .random(in: 0...4, using: &numbers))
        }
        board.show(Card(id: "\(question / 2)", paragraphs: paragraphs))
        if question % 3 == 0 { board.remark(Array(paragraphs.prefix(2))) }
        let typed = ["a\u{18}", "\u{1B}[D日", "\u{C}x", "\u{1B}[200~\u{1B}[2J\u{1B}[201~", "\u{15}\rb"]
        sitting.at(
          board, question % 2 == 0 ? Self.name : .choice("R", of: BoardTests.regions, commands: [.back]),
          .types(typed.randomElement(using: &numbers) ?? ""), .types("\u{1B}[B"),
          .types(typed.randomElement(using: &numbers) ?? ""), .types("\u{18}b"), .types("\u{15}r\r"))
      }
      #expect(sitting.screen.unknown == [])
      let remaining = sitting.screen.lines
      #expect(!remaining.contains { $0.contains("Name:") || $0.hasPrefix("R:") || $0.hasPrefix("▸") }, "\(remaining)")
      if !sitting.written.joined().contains("\u{1B}[2J") { #expect(sitting.screen.lines.first == "the record") }
    }
  }
}
