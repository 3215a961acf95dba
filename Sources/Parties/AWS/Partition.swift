/// A part of AWS with its own accounts, Regions and domain names.
public enum Partition: String, Sendable, Hashable, CaseIterable {
  /// The commercial Regions.
  case aws = "aws"
  /// AWS GovCloud (US).
  case govCloud = "aws-us-gov"
  /// The Regions in China.
  case china = "aws-cn"
  /// The AWS European Sovereign Cloud.
  case europeanSovereignCloud = "aws-eusc"

  /// What people call the partition.
  public var displayName: String {
    switch self {
    case .aws: "AWS"
    case .govCloud: "AWS GovCloud (US)"
    case .china: "AWS in China"
    case .europeanSovereignCloud: "AWS European Sovereign Cloud"
    }
  }

  /// The domain of the service endpoints: `scim.<region>.<suffix>`. GovCloud shares that of the commercial Regions.
  /// From the partition data that AWS publishes with its SDKs.
  public var dnsSuffix: String {
    switch self {
    case .aws, .govCloud: "amazonaws.com"
    case .china: "amazonaws.com.cn"
    case .europeanSovereignCloud: "amazonaws.eu"
    }
  }

  /// The domain of the endpoints that answer over IPv6 as well.
  public var dualStackDNSSuffix: String {
    switch self {
    case .aws, .govCloud: "api.aws"
    case .china: "api.amazonwebservices.com.cn"
    case .europeanSovereignCloud: "api.amazonwebservices.eu"
    }
  }

  /// The domain under which the dual-stack access portals stand: `<instance>.portal.<region>.<suffix>`.
  /// From the resolver of start URLs in the AWS SDK for .NET.
  var dualStackPortalSuffix: String {
    switch self {
    case .aws, .govCloud: "app.aws"
    case .china: "app.amazonwebservices.com.cn"
    case .europeanSovereignCloud: "api.amazonwebservices.eu"
    }
  }
}
