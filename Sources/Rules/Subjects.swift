import Markup
public import SAML

/// What every judgement is made against: the clock and the horizon, and nothing of the machine.
public struct Settings: Sendable {
  /// The instant that counts as now.
  public var now: Instant
  /// Days before the end of a certificate from which it is reported; AWS turns yellow at 90.
  public var expiryWindow: Int64 = 90
  /// Days before the end of a certificate from which it is an error that no later one is there; nil: never.
  public var urgentWindow: Int64?
  /// What the files are to say.
  public var expected = ExpectedValues()
  /// Rules to judge by, by id; nil for all.
  public var selected: Set<String>?
  /// Rules to leave out, by id.
  public var ignored: Set<String> = []
  /// Severities that replace the rules' own, by id.
  public var severities: [String: Severity] = [:]
  /// The entityID of the only entity to judge in a document of several; nil for all.
  public var entityID: String?

  /// Makes the default settings for an instant.
  public init(now: Instant) { self.now = now }

  func applies(_ rule: Rule) -> Bool {
    selected?.contains(rule.id) != false && !ignored.contains(rule.id) && expected.concerns(rule)
  }
}

/// A document as a whole, once it has been read without a fault.
struct DocumentSubject {
  let outcome: DocumentReader.Outcome
  /// Entities handed over.
  let entities: Int
  /// The first group's start tag, where the root is a group.
  let group: EntitiesDescriptor?
  let firstEntity: EntityDescriptor?
}

/// An element that stands where an entity should.
struct StrangerSubject {
  let element: Element
  /// It is the document's root.
  let isRoot: Bool
}

/// How long a group of entities, or an entity with its roles, says that it may be used.
struct ValiditySubject {
  let validities: [Validity]
  /// The ends of the signing certificates inside.
  let certificateEnds: [Instant]
  let settings: Settings

  init(_ group: EntitiesDescriptor, settings: Settings) {
    validities = [group.validity]
    certificateEnds = []
    self.settings = settings
  }

  init(_ entity: EntityDescriptor, settings: Settings) {
    validities =
      [entity.validity] + entity.identityProviders.map { $0.validity } + entity.serviceProviders.map { $0.validity }
    let signing = entity.identityProviders.flatMap { $0.signingCertificates }
    certificateEnds = signing.compactMap { $0.certificate?.notAfter }
    self.settings = settings
  }
}

/// A document that was said to be one side's file.
struct ClaimedSideSubject {
  let verdict: Verdict
  let expected: Side
}

/// One side of the trust.
public enum Side: Sendable {
  /// The identity provider's.
  case identityProvider
  /// AWS's, the service provider's.
  case serviceProvider
}

/// Files of AWS, of which one is to be the partner of an identity provider's.
struct ChoiceSubject {
  let serviceProviders: [Verdict]
}

/// An identity provider and the service provider that is to trust it.
struct PairSubject {
  let identityProvider: RoleSubject<IDPSSODescriptor>
  let serviceProvider: RoleSubject<SPSSODescriptor>
}
