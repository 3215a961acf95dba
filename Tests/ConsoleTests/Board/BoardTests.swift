@testable import Console
import Support
import Testing

@Suite struct BoardTests {
  static let commands: [PromptCommand] = [.back, .skip, .help, .quit]
  static let name = Prompt.text("Name", commands: commands)
  static let regions = (1...20).map { Choice(value: "region-\($0)", title: "region-\($0)", detail: "place \($0)") }

  @Test("how it looks, and that nothing of it remains but the record", arguments: [40, 80, 200])
  func looks(columns: Int) {
    let sitting = Sitting(columns: columns)
    let board = sitting.board()
    #expect(board.drawsFields)
    board.record([Paragraph("what was before")])
    board.show(.step)
    board.remark([Paragraph("The file was read; it names no identity provider.", indent: 2)])
    #expect(sitting.screen.lines == ["what was before"])
    #expect(sitting.at(board, Self.name, .types("Okta"), .types("\r")) == .answer("Okta"))
    #expect(sitting.screen.lines == ["what was before"])
    board.remark([Paragraph("Only one of these can be used.", indent: 2)])
    sitting.at(board, .choice("Region", of: Self.regions, commands: Self.commands), .types("7"), .types("\r"))
    sitting.at(board, .enter("Press Enter when done", commands: Self.commands), .types("x\r"), .types("\u{15}\r"))
    board.record([Paragraph("what came of it")])
    #expect(sitting.screen.lines == ["what was before", "what came of it"])
    #expect(sitting.screen.unknown == [])
    #expect(sitting.seen.allSatisfy { $0.count <= 24 })
    let pictures = sitting.seen.map { screen in
      screen.map { line in
        "|" + line + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: line))) + "|\n"
      }.joined()
    }
    Golden.expect(pictures.joined(separator: "\n"), at: "board-\(columns).txt")
  }

  @Test("an address that is wider than the window is one line for whoever copies it", arguments: [30, 40, 80, 200])
  func copies(columns: Int) {
    let sitting = Sitting(columns: columns)
    let board = sitting.board()
    board.show(Card(id: "x", paragraphs: [Paragraph("\(untrusted: Card.url)"), Paragraph("below")]))
    let outcome = sitting.at(board, Self.name, .types("a"), .types("\u{C}b"), .types("\u{15}:x\r"), .types("\u{15}c\r"))
    #expect(outcome == .answer("c"))
    #expect(sitting.copied.allSatisfy { $0.prefix(2) == [Card.url, "below"] })
    #expect(sitting.screen.lines == [])
  }

  @Test("an address that fills its last row is broken, for there terminals differ", arguments: [97, 49])
  func fills(columns: Int) {
    let sitting = Sitting(columns: columns)
    let board = sitting.board()
    let address = (columns == 97 ? "" : "x") + Card.url
    board.show(Card(id: "x", paragraphs: [Paragraph("\(untrusted: address)"), Paragraph("below")]))
    sitting.at(board, Self.name, .types("a"), .types("\r"))
    let rows = sitting.seen[0].prefix { $0 != "below" }
    #expect(rows.joined() == address)
    #expect(rows.allSatisfy { $0.count < columns })
    #expect(sitting.screen.wraps == 0)
  }

  @Test("a word that lacks a column or two takes them from the margin")
  func margin() {
    let sitting = Sitting(columns: Card.url.utf8.count + 3)
    let board = sitting.board()
    board.show(Card(id: "x", paragraphs: [Paragraph("see \(untrusted: Card.url), below", indent: 2, hanging: 5)]))
    sitting.at(board, Self.name, .types("a"), .types("\r"))
    #expect(sitting.seen[0].prefix(3) == ["  see", " \(Card.url),", "     below"])
  }

  @Test("a key draws only what it changed")
  func drawsLittle() {
    let sitting = Sitting()
    let board = sitting.board()
    board.show(.step)
    sitting.at(board, Self.name, .types("a"), .types("b"), .types("\r"))
    #expect(sitting.written[0].contains("3 of 12"))
    #expect(sitting.written.dropFirst().contains { $0.contains("Name: ab") })
    for written in sitting.written.dropFirst() {
      #expect(!written.contains("of 12") && !written.contains("leave"), "\(written.debugDescription)")
    }
  }

  @Test("remarks stand beside one question; commands and answers take them away")
  func remarks() {
    let sitting = Sitting()
    let board = sitting.board()
    board.show(.lines(2))
    board.remark(.init("first"))
    board.remark(.init("second"))
    #expect(sitting.at(board, Self.name, .types("?"), .types("\r")) == .command(.help))
    #expect(sitting.seen[0].prefix(4) == ["card 1", "card 2", "first", "second"])
    board.remark(.init("the help"))
    sitting.at(board, Self.name, .types("b"), .types("\r"))
    #expect(sitting.seen.last?.prefix(4) == ["card 1", "card 2", "the help", "Name: b"])
    sitting.at(board, Self.name, .types("c"), .types("\r"))
    #expect(sitting.seen.last?.prefix(3) == ["card 1", "card 2", "Name: c"])
    board.show(nil)
    sitting.at(board, Self.name, .types("d"), .types("\r"))
    #expect(sitting.seen.last?.first == "Name: d")
    #expect(sitting.screen.lines == [])
  }

  @Test("what is refused is a remark as well, the last one alone, and the text is there to be put right")
  func refused() {
    let sitting = Sitting()
    let board = sitting.board()
    board.show(.lines(1))
    board.remark(.init("said before"))
    let outcome = sitting.at(
      board, .text("Name", commands: [.back]), .types("\r"), .types(":x\r"), .types("\u{8}\u{8}y\r"))
    #expect(outcome == .answer("y"))
    #expect(
      sitting.seen[0] == [
        "card 1", "said before", "  an answer is needed here; instead of answering: :b back", "Name:", ":b back",
      ])
    let second = sitting.seen[1]
    #expect(second.prefix(2) == ["card 1", "said before"])
    #expect(second.contains("Name: :x"))
    #expect(second[2].hasPrefix("  \":x\" is no command of this prompt"))
    #expect(!second.joined().contains("an answer is needed"))
    #expect(sitting.screen.lines == [])
  }

  @Test("a command typed behind what was put back into the field is that command, whoever refused the answer")
  func commandBehind() {
    let sitting = Sitting()
    let board = sitting.board()
    let kept = Self.name.beginning(with: "12345")
    #expect(sitting.at(board, kept, .types(":q\r")) == .command(.quit))
    #expect(sitting.at(board, kept, .types(":? \r")) == .command(.help))
    #expect(sitting.at(board, Self.name, .types(":x\r"), .types(":b\r")) == .command(.back))
    // What is no command of the prompt, stands behind other text or before it is an answer.
    for typed in [":z", "6:q", ":q6"] {
      #expect(sitting.at(board, kept, .types(typed + "\r")) == .answer("12345" + typed))
    }
    #expect(sitting.at(board, Self.name, .types("12345:q\r")) == .answer("12345:q"))
    let secret = Prompt.text("Name", commands: Self.commands).forgetting { $0.hasPrefix("CANARY") }
    #expect(sitting.at(board, secret.beginning(with: "CANARY"), .types(":q\r")) == .command(.quit))
  }

  @Test("what looks like a secret and is refused is neither put back nor repeated, whoever refused it")
  func forgotten() {
    let isCanary: @Sendable (String) -> Bool = { $0.contains("CANARY") }
    let prompts: [Prompt] = [
      .text("Name", commands: Self.commands), .choice("Region", of: Self.regions, commands: Self.commands),
    ]
    for prompt in prompts {
      let sitting = Sitting()
      let board = sitting.board()
      sitting.at(board, prompt.forgetting(where: isCanary), .types(":CANARY"), .types("\r"), .types("\u{10}"))
      let after = sitting.seen.drop { !$0.joined().contains("CANARY") }.drop { $0.joined().contains("CANARY") }
      #expect(!after.isEmpty && !after.joined().joined().contains("CANARY"), "\(sitting.seen)")
    }
    // What another caller did not take.
    let sitting = Sitting()
    let prompt = Prompt.text("Name").forgetting(where: isCanary).beginning(with: "x CANARY")
    sitting.at(sitting.board(), prompt, .types(""), .types("y\r"))
    #expect(!sitting.written.joined().contains("CANARY"))
  }

  @Test("of a secret nothing is written, refused or not")
  func secret() {
    let sitting = Sitting()
    let board = sitting.board()
    board.show(.lines(1))
    let outcome = sitting.at(
      board, .secret("Token", commands: Self.commands), .types(":CANARY\r"), .types("CANARY"), .types("\r"))
    #expect(outcome == .answer("CANARY"))
    #expect(!sitting.written.joined().contains("CANARY"))
  }

  @Test("who leaves in the middle finds the card in the record, once, and nothing of the question")
  func leaves() {
    for end in [KeyRead.interrupted, .endOfInput] {
      let sitting = Sitting()
      let board = sitting.board()
      board.show(.lines(2))
      board.remark(.init("a remark"))
      let outcome = sitting.at(board, Self.name, .types("abc"), .comes(end))
      #expect(outcome == (end == .interrupted ? .interrupted : .endOfInput))
      #expect(sitting.screen.lines == ["card 1", "card 2"])
      sitting.at(board, Self.name, .types("d"), .comes(end))
      #expect(sitting.screen.lines == ["card 1", "card 2"])
      #expect(sitting.seen.last?.contains("a remark") == false)
      #expect(!sitting.screen.marksPastes)
    }
  }

  @Test("a list leaves the card its place and is scrolled through in what is left")
  func list() {
    let sitting = Sitting(rows: 16)
    let board = sitting.board()
    board.show(.lines(5))
    let outcome = sitting.at(
      board, .choice("Region", of: Self.regions, commands: Self.commands), .types("\u{1B}[F"), .types("\r"))
    #expect(outcome == .answer("region-20"))
    let screen = sitting.seen[0]
    #expect(screen.count == 16)
    #expect(screen.prefix(6) == ["card 1", "card 2", "card 3", "card 4", "card 5", "Region:"])
    #expect(screen.contains("▸ region-20  place 20"))
    #expect(screen[14] == "20 of 20")
    #expect(screen[15].hasPrefix(":b back"))
  }

  @Test("the commands are listed once")
  func commandList() {
    for prompt in [Self.name, .choice("Region", of: Self.regions, commands: Self.commands)] {
      let sitting = Sitting()
      sitting.at(sitting.board(), prompt, .types("\u{18}"), .types("b"))
      #expect(sitting.seen.last?.last == "Ctrl-X then: b back, s skip, ? why, q leave")
    }
  }

  @Test("commands and Esc mean what they mean to a question without a board")
  func commandKeys() {
    let sitting = Sitting()
    let board = sitting.board()
    let list = Prompt.choice("Region", of: Self.regions, commands: Self.commands)
    #expect(sitting.at(board, list, .types(":b\r")) == .command(.back))
    #expect(sitting.at(board, list, .types("?\r")) == .command(.help))
    #expect(sitting.at(board, list, .types("\u{1B}")) == .command(.back))
    #expect(sitting.at(board, list, .types("\u{18}q")) == .command(.quit))
    #expect(sitting.at(board, Self.name, .types(":s\r")) == .command(.skip))
    #expect(sitting.at(board, .choice("R", of: Self.regions), .types("\u{1B}"), .types("\r")) == .answer("region-1"))
    #expect(sitting.screen.lines == [])
  }
}
