public import Parties
public import SAML

/// What two files that trust each other agree on: who trusts whom, which value goes into which field, which key signs.
///
/// Texts out of the files are untrusted in here, to be made safe where they are shown.
public struct Contract: Sendable {
  /// The side that signs people in.
  public let identityProvider: IdentityProvider
  /// The side that people sign in to.
  public let serviceProvider: ServiceProvider
  /// The NameID format that has to be sent.
  public let nameIDFormat = NameIDFormat.Name.emailAddress
  /// The keys that may sign, in document order.
  public let keys: [SigningKey]
  /// How many ACS URLs the identity provider's application holds.
  public let capacity: ConsumerCapacity
  /// The ACS URLs of AWS's file, in document order, each once.
  public let consumers: [Consumer]

  /// The identity provider's side.
  public struct IdentityProvider: Sendable {
    /// The path of its file.
    public let file: String
    /// Its name.
    public let entityID: String
    /// Where people are sent to sign in, in document order, each once.
    public let signOnURLs: [String]
    /// Whose it is, where the evidence is strong.
    public let provider: Provider?
    /// The words of its console; those of the standard where it was not recognised.
    public let fieldNames: FieldNames
    /// Whether its application was set up by hand rather than from the catalogue.
    public let isCustomApplication: Bool
  }

  /// AWS's side.
  public struct ServiceProvider: Sendable {
    /// The path of its file.
    public let file: String
    /// Its name: the audience of the answers.
    public let entityID: String
    /// The same, taken apart.
    public let issuer: IssuerURL
  }

  /// A key that may sign.
  public struct SigningKey: Sendable {
    /// The SHA-256 fingerprint of its certificate.
    public let sha256: Digest
    /// The first instant of its certificate; nil where it cannot be told.
    public let notBefore: Instant?
    /// The last instant of its certificate; nil where it cannot be told.
    public let notAfter: Instant?
    /// Whether it can be relied on now.
    public let standing: Standing

    /// Whether a key can be relied on.
    public enum Standing: String, Sendable, CaseIterable {
      /// Between its first and its last instant.
      case valid
      /// After its last.
      case expired
      /// Before its first.
      case notYetValid = "not-yet-valid"
      /// Its certificate does not say.
      case unknown
    }
  }

  /// An ACS URL of AWS's.
  public struct Consumer: Sendable {
    /// The text to be pasted.
    public let text: String
    /// The same, taken apart.
    public let url: AssertionConsumerServiceURL
    /// Whether it belongs into the identity provider's application: all do where it holds several, else the one that
    /// matters most.
    public let isHeld: Bool
  }

  /// The Regions in AWS's file, the primary one first.
  public var regions: [Region] {
    let all = consumers.map(\.url.region).distinct
    let primary = serviceProvider.issuer.region
    return all.filter { $0 == primary } + all.filter { $0 != primary }
  }

  /// The Regions in which sign-in is lost, because the identity provider's application holds no ACS URL of theirs.
  public var lostRegions: [Region] {
    regions.filter { region in !consumers.contains { $0.isHeld && $0.url.region == region } }
  }

  /// Nil where the two files cannot be an agreement with IAM Identity Center: an address that is not the instance's, one
  /// name on both sides, or the opposite direction.
  init?(
    _ idp: RoleSubject<IDPSSODescriptor>, in idpFile: String, _ sp: RoleSubject<SPSSODescriptor>, in spFile: String
  ) {
    guard let name = idp.entityID, let audience = sp.entityID, case .issuer(let issuer) = audience.aws,
      name.text != audience.text, !idp.addresses.isEmpty
    else { return nil }
    guard ([name] + idp.addresses).allSatisfy(\.aws.isOutsideIdentityCenter) else { return nil }
    let urls = sp.addresses.compactMap { address in address.consumer.map { (address.text, $0) } }
    guard !urls.isEmpty else { return nil }
    let guess = idp.guess
    let provider = guess.strength == .strong ? guess.provider : nil
    identityProvider = IdentityProvider(
      file: idpFile, entityID: name.text, signOnURLs: idp.addresses.map(\.text), provider: provider,
      fieldNames: guess.pingProduct == .pingFederate ? .pingFederate : (provider ?? .generic).fieldNames,
      isCustomApplication: guess.oktaApplication.map { if case .custom = $0 { true } else { false } } ?? false)
    serviceProvider = ServiceProvider(file: spFile, entityID: audience.text, issuer: issuer)
    keys = idp.role.signingCertificates.compactMap(\.certificate).distinct.map { SigningKey($0, now: idp.now) }
    capacity = guess.consumerCapacity
    let only = AssertionConsumerServiceURL.onlyOne(among: urls.map(\.1), primary: issuer.region)
    let isSingle = capacity.isSingle
    consumers = urls.map { text, url in Consumer(text: text, url: url, isHeld: !isSingle || url == only) }
  }
}

extension Contract.SigningKey {
  fileprivate init(_ certificate: Certificate, now: Instant) {
    sha256 = certificate.sha256
    notBefore = certificate.notBefore
    notAfter = certificate.notAfter
    standing =
      switch (certificate.notBefore, certificate.notAfter) {
      case (_, let end?) where end < now: .expired
      case (let start?, _) where start > now: .notYetValid
      case (_?, _?): .valid
      default: .unknown
      }
  }
}
