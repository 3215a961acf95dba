/// What came of reading one line.
public enum LineRead: Sendable, Equatable {
  /// The bytes of a line, without the line feed that ended it.
  case line([UInt8])
  /// There is no more input. This is never the same as an empty line.
  case endOfInput
  /// The user interrupted (Ctrl-C).
  case interrupted
}

/// Where answers come from, a line at a time.
public struct LineSource {
  /// Whether what is typed may be seen.
  public enum Echo: Sendable {
    /// The terminal shows it.
    case shown
    /// The terminal does not show it. The source turns the echo off, puts it back, and ends the line on the screen,
    /// because the user's Enter did not.
    case hidden
  }

  private let read: (Echo) -> LineRead

  /// Creates a source from what reads the next line.
  public init(_ read: @escaping (Echo) -> LineRead) {
    self.read = read
  }

  /// Reads the next line.
  public func next(_ echo: Echo = .shown) -> LineRead {
    read(echo)
  }
}
