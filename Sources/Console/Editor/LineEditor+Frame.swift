extension LineEditor {
  /// How many lines of a passage are shown around the cursor.
  private static let mostLines = 5

  /// How the editor looks: the question, the part of the text around the cursor, and below it what the last key told.
  public func frame(columns: Int, rows: Int, appearance: Appearance) -> Frame {
    let edge = max(columns - 1, 1)
    var frame: Frame
    if settings.isMasked {
      frame = withLabel(.empty, cursor: 0, edge: edge, appearance: appearance)
    } else if edited.hasLines {
      frame = passage(edge: edge, rows: rows, appearance: appearance)
    } else {
      frame = line(edge: edge, appearance: appearance)
    }
    frame.lines += below(edge: edge, rows: max(rows - frame.lines.count, 1), appearance: appearance)
    return frame.fitted(columns: columns, rows: rows, appearance: appearance)
  }

  private func line(edge: Int, appearance: Appearance) -> Frame {
    let width = settings.label.columns(for: appearance)
    let sharesLine = CellWindow.sharesLine(label: width, edge: edge)
    let window = CellWindow(
      before: edited.before[...], after: edited.after[...], columns: edge - (sharesLine ? width : 2),
      appearance: appearance)
    return withLabel(window.text, cursor: window.cursor, edge: edge, appearance: appearance)
  }

  /// The label and the text behind it, or below it where that leaves the text no room.
  private func withLabel(_ text: StyledText, cursor: Int, edge: Int, appearance: Appearance) -> Frame {
    let width = settings.label.columns(for: appearance)
    if CellWindow.sharesLine(label: width, edge: edge) {
      return Frame(lines: [settings.label + text], row: 0, column: width + cursor)
    }
    let label = settings.label.folded(to: edge, for: appearance)
    return Frame(lines: label + ["> " + text], row: label.count, column: 2 + cursor)
  }

  private func passage(edge: Int, rows: Int, appearance: Appearance) -> Frame {
    let above = edited.before.lines
    let below = edited.after.lines
    let count = above.count + below.count - 1
    let row = above.count - 1
    var lines = (settings.label + .quiet("(\(count) lines)")).folded(to: edge, for: appearance)
    let height = min(count, Self.mostLines, max(rows - lines.count, 1))
    let top = min(max(row - height / 2, 0), count - height)
    let margin: StyledText = .quiet("\(mark: .bar) ")
    let start = margin.columns(for: appearance)
    var frame = Frame(lines: [], row: 0, column: 0)
    for index in top..<top + height {
      let window: CellWindow
      if index == row {
        window = CellWindow(
          before: above[row], after: below[0], columns: edge - start, appearance: appearance)
        frame.row = lines.count
        frame.column = start + window.cursor
      } else {
        let line = index < row ? above[index] : below[index - row]
        window = CellWindow(before: "", after: line, columns: edge - start, appearance: appearance)
      }
      lines.append(margin + window.text)
    }
    frame.lines = lines
    return frame
  }

  private func below(edge: Int, rows: Int, appearance: Appearance) -> [StyledText] {
    if commandKeys.isOpen { return commandKeys.list.folded(to: edge, for: appearance) }
    switch notice {
    case .remark(let text): return text.folded(to: edge, for: appearance)
    case .candidates(let candidates):
      return candidates.listed(columns: edge, rows: min(rows, 8), appearance: appearance)
    case nil: return []
    }
  }
}

extension CellWindow {
  /// Whether a label of so many columns leaves room for text on its line.
  static func sharesLine(label: Int, edge: Int) -> Bool {
    label == 0 || label + min(24, edge / 2) <= edge
  }
}

extension String {
  /// The lines of the text, found by bytes: a passage may have a great many.
  fileprivate var lines: [Substring] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
  }
}
