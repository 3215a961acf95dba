import Support
import Testing

/// The terminal itself: a program that asks, on a terminal of its own, and what a shell finds there afterwards.
@Suite struct StageTests {
  /// Runs the program between two looks at the terminal's settings, which must be the same.
  static func terminal(
    _ questions: String, columns: Int = 80, environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let stage = try Support.binary(named: "stage")
    let script = """
      trap : TERM HUP INT
      before=$(stty -g)
      "$0" \(questions)
      echo "status $?"
      after=$(stty -g)
      if [ "$before" = "$after" ]; then echo 'settings kept'; else stty -a; fi
      """
    let all = ["TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    return try PseudoTerminal("/bin/sh", ["-c", script, stage], environment: all, columns: columns)
  }

  static func expectKept(_ terminal: PseudoTerminal) throws {
    try terminal.expect("settings kept")
    _ = try terminal.waitForExit()
    let screen = DrawnScreen(columns: 200, terminal.transcript)
    #expect(screen.unknown == [])
    #expect(!screen.marksPastes)
    #expect(terminal.transcript.contains("\u{1B}[?2004l"))
  }

  @Test("an answer, at every width", arguments: [20, 40, 80, 200])
  func answer(columns: Int) throws {
    let terminal = try Self.terminal("text", columns: columns)
    try terminal.expect("\u{1B}[?2004h")
    try terminal.send("https://例え.example/日本語/e\u{301}/very-long-path-segment?x\u{1B}[D\u{7F}!\u{5}\r")
    try terminal.expect("came to answer")
    try Self.expectKept(terminal)
    #expect(terminal.transcript.replacing("\r\n", with: "").contains("segment!x"))
  }

  @Test("a window that is resized while somebody types", arguments: [20, 40, 200])
  func resize(columns: Int) throws {
    let terminal = try Self.terminal("long")
    try terminal.send("https://a.example/")
    try terminal.expect("https://a.example/")
    terminal.resize(columns: columns, rows: 10)
    // The frame for the new window comes by itself.
    try terminal.expect(columns == 20 ? "> " : "https://a.example/")
    try terminal.send("saml\r")
    try terminal.expect("came to")
    try Self.expectKept(terminal)
    #expect(terminal.transcript.replacing("\r\n", with: "").contains("https://a.example/saml"))
  }

  @Test("Ctrl-C, Ctrl-D and signals: the terminal is given back", arguments: ["\u{3}", "\u{4}", "TERM", "HUP", "INT"])
  func ends(end: String) throws {
    let terminal = try Self.terminal("text secret choice passage")
    try terminal.expect("Sign-in URL: ")
    switch end {
    case "TERM": terminal.kill(15)
    case "HUP": terminal.kill(1)
    case "INT": terminal.kill(2)
    default: try terminal.send(end)
    }
    try terminal.expect(end == "\u{4}" ? "came to endOfInput" : "came to interrupted")
    try Self.expectKept(terminal)
  }

  @Test("one question after the other, typed ahead: each gets its own answer")
  func ahead() throws {
    let terminal = try Self.terminal("text secret enter choice passage")
    try terminal.expect("Sign-in URL: ")
    try terminal.send("one\rCANARY\r\rus-w\r\u{1B}[200~<a>\r</a>\u{1B}[201~\r")
    for outcome in [
      "text came to answer(\"one\")", "secret came to answer", "enter came to answer(\"\")",
      "choice came to answer(\"us-west-2\")", "passage came to answer(\"<a>\\n</a>\")",
    ] {
      try terminal.expect(outcome)
    }
    try Self.expectKept(terminal)
  }

  @Test("of a secret nothing reaches the terminal")
  func secret() throws {
    let terminal = try Self.terminal("secret")
    try terminal.expect("SCIM token: ")
    try terminal.send("CANARY")
    try terminal.send("\u{18}b")
    try terminal.expect("came to command")
    try Self.expectKept(terminal)
    #expect(!terminal.transcript.contains("CANARY"))
  }

  @Test("pasted escape sequences are shown and not obeyed")
  func hostilePaste() throws {
    let terminal = try Self.terminal("text")
    try terminal.expect("Sign-in URL: ")
    try terminal.send("\u{1B}[200~\u{1B}]0;owned\u{7}\u{1B}[2J\u{1B}[201~")
    try terminal.expect("\\u{001B}]0;owned\\u{0007}\\u{001B}[2J")
    try terminal.send("\u{15}ok\r")
    try terminal.expect("came to answer(\"ok\")")
    try Self.expectKept(terminal)
  }

  @Test("a megabyte of XML is pasted, whole")
  func largePaste() throws {
    let terminal = try Self.terminal("passage")
    try terminal.expect("Metadata: ")
    let line = String(repeating: "x", count: 99) + "\r"
    try terminal.send("\u{1B}[200~" + String(repeating: line, count: 10_000) + "\u{1B}[201~")
    try terminal.expect("(10001 lines)")
    try terminal.send("\u{18}q")
    try terminal.expect("came to command")
    try Self.expectKept(terminal)
  }

  @Test("stopped by Ctrl-Z and called back: the shell has its terminal meanwhile, and nothing typed is lost")
  func stopped() throws {
    let stage = try Support.binary(named: "stage")
    let script = """
      set -m
      before=$(stty -g)
      "$0" text
      echo "stopped $?"
      if [ "$before" = "$(stty -g)" ]; then echo 'settings kept meanwhile'; fi
      fg >/dev/null
      if [ "$before" = "$(stty -g)" ]; then echo 'settings kept'; fi
      """
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script, stage])
    try terminal.expect("Sign-in URL: ")
    try terminal.send("ab")
    try terminal.expect("ab")
    try terminal.send("\u{1A}")
    try terminal.expect("stopped 1")
    try terminal.expect("settings kept meanwhile")
    try terminal.expect("Sign-in URL: ab")
    try terminal.send("c\r")
    try terminal.expect("came to answer(\"abc\")")
    try Self.expectKept(terminal)
  }

  @Test("where nobody could call it back, Ctrl-Z stops nothing")
  func neverStopped() throws {
    let stage = try Support.binary(named: "stage")
    let script = "trap '' TSTP; set -m; \"$0\" text; echo \"status $?, settings kept\""
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script, stage])
    try terminal.expect("Sign-in URL: ")
    try terminal.send("ab\u{1A}c\r")
    try terminal.expect("came to answer(\"abc\")")
    try terminal.expect("status 0, ")
    try Self.expectKept(terminal)
  }

  @Test("Tab completes what is on the disk")
  func completes() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("my files"))
      try TestFile.write("", to: directory.path("my files/okta metadata.xml"))
      let terminal = try Self.terminal("path", columns: 200)
      try terminal.expect("File: ")
      try terminal.send(directory.path("my") + "\t\t\r")
      try terminal.expect("came to answer(\"\(directory.path("my\\\\ files/okta\\\\ metadata.xml"))\")")
      try Self.expectKept(terminal)
    }
  }

  @Test("lines, and nothing but text, where fields have no place", arguments: ["--plain", "dumb", "ACCESSIBLE"])
  func lines(reason: String) throws {
    let environment = reason == "dumb" ? ["TERM": "dumb"] : reason == "ACCESSIBLE" ? ["ACCESSIBLE": "1"] : [:]
    let terminal = try Self.terminal(reason == "--plain" ? "--plain text" : "text", environment: environment)
    try terminal.expect("Sign-in URL: ")
    try terminal.send("typed\n")
    try terminal.expect("came to answer(\"typed\")")
    try terminal.expect("settings kept")
    #expect(!terminal.transcript.contains("\u{1B}"))
  }
}
