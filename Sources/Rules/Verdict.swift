public import Markup
public import Parties
public import SAML

/// What is known of a document once it has been judged.
public struct Verdict: Sendable {
  /// The path as it was given.
  public let path: String
  /// What the document is.
  public let role: Role
  /// Whose identity provider it is, where the evidence is strong.
  public let provider: Provider?
  /// Whose identity provider it may be, with the evidence, weighed anew each time; nothing for an aggregate.
  public var guess: ProviderGuess { details.guess() }
  /// Entities that were judged.
  public let entities: Int
  /// Whether one of them at least is an identity provider.
  let holdsIdentityProvider: Bool
  /// Whether one of them at least is a service provider.
  let holdsServiceProvider: Bool
  /// The entity, where there is exactly one, the document is well-formed, and it is still at hand.
  public private(set) var onlyEntity: EntityDescriptor?
  /// The entityID of the only entity.
  public let entityID: String?
  /// Whether the only entity is an identity provider, whatever else it is.
  public let isIdentityProvider: Bool
  /// Whether the document is the service provider's file of IAM Identity Center, or looks like an attempt at one.
  public let isAWS: Bool
  /// The signature over the whole document, where it has one and is well-formed.
  public var signature: DocumentSignature? { details.signature }
  /// Signatures over parts of the document: its roles, or the entities of a group. None of them is ever verified.
  public let partialSignatures: Int
  /// How the document was read.
  public var outcome: DocumentReader.Outcome { details.outcome }
  /// What was found, sorted by place and rule.
  public private(set) var findings: [Finding]
  /// The rules that have looked at something of the document, whether they found anything or not.
  public let rules: [Rule]
  /// Entities that were passed over because another one was asked for.
  public let passedOver: Int
  /// What takes much room and is seldom asked for; there may be very many verdicts.
  private var details: Details

  private final class Details: Sendable {
    let guess: @Sendable () -> ProviderGuess
    let signature: DocumentSignature?
    let outcome: DocumentReader.Outcome

    init(
      guess: @escaping @Sendable () -> ProviderGuess, signature: DocumentSignature?, outcome: DocumentReader.Outcome
    ) {
      self.guess = guess
      self.signature = signature
      self.outcome = outcome
    }
  }

  init(
    path: String, role: Role, provider: Provider?, guess: @escaping @Sendable () -> ProviderGuess, entities: Int,
    holdsIdentityProvider: Bool, holdsServiceProvider: Bool, passedOver: Int, onlyEntity: EntityDescriptor?,
    signature: DocumentSignature?, partialSignatures: Int,
    outcome: DocumentReader.Outcome, findings: [Finding], rules: [Rule]
  ) {
    self.path = path
    self.role = role
    self.provider = provider
    self.entities = entities
    self.holdsIdentityProvider = holdsIdentityProvider
    self.holdsServiceProvider = holdsServiceProvider
    self.passedOver = passedOver
    self.onlyEntity = onlyEntity
    entityID = onlyEntity?.entityID?.value
    isIdentityProvider = onlyEntity?.identityProviders.isEmpty == false
    isAWS = onlyEntity.map { !$0.serviceProviders.isEmpty && $0.claimsAWS } ?? false
    details = Details(guess: guess, signature: signature, outcome: outcome)
    self.partialSignatures = partialSignatures
    self.rules = rules
    self.findings = findings.sorted(by: Finding.precedes)
  }

  /// The verdict without the document, the findings and the evidence, where there are too many to keep them all; it cannot
  /// be judged beside another one any more.
  public var summary: Verdict {
    var summary = self
    summary.onlyEntity = nil
    summary.findings = []
    summary.details = Details(guess: { .none }, signature: nil, outcome: outcome)
    return summary
  }

  /// What a document is.
  public enum Role: String, Sendable {
    /// One entity that signs people in.
    case identityProvider = "identity-provider"
    /// One entity that people sign in to.
    case serviceProvider = "service-provider"
    /// One entity that is both.
    case both
    /// Several entities.
    case aggregate
    /// No metadata, or nothing that could be read.
    case unknown
  }
}
