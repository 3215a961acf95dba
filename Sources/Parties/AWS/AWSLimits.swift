/// The limits of IAM Identity Center that a set-up can run into.
public enum AWSLimits {
  /// The largest IdP metadata file, in characters.
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/other-idps.html
  public static let metadataCharacters = 75_000

  /// The largest IdP certificate, in UTF-8 characters.
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
  public static let certificateCharacters = 2_500

  /// The largest SAML assertion, in characters.
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
  public static let assertionCharacters = 50_000

  /// The longest user name, in characters.
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html
  public static let userNameCharacters = 128

  /// The days before a certificate's end at which the console's indicator turns from green to yellow.
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/samlcertexpirationindicators.html
  public static let certificateIndicatorDays = 90

  /// The life of a SCIM access token, in days: one year from its creation.
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/rotate-token.html
  public static let scimTokenLifeDays = 365

  /// The days before a SCIM access token's end at which AWS begins to remind, in the console and in AWS Health.
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/rotate-token.html
  public static let scimTokenReminderDays = 90
}
