public import SAML

/// The identity provider's certificates that AWS trusts, as its page Manage SAML 2.0 certificates shows them: whole
/// certificates, or fingerprints of them.
public struct TrustedCertificates: Sendable, Hashable {
  /// Certificates that were given whole.
  public let certificates: [Certificate]
  /// Fingerprints by SHA-1 or SHA-256.
  public let fingerprints: Set<[UInt8]>

  /// Reads a text that somebody put together: PEM blocks and fingerprints (40 or 64 hexadecimal digits, in pairs with
  /// `:` or blanks between them or not), with anything else around them; nil where there is none of either.
  public init?(text: String) {
    var certificates: [Certificate] = []
    var fingerprints: Set<[UInt8]> = []
    var block: [Substring]?
    for line in text.split(whereSeparator: \.isNewline) {
      if line.contains(begin) {
        block = []
      } else if line.contains(end), let lines = block {
        if let certificate = Certificate.read(text: lines.joined()).certificate { certificates.append(certificate) }
        block = nil
      } else if block != nil {
        block?.append(line)
      } else if let fingerprint = Self.fingerprint(in: line) {
        fingerprints.insert(fingerprint)
      }
    }
    guard !certificates.isEmpty || !fingerprints.isEmpty else { return nil }
    self.certificates = certificates
    self.fingerprints = fingerprints
  }

  /// Whether AWS verifies signatures of the certificate's key.
  func trusts(_ certificate: Certificate) -> Bool {
    certificates.contains { $0.publicKeySHA256 == certificate.publicKeySHA256 }
      || fingerprints.contains(certificate.sha1.bytes) || fingerprints.contains(certificate.sha256.bytes)
  }

  /// How many were given.
  var count: Int { certificates.count + fingerprints.count }

  /// The digits of a line that has a fingerprint in it, labels left out: `SHA-1 thumbprint: AB:CD…`.
  private static func fingerprint(in line: Substring) -> [UInt8]? {
    var digits: [UInt8] = []
    var best: [UInt8]?
    for character in line + "\n" {
      if let value = character.isASCII ? character.hexDigitValue : nil {
        digits.append(UInt8(truncatingIfNeeded: value))
      } else if character != ":" && character != " " && character != "-" {
        if [40, 64].contains(digits.count) { best = digits }
        digits = []
      }
    }
    guard let best else { return nil }
    return stride(from: 0, to: best.count, by: 2).map { best[$0] << 4 | best[$0 + 1] }
  }
}

private let begin = "-----BEGIN CERTIFICATE-----"
private let end = "-----END CERTIFICATE-----"
