/// One character of what is edited, as it is shown.
struct Cell: Equatable {
  let text: String
  let columns: Int

  /// What a terminal would obey, or would not show, becomes an escape, as everywhere.
  init(_ character: Character, in appearance: Appearance) {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      text = String(character)
      columns = 1
    } else {
      let shown = appearance.text.spelled(foreign: SafeText(String(character)).text)
      // What takes no room of its own, such as a vowel sign without its syllable, could not be seen before the cursor.
      let isSeen = shown.unicodeScalars.first.map { DisplayWidth.columns(of: $0) > 0 } ?? true
      text = isSeen ? shown : character.unicodeScalars.map { SafeText.escape($0) }.joined()
      columns = DisplayWidth.columns(of: text)
    }
  }
}

/// The part of a line around the cursor that fits into so many columns. Only as much of the line is looked at as can be
/// shown, so that a line of any length costs the same.
struct CellWindow {
  private(set) var before: [Cell] = []
  private(set) var after: [Cell] = []
  /// Whether something is left out at this end; a sign of one column says so.
  private(set) var isCutAtStart = false
  private(set) var isCutAtEnd = false

  init(before: Substring, after: Substring, columns: Int, appearance: Appearance) {
    let (back, isAllBefore) = CellWindow.cells(before.reversed(), upTo: columns, appearance)
    let (front, isAllAfter) = CellWindow.cells(after, upTo: columns, appearance)
    if isAllBefore, isAllAfter, back.columns + front.columns <= columns {
      (self.before, self.after) = (back.reversed(), front)
      return
    }
    // A quarter of the line shows what follows the cursor, and more where less stands before it.
    let forBack = max(back.columns, isAllBefore ? 0 : 1)
    let forFront = min(isAllAfter ? front.columns : columns, max(columns / 4, columns - forBack))
    (self.before, isCutAtStart) = CellWindow.fitting(back, isAll: isAllBefore, columns: columns - forFront)
    self.before.reverse()
    let left = columns - self.before.columns - (isCutAtStart ? 1 : 0)
    (self.after, isCutAtEnd) = CellWindow.fitting(front, isAll: isAllAfter, columns: left)
  }

  /// The columns before the cursor.
  var cursor: Int { before.columns + (isCutAtStart ? 1 : 0) }

  var text: StyledText {
    var text = StyledText.empty
    if isCutAtStart { text += .quiet("<") }
    text += StyledText(runs: [.init(content: .foreign((before + after).map(\.text).joined()))])
    if isCutAtEnd { text += .quiet(">") }
    return text
  }

  private static func cells(
    _ characters: some Sequence<Character>, upTo columns: Int, _ appearance: Appearance
  ) -> (cells: [Cell], isAll: Bool) {
    var cells: [Cell] = []
    var total = 0
    for character in characters {
      let cell = Cell(character, in: appearance)
      guard total + cell.columns <= columns else { return (cells, false) }
      total += cell.columns
      cells.append(cell)
    }
    return (cells, true)
  }

  /// As many of the cells as fit, and whether the sign for the others takes a column.
  private static func fitting(_ cells: [Cell], isAll: Bool, columns: Int) -> (cells: [Cell], isCut: Bool) {
    if isAll, cells.columns <= columns { return (cells, false) }
    guard columns > 0 else { return ([], false) }
    var fitting: [Cell] = []
    var total = 0
    for cell in cells {
      guard total + cell.columns <= columns - 1 else { break }
      total += cell.columns
      fitting.append(cell)
    }
    return (fitting, true)
  }
}

extension [Cell] {
  var columns: Int { reduce(0) { $0 + $1.columns } }
}
