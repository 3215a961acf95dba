public import Markup

/// What every single sign-on role has (SAML Metadata 2.4.1 and 2.4.2).
public protocol RoleDescriptor: Sendable {
  /// The element that is viewed.
  var element: Element { get }
  /// The role's keys, in document order.
  var keyDescriptors: [KeyDescriptor] { get }
  /// The keys that may sign: `use="signing"` or no `use`.
  var signingKeys: [KeyDescriptor] { get }
  /// The certificates of the signing keys, in document order, without those that only issued one of them.
  var signingCertificates: [X509Certificate] { get }
  /// The name identifier formats, in document order.
  var nameIDFormats: [NameIDFormat] { get }
  /// Whether SAML 2.0 is among the protocols that the role supports.
  var supportsSAML2: Bool { get }
}

extension RoleDescriptor {
  /// The protocols that the role supports, as tokens.
  public var protocols: [String] { element.protocols }

  /// The single logout endpoints.
  public var singleLogoutServices: [Endpoint] { element.children(.singleLogoutService).map(Endpoint.init) }

  /// Everything in the role that says how long it may be used.
  public var validity: Validity { Validity(element) }
}

/// An identity provider's role (SAML Metadata 2.4.3).
public struct IDPSSODescriptor: RoleDescriptor {
  /// The element that is viewed.
  public let element: Element
  /// The role's keys, in document order.
  public let keyDescriptors: [KeyDescriptor]
  /// The keys that may sign: `use="signing"` or no `use`.
  public let signingKeys: [KeyDescriptor]
  /// The certificates of the signing keys, in document order, without those that only issued one of them.
  public let signingCertificates: [X509Certificate]
  /// The name identifier formats, in document order.
  public let nameIDFormats: [NameIDFormat]
  /// Whether SAML 2.0 is among the protocols that the role supports.
  public let supportsSAML2: Bool
  /// Where sign-in requests go.
  public let singleSignOnServices: [Endpoint]

  /// Views an `IDPSSODescriptor` element; nil for any other.
  public init?(_ element: Element) {
    guard element.isNamed(.idpSSODescriptor) else { return nil }
    self.element = element
    keyDescriptors = element.children(.keyDescriptor).map(KeyDescriptor.init)
    signingKeys = keyDescriptors.filter { $0.use.allowsSigning }
    signingCertificates = signingKeys.flatMap(\.keyCertificates)
    nameIDFormats = element.children(.nameIDFormat).map(NameIDFormat.init)
    supportsSAML2 = element.protocols.contains(Namespace.protocolMessages)
    singleSignOnServices = element.children(.singleSignOnService).map(Endpoint.init)
  }

  /// Whether the role says that it wants signed requests.
  public var wantAuthnRequestsSigned: Attribute? { element.attribute("WantAuthnRequestsSigned") }
}

/// A service provider's role (SAML Metadata 2.4.4).
public struct SPSSODescriptor: RoleDescriptor {
  /// The element that is viewed.
  public let element: Element
  /// The role's keys, in document order.
  public let keyDescriptors: [KeyDescriptor]
  /// The keys that may sign: `use="signing"` or no `use`.
  public let signingKeys: [KeyDescriptor]
  /// The certificates of the signing keys, in document order, without those that only issued one of them.
  public let signingCertificates: [X509Certificate]
  /// The name identifier formats, in document order.
  public let nameIDFormats: [NameIDFormat]
  /// Whether SAML 2.0 is among the protocols that the role supports.
  public let supportsSAML2: Bool
  /// Where responses go: the ACS URLs.
  public let assertionConsumerServices: [Endpoint]

  /// Views an `SPSSODescriptor` element; nil for any other.
  public init?(_ element: Element) {
    guard element.isNamed(.spSSODescriptor) else { return nil }
    self.element = element
    keyDescriptors = element.children(.keyDescriptor).map(KeyDescriptor.init)
    signingKeys = keyDescriptors.filter { $0.use.allowsSigning }
    signingCertificates = signingKeys.flatMap(\.keyCertificates)
    nameIDFormats = element.children(.nameIDFormat).map(NameIDFormat.init)
    supportsSAML2 = element.protocols.contains(Namespace.protocolMessages)
    assertionConsumerServices = element.children(.assertionConsumerService).map(Endpoint.init)
  }

  /// Whether the role says that it signs its requests.
  public var authnRequestsSigned: Attribute? { element.attribute("AuthnRequestsSigned") }

  /// Whether the role says that it wants signed assertions.
  public var wantAssertionsSigned: Attribute? { element.attribute("WantAssertionsSigned") }
}

extension Element {
  /// The tokens of `protocolSupportEnumeration`.
  fileprivate var protocols: [String] {
    attribute("protocolSupportEnumeration")?.valueBytes.split(whereSeparator: XMLSpace.contains)
      .map { String(decoding: $0, as: UTF8.self) } ?? []
  }
}

extension Attribute {
  /// The value as `xs:boolean`: `true`, `1`, `false`, `0`; nil for anything else.
  public var boolean: Bool? {
    switch collapsed {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }
}
