import Playbook
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

  /// The wizard for a provider.
  convenience init(store: String, provider: String = "okta", columns: Int = 80, rows: Int = 24) throws {
    try self.init(["setup", provider, "--store", store], columns: columns, rows: rows)
  }

  /// Types; `\n` is the Return key.
  func type(_ text: String) throws { try terminal.send(text) }

  /// Waits until the text stands somewhere on the screen or in what scrolled by, however it is wrapped.
  func see(_ text: String) throws {
    let wanted = text.unspaced
    try wait(for: text) { self.text.contains(wanted) }
  }

  /// Waits until a question stands below the heading of its step, with nothing settled below it.
  func meet(_ exchange: Script.Exchange) throws {
    let title = exchange.step.map { $0.title.unspaced }
    let prompt = exchange.prompt.unspaced.dropLast()
    try wait(for: "the question \(exchange.prompt) of \(exchange.step?.title ?? "a wish")") {
      // No card is longer than this, even in a narrow window.
      let text = screen.last(120).joined().unspaced
      guard let question = text.ranges(of: prompt).last, !text[question.upperBound...].contains("✓") else {
        return false
      }
      // A card says `7 of 36` before the title, the line that a settled step leaves only `7`.
      return title.map { title in
        text[..<question.lowerBound].ranges(of: title).contains { heading in
          text[..<heading.lowerBound].reversed().drop { $0.isNumber }.starts(with: "fo")
        }
      } ?? true
    }
  }

  /// Meets the question and answers it.
  func answer(_ exchange: Script.Exchange) throws {
    try meet(exchange)
    try type(exchange.answer + "\n")
  }

  /// Sees the end, and wants no documents written.
  func finish() throws {
    try see(Said.done)
    try see(Said.handOver)
    try type("\n")
    try end(.exited(0))
  }

  /// Waits for the end of the program, which leaves the terminal as it found it.
  func end(_ status: PseudoTerminal.Status, sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try terminal.waitForExit() == status, sourceLocation: sourceLocation)
    take(Array(terminal.transcript.utf8))
    #expect(screen.unknown == [], sourceLocation: sourceLocation)
    #expect(!screen.marksPastes, sourceLocation: sourceLocation)
    #expect(terminal.isAsFound, sourceLocation: sourceLocation)
  }

  /// Waits until what is on the screen is as wanted.
  func wait(for what: String, until isThere: () -> Bool) throws {
    do {
      try terminal.wait(for: what) { received in
        take(received)
        return isThere()
      }
    } catch {
      throw SupportFailure("\(what) did not come; the screen:\n\(screen.lines.suffix(60).joined(separator: "\n"))")
    }
  }

  private func take(_ received: [UInt8]) {
    let end = received.endOfWholeSequences
    guard end > taken else { return }
    screen.write(String(decoding: received[taken..<end], as: UTF8.self))
    taken = end
  }

  /// Everything that can be read on the terminal by scrolling back, without blanks: where lines are broken is another
  /// test's subject.
  var text: String { screen.lines.joined().unspaced }
}

extension String {
  /// The text without blanks and line breaks.
  fileprivate var unspaced: String { filter { !$0.isWhitespace } }
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
