public import Markup

/// One entity of a federation: an identity provider, a service provider, or both (SAML Metadata 2.3.2).
public struct EntityDescriptor: Sendable {
  /// The element that is viewed.
  public let element: Element
  /// Every identity-provider role, in document order; there should be at most one.
  public let identityProviders: [IDPSSODescriptor]
  /// Every service-provider role, in document order.
  public let serviceProviders: [SPSSODescriptor]

  /// Views an `EntityDescriptor` element; nil for any other.
  public init?(_ element: Element) {
    guard element.isNamed(.entityDescriptor) else { return nil }
    self.element = element
    identityProviders = element.children.compactMap(IDPSSODescriptor.init)
    serviceProviders = element.children.compactMap(SPSSODescriptor.init)
  }

  /// The identity provider's role for SAML 2.0; the first one where none is.
  public var identityProvider: IDPSSODescriptor? {
    identityProviders.first { $0.supportsSAML2 } ?? identityProviders.first
  }

  /// The `entityID` attribute as written; the standard's type collapses white space, peers often do not.
  public var entityID: Attribute? { element.attribute("entityID") }

  /// Everything in the entity that says how long it may be used.
  public var validity: Validity { Validity(element) }

  /// The earliest readable `validUntil` of the entity and its single sign-on roles. `cacheDuration` has no part in it: AWS
  /// reads the file once, and a shorter one only asks others to read it again.
  public var validUntil: Instant? {
    ([validity] + identityProviders.map(\.validity) + serviceProviders.map(\.validity))
      .compactMap { $0.validUntil?.reading.instant }.min()
  }

  /// The `ID` attribute, which a signature refers to.
  public var id: Attribute? { element.attribute("ID") }

  /// The signatures over the entity; there should be one at most.
  public var signatures: [Signature] { element.children.compactMap(Signature.init) }

  /// The signature over the entity, if it carries one.
  public var signature: Signature? { signatures.first }

  /// The signatures over its roles alone, each with the role that it is in.
  public var roleSignatures: [(role: Element, signature: Signature)] {
    element.children.flatMap { role in role.children.compactMap(Signature.init).map { (role, $0) } }
  }

  /// Role elements other than the two single sign-on roles, WS-Federation's among them.
  public var otherRoles: [Element] {
    [.roleDescriptor, .authnAuthorityDescriptor, .attributeAuthorityDescriptor, .pdpDescriptor]
      .flatMap { element.children($0 as Word) }
  }

  /// The `Extensions` element.
  public var extensions: Element? { element.first(.extensions) }
}

/// A group of entities (SAML Metadata 2.3.1), of which only the start tag is kept.
public struct EntitiesDescriptor: Sendable {
  /// The start tag's element; nothing is inside.
  public let element: Element

  /// Views the start tag of an `EntitiesDescriptor`; nil for any other element.
  public init?(_ element: Element) {
    guard element.isNamed(.entitiesDescriptor) else { return nil }
    self.element = element
  }

  /// The `ID` attribute, which a signature refers to.
  public var id: Attribute? { element.attribute("ID") }

  /// The group's name.
  public var name: Attribute? { element.attribute("Name") }

  /// Everything in the group's tag that says how long it may be used.
  public var validity: Validity { Validity(element) }
}

/// `validUntil` and `cacheDuration`, parsed or with the reason why not.
public struct Validity: Sendable {
  private let element: Element

  init(_ element: Element) { self.element = element }

  /// `validUntil`: the attribute and what it reads as.
  public var validUntil: (attribute: Attribute, reading: Instant.Reading)? {
    element.attribute("validUntil").map { ($0, Instant.read($0.value.collapsed)) }
  }

  /// `cacheDuration`: the attribute and what it reads as.
  public var cacheDuration: (attribute: Attribute, reading: XMLDuration.Reading)? {
    element.attribute("cacheDuration").map { ($0, XMLDuration.read($0.value.collapsed)) }
  }
}

extension Attribute {
  /// Whether the value has no white space, so that there is nothing to collapse.
  public var isCollapsed: Bool {
    let bytes = valueBytes
    let span = bytes.span
    for index in 0..<span.count where XMLSpace.contains(span[index]) { return false }
    return true
  }

  /// The bytes of the value, white space collapsed.
  var collapsedBytes: ArraySlice<UInt8> { isCollapsed ? valueBytes : ArraySlice(value.collapsed.utf8) }

  /// The value, white space collapsed; untrusted text.
  public var collapsed: String { String(decoding: collapsedBytes, as: UTF8.self) }
}

extension String {
  /// The value as the schema types `anyURI`, `dateTime` and the like read it: white space trimmed, runs made one space.
  public var collapsed: String {
    guard utf8.contains(where: XMLSpace.contains) else { return self }
    return utf8.split(whereSeparator: XMLSpace.contains).map { String(Substring($0)) }.joined(separator: " ")
  }
}
