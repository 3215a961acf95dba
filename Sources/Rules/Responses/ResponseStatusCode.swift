/// The status codes of SAML (Core 3.2.2.2).
enum ResponseStatusCode {
  private static let prefix = "urn:oasis:names:tc:SAML:2.0:status:"

  /// The last part of the URI, or all of one that is not the standard's; untrusted text.
  static func name(of uri: String) -> String {
    uri.hasPrefix(prefix) ? String(uri.dropFirst(prefix.count)) : uri.quoted
  }

  /// What a code says, in words; nil for one that is not the standard's.
  static func meaning(of uri: String) -> String? {
    guard uri.hasPrefix(prefix) else { return nil }
    return switch uri.dropFirst(prefix.count) {
    case "Requester": "the fault lies in the request, as AWS sent it or as the identity provider was told to expect it"
    case "Responder": "the fault lies at the identity provider"
    case "VersionMismatch": "the identity provider does not speak this version of SAML"
    case "AuthnFailed": "the person could not be authenticated"
    case "InvalidAttrNameOrValue": "an attribute could not be made"
    case "InvalidNameIDPolicy": "the identity provider cannot send a NameID in the format that AWS asks for"
    case "NoAuthnContext": "the person cannot sign in with the strength that was asked for"
    case "NoAvailableIDP", "NoSupportedIDP": "no identity provider is there for this person"
    case "NoPassive": "the person would have to be asked, and that was not allowed"
    case "RequestDenied":
      "the identity provider does not answer this person or this application: often a missing assignment"
    case "RequestUnsupported": "the identity provider does not support the request"
    case "UnknownPrincipal": "the identity provider does not know the person"
    case "UnsupportedBinding": "the identity provider does not answer by this binding"
    default: nil
    }
  }
}
