public import Markup

/// A key of a role: what it is for and the certificates that carry it (SAML Metadata 2.4.1.1).
public struct KeyDescriptor: Sendable {
  /// The element that is viewed.
  public let element: Element
  /// The certificates, in document order, read.
  public let certificates: [X509Certificate]
  /// Certificates that stand in the key's `KeyInfo` outside an `X509Data`, where XML Signature (4.5.4) has none and
  /// software does not look for any.
  public let misplacedCertificates: [X509Certificate]
  /// What the key is for.
  public let use: Use

  init(_ element: Element) {
    self.element = element
    use =
      switch element.attribute("use")?.collapsed {
      case nil: .unspecified
      case "signing": .signing
      case "encryption": .encryption
      default: .unknown
      }
    let found = element.children(.keyInfo).flatMap { $0.descendants(.x509Certificate) }
    certificates = found.filter(\.isInX509Data).map(X509Certificate.init)
    misplacedCertificates = found.filter { !$0.isInX509Data }.map(X509Certificate.init)
  }

  /// The `use` attribute as written.
  public var useAttribute: Attribute? { element.attribute("use") }

  /// The certificates whose key this is: where they are a chain only the one at its end, else all of them.
  public var keyCertificates: [X509Certificate] { certificates.withoutIssuers }

  /// Key names given instead of, or beside, certificates.
  public var keyNames: [Element] { element.descendants(.keyName) }

  /// Bare keys given instead of, or beside, certificates.
  public var keyValues: [Element] { element.descendants(.keyValue) }

  /// What a key is for.
  public enum Use: Sendable {
    /// Signatures only.
    case signing
    /// Encryption only.
    case encryption
    /// Both, because nothing is said.
    case unspecified
    /// The attribute has a value that the standard does not know.
    case unknown

    /// Whether a relying party may take the key for signatures.
    public var allowsSigning: Bool { self == .signing || self == .unspecified }
  }
}

extension Element {
  fileprivate var isInX509Data: Bool { parent?.isNamed(.x509Data) == true }
}

/// A certificate where it stands in a document: the element, and what its text reads as.
public struct X509Certificate: Sendable {
  /// The `X509Certificate` element.
  public let element: Element
  /// The certificate, or why it is none.
  public let reading: Certificate.Reading

  init(_ element: Element) {
    self.element = element
    reading = Certificate.read(text: element.textBytes.span)
  }

  /// The certificate, where it could be read.
  public var certificate: Certificate? { reading.certificate }
}

extension [X509Certificate] {
  /// These without those that issued another one of them, in whatever order they stand; all of them where nothing else
  /// would be left.
  ///
  /// Names are compared, as bytes; no signature is verified. What issued itself is issued by no other, so that old and
  /// new self-signed certificates of one name both stay.
  var withoutIssuers: [X509Certificate] {
    guard count > 1 else { return self }
    let issuers = Set(compactMap(\.certificate).filter { !$0.isSelfIssued }.map(\.issuerBytes))
    let rest = filter { item in item.certificate.map { !issuers.contains($0.subjectBytes) } ?? true }
    return rest.contains { $0.certificate != nil } ? rest : self
  }
}
