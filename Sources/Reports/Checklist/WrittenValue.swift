import Playbook

/// What stands in the place of a value, in a cell or between two marks, as somebody wrote it.
enum WrittenValue: Sendable, Equatable {
  /// That it is not known yet, or nothing at all.
  case unknown
  /// The entries, told apart.
  case entries([String])
  /// Something that is not whole, such as code without its end.
  case unclear

  /// Reads what was written.
  ///
  /// - Parameters:
  ///   - parts: the parts of the line, comments among them passed over.
  ///   - isList: whether commas divide it.
  init(_ parts: [MarkdownLine.Part], isList: Bool) {
    var codes: [String] = []
    var around = ""
    var whole = ""
    for part in parts {
      switch part {
      case .comment: continue
      case .code(let text):
        codes.append(text)
        whole += text
      case .text(let text):
        let lines = Self.dividingLines(text)
        around += lines
        whole += Self.unescaped(lines)
      }
    }
    if around.contains("`") {
      self = .unclear
    } else if !codes.isEmpty, around.allSatisfy({ $0.isWhitespace || $0 == "," || $0 == ";" }) {
      self = .entries(codes)
    } else {
      self.init(plain: whole.trimmed, isList: isList)
    }
  }

  private init(plain text: String, isList: Bool) {
    guard let text = Self.withoutEmphasis(text) else {
      self = .unclear
      return
    }
    switch text.lowercased() {
    case "", "–", "-", "not known yet": self = .unknown
    case "none": self = .entries([])
    default:
      let entries = isList ? text.split { $0 == "," || $0.isNewline }.map(\.trimmed).filter { !$0.isEmpty } : [text]
      self = .entries(entries)
    }
  }

  /// The lines of a cell, which are divided by `<br>`.
  private static func dividingLines(_ text: String) -> String {
    ["<br>", "<br/>", "<br />", "<BR>"].reduce(text) { $0.replacing($1, with: "\n") }
  }

  /// The text without the stars or strokes around it; nil where they stand on one side alone.
  private static func withoutEmphasis(_ text: String) -> String? {
    guard let mark = text.first, mark == "_" || mark == "*" else { return linked(text) }
    let length = text.prefix { $0 == mark }.count
    guard text.count > 2 * length, text.suffix(length).allSatisfy({ $0 == mark }) else { return nil }
    return linked(text.dropFirst(length).dropLast(length).trimmed)
  }

  /// What editors make of a bare address: `<address>`, or a link that shows its own address.
  private static func linked(_ text: String) -> String {
    if text.hasPrefix("<"), text.hasSuffix(">"), text.contains("://") || text.contains("@") {
      return String(text.dropFirst().dropLast())
    }
    let halves = text.split(separator: "](", omittingEmptySubsequences: false)
    if halves.count == 2, text.hasPrefix("["), text.hasSuffix(")") {
      let (title, address) = (halves[0].dropFirst(), halves[1].dropLast())
      if title == address || "mailto:\(title)" == address { return String(title) }
    }
    return text
  }

  /// Text without the backslashes before punctuation.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped || character != "\\" {
        if isEscaped, !(character.isPunctuation || character.isSymbol) { result.append("\\") }
        result.append(character)
        isEscaped = false
      } else {
        isEscaped = true
      }
    }
    return isEscaped ? result + "\\" : result
  }
}
