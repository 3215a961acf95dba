import Markup
import SAML

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

/// Files of AWS, of which one is to be the partner of an identity provider's.
struct ChoiceSubject {
  let serviceProviders: [Verdict]
}

/// An identity provider and the service provider that is to trust it.
struct PairSubject {
  let identityProvider: RoleSubject<IDPSSODescriptor>
  let serviceProvider: RoleSubject<SPSSODescriptor>
}
