import Support
import Testing

/// The line editor in a terminal that people use, as they see it.
@Suite(.enabled(if: Tmux.isInstalled, Tmux.isMissing)) struct TmuxTests {
  private func ask(_ questions: String..., columns: Int = 80, rows: Int = 24) throws -> Tmux {
    try Tmux(Support.binary(named: "stage"), questions, columns: columns, rows: rows)
  }

  @Test("what is typed is on the screen, and the cursor where the next letter goes")
  func types() throws {
    let tmux = try ask("text")
    try tmux.expect("Sign-in URL:")
    try tmux.type("https://a.example/x;")
    let screen = try tmux.expect("Sign-in URL: https://a.example/x;")
    let row = try #require(
      screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("x;") })
    try tmux.press("Left", "Left")
    let column = "Sign-in URL: https://a.example/".count
    try tmux.wait(for: "the cursor two columns to the left") { try tmux.cursor() == (column, row) ? true : nil }
    try tmux.press("Enter")
    try tmux.expect("text came to answer")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test("a paste arrives as one, so that several lines are no answers")
  func pastes() throws {
    let tmux = try ask("text")
    try tmux.expect("Sign-in URL:")
    try tmux.paste("https://a.example/\nsecond line\n")
    try tmux.expect("the 2 lines that were pasted were not taken")
    try tmux.paste("https://b.example/")
    try tmux.expect("Sign-in URL: https://b.example/")
    try tmux.press("Enter")
    try tmux.expect("text came to answer")
  }

  @Test("a narrower window keeps what was typed")
  func resizes() throws {
    let tmux = try ask("text", columns: 100)
    try tmux.expect("Sign-in URL:")
    try tmux.type("https://a.example/saml")
    try tmux.expect("https://a.example/saml")
    try tmux.resize(columns: 50, rows: 12)
    try tmux.expect("https://a.example/saml")
    try tmux.type("/more")
    try tmux.expect("https://a.example/saml/more")
    try tmux.press("C-c")
    try tmux.expect("came to interrupted")
  }

  @Test("of a frame as high as the window nothing is left above, answered or resized")
  func fills() throws {
    for columns in [80, 40] {
      let tmux = try ask("--board", "card-21", "text")
      try tmux.expect("Sign-in URL:")
      try tmux.type("CANARY")
      try tmux.expect("Sign-in URL: CANARY")
      if columns < 80 {
        try tmux.resize(columns: columns, rows: 24)
        try tmux.expect("more lines above; Ctrl-L")
      }
      try tmux.press("Enter")
      try tmux.expect("came to answer")
      #expect(!(try tmux.scrollback()).contains("Sign-in URL: CANARY"))
    }
  }

  @Test("the title, the size and the status are those of the program")
  func program() throws {
    let tmux = try Tmux(
      "/bin/sh", ["-c", "printf '\\033]2;a; title\\033\\\\'; stty size; echo \"<$1|$CANARY>\"; exit 7", "sh", "it's;"],
      environment: ["PATH": "/usr/bin:/bin", "CANARY": "$(id);"], columns: 61, rows: 17)
    try tmux.expect("<it's;|$(id);>")
    #expect(try tmux.waitForExit() == 7)
    #expect(try tmux.scrollback().hasPrefix("17 61\n<it's;"))
    #expect(try tmux.title() == "a; title")
  }
}
