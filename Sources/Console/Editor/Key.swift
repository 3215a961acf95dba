/// What somebody did at the keyboard, or what a terminal made of it.
public enum Key: Sendable, Equatable {
  /// A character of text. Characters that are made of several scalars come one scalar at a time.
  case character(Unicode.Scalar)
  /// Ctrl and a key, as its small letter: `.control("a")`.
  case control(Character)
  /// Alt and a key, which is also what Esc and a key in quick succession are.
  case alt(Unicode.Scalar)
  /// Enter.
  case enter
  /// Alt-Enter.
  case altEnter
  /// Tab.
  case tab
  /// Shift-Tab.
  case backTab
  /// Backspace.
  case backspace
  /// Alt-Backspace.
  case altBackspace
  /// Delete.
  case delete
  /// Esc on its own.
  case escape
  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow to the left.
  case left
  /// The arrow to the right.
  case right
  /// The arrow to the left with Ctrl or Alt.
  case wordLeft
  /// The arrow to the right with Ctrl or Alt.
  case wordRight
  /// Home.
  case home
  /// End.
  case end
  /// Page Up.
  case pageUp
  /// Page Down.
  case pageDown
  /// Text that was pasted, whole and as it came, whatever it holds.
  case paste(String)
  /// Input that nothing could be made of.
  case unusable(Fault)

  /// Why input could not be used.
  public enum Fault: Sendable, Equatable {
    /// Bytes that are not UTF-8.
    case notUTF8
    /// A paste of more bytes than are allowed; none of it was taken.
    case pasteTooLong(limit: Int)
  }
}
