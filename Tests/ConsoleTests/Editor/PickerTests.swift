@testable import Console
import Support
import Testing

extension Picker {
  mutating func press(_ text: String) {
    for scalar in text.unicodeScalars { _ = press(.character(scalar)) }
  }

  mutating func press(_ keys: [Key]) {
    for key in keys { _ = press(key) }
  }
}

@Suite struct PickerTests {
  static let names = [
    ("eu-central-1", "Frankfurt"), ("eu-north-1", "Stockholm"), ("eu-west-1", "Ireland"), ("eu-west-2", "London"),
    ("us-east-1", "Northern Virginia"), ("us-west-2", "Oregon"), ("ap-northeast-1", "東京"), ("sa-east-1", "\u{1B}[2J"),
  ]
  static let regions = Picker(
    question: "Region of the Identity Center", choices: names.map { Choice(value: $0.0, title: $0.0, detail: $0.1) },
    current: 2, commands: [.back, .help], page: 3)

  @Test("the current choice is marked first, and keys move the mark, no further than there is")
  func moves() {
    var picker = Self.regions
    #expect(picker.markedChoice?.value == "eu-west-1")
    for (key, expected) in [
      (Key.down, 3), (.up, 2), (.control("n"), 3), (.control("p"), 2), (.tab, 3), (.backTab, 2), (.pageDown, 5),
      (.pageDown, 7), (.pageDown, 7), (.down, 7), (.pageUp, 4), (.home, 0), (.up, 0), (.pageUp, 0), (.end, 7),
    ] {
      #expect(picker.press(key) == .none)
      #expect(picker.marked == expected, "\(key)")
    }
    #expect(picker.press(.enter) == .answer("sa-east-1"))
  }

  @Test("what is typed filters: beginnings of words first, then letters in their order")
  func filters() {
    func titles(_ typed: String) -> [String] {
      var picker = Self.regions
      picker.press(typed)
      return picker.listed.map { picker.choices[$0.index].title }
    }
    #expect(titles("WEST") == ["eu-west-1", "eu-west-2", "us-west-2"])
    #expect(titles("e1") == ["eu-central-1", "eu-north-1", "eu-west-1", "us-east-1", "ap-northeast-1", "sa-east-1"])
    #expect(titles("n") == ["eu-north-1", "ap-northeast-1", "eu-central-1"])
    #expect(titles("xyz") == [])
    #expect(titles("") == Self.names.map(\.0))
  }

  @Test("the mark follows the filter; Esc takes the filter back, then cancels")
  func escape() {
    var picker = Self.regions
    picker.press("us")
    #expect(picker.markedChoice?.value == "us-east-1")
    #expect(picker.press(.enter) == .answer("us-east-1"))
    picker.press([.down, .backspace])
    #expect(picker.filter == "u")
    picker.press("sx")
    #expect(picker.markedChoice == nil)
    #expect(picker.press(.enter) == .none)
    #expect(picker.press(.escape) == .none)
    #expect(picker.filter == "")
    #expect(picker.markedChoice?.value == "eu-west-1")
    #expect(picker.press(.escape) == .cancelled)
    picker.press("west")
    picker.press([.down, .control("u")])
    #expect(picker.markedChoice?.value == "eu-west-2")
  }

  @Test("commands and ends, as in every field; a letter alone is never one")
  func effects() {
    var picker = Self.regions
    #expect(picker.press(.alt("b")) == .command(.back))
    #expect(picker.press(.control("x")) == .none)
    #expect(picker.press(.character("?")) == .command(.help))
    #expect(picker.press(.character("b")) == .none)
    #expect(picker.filter == "b")
    #expect(picker.press(.control("d")) == .none)
    picker.press([.escape])
    #expect(picker.press(.control("d")) == .endOfInput)
    #expect(picker.press(.control("c")) == .interrupted)
    #expect(picker.press(.control("z")) == .stop)
    #expect(picker.press(.control("l")) == .clearScreen)
    var empty = Picker(question: "Which", choices: [])
    #expect(empty.press(.down) == .none)
    #expect(empty.press(.enter) == .none)
    #expect(
      empty.frame(columns: 40, rows: 5, appearance: .plain).faults(columns: 40, rows: 5, appearance: .plain) == [])
  }

  @Test("the character that leaves finds words that begin with it, and none that only has it")
  func leaves() {
    let choices = ["Set a quota", "Require it"].map { Choice(value: $0, title: $0) }
    var picker = Picker(question: "Which", choices: choices, commands: [.quit])
    picker.press("q")
    #expect(picker.listed.map(\.index) == [0])
    #expect(picker.press(.enter) == .answer("Set a quota"))
    picker.press("ui")
    #expect(picker.listed.map(\.index) == [1])
    var other = Picker(question: "Which", choices: choices, commands: [.back])
    other.press("q")
    #expect(other.listed.map(\.index) == [0, 1])
  }

  @Test("the letters that were found are set off")
  func highlight() {
    var picker = Self.regions
    picker.press("ct1")
    let line = picker.frame(columns: 80, rows: 24, appearance: .capable).lines[1]
    let found = line.runs.filter { $0.role == .command }.map(\.content)
    #expect(found == [.foreign("c"), .foreign("t"), .foreign("1")])
  }

  @Test("random keys and windows: each frame fits and shows what is marked", arguments: 1...4)
  func random(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &* 0x94D0_49BB_1331_11EB)
    let keys: [Key] = [
      .up, .down, .pageUp, .pageDown, .home, .end, .escape, .backspace, .character("e"), .character("s"),
      .character("1"),
      .character("東"), .paste("w\u{1B}\n"), .control("x"), .control("u"), .unusable(.notUTF8),
    ]
    for _ in 0..<20 {
      var picker = Self.regions
      for _ in 0..<40 {
        picker.press([keys.randomElement(using: &numbers) ?? .up])
        let (columns, rows) = (Int.random(in: 20...120, using: &numbers), Int.random(in: 2...20, using: &numbers))
        let frame = picker.frame(columns: columns, rows: rows, appearance: .plain)
        #expect(frame.faults(columns: columns, rows: rows, appearance: .plain) == [])
        guard rows >= 12, let marked = picker.markedChoice else { continue }
        let lines = frame.lines.map { $0.painted(.plain) }
        #expect(lines.contains { $0.hasPrefix("> " + marked.title.prefix(8)) }, "\(lines)")
      }
    }
  }
}
