/// A place as people count it: lines and columns from 1, columns in Unicode scalars.
///
/// A line ends with LF, CR LF or a lone CR.
public struct SourcePosition: Hashable, Sendable {
  /// Line, from 1.
  public var line: Int
  /// Column in Unicode scalars, from 1.
  public var column: Int

  /// The first character of a document.
  public static let start = SourcePosition(line: 1, column: 1)

  /// Makes a position from its line and column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Moves past UTF-8 bytes.
  ///
  /// `previous` is the byte before them, so that CR LF counts once when it is cut in two; it is updated.
  mutating func advance(over bytes: Span<UInt8>, previous: inout UInt8) {
    guard bytes.count > 0 else { return }
    let hasReturn = bytes.place(of: UInt8(ascii: "\r"), from: 0, before: bytes.count) != nil
    if previous != UInt8(ascii: "\r"), !hasReturn {
      var start = 0
      while let end = bytes.place(of: UInt8(ascii: "\n"), from: start, before: bytes.count) {
        line += 1
        column = 1
        start = end + 1
      }
      column += bytes.count - start - bytes.continuations(from: start)
      previous = bytes[bytes.count - 1]
      return
    }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\n"):
        if previous != UInt8(ascii: "\r") { line += 1 }
        column = 1
      case UInt8(ascii: "\r"):
        line += 1
        column = 1
      default:
        if byte & 0xC0 != 0x80 { column += 1 }
      }
      previous = byte
    }
  }
}
