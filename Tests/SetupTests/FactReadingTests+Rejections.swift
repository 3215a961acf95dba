import Playbook

@testable import Setup

extension FactReadingTests {
  private static let copied = "it was not copied whole, or was changed on the way"
  private static let sameWord = "another field of the same page was copied"
  private static let swapped = "the two addresses were swapped"
  private static let portal = "https://example.awsapps.com/start"

  /// The fact, the answer, the problem, the cause, and whether the answer may be shown again.
  static let rejections: [(FactKey, String, String, String?, Bool)] = [
    (.portalURL, consumer, "is an ACS URL of IAM Identity Center in eu-west-1 (IPv4)", sameWord, true),
    (.portalURL, issuer, "is the issuer URL of an IAM Identity Center in eu-west-1", sameWord, true),
    (.portalURL, endpoint, "is a SCIM endpoint of IAM Identity Center in eu-west-1", sameWord, true),
    (
      .portalURL, "https://d-1234567890.awsapps.com/start",
      "belongs to d-1234567890, and the AWS metadata to d-936702d1f3", "file and address come from two instances", true
    ),
    (
      .portalURL, "https://ssoins-1111aaaabbbbcccc.eu-west-1.portal.amazonaws.com",
      "belongs to the instance ssoins-1111aaaabbbbcccc, and the instance ARN to another",
      "the two were copied from two instances", true
    ),
    (
      .portalURL, "https://ssoins-6987aaaabbbbcccc.eu-west-2.portal.amazonaws.com",
      "has the Region eu-west-2, and the AWS metadata eu-west-1",
      "the console showed another Region, or another instance", true
    ),
    (
      .portalURL, "https://start.home.awsapps.cn/directory/example",
      "is of the partition aws-cn, and the AWS metadata of aws", "the two come from two organizations", true
    ),
    (
      .portalURL, "https://d-0000000000.awsapps.com/start",
      "holds d-0000000000, which documentation puts in the place of a real id", "it was copied from a guide", true
    ),
    (
      .portalURL, "https://example.awsapps.com.evil.example/start", "is outside AWS; its host only contains awsapps",
      "it was typed wrongly, or somebody wants it to be taken for AWS's", true
    ),
    (
      .portalURL, "https://example.okta.com/home", "is no address of AWS",
      "a field of the identity provider's console was copied", true
    ),
    (.portalURL, "hunter2", "is no address", "something else was on the clipboard", false),
    (
      .portalURL, "https://console.aws.amazon.com/singlesignon", "is a page of the AWS console, not one of its values",
      "another field was copied", true
    ),
    (
      .portalURL, "https://example.awsapps.com/st\u{200B}art",
      "holds a character that cannot be seen: U+200B ZERO WIDTH SPACE, as character 31",
      "it came along with a copy out of a document, a chat or an e-mail", true
    ),
    (
      .portalURL, "https://ada:pass@example.awsapps.com/start",
      "looks like an address with a password in it; it was neither kept nor shown",
      "secrets go from one console to the other by way of a secret store, never through Signpost", false
    ),
    (.acsURL, issuer, "is the issuer URL of an IAM Identity Center in eu-west-1", swapped, true),
    (
      .acsURL, "https://signin.aws.amazon.com/saml",
      "is an address of SAML federation with IAM, not with IAM Identity Center",
      "it is for signing in to a single account, without IAM Identity Center", true
    ),
    (.issuerURL, consumer, "is an ACS URL of IAM Identity Center in eu-west-1 (IPv4)", swapped, true),
    (.issuerURL, issuer.replacing("signin.", with: ""), "lacks signin. in its host", "it was typed or shortened", true),
    (.issuerURL, issuer + "/", "ends in a slash, which AWS's does not", copied, true),
    (
      .issuerURL, "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/x",
      "is an address of IAM Identity Center in eu-west-1 as an IdP for another application",
      "it is for the other direction, in which AWS signs people in elsewhere", true
    ),
    (
      .scimEndpoint, endpoint.replacing("/scim/v2", with: ""), "ends before /scim/v2", "it was not copied to its end",
      true
    ),
    (.scimEndpoint, endpoint + "/Users", "goes on behind /scim/v2", copied, true),
    (
      .scimEndpoint, endpoint.replacing("eu-west-1", with: "us-east-1"),
      "has the Region us-east-1, and the AWS metadata eu-west-1",
      "the console showed another Region, or another instance", true
    ),
    (
      .scimEndpoint, endpoint.replacing("eu-west-1", with: "us-gov-west-1"),
      "is of the partition aws-us-gov, and the AWS metadata of aws", "the two come from two organizations", true
    ),
    (.scimEndpoint, portal, "is an AWS access portal URL", sameWord, true),
    (
      .scimEndpoint, canary, "looks like a token or a password; it was neither kept nor shown",
      "secrets go from one console to the other by way of a secret store, never through Signpost", false
    ),
    (
      .scimEndpoint, "Bearer abc", "looks like a token or a password; it was neither kept nor shown",
      "secrets go from one console to the other by way of a secret store, never through Signpost", false
    ),
    (
      .managementAccount, "example-alias", "is not twelve digits",
      "an alias, an e-mail address or a part of the number was given", false
    ),
    (
      .managementAccount, "11112222333", "is not twelve digits",
      "an alias, an e-mail address or a part of the number was given", true
    ),
    (.managementAccount, "arn:aws:iam::111122223333:root", "is an ARN", nil, false),
    (.instanceARN, "ssoins-6987aaaabbbbcccc", "is no ARN", "only its last part was copied", false),
    (
      .instanceARN, "arn:aws:iam::111122223333:role/x", "is the ARN of something else (iam)",
      "another ARN of the console was copied", true
    ),
    (
      .instanceARN, "arn:aws:sso:::instance/ssoins-6987", "does not end in ssoins- and 16 letters or digits",
      "it was not copied whole", true
    ),
    (
      .instanceARN, "arn:aws-cn:sso:::instance/ssoins-6987aaaabbbbcccc",
      "is of the partition aws-cn, and the AWS metadata of aws", "the two come from two organizations", true
    ),
    (.sessionARN, "x", "is no ARN", nil, false),
    (
      .sessionARN, "arn:aws:iam::444455556666:user/ada", "is not that of a session from the portal",
      "the command ran with other credentials, not with the new profile", true
    ),
    (
      .sessionARN,
      "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/ada@example.com",
      "is of the account 111122223333, and the pilot account is 444455556666", "another profile was used", true
    ),
    (
      .sessionARN, "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Root_0123456789abcdef/ada@example.com",
      "is of the permission set Root, which is none of ReadOnlyAccess, Admin_1",
      "another permission set was chosen, or its name was entered differently", true
    ),
    (
      .sessionARN,
      "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/Ada@example.com",
      "is of another user: the name differs in upper and lower case only, first at character 1",
      "somebody else was signed in in the browser, or the user names differ", true
    ),
    (
      .scimTokenCreated, "21.11.2026", "is no day of the calendar in the form year-month-day",
      "the order of day and month differs from country to country", true
    ),
    (.scimTokenCreated, "2026-02-30", "is no day of the calendar in the form year-month-day", nil, true),
    (
      .scimTokenCreated, "2027-11-21", "is a day that is still to come",
      "the day of expiry was given, or the year is wrong", true
    ),
    (
      .scimTokenCreated, "2026-11-23", "is a day that is still to come",
      "the day of expiry was given, or the year is wrong", true
    ),
    (
      .scimTokenCreated, "2025-11-21", "is more than a year ago, so that the token expired on 2026-11-21",
      "the day belongs to an older token, or the year is wrong", true
    ),
    (
      .pilotUser, "ada", "does not have the form of an e-mail address",
      "the identity provider's user names may have another form, which AWS does not take", false
    ),
    (
      .pilotUser, "ada@example", "does not have the form of an e-mail address",
      "the identity provider's user names may have another form, which AWS does not take", true
    ),
    (
      .pilotUser, "Ada <ada@example.com>", "does not have the form of an e-mail address",
      "it was copied out of a mail program, with the person's name", true
    ),
    (.pilotUser, String(repeating: "a", count: 120) + "@example.com", "has more than 128 characters", nil, true),
    (
      .permissionSets, "Read only access", "holds a name that no permission set can have",
      "names have 1 to 32 letters, digits and + = , . @ - _, and no blanks; this may be the name of a group or a policy",
      true
    ),
    (
      .requiredGroups, "Admins\u{A0}EU", "holds a character that cannot be seen: U+00A0 NO-BREAK SPACE, as character 7",
      "it came along with a copy out of a document, a chat or an e-mail", true
    ),
    (
      .requiredGroups, "Admins, \(canary)", "looks like a token or a password; it was neither kept nor shown",
      "secrets go from one console to the other by way of a secret store, never through Signpost", false
    ),
    (
      .awsMetadata, "<md:EntityDescriptor", "is the content of a file", "the text was pasted in place of the path",
      false
    ),
    (.awsMetadata, "https://example.com/metadata.xml", "is an address on the web", nil, false),
    (
      .awsMetadata, canary, "looks like a token or a password; it was neither kept nor shown",
      "secrets go from one console to the other by way of a secret store, never through Signpost", false
    ),
    (
      .idpSignInURL, "http://example.okta.com/x", "begins with another scheme than https", "it was not copied whole",
      true
    ),
    (.idpSignInURL, "example", "is no address", "it was not copied whole", false),
    (.region, "Ireland", "does not have the form of Region", nil, true),
    (.partition, "amazon", "does not have the form of partition", nil, true),
  ]
}
