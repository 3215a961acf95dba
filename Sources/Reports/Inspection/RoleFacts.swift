import Markup
import Parties
import SAML

/// What one single sign-on role says.
public struct RoleFacts: Sendable {
  /// Which role it is.
  public let kind: Kind
  /// The endpoints: sign-on or ACS first, then single logout.
  public let endpoints: [EndpointFacts]
  /// The name identifier formats in document order, as URIs.
  public let nameIDFormats: [String]
  /// The keys.
  public let keys: [KeyFacts]
  /// The flags about signatures that are given, by attribute name and value as written, in the order of their names.
  public let flags: [Flag]
  /// How long the role may be used.
  public let validity: ValidityFacts

  /// The two roles.
  public enum Kind: String, Sendable, CaseIterable {
    /// It signs people in.
    case identityProvider = "identity-provider"
    /// People sign in to it.
    case serviceProvider = "service-provider"

    /// The role in words.
    var displayName: String {
      switch self {
      case .identityProvider: "identity provider"
      case .serviceProvider: "service provider"
      }
    }
  }

  /// An attribute that says what is signed.
  public struct Flag: Hashable, Sendable {
    /// The attribute's name.
    public let name: String
    /// Its value as written.
    public let value: String
  }

  init(_ role: IDPSSODescriptor, now: Instant) {
    self.init(
      role, .identityProvider, role.singleSignOnServices, "SingleSignOnService",
      flags: [("WantAuthnRequestsSigned", role.wantAuthnRequestsSigned)], now: now)
  }

  init(_ role: SPSSODescriptor, now: Instant) {
    self.init(
      role, .serviceProvider, role.assertionConsumerServices, "AssertionConsumerService",
      flags: [
        ("AuthnRequestsSigned", role.authnRequestsSigned), ("WantAssertionsSigned", role.wantAssertionsSigned),
      ], now: now)
  }

  private init(
    _ role: some RoleDescriptor, _ kind: Kind, _ services: [Endpoint], _ service: String,
    flags: [(String, Attribute?)], now: Instant
  ) {
    self.kind = kind
    endpoints =
      services.map { EndpointFacts($0, service) }
      + role.singleLogoutServices.map { EndpointFacts($0, "SingleLogoutService") }
    nameIDFormats = role.nameIDFormats.map(\.uri)
    keys = role.keyDescriptors.map { KeyFacts($0, now: now) }
    self.flags = flags.compactMap { name, attribute in attribute.map { Flag(name: name, value: $0.value.collapsed) } }
    validity = ValidityFacts(role.validity, now: now)
  }
}

/// What one endpoint says.
public struct EndpointFacts: Hashable, Sendable {
  /// The element's name, such as `SingleSignOnService`.
  public let service: String
  /// The binding's URI as written.
  public let binding: String?
  /// The binding's usual name, where the standard names it: `HTTP-POST`.
  public let bindingName: String?
  /// The address, what may be a secret in it covered.
  public let location: String?
  /// Where responses go, if elsewhere; covered in the same way.
  public let responseLocation: String?
  /// The `index` as written.
  public let index: String?
  /// Whether the endpoint says that it is the default.
  public let isDefault: Bool
  /// What the address is to AWS, in words; nil where it has nothing to do with AWS.
  public let address: String?

  init(_ endpoint: Endpoint, _ service: String) {
    self.service = service
    binding = endpoint.bindingAttribute?.value.collapsed
    bindingName = endpoint.binding?.name
    let written = endpoint.location?.value.collapsed
    location = written.map(AddressSecrets.covering)
    responseLocation = endpoint.responseLocation.map { AddressSecrets.covering($0.value.collapsed) }
    index = endpoint.index?.value.collapsed
    isDefault = endpoint.isDefaultAttribute?.boolean == true
    address = written.flatMap { AWSAddress.recognise($0).phrase }
  }
}
