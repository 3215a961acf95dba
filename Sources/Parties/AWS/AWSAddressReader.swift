/// Finds out what an address is to IAM Identity Center: the host first, then the path, then whatever else is wrong.
struct AWSAddressReader {
  private let address: WebAddress
  private let host: String?
  /// Whether the host is AWS's.
  private let isOfAWS: Bool
  /// The parts of the path; none where the host is somebody else's.
  private let segments: [String]

  init(_ address: WebAddress) {
    self.address = address
    host = address.hostName
    isOfAWS = host.map(AWSDomain.contains) ?? false
    segments = isOfAWS ? address.pathSegments : []
  }

  func recognise() -> AWSAddress {
    let recognised = recogniseByHost()
    // A flaw in the text as a whole says more than what it did to one part of the path.
    if case .unusual(let kind, _) = recognised, kind != .console,
      let problem = address.problems.first(where: { $0.kind != .fragment })
    {
      return .unusual(kind: kind, reason: problem.description)
    }
    return recognised
  }

  private func recogniseByHost() -> AWSAddress {
    if address.schemeName == "urn" { return urn() }
    guard let name = host else { return .foreign(imitates: nil) }
    guard isOfAWS else {
      let userInfo = address.userInfo?.text.asciiLowercased ?? ""
      return .foreign(imitates: AWSDomain.imitated(by: name) ?? AWSDomain.imitated(by: userInfo))
    }
    if address.isHost(under: "clientvpn.amazonaws.com") { return Self.clientVPN }
    guard let host = AWSHost(address) else {
      return .unusual(kind: kindByLook(name), reason: "has a host that is none of IAM Identity Center's")
    }
    switch host {
    case .signIn(let region, let family, let isFIPS): return signIn(region, family, isFIPS: isFIPS)
    case .withoutSignIn(let region): return withoutSignIn(region)
    case .scim(let region, let isDualStack): return scim(region, isDualStack: isDualStack)
    case .portalService(let region):
      guard segments.first == "saml" else {
        return .unusual(kind: .other, reason: "is on the portal's own service, which nobody enters by hand")
      }
      return .identityCenterAsIdentityProvider(region)
    case .portalByName(let name): return portalByName(name)
    case .portalByPath(let region, let partition): return portalByPath(region, partition)
    case .portal(let name, let region, let form): return portal(name, region, form)
    case .oidcIssuer(let partition): return oidcIssuer(partition)
    case .console: return .unusual(kind: .console, reason: "is a page of the AWS console, not one of its values")
    }
  }

  // MARK: What every form has in common

  /// The recognised form, unless something about the address as a whole makes it another text than the one AWS gave.
  private func unlessFlawed(_ kind: AWSAddress.Kind, _ recognised: AWSAddress, allowsHash: Bool = false) -> AWSAddress {
    if let problem = address.problems.first(where: { !(allowsHash && $0.kind == .fragment) }) {
      return .unusual(kind: kind, reason: problem.description)
    }
    if address.schemeName == "http" { return .unusual(kind: kind, reason: "begins with http, not https") }
    if address.port != nil { return .unusual(kind: kind, reason: "names a port") }
    if address.query != nil { return .unusual(kind: kind, reason: "has a query (? and what follows)") }
    return recognised
  }

  /// Ids are letters, digits, dashes and underscores; anything else is a sign of a broken copy.
  private func isIdentifier(_ text: String) -> Bool {
    text.consists { $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F }
  }

  private func kindByLook(_ host: String) -> AWSAddress.Kind {
    if segments.starts(with: ["platform", "saml", "acs"]) { return .assertionConsumerService }
    if segments.starts(with: ["platform", "saml"]) { return .issuer }
    if segments.count >= 3, segments[1] == "scim" || host.hasPrefix("scim.") { return .scim }
    if host.hasPrefix("scim.") || host.holds(".scim.") { return .scim }
    let isPortal = host.holds("awsapps.") || host.holds("portal.") || host.holds("ssoins-")
    return isPortal ? .accessPortal : .other
  }

  // MARK: Sign-in hosts

  /// The entityID and the self-service portal's ACS URL are the same for every endpoint.
  /// Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/federated-authentication.html
  private static let clientVPN = AWSAddress.otherService("AWS Client VPN")

  private func urn() -> AWSAddress {
    let name = address.path.text
    if name == "amazon:webservices:clientvpn" { return Self.clientVPN }
    let isFederation = name == "amazon:webservices" || name.hasPrefix("amazon:webservices:")
    return isFederation ? .iamFederation(nil) : .foreign(imitates: nil)
  }

  private func signIn(
    _ region: Region?, _ family: AssertionConsumerServiceURL.Family, isFIPS: Bool
  ) -> AWSAddress {
    if family != .ipv4, family != .dualStack, segments.first == "saml" || segments == ["static", "saml-metadata.xml"] {
      return .iamFederation(region)
    }
    let kind = segments.starts(with: ["platform", "saml", "acs"]) ? AWSAddress.Kind.assertionConsumerService : .issuer
    guard segments.starts(with: ["platform", "saml"]) else {
      let isCut = address.path.text.isEmpty || address.path.text == "/"
      let found = isCut ? "ends after the host" : "has a path other than /platform/saml/…"
      return .unusual(kind: .other, reason: found)
    }
    guard let region else { return .unusual(kind: kind, reason: "has no Region in front of its host") }
    let expected: Partition? = family == .govCloud ? .govCloud : family == .china ? .china : nil
    if let expected, region.partition != expected {
      return .unusual(kind: kind, reason: "has a host of \(expected.displayName) with the Region \(region)")
    }
    // GovCloud shares domains of the newer hosts with the commercial Regions; no host of the sovereign cloud was seen.
    if expected == nil, region.partition == .china || (region.partition == .govCloud && family == .legacy) {
      let place = "\(region.partition.displayName), \(region)"
      return .unusual(kind: kind, reason: "has a host of the commercial Regions with a Region of \(place)")
    }
    return kind == .issuer
      ? issuer(region, family) : assertionConsumerService(region, family, isFIPS: isFIPS)
  }

  private func assertionConsumerService(
    _ region: Region, _ family: AssertionConsumerServiceURL.Family, isFIPS: Bool
  ) -> AWSAddress {
    guard segments.count > 3, !segments[3].isEmpty else {
      return .unusual(kind: .assertionConsumerService, reason: "ends before the id behind /platform/saml/acs/")
    }
    let tenant = segments[3]
    if segments.count > 4 {
      let isSlash = segments.count == 5 && segments[4].isEmpty
      let reason = isSlash ? "ends in a slash, which AWS's does not" : "goes on behind the id"
      return .unusual(kind: .assertionConsumerService, reason: reason)
    }
    let url = AssertionConsumerServiceURL(family: family, region: region, isFIPS: isFIPS, tenant: tenant)
    return unlessFlawed(
      .assertionConsumerService,
      isIdentifier(tenant)
        ? .assertionConsumerService(url)
        : .unusual(kind: .assertionConsumerService, reason: "has an id with characters that no id of AWS has"))
  }

  private func issuer(_ region: Region, _ family: AssertionConsumerServiceURL.Family) -> AWSAddress {
    guard segments.count > 2, !segments[2].isEmpty else {
      return .unusual(kind: .issuer, reason: "ends before the id behind /platform/saml/")
    }
    let id = segments[2]
    if segments.count > 3 {
      let isSlash = segments.count == 4 && segments[3].isEmpty
      return .unusual(
        kind: .issuer, reason: isSlash ? "ends in a slash, which AWS's does not" : "goes on behind the id")
    }
    if family == .ipv4 || family == .dualStack {
      return .unusual(kind: .issuer, reason: "has the host of an ACS URL; issuers are on signin.aws.amazon.com")
    }
    return unlessFlawed(
      .issuer,
      isIdentifier(id)
        ? .issuer(IssuerURL(region: region, identityStoreID: id))
        : .unusual(kind: .issuer, reason: "has an id with characters that no id of AWS has"))
  }

  private func withoutSignIn(_ region: Region) -> AWSAddress {
    guard segments.starts(with: ["platform", "saml"]) else {
      return .unusual(kind: .other, reason: "has a host that is none of IAM Identity Center's")
    }
    return .missingSignIn(corrected: "https://\(region.code).signin.aws.amazon.com\(address.path.text)")
  }

  // MARK: SCIM

  private func scim(_ region: Region, isDualStack: Bool) -> AWSAddress {
    guard let tenant = segments.first, !tenant.isEmpty else {
      return .unusual(kind: .scim, reason: "has no id behind the host")
    }
    guard isIdentifier(tenant) else {
      return .unusual(kind: .scim, reason: "has an id with characters that no id of AWS has")
    }
    let hasSlash = segments.count > 1 && segments.last?.isEmpty == true
    let rest = Array(segments.dropFirst().dropLast(hasSlash ? 1 : 0))
    guard rest.isEmpty || rest == ["scim", "v2"] else {
      let goesOn = rest.starts(with: ["scim", "v2"])
      return .unusual(kind: .scim, reason: goesOn ? "goes on behind /scim/v2" : "has no /scim/v2 behind the id")
    }
    return unlessFlawed(
      .scim,
      .scim(
        SCIMEndpoint(
          region: region, tenant: tenant, isDualStack: isDualStack, hasTrailingSlash: hasSlash,
          lacksPath: rest.isEmpty)))
  }

  // MARK: Portals

  /// A portal page remembers where one is behind a `#`; `#` and `#/` alone add nothing.
  private var hasEmptyFragment: Bool { address.fragment.map { $0.text.isEmpty || $0.text == "/" } ?? false }

  private func portal(
    _ identifier: String, _ form: AccessPortalURL.Form, _ region: Region?, _ partition: Partition
  ) -> AWSAddress {
    let url = AccessPortalURL(
      form: form, identifier: AccessPortalURL.Identifier(identifier), region: region, partition: partition)
    return unlessFlawed(.accessPortal, .accessPortal(url), allowsHash: hasEmptyFragment)
  }

  private func portalByName(_ name: String) -> AWSAddress {
    switch segments {
    case ["start"], ["start", ""]: return portal(name, .classic, nil, .aws)
    case [], [""]: return .unusual(kind: .accessPortal, reason: "lacks /start at its end")
    default:
      return .unusual(kind: .accessPortal, reason: "goes on behind /start, or has another path")
    }
  }

  private func portalByPath(_ region: Region?, _ partition: Partition) -> AWSAddress {
    let path = segments.last == "" ? Array(segments.dropLast()) : segments
    guard path.count == 2, path[0] == "directory", isIdentifier(path[1]) else {
      return .unusual(kind: .accessPortal, reason: "has no /directory/ and id behind the host")
    }
    return portal(path[1], .classic, region, partition)
  }

  private func portal(_ name: String, _ region: Region, _ form: AccessPortalURL.Form) -> AWSAddress {
    guard name.isInstanceID else {
      return .unusual(kind: .accessPortal, reason: "has a host that does not begin with an instance id (ssoins-…)")
    }
    switch segments {
    case [], [""], ["start"], ["start", ""]: return portal(name, form, region, region.partition)
    default: return .unusual(kind: .accessPortal, reason: "goes on behind the host")
    }
  }

  private func oidcIssuer(_ partition: Partition) -> AWSAddress {
    let path = segments.last == "" ? Array(segments.dropLast()) : segments
    guard path.count == 1, isIdentifier(path[0]) else {
      return .unusual(kind: .other, reason: "is the OIDC issuer's host without the id of one instance")
    }
    return unlessFlawed(.other, .oidcIssuer(AccessPortalURL.Identifier(path[0]), partition))
  }
}
