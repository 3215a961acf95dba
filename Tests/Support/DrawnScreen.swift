import Console

/// What stands on a terminal's screen after it was sent something: as much of a terminal as our own sequences need. All
/// others are kept as unknown, for there must be none.
public struct DrawnScreen {
  /// The window's width.
  public private(set) var columns: Int
  /// The window's height.
  public private(set) var rows: Int
  private var cells: [[String]] = [[]]
  /// The rows whose text went on at the next one because they were full.
  private var runOn: Set<Int> = []
  /// The row that the cursor stands in, from the first one that was ever written.
  public private(set) var row = 0
  /// The column that the cursor stands in.
  public private(set) var column = 0
  /// What the terminal was asked to put into the clipboard, in base64, by OSC 52.
  public private(set) var copies: [String] = []
  /// What no sequence of ours is.
  public private(set) var unknown: [String] = []
  /// How often text went on at the next row because the row was full.
  public private(set) var wraps = 0
  /// Whether the terminal was asked to mark what is pasted.
  public private(set) var marksPastes = false

  /// A screen on which a text was written.
  public init(columns: Int, rows: Int = 24, _ text: String = "") {
    self.columns = columns
    self.rows = rows
    write(text)
  }

  /// The rows, without the blanks at their ends, down to the last one that holds something.
  public var lines: [String] { last(cells.count) }

  /// The last rows of these, of so many that the cursor has reached.
  public func last(_ count: Int) -> [String] {
    var lines = cells.suffix(count).map { cells in
      var line = cells.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The lines as they are copied with the mouse: rows that run on are one.
  public var copied: [String] {
    var lines: [String] = []
    for (index, line) in self.lines.enumerated() {
      if runOn.contains(index - 1) { lines[lines.count - 1] += line } else { lines.append(line) }
    }
    return lines
  }

  /// What of it the window shows.
  public var visible: [String] { Array(lines.dropFirst(max(0, cells.count - rows))) }

  /// Another size of the window. The rows are broken anew, as most terminals do, and the cursor stays at its character.
  public mutating func resize(columns: Int, rows: Int) {
    var lines: [[String]] = []
    var cursor = (line: 0, column: 0)
    for (index, row) in cells.enumerated() {
      if runOn.contains(index - 1) { lines[lines.count - 1] += row } else { lines.append(row) }
      if index == self.row { cursor = (lines.count - 1, lines[lines.count - 1].count - row.count + column) }
    }
    (self.columns, self.rows, cells, runOn) = (columns, rows, [], [])
    for (index, line) in lines.enumerated() {
      var rest = line[...]
      while rest.last == " " { rest.removeLast() }
      let top = cells.count
      repeat {
        var end = min(columns, rest.count)
        // The second half of a wide character goes with the first.
        if end < rest.count, rest[rest.startIndex + end] == "" { end -= 1 }
        cells.append(Array(rest.prefix(end)))
        rest = rest.dropFirst(end)
        if !rest.isEmpty { runOn.insert(cells.count - 1) }
      } while !rest.isEmpty
      if index == cursor.line { (row, column) = (top + cursor.column / columns, cursor.column % columns) }
    }
    move(to: row)
  }

  /// Takes what the terminal is sent.
  public mutating func write(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      switch scalar {
      case "\u{1B}": takeSequence(&rest)
      case "\r":
        column = 0
        rest.removeFirst()
      // The line discipline puts a carriage return before it.
      case "\n":
        move(to: row + 1)
        column = 0
        rest.removeFirst()
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        unknown.append(String(scalar))
        rest.removeFirst()
      default:
        let run = rest.prefix { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        for character in String(run) { put(character) }
        rest = rest[run.endIndex...]
      }
    }
  }

  private mutating func put(_ character: Character) {
    let width = DisplayWidth.columns(of: String(character))
    if column + width > columns {
      wraps += 1
      runOn.insert(row)
      move(to: row + 1)
      column = 0
    }
    while cells[row].count < column + width { cells[row].append(" ") }
    if width == 0, column > 0 { cells[row][column - 1] += String(character) }
    for offset in 0..<width { cells[row][column + offset] = offset == 0 ? String(character) : "" }
    column += width
  }

  private mutating func takeSequence(_ rest: inout Substring.UnicodeScalarView) {
    let start = rest
    rest.removeFirst()
    let clipboard = "]52;c;".unicodeScalars
    if rest.starts(with: clipboard) {
      copies.append(String(rest.dropFirst(clipboard.count).prefix { $0 != "\u{7}" && $0 != "\u{1B}" }))
      rest = rest.drop { $0 != "\u{7}" && $0 != "\u{1B}" }
      rest = rest.dropFirst(rest.first == "\u{7}" ? 1 : 2)
      return
    }
    guard rest.first == "[" else {
      unknown.append(String(start.prefix(4)))
      return
    }
    rest.removeFirst()
    let parameters = String(rest.prefix { (0x30...0x3F).contains($0.value) })
    rest.removeFirst(parameters.unicodeScalars.count)
    let final = rest.popFirst()
    let number = Int(parameters) ?? 1
    switch final {
    case "A": row = max(row - number, max(0, cells.count - rows))
    case "B": move(to: min(row + number, cells.count - 1))
    case "C": column = min(column + number, columns - 1)
    case "H": (row, column) = (max(0, cells.count - rows), 0)
    case "K":
      cells[row] = Array(cells[row].prefix(column))
      runOn.remove(row)
    case "J" where parameters == "2": for index in max(0, cells.count - rows)..<cells.count { cells[index] = [] }
    case "J":
      cells[row] = Array(cells[row].prefix(column))
      cells.removeLast(cells.count - 1 - row)
      runOn = runOn.filter { $0 < row }
    case "m": break
    case "h" where parameters == "?2004": marksPastes = true
    case "l" where parameters == "?2004": marksPastes = false
    default: unknown.append("[" + parameters + (final.map { String($0) } ?? ""))
    }
  }

  private mutating func move(to newRow: Int) {
    row = newRow
    while cells.count <= row { cells.append([]) }
  }
}
