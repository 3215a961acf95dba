import Support
import Testing

/// A board on the terminal itself.
@Suite struct BoardStageTests {
  @Test("a board that is stopped and called back: what the shell wrote stands, and all is drawn anew below it")
  func boardStopped() throws {
    let stage = try Support.binary(named: "stage")
    let script = """
      set -m
      "$0" --board card-5 text
      echo "stopped $?"
      fg >/dev/null
      echo 'settings kept'
      """
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script, stage])
    try terminal.expect("leave")
    try terminal.send("ab")
    try terminal.expect("ab")
    try terminal.send("\u{1A}")
    try terminal.expect("stopped 1")
    try terminal.expect("leave")
    let screen = DrawnScreen(columns: 80, terminal.transcript)
    let card = (1...5).map { "line \($0) of the card" }
    let stop = try #require(screen.lines.firstIndex { $0.hasPrefix("stopped") })
    for lines in [screen.lines[..<stop], screen.lines[stop...]] {
      #expect(lines.filter { $0.hasSuffix("of the card") } == card)
      #expect(lines.contains("Sign-in URL: ab"))
    }
    try terminal.send("c\r")
    try terminal.expect("came to answer(\"abc\")")
    try StageTests.expectKept(terminal)
    let after = DrawnScreen(columns: 80, terminal.transcript).lines
    #expect(after.contains { $0.hasPrefix("stopped") })
    #expect(after.count { $0.hasSuffix("of the card") } == 5)
  }

  @Test("a board answered, helped with and resized: nothing of it remains", arguments: [40, 80, 200])
  func board(columns: Int) throws {
    let terminal = try StageTests.terminal("--board card-3 text choice", columns: columns)
    try terminal.expect("leave")
    let drawn = DrawnScreen(columns: columns, terminal.transcript)
    #expect(drawn.lines.prefix(3) == ["line 1 of the card", "line 2 of the card", "line 3 of the card"])
    #expect(drawn.copied.contains { $0.hasPrefix("  https://eu-central-1.") && $0.hasSuffix("e8f9") })
    try terminal.send("?\r")
    try terminal.expect("came to command")
    try terminal.expect("helped with text")
    terminal.resize(columns: 60, rows: 8)
    try terminal.expect("eu-west-1")
    try terminal.send("us-w\r")
    try terminal.expect("came to answer(\"us-west-2\")")
    try StageTests.expectKept(terminal)
  }

  @Test("a window that is too low for the card has it in the scrollback")
  func boardLow() throws {
    let terminal = try StageTests.terminal("--board card-30 text")
    try terminal.expect("leave")
    try terminal.send("\u{3}")
    try terminal.expect("came to interrupted")
    try StageTests.expectKept(terminal)
    let lines = DrawnScreen(columns: 80, terminal.transcript).lines
    #expect(lines.count { $0.hasSuffix("of the card") } == 30)
  }

  @Test("by lines a board is text, and a pasted file one answer", arguments: ["--plain", "dumb"])
  func boardLines(reason: String) throws {
    let environment = reason == "dumb" ? ["TERM": "dumb"] : [:]
    let terminal = try StageTests.terminal("--plain --board card-3 passage text", environment: environment)
    try terminal.expect("line 3 of the card")
    try terminal.expect("Metadata: ")
    try terminal.send("<?xml version=\"1.0\"?>\n<a>\n<b/>\n</a>\nx\n")
    try terminal.expect("came to answer(\"<?xml version=\\\"1.0\\\"?>\\n<a>\\n<b/>\\n</a>\")")
    try terminal.expect("came to answer(\"x\")")
    try terminal.expect("settings kept")
    #expect(!terminal.transcript.contains("\u{1B}"))
  }
}
