/// The issuer URL of IAM Identity Center: its entityID as a service provider, and the audience of the assertions.
///
/// `https://<region>.signin.aws.amazon.com/platform/saml/<identity store id>`; it is the same for the IPv4 and the
/// dual-stack choice of the console
/// (https://docs.aws.amazon.com/singlesignon/latest/userguide/idp-microsoft-entra.html).
public struct IssuerURL: Sendable, Hashable {
  /// The Region of the host: the primary Region of the instance.
  public let region: Region
  /// The last part of the path: `d-` and ten characters in every file seen; the API also knows UUIDs.
  public let identityStoreID: String

  /// Whether the identity store id has a shape that AWS's API gives for it: `d-` and ten letters or digits, or a UUID.
  public var hasUsualIdentityStoreID: Bool { identityStoreID.isDirectoryID || identityStoreID.isUUID }
}

extension StringProtocol {
  /// `d-` and ten letters or digits. AWS's own ids are hexadecimal; those of test servers are not.
  var isDirectoryID: Bool {
    utf8.starts(with: [0x64, 0x2D]) && utf8.count == 12
      && utf8.dropFirst(2).allSatisfy { $0.isASCIIDigit || $0.isASCIILowercase }
  }

  /// `ssoins-` and letters or digits, sixteen in every sample.
  var isInstanceID: Bool {
    utf8.starts(with: "ssoins-".utf8) && utf8.count > 7
      && utf8.dropFirst(7).allSatisfy { $0.isASCIIDigit || $0.isASCIILowercase }
  }
}
