import Markup
public import Parties
import Rules
public import SAML

/// What one entity says.
public struct EntityFacts: Sendable {
  /// The entityID as written, white space collapsed.
  public let entityID: String?
  /// What the entityID is to AWS, in words; nil where it has nothing to do with AWS.
  public let address: String?
  /// Which product wrote the file, with the evidence.
  public let guess: ProviderGuess
  /// Whether the entity carries a signature. It is not verified.
  public let isSigned: Bool
  /// How long the entity may be used.
  public let validity: ValidityFacts
  /// The single sign-on roles, identity providers first.
  public let roles: [RoleFacts]
  /// Names of the other role elements, each once, in document order.
  public let otherRoles: [String]

  /// Reads an entity.
  public init(_ entity: EntityDescriptor, now: Instant) {
    entityID = entity.entityID?.value.collapsed
    address = entityID.flatMap { AWSAddress.recognise($0).phrase }
    guess = ProviderGuess(of: entity)
    isSigned = entity.signature != nil
    validity = ValidityFacts(entity.validity, now: now)
    roles =
      entity.identityProviders.map { RoleFacts($0, now: now) } + entity.serviceProviders.map { RoleFacts($0, now: now) }
    var seen: Set<String> = []
    otherRoles = entity.otherRoles.map(\.localName).filter { seen.insert($0).inserted }
  }
}

/// `validUntil` and `cacheDuration`, as written and as read.
public struct ValidityFacts: Hashable, Sendable {
  /// `validUntil` as written.
  public let validUntil: String?
  /// The instant that it names.
  public let instant: Instant?
  /// Whole days from now to that instant; negative where it has passed.
  public let daysLeft: Int64?
  /// What is wrong with how `validUntil` is written, in words.
  public let validUntilProblem: String?
  /// `cacheDuration` as written.
  public let cacheDuration: String?
  /// Its length in seconds; months count as 30.436875 days.
  public let seconds: Int64?
  /// What is wrong with how `cacheDuration` is written, in words.
  public let cacheDurationProblem: String?

  init(_ validity: Validity, now: Instant) {
    let until = validity.validUntil
    validUntil = until?.attribute.value.collapsed
    instant = until?.reading.instant
    daysLeft = until?.reading.instant.map { now.days(until: $0) }
    validUntilProblem = until?.reading.problem?.description
    let cache = validity.cacheDuration
    cacheDuration = cache?.attribute.value.collapsed
    seconds = cache?.reading.duration?.approximateSeconds
    cacheDurationProblem = cache?.reading.problem?.description
  }
}

extension AWSAddress {
  /// What the address is, in one phrase; nil where it has nothing to do with AWS.
  var phrase: String? {
    if case .foreign(imitates: nil) = self { nil } else { description }
  }
}
