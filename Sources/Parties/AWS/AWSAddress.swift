/// What an address is to IAM Identity Center: one of the forms that AWS gives out, a value that belongs to something
/// else, or nothing of AWS's.
///
/// Hosts are matched by whole labels from the right, ids by their place and never by a fixed shape, and a Region that
/// this build does not know is as good as any.
public enum AWSAddress: Sendable, Hashable {
  /// Where the IdP sends its responses.
  case assertionConsumerService(AssertionConsumerServiceURL)
  /// The entityID of IAM Identity Center as a service provider.
  case issuer(IssuerURL)
  /// The access portal.
  case accessPortal(AccessPortalURL)
  /// Where the IdP sends users and groups.
  case scim(SCIMEndpoint)
  /// The issuer of the OIDC device flow, `https://identitycenter.amazonaws.com/<id>`, with what names the instance.
  case oidcIssuer(AccessPortalURL.Identifier, Partition)

  /// SAML federation of IAM, not of Identity Center: `https://signin.aws.amazon.com/saml`, the same in one Region, or
  /// the entityID `urn:amazon:webservices`.
  case iamFederation(Region?)
  /// Another service of AWS that people sign in to with SAML by itself: its name.
  case otherService(String)
  /// Identity Center in the role of an IdP for another application (`portal.sso.<region>.amazonaws.com/saml/…`): the
  /// opposite direction.
  case identityCenterAsIdentityProvider(Region)
  /// `<region>.aws.amazon.com/platform/saml/…`: `signin.` is missing in the host. With the address as it should be.
  case missingSignIn(corrected: String)

  /// On a domain of AWS, but not one of the forms above: what it resembles, and why it was not taken for it, in words
  /// that follow "the address".
  case unusual(kind: Kind, reason: String)
  /// Not on a domain of AWS, or no address at all. `imitates` is the name of AWS that the host only contains.
  case foreign(imitates: String?)

  /// The forms that an unusual address can resemble.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case assertionConsumerService = "an ACS URL"
    case issuer = "an issuer URL"
    case accessPortal = "an access portal URL"
    case scim = "a SCIM endpoint"
    case console = "a page of the AWS console"
    case other = "another address"
  }

  /// Recognises an address.
  public static func recognise(_ text: String) -> AWSAddress { recognise(text, read: WebAddress(text)) }

  /// Recognises an address that is read, as `address`, only where it can have to do with AWS.
  public static func recognise(_ text: String, read address: @autoclosure () -> WebAddress) -> AWSAddress {
    guard AWSDomain.mayOccur(in: text) else { return .foreign(imitates: nil) }
    return AWSAddressReader(address()).recognise()
  }

  /// The Region that the address carries.
  public var region: Region? {
    switch self {
    case .assertionConsumerService(let url): url.region
    case .issuer(let url): url.region
    case .accessPortal(let url): url.region
    case .scim(let endpoint): endpoint.region
    case .iamFederation(let region): region
    case .identityCenterAsIdentityProvider(let region): region
    case .oidcIssuer, .missingSignIn, .unusual, .foreign, .otherService: nil
    }
  }

  /// The partition that the address belongs to, nil where it does not tell.
  public var partition: Partition? {
    switch self {
    case .accessPortal(let url): url.partition
    case .oidcIssuer(_, let partition): partition
    default: region?.partition
    }
  }

  /// Why the id in the address has no known shape, in words that follow "the address"; nil where it has one, or is plainly
  /// made up. AWS promises no shape, so such an id may be right; most are cut short or mistyped.
  public var idOddity: String? {
    guard placeholder == nil else { return nil }
    switch self {
    case .assertionConsumerService(let url) where !url.hasUsualTenant:
      return "ends in an id of no known form; the known ones are five groups of hexadecimal digits, as in a UUID"
    case .issuer(let url) where url.identityStoreID.isInstanceID:
      return "ends in the id of the instance (ssoins-…); that of the identity store (d-…) belongs there"
    case .issuer(let url) where !url.hasUsualIdentityStoreID:
      return "ends in an id of no known form; the known ones are d- and ten lower-case letters or digits"
    case .scim(let endpoint) where !endpoint.hasUsualTenant:
      return "has an id of no known form; the known ones are five groups of letters and digits, as in a UUID"
    default: return nil
    }
  }

  /// The id in the address where it was plainly made up, as documentation does: one character over and over
  /// (`d-0000000000`, `11111111-1111-1111-1111-111111111111`).
  public var placeholder: String? {
    let id: String
    var significant: Substring
    switch self {
    case .assertionConsumerService(let url):
      id = url.tenant
      significant = Substring(id)
      if url.hint != nil, let dash = significant.firstIndex(of: "-") {
        significant = significant[significant.index(dash, offsetBy: -8)...]
      }
    case .issuer(let url):
      id = url.identityStoreID
      significant = id.isDirectoryID ? id.dropFirst(2) : Substring(id)
    case .accessPortal(let url):
      id = url.identifier.text
      significant = url.identifier.significantText
    case .oidcIssuer(let identifier, _):
      id = identifier.text
      significant = identifier.significantText
    case .scim(let endpoint):
      id = endpoint.tenant
      significant = Substring(id)
    default: return nil
    }
    return significant.isOneCharacterRepeated ? id : nil
  }
}

extension AccessPortalURL.Identifier {
  /// The text without `d-` or `ssoins-`.
  fileprivate var significantText: Substring {
    switch self {
    case .directory(let id): id.dropFirst(2)
    case .instance(let id): id.dropFirst(7)
    case .alias(let alias): Substring(alias)
    }
  }
}

extension AWSAddress: CustomStringConvertible {
  /// What the address is, in one phrase: `an ACS URL of IAM Identity Center in eu-west-1 (dual-stack)`.
  public var description: String {
    switch self {
    case .assertionConsumerService(let url):
      let family = url.family.displayName + (url.isFIPS ? ", FIPS" : "")
      return "an ACS URL of IAM Identity Center in \(url.region) (\(family))"
    case .issuer(let url): return "the issuer URL of an IAM Identity Center in \(url.region)"
    case .accessPortal(let url): return url.phrase
    case .scim(let endpoint):
      return
        "a SCIM endpoint of IAM Identity Center in \(endpoint.region)\(endpoint.isDualStack ? " (dual-stack)" : "")"
    case .oidcIssuer: return "the OIDC issuer of an IAM Identity Center"
    case .iamFederation(let region):
      let place = region.map { " in \($0)" } ?? ""
      return "an address of SAML federation with IAM\(place), not with IAM Identity Center"
    case .otherService(let name): return "an address of \(name), not of IAM Identity Center"
    case .identityCenterAsIdentityProvider(let region):
      return "an address of IAM Identity Center in \(region) as an IdP for another application"
    case .missingSignIn: return "an address of IAM Identity Center without signin. in its host"
    case .unusual(let kind, _):
      switch kind {
      case .console: return kind.rawValue
      case .other: return "an address of AWS of no known form"
      default: return "an address of AWS that resembles \(kind.rawValue)"
      }
    case .foreign(let imitated):
      return imitated.map { "an address outside AWS that only contains \($0)" } ?? "no address of AWS"
    }
  }
}

extension AccessPortalURL {
  fileprivate var phrase: String {
    let place = region.map { " in \($0)" } ?? (partition == .aws ? "" : " of \(partition.displayName)")
    switch form {
    case .classic: return "an AWS access portal URL\(place)"
    case .ipv4: return "an AWS access portal URL\(place) (IPv4)"
    case .dualStack: return "an AWS access portal URL\(place) (dual-stack)"
    }
  }
}
