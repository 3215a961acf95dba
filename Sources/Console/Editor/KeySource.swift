/// What came of waiting for a key.
public enum KeyRead: Sendable, Equatable {
  /// A byte that the terminal sent.
  case byte(UInt8)
  /// Nothing came in time.
  case nothing
  /// There is no more input.
  case endOfInput
  /// The user, or somebody else, wants the program to end.
  case interrupted
  /// The window has another size.
  case resized
  /// The program is to stop for now.
  case stopRequested
  /// The program was stopped and goes on.
  case continued
}

/// Where keys come from: a terminal that gives each of them as it is typed.
public struct KeySource {
  /// Runs the body while the terminal gives keys; false where it cannot, and then the body did not run. Whatever
  /// happens, the terminal is as before when this returns.
  let open: (_ body: () -> Void) -> Bool
  /// Waits so long for a byte, or for as long as it takes. What was written is on the screen before.
  let next: (Duration?) -> KeyRead
  /// Stops the program, all of its job or itself alone, with the terminal as it was before, until it is called back.
  let stop: (_ wholeJob: Bool) -> Void
  /// Has the terminal give keys again, after something else may have changed it.
  let takeUpAgain: () -> Void
  /// The columns and rows of the window, where they are known.
  let size: () -> (columns: Int, rows: Int)?

  /// Creates a source from what it does.
  public init(
    open: @escaping (_ body: () -> Void) -> Bool, next: @escaping (Duration?) -> KeyRead,
    stop: @escaping (_ wholeJob: Bool) -> Void = { _ in }, takeUpAgain: @escaping () -> Void = {},
    size: @escaping () -> (columns: Int, rows: Int)?
  ) {
    self.open = open
    self.next = next
    self.stop = stop
    self.takeUpAgain = takeUpAgain
    self.size = size
  }
}
