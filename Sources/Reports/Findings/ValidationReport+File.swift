import Markup
public import Parties
public import Rules
public import SAML

extension ValidationReport {
  /// One file of a report. It keeps what is said about the document, and not the document.
  public struct File: Sendable {
    /// The path as it was given.
    public let path: String
    /// What the file is.
    public let role: Role
    /// Whose identity provider it is, where the evidence is strong.
    public let provider: Provider?
    /// Entities in the document; 0 where it could not be read.
    public let entities: Int
    /// The entityID of the only entity.
    public let entityID: String?
    /// The Region of the IAM Identity Center whose service-provider file this is.
    public let region: Region?
    /// The ends of validity of the signing certificates of the only entity, in document order.
    public let certificateEnds: [Instant]
    /// Until when the only entity may be used by its own words, where it says so.
    public let validUntil: Instant?
    /// The signature over the whole document; nil where it has none, or could not be read to its end.
    public let signature: Signature?
    /// Why the file could not be read, in a line that names it; nil where it could.
    public let error: String?
    /// What the file shows alone.
    let findings: [Finding]
    /// The rules that have looked at something of the file alone.
    let rules: [Rule]
    /// How the document was encoded; nil where it could not be read.
    let encoding: SourceEncoding?

    /// The path that standard input has in a report.
    static let standardInput = "-"

    /// What a file is: the words of the JSON format.
    public enum Role: String, Sendable, CaseIterable {
      /// One entity that signs people in.
      case identityProvider = "identity-provider"
      /// One entity that people sign in to.
      case serviceProvider = "service-provider"
      /// One entity that is both.
      case both
      /// Several entities.
      case aggregate
      /// No metadata, or nothing that could be understood.
      case unknown
      /// The operating system did not give the bytes.
      case unreadable
    }

    /// What is known of a signature.
    public struct Signature: Sendable {
      /// What came of verifying it.
      public let state: SignatureState
      /// Why it was not verified although that was asked for, or would prove nothing; text of others may be in it.
      public let reason: String?
      /// The SHA-256 of the certificate whose key made it, in lower-case digits, where it was verified.
      public let certificate: String?
      /// Whether that key is one of the identity provider's signing keys; nil where the file is not that of one.
      public let isKeyOfRole: Bool?

      init(_ signature: DocumentSignature) {
        isKeyOfRole = signature.isSignedByRole
        state = SignatureState(signature.verification)
        (reason, certificate) =
          switch signature.verification {
          case .notAsked: (signature.obstacle, nil)
          case .verified(let digest): (nil, digest.description)
          case .broken: (nil, nil)
          case .undecided(let reason): (reason, nil)
          }
      }
    }

    /// A file that was judged; the verdict and its tree need not be kept.
    public init(_ verdict: Verdict) {
      path = verdict.path
      role =
        switch verdict.role {
        case .identityProvider: .identityProvider
        case .serviceProvider: .serviceProvider
        case .both: .both
        case .aggregate: .aggregate
        case .unknown: .unknown
        }
      provider = verdict.provider
      entities = verdict.entities
      entityID = verdict.entityID
      region = verdict.entityID.flatMap { entityID in
        if case .issuer(let issuer) = AWSAddress.recognise(entityID.collapsed) { issuer.region } else { nil }
      }
      certificateEnds =
        verdict.onlyEntity?.identityProviders.flatMap(\.signingCertificates).compactMap { $0.certificate?.notAfter }
        ?? []
      validUntil = verdict.onlyEntity?.validUntil
      signature = verdict.signature.map(Signature.init)
      error = nil
      findings = verdict.findings
      rules = verdict.rules
      encoding = verdict.outcome.encoding
    }

    /// A file that could not be read.
    ///
    /// - Parameters:
    ///   - path: the path as it was given.
    ///   - error: one line that names the file, such as `cannot open idp.xml: permission denied`.
    public init(unreadable path: String, error: String) {
      self.path = path
      role = .unreadable
      provider = nil
      entities = 0
      entityID = nil
      region = nil
      certificateEnds = []
      validUntil = nil
      signature = nil
      self.error = error
      findings = []
      rules = []
      encoding = nil
    }
  }
}
