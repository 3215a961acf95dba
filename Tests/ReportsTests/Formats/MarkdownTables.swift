/// The tables of a Markdown document, as GitHub's dialect has them, and what in a cell a renderer would act upon.
enum MarkdownTables {
  /// The rows of each table without its two head lines, each row as its cells.
  static func rows(in text: String) -> [[[String]]] {
    var tables: [[[String]]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        isInside = false
        continue
      }
      if !isInside { tables.append([]) }
      isInside = true
      tables[tables.count - 1].append(cells(of: line))
    }
    return tables.map { Array($0.dropFirst(2)) }
  }

  /// The cells of a row: a stroke ends a cell unless a backslash stands before it, also in code.
  ///
  /// Renderers differ in whether the backslash may itself be escaped; the row has to be the same for both kinds.
  static func cells(of line: Substring) -> [String] {
    let readings = [false, true].map { minds in cells(of: Array(line.unicodeScalars), mindsParity: minds) }
    return readings[0] == readings[1] ? readings[0] : ["renderers differ"]
  }

  private static func cells(of line: [Unicode.Scalar], mindsParity: Bool) -> [String] {
    var cells: [String.UnicodeScalarView] = [.init()]
    var backslashes = 0
    for scalar in line {
      let isEscaped = mindsParity ? !backslashes.isMultiple(of: 2) : backslashes > 0
      backslashes = scalar == "\\" ? backslashes + 1 : 0
      if scalar == "|", !isEscaped { cells.append(.init()) } else { cells[cells.count - 1].append(scalar) }
    }
    // What stands before the first stroke and behind the last is no cell.
    return cells.dropFirst().dropLast().map { String($0) }
  }

  /// What a renderer may act upon in a cell: everything but code, backslashed signs, and a link to a page of the web.
  static func activeText(in cell: String) -> String {
    var rest = Array(cell.unicodeScalars)[...]
    var kept = String.UnicodeScalarView()
    while let first = rest.first {
      if first == "\\" {
        rest = rest.dropFirst(2)
      } else if first == "`" {
        let length = rest.prefix { $0 == "`" }.count
        let end = closing(length, in: rest.dropFirst(length))
        rest = end.map { rest[$0...] } ?? rest.dropFirst(length)
        if end == nil { kept.append("`") }
      } else if first == "[", let link = link(at: rest) {
        rest = rest.dropFirst(link)
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(kept)
  }

  /// Behind the next run of exactly so many backquotes.
  private static func closing(_ length: Int, in text: ArraySlice<Unicode.Scalar>) -> Int? {
    var place = text.startIndex
    while place < text.endIndex {
      let run = text[place...].prefix { $0 == "`" }.count
      if run == length { return place + run }
      place += max(1, run)
    }
    return nil
  }

  /// The length of `[KEY009](https://…)`.
  private static func link(at text: ArraySlice<Unicode.Scalar>) -> Int? {
    let name = text.dropFirst().prefix {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
    let rest = text.dropFirst(1 + name.count)
    guard !name.isEmpty, rest.starts(with: "](https://".unicodeScalars),
      let end = rest.firstIndex(of: ")"), !rest[..<end].contains(" ")
    else { return nil }
    return end + 1 - text.startIndex
  }
}
