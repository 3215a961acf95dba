@testable import Console
import Testing

@Suite struct LineEditorTests {
  /// An editor whose text is given with `|` where the cursor stands.
  static func editor(_ text: String, _ change: (inout LineEditor.Settings) -> Void = { _ in }) -> LineEditor {
    var settings = LineEditor.Settings()
    settings.label = "Name: "
    settings.commands = [.back, .skip, .help, .quit]
    change(&settings)
    // By scalars: a mark after the bar would be one character with it.
    let parts = text.unicodeScalars.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0) }
    var editor = LineEditor(settings, text: parts.joined())
    for _ in parts.last ?? "" where parts.count > 1 { editor.press([.left]) }
    return editor
  }

  static func shown(_ editor: LineEditor) -> String { editor.edited.before + "|" + editor.edited.after }

  @Test(
    "keys that move and delete",
    arguments: [
      ("ab|c", [.left], "a|bc"), ("|abc", [.left], "|abc"), ("ab|c", [.right], "abc|"), ("abc|", [.right], "abc|"),
      ("ab|c", [.control("b")], "a|bc"), ("ab|c", [.control("f")], "abc|"), ("ab|c", [.home], "|abc"),
      ("ab|c", [.control("a")], "|abc"), ("a|bc", [.end], "abc|"), ("a|bc", [.control("e")], "abc|"),
      ("one two-three|", [.wordLeft], "one two-|three"), ("one two-three|", [.alt("b"), .alt("b")], "one |two-three"),
      ("|one two", [.wordRight], "one| two"), ("one| two", [.alt("f")], "one two|"),
      ("ab|c", [.backspace], "a|c"), ("|abc", [.backspace], "|abc"), ("a|bc", [.delete], "a|c"),
      ("abc|", [.delete], "abc|"), ("a|bc", [.control("d")], "a|c"), ("one t|wo", [.control("u")], "|wo"),
      ("one t|wo", [.control("k")], "one t|"), ("https://a.example/b |c", [.control("w")], "|c"),
      ("one two |", [.control("w")], "one |"), ("a.b/c|", [.altBackspace], "a.b/|"), ("a| b.c", [.alt("d")], "a|.c"),
      ("one t|wo", [.control("u"), .control("e"), .control("y")], "woone t|"),
      ("abc|", [.control("k"), .control("y")], "abc|"), ("a|bc", [.character("x")], "ax|bc"),
      ("a|b", [.paste("xyz")], "axyz|b"), ("a|b", [.paste("line\r\n")], "aline|b"),
      ("ab|", [.control("t"), .pageUp, .altEnter, .backTab], "ab|"),
    ] as [(String, [Key], String)])
  func keys(start: String, keys: [Key], expected: String) {
    var editor = Self.editor(start)
    #expect(editor.press(keys) == .none)
    #expect(Self.shown(editor) == expected)
  }

  @Test(
    "the cursor never stands inside of a character",
    arguments: [
      ("e\u{301}a|", [.left, .left], "|e\u{301}a"), ("e|", [.character("\u{301}")], "e\u{301}|"),
      ("🇩🇪|", [.left], "|🇩🇪"), ("|\u{301}", [.character("e")], "e\u{301}|"),
      ("👩\u{200D}💻x|", [.left, .backspace], "|x"), ("日本|", [.left, .delete], "日|"),
      ("ᄒ|", [.character("ᅡ"), .character("ᆫ")], "\u{1112}\u{1161}\u{11AB}|"),
      ("|ex\u{301}", [.right, .control("k"), .paste("\u{301}")], "e\u{301}|"),
    ] as [(String, [Key], String)])
  func clusters(start: String, keys: [Key], expected: String) {
    var editor = Self.editor(start)
    editor.press(keys)
    #expect(Array(Self.shown(editor).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "keys that end or leave",
    arguments: [
      ("ab|c", .enter, .answer("abc")), ("|", .enter, .answer("")), ("|", .control("d"), .endOfInput),
      ("a|", .control("c"), .interrupted), ("a|", .control("z"), .stop), ("a|", .control("l"), .clearScreen),
      ("a|", .alt("s"), .command(.skip)), ("a|", .alt("?"), .command(.help)), ("a|", .alt("Q"), .command(.quit)),
      ("a|", .escape, .none), ("a|", .alt("j"), .none),
    ] as [(String, Key, FieldEffect)])
  func effects(start: String, key: Key, expected: FieldEffect) {
    var editor = Self.editor(start)
    #expect(editor.press(key) == expected)
    #expect(Self.shown(editor) == start)
  }

  @Test("Ctrl-X lists the commands and takes one; nothing of that is text")
  func commands() {
    var editor = Self.editor("a|")
    #expect(editor.press(.control("x")) == .none)
    let list = editor.frame(columns: 80, rows: 24, appearance: .plain).lines.map { $0.rendered(.plain) }
    #expect(list == ["Name: a", "Ctrl-X then: b back, s skip, ? why, q leave"])
    #expect(editor.press(.character("b")) == .command(.back))
    #expect(editor.press([.control("x"), .control("b")]) == .command(.back))
    #expect(editor.press([.control("x"), .alt("b")]) == .command(.back))
    #expect(editor.press([.control("x"), .escape]) == .none)
    #expect(editor.press([.control("x"), .character("j")]) == .none)
    let refusal = editor.frame(columns: 80, rows: 24, appearance: .plain).lines.map { $0.rendered(.plain) }
    #expect(refusal.dropFirst().first?.hasPrefix("that is no command of this prompt; Ctrl-X then:") == true)
    #expect(Self.shown(editor) == "a|")
    // The next letter is one again.
    editor.press([.character("b")])
    #expect(Self.shown(editor) == "ab|")
    #expect(editor.frame(columns: 80, rows: 24, appearance: .plain).lines.count == 1)
    var bare = Self.editor("a|") { $0.commands = [] }
    bare.press([.control("x"), .character("b")])
    #expect(Self.shown(bare) == "ab|")
  }

  @Test("what was answered before, and what was being typed, are a key away")
  func history() {
    var editor = Self.editor("dra|ft") { $0.history = ["first", "second"] }
    var seen: [String] = []
    for key in [Key.up, .control("p"), .up, .down, .control("n"), .down] {
      editor.press([key])
      seen.append(Self.shown(editor))
    }
    #expect(seen == ["second|", "first|", "first|", "second|", "dra|ft", "dra|ft"])
  }

  @Test("several lines at once are refused where one is expected, and control characters are never typed")
  func oneLine() {
    var editor = Self.editor("a|")
    editor.press([.paste("one\r\ntwo")])
    #expect(Self.shown(editor) == "a|")
    let remark = editor.frame(columns: 80, rows: 24, appearance: .plain).lines.last?.rendered(.plain)
    #expect(remark == "one line is expected here; the 2 lines that were pasted were not taken")
    editor.press([.character("\u{9B}"), .character("\u{7F}")])
    #expect(Self.shown(editor) == "a|")
    editor.press([.paste("\u{1B}[2J")])
    #expect(Self.shown(editor) == "a\u{1B}[2J|")
    editor.press([.unusable(.pasteTooLong(limit: 99))])
    #expect(editor.frame(columns: 80, rows: 24, appearance: .plain).lines.last?.rendered(.plain).contains("99") == true)
  }

  @Test("pasted lines become entries of a list where one is expected")
  func joinedLines() {
    var editor = Self.editor("a, |") { $0.lineEnd = ", " }
    editor.press([.paste("one\r\ntwo\n\n")])
    #expect(Self.shown(editor) == "a, one, two|")
  }

  @Test("what would be longer than the limit is not taken")
  func limit() {
    var editor = Self.editor("ab|") { $0.limit = 4 }
    editor.press([.paste("cde")])
    #expect(Self.shown(editor) == "ab|")
    editor.press([.paste("é"), .character("x")])
    #expect(Self.shown(editor) == "abé|")
  }

  @Test("a passage keeps its lines, however they end, and is walked through by lines")
  func passage() {
    var editor = Self.editor("|") { $0.isPassage = true }
    editor.press([.paste("one\r\ntwo long\rthree\n")])
    #expect(editor.edited.text == "one\ntwo long\nthree\n")
    editor.press([.up, .end, .up])
    #expect(Self.shown(editor) == "one\ntwo l|ong\nthree\n")
    editor.press([.up, .up])
    #expect(Self.shown(editor) == "one|\ntwo long\nthree\n")
    editor.press([.down, .down, .down, .altEnter])
    #expect(Self.shown(editor) == "one\ntwo long\nthree\n\n|")
    editor.press([.up, .up, .up, .control("k"), .control("k")])
    #expect(Self.shown(editor) == "one\n|three\n\n")
    #expect(editor.press(.enter) == .answer("one\nthree\n\n"))
  }

  @Test("Tab: nothing, the only candidate, what all begin with, a list")
  func completion() {
    var editor = Self.editor("|") { $0.completer = Completer(words: ["eu-central-1", "eu-west-1", "us-east-1"]) }
    editor.press([.character("u"), .tab])
    #expect(Self.shown(editor) == "us-east-1|")
    editor.press([.control("u"), .character("e"), .tab])
    #expect(Self.shown(editor) == "eu-|")
    #expect(
      editor.frame(columns: 80, rows: 24, appearance: .plain).lines.map { $0.rendered(.plain) }
        == ["Name: eu-", "eu-central-1  eu-west-1"])
    editor.press([.character("x"), .tab])
    #expect(Self.shown(editor) == "eu-x|")
    #expect(
      editor.frame(columns: 80, rows: 24, appearance: .plain).lines.last?.rendered(.plain) == "nothing completes this")
    editor.press([.control("u"), .character("u"), .paste("-1"), .left, .left, .tab])
    #expect(Self.shown(editor) == "us-east-1|-1")
  }

  @Test("of a secret nothing is shown, remembered or completed")
  func secret() {
    var editor = Self.editor("|") {
      $0.isMasked = true
      $0.history = ["CANARY"]
      $0.completer = Completer(words: ["CANARY"])
    }
    let empty = editor.frame(columns: 80, rows: 24, appearance: .plain)
    editor.press([.up, .tab])
    #expect(editor.edited.isEmpty)
    editor.type("hunter2")
    #expect(editor.frame(columns: 80, rows: 24, appearance: .plain) == empty)
    editor.press([.home, .delete, .paste("x\n")])
    #expect(editor.frame(columns: 80, rows: 24, appearance: .plain) == empty)
    #expect(editor.press(.enter) == .answer("xunter2"))
  }
}
