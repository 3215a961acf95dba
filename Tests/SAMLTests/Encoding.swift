/// What the module only reads, written: base64, hexadecimal and DER.
enum Encoding {
  static func base64(_ bytes: [UInt8], alphabet: String = "+/", padding: Bool = true) -> String {
    let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + alphabet)
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << ((3 - group.count) * 8)
      for place in 0...group.count { text.append(characters[bits >> (18 - place * 6) & 63]) }
      if padding { text += String(repeating: "=", count: 3 - group.count) }
    }
    return text
  }

  /// One element of DER with the shortest length.
  static func der(_ tag: UInt8, _ content: [UInt8]...) -> [UInt8] {
    let bytes = content.flatMap { $0 }
    switch bytes.count {
    case ..<0x80: return [tag, UInt8(bytes.count)] + bytes
    case ..<0x100: return [tag, 0x81, UInt8(bytes.count)] + bytes
    default: return [tag, 0x82, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
    }
  }

  static func sequence(_ content: [UInt8]...) -> [UInt8] { der(0x30, content.flatMap { $0 }) }
  static func integer(_ content: UInt8...) -> [UInt8] { der(0x02, content) }
  static func integer(bytes: [UInt8]) -> [UInt8] { der(0x02, bytes) }
  static func oid(_ content: UInt8...) -> [UInt8] { der(0x06, content) }
  static func bits(_ content: [UInt8]) -> [UInt8] { der(0x03, [0] + content) }
  static func utcTime(_ text: String) -> [UInt8] { der(0x17, Array(text.utf8)) }
  static func generalizedTime(_ text: String) -> [UInt8] { der(0x18, Array(text.utf8)) }

  static let rsa = oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01)
  static let ed25519 = sequence(oid(0x2B, 0x65, 0x70))
  static let ed25519Key = sequence(ed25519, bits([UInt8](repeating: 7, count: 32)))

  /// A certificate that nobody signed, of the parts that a test is about.
  static func certificate(
    notBefore: [UInt8] = utcTime("260101000000Z"), notAfter: [UInt8] = utcTime("270101000000Z"),
    key: [UInt8] = ed25519Key, serial: [UInt8] = integer(1), name: [UInt8] = sequence(), extensions: [UInt8] = [],
    signature: [UInt8] = ed25519
  ) -> [UInt8] {
    let body = [der(0xA0, integer(2)), serial, signature, name, sequence(notBefore, notAfter), name, key, extensions]
    return sequence(sequence(body.flatMap { $0 }), signature, bits([1, 2, 3]))
  }
}
