public import SAML

/// A signing certificate of an identity provider, and on which side of a comparison it stands.
public struct SigningCertificate: Sendable, Hashable {
  /// The certificate.
  public let certificate: Certificate
  /// Which document lists it.
  public let presence: Presence
  /// For a certificate that one document lists: whether the other lists its key in another certificate.
  public let isRenewal: Bool

  /// Which document lists a certificate. The raw values are the words of the JSON format.
  public enum Presence: String, Sendable {
    case both
    case old
    case new
  }

  /// SHA-256 as consoles write it.
  public var fingerprint: String { certificate.sha256.hexadecimal(separator: ":") }

  /// Whether AWS knows the key, if it was given the old document.
  var isTrusted: Bool { presence != .new || isRenewal }

  /// Whether it has ended.
  func isExpired(at now: Instant) -> Bool { certificate.notAfter.map { $0 < now } ?? false }

  /// Whether its days have begun.
  func hasBegun(at now: Instant) -> Bool { certificate.notBefore.map { $0 <= now } ?? true }

  /// Pairs the certificates of two roles: first the old document's in its order, then what the new one adds.
  static func pair(_ old: IDPSSODescriptor, _ new: IDPSSODescriptor) -> [SigningCertificate] {
    let (before, after) = (distinct(old), distinct(new))
    let (beforeSet, afterSet) = (Set(before), Set(after))
    let (beforeKeys, afterKeys) = (Set(before.map(\.publicKeySHA256)), Set(after.map(\.publicKeySHA256)))
    let kept = before.map { certificate in
      afterSet.contains(certificate)
        ? SigningCertificate(certificate: certificate, presence: .both, isRenewal: false)
        : SigningCertificate(
          certificate: certificate, presence: .old, isRenewal: afterKeys.contains(certificate.publicKeySHA256))
    }
    let added = after.filter { !beforeSet.contains($0) }.map { certificate in
      SigningCertificate(
        certificate: certificate, presence: .new, isRenewal: beforeKeys.contains(certificate.publicKeySHA256))
    }
    return kept + added
  }

  private static func distinct(_ role: IDPSSODescriptor) -> [Certificate] {
    var seen: Set<Certificate> = []
    return role.signingCertificates.compactMap(\.certificate).filter { seen.insert($0).inserted }
  }
}
