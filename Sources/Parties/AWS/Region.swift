/// An AWS Region by its code, such as `eu-west-1`.
///
/// A Region is accepted by its shape. AWS adds Regions all the time, so one that this build does not know is no fault;
/// ``isKnown`` says whether it does.
public struct Region: Sendable, Hashable, CustomStringConvertible {
  /// The code in lower case: two to three words of letters and a number, with dashes between.
  public let code: String

  /// Takes a code by its shape; nil where it has not the shape of one.
  public init?(_ code: some StringProtocol) {
    let words = code.split(separator: "-", omittingEmptySubsequences: false)
    guard (3...4).contains(words.count), let number = words.last, number.consists(of: \.isASCIIDigit),
      number.utf8.count <= 2, words.dropLast().allSatisfy({ $0.consists(of: \.isASCIILowercase) }),
      (2...4).contains(words[0].utf8.count)
    else { return nil }
    self.code = String(code)
  }

  /// The code.
  public var description: String { code }

  /// The partition, by the beginning of the code.
  public var partition: Partition {
    if code.hasPrefix("us-gov-") { return .govCloud }
    if code.hasPrefix("cn-") { return .china }
    if code.hasPrefix("eusc-") { return .europeanSovereignCloud }
    return .aws
  }

  /// Whether the code is one of ``knownCodes``.
  public var isKnown: Bool { Self.knownCodes.contains(code) }

  /// The codes that AWS listed when this build was made, sorted within their partition.
  /// Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html and the endpoint data
  /// that AWS publishes with its SDKs.
  public static let knownCodes: [String] = [
    "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
    "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
    "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1",
    "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1",
    "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    "us-gov-east-1", "us-gov-west-1",
    "cn-north-1", "cn-northwest-1",
    "eusc-de-east-1",
  ]
}
