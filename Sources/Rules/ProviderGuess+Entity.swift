import Markup
public import Parties
public import SAML

extension ProviderGuess {
  /// No evidence, no guess.
  static let none = ProviderGuess(ProviderEvidence())

  /// Guesses whose identity provider an entity is, from its first identity-provider role.
  public init(of entity: EntityDescriptor) {
    guard let role = entity.identityProviders.first else {
      self = .none
      return
    }
    self.init(
      ProviderEvidence(
        entityID: entity.entityID?.value.collapsed ?? "",
        signOnURLs: role.singleSignOnServices.compactMap { $0.location?.value.collapsed },
        certificateSubjects: role.signingCertificates.compactMap { $0.certificate?.subject.description },
        isSigned: entity.signature != nil, hasRoleDescriptors: !entity.element.children(.roleDescriptor).isEmpty,
        hasServiceProviderRole: !entity.serviceProviders.isEmpty, nameIDFormats: role.nameIDFormats.map(\.uri),
        wantsSignedRequests: role.wantAuthnRequestsSigned?.boolean, hasValidUntil: entity.validity.validUntil != nil,
        bindings: role.singleSignOnServices.compactMap { $0.bindingAttribute?.value.collapsed }))
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

extension EntityDescriptor {
  /// Whether the entityID or an ACS URL of the entity points at AWS, or pretends to.
  var claimsAWS: Bool {
    let consumers = serviceProviders.flatMap(\.assertionConsumerServices).compactMap(\.location)
    return ([entityID].compactMap(\.self) + consumers).contains { attribute in
      if case .foreign(imitates: nil) = AWSAddress.recognise(attribute.value.collapsed) { false } else { true }
    }
  }
}
