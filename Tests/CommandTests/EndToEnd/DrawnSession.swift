import Support
import Testing

/// The wizard with fields on a terminal, and a person who reads the screen: what was drawn over is gone.
final class DrawnSession {
  let terminal: PseudoTerminal
  private(set) var screen: DrawnScreen
  private var taken = 0

  /// Starts a program with fields, without colour unless asked for.
  init(
    _ arguments: [String], colour: String = "never", environment more: [String: String] = [:], columns: Int = 80,
    rows: Int = 24, directory: String? = nil
  ) throws {
    terminal = try PseudoTerminal(
      try Support.binary(named: "signpost"), arguments + ["--now", Signpost.now, "--color", colour],
      environment: Signpost.environment.merging(more) { $1 }, columns: columns, rows: rows,
      directory: directory ?? Signpost.root)
    screen = DrawnScreen(columns: columns, rows: rows)
  }

  /// The wizard for Okta.
  convenience init(store: String, columns: Int = 80, rows: Int = 24) throws {
    try self.init(["setup", "okta", "--store", store], columns: columns, rows: rows)
  }

  /// Types; `\n` is the Return key.
  func type(_ text: String) throws { try terminal.send(text) }

  /// Waits until the text stands somewhere on the screen or in what scrolled by, however it is wrapped.
  func see(_ text: String) throws {
    let wanted = text.unwrapped
    try wait(for: wanted) { self.text.contains(wanted) }
  }

  /// Waits until the last thing on the screen is a question of this text, and the cursor stands in it.
  func meet(_ prompt: String) throws {
    let wanted = prompt.unwrapped
    try wait(for: "the question \(wanted)") { self.live.contains(wanted) }
  }

  /// Waits until what is on the screen is as wanted.
  func wait(for what: String, until isThere: () -> Bool) throws {
    try terminal.wait(for: what) { received in
      let end = received.endOfWholeSequences
      if end > taken {
        screen.write(String(decoding: received[taken..<end], as: UTF8.self))
        taken = end
      }
      return isThere()
    }
  }

  /// Everything that can be read on the terminal by scrolling back, on one line.
  var text: String { screen.lines.joined(separator: " ").unwrapped }

  /// What can be read in the window, on one line.
  var live: String { screen.lines.suffix(screen.rows).joined(separator: " ").unwrapped }
}

extension [UInt8] {
  /// The place up to which the bytes hold whole characters and whole escape sequences, as the terminal takes them in.
  fileprivate var endOfWholeSequences: Int {
    var end = count
    // A character of UTF-8 has at most three bytes behind its first one.
    if let lead = indices.suffix(4).last(where: { self[$0] & 0xC0 != 0x80 }) {
      let length = self[lead] < 0x80 ? 1 : self[lead] < 0xE0 ? 2 : self[lead] < 0xF0 ? 3 : 4
      if lead + length > end { end = lead }
    }
    guard let escape = self[..<end].lastIndex(of: 0x1B) else { return end }
    let sequence = self[escape..<end]
    guard sequence.count > 1 else { return escape }
    if sequence[escape + 1] == UInt8(ascii: "[") {
      return sequence.dropFirst(2).contains { (0x40...0x7E).contains($0) } ? end : escape
    }
    return end
  }
}
