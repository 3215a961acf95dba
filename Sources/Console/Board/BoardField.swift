/// A question with what stands around it: the card and the remarks above, the commands below.
struct BoardField: Field {
  /// A field that would like more rows than this is content with them, if the card needs the others.
  private static let mostLeastRows = 8
  /// Of a card that has to be shortened so many rows are worth more than the commands.
  private static let leastCardRows = 4

  private var card: [Paragraph]
  private var remarks: [Paragraph]
  private var question: QuestionField
  /// Whether what has to be read is known to have been seen whole.
  private var isArranged = false
  /// Whether something does not fit into the window, so that the card is shortened.
  private var isShortened = false
  /// Whether of the card only the sign for it stands, because what was said had to be written above it.
  private var isFolded = false
  /// Whether the card was seen whole.
  private(set) var wasCardSeen: Bool
  /// Whether the card was too high and had to be written into the record.
  private(set) var gaveCardUp = false

  init(card: [Paragraph], wasCardSeen: Bool, remarks: [Paragraph], question: QuestionField) {
    self.card = card
    self.wasCardSeen = wasCardSeen
    self.remarks = remarks
    self.question = question
  }

  /// Ctrl-L brings a card back that was shortened; it has then the room of what was said.
  mutating func press(_ key: Key) -> FieldEffect {
    if key == .control("l"), isShortened || isFolded {
      remarks = []
      question.forgetRefusal()
      (isArranged, wasCardSeen) = (false, false)
      return .none
    }
    let refusals = question.refusals
    let effect = question.press(key)
    if question.refusals != refusals { isArranged = false }
    return effect
  }

  /// What is said stands beside the field, and a card that was read makes room for it. A card that was not is written
  /// into the record where the window is too low, and so is what is too much to be said beside the field. A window that
  /// becomes too low later hides what was read, and shows it again when it is high enough.
  mutating func overflow(columns: Int, rows: Int, appearance: Appearance) -> [Paragraph] {
    func height(_ paragraphs: [Paragraph]) -> Int {
      paragraphs.reduce(0) { $0 + $1.rows(columns: columns, appearance: appearance).count }
    }
    let least = leastRows(columns: columns, rows: rows, appearance: appearance)
    let all = remarks + question.remarks
    let said = height(all)
    isShortened = height(card) + said + least > rows
    if isArranged { return [] }
    (isArranged, isFolded) = (true, false)
    guard isShortened else {
      wasCardSeen = true
      return []
    }
    var above: [Paragraph] = []
    if !wasCardSeen {
      gaveCardUp = gaveCardUp || !card.isEmpty
      above = card
      card = []
    }
    // The sign for the card takes a row.
    if said + least + 1 > rows {
      above += all
      remarks = []
      question.forgetRefusal()
      isFolded = !card.isEmpty
    }
    return above
  }

  func frame(columns: Int, rows: Int, appearance: Appearance) -> Frame {
    func rowsOf(_ paragraphs: [Paragraph]) -> [Row] {
      paragraphs.flatMap { $0.rows(columns: columns, appearance: appearance) }
    }
    var card = rowsOf(card)
    let said = rowsOf(remarks + question.remarks)
    let least = leastRows(columns: columns, rows: rows, appearance: appearance)
    let room = rows - said.count - least
    var below = rowsOf(question.footer)
    let cardRows = isFolded ? min(card.count, 1) : card.count > room ? Self.leastCardRows : card.count
    if cardRows + below.count > room { below = [] }
    if isFolded || card.count + below.count > room {
      card = BoardField.lowest(
        card, rows: isFolded ? 1 : room - below.count, columns: columns, appearance: appearance)
    }
    let field = question.frame(
      columns: columns, rows: max(room - card.count - below.count + least, least), appearance: appearance)
    let top = BoardField.lowest(
      card + said, rows: rows - field.lines.count, columns: columns, appearance: appearance)
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
    let lines = hidden == 1 ? "line" : "lines"
    let sign: StyledText = .quiet("\(mark: .ellipsis) \(hidden) more \(ours: lines) above; Ctrl-L shows all")
    return [Row(text: sign.cut(to: max(columns - 1, 1), for: appearance))] + above.suffix(rows - 1)
  }
}
