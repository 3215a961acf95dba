/// What stands on the screen, line by line, and where the cursor is.
public struct Frame: Sendable, Equatable {
  /// The lines, from the top; never none.
  public var lines: [StyledText]
  /// The line that the cursor stands in, from 0.
  public var row: Int
  /// The column that the cursor stands in, from 0.
  public var column: Int
  /// The lines that are full and whose text goes on in the next one. The cursor stands in none of them.
  var runningOn: Set<Int> = []

  /// The frame cut to a window. The last column stays free, because a terminal that has written it may or may not have
  /// begun the next line. Where there are too many lines, those below the cursor go first.
  func fitted(columns: Int, rows: Int, appearance: Appearance) -> Frame {
    let edge = max(columns - 1, 1)
    var fitted = self
    if fitted.lines.isEmpty { fitted.lines = [.empty] }
    fitted.row = min(max(row, 0), fitted.lines.count - 1)
    let most = max(rows, 1)
    let surplus = fitted.lines.count - most
    if surplus > 0 { fitted.lines.removeLast(min(surplus, fitted.lines.count - 1 - fitted.row)) }
    if fitted.lines.count > most {
      fitted.row -= fitted.lines.count - most
      fitted.lines.removeFirst(fitted.lines.count - most)
    }
    fitted.lines = fitted.lines.map { $0.cut(to: edge, for: appearance) }
    fitted.column = min(max(column, 0), edge)
    return fitted
  }
}

extension Frame {
  init(rows: [Row], row: Int, column: Int) {
    self.init(lines: rows.map(\.text), row: row, column: column)
    for (index, row) in rows.enumerated() where row.goesOn { runningOn.insert(index) }
  }

  /// The last of the lines that are one line, for the text of each goes on in the next.
  func end(from index: Int) -> Int {
    var end = index
    while runningOn.contains(end), end + 1 < lines.count { end += 1 }
    return end
  }
}
