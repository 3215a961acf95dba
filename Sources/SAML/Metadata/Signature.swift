public import Markup

/// An enveloped XML signature, in the element that it is meant to cover (SAML Metadata 3, XML Signature).
///
/// It is read, never verified.
public struct Signature: Sendable {
  /// The `ds:Signature` element.
  public let element: Element
  /// What is signed, each with how it is digested; there should be exactly one.
  public let references: [Reference]

  /// Views a `ds:Signature` element; nil for any other.
  public init?(_ element: Element) {
    guard element.isNamed(.signature) else { return nil }
    self.element = element
    references = element.children(.signedInfo).flatMap { $0.children(.reference) }.map(Reference.init)
  }

  /// The `Algorithm` attribute of the signature method.
  public var method: Attribute? {
    element.first(.signedInfo)?.first(.signatureMethod)?.attribute("Algorithm")
  }

  /// The `SignatureValue` element.
  public var value: Element? { element.first(.signatureValue) }

  /// The certificates that the signature itself names as those of its key, in document order, without those that only
  /// issued one of them.
  public var certificates: [X509Certificate] {
    element.children(.keyInfo).flatMap { $0.descendants(.x509Certificate) }.map(X509Certificate.init).withoutIssuers
  }

  /// One thing that is signed.
  public struct Reference: Sendable {
    /// The `ds:Reference` element.
    public let element: Element

    init(_ element: Element) { self.element = element }

    /// The `URI` attribute: empty for the whole document, `#` and an ID for one element of it.
    public var uri: Attribute? { element.attribute("URI") }

    /// The ID that is named; nil where the URI names none.
    public var id: String? {
      guard let text = uri?.value, text.hasPrefix("#"), text.utf8.count > 1 else { return nil }
      return String(text.dropFirst())
    }

    /// What is done to the element before it is digested, in this order: `Algorithm` attributes.
    public var transforms: [Attribute] { element.descendants(.transform).compactMap { $0.attribute("Algorithm") } }

    /// The `Algorithm` attribute of the digest method.
    public var digestMethod: Attribute? { element.first(.digestMethod)?.attribute("Algorithm") }

    /// The `DigestValue` element.
    public var digestValue: Element? { element.first(.digestValue) }
  }
}

extension Signature {
  /// Transforms that leave out nothing but the signature itself and comments (SAML Core 5.4.4; inclusive
  /// canonicalization besides, which is in use).
  public static let faithfulTransforms: Set = [
    "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
    "http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
    "http://www.w3.org/2006/12/xml-c14n11", "http://www.w3.org/2006/12/xml-c14n11#WithComments",
  ]
}

/// Algorithms of XML Signature, by their URIs (RFC 9231).
public enum XMLAlgorithm {
  /// The broken hash that a signature or digest algorithm is built on; nil for any other algorithm, known or not.
  public static func brokenHash(of uri: String) -> String? {
    switch uri.collapsed {
    case "http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
      "http://www.w3.org/2000/09/xmldsig#dsa-sha1", "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
      "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1", "http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1":
      "SHA-1"
    case "http://www.w3.org/2001/04/xmldsig-more#md5", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
      "http://www.w3.org/2001/04/xmldsig-more#hmac-md5", "http://www.w3.org/2007/05/xmldsig-more#md5-rsa-MGF1":
      "MD5"
    default: nil
    }
  }

  /// Whether a signature algorithm takes a secret that both sides know, and no key of a certificate.
  public static func isKeyedHash(_ uri: String) -> Bool {
    ["\(Namespace.signature)hmac-", "\(more)hmac-"].contains { uri.collapsed.hasPrefix($0) }
  }

  /// Whether a standard knows the URI as that of a signature algorithm.
  public static func isSignature(_ uri: String) -> Bool { signatures.contains(uri.collapsed) }

  /// Whether a standard knows the URI as that of a digest algorithm.
  public static func isDigest(_ uri: String) -> Bool { digests.contains(uri.collapsed) }

  private static let more = "http://www.w3.org/2001/04/xmldsig-more#"
  private static let more2007 = "http://www.w3.org/2007/05/xmldsig-more#"
  private static let more2021 = "http://www.w3.org/2021/04/xmldsig-more#"

  private static let signatures = uris([
    (Namespace.signature, "dsa-sha1 rsa-sha1 hmac-sha1"), ("http://www.w3.org/2009/xmldsig11#", "dsa-sha256"),
    (
      more,
      """
      hmac-md5 hmac-sha224 hmac-sha256 hmac-sha384 hmac-sha512 hmac-ripemd160 rsa-md5 rsa-sha224 rsa-sha256 rsa-sha384 \
      rsa-sha512 rsa-ripemd160 ecdsa-sha1 ecdsa-sha224 ecdsa-sha256 ecdsa-sha384 ecdsa-sha512 esign-sha1 esign-sha224 \
      esign-sha256 esign-sha384 esign-sha512
      """
    ),
    (
      more2007,
      """
      rsa-pss md2-rsa-MGF1 md5-rsa-MGF1 sha1-rsa-MGF1 sha224-rsa-MGF1 sha256-rsa-MGF1 sha384-rsa-MGF1 sha512-rsa-MGF1 \
      sha3-224-rsa-MGF1 sha3-256-rsa-MGF1 sha3-384-rsa-MGF1 sha3-512-rsa-MGF1 ripemd128-rsa-MGF1 ripemd160-rsa-MGF1 \
      whirlpool-rsa-MGF1 rsa-whirlpool ecdsa-ripemd160 ecdsa-whirlpool
      """
    ),
    (
      more2021,
      """
      ecdsa-sha3-224 ecdsa-sha3-256 ecdsa-sha3-384 ecdsa-sha3-512 eddsa-ed25519 eddsa-ed25519ctx eddsa-ed25519ph \
      eddsa-ed448 eddsa-ed448ph
      """
    ),
  ])

  private static let digests = uris([
    (Namespace.signature, "sha1"), (Namespace.encryption, "sha256 sha384 sha512 ripemd160"),
    (more, "md5 sha224 sha384"),
    (more2007, "sha3-224 sha3-256 sha3-384 sha3-512 whirlpool"),
  ])

  private static func uris(_ lists: [(namespace: String, names: String)]) -> Set<String> {
    Set(lists.flatMap { list in list.names.split(separator: " ").map { list.namespace + $0 } })
  }
}

extension Element {
  /// The attributes that give this ID to an element, this one and everything below it, in document order: `ID` of SAML,
  /// `Id` of XML Signature, `xml:id`, whichever software may go by.
  public func identifiers(equalTo id: String) -> [Attribute] {
    var found: [Attribute] = []
    func look(at attribute: Attribute?) {
      if let attribute, attribute.value.collapsed == id { found.append(attribute) }
    }
    func look(at element: Element) {
      look(at: element.attribute("ID"))
      look(at: element.attribute("Id"))
      look(at: element.attribute("id", in: "http://www.w3.org/XML/1998/namespace"))
    }
    look(at: self)
    for element in descendants { look(at: element) }
    return found
  }
}
