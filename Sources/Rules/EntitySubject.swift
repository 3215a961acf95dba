import Markup
import Parties
import SAML

/// An entity, what is known of its maker, and its addresses; what only some rules ask is found out when one does.
///
/// It stays on one thread, and goes when the entity has been judged.
final class EntitySubject {
  let entity: EntityDescriptor
  let settings: Settings
  /// Where an earlier entity of the same document with the same entityID begins.
  let twin: SourcePosition?
  /// Whether a service provider stands before it in the same document.
  let followsServiceProvider: Bool
  let entityID: StatedAddress?
  /// The sign-in endpoints of each identity-provider role.
  let signOnServices: [[StatedEndpoint]]
  /// The ACS endpoints of each service-provider role.
  let consumerServices: [[StatedEndpoint]]
  /// Whether the entityID or an ACS URL points at AWS, or pretends to.
  private(set) lazy var claimsAWS =
    ([entityID] + consumerServices.joined().map(\.address)).contains { $0?.aws.isClaimOnAWS == true }

  init(
    _ entity: EntityDescriptor, settings: Settings, twin: SourcePosition? = nil, followsServiceProvider: Bool = false
  ) {
    self.entity = entity
    self.settings = settings
    self.twin = twin
    self.followsServiceProvider = followsServiceProvider
    entityID = entity.entityID.map(StatedAddress.init)
    signOnServices = entity.identityProviders.map { $0.singleSignOnServices.map(StatedEndpoint.init) }
    consumerServices = entity.serviceProviders.map { $0.assertionConsumerServices.map(StatedEndpoint.init) }
  }

  /// Whose identity provider it is, with the evidence.
  private(set) lazy var guess = ProviderGuess(of: self)

  /// Whose identity provider it is, and how sure that is.
  private(set) lazy var decision = ProviderGuess.Decision(of: self)
  var provider: Provider? { decision?.provider }

  /// Hands over its entityID, and where its roles have browsers sent.
  func eachAddress(_ body: (StatedAddress) -> Void) {
    if let entityID { body(entityID) }
    for services in [signOnServices, consumerServices] {
      for service in services.joined() { if let address = service.address { body(address) } }
    }
  }

  /// Its identity-provider roles: those for SAML 2.0, where there are any.
  var identityProviders: [RoleSubject<IDPSSODescriptor>] {
    let hasSAML2 = entity.identityProviders.contains(where: \.supportsSAML2)
    return zip(entity.identityProviders, signOnServices).filter { $0.0.supportsSAML2 || !hasSAML2 }
      .map { RoleSubject($0, services: $1, of: self) }
  }

  /// Its service-provider roles.
  var serviceProviders: [RoleSubject<SPSSODescriptor>] {
    zip(entity.serviceProviders, consumerServices).map { RoleSubject($0, services: $1, of: self) }
  }
}

/// An address that a document states: where it stands, and how it reads once white space is collapsed.
final class StatedAddress {
  let attribute: Attribute
  /// As it stands there.
  private(set) lazy var written = attribute.value
  /// As it is compared: white space collapsed.
  private(set) lazy var text = attribute.isCollapsed ? written : written.collapsed
  private(set) lazy var url = WebAddress(text)
  /// How it reads where white space is not collapsed.
  private(set) lazy var urlAsWritten = attribute.isCollapsed ? url : WebAddress(written)
  private(set) lazy var aws = AWSAddress.recognise(text, read: url)
  /// The part that a template left open.
  private(set) lazy var placeholder = Placeholder.mayOccur(in: attribute.valueBytes) ? Placeholder(in: written) : nil

  init(_ attribute: Attribute) { self.attribute = attribute }

  var spot: Spot { attribute.spot }
}

/// An endpoint with its address.
struct StatedEndpoint {
  let endpoint: Endpoint
  /// Nil where it states none.
  let address: StatedAddress?

  init(_ endpoint: Endpoint) {
    self.endpoint = endpoint
    address = endpoint.location.map(StatedAddress.init)
  }
}

/// One role of an entity: an `IDPSSODescriptor` or an `SPSSODescriptor`.
final class RoleSubject<Role> {
  let role: Role
  /// The entity that the role is of.
  let subject: EntitySubject
  /// The endpoints that a browser is sent to: sign-in by HTTP-POST or HTTP-Redirect, ACS by HTTP-POST.
  let browserServices: [Endpoint]
  /// Their addresses, each once.
  let addresses: [StatedAddress]
  /// The signing certificates whose validity could be read.
  private(set) lazy var dated = signingCertificates.compactMap(DatedCertificate.init)
  private let signingCertificates: [X509Certificate]
  /// The SHA-256 of their keys: several rules ask, and each takes longer than reading the certificate.
  private lazy var keyDigests = signingCertificates.map { $0.certificate?.publicKeySHA256 }

  var entity: EntityDescriptor { subject.entity }
  var entityID: StatedAddress? { subject.entityID }
  var guess: ProviderGuess { subject.guess }
  var settings: Settings { subject.settings }
  var now: Instant { subject.settings.now }

  private init(
    _ role: Role, _ signingCertificates: [X509Certificate], browserServices: [StatedEndpoint], of subject: EntitySubject
  ) {
    self.role = role
    self.signingCertificates = signingCertificates
    self.subject = subject
    self.browserServices = browserServices.map(\.endpoint)
    var seen: Set<String> = []
    addresses = browserServices.compactMap(\.address).filter { seen.insert($0.written).inserted }
  }

  /// The SHA-256 of a signing certificate's key.
  func publicKeySHA256(of item: X509Certificate) -> Digest? {
    // The certificates stand in the order of the document.
    let place = item.element.range.lowerBound
    let index = signingCertificates.partitioningIndex { $0.element.range.lowerBound >= place }
    guard index < signingCertificates.count, signingCertificates[index].element.range.lowerBound == place else {
      return nil
    }
    return keyDigests[index]
  }
}

extension RoleSubject where Role == IDPSSODescriptor {
  fileprivate convenience init(_ role: Role, services: [StatedEndpoint], of subject: EntitySubject) {
    let services = services.filter { $0.endpoint.binding == .httpPOST || $0.endpoint.binding == .httpRedirect }
    self.init(role, role.signingCertificates, browserServices: services, of: subject)
  }

  /// The first certificate of each signing key, once those that issued others are put aside.
  var leadingCertificates: [X509Certificate] { role.signingKeys.compactMap { $0.keyCertificates.first } }
}

extension RoleSubject where Role == SPSSODescriptor {
  fileprivate convenience init(_ role: Role, services: [StatedEndpoint], of subject: EntitySubject) {
    let services = services.filter { $0.endpoint.binding == .httpPOST }
    self.init(role, role.signingCertificates, browserServices: services, of: subject)
  }
}

/// A signing certificate and the time in which it is valid.
struct DatedCertificate {
  let item: X509Certificate
  let notBefore: Instant
  let notAfter: Instant

  /// Nil where the time could not be read.
  init?(_ item: X509Certificate) {
    guard let notBefore = item.certificate?.notBefore, let notAfter = item.certificate?.notAfter else { return nil }
    (self.item, self.notBefore, self.notAfter) = (item, notBefore, notAfter)
  }

  func isValid(at now: Instant) -> Bool { notBefore <= now && now <= notAfter }
}
