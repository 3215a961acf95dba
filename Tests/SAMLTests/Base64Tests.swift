import SAML
import Testing

@Suite struct Base64Tests {
  static func decode(_ text: String) throws(Base64.Fault) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: try Base64.decode(bytes.span), as: UTF8.self)
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("Zm9vYmE=", "fooba"),
    ("Zm9vYmFy", "foobar"),
  ])
  func `the vectors of RFC 4648 decode`(text: String, expected: String) throws {
    #expect(try Self.decode(text) == expected)
  }

  @Test(arguments: [" Zm9v\n", "Z\tm\r\n9 v", "Zm 9v", "\n\n  Zm9\n  v"])
  func `white space may be anywhere`(text: String) throws {
    #expect(try Self.decode(text) == "foo")
  }

  @Test func `white space may be between and after padding`() throws {
    #expect(try Self.decode("Z g\n= =\n") == "f")
  }

  @Test func `every value of every place decodes`() throws {
    let bytes = (0..<3 * 256).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ $0 / 3) }
    for count in 0...bytes.count {
      let text = Array(Encoding.base64(Array(bytes[..<count])).utf8)
      #expect(try Base64.decode(text.span) == Array(bytes[..<count]))
    }
  }

  @Test(arguments: [
    ("Zm9v!mFy", Base64.Reason.character("!"), 4),
    ("Zm9\n v-", .character("-"), 6),
    ("Zm9v_", .character("_"), 4),
    ("Zm\u{A0}9v", .character("\u{A0}"), 2),
    ("Zm9v\u{200B}", .character("\u{200B}"), 4),
    ("Zm\u{0}v", .character("\u{0}"), 2),
    ("Z", .incomplete(missing: 3), 1),
    ("Zm", .incomplete(missing: 2), 2),
    ("Zm9\n", .incomplete(missing: 1), 4),
    ("Zm9vZg=\n", .incomplete(missing: 1), 8),
    ("=", .misplacedPadding, 0),
    ("Zm9v=", .misplacedPadding, 4),
    ("Z===", .misplacedPadding, 1),
    ("Zg===", .misplacedPadding, 4),
    ("Zm8==", .misplacedPadding, 4),
    ("Zg==Zg==", .misplacedPadding, 4),
    ("Zg= =\nZ", .misplacedPadding, 6),
    ("Zg==!", .character("!"), 4),
    ("Zh==", .leftoverBits, 1),
    ("Zm9vZm\n9=", .leftoverBits, 7),
  ])
  func `what is no base64 is named with its place`(text: String, reason: Base64.Reason, offset: Int) {
    let fault = #expect(throws: Base64.Fault.self) { try Self.decode(text) }
    #expect(fault?.reason == reason)
    #expect(fault?.offset == offset)
  }

  @Test func `bytes that are no UTF-8 are named by the replacement character`() {
    let bytes: [UInt8] = [0x5A, 0x6D, 0xFF, 0x76]
    let fault = #expect(throws: Base64.Fault.self) { try Base64.decode(bytes.span) }
    #expect(fault?.reason == .character("\u{FFFD}"))
    #expect(fault?.offset == 2)
  }

  @Test func `a fault writes the number of a character and never the character`() {
    let fault = #expect(throws: Base64.Fault.self) { try Self.decode("Zm\u{202E}v") }
    #expect(fault?.description == "U+202E at byte 2 is no character of base64")
  }
}
