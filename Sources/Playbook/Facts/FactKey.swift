/// The name of a value that a set-up holds. The raw value is its key in answers files and on the command line.
///
/// No fact is a secret: what must not be written down is a ``Secret``.
public enum FactKey: String, Sendable, Hashable, CaseIterable {
  // The AWS side.
  case identitySource = "identity-source"
  case managementAccount = "management-account"
  case awsMetadata = "aws-metadata"
  case acsURL = "acs-url"
  case alternativeACSURL = "alternative-acs-url"
  case issuerURL = "issuer-url"
  case region
  case partition
  case identityStoreID = "identity-store-id"
  case portalURL = "portal-url"
  case scimEndpoint = "scim-endpoint"
  case scimTokenCreated = "scim-token-created"
  case scimTokenExpires = "scim-token-expires"
  case scimTokenReminder = "scim-token-reminder"
  case permissionSets = "permission-sets"
  case pilotAccount = "pilot-account"
  case sessionARN = "session-arn"

  // The identity provider's side.
  case idpMetadata = "idp-metadata"
  case idpEntityID = "idp-entity-id"
  case idpSignInURL = "idp-sign-in-url"
  case idpCertificates = "idp-certificates"
  case idpCertificateExpires = "idp-certificate-expires"
  case idpCertificateReminder = "idp-certificate-reminder"
  case oktaDomain = "okta-domain"
  case nameIDFormat = "name-id-format"
  case pilotGroup = "pilot-group"
  case requiredGroups = "required-groups"
  case pilotUser = "pilot-user"
}
