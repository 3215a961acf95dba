import Testing

@testable import SAML

@Suite("Inflate")
struct InflateTests {
  private static func bytes(_ text: String) -> [UInt8] {
    text.split(separator: " ").compactMap { UInt8($0, radix: 16) }
  }

  private static func inflate(_ text: String, limit: Int = 1 << 16) throws(Inflate.Fault) -> [UInt8] {
    try Inflate.decompress(bytes(text)[...], limit: limit)
  }

  /// The vectors of zlib's own test, infcover.c, that are valid.
  @Test("zlib's vectors: what is valid")
  func valid() throws {
    #expect(try Self.inflate("3 0") == [])
    #expect(try Self.inflate("1 1 0 fe ff 0") == [0])
  }

  /// The vectors of infcover.c that are not, each broken in another way.
  @Test(
    "zlib's vectors: what is not",
    arguments: [
      "0 0 0 0 0", "6", "fc 0 0", "4 0 fe ff", "4 0 24 49 0", "4 0 24 e9 ff ff", "4 0 24 e9 ff 6d",
      "4 80 49 92 24 49 92 24 71 ff ff 93 11 0", "4 80 49 92 24 49 92 24 f b4 ff ff c3 84",
      "4 c0 81 8 0 0 0 0 20 7f eb b 0 0", "2 7e ff ff", "c c0 81 0 0 0 0 0 90 ff 6b 4 0",
    ])
  func invalid(vector: String) {
    #expect(throws: Inflate.Fault.self) { try Self.inflate(vector) }
  }

  /// What `zlib` makes of known texts: by fixed codes, and by codes of the block's own.
  @Test("fixed and dynamic codes give the text back")
  func texts() throws {
    #expect(try Self.inflate("cb 48 cd c9 c9 57 c8 40 27 01") == Array("hello hello hello hello".utf8))
    let digits = (0..<400).map { "\($0 * $0 % 97)" }.joined(separator: ",")
    #expect(try Inflate.decompress(Self.squares[...], limit: 4096) == Array(digits.utf8))
  }

  @Test("every cut is noticed")
  func cuts() {
    for length in 0..<Self.squares.count - 1 {
      #expect(throws: Inflate.Fault.truncated) { try Inflate.decompress(Self.squares[..<length], limit: 4096) }
    }
  }

  @Test("a bomb stops at the limit")
  func bomb() {
    // 1,032 times as long: a zero, and itself again and again by 258.
    #expect(throws: Inflate.Fault.tooLong(limit: 1000)) { try Inflate.decompress(Self.bomb[...], limit: 1000) }
    #expect(throws: Never.self) { try Inflate.decompress(Self.bomb[...], limit: 100_000) }
  }

  /// The squares from 0 to 399 modulo 97, by zlib at level 9.
  private static let squares: [UInt8] = [
    237, 144, 219, 141, 197, 32, 12, 5, 27, 154, 143, 216, 6, 3, 253, 55, 182, 3, 61, 236, 223, 149, 34, 148, 132,
    243, 254, 8, 6, 135, 104, 114, 82, 205, 56, 244, 96, 7, 69, 14, 198, 98, 37, 73, 5, 157, 28, 17, 197, 250, 136,
    100, 22, 71, 180, 92, 5, 124, 31, 204, 143, 77, 79, 114, 177, 55, 115, 144, 201, 86, 77, 169, 73, 4, 187, 105, 25,
    155, 74, 66, 36, 167, 216, 147, 117, 88, 158, 245, 158, 247, 233, 79, 175, 250, 130, 132, 74, 144, 38, 57, 158,
    144, 114, 138, 42, 173, 129, 54, 154, 105, 185, 175, 185, 17, 110, 144, 120, 161, 250, 6, 52, 166, 97, 141, 108,
    240, 126, 37, 242, 214, 177, 148, 213, 234, 150, 180, 170, 133, 235, 149, 119, 130, 227, 22, 193, 247, 219, 228,
    183, 201, 111, 147, 127, 216, 228, 15,
  ]
  /// 100,000 zeros, by zlib at level 9.
  private static let bomb: [UInt8] = [
    237, 193, 49, 1, 0, 0, 0, 194, 160, 245, 79, 109, 13, 15, 160, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 128, 87, 3,
  ]
}
