/// What an organisation has agreed that its files say: a file that says something else is a finding, however good it is.
///
/// What is left empty is not looked at.
public struct ExpectedValues: Sendable, Hashable {
  /// The entityIDs of the identity providers that may sign people in.
  public var entityIDs: [String] = []
  /// The issuer URLs of the instances of IAM Identity Center, which are the entityIDs of AWS's files.
  public var issuers: [String] = []
  /// The ACS URLs that AWS's file is to have, and no others.
  public var acsURLs: [String] = []
  /// The signing certificates that an identity provider may have, by SHA-256 in lower-case digits.
  public var certificates: Set<String> = []

  /// Takes what was agreed; texts are compared as they are, scalar by scalar.
  public init(
    entityIDs: [String] = [], issuers: [String] = [], acsURLs: [String] = [], certificates: Set<String> = []
  ) {
    self.entityIDs = entityIDs
    self.issuers = issuers
    self.acsURLs = acsURLs
    self.certificates = certificates
  }

  /// A SHA-256 fingerprint as it is compared: 64 hexadecimal digits in any case, with `:` between pairs or without; nil
  /// where the text is none. SHA-1 is no ground on which to let somebody sign people in.
  public static func fingerprint(_ text: String) -> String? {
    let digits = text.lowercased().filter { $0 != ":" }
    guard digits.utf8.count == 64, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    return digits
  }

  /// Whether a rule has something to compare with; true for each that compares with nothing of this.
  func concerns(_ rule: Rule) -> Bool {
    if rule === Rule.unexpectedEntityID { return !entityIDs.isEmpty }
    if rule === Rule.unexpectedIssuer { return !issuers.isEmpty }
    if rule === Rule.unexpectedConsumer { return !acsURLs.isEmpty }
    if rule === Rule.unexpectedCertificate { return !certificates.isEmpty }
    return true
  }
}

extension ExpectedValues {
  /// The values as they are written in a configuration, a line for each.
  var members: [String] {
    let lists = [
      ("entity-id", entityIDs), ("issuer", issuers), ("acs-urls", acsURLs), ("certificates", certificates.sorted()),
    ]
    return lists.flatMap { name, texts in texts.map { "expected.\(name) \($0)" } }
  }
}
