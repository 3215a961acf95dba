/// The domains that belong to AWS, and the names that an imitation would contain.
enum AWSDomain {
  /// Every domain under which AWS gives out an address that has to do with signing in. `aws` is a top-level domain of
  /// Amazon's own.
  static let all = [
    "aws", "aws.amazon.com", "amazonaws.com", "awsapps.com", "amazonaws-us-gov.com", "amazonaws.cn",
    "amazonaws.com.cn", "awsapps.cn", "amazonwebservices.com.cn", "amazonaws.eu", "amazonwebservices.eu",
    "amazonaws-eusc.eu",
  ]

  /// What a host outside those domains contains when it wants to be taken for one, or was mistyped.
  static let marks = [
    "signin.aws", "signin-aws", "awsapps", "amazonaws", "amazonwebservices", "aws.amazon", "api.aws", "app.aws",
  ]

  /// One of these is in every domain, every mark and every name of AWS.
  private static let words = ShortWords("aws", "amazon")

  /// Whether a text can have to do with AWS at all.
  static func mayOccur(in text: String) -> Bool { words.occur(in: text) }

  /// Whether a host in the form to compare is one of AWS's.
  static func contains(_ host: String) -> Bool { mayOccur(in: host) && all.contains { host.isHostName(under: $0) } }

  /// The name of AWS inside a foreign host.
  static func imitated(by host: String) -> String? { mayOccur(in: host) ? marks.first { host.holds($0) } : nil }
}

/// The hosts of AWS on which IAM Identity Center, or what is mistaken for it, stands.
enum AWSHost {
  /// A host of the sign-in service; nil in place of a Region where the host has none.
  case signIn(Region?, AssertionConsumerServiceURL.Family, isFIPS: Bool)
  /// `<region>.aws.amazon.com`.
  case withoutSignIn(Region)
  case scim(Region, isDualStack: Bool)
  case portalService(Region)
  /// `<name>.awsapps.com`.
  case portalByName(String)
  /// `start.us-gov-home.awsapps.com`, `start.<region>.home.awsapps.cn` and the like.
  case portalByPath(Region?, Partition)
  case portal(String, Region, AccessPortalURL.Form)
  case oidcIssuer(Partition)
  case console

  init?(_ address: WebAddress) {
    if let host = Self.signIn(address) ?? Self.endpoint(address) ?? Self.portal(address) {
      self = host
    } else if address.isHost(under: "console.aws.amazon.com") || address.isHost(under: "console.amazonaws-us-gov.com")
      || address.isHost(under: "console.amazonaws.cn") || address.isHost(under: "console.amazonaws-eusc.eu")
    {
      self = .console
    } else {
      return nil
    }
  }

  private static func signIn(_ address: WebAddress) -> AWSHost? {
    let families: [(String, AssertionConsumerServiceURL.Family, Bool)] = [
      ("signin.aws", .ipv4, false), ("sso.signin.aws", .dualStack, false), ("signin.aws.amazon.com", .legacy, false),
      ("signin.amazonaws-us-gov.com", .govCloud, false), ("signin-fips.amazonaws-us-gov.com", .govCloud, true),
      ("signin.amazonaws.cn", .china, false),
    ]
    for (domain, family, isFIPS) in families {
      if address.hostName == domain { return .signIn(nil, family, isFIPS: isFIPS) }
      if let labels = address.labels(before: domain), labels.count == 1, let region = Region(labels[0]) {
        return .signIn(region, family, isFIPS: isFIPS)
      }
    }
    if let labels = address.labels(before: "aws.amazon.com"), labels.count == 1, let region = Region(labels[0]) {
      return .withoutSignIn(region)
    }
    return nil
  }

  private static func endpoint(_ address: WebAddress) -> AWSHost? {
    for partition in Partition.allCases {
      if address.hostName == "identitycenter.\(partition.dnsSuffix)" { return .oidcIssuer(partition) }
      for (suffix, isDualStack) in [(partition.dnsSuffix, false), (partition.dualStackDNSSuffix, true)] {
        guard let labels = address.labels(before: suffix), let region = labels.last.flatMap({ Region($0) }),
          region.partition == partition
        else { continue }
        switch labels.dropLast().joined(separator: ".") {
        case "scim": return .scim(region, isDualStack: isDualStack)
        case "portal.sso": return .portalService(region)
        default: break
        }
      }
    }
    return nil
  }

  private static func portal(_ address: WebAddress) -> AWSHost? {
    if let host = startPage(address, under: "us-gov-home.awsapps.com", of: .govCloud)
      ?? startPage(address, under: "home.awsapps.cn", of: .china)
    {
      return host
    }
    if let labels = address.labels(before: "awsapps.com"), labels.count == 1 { return .portalByName(labels[0]) }
    for partition in Partition.allCases {
      if let labels = address.labels(before: "portal.\(partition.dnsSuffix)"), labels.count == 2,
        let region = Region(labels[1]), region.partition == partition
      {
        return .portal(labels[0], region, .ipv4)
      }
      if let labels = address.labels(before: partition.dualStackPortalSuffix), labels.count == 3,
        labels[1] == "portal", let region = Region(labels[2]), region.partition == partition
      {
        return .portal(labels[0], region, .dualStack)
      }
    }
    return nil
  }

  private static func startPage(_ address: WebAddress, under domain: String, of partition: Partition) -> AWSHost? {
    guard let labels = address.labels(before: domain), labels.first == "start" else { return nil }
    switch labels.count {
    case 1: return .portalByPath(nil, partition)
    case 2: return Region(labels[1]).flatMap { $0.partition == partition ? .portalByPath($0, partition) : nil }
    default: return nil
    }
  }
}
