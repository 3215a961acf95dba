import Console
import Testing

/// One row of the decision table: an environment, and what follows from it.
struct AppearanceRow: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var environment: [String: String] = [:]
  var isTerminal = true
  var window: Int?
  var choice = ColourChoice.auto

  init(
    _ name: String, _ environment: [String: String] = [:], isTerminal: Bool = true, window: Int? = nil,
    choice: ColourChoice = .auto
  ) {
    testDescription = name
    self.environment = environment
    self.isTerminal = isTerminal
    self.window = window
    self.choice = choice
  }

  var decided: Appearance {
    .decide(environment: environment, isTerminal: isTerminal, columns: window, colour: choice)
  }
}

@Suite struct AppearanceTests {
  @Test(
    "colour: the first rule that matches wins",
    arguments: [
      (
        AppearanceRow(
          "always, against everything", ["NO_COLOR": "1", "TERM": "dumb"], isTerminal: false, choice: .always), true
      ),
      (AppearanceRow("never, against everything", ["CLICOLOR_FORCE": "1", "TERM": "xterm"], choice: .never), false),
      (AppearanceRow("NO_COLOR", ["NO_COLOR": "1", "TERM": "xterm"]), false),
      (
        AppearanceRow("NO_COLOR before CLICOLOR_FORCE", ["NO_COLOR": "0", "CLICOLOR_FORCE": "1", "TERM": "xterm"]),
        false
      ),
      (AppearanceRow("an empty NO_COLOR is none", ["NO_COLOR": "", "TERM": "xterm"]), true),
      (AppearanceRow("CLICOLOR_FORCE into a pipe", ["CLICOLOR_FORCE": "1", "TERM": "xterm"], isTerminal: false), true),
      (AppearanceRow("CLICOLOR_FORCE before TERM=dumb", ["CLICOLOR_FORCE": "yes", "TERM": "dumb"]), true),
      (
        AppearanceRow("CLICOLOR_FORCE=0 forces nothing", ["CLICOLOR_FORCE": "0", "TERM": "xterm"], isTerminal: false),
        false
      ),
      (AppearanceRow("FORCE_COLOR into a pipe", ["FORCE_COLOR": "1"], isTerminal: false), true),
      (AppearanceRow("FORCE_COLOR=0 forces nothing", ["FORCE_COLOR": "0", "TERM": "xterm"], isTerminal: false), false),
      (AppearanceRow("TERM=dumb", ["TERM": "dumb"]), false),
      (AppearanceRow("no TERM"), false),
      (AppearanceRow("CLICOLOR=0", ["CLICOLOR": "0", "TERM": "xterm"]), false),
      (
        AppearanceRow("CLICOLOR=1 adds nothing to a pipe", ["CLICOLOR": "1", "TERM": "xterm"], isTerminal: false), false
      ),
      (AppearanceRow("a terminal", ["TERM": "xterm"]), true),
      (AppearanceRow("a pipe", ["TERM": "xterm"], isTerminal: false), false),
    ])
  func colour(row: AppearanceRow, expected: Bool) {
    #expect(row.decided.colour == expected)
  }

  @Test(
    "width: COLUMNS, else the window, else 80",
    arguments: [
      (AppearanceRow("COLUMNS first", ["COLUMNS": "64"], window: 120), 64, 64),
      (AppearanceRow("the window", window: 90), 90, 90),
      (AppearanceRow("neither"), 80, 80),
      (AppearanceRow("COLUMNS that is no number", ["COLUMNS": "wide"], window: 90), 90, 90),
      (AppearanceRow("COLUMNS of zero", ["COLUMNS": "0"]), 80, 80),
      (AppearanceRow("a window of zero", window: 0), 80, 80),
      (AppearanceRow("very wide: text stops at 100", window: 10_000), 10_000, 100),
      (AppearanceRow("very narrow: text keeps 20", window: 3), 3, 20),
    ])
  func width(row: AppearanceRow, columns: Int, text: Int) {
    #expect(row.decided.columns == columns)
    #expect(row.decided.textWidth == text)
  }

  @Test(
    "decoration and text: Unicode only where the locale says UTF-8",
    arguments: [
      (AppearanceRow("LANG", ["LANG": "en_GB.UTF-8", "TERM": "xterm"]), Repertoire.unicode, Repertoire.unicode),
      (AppearanceRow("spelled otherwise", ["LANG": "de_DE.utf8@euro", "TERM": "xterm"]), .unicode, .unicode),
      (AppearanceRow("macOS's LC_CTYPE", ["LC_CTYPE": "UTF-8", "TERM": "xterm"]), .unicode, .unicode),
      (AppearanceRow("LC_ALL wins", ["LC_ALL": "C", "LANG": "en_GB.UTF-8", "TERM": "xterm"]), .ascii, .ascii),
      (
        AppearanceRow("LC_CTYPE before LANG", ["LC_CTYPE": "C.UTF-8", "LANG": "C", "TERM": "xterm"]), .unicode, .unicode
      ),
      (
        AppearanceRow("an empty LC_ALL is none", ["LC_ALL": "", "LANG": "C.UTF-8", "TERM": "xterm"]), .unicode, .unicode
      ),
      (AppearanceRow("no locale", ["TERM": "xterm"]), .ascii, .ascii),
      (AppearanceRow("broken locale", ["LANG": "en_US.ISO-8859-1", "TERM": "xterm"]), .ascii, .ascii),
      (AppearanceRow("dumb terminal", ["LANG": "C.UTF-8", "TERM": "dumb"]), .ascii, .unicode),
      (AppearanceRow("pipe", ["LANG": "C.UTF-8", "TERM": "xterm"], isTerminal: false), .ascii, .unicode),
      (AppearanceRow("pipe without a locale", isTerminal: false), .ascii, .unicode),
    ])
  func repertoire(row: AppearanceRow, decoration: Repertoire, text: Repertoire) {
    #expect(row.decided.decoration == decoration)
    #expect(row.decided.text == text)
  }

  @Test(
    "hyperlinks: FORCE_HYPERLINK, else a terminal known to show them, and not CI",
    arguments: [
      (AppearanceRow("forced into a pipe", ["FORCE_HYPERLINK": "1"], isTerminal: false), true),
      (AppearanceRow("forced off", ["FORCE_HYPERLINK": "0", "TERM": "xterm-kitty"]), false),
      (AppearanceRow("unknown terminal", ["TERM": "xterm-256color"]), false),
      (AppearanceRow("kitty", ["TERM": "xterm-kitty"]), true),
      (AppearanceRow("ghostty", ["TERM": "xterm-ghostty"]), true),
      (AppearanceRow("wezterm", ["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"]), true),
      (AppearanceRow("iTerm", ["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"]), true),
      (AppearanceRow("Apple's terminal", ["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"]), false),
      (AppearanceRow("VTE new enough", ["TERM": "xterm-256color", "VTE_VERSION": "6800"]), true),
      (AppearanceRow("VTE too old", ["TERM": "xterm-256color", "VTE_VERSION": "4601"]), false),
      (AppearanceRow("Windows Terminal", ["TERM": "xterm-256color", "WT_SESSION": "1-2"]), true),
      (AppearanceRow("Konsole", ["TERM": "xterm-256color", "KONSOLE_VERSION": "230403"]), true),
      (AppearanceRow("kitty into a pipe", ["TERM": "xterm-kitty"], isTerminal: false), false),
      (AppearanceRow("kitty in CI", ["TERM": "xterm-kitty", "CI": "true"]), false),
      (AppearanceRow("CI=false is not CI", ["TERM": "xterm-kitty", "CI": "false"]), true),
      (AppearanceRow("tmux inherits VTE_VERSION", ["TERM": "tmux-256color", "VTE_VERSION": "6800"]), false),
      (AppearanceRow("dumb", ["TERM": "dumb", "WT_SESSION": "1"]), false),
    ])
  func hyperlinks(row: AppearanceRow, expected: Bool) {
    #expect(row.decided.hyperlinks == expected)
  }

  @Test(
    "clipboard: a terminal that may have one, and what stands between",
    arguments: [
      (AppearanceRow("a terminal", ["TERM": "xterm"]), .direct),
      (AppearanceRow("tmux", ["TERM": "screen-256color", "TMUX": "/tmp/x"]), .through(.tmux)),
      (AppearanceRow("screen", ["TERM": "screen"]), .through(.screen)),
      (AppearanceRow("a pipe", ["TERM": "xterm"], isTerminal: false), nil), (AppearanceRow("no TERM"), nil),
      (AppearanceRow("dumb", ["TERM": "dumb"]), nil), (AppearanceRow("the console", ["TERM": "linux"]), nil),
      (AppearanceRow("Emacs", ["TERM": "eterm-color"]), nil),
    ] as [(AppearanceRow, ClipboardText.Route?)])
  func clipboard(row: AppearanceRow, expected: ClipboardText.Route?) {
    #expect(row.decided.clipboard == expected)
  }

  @Test("plain has nothing that a file should not hold")
  func plain() {
    let plain = Appearance.plain
    #expect(plain == Appearance(colour: false, hyperlinks: false, decoration: .ascii, text: .unicode, columns: 80))
    #expect(plain == .decide(environment: [:], isTerminal: false, columns: nil, colour: .auto))
  }
}
