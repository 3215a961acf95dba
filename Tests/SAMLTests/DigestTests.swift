import SAML
import Testing

/// Vectors of FIPS 180-4 as NIST publishes them with the Secure Hash Standard's examples.
@Suite struct DigestTests {
  static let twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
  static let fourBlocks =
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (twoBlocks, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
    (fourBlocks, "a49b2446a02c645bf419f995b67091253a04a259"),
    (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
  ])
  func `SHA-1 gives the published digests`(message: String, expected: String) {
    let bytes = Array(message.utf8)
    #expect(Digest.sha1(bytes.span).description == expected)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (twoBlocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    (fourBlocks, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `SHA-256 gives the published digests`(message: String, expected: String) {
    let bytes = Array(message.utf8)
    #expect(Digest.sha256(bytes.span).description == expected)
  }

  /// The padding takes a block of its own from 56 bytes on; each length around it is known from `sha256sum`.
  @Test(arguments: [
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
  ])
  func `a digest is right at the edges of blocks`(count: Int, expected: String) {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
    #expect(Digest.sha256(bytes.span).description == expected)
  }

  @Test func `a digest is written in the ways that consoles use`() {
    let bytes: [UInt8] = []
    let digest = Digest.sha1(bytes.span)
    #expect(digest.hexadecimal(separator: ":").hasPrefix("DA:39:A3:EE:5E"))
    #expect(digest.hexadecimal().hasPrefix("DA39A3EE5E"))
    #expect(digest.hexadecimal(separator: " ", uppercase: false).hasPrefix("da 39 a3 ee"))
    #expect(digest.bytes.count == 20)
  }
}
