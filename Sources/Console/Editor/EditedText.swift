/// Text with a cursor in it, which always stands between two characters as a reader sees them: never inside of a letter
/// with its accents, of a flag or of any other cluster of scalars.
public struct EditedText: Sendable, Equatable {
  /// What stands before the cursor.
  public private(set) var before: String
  /// What stands after it.
  public private(set) var after: String

  /// The whole text.
  public var text: String { before + after }
  /// Whether there is none.
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }
  /// Whether it has more than one line.
  var hasLines: Bool { before.utf8.contains(0x0A) || after.utf8.contains(0x0A) }

  /// The cursor stands at the end.
  public init(_ text: String = "") {
    before = text
    after = ""
  }

  mutating func insert(_ text: String) {
    before += text
    settle()
  }

  /// Puts something in the place of all that stands before the cursor.
  mutating func replaceBefore(with text: String) {
    before = text
    settle()
  }

  // MARK: - Moving

  mutating func moveLeft() { moveBack(to: before.isEmpty ? before.endIndex : before.index(before: before.endIndex)) }

  mutating func moveRight() {
    moveOn(to: after.isEmpty ? after.startIndex : after.index(after: after.startIndex))
  }

  mutating func moveWordLeft() { moveBack(to: wordStart) }

  mutating func moveWordRight() { moveOn(to: wordEnd) }

  mutating func moveToLineStart() { moveBack(to: lineStart) }

  mutating func moveToLineEnd() { moveOn(to: lineEnd) }

  /// One line up, at the same character; false where there is none.
  mutating func moveUp() -> Bool {
    guard lineStart > before.startIndex else { return false }
    let column = before[lineStart...].count
    moveToLineStart()
    moveLeft()
    let length = before[lineStart...].count
    moveBack(to: before.index(before.endIndex, offsetBy: -max(0, length - column)))
    return true
  }

  /// One line down, at the same character; false where there is none.
  mutating func moveDown() -> Bool {
    guard lineEnd < after.endIndex else { return false }
    let column = before[lineStart...].count
    moveToLineEnd()
    moveRight()
    moveOn(to: after.index(after.startIndex, offsetBy: column, limitedBy: lineEnd) ?? lineEnd)
    return true
  }

  // MARK: - Deleting; what is gone is returned

  @discardableResult mutating func deleteBack() -> String {
    removeBefore(from: before.isEmpty ? before.endIndex : before.index(before: before.endIndex))
  }

  @discardableResult mutating func deleteOn() -> String {
    removeAfter(to: after.isEmpty ? after.startIndex : after.index(after: after.startIndex))
  }

  mutating func deleteToLineStart() -> String { removeBefore(from: lineStart) }

  /// At the end of a line, the line feed.
  mutating func deleteToLineEnd() -> String {
    lineEnd == after.startIndex ? deleteOn() : removeAfter(to: lineEnd)
  }

  mutating func deleteWordBack() -> String { removeBefore(from: wordStart) }

  mutating func deleteWordOn() -> String { removeAfter(to: wordEnd) }

  /// Back to the last blank, as Ctrl-W does.
  mutating func deleteToBlank() -> String {
    var start = before.endIndex
    while start > before.startIndex, before[before.index(before: start)].isWhitespace {
      start = before.index(before: start)
    }
    while start > before.startIndex, !before[before.index(before: start)].isWhitespace {
      start = before.index(before: start)
    }
    return removeBefore(from: start)
  }

  // MARK: - Below

  private var lineStart: String.Index {
    before.utf8.lastIndex(of: 0x0A).map { before.utf8.index(after: $0) } ?? before.startIndex
  }

  private var lineEnd: String.Index {
    after.utf8.firstIndex(of: 0x0A) ?? after.endIndex
  }

  private var wordStart: String.Index {
    var start = before.endIndex
    while start > before.startIndex, !before[before.index(before: start)].isOfWord {
      start = before.index(before: start)
    }
    while start > before.startIndex, before[before.index(before: start)].isOfWord {
      start = before.index(before: start)
    }
    return start
  }

  private var wordEnd: String.Index {
    let word = after.firstIndex { $0.isOfWord } ?? after.endIndex
    return after[word...].firstIndex { !$0.isOfWord } ?? after.endIndex
  }

  private mutating func moveBack(to index: String.Index) {
    after = String(before[index...]) + after
    before = String(before[..<index])
  }

  private mutating func moveOn(to index: String.Index) {
    before += after[..<index]
    after = String(after[index...])
  }

  private mutating func removeBefore(from index: String.Index) -> String {
    let removed = String(before[index...])
    before = String(before[..<index])
    settle()
    return removed
  }

  private mutating func removeAfter(to index: String.Index) -> String {
    let removed = String(after[..<index])
    after = String(after[index...])
    settle()
    return removed
  }

  /// What was brought together may have become one character: the cursor goes behind it.
  private mutating func settle() {
    guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { return }
    // Below the combining marks nothing joins but the two halves of a line's end.
    if last.value < 0x300, first.value < 0x300, last != "\r" { return }
    let whole = before + after
    let cursor = before.utf8.count
    var index = whole.startIndex
    let target = whole.utf8.index(whole.startIndex, offsetBy: cursor)
    while index < target { index = whole.index(after: index) }
    before = String(whole[..<index])
    after = String(whole[index...])
  }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber }
}
