import Testing

@testable import Markup

@Suite("Searches through bytes")
struct SpanSearchTests {
  /// Bytes that are all alike but one, at every place and of every neighbourhood.
  @Test("what is found is what a search byte by byte finds", arguments: 0..<40)
  func places(count: Int) {
    for filler: UInt8 in [0x20, 0x61, 0x7F, 0x09, 0x0B, 0x00, 0x80, 0xFF] {
      for wanted: UInt8 in [0x0A, 0x3C, 0x0D, 0x1F, 0x80, 0xC3] {
        for place in 0...count {
          var bytes = [UInt8](repeating: filler, count: count)
          if place < count { bytes[place] = wanted }
          for start in [0, min(3, count), count] {
            let slice = bytes[start...]
            let span = bytes.span
            #expect(span.place(of: wanted, from: start, before: count) == slice.firstIndex(of: wanted))
            #expect(span.continuations(from: start) == slice.count { $0 & 0xC0 == 0x80 })
            let special = slice.firstIndex { ($0 < 0x20 && !isWhitespace($0)) || $0 >= 0x80 } ?? slice.endIndex
            #expect(span.placeOfSpecial(from: start) == special)
          }
        }
      }
    }
  }

  @Test(
    "lines and columns are the same however the bytes are cut",
    arguments: ["a\nb\nc", "\n\n", "a\r\nb", "\r\r\n\n", "é\nü", "", "one line that is longer than eight bytes\nand ü"])
  func positions(text: String) {
    let bytes = Array(text.utf8)
    var expected = SourcePosition.start
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && last != 0x0D) {
        expected = SourcePosition(line: expected.line + 1, column: 1)
      } else if byte == 0x0A {
        expected.column = 1
      } else if byte & 0xC0 != 0x80 {
        expected.column += 1
      }
      last = byte
    }
    for cut in 0...bytes.count {
      var position = SourcePosition.start
      var previous: UInt8 = 0
      position.advance(over: bytes.span.extracting(..<cut), previous: &previous)
      position.advance(over: bytes.span.extracting(cut...), previous: &previous)
      #expect(position == expected, "cut at \(cut)")
    }
  }
}
