@testable import SAML

/// A certificate in DER, and as the text of an element.
enum CertificateRun {
  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    let reading = Certificate.read(der: bytes)
    try Claim.holds(reading.certificate != nil || !reading.problems.isEmpty, "no certificate has a reason")
    try ask(reading)
    let text = Array(Base64.encode(bytes).utf8)
    let decoded = Certificate.read(text: text.span)
    if reading.problems.isEmpty { try Claim.holds(decoded == reading, "base64 does not matter") }
    try ask(decoded)
    try ask(Certificate.read(text: bytes.span))
  }

  static func ask(_ reading: Certificate.Reading) throws(Claim.Broken) {
    _ = reading.problems.map(\.description)
    guard let certificate = reading.certificate else { return }
    try Claim.holds(!reading.holdsPrivateKey, "a private key is no certificate")
    _ = certificate.subject.description + certificate.issuer.description + certificate.serialNumber
    _ = (certificate.subject.commonName, certificate.isSelfIssued, certificate.signatureAlgorithm.description)
    _ = (certificate.publicKey.description, certificate.keyUsage?.description)
    _ = (certificate.notBefore?.description, certificate.notAfter?.description, certificate.sha1)
    try Claim.holds(Certificate.read(der: certificate.der).certificate == certificate, "a certificate reads as itself")
  }
}
