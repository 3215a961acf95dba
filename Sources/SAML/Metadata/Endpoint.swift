public import Markup

/// An endpoint, indexed or not (SAML Metadata 2.2.2 and 2.2.3).
public struct Endpoint: Sendable {
  /// The element that is viewed.
  public let element: Element
  /// How messages travel, where the standard names it.
  public let binding: Binding?

  init(_ element: Element) {
    self.element = element
    binding = element.attribute("Binding").flatMap(Binding.init)
  }

  /// How messages travel, as written.
  public var bindingAttribute: Attribute? { element.attribute("Binding") }

  /// Where messages go, as written.
  public var location: Attribute? { element.attribute("Location") }

  /// Where responses go, if elsewhere.
  public var responseLocation: Attribute? { element.attribute("ResponseLocation") }

  /// The `index` attribute of an indexed endpoint, as written.
  public var index: Attribute? { element.attribute("index") }

  /// The `isDefault` attribute of an indexed endpoint, as written.
  public var isDefaultAttribute: Attribute? { element.attribute("isDefault") }
}

/// How SAML messages travel (SAML Bindings 3).
public enum Binding: String, CaseIterable, Sendable {
  // The standard's own names stand in `name`.
  case httpRedirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
  case httpPOST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
  case httpPOSTSimpleSign = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST-SimpleSign"
  case httpArtifact = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"
  case soap = "urn:oasis:names:tc:SAML:2.0:bindings:SOAP"
  case paos = "urn:oasis:names:tc:SAML:2.0:bindings:PAOS"
  case uri = "urn:oasis:names:tc:SAML:2.0:bindings:URI"
  case saml1POST = "urn:oasis:names:tc:SAML:1.0:profiles:browser-post"
  case saml1Artifact = "urn:oasis:names:tc:SAML:1.0:profiles:artifact-01"
  case shibboleth1 = "urn:mace:shibboleth:1.0:profiles:AuthnRequest"
  case saml1SOAP = "urn:oasis:names:tc:SAML:1.0:bindings:SOAP-binding"

  /// Reads the attribute that names a binding; nil where the standard knows none of that name.
  ///
  /// Every endpoint of every entity is asked, so bytes are compared and no text is made.
  init?(_ attribute: Attribute) {
    let text = attribute.collapsedBytes
    guard let known = Self.known.first(where: { $0.name.count == text.count && text.elementsEqual($0.name) }) else {
      return nil
    }
    self = known.binding
  }

  private static let known = allCases.map { (name: Array($0.rawValue.utf8), binding: $0) }

  /// The name that people use.
  public var name: String {
    switch self {
    case .httpRedirect: "HTTP-Redirect"
    case .httpPOST: "HTTP-POST"
    case .httpPOSTSimpleSign: "HTTP-POST-SimpleSign"
    case .httpArtifact: "HTTP-Artifact"
    case .soap: "SOAP"
    case .paos: "PAOS"
    case .uri: "URI"
    case .saml1POST: "SAML 1 Browser/POST"
    case .saml1Artifact: "SAML 1 Browser/Artifact"
    case .shibboleth1: "Shibboleth 1 AuthnRequest"
    case .saml1SOAP: "SAML 1 SOAP"
    }
  }
}

/// One `NameIDFormat` element (SAML Core 8.3).
public struct NameIDFormat: Sendable {
  /// The element that is viewed.
  public let element: Element

  /// The format's URI, white space collapsed; may be empty.
  public let uri: String
  /// The format, where the standard names it.
  public let name: Name?

  init(_ element: Element) {
    self.element = element
    uri = element.text.collapsed
    name = Name(rawValue: uri)
  }

  /// The formats of the standard.
  public enum Name: String, CaseIterable, Sendable {
    case emailAddress = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
    case unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
    case x509SubjectName = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName"
    case windowsDomainQualifiedName = "urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName"
    case kerberos = "urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos"
    case entity = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"
    case persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
    case transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
    case encrypted = "urn:oasis:names:tc:SAML:2.0:nameid-format:encrypted"
  }
}
