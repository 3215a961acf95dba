/// Draws frames over each other. What it writes besides the text is: carriage return and line feed, the cursor so many
/// lines up or columns to the right, and the erasing of the rest of a line or of all that follows. Nothing depends on where
/// on the screen the frame stands, and nothing above it is touched.
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
    var text = toTop
    for (index, line) in frame.lines.enumerated() {
      text += (index > 0 ? "\r\n" : "") + line.painted(appearance) + "\u{1B}[K"
    }
    // What stands below belongs to the frame before.
    if let shown, shown.lines.count > frame.lines.count { text += "\u{1B}[J" }
    text += Painter.up(frame.lines.count - 1 - frame.row) + "\r"
    if frame.column > 0 { text += "\u{1B}[\(frame.column)C" }
    shown = frame
    return text
  }

  /// What takes the frame away, the cursor where it began.
  mutating func erase() -> String {
    guard shown != nil else { return "" }
    let text = toTop + "\u{1B}[J"
    shown = nil
    return text
  }

  /// What leaves the frame standing, the cursor at the beginning of the line below it.
  mutating func leave() -> String {
    guard let frame = shown else { return "" }
    shown = nil
    let below = frame.lines.count - 1 - frame.row
    return (below > 0 ? "\u{1B}[\(below)B" : "") + "\r\n"
  }

  /// What takes away a frame that a terminal of another width has broken into more lines than it had.
  mutating func erase(brokenAt columns: Int) -> String {
    guard let frame = shown, columns > 0 else { return erase() }
    shown = nil
    let above = frame.lines.prefix(frame.row).reduce(0) { rows, line in
      rows + max(1, (line.columns(for: appearance) + columns - 1) / columns)
    }
    return Painter.up(above + frame.column / columns) + "\r\u{1B}[J"
  }

  /// What clears the whole screen.
  mutating func clearScreen() -> String {
    shown = nil
    return "\u{1B}[H\u{1B}[2J"
  }

  private var toTop: String {
    Painter.up(shown?.row ?? 0) + "\r"
  }

  private static func up(_ rows: Int) -> String {
    rows > 0 ? "\u{1B}[\(rows)A" : ""
  }
}
