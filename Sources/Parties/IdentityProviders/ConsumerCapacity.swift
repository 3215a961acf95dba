/// How many ACS URLs the application of an identity provider holds.
///
/// IAM Identity Center has several since February 2026: for each Region, and in each Region for each family of hosts.
/// Which provider takes them all is said on AWS's pages about each provider and about several Regions
/// (https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-iam-identity-center.html).
public enum ConsumerCapacity: Sendable, Hashable {
  /// As many as there are.
  case several
  /// One, as AWS's page about the provider says.
  case one
  /// One field is shown; whether it takes more is not confirmed.
  case oneField
  /// Nobody has said.
  case unknown

  /// Whether only one ACS URL goes in, as far as is known.
  public var isSingle: Bool { self == .one || self == .oneField }
}

extension ProviderGuess {
  /// How many ACS URLs the application holds that the file was exported from.
  public var consumerCapacity: ConsumerCapacity {
    guard strength == .strong, let provider else { return .unknown }
    return switch provider {
    case .entraID, .jumpCloud, .ping, .duo: .several
    case .googleWorkspace, .cyberArk, .oneLogin: .one
    // AWS counts Okta among those that take several; the catalogue's application shows one field.
    case .okta: oktaApplication == .identityCenter ? .oneField : .several
    case .generic, .keycloak, .auth0, .adFS, .shibboleth: .unknown
    }
  }
}
