@testable import Console
import Support

/// Bytes of a terminal, which type into a line, a passage, a secret or a list; what is drawn bit by bit is what is drawn
/// at once.
enum TerminalRun {
  private static let commands: [PromptCommand] = [.back, .help, .quit]

  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    guard let first = bytes.first else { return }
    let columns = 4 + Int(first >> 2)
    var settings = LineEditor.Settings()
    settings.label = "Sign-on URL: "
    settings.limit = 200
    settings.history = ["https://a.example/", "é👩‍👩‍👧 long long long long long long text"]
    settings.commands = commands
    settings.completer = Completer(words: ["okta.xml", "okta-2.xml"])
    settings.isMasked = first & 3 == 1
    settings.isPassage = first & 3 == 2
    if first & 3 == 3 {
      let choices = ["Okta", "Entra ID", "Google Workspace", "日本語の名前", "e\u{301}"].map {
        Choice(value: $0, title: $0, detail: "a provider")
      }
      try type(bytes.dropFirst(), Picker(question: "Which?", choices: choices, commands: commands), columns)
    } else {
      try type(bytes.dropFirst(), LineEditor(settings), columns)
    }
  }

  private static func type(_ bytes: ArraySlice<UInt8>, _ field: some Field, _ columns: Int) throws(Claim.Broken) {
    var (field, columns) = (field, columns)
    let rows = 8
    let look = Appearance(colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: columns)
    var decoder = KeyDecoder(pasteLimit: 100)
    var painter = Painter(appearance: look)
    var screen = DrawnScreen(columns: columns, rows: rows)
    // So many bytes come at once, and after them it is drawn.
    let pace = 1 + Int(digest(Array(bytes))) % 16
    for (index, byte) in bytes.enumerated() {
      // No text has these two bytes: one is a pause, the other another size of the window.
      if byte == 0xFE {
        screen.write(painter.erase())
        columns = columns % 60 + 7
        screen = DrawnScreen(columns: columns, rows: rows)
      }
      for key in byte == 0xFF || byte == 0xFE ? decoder.timeOut() : decoder.take(byte) {
        switch field.press(key) {
        case .answer(let text):
          try Claim.holds(text.utf8.count <= 4096, "an answer is no longer than allowed")
        case .clearScreen:
          screen = DrawnScreen(columns: columns, rows: rows)
          _ = painter.clearScreen()
        default: break
        }
      }
      guard index % pace == 0 || index == bytes.count - 1 else { continue }
      let frame = field.frame(columns: columns, rows: rows, appearance: look)
      screen.write(painter.draw(frame))
      try Claim.holds(screen.unknown.isEmpty, "only our own sequences are sent: \(screen.unknown)")
      try Claim.holds(frame.lines.count <= rows, "a frame of \(frame.lines.count) lines fits the window")
      var fresh = Painter(appearance: look)
      var whole = DrawnScreen(columns: columns, rows: rows)
      whole.write(fresh.draw(frame))
      try Claim.holds(screen.lines == whole.lines, "drawn bit by bit it is \(screen.lines), at once \(whole.lines)")
      try Claim.holds(
        screen.row == whole.row && screen.column == whole.column, "the cursor stands where it stands at once")
    }
  }
}
