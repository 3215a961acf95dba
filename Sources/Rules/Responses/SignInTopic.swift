/// Where in a set-up something about the sign-in is put right, whatever the provider.
public enum SignInTopic: String, Sendable, CaseIterable {
  /// Which application of the provider's catalogue is used.
  case application
  /// What the provider knows of AWS: ACS URL and issuer URL.
  case registration
  /// What the provider sends as NameID.
  case nameID = "name-id"
  /// What AWS knows of the provider: metadata and certificate.
  case trust
  /// Who may use the application at the provider.
  case assignment
  /// Whom AWS knows.
  case users
  /// The endpoint and the token of provisioning.
  case provisioning
  /// Which groups AWS knows.
  case groups
  /// Who may do what in which account.
  case access
  /// The identity source that AWS uses.
  case identitySource = "identity-source"
  /// How the message was captured.
  case capture
}
