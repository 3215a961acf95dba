/// A document, or a pair, for a rule's manual page and for its test: `«…»` encloses each range that is reported.
public struct Example: Hashable, Sendable {
  /// What the example is made of.
  public enum Kind: Hashable, Sendable {
    /// One document.
    case document
    /// An identity provider's document and a service provider's.
    case pair(serviceProvider: String)
    /// One document that was said to be this side's.
    case claimed(Side)
    /// A document, with what consoles show beside it; the other side's document where it matters.
    case typed(TypedValues, other: String?)
    /// A signed document whose verification came to this.
    case verified(SignatureVerification)
    /// A document, beside what was agreed that it says.
    case expected(ExpectedValues)
    /// Two documents of AWS beside an identity provider's good one.
    case choice(second: String)
  }

  /// The document, with marks.
  public let text: String
  /// Whether a second document belongs to it.
  public let kind: Kind
  /// The part worth showing where the document around it is only scaffolding, with marks.
  public let excerpt: String

  /// A whole document.
  static func document(_ text: String) -> Example { Example(text: text, kind: .document, excerpt: text) }

  /// A group around a good identity provider.
  static func group(_ attributes: String) -> Example {
    let text = """
      <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \(attributes)>
      \(Example.identityProvider().text)
      </md:EntitiesDescriptor>
      """
    return Example(text: text, kind: .document, excerpt: attributes)
  }

  /// A group of a good identity provider and of AWS's good file.
  static let severalEntities = Example(
    text: """
      <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">
      \(Example.identityProvider().text)
      \(Example.serviceProvider().text)
      </md:EntitiesDescriptor>
      """,
    kind: .document,
    excerpt: """
      <md:EntitiesDescriptor>
        <md:EntityDescriptor entityID="http://www.okta.com/exk1fixture0example1">…</md:EntityDescriptor>
        <md:EntityDescriptor entityID="\(Scaffold.issuer)">…</md:EntityDescriptor>
      </md:EntitiesDescriptor>
      """)

  /// An identity provider's document around the parts that matter; parts left out are good ones.
  static func identityProvider(
    entity: String = #"entityID="http://www.okta.com/exk1fixture0example1""#,
    role: String = #"WantAuthnRequestsSigned="false""#,
    protocols: String = Scaffold.protocols, keys: String = Scaffold.signingKey, formats: String = Scaffold.emailFormat,
    endpoints: String = Scaffold.signOn, before: String = "", after: String = ""
  ) -> Example {
    let text = """
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \(entity)>
        \(before)<md:IDPSSODescriptor \(role) \(protocols)>
          \(keys)
          \(formats)
          \(endpoints)
        </md:IDPSSODescriptor>\(after)
      </md:EntityDescriptor>
      """
    return Example(
      text: text, kind: .document,
      excerpt: Scaffold.marked([entity, role, protocols, before, keys, formats, endpoints, after], else: text))
  }

  /// A signed document of an identity provider.
  static func signed(_ signature: String = Scaffold.signature(), keys: String = Scaffold.signingKey) -> Example {
    .identityProvider(
      entity: #"ID="_example1" entityID="http://www.okta.com/exk1fixture0example1""#, keys: keys, before: signature)
  }

  /// A service provider's document around the parts that matter; parts left out are those of IAM Identity Center.
  static func serviceProvider(
    entity: String = #"entityID="\#(Scaffold.issuer)""#,
    role: String = #"AuthnRequestsSigned="false" WantAssertionsSigned="true""#, keys: String = "",
    formats: String = Scaffold.emailFormat, endpoints: String = Scaffold.consumer,
    protocols: String = Scaffold.protocols, after: String = ""
  ) -> Example {
    let text = """
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \(entity)>
        <md:SPSSODescriptor \(role) \(protocols)>
          \(keys)
          \(formats)
          \(endpoints)
        </md:SPSSODescriptor>\(after)
      </md:EntityDescriptor>
      """
    return Example(
      text: text, kind: .document,
      excerpt: Scaffold.marked([entity, role, protocols, keys, formats, endpoints], else: text))
  }

  /// A document that was said to be one side's.
  static func claimed(_ side: Side, _ document: Example) -> Example {
    Example(text: document.text, kind: .claimed(side), excerpt: document.excerpt)
  }

  /// What consoles show, beside a document of the side that it is compared with.
  static func typed(_ values: TypedValues, _ document: Example, identityProvider: Example? = nil) -> Example {
    Example(
      text: document.text, kind: .typed(values, other: identityProvider?.text),
      excerpt: (values.flags + [document.excerpt]).joined(separator: "\n"))
  }

  /// A document beside what was agreed that it says.
  static func expected(_ values: ExpectedValues, _ document: Example) -> Example {
    Example(
      text: document.text, kind: .expected(values),
      excerpt: (values.members + [document.excerpt]).joined(separator: "\n"))
  }

  /// A signed document whose verification came to this.
  static func verified(_ verification: SignatureVerification, _ document: Example) -> Example {
    Example(text: document.text, kind: .verified(verification), excerpt: document.excerpt)
  }

  /// Two documents of AWS, which an identity provider's has to choose from.
  static func choice(_ first: Example, _ second: Example) -> Example {
    Example(
      text: first.text, kind: .choice(second: second.text), excerpt: first.excerpt + "\n" + second.excerpt)
  }

  /// Two documents judged together.
  static func pair(_ identityProvider: Example, _ serviceProvider: Example) -> Example {
    Example(
      text: identityProvider.text, kind: .pair(serviceProvider: serviceProvider.text),
      excerpt: identityProvider.excerpt + "\n" + serviceProvider.excerpt)
  }
}

/// The good parts that examples are built around; every id in them is made up.
enum Scaffold {
  static let protocols = #"protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol""#
  static let issuer = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-1234567890"
  static let acs = "https://eu-west-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888"
  static let signOnURL = "https://example.okta.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml"
  static let emailFormat = format("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
  static let signOn = signOn(signOnURL)
  static let consumer = consumer(acs)
  static let signingKey = key(ExampleCertificates.good)

  static func format(_ uri: String) -> String { "<md:NameIDFormat>\(uri)</md:NameIDFormat>" }

  static func signOn(_ url: String, binding: String = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST") -> String {
    #"<md:SingleSignOnService Binding="\#(binding)" Location="\#(url)"/>"#
  }

  static func consumer(
    _ url: String, binding: String = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST", index: String = "0"
  ) -> String {
    #"<md:AssertionConsumerService Binding="\#(binding)" Location="\#(url)" index="\#(index)"/>"#
  }

  static func key(_ certificate: String, use: String = #" use="signing""#) -> String {
    """
    <md:KeyDescriptor\(use)><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>\
    <ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    """
  }

  /// Several certificates in one KeyDescriptor.
  static func chain(_ certificates: String...) -> String {
    key(certificates.joined(separator: "</ds:X509Certificate><ds:X509Certificate>"))
  }

  /// A signature whose values are made up, over the element with the ID `_example1`.
  static func signature(
    open: String = #"<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">"#,
    method: String = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    references: String = reference(), certificate: String = ExampleCertificates.good
  ) -> String {
    open
      + """

      <ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
      <ds:SignatureMethod Algorithm="\(method)"/>\(references)</ds:SignedInfo>
      <ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo><ds:X509Data>\
      <ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>
      """
  }

  static func reference(
    _ uri: String = "#_example1", open: String? = nil,
    transform: String = "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
    digest: String = "http://www.w3.org/2001/04/xmlenc#sha256"
  ) -> String {
    (open ?? #"<ds:Reference URI="\#(uri)">"#)
      + """

      <ds:Transforms><ds:Transform Algorithm="\(transform)"/>
      <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>
      <ds:DigestMethod Algorithm="\(digest)"/><ds:DigestValue>AAAA</ds:DigestValue></ds:Reference>
      """
  }

  /// The parts that carry a mark, certificates cut; the whole text where none does.
  static func marked(_ parts: [String], else whole: String) -> String {
    let marked = parts.filter { $0.contains("«") }
    return marked.isEmpty ? whole : marked.joined(separator: "\n")
  }
}
