extension Picker {
  /// How the list looks: the question and what was typed, the choices around the marked one, and what is left out.
  public func frame(columns: Int, rows: Int, appearance: Appearance) -> Frame {
    let edge = max(columns - 1, 1)
    var frame = heading(edge: edge, appearance: appearance)
    let listed = listed
    var below = (notice ?? commandList)?.folded(to: edge, for: appearance) ?? []
    let room = rows - frame.lines.count - below.count
    let needsCount = !filter.isEmpty || listed.count > room
    let counted = needsCount ? count(listed.count).folded(to: edge, for: appearance) : []
    let height = min(listed.count, max(room - counted.count, 1))
    let top = min(max(marked - height / 2, 0), listed.count - height)
    for (place, entry) in listed.enumerated().dropFirst(top).prefix(height) {
      frame.lines.append(line(entry, isMarked: place == marked, appearance: appearance).cut(to: edge, for: appearance))
    }
    below = counted + below
    frame.lines += below
    return frame.fitted(columns: columns, rows: rows, appearance: appearance)
  }

  private func heading(edge: Int, appearance: Appearance) -> Frame {
    let label = question + ": "
    let width = label.columns(for: appearance)
    let sharesLine = CellWindow.sharesLine(label: width, edge: edge)
    let window = CellWindow(
      before: filter[...], after: "", columns: edge - (sharesLine ? width : 2), appearance: appearance)
    if sharesLine {
      return Frame(lines: [label + window.text], row: 0, column: width + window.cursor)
    }
    let lines = label.folded(to: edge, for: appearance)
    return Frame(lines: lines + ["> " + window.text], row: lines.count, column: 2 + window.cursor)
  }

  private func line(_ entry: Listed, isMarked: Bool, appearance: Appearance) -> StyledText {
    let choice = choices[entry.index]
    let mark = Mark.current.sign(in: appearance.decoration)
    let margin = isMarked ? mark + " " : String(repeating: " ", count: mark.count + 1)
    var line = StyledText(ours: margin) + title(choice.label, positions: entry.positions, isMarked: isMarked)
    if entry.index == current { line += .quiet(" (current)") }
    if !choice.detail.isEmpty { line += .quiet("  \(untrusted: choice.detail)") }
    return line
  }

  /// The title, the letters that the filter found set off from the others. Each part is made safe by itself: a mark that
  /// belongs to the letter before it never stands alone, for a letter is never divided.
  private func title(_ title: String, positions: [Int], isMarked: Bool) -> StyledText {
    var text = StyledText.empty
    var part = ""
    var isFound = false
    let found = Set(positions)
    func finish() {
      let styled = StyledText("\(untrusted: part)")
      text += isFound ? .command(styled) : isMarked ? .strong(styled) : styled
      part = ""
    }
    for (index, character) in title.enumerated() {
      if found.contains(index) != isFound {
        finish()
        isFound.toggle()
      }
      part.append(character)
    }
    finish()
    return text
  }

  private func count(_ listed: Int) -> StyledText {
    if listed == 0, asksToLeave { return .quiet("Enter leaves") }
    if listed == 0, let otherwise, !filter.isEmpty { return .quiet("Enter takes it as \(otherwise)") }
    if listed == 0 { return .quiet("none of \(choices.count) fits what was typed") }
    return filter.isEmpty
      ? .quiet("\(marked + 1) of \(choices.count)") : .quiet("\(listed) of \(choices.count) fit what was typed")
  }
}
