public import Markup

/// What an identity provider answers to a sign-in (SAML Core 3.3.3).
public struct SAMLResponse: Sendable {
  /// The `Response` element.
  public let element: Element
  /// The assertions directly inside, in document order; there should be exactly one.
  public let assertions: [Assertion]

  /// Views a `Response` element; nil for any other.
  public init?(_ element: Element) {
    guard element.isNamed(.response) else { return nil }
    self.element = element
    assertions = element.children.compactMap(Assertion.init)
  }

  /// The `Version` attribute; `2.0` is the only one that AWS speaks.
  public var version: Attribute? { element.attribute("Version") }
  /// When the response was made.
  public var issueInstant: Attribute? { element.attribute("IssueInstant") }
  /// Where the browser was to bring the response.
  public var destination: Attribute? { element.attribute("Destination") }
  /// The request that is answered; missing where sign-in began at the identity provider.
  public var inResponseTo: Attribute? { element.attribute("InResponseTo") }
  /// The `Issuer` element of the response itself, which may be missing.
  public var issuer: Element? { element.first(.issuer) }
  /// What came of the request; nil where the element is missing.
  public var status: Status? { element.first(.status).map(Status.init) }
  /// Assertions that nobody but AWS's key could read, which AWS does not have.
  public var encryptedAssertions: [Element] { element.children(.encryptedAssertion) }
  /// Assertions anywhere but directly in the response, as forged messages have them.
  public var strayAssertions: [Element] {
    element.descendants(.assertion).filter { $0.parent?.range != element.range }
  }
  /// The signatures over the response; there should be one at most.
  public var signatures: [Signature] { element.children.compactMap(Signature.init) }

  /// What came of a request (SAML Core 3.2.2).
  public struct Status: Sendable {
    /// The `Status` element.
    public let element: Element

    init(_ element: Element) { self.element = element }

    /// The status codes, the outermost first.
    public var codes: [Attribute] {
      var codes: [Attribute] = []
      var next = element.first(.statusCode)
      while let code = next {
        if let value = code.attribute("Value") { codes.append(value) }
        next = code.first(.statusCode)
      }
      return codes
    }

    /// What the identity provider says beside the codes; untrusted text.
    public var message: Element? { element.first(.statusMessage) }

    /// Whether the request succeeded.
    public var isSuccess: Bool { codes.first?.value.collapsed == "urn:oasis:names:tc:SAML:2.0:status:Success" }
  }
}

/// What an identity provider says of one person (SAML Core 2.3.3).
public struct Assertion: Sendable {
  /// The `Assertion` element.
  public let element: Element

  /// Views an `Assertion` element; nil for any other.
  public init?(_ element: Element) {
    guard element.isNamed(.assertion) else { return nil }
    self.element = element
  }

  /// The `Version` attribute.
  public var version: Attribute? { element.attribute("Version") }
  /// When the assertion was made.
  public var issueInstant: Attribute? { element.attribute("IssueInstant") }
  /// Who made it.
  public var issuer: Element? { element.first(.issuer) }
  /// Whom it is about: the name identifier.
  public var nameID: Element? { element.first(.subject)?.first(.nameID) }
  /// The name identifier, encrypted.
  public var encryptedID: Element? { element.first(.subject)?.first(.encryptedID) }
  /// How it is shown that the bearer is the subject.
  public var confirmations: [SubjectConfirmation] {
    element.children(.subject).flatMap { $0.children(.subjectConfirmation) }.map(SubjectConfirmation.init)
  }
  /// When the assertion may be used, and by whom.
  public var conditions: Element? { element.first(.conditions) }
  /// For whom the assertion is.
  public var audiences: [Element] { audienceRestrictions.flatMap(\.self) }
  /// The audiences by the restriction that they stand in: of each one has to be met (SAML Core 2.5.1.4).
  public var audienceRestrictions: [[Element]] {
    element.children(.conditions).flatMap { $0.children(.audienceRestriction) }.map { $0.children(.audience) }
  }
  /// How and when the person signed in.
  public var authnStatements: [Element] { element.children(.authnStatement) }
  /// What else is said of the person: `Attribute` elements, in document order.
  public var attributes: [Element] {
    element.children(.attributeStatement).flatMap { $0.children(.attribute) }
  }
  /// The signatures over the assertion; there should be one at most.
  public var signatures: [Signature] { element.children.compactMap(Signature.init) }
}

/// How it is shown that whoever brings an assertion is its subject (SAML Core 2.4.1.1).
public struct SubjectConfirmation: Sendable {
  /// The `SubjectConfirmation` element.
  public let element: Element

  init(_ element: Element) { self.element = element }

  /// The method's URI.
  public var method: Attribute? { element.attribute("Method") }
  /// Whether whoever brings the assertion is taken for its subject, as in all sign-in with a browser.
  public var isBearer: Bool { method?.value.collapsed == "urn:oasis:names:tc:SAML:2.0:cm:bearer" }
  /// The circumstances under which the method counts.
  public var data: Element? { element.first(.subjectConfirmationData) }
  /// To which address the assertion may be brought.
  public var recipient: Attribute? { data?.attribute("Recipient") }
  /// Until when.
  public var notOnOrAfter: Attribute? { data?.attribute("NotOnOrAfter") }
  /// From when; must be missing for a bearer.
  public var notBefore: Attribute? { data?.attribute("NotBefore") }
  /// The request that is answered.
  public var inResponseTo: Attribute? { data?.attribute("InResponseTo") }
}
