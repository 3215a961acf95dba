/// Something that a terminal tells the process that draws on it.
public enum TerminalNotice: Sendable, Equatable, CaseIterable {
  /// Somebody wants the process to stop for now (`SIGTSTP`): it is to tidy the screen up and then stop by itself.
  case stopRequested
  /// The process goes on after it was stopped (`SIGCONT`); the terminal may have been changed meanwhile.
  case continued
  /// The window has another size (`SIGWINCH`).
  case resized

  var bit: UInt8 {
    switch self {
    case .stopRequested: 1
    case .continued: 2
    case .resized: 4
    }
  }
}

/// A terminal that gives keys as they are typed, while `Terminal.withEditing` runs.
public struct EditingMode {
  private let descriptor: Int32
  private let settings: (before: TerminalSettings, during: TerminalSettings)?

  init(descriptor: Int32, settings: (before: TerminalSettings, during: TerminalSettings)?) {
    self.descriptor = descriptor
    self.settings = settings
  }

  /// Gives the terminal back, stops, and takes the terminal up again when the process goes on.
  ///
  /// - Parameter wholeGroup: whether all of the job stops, as when Ctrl-Z is typed, or this process alone.
  public func stop(wholeGroup: Bool) {
    guard let settings else { return }
    try? System.set(settings.before, on: descriptor)
    System.stop(wholeGroup: wholeGroup)
    takeUpAgain()
  }

  /// Takes the terminal up again, after the process was stopped in a way that it could not notice.
  public func takeUpAgain() {
    guard let settings else { return }
    try? System.set(settings.during, on: descriptor)
  }
}
