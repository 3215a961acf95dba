/// The address of the AWS access portal, which the console calls "AWS access portal sign-in URL" and the CLI
/// "start URL".
///
/// Forms: https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-workforce-access.html, GovCloud and
/// China: the user guides of those partitions; the newer hosts outside the commercial Regions: the AWS SDK for .NET.
public struct AccessPortalURL: Sendable, Hashable {
  /// Which of AWS's host names the URL has.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// `<id or alias>.awsapps.com/start`; GovCloud `start.us-gov-home.awsapps.com/directory/<id>`; China
    /// `start.home.awsapps.cn/directory/<id>`.
    case classic
    /// `ssoins-….<region>.portal.amazonaws.com`.
    case ipv4
    /// `ssoins-….portal.<region>.app.aws`.
    case dualStack
  }

  /// What names the instance in the URL.
  public enum Identifier: Sendable, Hashable {
    /// The identity store id, `d-…`.
    case directory(String)
    /// The instance id, `ssoins-…`.
    case instance(String)
    /// The name that an administrator chose, once and for good.
    case alias(String)

    /// The text of the id or alias.
    public var text: String {
      switch self {
      case .directory(let text), .instance(let text), .alias(let text): text
      }
    }

    init(_ text: String) {
      self = text.isDirectoryID ? .directory(text) : text.isInstanceID ? .instance(text) : .alias(text)
    }
  }

  /// The host family.
  public let form: Form
  /// The id or alias.
  public let identifier: Identifier
  /// The Region, where the URL carries one.
  public let region: Region?
  /// The partition that the host belongs to. The newer hosts of GovCloud are told by their Region.
  public let partition: Partition
}
