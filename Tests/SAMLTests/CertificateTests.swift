import Testing

@testable import SAML

/// Whole certificates, against what `openssl x509` says about them, and damaged in every single place.
@Suite struct CertificateTests {
  @Test(arguments: CertificateSample.all)
  func `a certificate says what openssl says`(sample: CertificateSample) throws {
    let reading = Certificate.read(text: sample.base64)
    #expect(reading.problems == [])
    let certificate = try #require(reading.certificate)
    #expect(certificate.subject.description == sample.subject)
    #expect(certificate.issuer.description == sample.issuer)
    #expect(certificate.isSelfIssued == (sample.subject == sample.issuer))
    #expect(certificate.serialNumber == sample.serialNumber)
    #expect(certificate.notBefore?.description == sample.notBefore)
    #expect(certificate.notAfter?.description == sample.notAfter)
    #expect(certificate.sha1.hexadecimal(separator: ":") == sample.sha1)
    #expect(certificate.sha256.hexadecimal(separator: ":") == sample.sha256)
    #expect(certificate.publicKeySHA256.description == sample.keySHA256)
    #expect(certificate.publicKey == sample.key)
    #expect(certificate.version == sample.version)
    #expect(certificate.signatureAlgorithm.description == sample.signature)
    #expect(certificate.signatureAlgorithm.hash == sample.hash)
    #expect(certificate.keyUsage?.description == sample.keyUsage)
  }

  @Test func `key usage is asked for by name`() throws {
    let usage = try #require(Certificate.read(text: CertificateSample.names.base64).certificate?.keyUsage)
    #expect(usage.contains([.digitalSignature, .keyEncipherment, .decipherOnly]))
  }

  @Test func `names are read in their order whatever their encoding`() throws {
    let subject = try #require(Certificate.read(text: CertificateSample.names.base64).certificate?.subject)
    #expect(
      subject.relativeNames.map { $0.map(\.value) }.prefix(5) == [
        ["CH"], ["Zürich Müller"], ["plain"], ["Ωmega 東京"], ["x"],
      ])
    #expect(subject.relativeNames.joined().map(\.name) == ["C", "O", "OU", "OU", "CN", "2.3.4.5"])
    #expect(subject.commonName == "x")
  }

  @Test(arguments: [CertificateSample.p256, .explicit])
  func `every truncation is named with what is missing`(sample: CertificateSample) {
    let der = sample.der
    #expect(der.count > 300)
    for count in 1..<der.count {
      let reading = Certificate.read(der: Array(der[..<count]))
      #expect(reading.certificate == nil)
      // The length itself is complete with the fourth byte.
      #expect(reading.problems == [.truncated(missing: count < 4 ? 1 : der.count - count)])
    }
  }

  @Test(arguments: [CertificateSample.p256, .explicit])
  func `every truncation of the text is named too`(sample: CertificateSample) {
    let text = Array(Encoding.base64(sample.der).utf8)
    for count in 8..<text.count - 4 {
      let part = Array(text[..<count])
      let missing = sample.der.count - count * 3 / 4
      #expect(Certificate.read(text: part.span).problems == [.truncated(missing: missing)])
    }
  }

  @Test(arguments: [CertificateSample.p256, .names])
  func `no flipped bit traps, and none goes unseen`(sample: CertificateSample) throws {
    let original = sample.der
    let fingerprint = try #require(Certificate.read(text: sample.base64).certificate?.sha256)
    for bit in 0..<original.count * 8 {
      var der = original
      der[bit / 8] ^= 1 << UInt8(bit % 8)
      let reading = Certificate.read(der: der)
      #expect(reading.certificate != nil || !reading.problems.isEmpty)
      #expect(reading.certificate?.sha256 != fingerprint)
      #expect(!reading.holdsPrivateKey)
      if let certificate = reading.certificate { Self.askEverything(of: certificate) }
    }
  }

  @Test func `no garbage traps`() {
    var state: UInt64 = 42
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let tags: [UInt8] = [0x30, 0x31, 0x02, 0x03, 0x06, 0xA0, 0x80, 0xFF, 0x84, 0x00, 0x1F, 0x17]
    for _ in 0..<3_000 {
      let der = [0x30, 0x20] + (0..<40).map { _ in next() < 128 ? tags[Int(next()) % tags.count] : next() }
      let reading = Certificate.read(der: der)
      if let certificate = reading.certificate { Self.askEverything(of: certificate) }
      let text = (0..<60).map { _ in next() }
      #expect(!Certificate.read(text: text.span).problems.isEmpty)
    }
  }

  /// Everything that reads the bytes again.
  static func askEverything(of certificate: Certificate) {
    _ = certificate.subject.description + certificate.issuer.description + certificate.serialNumber
    _ = (certificate.isSelfIssued, certificate.signatureAlgorithm.description, certificate.publicKey.description)
    _ = (certificate.keyUsage, certificate.publicKeySHA256, certificate.sha1)
    _ = (certificate.notBefore?.description, certificate.notAfter?.description)
  }
}
