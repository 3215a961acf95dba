import Markup
import Parties
public import SAML

/// What every judgement is made against: the clock and the horizon, and nothing of the machine.
public struct Settings: Sendable {
  /// The instant that counts as now.
  public var now: Instant
  /// Days before the end of a certificate from which it is reported; AWS turns yellow at 90.
  public var expiryWindow: Int64 = 90
  /// Rules to judge by, by id; nil for all.
  public var selected: Set<String>?
  /// Rules to leave out, by id.
  public var ignored: Set<String> = []
  /// Severities that replace the rules' own, by id.
  public var severities: [String: Severity] = [:]

  /// Makes the default settings for an instant.
  public init(now: Instant) { self.now = now }

  func applies(_ rule: Rule) -> Bool {
    selected?.contains(rule.id) != false && !ignored.contains(rule.id)
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

/// An entity and what is known of its maker.
struct EntitySubject {
  let entity: EntityDescriptor
  let guess: ProviderGuess
  let settings: Settings
  /// Where an earlier entity of the same document with the same entityID begins.
  let twin: SourcePosition?
}

/// One role of an entity.
struct RoleSubject<Role: RoleDescriptor> {
  let role: Role
  let entity: EntityDescriptor
  let guess: ProviderGuess
  let settings: Settings

  var now: Instant { settings.now }
}

/// A document that was said to be one side's file.
struct AssertionSubject {
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

/// An identity provider and the service provider that is to trust it.
struct PairSubject {
  let identityProvider: RoleSubject<IDPSSODescriptor>
  let serviceProvider: RoleSubject<SPSSODescriptor>
}
