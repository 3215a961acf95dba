/// The words of one console. A field that the console has not, or that nobody needs to fill in there, has no label.
public struct FieldNames: Sendable {
  private let labels: [FieldConcept: FieldLabel]

  init(_ labels: [FieldConcept: FieldLabel]) { self.labels = labels }

  /// What the console calls a field.
  public subscript(concept: FieldConcept) -> FieldLabel? { labels[concept] }
}

extension FieldNames {
  /// The words of the IAM Identity Center console.
  public static let aws = FieldNames([
    .acsURL: FieldLabel("IAM Identity Center Assertion Consumer Service (ACS) URL", older: "AWS SSO ACS URL"),
    .issuer: FieldLabel("IAM Identity Center issuer URL", older: "AWS SSO issuer URL"),
    .portalURL: FieldLabel("AWS access portal sign-in URL", older: "User portal URL"),
    .identityProviderEntityID: FieldLabel("IdP issuer URL"),
    .signOnURL: FieldLabel("IdP sign-in URL"),
    .certificate: FieldLabel("IdP certificate"),
    .identityProviderMetadata: FieldLabel("IdP SAML metadata"),
    .serviceProviderMetadata: FieldLabel(
      "Service provider metadata > Download metadata file", older: "AWS SSO SAML metadata"),
    .scimEndpoint: FieldLabel("SCIM endpoint"),
    .scimToken: FieldLabel("Access token"),
  ])

  /// The words of PingFederate's console, which are not those of PingOne.
  public static let pingFederate = FieldNames([
    .acsURL: .believed("Assertion Consumer Service URL"),
    .issuer: .believed("Partner's Entity ID (Connection ID)"),
    .identityProviderEntityID: .believed("Federation Info"),
    .identityProviderMetadata: FieldLabel("Export metadata"),
    .scimEndpoint: FieldLabel("SCIM URL"),
    .scimToken: FieldLabel("Access Token"),
  ])
}

extension Provider {
  /// The words of the provider's console; for Ping Identity those of PingOne.
  public var fieldNames: FieldNames {
    switch self {
    case .okta: .okta
    case .entraID: .entraID
    case .jumpCloud: .jumpCloud
    case .googleWorkspace: .googleWorkspace
    case .cyberArk: .cyberArk
    case .oneLogin: .oneLogin
    case .ping: .pingOne
    case .generic: .generic
    case .keycloak: .keycloak
    case .auth0: .auth0
    case .adFS: .adFS
    case .duo: .duo
    case .shibboleth: .shibboleth
    }
  }
}

// Each set was compared with the maker's help pages and with screens; `believed` marks what was not.

extension FieldNames {
  fileprivate static let okta = FieldNames([
    .acsURL: FieldLabel("ACS URL", older: "AWS SSO ACS URL", custom: "Single sign-on URL"),
    .issuer: FieldLabel("Issuer URL", older: "AWS SSO issuer URL", custom: "Audience URI (SP Entity ID)"),
    .identityProviderEntityID: FieldLabel("Issuer", older: "Identity Provider Issuer"),
    .signOnURL: FieldLabel("Sign on URL", older: "Identity Provider Single Sign-On URL"),
    .certificate: FieldLabel("SAML Signing Certificates"),
    .identityProviderMetadata: FieldLabel("View IdP metadata"),
    // Applications set up by hand only; the catalogue's has the format built in.
    .nameIDFormat: FieldLabel("Name ID format"),
    .scimEndpoint: FieldLabel("Base URL"),
    .scimToken: FieldLabel("API Token"),
  ])

  fileprivate static let entraID = FieldNames([
    .acsURL: FieldLabel("Reply URL (Assertion Consumer Service URL)"),
    .issuer: FieldLabel("Identifier (Entity ID)"),
    .portalURL: FieldLabel("Sign on URL"),
    .identityProviderEntityID: FieldLabel("Microsoft Entra Identifier", older: "Azure AD Identifier"),
    .signOnURL: FieldLabel("Login URL"),
    .certificate: FieldLabel("SAML Certificates", older: "SAML Signing Certificate"),
    .identityProviderMetadata: FieldLabel("Federation Metadata XML"),
    .serviceProviderMetadata: FieldLabel("Upload metadata file"),
    .nameIDFormat: FieldLabel("Name identifier format"),
    .scimEndpoint: FieldLabel("Tenant URL"),
    .scimToken: FieldLabel("Secret Token"),
  ])

  fileprivate static let jumpCloud = FieldNames([
    .acsURL: FieldLabel("ACS URL"),
    .issuer: FieldLabel("SP Entity ID"),
    .portalURL: FieldLabel("Login URL"),
    .identityProviderEntityID: FieldLabel("IdP Entity ID"),
    .signOnURL: FieldLabel("SSO IdP URL", older: "IDP URL"),
    .certificate: FieldLabel("IDP Certificate"),
    .identityProviderMetadata: FieldLabel("Export Metadata"),
    .serviceProviderMetadata: FieldLabel("Service Provider Metadata > Upload Metadata"),
    .nameIDFormat: FieldLabel("SAMLSubject NameID Format"),
    .scimEndpoint: FieldLabel("Base URL"),
    .scimToken: FieldLabel("Token Key"),
  ])

  fileprivate static let googleWorkspace = FieldNames([
    .acsURL: FieldLabel("ACS URL"),
    .issuer: FieldLabel("Entity ID"),
    .portalURL: FieldLabel("Start URL"),
    .identityProviderEntityID: FieldLabel("Entity ID"),
    .signOnURL: FieldLabel("SSO URL"),
    .certificate: FieldLabel("Certificate"),
    .identityProviderMetadata: FieldLabel("Download metadata"),
    .nameIDFormat: FieldLabel("Name ID format"),
    .scimEndpoint: FieldLabel("Endpoint URL"),
    .scimToken: FieldLabel("Access token"),
  ])

  fileprivate static let cyberArk = FieldNames([
    .acsURL: FieldLabel("Assertion Consumer Service (ACS) URL"),
    .issuer: FieldLabel("SP Entity ID / Issuer / Audience"),
    .identityProviderEntityID: FieldLabel("IdP Entity ID / Issuer"),
    .signOnURL: FieldLabel("Single Sign On URL"),
    .certificate: FieldLabel("Signing Certificate"),
    .identityProviderMetadata: FieldLabel("Download Metadata File"),
    .serviceProviderMetadata: FieldLabel("Metadata"),
    .nameIDFormat: FieldLabel("NameID Format"),
    .scimEndpoint: FieldLabel("SCIM Service URL"),
    .scimToken: FieldLabel("Bearer Token"),
  ])

  fileprivate static let oneLogin = FieldNames([
    .acsURL: FieldLabel("AWS SSO ACS URL", custom: "ACS (Consumer) URL"),
    .issuer: FieldLabel("AWS SSO Issuer URL", custom: "Audience (EntityID)"),
    .identityProviderEntityID: FieldLabel("Issuer URL"),
    .signOnURL: FieldLabel("SAML 2.0 Endpoint (HTTP)"),
    .certificate: .believed("X.509 Certificate"),
    .identityProviderMetadata: FieldLabel("More Actions > SAML Metadata"),
    .scimEndpoint: FieldLabel("SCIM Base URL"),
    .scimToken: FieldLabel("SCIM Bearer Token"),
  ])

  fileprivate static let pingOne = FieldNames([
    .acsURL: FieldLabel("ACS URLs"),
    .issuer: FieldLabel("Entity ID"),
    .portalURL: FieldLabel("Target Application URL"),
    .identityProviderEntityID: .believed("Issuer ID"),
    .signOnURL: .believed("Single Signon Service"),
    .identityProviderMetadata: FieldLabel("Download Metadata"),
    .serviceProviderMetadata: FieldLabel("Import Metadata"),
    .nameIDFormat: FieldLabel("Name ID Format to send to SP"),
    .scimEndpoint: FieldLabel("SCIM URL"),
    .scimToken: FieldLabel("ACCESS_TOKEN"),
  ])

  /// The words of the SAML standard, since the console can be anybody's.
  fileprivate static let generic = FieldNames([
    .acsURL: .believed("Assertion Consumer Service (ACS) URL"),
    .issuer: .believed("Audience / SP Entity ID"),
    .identityProviderEntityID: .believed("IdP Entity ID / Issuer"),
    .signOnURL: .believed("Single Sign-On URL"),
    .certificate: .believed("Signing certificate"),
    .identityProviderMetadata: .believed("IdP metadata"),
    .serviceProviderMetadata: .believed("Service provider metadata"),
    .nameIDFormat: .believed("NameID format"),
    .scimEndpoint: .believed("SCIM base URL"),
    .scimToken: .believed("SCIM bearer token"),
  ])

  fileprivate static let keycloak = FieldNames([
    .acsURL: FieldLabel("Valid redirect URIs"),
    .issuer: FieldLabel("Client ID"),
    .portalURL: .believed("Home URL"),
    .identityProviderMetadata: FieldLabel("SAML 2.0 Identity Provider Metadata"),
    .nameIDFormat: .believed("Name ID format"),
  ])

  fileprivate static let auth0 = FieldNames([
    .acsURL: FieldLabel("Application Callback URL"),
    .issuer: FieldLabel("audience"),
    .identityProviderEntityID: FieldLabel("Issuer"),
    .signOnURL: FieldLabel("Identity Provider Login URL"),
    .identityProviderMetadata: FieldLabel("Identity Provider Metadata > Download"),
    .nameIDFormat: FieldLabel("nameIdentifierFormat"),
  ])

  fileprivate static let adFS = FieldNames([
    .acsURL: .believed("relying party SAML 2.0 SSO service URL"),
    .issuer: .believed("Relying party trust identifier"),
    .identityProviderEntityID: .believed("Federation Service identifier"),
    .identityProviderMetadata: FieldLabel("FederationMetadata.xml"),
    .nameIDFormat: .believed("Outgoing name ID format"),
  ])

  fileprivate static let duo = FieldNames([
    .acsURL: FieldLabel("Assertion Consumer Service (ACS) URL"),
    .issuer: FieldLabel("Entity ID"),
    .portalURL: FieldLabel("Service Provider Login URL"),
    .identityProviderEntityID: FieldLabel("Entity ID"),
    .signOnURL: FieldLabel("Single Sign-On URL"),
    .certificate: FieldLabel("Download certificate"),
    .identityProviderMetadata: FieldLabel("Metadata URL"),
    .nameIDFormat: .believed("NameID format"),
  ])

  /// Configured in files; what has no name of its own there comes from the service provider's metadata.
  fileprivate static let shibboleth = FieldNames([
    .identityProviderMetadata: FieldLabel("idp-metadata")
  ])
}
