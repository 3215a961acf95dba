@testable import Console
import Support
import Testing

@Suite struct EditorFrameTests {
  static let url = "https://eu-central-1.signin.aws.amazon.com/platform/saml/acs/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"

  static var scenes: [(name: String, editor: LineEditor)] {
    var url = LineEditorTests.editor("\(Self.url)|") { $0.label = "ACS URL: " }
    var middle = url
    middle.press(Array(repeating: .left, count: 45))
    var start = url
    start.press([.home])
    url.press([.character("!")])
    let long = LineEditorTests.editor("https://a.example/|") {
      $0.label = "IAM Identity Center Assertion Consumer Service (ACS) URL [https://b.example/]: "
    }
    let wide = LineEditorTests.editor("日本語の文字と e\u{301} と 🦊 と|ここまで続く文字列です")
    var hostile = LineEditorTests.editor("|")
    hostile.press([.paste("\u{1B}]0;owned\u{7}\u{202E}x\u{9B}2J")])
    var commands = url
    commands.press([.control("x")])
    var files = LineEditorTests.editor("|") {
      $0.label = "File: "
      $0.completer = Completer(words: (1...30).map { "metadata-\($0).xml" })
    }
    files.press([.tab])
    var passage = LineEditorTests.editor("|") {
      $0.label = "Metadata: "
      $0.isPassage = true
    }
    passage.press([.paste((1...20).map { "<line number=\"\($0)\" of=\"\(Self.url)\"/>\n" }.joined()), .up, .up])
    return [
      ("url at its end", url), ("url in its middle", middle), ("url at its start", start), ("a long question", long),
      ("wide characters", wide), ("hostile paste", hostile), ("commands", commands), ("candidates", files),
      ("passage", passage),
    ]
  }

  @Test("how it looks", arguments: [20, 40, 80, 200])
  func looks(columns: Int) {
    var text = ""
    for (name, editor) in Self.scenes {
      let frame = editor.frame(columns: columns, rows: 24, appearance: .capable)
      #expect(frame.faults(columns: columns, rows: 24, appearance: .capable) == [])
      text += "\(name)\n" + frame.picture(columns: columns, appearance: .capable) + "\n"
    }
    Golden.expect(text, at: "editor-\(columns).txt")
  }

  @Test("how lists look", arguments: [20, 40, 80])
  func lists(columns: Int) {
    var filtered = PickerTests.regions
    filtered.press("west")
    var strewn = PickerTests.regions
    strewn.press("ct1")
    var nothing = PickerTests.regions
    nothing.press("xyz")
    var text = ""
    for (name, picker, rows) in [
      ("all", PickerTests.regions, 24), ("few rows", PickerTests.regions, 6), ("filtered", filtered, 24),
      ("strewn letters", strewn, 24), ("nothing fits", nothing, 24),
    ] {
      for appearance in [Appearance.capable, .narrow] {
        let frame = picker.frame(columns: columns, rows: rows, appearance: appearance)
        #expect(frame.faults(columns: columns, rows: rows, appearance: appearance) == [])
        text += "\(name)\n" + frame.picture(columns: columns, appearance: appearance) + "\n"
      }
    }
    Golden.expect(text, at: "picker-\(columns).txt")
  }
}
