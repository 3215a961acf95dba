import Markup
public import SAML

/// What one key of a role says.
public struct KeyFacts: Sendable {
  /// The `use` as written; nil where nothing is said, which means both.
  public let use: String?
  /// The certificates that carry the key.
  public let certificates: [CertificateFacts]
  /// Those of them whose key this is: all but the issuers of a chain.
  public let keyCertificates: [CertificateFacts]
  /// How many key names are given.
  public let keyNames: Int
  /// How many bare keys are given.
  public let keyValues: Int

  init(_ key: KeyDescriptor, now: Instant) {
    use = key.useAttribute?.value.collapsed
    certificates = key.certificates.map { CertificateFacts($0.reading, now: now) }
    let own = key.keyCertificates
    keyCertificates =
      own.count == certificates.count ? certificates : own.map { CertificateFacts($0.reading, now: now) }
    keyNames = key.keyNames.count
    keyValues = key.keyValues.count
  }
}

/// What one certificate says, or why it says nothing. Nothing is verified.
public struct CertificateFacts: Sendable {
  /// What could be read; nil where the text is no certificate.
  public let content: Content?
  /// What is wrong with the text, in words.
  public let problems: [String]

  /// What a certificate says.
  public struct Content: Hashable, Sendable {
    /// Whom the key belongs to, as RFC 4514 writes names.
    public let subject: String
    /// Who signed it, where that is somebody else.
    public let issuer: String?
    /// The first instant of validity.
    public let notBefore: Instant?
    /// The last instant of validity.
    public let notAfter: Instant?
    /// Whole days from now to the end of validity; negative where it has passed.
    public let daysLeft: Int64?
    /// Kind and size of the key: `RSA 2048`.
    public let publicKey: String
    /// How the certificate was signed, in OpenSSL's words.
    public let signatureAlgorithm: String
    /// The serial number in hexadecimal.
    public let serialNumber: String
    /// The fingerprint by SHA-1 in pairs of digits with colons, as consoles show it.
    public let sha1: String
    /// The fingerprint by SHA-256, likewise.
    public let sha256: String
  }

  init(_ reading: Certificate.Reading, now: Instant) {
    problems = reading.problems.map(\.description)
    content = reading.certificate.map { certificate in
      Content(
        subject: certificate.subject.description,
        issuer: certificate.isSelfIssued ? nil : certificate.issuer.description,
        notBefore: certificate.notBefore, notAfter: certificate.notAfter,
        daysLeft: certificate.notAfter.map { now.days(until: $0) }, publicKey: certificate.publicKey.description,
        signatureAlgorithm: certificate.signatureAlgorithm.description, serialNumber: certificate.serialNumber,
        sha1: certificate.sha1.hexadecimal(separator: ":"), sha256: certificate.sha256.hexadecimal(separator: ":"))
    }
  }
}
