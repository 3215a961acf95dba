/// One thing that both sides name, each in its own words.
public enum FieldConcept: String, Sendable, Hashable, CaseIterable {
  /// Where the IdP sends its responses.
  case acsURL
  /// The entityID of the service provider, which is the audience of the assertions.
  case issuer
  /// Where users start: the AWS access portal.
  case portalURL
  /// The entityID of the IdP.
  case identityProviderEntityID
  /// The IdP's sign-on URL.
  case signOnURL
  /// The IdP's signing certificate.
  case certificate
  /// The IdP's metadata file.
  case identityProviderMetadata
  /// The service provider's metadata file.
  case serviceProviderMetadata
  /// The NameID format of the assertions.
  case nameIDFormat
  /// The SCIM endpoint.
  case scimEndpoint
  /// The SCIM access token.
  case scimToken
}

/// What a console calls a field.
public struct FieldLabel: Sendable, Hashable {
  /// The label as the console shows it today.
  public let text: String
  /// The label of former versions.
  public let older: String?
  /// The label in an application that is set up by hand rather than from the catalogue, where it differs.
  public let inCustomApplication: String?
  /// Whether the label was seen, in the maker's pages or on a screen; else it is believed.
  public let isConfirmed: Bool

  init(_ text: String, older: String? = nil, custom: String? = nil, isConfirmed: Bool = true) {
    self.text = text
    self.older = older
    self.inCustomApplication = custom
    self.isConfirmed = isConfirmed
  }

  /// A label that nobody of ours has seen on a screen.
  static func believed(_ text: String, older: String? = nil) -> FieldLabel {
    FieldLabel(text, older: older, isConfirmed: false)
  }
}
