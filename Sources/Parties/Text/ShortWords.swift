/// A few short words that are looked for in a text all at once, in one pass and without making anything.
///
/// Most values of a federation have nothing to do with what a rule is about, and it costs little to be sure of that.
public struct ShortWords: Sendable {
  private let words: [(bits: UInt64, mask: UInt64)]

  /// - Parameter words: ASCII in lower case; of a longer word the first eight letters count.
  public init(_ words: String...) {
    self.words = words.map { word in
      let letters = word.utf8.prefix(8)
      return (letters.reduce(0) { $0 << 8 | UInt64($1) }, UInt64.max >> UInt64(64 - 8 * letters.count))
    }
  }

  /// Whether one of the words occurs in a text, in capitals or not.
  public func occur(in text: String) -> Bool {
    var window: UInt64 = 0
    for byte in text.utf8 {
      window = window << 8 | UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      for word in words where window & word.mask == word.bits { return true }
    }
    return false
  }
}
