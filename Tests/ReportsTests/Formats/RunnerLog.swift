/// What GitHub's runner finds in a log: both of its syntaxes, read as it documents and does it. The newer one begins a line,
/// after white space; the older one may stand anywhere in it.
enum RunnerLog {
  struct Command: Equatable {
    let name: String
    let properties: [String: String]
    let data: String
    let isOlderSyntax: Bool
  }

  /// The names that the runner knows; it leaves all others alone.
  private static let names: Set = [
    "internal-set-repo-path", "set-env", "set-output", "save-state", "add-path", "add-mask", "add-matcher",
    "remove-matcher", "warning", "error", "notice", "debug", "group", "endgroup", "echo", "stop-commands",
  ]

  /// The commands in a log, and the lines that are none.
  static func read(_ log: String) -> (commands: [Command], rest: [String]) {
    var commands: [Command] = []
    var rest: [String] = []
    var lines = Array(log.utf8).split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
    if lines.last?.isEmpty == true { lines.removeLast() }
    for bytes in lines {
      let line = String(decoding: bytes, as: UTF8.self)
      guard hasMark(bytes) else {
        rest.append(line)
        continue
      }
      if let command = newer(line) ?? older(line) { commands.append(command) } else { rest.append(line) }
    }
    return (commands, rest)
  }

  /// Whether a line holds what each command of either syntax has; most lines do not.
  private static func hasMark(_ line: ArraySlice<UInt8>) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == $1 && ($0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#")) }
  }

  private static func newer(_ line: String) -> Command? {
    let text = Array(line.unicodeScalars.drop(while: \.properties.isWhitespace))
    guard text.starts(with: [":", ":"]), let end = place(of: "::", in: text, from: 2) else { return nil }
    let (name, list) = divided(text[2..<end])
    guard names.contains(name.lowercased()) else { return nil }
    var properties: [String: String] = [:]
    for (key, value) in pairs(list, separator: ",") {
      properties[key] = undone(value, [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")])
    }
    let data = String(String.UnicodeScalarView(text[(end + 2)...]))
    return Command(
      name: name, properties: properties, data: undone(data, [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]),
      isOlderSyntax: false)
  }

  private static func older(_ line: String) -> Command? {
    let text = Array(line.unicodeScalars)
    guard let start = place(of: "##[", in: text, from: 0), let end = place(of: "]", in: text, from: start) else {
      return nil
    }
    let (name, list) = divided(text[(start + 3)..<end])
    guard names.contains(name.lowercased()) else { return nil }
    let escapes = [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%")]
    var properties: [String: String] = [:]
    for (key, value) in pairs(list, separator: ";") { properties[key] = undone(value, escapes) }
    let data = String(String.UnicodeScalarView(text[(end + 1)...]))
    return Command(name: name, properties: properties, data: undone(data, escapes), isOlderSyntax: true)
  }

  private static func place(of mark: String, in text: [Unicode.Scalar], from start: Int) -> Int? {
    let mark = Array(mark.unicodeScalars)
    return (start..<max(start, text.count - mark.count + 1)).first { text[$0...].starts(with: mark) }
  }

  private static func divided(_ head: ArraySlice<Unicode.Scalar>) -> (name: String, list: String) {
    let blank = head.firstIndex(of: " ") ?? head.endIndex
    return (
      String(String.UnicodeScalarView(head[..<blank])), String(String.UnicodeScalarView(head[blank...].dropFirst()))
    )
  }

  private static func pairs(_ list: String, separator: Unicode.Scalar) -> [(String, String)] {
    list.unicodeScalars.split(separator: separator).compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }

  /// One escape after the other over the whole text, as the runner does it.
  private static func undone(_ text: String, _ escapes: [(String, String)]) -> String {
    escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
