import Markup
import Parties
import SAML

/// What an operator reads in a console: typed there once by somebody, to be compared with the files character by
/// character.
public struct TypedValues: Sendable, Hashable {
  /// The ACS URLs at the identity provider.
  public var acsURLs: [String] = []
  /// The service provider's entityID at the identity provider, also called audience or issuer.
  public var entityID: String?
  /// The NameID format at the identity provider, as a URI or in the console's words.
  public var nameIDFormat: String?
  /// The identity provider's sign-in URL at AWS.
  public var signOnURL: String?
  /// The SCIM endpoint at the identity provider, also called base URL or tenant URL.
  public var scimEndpoint: String?
  /// The identity provider's certificates that AWS trusts.
  public var trusted: TrustedCertificates?

  /// Takes what consoles show; text is compared as it is, white space included.
  public init(
    acsURLs: [String] = [], entityID: String? = nil, nameIDFormat: String? = nil, signOnURL: String? = nil,
    scimEndpoint: String? = nil, trusted: TrustedCertificates? = nil
  ) {
    self.acsURLs = acsURLs
    self.entityID = entityID
    self.nameIDFormat = nameIDFormat
    self.signOnURL = signOnURL
    self.scimEndpoint = scimEndpoint
    self.trusted = trusted
  }

  /// Whether nothing is to be compared.
  public var isEmpty: Bool { self == TypedValues() }

  /// One of the values.
  enum Part: Sendable {
    case acsURLs, entityID, nameIDFormat, signOnURL, scimEndpoint, trusted
  }

  /// Whether a value was given.
  func has(_ part: Part) -> Bool {
    switch part {
    case .acsURLs: !acsURLs.isEmpty
    case .entityID: entityID != nil
    case .nameIDFormat: nameIDFormat != nil
    case .signOnURL: signOnURL != nil
    case .scimEndpoint: scimEndpoint != nil
    case .trusted: trusted != nil
    }
  }
}

/// What consoles show, and the files that it is compared with.
struct TypedSubject {
  let values: TypedValues
  let identityProvider: RoleSubject<IDPSSODescriptor>?
  let serviceProvider: RoleSubject<SPSSODescriptor>?

  /// How many ACS URLs the identity provider's application holds.
  var capacity: ConsumerCapacity { identityProvider?.guess.consumerCapacity ?? .unknown }

  /// AWS's ACS URLs as they stand in its file.
  var consumers: [StatedAddress] { serviceProvider?.addresses ?? [] }
}

extension StatedAddress {
  /// Whether a typed text is this address, scalar by scalar.
  func isExactly(_ typed: String) -> Bool { text.utf8.elementsEqual(typed.utf8) }

  /// The ACS URL that the address is.
  var consumer: AssertionConsumerServiceURL? { aws.consumer }
}

extension AWSAddress {
  /// The ACS URL that the address is; nil for any other address.
  var consumer: AssertionConsumerServiceURL? {
    if case .assertionConsumerService(let url) = self { url } else { nil }
  }

  /// Whether it is nothing of IAM Identity Center's; an identity provider may well be hosted on a domain of AWS.
  var isOutsideIdentityCenter: Bool {
    switch self {
    case .foreign, .unusual(.other, _): true
    default: false
    }
  }
}

extension TypedValues {
  /// The values as they are given on the command line, a line for each; quotation marks show white space at an end.
  var flags: [String] {
    let single = [
      ("--entity-id", entityID), ("--name-id-format", nameIDFormat), ("--sign-on-url", signOnURL),
      ("--scim-endpoint", scimEndpoint), ("--trusted-certificates", trusted.map { _ in "FILE" }),
    ]
    return (acsURLs.map { ("--acs-url", Optional($0)) } + single).compactMap { flag, value in
      value.map { "\(flag) " + ($0.contains(" ") ? "'\($0)'" : $0) }
    }
  }
}
