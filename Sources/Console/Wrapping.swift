extension StyledText {
  /// The text as a paragraph: broken between words so that each line fits, counted in display columns. A word or a
  /// command that is wider than the line stays whole, because an address or a command cut in two can no longer be copied.
  ///
  /// - Parameters:
  ///   - appearance: the one it will be rendered with.
  ///   - width: the columns of a line; nil takes the appearance's `textWidth`.
  ///   - indent: blanks before the first line.
  ///   - hanging: blanks before every other line; nil takes `indent`.
  public func wrapped(
    for appearance: Appearance, width: Int? = nil, indent: Int = 0, hanging: Int? = nil
  ) -> StyledText {
    var filler = LineFiller(width: width ?? appearance.textWidth, indent: indent, hanging: hanging ?? indent)
    return StyledText(filler.filled(with: resolved(for: appearance)))
  }

  /// A term with its meaning beside it, the meaning wrapped and aligned at a column; where the term is too wide, the
  /// meaning begins on the next line. Where it would have too little room at the column, all of it stands below the term.
  ///
  /// - Parameters:
  ///   - term: what stands on the left.
  ///   - meaning: what stands on the right.
  ///   - appearance: the one it will be rendered with.
  ///   - width: the columns of a line; nil takes the appearance's `textWidth`.
  ///   - indent: blanks before the term.
  ///   - column: where the meaning begins, counted from 0.
  public static func entry(
    _ term: StyledText, _ meaning: StyledText, for appearance: Appearance, width: Int? = nil, indent: Int = 2,
    column: Int
  ) -> StyledText {
    let used = indent + term.columns(for: appearance)
    let start = StyledText(ours: String(repeating: " ", count: indent)) + term
    if meaning.isEmpty { return start }
    let width = width ?? appearance.textWidth
    let isNarrow = width - column < min(20, width / 2)
    let column = isNarrow ? indent + 4 : column
    let fits = !isNarrow && used + 2 <= column
    let gap = fits ? String(repeating: " ", count: column - used) : "\n" + String(repeating: " ", count: column)
    var filler = LineFiller(width: width, indent: 0, hanging: column)
    filler.column = column
    return start + StyledText(ours: gap) + StyledText(filler.filled(with: meaning.resolved(for: appearance)))
  }
}

/// Fills lines with words. A word may run through several pieces: `"error" + ":"` is one word.
///
/// What stands on a line is one stretch of the text, so it is put together only when the line ends.
private struct LineFiller {
  let width: Int
  let indent: Int
  let hanging: Int
  var column: Int
  /// What is broken into lines, and the lines so far.
  private var text: [Piece] = []
  private var pieces: [Piece] = []
  private var isFirstLine = true
  /// What stands on the line: from where to where, once there is a word.
  private var start = Place()
  private var end = Place()
  private var hasWord = false
  /// The blanks before the word that has begun, and the word: the columns that they take.
  private var blanks = 0
  private var word: (start: Place, columns: Int)?

  /// Between two bytes of the text.
  private struct Place {
    var piece = 0
    /// Bytes of the piece before it.
    var offset = 0
  }

  init(width: Int, indent: Int, hanging: Int) {
    // However narrow the terminal, a line holds some text beside its indent.
    self.width = max(width, max(indent, hanging) + 10)
    self.indent = indent
    self.hanging = hanging
    column = indent
  }

  /// The pieces, broken into lines.
  mutating func filled(with text: [Piece]) -> [Piece] {
    self.text = text
    for number in text.indices { fill(text[number], number) }
    finishWord(before: Place(piece: text.count))
    putLine()
    return pieces
  }

  private mutating func fill(_ piece: Piece, _ number: Int) {
    let bytes = Array(piece.text.utf8)
    var place = Place(piece: number)
    while place.offset < bytes.count {
      let rest = bytes[place.offset...]
      let wordEnd = rest.firstIndex { Self.endsWord($0, in: piece) } ?? bytes.count
      if wordEnd > place.offset {
        widenWord(from: place, by: DisplayWidth.columns(ofUTF8: rest[..<wordEnd]))
        place.offset = wordEnd
      } else {
        finishWord(before: place)
        place.offset += 1
        if rest.first == UInt8(ascii: "\n") { breakLine(goingOnAt: place) } else { blanks += 1 }
      }
    }
  }

  /// The blanks of a command are no place to break it.
  private static func endsWord(_ byte: UInt8, in piece: Piece) -> Bool {
    byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: " ") && piece.role != .command)
  }

  private mutating func widenWord(from place: Place, by columns: Int) {
    word = (word?.start ?? place, (word?.columns ?? 0) + columns)
  }

  private mutating func finishWord(before place: Place) {
    guard let word else { return }
    if hasWord, column + blanks + word.columns > width { breakLine(goingOnAt: word.start) }
    column += blanks + word.columns
    end = place
    hasWord = true
    blanks = 0
    self.word = nil
  }

  /// Ends the line; the blanks at its end are dropped, and so are those before a word that found no room on it.
  private mutating func breakLine(goingOnAt place: Place) {
    putLine()
    put("\n")
    start = place
    column = hanging
    blanks = 0
    (isFirstLine, hasWord) = (false, false)
  }

  private mutating func putLine() {
    guard hasWord else { return }
    put(String(repeating: " ", count: isFirstLine ? indent : hanging))
    for number in start.piece...min(end.piece, text.count - 1) {
      let whole = text[number].text[...]
      let from = number == start.piece ? whole.utf8.index(whole.startIndex, offsetBy: start.offset) : whole.startIndex
      let to = number == end.piece ? whole.utf8.index(whole.startIndex, offsetBy: end.offset) : whole.endIndex
      if from < to { pieces.extend(with: whole[from..<to], of: text[number]) }
    }
  }

  private mutating func put(_ text: String) {
    guard !text.isEmpty else { return }
    pieces.extend(with: text[...], of: Piece(text: text, role: .plain, isForeign: false))
  }
}
