/// A few short words that are looked for in a text all at once, in one pass and without making anything.
///
/// Most values of a federation have nothing to do with what a rule is about, and it costs little to be sure of that.
public struct ShortWords: Sendable {
  private let words: [(bits: UInt64, mask: UInt64)]
  /// The bytes that end a word, as bits: below 64, and from 64 to 127.
  private let endings: (UInt64, UInt64)
  private let takesBeyondASCII: Bool

  /// - Parameters:
  ///   - words: ASCII in lower case; of a longer word the first eight letters count.
  ///   - takesBeyondASCII: whether every character beyond ASCII counts as one of the words.
  public init(_ words: String..., beyondASCII takesBeyondASCII: Bool = false) {
    self.takesBeyondASCII = takesBeyondASCII
    self.words = words.map { word in
      let letters = word.utf8.prefix(8)
      return (letters.reduce(0) { $0 << 8 | UInt64($1) }, UInt64.max >> UInt64(64 - 8 * letters.count))
    }
    let last = self.words.map { UInt8(truncatingIfNeeded: $0.bits) }
    func bits(_ half: UInt8) -> UInt64 { last.reduce(0) { $1 >> 6 == half ? $0 | 1 << UInt64($1 & 63) : $0 } }
    endings = (bits(0), bits(1))
  }

  /// Whether one of the words occurs in a text, in capitals or not.
  public func occur(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return occur(in: bytes.span)
  }

  /// Whether one of the words occurs in the bytes of a text, in capitals or not.
  public func occur(in text: Span<UInt8>) -> Bool {
    var window: UInt64 = 0
    for index in 0..<text.count {
      let byte = text[index]
      let letter = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      window = window << 8 | UInt64(letter)
      if letter >= 0x80 {
        if takesBeyondASCII { return true }
        continue
      }
      let half = letter & 0x40 == 0 ? endings.0 : endings.1
      guard half >> UInt64(letter & 63) & 1 != 0 else { continue }
      for word in words where window & word.mask == word.bits { return true }
    }
    return false
  }
}
