@testable import Console
import Support
import Testing

/// The simplest editor there can be, to be compared with: all of the text as scalars, taken apart anew at each key.
private struct NaiveEditor {
  var scalars: [Unicode.Scalar] = []
  /// In scalars from the start.
  var cursor = 0
  var killed: [Unicode.Scalar] = []

  var text: String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// Where the characters begin, and the end.
  var boundaries: [Int] { text.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.unicodeScalars.count) } }

  func isWord(_ start: Int, _ end: Int) -> Bool {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<end])
    return text.first.map { $0.isLetter || $0.isNumber } ?? false
  }

  func isBlank(_ start: Int, _ end: Int) -> Bool {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<end])
    return text.first?.isWhitespace ?? false
  }

  mutating func settle() { cursor = boundaries.first { $0 >= cursor } ?? 0 }

  mutating func replace(_ range: Range<Int>, with new: [Unicode.Scalar] = []) {
    scalars.replaceSubrange(range, with: new)
    cursor = range.lowerBound + new.count
    settle()
  }

  mutating func kill(_ range: Range<Int>) {
    if !range.isEmpty { killed = Array(scalars[range]) }
    replace(range)
  }

  /// The boundary that is met after passing over characters of one kind and then those of the other.
  func word(_ direction: Int, first: (Int, Int) -> Bool, then: (Int, Int) -> Bool) -> Int {
    let all = boundaries
    var index = all.firstIndex(of: cursor) ?? 0
    func pass(_ test: (Int, Int) -> Bool) {
      while true {
        let next = index + direction
        guard all.indices.contains(next), test(min(all[index], all[next]), max(all[index], all[next])) else { return }
        index = next
      }
    }
    pass(first)
    pass(then)
    return all[index]
  }

  mutating func press(_ key: Key) {
    let all = boundaries
    let before = all.last { $0 < cursor } ?? 0
    let after = all.first { $0 > cursor } ?? scalars.count
    let wordStart = word(-1, first: { !isWord($0, $1) }, then: isWord)
    let wordEnd = word(1, first: { !isWord($0, $1) }, then: isWord)
    switch key {
    case .character(let scalar): replace(cursor..<cursor, with: [scalar])
    case .paste(let text): replace(cursor..<cursor, with: Array(text.unicodeScalars))
    case .left: cursor = before
    case .right: cursor = after
    case .home: cursor = 0
    case .end: cursor = scalars.count
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .backspace: replace(before..<cursor)
    case .delete: replace(cursor..<after)
    case .control("u"): kill(0..<cursor)
    case .control("k"): kill(cursor..<scalars.count)
    case .control("w"): kill(word(-1, first: isBlank, then: { !isBlank($0, $1) })..<cursor)
    case .altBackspace: kill(wordStart..<cursor)
    case .alt("d"): kill(cursor..<wordEnd)
    case .control("y"): replace(cursor..<cursor, with: killed)
    default: break
    }
  }
}

@Suite struct LineEditorModelTests {
  static let scalars: [Unicode.Scalar] = [
    "a", "b", "1", " ", ".", "-", "é", "\u{301}", "日", "本", "👩", "\u{200D}", "💻", "🏽", "\u{FE0F}", "🇩", "🇪", "\u{202E}",
    "ᄒ", "ᅡ", "ᆫ", "क", "\u{94D}", "ष", "\u{600}", "\u{A0}", "\u{3000}", "\u{E0041}", ":", "#",
  ]
  static let others: [Key] = [
    .left, .left, .right, .right, .home, .end, .wordLeft, .wordRight, .backspace, .backspace, .delete, .control("u"),
    .control("k"), .control("w"), .altBackspace, .alt("d"), .control("y"), .paste("x\u{1B}[2J y"),
    .paste("日本語 e\u{301}"),
    .escape, .pageUp, .unusable(.notUTF8),
  ]

  @Test("random keys: the text and the cursor are the model's, and each frame fits its window", arguments: 1...8)
  func random(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<25 {
      var model = NaiveEditor()
      var editor = LineEditorTests.editor("|")
      var keys: [Key] = []
      for step in 0..<40 {
        let isTyped = Int.random(in: 0..<10, using: &numbers) < 6
        let key =
          isTyped
          ? Key.character(Self.scalars.randomElement(using: &numbers) ?? "a")
          : Self.others.randomElement(using: &numbers) ?? .left
        keys.append(key)
        model.press(key)
        editor.press([key])
        let isEqual =
          Array(editor.edited.text.unicodeScalars) == model.scalars
          && editor.edited.before.unicodeScalars.count == model.cursor
        #expect(isEqual, "after \(keys)")
        guard isEqual else { return }
        guard step % 4 == 0 else { continue }
        let columns = Int.random(in: 20...90, using: &numbers)
        for appearance in [Appearance.capable, .narrow] {
          let frame = editor.frame(columns: columns, rows: 24, appearance: appearance)
          let faults = frame.faults(columns: columns, rows: 24, appearance: appearance)
          #expect(faults == [], "after \(keys) in \(columns) columns")
          #expect(Self.cursorStandsRight(in: frame, of: editor, appearance), "after \(keys) in \(columns) columns")
        }
      }
    }
  }

  /// Whether what is shown before the cursor ends with what the text has there.
  static func cursorStandsRight(in frame: Frame, of editor: LineEditor, _ appearance: Appearance) -> Bool {
    let line = frame.lines[frame.row].painted(appearance)
    // By scalars, for at the bounds of what is shown others may come together to one character.
    var shown = ""
    for scalar in line.unicodeScalars {
      guard DisplayWidth.columns(of: shown + String(scalar)) <= frame.column else { break }
      shown.unicodeScalars.append(scalar)
    }
    guard DisplayWidth.columns(of: shown) == frame.column else { return false }
    guard let last = editor.edited.before.last else { return true }
    // A character that is shown by an escape of its own may be wider than all the room there is.
    let ending = Cell(last, in: appearance).text.utf8
    return Array(shown.utf8.suffix(ending.count)) == Array(ending) || shown.hasSuffix("<")
  }

  @Test("random keys in a passage and with completion: each frame fits any window", arguments: 1...4)
  func anyWindow(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &* 0xBF58_476D_1CE4_E5B9)
    let more: [Key] = [.altEnter, .up, .down, .tab, .control("x"), .paste("<a>\n  <b/>\r\n</a>\n"), .enter]
    for _ in 0..<25 {
      var editor = LineEditorTests.editor("|") {
        $0.isPassage = true
        $0.label = "IAM Identity Center Assertion Consumer Service (ACS) URL: "
        $0.history = ["before"]
        $0.completer = Completer { typed in (0..<40).map { Candidate(text: typed + "\($0)", label: "\u{1B}日\($0)") } }
      }
      for _ in 0..<40 {
        let isTyped = Bool.random(using: &numbers)
        editor.press([
          isTyped
            ? .character(Self.scalars.randomElement(using: &numbers) ?? "a")
            : (Self.others + more).randomElement(using: &numbers) ?? .left
        ])
        let (columns, rows) = (Int.random(in: 20...200, using: &numbers), Int.random(in: 1...30, using: &numbers))
        let frame = editor.frame(columns: columns, rows: rows, appearance: .capable)
        #expect(frame.faults(columns: columns, rows: rows, appearance: .capable) == [], "\(editor.edited)")
      }
    }
  }
}
