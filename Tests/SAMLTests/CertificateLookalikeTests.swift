import SAML
import Testing

/// What is put where a certificate belongs. The keys here are shapes of keys without any key in them.
@Suite struct CertificateLookalikeTests {
  static let number = Encoding.integer(bytes: [UInt8](repeating: 0x41, count: 64))
  static let pbes2 = Encoding.sequence(Encoding.oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D))
  static let secret = Encoding.der(0x04, [UInt8](repeating: 0x41, count: 64))
  static let pkcs1 = Encoding.sequence(Encoding.integer(0), number, Encoding.integer(1, 0, 1), number, number)
  static let pkcs8 = Encoding.sequence(Encoding.integer(0), Encoding.sequence(Encoding.rsa, [5, 0]), secret)
  static let keyStore = Encoding.sequence(
    Encoding.integer(3),
    Encoding.sequence(Encoding.oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01), Encoding.der(0xA0, secret)))

  static let privateKeys = [
    pkcs1, pkcs8, Encoding.sequence(Encoding.integer(1), secret), Encoding.sequence(pbes2, secret),
    Array("openssh-key-v1\0".utf8) + secret,
  ]

  @Test(arguments: privateKeys)
  func `a private key is recognised, whole and cut`(der: [UInt8]) {
    for bytes in [der, Array(der.dropLast(20)), der + [0], CertificateSample.p256.der + der] {
      let reading = Certificate.read(text: Encoding.base64(bytes))
      if bytes.count > der.count + 1, der[0] != 0x30 { continue }
      #expect(reading.problems == [.notCertificate(.privateKey)])
      #expect(reading.holdsPrivateKey)
      #expect(reading.certificate == nil)
    }
  }

  @Test(arguments: ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "OPENSSH PRIVATE KEY"])
  func `armour that says so is enough`(label: String) {
    let certificate = "-----BEGIN CERTIFICATE-----\n\(CertificateSample.p256.base64)\n-----END CERTIFICATE-----\n"
    let key = "-----BEGIN \(label)-----\nQUFBQQ==\n-----END \(label)-----\n"
    for text in [key, certificate + key, key + certificate, key.replacing(" ", with: ""), "x" + key] {
      for text in [text, Encoding.base64(Array(text.utf8))] {
        let reading = Certificate.read(text: text)
        #expect(reading.problems == [.notCertificate(.privateKey)])
        #expect(reading.holdsPrivateKey)
        #expect(reading.certificate == nil)
      }
    }
  }

  @Test func `a private key is recognised in every spelling`() {
    let text = Encoding.base64(Self.pkcs8)
    let hexadecimal = Self.pkcs8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    let spellings = [
      "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----", hexadecimal, Encoding.base64(Array(text.utf8)),
      Encoding.base64(Self.pkcs8, padding: false),
      Encoding.base64(
        Encoding.sequence(
          Encoding.integer(0), Encoding.sequence(Encoding.rsa, [5, 0]), Encoding.der(0x04, [0xFB, 0xFF, 0xFB, 0xFF])),
        alphabet: "-_"),
    ]
    for spelling in spellings { #expect(Certificate.read(text: spelling).problems == [.notCertificate(.privateKey)]) }
  }

  @Test func `a key store counts as a secret`() {
    let reading = Certificate.read(text: Encoding.base64(Self.keyStore))
    #expect(reading.problems == [.notCertificate(.pkcs12)])
    #expect(reading.holdsPrivateKey)
    // As Java writes it: lengths to be found out.
    let endless = [0x30, 0x80] + Self.keyStore.dropFirst(Self.keyStore[1] == 0x81 ? 3 : 2) + [0, 0]
    #expect(Certificate.read(text: Encoding.base64(endless)).problems == [.notCertificate(.pkcs12)])
  }

  @Test func `no description holds anything of a secret`() {
    for der in Self.privateKeys {
      for text in [
        Encoding.base64(der), "-----BEGIN PRIVATE KEY-----\n\(Encoding.base64(der))!\n-----END PRIVATE KEY-----",
      ] {
        let reading = Certificate.read(text: text)
        #expect(reading.problems.map(\.description) == ["a private key, not a certificate"])
        #expect(!"\(reading)".contains("QUFB"))
      }
    }
  }

  static let name = Encoding.sequence(
    Encoding.der(0x31, Encoding.sequence(Encoding.oid(0x55, 0x04, 0x03), Encoding.der(0x0C, [0x78]))))

  @Test(arguments: [
    (Encoding.ed25519Key, Certificate.Lookalike.publicKey),
    (Encoding.sequence(number, Encoding.integer(1, 0, 1)), .publicKey),
    (
      Encoding.sequence(
        Encoding.sequence(Encoding.integer(0), name, Encoding.ed25519Key, Encoding.der(0xA0)), Encoding.ed25519,
        Encoding.bits([1])), .certificateRequest
    ),
    (
      Encoding.sequence(
        Encoding.sequence(Encoding.integer(1), Encoding.ed25519, name, Encoding.utcTime("260101000000Z")),
        Encoding.ed25519, Encoding.bits([1])), .revocationList
    ),
    (
      Encoding.sequence(
        Encoding.sequence(Encoding.ed25519, name, Encoding.utcTime("260101000000Z")), Encoding.ed25519,
        Encoding.bits([1])), .revocationList
    ),
    (
      Encoding.sequence(
        Encoding.oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02), Encoding.der(0xA0, Encoding.sequence())),
      .pkcs7
    ),
    (Encoding.sequence(Encoding.integer(7)), .other),
  ])
  func `what is no secret is told apart`(der: [UInt8], expected: Certificate.Lookalike) {
    let reading = Certificate.read(text: Encoding.base64(der))
    #expect(reading.problems == [.notCertificate(expected)])
    #expect(!reading.holdsPrivateKey)
  }

  /// Made with `openssl req`.
  @Test func `a real request and a real public key are recognised`() {
    let request = """
      MIGMMEACAQAwDTELMAkGA1UEAwwCdjEwKjAFBgMrZXADIQBWHW5RuI33RWCpcDkiIhNmpzOL0beS8oJQK0P0oqkJAqAAMAUGAytlcANBAD+jq0ub
      AGZLBZSLY684kVLZc+ms9mzn7HRB4/RvuvqTJZZ6v4ctfi9Er65NzMb2FDeqiiqam/hPsGPC8rO4JwA=
      """
    let key = "MCowBQYDK2VwAyEAVh1uUbiN90VgqXA5IiITZqczi9G3kvKCUCtD9KKpCQI="
    #expect(Certificate.read(text: request).problems == [.notCertificate(.certificateRequest)])
    #expect(Certificate.read(text: key).problems == [.notCertificate(.publicKey)])
    let armoured = "-----BEGIN PUBLIC KEY-----\n\(key)\n-----END PUBLIC KEY-----"
    #expect(Certificate.read(text: armoured).problems == [.armoured, .notCertificate(.publicKey)])
  }
}
