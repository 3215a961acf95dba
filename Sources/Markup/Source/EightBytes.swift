/// Searches that every byte of a document goes through, eight bytes at a time.
extension ArraySlice<UInt8> {
  /// The first place of a byte; nil where it does not occur.
  func place(of wanted: UInt8) -> Int? {
    let pattern = EightBytes.all(wanted)
    return search(indices, mayHold: { EightBytes.zeros(in: $0 ^ pattern) != 0 }, isFound: { $0 == wanted })
  }

  /// The first place, from `start` on, of a byte that is no printable ASCII, or the end.
  func placeOfSpecial(from start: Int) -> Int {
    search(
      start..<endIndex, mayHold: { $0 & EightBytes.highBits != 0 || EightBytes.below0x20(in: $0) != 0 },
      isFound: { $0 < 0x20 || $0 >= 0x80 }) ?? endIndex
  }

  /// How often a byte occurs.
  func count(of wanted: UInt8) -> Int {
    let pattern = EightBytes.all(wanted)
    return unsafe withUnsafeBytes { bytes in
      var count = 0
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        count &+= EightBytes.countOfZeros(in: word ^ pattern)
        offset += 8
      }
      while offset < bytes.count {
        if unsafe bytes[offset] == wanted { count &+= 1 }
        offset += 1
      }
      return count
    }
  }

  /// How many bytes are the second or a later one of a character.
  var continuations: Int { count { $0 & 0xC0 == 0x80 } }

  /// The first place that is found, where whole groups of eight can be ruled out.
  @inline(__always)
  private func search(
    _ range: Range<Int>, mayHold: (UInt64) -> Bool, isFound: (UInt8) -> Bool
  ) -> Int? {
    let base = startIndex
    return unsafe withUnsafeBytes { bytes in
      var offset = range.lowerBound - base
      let end = range.upperBound - base
      precondition(offset >= 0 && offset <= end && end <= bytes.count)
      while offset < end {
        if offset + 8 <= end {
          guard mayHold(unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) else {
            offset += 8
            continue
          }
        }
        for place in offset..<Swift.min(offset + 8, end) where isFound(unsafe bytes[place]) { return base + place }
        offset += 8
      }
      return nil
    }
  }
}

/// Tests of eight bytes in one integer (Hacker's Delight, section 6-1); each may say yes too often, never no wrongly.
private enum EightBytes {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  static func all(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

  static func zeros(in word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }

  /// Exactly how many of the bytes are zero.
  static func countOfZeros(in word: UInt64) -> Int {
    let zeros = ~(((word & ~highBits) &+ ~highBits) | word | ~highBits)
    return Int(truncatingIfNeeded: ((zeros >> 7) &* ones) >> 56)
  }

  static func below0x20(in word: UInt64) -> UInt64 { (word &- all(0x20)) & ~word & highBits }
}
