/// What can be asked of a descriptor that may be a terminal, and changed while something runs.
public enum Terminal {
  /// A number of character cells.
  public struct Size: Equatable, Sendable {
    /// Cells in a row.
    public let columns: Int
    /// Rows.
    public let rows: Int

    /// So many columns and rows.
    public init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Whether the descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool {
    System.isTerminal(descriptor)
  }

  /// The size of the window; nil where it is no terminal, or one that does not know.
  public static func size(of descriptor: Int32) -> Size? {
    guard let size = try? System.windowSize(of: descriptor), size.columns > 0, size.rows > 0 else { return nil }
    return Size(columns: size.columns, rows: size.rows)
  }

  /// Runs something while what is typed is not shown, as for a secret; the end of the line is. On what is no terminal
  /// nothing is shown anyway, and the body just runs.
  ///
  /// The terminal is as before when this returns or throws. For that, the signals of `Interrupt` are noted from here
  /// on, so that the body ends rather than the process, and the keys that would stop the process or dump it do nothing
  /// meanwhile. Only `kill -9` leaves the echo off.
  public static func withoutEcho<Result: ~Copyable>(
    on descriptor: Int32, _ body: () throws(PlatformError) -> Result
  ) throws(PlatformError) -> Result {
    try with(on: descriptor, change: { $0.hideInput() }, body)
  }

  /// Runs something while each byte arrives as it was typed and is not shown, and while what the terminal tells comes
  /// between the bytes, as for a line editor that draws.
  ///
  /// The terminal is given back as by `withoutEcho`. What the body is given can stop the process as Ctrl-Z would.
  public static func withEditing<Result: ~Copyable>(
    on descriptor: Int32, _ body: (EditingMode) throws(PlatformError) -> Result
  ) throws(PlatformError) -> Result {
    guard System.isTerminal(descriptor) else { return try body(EditingMode(descriptor: descriptor, settings: nil)) }
    let before = try doing(.configure, nil) { () throws(Errno) in try System.settings(of: descriptor) }
    let replaced = try doing(.configure, nil) { () throws(Errno) in try System.noteNotices() }
    defer { System.forgetNotices(replaced) }
    return try with(on: descriptor, change: { $0.giveEditing() }) { () throws(PlatformError) in
      var during = before
      during.giveEditing()
      return try body(EditingMode(descriptor: descriptor, settings: (before, during)))
    }
  }

  private static func with<Result: ~Copyable>(
    on descriptor: Int32, change: (inout TerminalSettings) -> Void, _ body: () throws(PlatformError) -> Result
  ) throws(PlatformError) -> Result {
    guard System.isTerminal(descriptor) else { return try body() }
    try Interrupt.install()
    let before = try doing(.configure, nil) { () throws(Errno) in try System.settings(of: descriptor) }
    var during = before
    change(&during)
    defer { try? System.set(before, on: descriptor) }
    try doing(.configure, nil) { () throws(Errno) in try System.set(during, on: descriptor) }
    // The call succeeds as soon as any one of the changes could be made.
    let found = try doing(.configure, nil) { () throws(Errno) in try System.settings(of: descriptor) }
    guard !found.showsInput else { throw PlatformError(.configure, nil, System.notPermitted) }
    return try body()
  }
}
