/// Which side of the federation a metadata file describes.
public enum MetadataRole: String, Sendable, Equatable {
  /// The organisation's own identity provider: the file holds an `IDPSSODescriptor`.
  case identityProvider = "identity-provider"
  /// IAM Identity Center: the file holds an `SPSSODescriptor`.
  case serviceProvider = "service-provider"
}

/// The shape of a fact's value, by which an answer is read and judged.
public enum FactKind: Sendable, Equatable {
  /// A SAML metadata file of that role; the fact holds where it lies and its digest.
  case metadataFile(MetadataRole)
  /// One or more Assertion Consumer Service URLs of IAM Identity Center.
  case acsURLs
  /// The entityID of IAM Identity Center.
  case issuerURL
  /// A URL at which people open the AWS access portal.
  case portalURL
  /// The SCIM endpoint of an identity store.
  case scimEndpoint
  /// Any other absolute https URL, compared character by character.
  case url
  /// A SAML entityID: a URI, compared character by character.
  case entityID
  /// One or more X.509 certificates.
  case certificates
  /// A calendar day, `YYYY-MM-DD`.
  case date
  /// The name of an AWS Region, such as `eu-west-1`.
  case region
  /// An AWS partition: `aws`, `aws-us-gov`, `aws-cn` or `aws-eusc`.
  case partition
  /// An identity store id, such as `d-1234567890`.
  case identityStoreID
  /// The ARN of a session that began in the portal: `assumed-role/AWSReservedSSO_<permission set>_<hash>/<user name>`.
  case sessionARN
  /// An AWS account id: twelve digits.
  case accountID
  /// A user name in the form of an e-mail address.
  case emailAddress
  /// A DNS host name without scheme and path.
  case hostName
  /// What signs people in today, as an ``IdentitySource``.
  case identitySource
  /// A NameID format as a console shows it: the URI, or the console's own words for it.
  case nameIDFormat
  /// One line of text.
  case text
  /// Several lines of text, in order; each compared with regard to case.
  case textList
}
