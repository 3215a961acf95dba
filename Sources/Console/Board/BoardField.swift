/// A question with what stands around it: the card and the remarks above, the commands below.
struct BoardField: Field {
  /// A field that would like more rows than this is content with them, if the card needs the others.
  private static let mostLeastRows = 8

  private var card: [Paragraph]
  private var remarks: [Paragraph]
  private var question: QuestionField
  /// Whether what has to be read is known to have been seen whole.
  private var isArranged = false
  /// Whether the card was too high and had to be written into the record.
  private(set) var gaveCardUp = false

  init(card: [Paragraph], remarks: [Paragraph], question: QuestionField) {
    self.card = card
    self.remarks = remarks
    self.question = question
  }

  mutating func press(_ key: Key) -> FieldEffect {
    let refusals = question.refusals
    let effect = question.press(key)
    if question.refusals != refusals { isArranged = false }
    return effect
  }

  /// A window that is too low when something new is to be read has it written into the record. One that becomes too low
  /// later hides what was read, and shows it again when it is high enough.
  mutating func overflow(columns: Int, rows: Int, appearance: Appearance) -> [Paragraph] {
    if isArranged { return [] }
    isArranged = true
    func height(_ paragraphs: [Paragraph]) -> Int {
      paragraphs.reduce(0) { $0 + $1.rows(columns: columns, appearance: appearance).count }
    }
    let least = leastRows(columns: columns, rows: rows, appearance: appearance)
    let all = remarks + question.remarks
    guard height(card) + height(all) + least > rows else { return [] }
    remarks = []
    question.forgetRefusal()
    guard height(card) + least > rows else { return all }
    gaveCardUp = !card.isEmpty
    defer { card = [] }
    return card + all
  }

  func frame(columns: Int, rows: Int, appearance: Appearance) -> Frame {
    let above = (card + remarks + question.remarks).flatMap { $0.rows(columns: columns, appearance: appearance) }
    let least = leastRows(columns: columns, rows: rows, appearance: appearance)
    var below = question.footer.flatMap { $0.rows(columns: columns, appearance: appearance) }
    if above.count + least + below.count > rows { below = [] }
    let field = question.frame(
      columns: columns, rows: max(rows - above.count - below.count, least), appearance: appearance)
    let top = BoardField.lowest(above, rows: rows - field.lines.count, columns: columns, appearance: appearance)
    return Frame(
      rows: top + field.lines.map { Row(text: $0) } + below, row: top.count + field.row, column: field.column)
  }

  /// The rows that the field is never without; fewer where it needs no more.
  private func leastRows(columns: Int, rows: Int, appearance: Appearance) -> Int {
    min(question.frame(columns: columns, rows: rows, appearance: appearance).lines.count, Self.mostLeastRows)
  }

  /// The rows next above the field that have room, and a sign for the others.
  private static func lowest(_ above: [Row], rows: Int, columns: Int, appearance: Appearance) -> [Row] {
    guard above.count > rows else { return above }
    guard rows > 0 else { return [] }
    let hidden = above.count - rows + 1
    let sign: StyledText = .quiet("\(mark: .ellipsis) \(hidden) more line\(ours: hidden == 1 ? "" : "s") above")
    return [Row(text: sign.cut(to: max(columns - 1, 1), for: appearance))] + above.suffix(rows - 1)
  }
}
