import Console
import Testing

@Suite struct AskingTests {
  static let capable = ["TERM": "xterm-256color"]

  @Test("fields on a capable terminal, lines wherever anything speaks against")
  func decides() {
    func decide(
      _ more: [String: String] = [:], isPlain: Bool = false, areTerminals: Bool = true, columns: Int? = 80
    ) -> Asking {
      Asking.decide(
        environment: Self.capable.merging(more) { $1 }, isPlain: isPlain, areTerminals: areTerminals, columns: columns)
    }
    #expect(decide() == .fields)
    #expect(decide(["ACCESSIBLE": "0"], columns: 20) == .fields)
    #expect(decide(isPlain: true) == .lines)
    #expect(decide(areTerminals: false) == .lines)
    #expect(decide(columns: 19) == .lines)
    #expect(decide(columns: nil) == .lines)
    for more in [
      ["TERM": "dumb"], ["TERM": ""], ["TERM": "eterm-color"], ["ACCESSIBLE": "1"], ["ACCESSIBILITY_ENABLED": "true"],
    ] {
      #expect(decide(more) == .lines, "\(more)")
    }
    #expect(Asking.decide(environment: [:], isPlain: false, areTerminals: true, columns: 80) == .lines)
  }

  @Test("the clipboard: written only, whole or not at all, through what stands between")
  func clipboard() throws {
    let text = try #require(ClipboardText("hello\u{1B}\\"))
    #expect(text.sequence(through: nil) == "\u{1B}]52;c;aGVsbG8bXA==\u{1B}\\")
    #expect(
      text.sequence(through: .tmux)
        == "\u{1B}]52;c;aGVsbG8bXA==\u{1B}\\\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGVsbG8bXA==\u{1B}\u{1B}\\\u{1B}\\")
    #expect(text.sequence(through: .screen) == "\u{1B}P\u{1B}]52;c;aGVsbG8bXA==\u{7}\u{1B}\\")
    #expect(ClipboardText("") == nil)
    let limit = String(repeating: "x", count: ClipboardText.limit)
    #expect(ClipboardText(limit + "x") == nil)
    let pieces = try #require(ClipboardText(limit)).sequence(through: .screen).split(separator: "\u{1B}\\")
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 202 })
    #expect(pieces.map { $0.dropFirst(2) }.joined().hasPrefix("\u{1B}]52;c;eHh4"))
    #expect(ClipboardText.Multiplexer(environment: ["TERM": "xterm"]) == nil)
    #expect(ClipboardText.Multiplexer(environment: ["TERM": "screen-256color", "TMUX": "/tmp/x"]) == .tmux)
    #expect(ClipboardText.Multiplexer(environment: ["TERM": "tmux-256color"]) == .tmux)
    #expect(ClipboardText.Multiplexer(environment: ["TERM": "screen"]) == .screen)
  }
}
