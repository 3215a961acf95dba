public import SAML

/// What came of verifying the signature over a document. Rules are told; none of them verifies anything.
public enum SignatureVerification: Hashable, Sendable {
  /// Nobody asked.
  case notAsked
  /// The document is as it was signed with the key of the certificate with this SHA-256. Who owns the key is another
  /// question.
  case verified(by: Digest)
  /// The signature does not fit.
  case broken(Misfit)
  /// It was asked for and could not be told, for this reason; text of another program may be in it.
  case undecided(String)

  /// What does not fit.
  public enum Misfit: Hashable, Sendable {
    /// The document is not what was signed.
    case document
    /// The signature was not made with the key that was tried.
    case key
    /// One of the two.
    case unspecified
  }
}

/// The signature over a whole document: what is needed to verify it, and what came of that.
public struct DocumentSignature: Sendable {
  /// The signature.
  public let signature: Signature
  /// Whether the document is a group of entities.
  public let isOfGroup: Bool
  /// The certificates whose keys may have made the signature: those that it carries, else the identity provider's.
  public let candidates: [Certificate]
  /// Whether the candidates are carried by the signature itself.
  public let carriesItsKey: Bool
  /// The keys of the identity provider's signing certificates, by their SHA-256.
  let roleKeys: Set<Digest>
  /// Why verifying would prove nothing about the document, in words; nil where it would.
  public let obstacle: String?
  /// What came of verifying it.
  public internal(set) var verification = SignatureVerification.notAsked

  init(_ subject: SignatureSubject, obstacle: String?) {
    signature = subject.signature
    isOfGroup = subject.entity == nil
    let carried = subject.signature.certificates.compactMap(\.certificate)
    let listed = subject.entity?.identityProviders.flatMap(\.signingCertificates).compactMap(\.certificate) ?? []
    carriesItsKey = !carried.isEmpty
    candidates = (carried.isEmpty ? listed : carried).uniqued
    roleKeys = Set(listed.map(\.publicKeySHA256))
    self.obstacle = obstacle
  }

  /// Whether the key that fits is one of those with which the identity provider signs its assertions; nil where none
  /// fits, or where the document is no single identity provider's.
  public var isSignedByRole: Bool? {
    guard case .verified(let digest) = verification, !roleKeys.isEmpty else { return nil }
    return candidates.contains { $0.sha256 == digest && roleKeys.contains($0.publicKeySHA256) }
  }
}

extension [Certificate] {
  /// Each certificate once, in the order of the first.
  fileprivate var uniqued: [Certificate] {
    var seen: Set<Certificate> = []
    return filter { seen.insert($0).inserted }
  }
}
