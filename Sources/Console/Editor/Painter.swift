/// Draws frames over each other, and of each only the lines that are new. What it writes besides the text is: carriage
/// return and line feed, the cursor so many lines up or down or columns to the right, and the erasing of the rest of a line
/// or of all that follows. Nothing depends on where on the screen the frame stands, and nothing above it is touched.
struct Painter {
  static let startsPasteMarks = "\u{1B}[?2004h"
  static let endsPasteMarks = "\u{1B}[?2004l"

  private let appearance: Appearance
  private var shown: Frame?

  init(appearance: Appearance) {
    self.appearance = appearance
  }

  /// What draws a frame in the place of the one before, the cursor where the frame has it.
  mutating func draw(_ frame: Frame) -> String {
    guard frame != shown else { return "" }
    var cursor = Cursor(row: shown?.row ?? 0, last: max((shown?.lines.count ?? 1) - 1, 0))
    var text = ""
    var index = 0
    while index < frame.lines.count {
      let end = frame.end(from: index)
      if shown?.shows(frame, index...end) != true {
        text += cursor.move(to: index) + frame.lines[index...end].map { $0.painted(appearance) }.joined()
        // A line that runs on fills its row, and behind a full row the cursor may stand on its last character.
        text += "\u{1B}[K"
        cursor.wrote(to: end)
      }
      index = end + 1
    }
    // What stands below belongs to the frame before.
    if let shown, shown.lines.count > frame.lines.count {
      text += cursor.move(to: frame.lines.count) + "\u{1B}[J"
    }
    text += cursor.move(to: frame.row)
    if frame.column > 0 { text += "\u{1B}[\(frame.column)C" }
    shown = frame
    return text
  }

  /// What takes the frame away, the cursor where it began.
  mutating func erase() -> String {
    guard let frame = shown else { return "" }
    shown = nil
    return Painter.erase(up: frame.row, isLower: frame.lines.count > 1)
  }

  /// What leaves the frame standing, the cursor at the beginning of the line below it.
  mutating func leave() -> String {
    guard let frame = shown else { return "" }
    shown = nil
    let below = frame.lines.count - 1 - frame.row
    return (below > 0 ? "\u{1B}[\(below)B" : "") + "\r\n"
  }

  /// What takes away as much of the frame as may still stand there after others wrote to the terminal: what is above the
  /// cursor may be theirs.
  mutating func abandon() -> String {
    guard shown != nil else { return "" }
    shown = nil
    return "\r\u{1B}[J"
  }

  /// What takes away a frame that a terminal of another width has broken into other lines than it had.
  mutating func erase(brokenAt columns: Int) -> String {
    guard let frame = shown, columns > 0 else { return erase() }
    shown = nil
    var above = 0
    var index = 0
    while index < frame.row {
      let end = frame.end(from: index)
      let width = frame.lines[index...end].reduce(0) { $0 + $1.columns(for: appearance) }
      above += max(1, (width + columns - 1) / columns)
      index = end + 1
    }
    let rows = above + frame.column / columns
    return Painter.erase(up: rows, isLower: rows > 0)
  }

  /// What clears the whole screen.
  mutating func clearScreen() -> String {
    shown = nil
    return "\u{1B}[H\u{1B}[2J"
  }

  /// What takes away all from so many rows above the cursor on. Of what is erased from the top of the window on tmux
  /// keeps a copy above it, so that the first row is erased by itself, where there is a row below it.
  private static func erase(up rows: Int, isLower: Bool) -> String {
    up(rows) + (isLower ? "\r\u{1B}[K\u{1B}[1B\u{1B}[J\u{1B}[1A" : "\r\u{1B}[J")
  }

  fileprivate static func up(_ rows: Int) -> String {
    rows > 0 ? "\u{1B}[\(rows)A" : ""
  }
}

/// Where the cursor is while a frame is drawn.
private struct Cursor {
  private(set) var row: Int
  /// The lowest row that is there; a line feed makes another one.
  private var last: Int

  init(row: Int, last: Int) {
    self.row = row
    self.last = last
  }

  /// What moves it to the beginning of a row.
  mutating func move(to target: Int) -> String {
    defer { wrote(to: target) }
    guard target > row else { return Painter.up(row - target) + "\r" }
    let down = min(target, last) - row
    return (down > 0 ? "\u{1B}[\(down)B\r" : "") + String(repeating: "\r\n", count: target - row - max(down, 0))
  }

  /// Text took it to that row.
  mutating func wrote(to target: Int) {
    row = target
    last = max(last, target)
  }
}

extension Frame {
  /// Whether these lines of another frame are the same in this one.
  fileprivate func shows(_ other: Frame, _ range: ClosedRange<Int>) -> Bool {
    guard range.upperBound < lines.count, end(from: range.lowerBound) == range.upperBound else { return false }
    return lines[range] == other.lines[range]
  }
}
