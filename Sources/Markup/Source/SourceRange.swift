/// A range of bytes in a document's UTF-8 form: offsets from its first byte, a byte-order mark included.
///
/// Where the file is UTF-8 these are the file's own bytes.
public struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  public let lowerBound: Int
  /// Offset of the byte after the last one.
  public let upperBound: Int

  /// Makes a range; an upper bound below the lower one is read as an empty range.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// Length in bytes.
  public var count: Int { upperBound - lowerBound }
}

extension SourceRange: Comparable {
  /// Orders ranges by where they begin, then by where they end.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
  }
}
