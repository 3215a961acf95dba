/// One side of the trust.
public enum Side: Sendable {
  /// The identity provider's.
  case identityProvider
  /// AWS's, the service provider's.
  case serviceProvider
}
