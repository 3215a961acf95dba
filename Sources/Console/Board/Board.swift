/// What somebody at a terminal sees: a record that scrolls by and stays, and below it the card of what is at hand with
/// the question.
///
/// With fields the card, the remarks, the field and the prompt's commands are drawn together and taken away together when
/// the outcome is there: nothing of a question remains but what the caller records. By lines nothing can be taken away,
/// so everything is written once, in order.
public final class Board {
  /// Where everything is written.
  public let screen: Screen
  private let prompter: Prompter?
  private var hasKeys: Bool
  private var card: Card?
  private var remarks: [Paragraph] = []
  /// The matter that was last at hand, and whether its card stands in the record.
  private var lastID: String?
  private var isCardWritten = false
  /// The matter of which the card was seen whole.
  private var seenID: String?

  /// Creates an empty board.
  ///
  /// - Parameter prompter: who asks; nil where nobody may be asked. Cards and records are then written in order.
  public init(screen: Screen, prompter: Prompter?) {
    self.screen = screen
    self.prompter = prompter
    hasKeys = prompter?.keys != nil
  }

  /// Whether questions are asked with fields.
  public var drawsFields: Bool { hasKeys }

  /// Puts a card up, or takes it down (nil).
  ///
  /// With fields it is seen while something is asked. By lines it is written at once, and only once as long as its matter
  /// is the one at hand: of a card of the same id with other paragraphs nothing is written, so the caller records what is
  /// new. The same holds for a card that had to be written because the window is too low for it.
  public func show(_ card: Card?) {
    self.card = card
    if let card, card.id != lastID {
      lastID = card.id
      isCardWritten = false
    }
    if !hasKeys { writeCard() }
  }

  /// Writes what stays in the record.
  public func record(_ paragraphs: [Paragraph]) {
    record.print(paragraphs)
  }

  /// Says something beside the next question; it is gone when that has its outcome. By lines it is written at once.
  public func remark(_ paragraphs: [Paragraph]) {
    if hasKeys { remarks += paragraphs } else { screen.print(paragraphs) }
  }

  /// Asks below the card and the remarks. Where nobody may be asked, the input has ended.
  public func ask(_ prompt: Prompt) -> Prompter.Outcome {
    guard let prompter else { return .endOfInput }
    if hasKeys, let keys = prompter.keys {
      if let outcome = ask(prompt, with: keys) { return outcome }
      // A terminal that gives no keys now will give none later.
      hasKeys = false
      writeCard()
      screen.print(remarks)
      remarks = []
    }
    return prompter.askByLines(prompt)
  }

  private func ask(_ prompt: Prompt, with keys: KeySource) -> Prompter.Outcome? {
    var field = BoardField(
      card: isCardWritten ? [] : card?.paragraphs ?? [], wasCardSeen: seenID != nil && seenID == card?.id,
      remarks: remarks, question: QuestionField(prompt))
    let session = FieldSession(keys: keys, screen: screen, pasteLimit: prompt.pasteLimit)
    guard let effect = session.run(&field) else { return nil }
    remarks = []
    if field.gaveCardUp { isCardWritten = true } else if field.wasCardSeen, let card { seenID = card.id }
    switch effect {
    case .answer(let text):
      if case .success(let outcome) = prompt.read(given: text) { return outcome }
    case .command(let command): return .command(command)
    case .interrupted:
      writeCard()
      return .interrupted
    case .endOfInput, .cancelled, .none, .clearScreen, .stop: break
    }
    writeCard()
    return .endOfInput
  }

  private func writeCard() {
    guard let card, !isCardWritten else { return }
    record(card.paragraphs)
    isCardWritten = true
  }

  /// The screen as wide as the window is now; lines are asked for on a screen that is never measured again.
  private var record: Screen {
    guard hasKeys, let columns = prompter?.keys?.size()?.columns else { return screen }
    return screen.with(columns: columns)
  }
}
