#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Playbook
import Support
import Testing

/// The wizard with fields on a terminal, and a person who reads the screen: what was drawn over is gone.
final class DrawnSession {
  let terminal: PseudoTerminal
  private(set) var screen: DrawnScreen
  private var taken = 0

  /// Starts a program with fields, without colour unless asked for.
  ///
  /// - Parameter fileSize: the most blocks of 512 or 1024 bytes, by the shell, that a file may have.
  init(
    _ arguments: [String], colour: String = "never", environment more: [String: String] = [:], columns: Int = 80,
    rows: Int = 24, directory: String? = nil, fileSize: Int? = nil
  ) throws {
    let program = try Support.binary(named: "signpost")
    let limit = fileSize.map { "ulimit -f \($0) && " } ?? ""
    terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", limit + "exec \"$0\" \"$@\"", program] + arguments + ["--now", Signpost.now, "--color", colour],
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
  ///
  /// - Parameter times: how often at least.
  func see(_ text: String, times: Int = 1) throws {
    let wanted = text.unspaced
    try wait(for: text) { self.text.ranges(of: wanted).count >= times }
  }

  /// Waits until the terminal was asked to put a text into the clipboard, as OSC 52 does.
  func copied(_ text: String) throws {
    let copy = Data(text.utf8).base64EncodedString()
    try wait(for: "the request to copy \(text)") { screen.copies.last == copy }
  }

  /// Waits until the window shows these lines; where nobody knows what they are, until nothing was written for a moment.
  func settle(on lines: String?) throws {
    if let lines { return try wait(for: "the window\n\(lines)") { frame == lines } }
    var before = -1
    while before != taken {
      before = taken
      try? terminal.wait(for: "more", within: 0.3) { _ in false }
      take(Array(terminal.transcript.utf8))
    }
  }

  /// The window, with the part of a temporary path that differs each time made the same.
  var frame: String {
    screen.visible.joined(separator: "\n").replacing(#/signpost-test-\w{6}/#, with: "signpost-test-XXXXXX")
  }

  /// Changes the size of the window.
  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  /// Leaves by the command for it at a question that was met.
  func leave(at exchange: Script.Exchange, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try type(exchange.command("q"))
    try see(Said.saved)
    try end(.exited(0), sourceLocation: sourceLocation)
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
    let new = Array(received[taken...])
    let end = new.endOfWholeSequences
    screen.write(String(decoding: new[..<end], as: UTF8.self))
    taken += end
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
    var rest = self[..<end]
    while let escape = rest.firstIndex(of: 0x1B) {
      guard let kind = rest[escape...].dropFirst().first else { return escape }
      let body = rest[escape...].dropFirst(2)
      let last: Int?
      switch kind {
      case UInt8(ascii: "["): last = body.firstIndex { (0x40...0x7E).contains($0) }
      // BEL ends it, or Esc and a backslash.
      case UInt8(ascii: "]"): last = body.indices.first { self[$0] == 7 || self[$0] == 0x5C && self[$0 - 1] == 0x1B }
      default: last = escape + 1
      }
      guard let last else { return escape }
      rest = rest[(last + 1)...]
    }
    return end
  }
}
