/// Something on the screen that takes keys until it is answered: a line to be edited, a list to be picked from.
///
/// It is a value: a key makes it another value and tells what follows, and how it looks follows from the value and the
/// size of the window alone. What the keys do, the same in every field:
///
/// - Enter answers. Ctrl-C interrupts, Ctrl-Z stops the program as it does any other, Ctrl-L draws on a clear screen.
/// - Ctrl-D ends the input where nothing was typed.
/// - Commands sit where no answer can come from: Ctrl-X, then the command's character; the commands are listed below the
///   field meanwhile, and Esc leaves the list. Alt and the character does the same at once, except for Alt-b, Alt-d and
///   Alt-f in a line, where they move by words and delete one as everywhere else. No command depends on how quickly
///   keys follow each other.
public protocol Field: Sendable {
  /// Takes a key.
  mutating func press(_ key: Key) -> FieldEffect

  /// How the field looks, in lines of fewer columns than the window has.
  func frame(columns: Int, rows: Int, appearance: Appearance) -> Frame

  /// Gives up what has to be read and finds no room in the window; it is written above the field for good. Asked before
  /// each drawing.
  mutating func overflow(columns: Int, rows: Int, appearance: Appearance) -> [Paragraph]
}

extension Field {
  /// Nothing: the field shows what matters in a window of any size.
  public mutating func overflow(columns: Int, rows: Int, appearance: Appearance) -> [Paragraph] { [] }
}

/// What follows from a key.
public enum FieldEffect: Sendable, Equatable {
  /// The field may look different; nothing else.
  case none
  /// The answer.
  case answer(String)
  /// One of the commands that the field offers.
  case command(PromptCommand)
  /// Esc, where there was nothing else to leave.
  case cancelled
  /// There is no more input.
  case endOfInput
  /// The user interrupted.
  case interrupted
  /// Everything is to be drawn again on a clear screen.
  case clearScreen
  /// The program is to stop until it is called back.
  case stop
}
