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
    for (index, line) in resolved(for: appearance).dividedIntoLines().enumerated() {
      if index > 0 { filler.breakLine() }
      for token in line.tokens() { filler.append(token) }
    }
    return StyledText(filler.pieces)
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
    for (index, line) in meaning.resolved(for: appearance).dividedIntoLines().enumerated() {
      if index > 0 { filler.breakLine() }
      for token in line.tokens() { filler.append(token) }
    }
    return start + StyledText(ours: gap) + StyledText(filler.pieces)
  }
}

/// What wrapping moves as a whole.
private enum Token {
  case word([Piece])
  case blank(Piece)
}

extension [Piece] {
  /// The words and blanks of one line. A word may run through several pieces: `"error" + ":"` is one word.
  fileprivate func tokens() -> [Token] {
    var tokens: [Token] = []
    var word: [Piece] = []
    func finish() {
      if !word.isEmpty { tokens.append(.word(word)) }
      word = []
    }
    for piece in self {
      if piece.role == .command {
        word.append(piece)
        continue
      }
      var rest = piece.text[...]
      while let first = rest.utf8.first {
        let isBlank = first == UInt8(ascii: " ")
        let end = rest.utf8.firstIndex { ($0 == UInt8(ascii: " ")) != isBlank } ?? rest.endIndex
        var part = piece
        part.text = String(rest[..<end])
        if isBlank {
          finish()
          tokens.append(.blank(part))
        } else {
          word.append(part)
        }
        rest = rest[end...]
      }
    }
    finish()
    return tokens
  }
}

/// Fills lines with words.
private struct LineFiller {
  let width: Int
  let indent: Int
  let hanging: Int
  var pieces: [Piece] = []
  var column: Int
  private var blanks: [Piece] = []
  private var isFirstLine = true
  private var hasWord = false

  init(width: Int, indent: Int, hanging: Int) {
    // However narrow the terminal, a line holds some text beside its indent.
    self.width = max(width, max(indent, hanging) + 10)
    self.indent = indent
    self.hanging = hanging
    column = indent
  }

  mutating func append(_ token: Token) {
    switch token {
    case .blank(let piece): blanks.append(piece)
    case .word(let word):
      let wanted = blanks.columns + word.columns
      if hasWord, column + wanted > width {
        breakLine()
      }
      if !hasWord { pieces.append(blank(isFirstLine ? indent : hanging)) }
      pieces += blanks + word
      column += blanks.columns + word.columns
      blanks = []
      hasWord = true
    }
  }

  /// Ends the line; the blanks at its end are dropped.
  mutating func breakLine() {
    pieces.append(Piece(text: "\n", role: .plain, isForeign: false))
    blanks = []
    column = hanging
    isFirstLine = false
    hasWord = false
  }

  private func blank(_ count: Int) -> Piece {
    Piece(text: String(repeating: " ", count: count), role: .plain, isForeign: false)
  }
}
