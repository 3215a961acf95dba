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
  /// meaning begins on the next line.
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
    let fits = used + 2 <= column
    let gap = fits ? String(repeating: " ", count: column - used) : "\n" + String(repeating: " ", count: column)
    var filler = LineFiller(width: width ?? appearance.textWidth, indent: 0, hanging: column)
    filler.column = column
    return start + StyledText(ours: gap) + StyledText(filler.filled(with: meaning.resolved(for: appearance)))
  }
}

/// Fills lines with words. A word may run through several pieces: `"error" + ":"` is one word.
private struct LineFiller {
  let width: Int
  let indent: Int
  let hanging: Int
  var column: Int
  /// What is broken into lines, and the lines so far.
  private var text: [Piece] = []
  private var pieces: [Piece] = []
  private var isFirstLine = true
  private var hasWord = false
  /// The blanks before the word that has begun, and the word.
  private var blanks = Part()
  private var word = Part()

  /// Text that goes together, and how wide it is; what it looks like says the piece of that number.
  private struct Part {
    var texts: [(text: Substring, piece: Int)] = []
    var columns = 0

    mutating func append(_ text: Substring, _ piece: Int) {
      texts.append((text, piece))
      columns += DisplayWidth.columns(of: text)
    }

    mutating func empty() {
      texts.removeAll(keepingCapacity: true)
      columns = 0
    }
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
    for (number, piece) in text.enumerated() {
      let bytes = Array(piece.text.utf8)
      var (start, from) = (0, piece.text.startIndex)
      while start < bytes.count {
        let kind = Kind(bytes[start], in: piece)
        var end = start + 1
        while end < bytes.count, Kind(bytes[end], in: piece) == kind { end += 1 }
        let to = piece.text.utf8.index(from, offsetBy: end - start)
        append(kind, piece.text[from..<to], number)
        (start, from) = (end, to)
      }
    }
    finishWord()
    return pieces
  }

  /// What a byte is to a line.
  private enum Kind {
    case word, blank, end

    /// The blanks of a command are no place to break it.
    init(_ byte: UInt8, in piece: Piece) {
      switch byte {
      case UInt8(ascii: "\n"): self = .end
      case UInt8(ascii: " ") where piece.role != .command: self = .blank
      default: self = .word
      }
    }
  }

  private mutating func append(_ kind: Kind, _ part: Substring, _ piece: Int) {
    switch kind {
    case .end:
      finishWord()
      for _ in part.utf8 { breakLine() }
    case .blank:
      finishWord()
      blanks.append(part, piece)
    case .word: word.append(part, piece)
    }
  }

  private mutating func finishWord() {
    guard !word.texts.isEmpty else { return }
    if hasWord, column + blanks.columns + word.columns > width { breakLine() }
    if !hasWord { put(blank(isFirstLine ? indent : hanging)) }
    for part in blanks.texts { pieces.extend(with: part.text, of: text[part.piece]) }
    for part in word.texts { pieces.extend(with: part.text, of: text[part.piece]) }
    column += blanks.columns + word.columns
    hasWord = true
    blanks.empty()
    word.empty()
  }

  /// Ends the line; the blanks at its end are dropped.
  private mutating func breakLine() {
    put("\n")
    blanks.empty()
    column = hanging
    (isFirstLine, hasWord) = (false, false)
  }

  private mutating func put(_ text: String) {
    pieces.extend(with: text[...], of: Piece(text: text, role: .plain, isForeign: false))
  }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: count) }
}
