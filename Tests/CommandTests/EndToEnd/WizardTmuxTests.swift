import Playbook
import Support
import Testing

/// Whether text from a file has done anything to a terminal, asked of a terminal that tells: its title, its colours, what
/// scrolled by and where the cursor stands are tmux's own account.
@Suite("The wizard in a terminal that people use", .enabled(if: Tmux.isInstalled, Tmux.isMissing))
struct WizardTmuxTests {
  /// What would change the title, clear the screen, go home, switch screens, turn colours on, ask for the terminal's
  /// name, ring, or hide what comes behind it; as characters that XML allows, and as bytes that it does not.
  static let hostile = [
    "&#x9d;0;owned&#x9c;&#x9b;2J&#x9b;H&#x9b;31m",
    "&#x202e;&#x2066;&#x2028;&#x85;&#xad;",
    "\u{9B}?1049h\u{9B}2J\u{9B}c",
    "\u{1B}]0;owned\u{7}\u{1B}[2J\u{1B}[H\u{1B}[31m\u{1B}c",
  ]

  @Test("what a metadata file holds is shown, and changes nothing but the lines it is shown in", arguments: hostile)
  func harmless(text: String) throws {
    try TemporaryDirectory.with { directory in
      let entity = "http://www.okta.com/exk1example0fixture01"
      let okta = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
      let path = directory.path("okta.xml")
      try TestFile.write(okta.components(entity).joined(separator: entity + text), to: path)
      let store = directory.path("store")
      let file = Operator.index(of: "save-okta-metadata")
      let input = Operator.exchanges[..<file].map { $0.answer + "\n" }.joined()
      #expect(try Signpost.run(["setup", "okta", "--store", store], input: input).status == 4)

      let tmux = try Tmux(
        Support.binary(named: "signpost"), ["setup", "--store", store, "--now", Signpost.now],
        environment: Signpost.environment.merging(["TERM": "screen-256color"]) { $1 }, columns: 100, rows: 50)
      try tmux.expect("Where is Okta's metadata file?")
      let title = try tmux.title()
      try tmux.type(path)
      try tmux.press("Enter")
      // Taken or refused, what the file says is on the screen, and below it the next question, or the same one.
      try tmux.wait(for: "the outcome") {
        let screen = try tmux.screen()
        return screen.contains("error[") || screen.contains("entityID:") ? true : nil
      }
      try tmux.expect("leave")
      let scrollback = try tmux.scrollback()
      // Neither cleared nor moved: what was there before still is, once, above it.
      #expect(scrollback.components("Connect Okta to AWS IAM Identity Center").count == 2)
      #expect(scrollback.commandsToTerminals == [])
      #expect(try tmux.title() == title)
      #expect(!title.contains("owned"))
      #expect(try tmux.isOnMainScreen())
      #expect(try tmux.cursor().row > 20)
      // Whoever reads sees that there is something that is not shown.
      #expect(scrollback.contains("\\u{") || scrollback.contains("U+001B"), "\(scrollback)")
      try tmux.press("C-c")
      try tmux.expect(Said.interrupted)
      #expect(try tmux.waitForExit() == 130)
    }
  }
}
