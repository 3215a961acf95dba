import Markup
public import Parties
public import SAML

extension ProviderGuess {
  /// No evidence, no guess.
  static let none = ProviderGuess(ProviderEvidence())

  /// Guesses whose identity provider an entity is, from its first identity-provider role.
  public init(of entity: EntityDescriptor) {
    self.init(
      of: entity, entityID: { WebAddress(entity.entityID?.collapsed ?? "") },
      signOnURLs: { $0.singleSignOnServices.compactMap(\.location).map { WebAddress($0.collapsed) } })
  }

  /// Guesses whose identity provider an entity is, from addresses that other judgements share.
  init(of subject: EntitySubject) {
    self.init(
      of: subject.entity, entityID: { subject.entityID?.url ?? WebAddress("") },
      signOnURLs: { _ in subject.signOnURLs })
  }

  private init(
    of entity: EntityDescriptor, entityID: () -> WebAddress, signOnURLs: (IDPSSODescriptor) -> [WebAddress]
  ) {
    guard let role = entity.identityProvider else {
      self = .none
      return
    }
    self.init(
      ProviderEvidence(
        entityID: entityID(), signOnURLs: signOnURLs(role),
        certificateSubjects: role.certificateSubjects,
        isSigned: entity.signature != nil, hasRoleDescriptors: !entity.element.children(.roleDescriptor).isEmpty,
        hasServiceProviderRole: !entity.serviceProviders.isEmpty, nameIDFormats: role.nameIDFormats.map(\.uri),
        wantsSignedRequests: role.wantAuthnRequestsSigned?.boolean, hasValidUntil: entity.validity.validUntil != nil,
        bindings: role.singleSignOnServices.compactMap { $0.bindingAttribute?.collapsed }))
  }
}

extension ProviderGuess {
  /// Guesses by the local names alone, for an entity that lost its namespace on the way.
  init(ofStray root: Element) {
    let services = root.descendants.filter { $0.localName == "SingleSignOnService" }
    self.init(
      ProviderEvidence(
        entityID: root.attribute("entityID")?.value.collapsed ?? "",
        signOnURLs: services.compactMap { $0.attribute("Location")?.value.collapsed }))
  }
}

extension ProviderGuess.Decision {
  /// What the guess comes to, without its evidence.
  init?(of subject: EntitySubject) {
    guard let role = subject.entity.identityProvider,
      let decision = ProviderGuess.decision(
        entityID: subject.entityID?.url ?? WebAddress(""), signOnURLs: subject.signOnURLs,
        certificateSubjects: { role.certificateSubjects })
    else { return nil }
    self = decision
  }
}

extension EntitySubject {
  /// The sign-in addresses of the identity provider's role for SAML 2.0.
  fileprivate var signOnURLs: [WebAddress] {
    let role = entity.identityProviders.firstIndex { $0.supportsSAML2 } ?? 0
    return signOnServices.dropFirst(role).first?.compactMap { $0.address?.url } ?? []
  }
}

extension IDPSSODescriptor {
  /// The subjects of the signing certificates.
  fileprivate var certificateSubjects: [String] {
    signingCertificates.compactMap { $0.certificate?.subject.description }
  }
}

extension EntityDescriptor {
  /// Whether the entityID or an ACS URL of the entity points at AWS, or pretends to.
  var claimsAWS: Bool {
    let consumers = serviceProviders.flatMap(\.assertionConsumerServices).map(\.location)
    return ([entityID] + consumers).contains { $0.map { AWSAddress.recognise($0.collapsed).isClaimOnAWS } == true }
  }
}

extension AWSAddress {
  /// Whether it is an address of AWS, or pretends to be one; what certainly is another service's is none.
  var isClaimOnAWS: Bool {
    switch self {
    case .foreign(imitates: nil), .otherService: false
    default: true
    }
  }
}
