/// The base64 of a certificate that reads as one: real structure, and a key and a signature that are noise.
struct MadeCertificate {
  let text: String

  /// - Parameters:
  ///   - name: the common name of issuer and subject.
  ///   - width: characters in a line; 0 is one line.
  init(name: String, width: Int, _ numbers: inout Numbers) {
    let bytes = numbers.chance(70) ? 256 : 384
    var modulus = numbers.bytes(bytes)
    modulus[0] |= 0x80
    modulus[bytes - 1] |= 1
    let sha256RSA = Self.sequence(Self.element(6, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 11]) + [5, 0])
    let rsa = Self.sequence(Self.element(6, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1]) + [5, 0])
    let person = Self.sequence(
      Self.pair([0x55, 4, 6], "CH") + Self.pair([0x55, 4, 10], "Example Federation") + Self.pair([0x55, 4, 3], name))
    let start = 20 + numbers.below(5)
    let validity = Self.sequence(
      Self.time("\(start)0\(1 + numbers.below(9))01120000Z")
        + Self.time("\(start + 15)0\(1 + numbers.below(9))01120000Z"))
    let key = Self.sequence(Self.element(2, [0] + modulus) + [2, 3, 1, 0, 1])
    let signed = Self.sequence(
      [0xA0, 3, 2, 1, 2] + Self.element(2, [0x40] + numbers.bytes(15)) + sha256RSA + person + validity + person
        + Self.sequence(rsa + Self.element(3, [0] + key)))
    let whole = Self.sequence(signed + sha256RSA + Self.element(3, [0] + numbers.bytes(bytes)))
    text = Self.base64(whole, width: width)
  }

  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      count < 0x80
      ? [UInt8(count)] : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
    return [tag] + length + content
  }

  private static func sequence(_ content: [UInt8]) -> [UInt8] { element(0x30, content) }

  private static func pair(_ oid: [UInt8], _ value: String) -> [UInt8] {
    element(0x31, sequence(element(6, oid) + element(12, Array(value.utf8))))
  }

  private static func time(_ text: String) -> [UInt8] { element(0x17, Array(text.utf8)) }

  private static func base64(_ bytes: [UInt8], width: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    var column = 0
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        if width > 0, column == width {
          text.append(0x0A)
          column = 0
        }
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
        column += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
