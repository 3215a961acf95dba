/// A paragraph and how far its lines are indented.
public struct Paragraph: Sendable, Equatable {
  /// What it says.
  public var text: StyledText
  /// The blanks before its first line.
  public var indent: Int
  /// The blanks before every other line; nil takes `indent`.
  public var hanging: Int?

  /// Creates a paragraph; without text it is an empty line.
  public init(_ text: StyledText, indent: Int = 0, hanging: Int? = nil) {
    self.text = text
    self.indent = indent
    self.hanging = hanging
  }
}

/// One row of what is drawn.
struct Row: Equatable {
  let text: StyledText
  /// Whether the row is full and its text goes on in the next one, without a line's end between them: whoever marks it
  /// with the mouse then copies one line.
  var goesOn = false
}

extension Paragraph {
  /// The rows that the paragraph takes in a window of so many columns. Nothing of it is left out: a word that is wider
  /// than the window, which most often is an address to be copied, runs on over the window's edge as one line.
  func rows(columns: Int, appearance: Appearance) -> [Row] {
    let edge = max(columns - 1, 1)
    let width = min(edge, appearance.with(columns: columns).textWidth)
    let lines = text.wrapped(for: appearance, width: width, indent: indent, hanging: hanging)
      .resolved(for: appearance).dividedIntoLines()
    return lines.flatMap { line in
      let line = line.outdented(by: line.columns - edge)
      if line.columns <= edge { return [Row(text: StyledText(line))] }
      return Paragraph.runningOn(line, columns: columns)
        ?? StyledText(line).folded(to: edge, for: appearance).map { Row(text: $0) }
    }
  }

  /// A line in rows that run on; nil where a row of it would not be full, or the last one would be, for then terminals
  /// differ in where the next line begins.
  private static func runningOn(_ line: [Piece], columns: Int) -> [Row]? {
    var rows: [Row] = []
    var rest = line
    while rest.columns > columns {
      let (first, others) = rest.divided(at: columns)
      guard first.columns == columns else { return nil }
      rows.append(Row(text: StyledText(first), goesOn: true))
      rest = others
    }
    return rest.columns < columns ? rows + [Row(text: StyledText(rest))] : nil
  }
}

extension [Piece] {
  /// A line without so many of the blanks that it begins with; as it is where it has fewer.
  fileprivate func outdented(by columns: Int) -> [Piece] {
    guard columns > 0, let first, first.text.prefix(columns).count == columns,
      first.text.prefix(columns).allSatisfy({ $0 == " " })
    else { return self }
    return [first.cut(to: first.text.dropFirst(columns))] + dropFirst()
  }
}

extension Screen {
  /// Writes paragraphs, each wrapped to the appearance's `textWidth`.
  func print(_ paragraphs: [Paragraph]) {
    for paragraph in paragraphs {
      print(paragraph: paragraph.text, indent: paragraph.indent, hanging: paragraph.hanging)
    }
  }
}
