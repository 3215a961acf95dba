import Setup

extension ChecklistReader {
  /// A row of a table: its first cell has the mark.
  mutating func takeRow(_ body: String) {
    guard body.contains("<!--") else { return }
    let cells = Self.cells(of: body)
    guard let first = cells.cells.first else { return }
    let line = MarkdownLine(first)
    guard let mark = line.comments.map(HiddenMark.init).first else {
      if line.text.contains("<!--") { content.strays.append(Stray(.mark, line: number)) }
      return
    }
    let count = cells.cells.count
    switch mark {
    case .value(let key):
      let written: WrittenValue =
        cells.isWhole && count == 4
        ? WrittenValue(MarkdownLine(cells.cells[3]).parts, isList: Self.isList(key)) : .unclear
      content.values.append(.init(key: key, step: nil, written: written, line: number))
    case .wish(let wish):
      let text = cells.isWhole && count == 2 ? cells.cells[1].trimmed.lowercased() : "?"
      content.answers.append(.init(wish: wish, text: text, line: number))
    case .secret(let secret):
      guard cells.isWhole else { return content.strays.append(Stray(.mark, line: number)) }
      content.secrets.append(.init(secret: secret, text: cells.cells.dropFirst(3).joined(separator: "|"), line: number))
    case .damaged: content.strays.append(Stray(.mark, line: number))
    case .header, .origin, .step, .end, .other: break
    }
  }

  /// The cells of a row, and whether it has its end. A `|` behind a backslash ends none, even in code.
  private static func cells(of body: String) -> (cells: [String], isWhole: Bool) {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in body.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell.trimmed)
        cell = ""
      } else if character == "|" {
        cell.removeLast()
        cell.append(character)
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return (cell.trimmed.isEmpty ? cells : cells + [cell], cell.trimmed.isEmpty)
  }
}
