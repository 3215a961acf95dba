/// An ACS URL of IAM Identity Center: where the IdP sends its SAML responses.
///
/// The host families are those of AWS's page on several Regions
/// (https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-workforce-access.html).
public struct AssertionConsumerServiceURL: Sendable, Hashable {
  /// Which of AWS's host names the URL has.
  public enum Family: String, Sendable, Hashable, CaseIterable {
    /// `<region>.signin.aws`: today's host for IPv4, in the primary and in additional Regions.
    case ipv4
    /// `<region>.signin.aws.amazon.com`: the older IPv4 host, in the primary Region only. Instances enabled before
    /// February 2026 must keep it at the IdP; later ones do not use it.
    case legacy
    /// `<region>.sso.signin.aws`: IPv4 and IPv6.
    case dualStack
    /// `<region>.signin.amazonaws-us-gov.com` and `<region>.signin-fips.amazonaws-us-gov.com`.
    case govCloud
    /// `<region>.signin.amazonaws.cn`.
    case china

    /// The family in a word or two, for a message.
    public var displayName: String {
      switch self {
      case .ipv4: "IPv4"
      case .legacy: "IPv4, the older host"
      case .dualStack: "dual-stack"
      case .govCloud: "GovCloud"
      case .china: "China"
      }
    }
  }

  /// The host family.
  public let family: Family
  /// The Region of the host.
  public let region: Region
  /// Whether it is the FIPS host of GovCloud.
  public let isFIPS: Bool
  /// The last part of the path, as written. Most are a UUID, many with a hint in hexadecimal glued to the front; AWS
  /// promises no shape.
  public let tenant: String

  /// Whether ``tenant`` has the shape of every one seen: five groups of hexadecimal digits, the first of 8 to 40, then 4,
  /// 4, 4, and 12 or, in AWS's own example, 11. Of the other partitions none was seen, so any will do there.
  public var hasUsualTenant: Bool {
    guard region.partition == .aws else { return true }
    let groups = tenant.split(separator: "-", omittingEmptySubsequences: false)
    return groups.allSatisfy { $0.consists { $0.hexValue != nil } } && groups.count == 5
      && (8...40).contains(groups[0].utf8.count) && groups[1...3].allSatisfy { $0.utf8.count == 4 }
      && (11...12).contains(groups[4].utf8.count)
  }

  /// The text that the hexadecimal digits in front of the tenant's UUID spell: `us-east-1-`, `DUB-`. Information
  /// only; AWS documents neither the digits nor their meaning.
  public var hint: String? {
    guard let group = tenant.utf8.split(separator: 0x2D, omittingEmptySubsequences: false).first, group.count > 8,
      group.count.isMultiple(of: 2)
    else { return nil }
    var text = ""
    var digits = group.dropLast(8)
    while let high = digits.popFirst(), let low = digits.popFirst() {
      guard let high = high.hexValue, let low = low.hexValue else { return nil }
      let byte = high << 4 | low
      guard (0x20...0x7E).contains(byte) else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return text
  }
}
