import Playbook
import Setup

/// Reads a checklist line by line.
struct ChecklistReader {
  /// What the document says it is.
  struct Header: Equatable {
    let provider: String
    let flow: String
  }
  /// What the document was made from.
  struct Origin: Equatable {
    let name: String
    let mark: JournalMark
    var line: String { "\(name) \(mark.events) \(mark.digest)" }
  }

  /// What was found so far.
  var content = EditedChecklist.Content()
  private(set) var headers: [Header] = []
  private(set) var origins: [Origin] = []
  private(set) var isNewer = false

  /// The step below whose line the reader is.
  private var step: String?
  /// Whether the line before belongs to a note.
  private var isInNote = false
  private var block: (sign: Character, length: Int, indent: Int, line: Int)?
  /// The line at hand, counted from 1.
  private(set) var number = 0

  /// Reads all of a document, whatever its line ends are.
  mutating func read(_ text: String) {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    for line in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
    {
      number += 1
      take(line)
    }
    if let block { content.strays.append(Stray(.openBlock, line: block.line)) }
  }

  private mutating func take(_ line: Substring) {
    let indent = line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    let body = line.trimmed
    if isCode(body, indent: indent) { return }
    if body.isEmpty {
      isInNote = false
    } else if body.hasPrefix("|") {
      isInNote = false
      takeRow(body)
    } else if body.contains("<!--"), Self.note(in: ListItem(body).text) == nil {
      // A note was excluded: it is one whatever stands in it.
      let line = MarkdownLine(body)
      let isOurs = line.comments.contains { HiddenMark($0) != .other } || Self.isCut(line)
      if isOurs { takeMarked(line, body) } else { takePlain(body, indent: indent) }
    } else {
      takePlain(body, indent: indent)
    }
  }

  /// Whether a line belongs to a block of code. As in CommonMark a block in an item of a list ends with the item.
  private mutating func isCode(_ body: String, indent: Int) -> Bool {
    let sign = body.first ?? " "
    let length = sign == "`" || sign == "~" ? body.prefix { $0 == sign }.count : 0
    if let open = block {
      if open.indent >= 2, indent < 2, !body.isEmpty {
        block = nil
      } else {
        if sign == open.sign, length >= open.length, length == body.count { block = nil }
        return true
      }
    }
    guard length >= 3, sign == "~" || !body.dropFirst(length).contains("`") else { return false }
    block = (sign, length, indent, number)
    isInNote = false
    return true
  }

  // MARK: Lines with marks

  private mutating func takeMarked(_ line: MarkdownLine, _ body: String) {
    isInNote = false
    for comment in line.comments {
      switch HiddenMark(comment) {
      case .header(let words): takeHeader(words)
      case .origin(let origin): origins.append(origin)
      case .step(let id):
        step = id
        content.boxes.append(.init(step: id, tick: Self.tick(of: body), line: number))
      case .value(let key): takeValue(key, in: line)
      case .damaged: content.strays.append(Stray(.mark, line: number))
      case .wish, .secret, .end, .other: break
      }
    }
    if Self.isCut(line) {
      content.strays.append(Stray(.mark, line: number))
      step = nil
    }
  }

  /// Whether a mark was cut in two, so that it is no comment any more.
  private static func isCut(_ line: MarkdownLine) -> Bool {
    ["<!-- step", "<!-- value", "<!-- wish"].contains(where: line.text.contains)
  }

  private mutating func takeHeader(_ words: [String]) {
    guard words.count == 4, words[0] == "signpost.checklist/v1" else {
      isNewer = isNewer || words.first != "signpost.checklist/v1"
      return
    }
    headers.append(Header(provider: words[1], flow: words[2]))
  }

  /// What is in the box at the beginning of a line.
  private static func tick(of body: String) -> EditedChecklist.Content.Tick {
    let item = ListItem(body)
    guard item.isItem, item.text.hasPrefix("["), let end = item.text.firstIndex(of: "]") else { return .missing }
    let inside = item.text[..<end].dropFirst()
    guard inside.count <= 3 else { return .missing }
    switch inside.trimmed {
    case "": return .open
    case "x", "X": return .ticked
    default: return .unclear
    }
  }

  /// What stands between a value's mark and the mark of its end.
  private mutating func takeValue(_ key: String, in line: MarkdownLine) {
    guard let start = line.parts.firstIndex(where: { $0.mark == .value(key) }) else { return }
    let rest = line.parts[(start + 1)...]
    let end = rest.firstIndex { $0.mark == .end }
    let parts = Array(rest[..<(end ?? rest.endIndex)])
    let written = end == nil ? .unclear : WrittenValue(parts, isList: Self.isList(key))
    content.values.append(.init(key: key, step: step, written: written, line: number))
  }

  static func isList(_ key: String) -> Bool { FactKey(rawValue: key)?.definition.kind.isList ?? false }

  // MARK: Notes

  private mutating func takePlain(_ body: String, indent: Int) {
    let item = ListItem(body)
    let isQuotedOn = isInNote && body.hasPrefix(">") && !Self.isNamed(body)
    if !isQuotedOn, let text = Self.note(in: item.text) {
      isInNote = !text.isEmpty
      if !text.isEmpty { content.notes.append(.init(step: step, text: text, line: number)) }
    } else if isInNote, !item.isItem, !body.hasPrefix("#"), !content.notes.isEmpty {
      content.notes[content.notes.count - 1].text += " " + (body.hasPrefix(">") ? body.dropFirst().trimmed : body)
    } else {
      isInNote = false
      // An item of the outermost list that has no mark, or a heading, is the end of the step above it.
      if indent < 2, item.isItem || body.hasPrefix("#") { step = nil }
      if let step { content.others.append(.init(step: step, text: item.text, line: number)) }
    }
  }

  /// The text of a note: what follows `Note:` or `>`; nil where the line begins none.
  private static func note(in text: String) -> String? {
    let body = text.hasPrefix(">") ? text.dropFirst().trimmed : text
    if isNamed(text), let colon = body.firstIndex(of: ":") {
      return body[colon...].dropFirst().drop { $0 == "*" || $0 == "_" }.trimmed
    }
    return text.hasPrefix(">") ? body : nil
  }

  /// Whether a line, quoted or not, begins with `Note:`.
  private static func isNamed(_ text: String) -> Bool {
    let body = text.hasPrefix(">") ? text.dropFirst().trimmed : text
    return body.prefix(12).filter { $0 != "*" && $0 != "_" }.lowercased().hasPrefix("note:")
  }
}
