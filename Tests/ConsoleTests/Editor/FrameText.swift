@testable import Console

extension Frame {
  /// The frame as a picture: its lines between bars as wide as the window, and `^` below the cursor.
  func picture(columns: Int, appearance: Appearance) -> String {
    var lines: [String] = []
    for (index, line) in self.lines.enumerated() {
      let text = line.painted(appearance)
      let blanks = max(0, columns - DisplayWidth.columns(of: text))
      lines.append("|" + text + String(repeating: " ", count: blanks) + "|")
      if index == row { lines.append(" " + String(repeating: " ", count: column) + "^") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is wrong with the frame for a window of that size; empty where nothing is.
  func faults(columns: Int, rows: Int, appearance: Appearance) -> [String] {
    var faults: [String] = []
    if lines.isEmpty || lines.count > rows { faults.append("\(lines.count) lines") }
    if !lines.indices.contains(row) { faults.append("cursor in row \(row) of \(lines.count)") }
    if column < 0 || column >= columns { faults.append("cursor in column \(column)") }
    for line in lines {
      let text = line.painted(appearance)
      if DisplayWidth.columns(of: text) >= columns { faults.append("too wide: \(text)") }
      if text.unicodeScalars.contains(where: { [.control, .format].contains($0.properties.generalCategory) }) {
        faults.append("not text alone: \(text.debugDescription)")
      }
    }
    return faults
  }
}

extension LineEditor {
  /// Presses keys one after the other; the effect of the last one.
  @discardableResult
  mutating func press(_ keys: [Key]) -> FieldEffect {
    var effect = FieldEffect.none
    for key in keys { effect = press(key) }
    return effect
  }

  /// Types text, character by character.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { _ = press(.character(scalar)) }
  }
}

extension Appearance {
  /// As on a terminal of today.
  static let capable = Appearance(
    colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: 80)
  /// As on one that shows ASCII only.
  static let narrow = Appearance(colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 80)
}
