/// An X.509 certificate (RFC 5280) as metadata carries it: a key in an envelope, with dates and names on it.
///
/// Made by `Certificate.read(text:)`. It is read, never verified: no signature is checked and no chain built. What is
/// always needed was taken out while reading; the rest is found again in `der` when asked for. Everything that was
/// written by whoever made the certificate is untrusted text.
public struct Certificate: Sendable {
  /// The certificate's bytes, without anything that came after it.
  public let der: [UInt8]
  /// 1 to 3, as it is counted in print (the encoding counts from 0).
  public let version: Int
  /// Start of validity; nil where the bytes name no time.
  public let notBefore: Instant?
  /// End of validity; nil where the bytes name no time. "No well-defined end" is the last second of the year 9999.
  public let notAfter: Instant?
  /// The public key's kind and size; `.unreadable` where the bytes do not say.
  public let publicKey: PublicKey

  /// Where everything else is in `der`.
  let places: CertificatePlaces

  /// The longest certificate that is read: 16 KiB of DER. Ordinary ones have 700 to 2,500 bytes.
  public static let maximumLength = 16_384

  /// Upper-case hexadecimal digits of the number, two for each byte, with a `-` before negative ones, as
  /// `openssl x509 -serial` writes it.
  public var serialNumber: String {
    var bytes = Array(der[places.serialNumber])
    let isNegative = bytes.first.map { $0 >= 0x80 } ?? false
    if isNegative {
      // Two's complement: invert, and add one from the right.
      var carry = true
      for index in bytes.indices.reversed() {
        bytes[index] = ~bytes[index] &+ (carry ? 1 : 0)
        carry = carry && bytes[index] == 0
      }
    }
    let digits = bytes.drop { $0 == 0 }
    return (isNegative ? "-" : "") + hexadecimal(digits.isEmpty ? [0] : digits)
  }

  /// Whom the key belongs to, as far as the certificate says.
  public var subject: DistinguishedName { DistinguishedName(der.span, at: places.subject) }

  /// The subject as the certificate holds it, in DER.
  public var subjectBytes: ArraySlice<UInt8> { der[places.subject] }

  /// Who signed the certificate, as far as the certificate says.
  public var issuer: DistinguishedName { DistinguishedName(der.span, at: places.issuer) }

  /// The issuer as the certificate holds it, in DER.
  var issuerBytes: ArraySlice<UInt8> { der[places.issuer] }

  /// Whether subject and issuer are the same bytes: nearly always a certificate signed with its own key.
  public var isSelfIssued: Bool { der[places.subject] == der[places.issuer] }

  /// How the certificate was signed.
  public var signatureAlgorithm: SignatureAlgorithm { SignatureAlgorithm(der.span, at: places.signatureAlgorithm) }

  /// What the key may be used for (RFC 5280, section 4.2.1.3); nil where there is no such extension.
  public var keyUsage: KeyUsage? {
    let bytes = der.span
    guard let value = places.extensionValue(of: .keyUsage, in: bytes) else { return nil }
    var reader = DERReader(value)
    guard let bits = try? reader.next(DERTag.bitString, in: bytes) else { return nil }
    return KeyUsage(bytes, at: bits.content)
  }

  /// SHA-256 of the whole certificate, the fingerprint that consoles show.
  public var sha256: Digest { Digest.sha256(der.span) }

  /// SHA-1 of the whole certificate, the fingerprint ("thumbprint") that older consoles show.
  public var sha1: Digest { Digest.sha1(der.span) }

  /// SHA-256 of the SubjectPublicKeyInfo: equal where two certificates hold the same key.
  public var publicKeySHA256: Digest {
    let bytes = der.span
    return Digest.sha256(bytes.extracting(places.publicKey))
  }
}

extension Certificate: Hashable {
  /// Two certificates are the same where their bytes are.
  public static func == (left: Self, right: Self) -> Bool { left.der == right.der }

  /// Hashes the bytes, eight at a time.
  public func hash(into hasher: inout Hasher) {
    let bytes = der.span
    var word: UInt64 = 0
    for index in 0..<bytes.count {
      word = word &<< 8 | UInt64(bytes[index])
      if index & 7 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(bytes.count)
  }
}
