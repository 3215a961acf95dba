/// An identity provider that this build knows by name. The raw values are the words of the command line and of the
/// JSON that is written.
public enum Provider: String, Sendable, Hashable, CaseIterable, Codable {
  case okta
  case entraID = "entra-id"
  case jumpCloud = "jumpcloud"
  case googleWorkspace = "google-workspace"
  case cyberArk = "cyberark"
  case oneLogin = "onelogin"
  /// PingOne and PingFederate; ``PingProduct`` tells them apart.
  case ping
  /// Any SAML 2.0 identity provider.
  case generic
  case keycloak
  case auth0
  case adFS = "ad-fs"
  case duo
  case shibboleth

  /// The name as its maker writes it.
  public var displayName: String {
    switch self {
    case .okta: "Okta"
    case .entraID: "Microsoft Entra ID"
    case .jumpCloud: "JumpCloud"
    case .googleWorkspace: "Google Workspace"
    case .cyberArk: "CyberArk Identity"
    case .oneLogin: "OneLogin"
    case .ping: "Ping Identity"
    case .generic: "SAML 2.0 identity provider"
    case .keycloak: "Keycloak"
    case .auth0: "Auth0"
    case .adFS: "AD FS"
    case .duo: "Duo Single Sign-On"
    case .shibboleth: "Shibboleth IdP"
    }
  }

  /// Other words by which people call it: former names, products, spellings; in lower case with dashes.
  public var aliases: [String] {
    switch self {
    case .okta: []
    case .entraID:
      ["entra", "entraid", "microsoft-entra-id", "azure-ad", "azuread", "azure", "aad", "microsoft", "microsoft-365"]
    case .jumpCloud: ["jump-cloud"]
    case .googleWorkspace: ["google", "googleworkspace", "gsuite", "g-suite", "gmail", "google-apps", "cloud-identity"]
    case .cyberArk: ["cyberark-identity", "idaptive", "centrify"]
    case .oneLogin: ["one-login"]
    case .ping: ["ping-identity", "pingone", "ping-one", "pingfederate", "ping-federate"]
    case .generic: ["custom", "saml", "other"]
    case .keycloak: ["red-hat-sso", "rhsso"]
    case .auth0: ["auth-0"]
    case .adFS: ["adfs", "active-directory-federation-services"]
    case .duo: ["duo-sso", "cisco-duo"]
    case .shibboleth: ["shibboleth-idp", "shib"]
    }
  }

  /// The provider of a name or alias, whatever its case, with spaces or underscores in place of dashes; nil where
  /// there is none.
  public static func named(_ name: String) -> Provider? {
    let key = String(decoding: name.asciiLowercased.utf8.map { $0 == 0x20 || $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
    return allCases.first { $0.rawValue.isSameText(as: key) || $0.aliases.contains { $0.isSameText(as: key) } }
  }
}

/// The products of Ping Identity, whose files and consoles differ.
public enum PingProduct: String, Sendable, Hashable, CaseIterable {
  case pingOne = "PingOne"
  case pingOneForEnterprise = "PingOne for Enterprise"
  case pingFederate = "PingFederate"
}

/// The kind of application that an Okta file was exported from, by the application key in its URLs.
public enum OktaApplication: Sendable, Hashable {
  /// `amazon_aws_sso`: "AWS IAM Identity Center" of Okta's catalogue, the right one.
  case identityCenter
  /// `amazon_aws`: "AWS Account Federation", which is SAML federation with IAM.
  case accountFederation
  /// Any other key: an application of the organisation's own (`<org>_<name>_<number>`), or for another product.
  case custom(String)

  init(key: String) {
    switch key {
    case "amazon_aws_sso": self = .identityCenter
    case "amazon_aws": self = .accountFederation
    default: self = .custom(key)
    }
  }
}
