import SAML
import Testing

@Suite struct Base64EncodingTests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func vectors(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }

  @Test func everyByteComesBack() throws {
    let bytes = (0...255).map(UInt8.init)
    let encoded = Array(Base64.encode(bytes).utf8)
    #expect(try Base64.decode(encoded.span) == bytes)
  }
}
