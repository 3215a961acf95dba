extension StyledText {
  /// One line of at most so many columns; a `…` takes the place of what does not fit.
  public func cut(to columns: Int, for appearance: Appearance) -> StyledText {
    let pieces = resolved(for: appearance)
    guard pieces.columns > columns else { return self }
    let sign = Mark.ellipsis.sign(in: appearance.text == .ascii ? .ascii : appearance.decoration)
    guard columns > sign.count else { return StyledText(pieces.divided(at: columns).first) }
    return StyledText(pieces.divided(at: columns - sign.count).first) + StyledText(ours: sign)
  }

  /// The text in lines of at most so many columns: broken between words where that is possible, within them else.
  func folded(to columns: Int, for appearance: Appearance) -> [StyledText] {
    var lines: [StyledText] = []
    for line in wrapped(for: appearance, width: columns).resolved(for: appearance).dividedIntoLines() {
      var rest = line
      while rest.columns > columns {
        let (first, others) = rest.divided(at: columns)
        // A character wider than the line would never fit.
        guard !first.isEmpty else { break }
        lines.append(StyledText(first))
        rest = others
      }
      lines.append(StyledText(rest))
    }
    return lines
  }
}

extension [Piece] {
  /// The pieces that fit into so many columns, and the others; a piece is divided between characters.
  func divided(at columns: Int) -> (first: [Piece], others: [Piece]) {
    var first: [Piece] = []
    var left = columns
    for (index, piece) in enumerated() {
      var end = piece.text.startIndex
      while end < piece.text.endIndex {
        let width = DisplayWidth.columns(of: String(piece.text[end]))
        guard width <= left else {
          var (head, tail) = (piece, piece)
          head.text = String(piece.text[..<end])
          tail.text = String(piece.text[end...])
          return (first + (head.text.isEmpty ? [] : [head]), [tail] + self[(index + 1)...])
        }
        left -= width
        end = piece.text.index(after: end)
      }
      first.append(piece)
    }
    return (first, [])
  }
}
