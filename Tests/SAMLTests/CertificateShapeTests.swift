import Testing

@testable import SAML

/// DER made for one question each: dates, keys, lengths, and what is taken for a certificate.
@Suite struct CertificateShapeTests {
  static func read(_ der: [UInt8]) -> Certificate.Reading {
    Certificate.read(text: Encoding.base64(der))
  }

  @Test(arguments: [
    (Encoding.utcTime("491231235959Z"), "2049-12-31T23:59:59Z"),
    (Encoding.utcTime("500101000000Z"), "1950-01-01T00:00:00Z"),
    (Encoding.utcTime("000229000000Z"), "2000-02-29T00:00:00Z"),
    (Encoding.generalizedTime("20500101000000Z"), "2050-01-01T00:00:00Z"),
    (Encoding.generalizedTime("99991231235959Z"), "9999-12-31T23:59:59Z"),
    (Encoding.generalizedTime("00010101000000Z"), "0001-01-01T00:00:00Z"),
    (Encoding.generalizedTime("20260101000000.25Z"), "2026-01-01T00:00:00Z"),
    (Encoding.utcTime("2601010000Z"), "2026-01-01T00:00:00Z"),
    (Encoding.utcTime("260101013000+0130"), "2026-01-01T00:00:00Z"),
    (Encoding.utcTime("251231230000-0100"), "2026-01-01T00:00:00Z"),
  ])
  func `times are read as the standard says`(time: [UInt8], expected: String) {
    let reading = Self.read(Encoding.certificate(notBefore: time, notAfter: time))
    #expect(reading.problems == [])
    #expect(reading.certificate?.notBefore?.description == expected)
    #expect(reading.certificate?.notAfter?.description == expected)
  }

  @Test(arguments: [
    Encoding.utcTime("261301000000Z"), Encoding.utcTime("260230000000Z"), Encoding.utcTime("260101240000Z"),
    Encoding.utcTime("260101006000Z"), Encoding.utcTime("260101000060Z"), Encoding.utcTime("260101000000"),
    Encoding.utcTime("260101000000Zx"), Encoding.utcTime("26010100000"), Encoding.utcTime(""),
    Encoding.utcTime("2601010000 0Z"), Encoding.utcTime("260101000000+01"), Encoding.generalizedTime("20260101"),
    Encoding.generalizedTime("20260101000000"), Encoding.utcTime("260101000000.5Z"),
    Encoding.integer(1),
  ])
  func `what is no time leaves the rest readable`(time: [UInt8]) {
    let reading = Self.read(Encoding.certificate(notAfter: time))
    #expect(reading.problems == [.validityUnreadable])
    #expect(reading.certificate?.notBefore != nil)
    #expect(reading.certificate != nil && reading.certificate?.notAfter == nil)
    #expect(reading.certificate?.publicKey == .ed25519)
  }

  static func rsa(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
    let numbers = Encoding.sequence(Encoding.integer(bytes: modulus), Encoding.integer(bytes: exponent))
    return Encoding.sequence(Encoding.sequence(Encoding.rsa, [5, 0]), Encoding.bits(numbers))
  }

  @Test func `RSA keys are measured by their numbers`() {
    let long = [0] + [UInt8](repeating: 0xFF, count: 256)
    let odd = [0x7F] + [UInt8](repeating: 0xFF, count: 255)
    #expect(Self.key(Self.rsa(modulus: long, exponent: [3])) == .rsa(bits: 2048, exponent: 3))
    #expect(Self.key(Self.rsa(modulus: odd, exponent: [1, 0, 1])) == .rsa(bits: 2047, exponent: 65537))
    #expect(
      Self.key(Self.rsa(modulus: long, exponent: [1, 0, 0, 0, 0, 0, 0, 0, 0])) == .rsa(bits: 2048, exponent: nil))
    #expect(
      Self.key(Self.rsa(modulus: long, exponent: [0] + [UInt8](repeating: 0xFF, count: 8)))
        == .rsa(bits: 2048, exponent: .max))
    #expect(Self.key(Self.rsa(modulus: [0x80, 1], exponent: [3])) == .unreadable(.rsaEncryption))
    #expect(Self.key(Self.rsa(modulus: [], exponent: [3])) == .unreadable(.rsaEncryption))
    #expect(Self.key(Self.rsa(modulus: long, exponent: [0])) == .unreadable(.rsaEncryption))
  }

  static func key(_ key: [UInt8]) -> PublicKey? {
    let reading = read(Encoding.certificate(key: key))
    if case .unreadable = reading.certificate?.publicKey {
      #expect(reading.problems == [.keyUnreadable])
    } else {
      #expect(reading.problems == [])
    }
    return reading.certificate?.publicKey
  }

  @Test func `other keys are told apart`() {
    let curveKey = Encoding.oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01)
    let point = Encoding.bits([4] + [UInt8](repeating: 1, count: 40))
    let unknown = Encoding.oid(0x2B, 0x81, 0x04, 0x00, 0x08)
    #expect(
      Self.key(Encoding.sequence(Encoding.sequence(curveKey, unknown), point))
        == .ec(curve: .other(OID(1, 3, 132, 0, 8)), bits: 160))
    let compressed = Encoding.bits([3] + [UInt8](repeating: 1, count: 20))
    #expect(
      Self.key(Encoding.sequence(Encoding.sequence(curveKey, unknown), compressed))
        == .ec(curve: .other(OID(1, 3, 132, 0, 8)), bits: 160))
    #expect(Self.key(Encoding.sequence(Encoding.sequence(curveKey, [5, 0]), point)) == .unreadable(.ecPublicKey))
    #expect(Self.key(Encoding.sequence(Encoding.sequence(curveKey), point)) == .unreadable(.ecPublicKey))
    let exchange = Encoding.sequence(Encoding.oid(0x2B, 0x65, 0x6E))
    #expect(Self.key(Encoding.sequence(exchange, Encoding.bits([1]))) == .other(OID(1, 3, 101, 110)))
    #expect(Self.key(Encoding.sequence(Encoding.ed25519, Encoding.bits([1]))) == .unreadable(.ed25519))
    let dsa = Encoding.sequence(Encoding.oid(0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01))
    #expect(Self.key(Encoding.sequence(dsa, point)) == .dsa(bits: nil))
    #expect(Self.key(Encoding.sequence([], [])) == .unreadable(nil))
  }

  @Test(arguments: [
    ([UInt8](arrayLiteral: 0), "00"), ([1], "01"), ([0, 0x80], "80"), ([0xFF], "-01"), ([0x80], "-80"),
    ([0xFF, 0x7F], "-81"), ([0x80, 0], "-8000"), ([0xFF, 0], "-0100"), ([0, 0, 5], "05"),
  ])
  func `serial numbers of every sign are written`(content: [UInt8], expected: String) {
    let reading = Self.read(Encoding.certificate(serial: Encoding.integer(bytes: content)))
    #expect(reading.certificate?.serialNumber == expected)
  }

  @Test(arguments: [
    (UInt8(0x0C), [UInt8](arrayLiteral: 0x41, 0xFF, 0x42), "A\u{FFFD}B"), (0x13, [0x41, 0xE9], "Aé"),
    (0x14, [0xFC], "ü"), (0x1E, [0x30, 0x42, 0xD8, 0x3D, 0xDE, 0x00], "あ😀"), (0x1E, [0, 0x41, 0x42], "A\u{FFFD}"),
    (0x1E, [0xD8, 0x00], "\u{FFFD}"), (0x1C, [0, 1, 0xF6, 0x00], "😀"), (0x1C, [0xFF, 0, 0, 0, 1], "\u{FFFD}\u{FFFD}"),
    (0x04, [1, 2], "#04020102"), (0x0C, [], ""), (0x0C, [0x61, 0, 0x62], "a\u{0}b"),
  ])
  func `text of every kind is read, whatever its bytes`(tag: UInt8, content: [UInt8], expected: String) {
    let pair = Encoding.sequence(Encoding.oid(0x55, 0x04, 0x03), Encoding.der(tag, content))
    let reading = Self.read(Encoding.certificate(name: Encoding.sequence(Encoding.der(0x31, pair))))
    #expect(reading.certificate?.subject.commonName == expected)
  }

  @Test(arguments: [
    Encoding.sequence(commonName), Encoding.sequence(Encoding.der(0x31, Encoding.oid(0x55, 0x04, 0x03))),
    Encoding.sequence(Encoding.der(0x31, Encoding.sequence(Encoding.oid(0x55, 0x04, 0x03)))),
    Encoding.sequence(Encoding.der(0x31, Encoding.sequence(Encoding.integer(1), Encoding.der(0x0C, [65])))),
    Encoding.sequence(Encoding.der(0x31, commonName + [0x0C])), Encoding.sequence(Encoding.der(0x31, commonName), [0]),
  ])
  func `a certificate with a damaged name is none`(name: [UInt8]) {
    let whole = Encoding.sequence(Encoding.der(0x31, Self.commonName))
    #expect(Self.read(Encoding.certificate(name: whole)).certificate?.subject.commonName == "A")
    Self.expectMalformed(Encoding.certificate(name: name))
  }

  static let commonName = Encoding.sequence(Encoding.oid(0x55, 0x04, 0x03), Encoding.der(0x0C, [65]))

  static func expectMalformed(_ der: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let reading = read(der)
    #expect(reading.certificate == nil, sourceLocation: sourceLocation)
    guard case .malformed? = reading.problems.first else {
      Issue.record("not malformed but \(reading.problems)", sourceLocation: sourceLocation)
      return
    }
  }

  @Test(arguments: [
    Encoding.oid(0x55, 0x1D, 0x0F), Encoding.sequence(Encoding.oid(0x55, 0x1D, 0x0F)),
    Encoding.sequence(Encoding.oid(0x55, 0x1D, 0x0F), Encoding.integer(1)),
    Encoding.sequence(Encoding.oid(0x55, 0x1D, 0x0F), Encoding.der(0x04, []), Encoding.der(0x04, [])),
  ])
  func `a certificate with a damaged extension is none`(field: [UInt8]) {
    let whole = Encoding.sequence(Encoding.oid(0x55, 0x1D, 0x0F), Encoding.der(0x04, [3, 2, 7, 0x80]))
    let list = Encoding.der(0xA3, Encoding.sequence(whole))
    #expect(Self.read(Encoding.certificate(extensions: list)).problems == [])
    Self.expectMalformed(Encoding.certificate(extensions: Encoding.der(0xA3, Encoding.sequence(whole, field))))
  }

  @Test func `control characters in names are escaped`() {
    let pair = Encoding.sequence(Encoding.oid(0x55, 0x04, 0x03), Encoding.der(0x0C, Array("a\u{1B}[2J\n".utf8)))
    let reading = Self.read(Encoding.certificate(name: Encoding.sequence(Encoding.der(0x31, pair))))
    #expect(reading.certificate?.subject.description == #"CN=a\1B[2J\0A"#)
  }

  @Test func `identifiers are written with dots`() {
    #expect(OID(1, 2, 840, 113549, 1, 1, 1).description == "1.2.840.113549.1.1.1")
    #expect(OID(2, 999, 3).description == "2.999.3")
    #expect(
      OID(encoded: [0x69] + [UInt8](repeating: 0xFF, count: 17) + [0x7F]).description == "2.25.\(UInt128.max >> 2)")
    #expect(OID(encoded: []).description == "#")
    #expect(OID(encoded: [0x2A, 0x86]).description == "#2A86")
    #expect(OID(encoded: [0x2A, 0x80, 0x01]).description == "#2A8001")
    #expect(OID(encoded: [0x2A] + [UInt8](repeating: 0xFF, count: 30) + [1]).description.hasPrefix("#2AFF"))
  }

  @Test func `lengths are held against what is there`() {
    let whole = Encoding.certificate()
    #expect(whole.count == 2 + Int(whole[1]))
    let body = whole.dropFirst(2)
    #expect(Self.read([0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF] + body).problems == [.notDER(offset: 1)])
    #expect(Self.read([0x30, 0x84, 0x80, 0, 0, 0] + body).problems == [.notDER(offset: 1)])
    #expect(Self.read([0x30, 0x80] + body + [0, 0]).problems == [.notDER(offset: 1)])
    #expect(Self.read([0x30, 0xFF] + body).problems == [.truncated(missing: 1)])
    // Longer than need be, which OpenSSL reads too.
    let long = [0x30, 0x84, 0, 0, UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + body
    #expect(Self.read(long).problems == [])
    #expect(Self.read(long).certificate?.der == long)
  }

  @Test func `depth is no danger`() {
    var nested: [UInt8] = [5, 0]
    for _ in 0..<1_500 { nested = Encoding.sequence(nested) }
    #expect(Self.read(nested).certificate == nil)
    #expect(Self.read(Encoding.certificate(name: nested)).certificate == nil)
  }

  @Test func `what does not go on as a certificate is malformed there`() {
    let body = Encoding.sequence(Encoding.integer(1), Encoding.ed25519, Encoding.sequence())
    let der = Encoding.sequence(body, Encoding.ed25519, Encoding.bits([1]))
    #expect(Self.read(der).problems == [.malformed(offset: 2 + body.count)])
    #expect(Self.read(Encoding.sequence(Encoding.der(0x0C, [65]))).problems == [.notCertificate(.other)])
    #expect(Self.read(Encoding.der(0x04, [1])).problems == [.notDER(offset: 0)])
  }
}
