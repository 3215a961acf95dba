#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Searches that every byte of a document goes through: by the C library's, or eight bytes at a time.
extension Span<UInt8> {
  /// The first place of a byte from `start` on, before `end`; nil where it does not occur.
  func place(of wanted: UInt8, from start: Int, before end: Int) -> Int? {
    unsafe withUnsafeBytes { bytes in
      precondition(start >= 0 && start <= end && end <= bytes.count)
      guard let base = bytes.baseAddress, let found = unsafe memchr(base + start, Int32(wanted), end - start) else {
        return nil
      }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The first place from `start` on of a byte that is neither printable ASCII nor white space to XML; the end where all
  /// are.
  func placeOfSpecial(from start: Int) -> Int {
    unsafe withUnsafeBytes { bytes in
      precondition(start >= 0)
      var place = start
      while place < bytes.count {
        while place + 8 <= bytes.count {
          let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          if (word | (word &- EightBytes.spaces)) & EightBytes.highBits != 0 { break }
          place += 8
        }
        // What breaks off is a line end as a rule, and goes on as it began.
        let end = Swift.min(place + 8, bytes.count)
        while place < end {
          let byte = unsafe bytes[place]
          if byte >= 0x80 || (byte < 0x20 && !isWhitespace(byte)) { return place }
          place += 1
        }
      }
      return bytes.count
    }
  }

  /// How many bytes from `start` on are the second or a later one of a character.
  func continuations(from start: Int) -> Int {
    unsafe withUnsafeBytes { bytes in
      precondition(start >= 0)
      var count = 0
      var place = start
      while place + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        count &+= (word & ~(word &<< 1) & EightBytes.highBits).nonzeroBitCount
        place += 8
      }
      while place < bytes.count {
        if unsafe bytes[place] & 0xC0 == 0x80 { count &+= 1 }
        place += 1
      }
      return count
    }
  }

  /// Whether the bytes at `start` equal `other`.
  func holds(_ other: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, other.count <= count - start else { return false }
    return unsafe withUnsafeBytes { bytes in
      guard let own = bytes.baseAddress, let foreign = other.baseAddress else { return other.isEmpty }
      return unsafe memcmp(own + start, foreign, other.count) == 0
    }
  }

  /// Whether the bytes at `start` equal `text`.
  func holds(_ text: StaticString, at start: Int) -> Bool {
    text.withUTF8Buffer { unsafe holds($0, at: start) }
  }
}

/// Patterns for tests of eight bytes in one integer (Hacker's Delight, section 6-1).
private enum EightBytes {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  static let spaces: UInt64 = 0x2020_2020_2020_2020
}
