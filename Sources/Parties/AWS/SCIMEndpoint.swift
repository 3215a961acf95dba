/// The SCIM endpoint of IAM Identity Center: where the IdP sends users and groups.
///
/// `https://scim.<region>.amazonaws.com/<tenant>/scim/v2`, dual-stack `https://scim.<region>.api.aws/<tenant>/scim/v2`
/// (https://docs.aws.amazon.com/singlesignon/latest/userguide/provision-automatically.html).
public struct SCIMEndpoint: Sendable, Hashable {
  /// The Region of the host.
  public let region: Region
  /// The first part of the path, as written: five groups with dashes between.
  public let tenant: String
  /// Whether the host answers over IPv6 as well.
  public let isDualStack: Bool
  /// Whether the text ends in a slash. The console's value may; several IdPs refuse it.
  public let hasTrailingSlash: Bool
  /// Whether `/scim/v2` is missing behind the tenant.
  public let lacksPath: Bool

  /// The endpoint as IdPs take it: with `/scim/v2` and without a slash at the end.
  public var canonicalText: String {
    let suffix = isDualStack ? region.partition.dualStackDNSSuffix : region.partition.dnsSuffix
    return "https://scim.\(region.code).\(suffix)/\(tenant)/scim/v2"
  }

  /// Whether the tenant has the shape of every one seen: a first group of 8 to 11 letters or digits, then 4, 4, 4
  /// and 12.
  public var hasUsualTenant: Bool {
    let groups = tenant.split(separator: "-", omittingEmptySubsequences: false)
    return groups.allSatisfy { $0.consists(of: \.isASCIIAlphanumeric) } && groups.count == 5
      && (8...11).contains(groups[0].utf8.count) && groups.dropFirst().map(\.utf8.count) == [4, 4, 4, 12]
  }
}
