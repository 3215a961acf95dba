import Playbook

@testable import Setup

extension FactReadingTests {
  private static let copied = "it was not copied completely, or was changed on the way"
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
      "belongs to d-1234567890; the AWS metadata belongs to d-936702d1f3",
      "the file and the address come from different instances", true
    ),
    (
      .portalURL, "https://ssoins-6987aaaabbbbcccc.eu-west-2.portal.amazonaws.com",
      "is in the Region eu-west-2; the AWS metadata is in eu-west-1",
      "the console showed another Region, or another instance", true
    ),
    (
      .portalURL, "https://start.home.awsapps.cn/directory/example",
      "is in the partition aws-cn; the AWS metadata is in aws", "the two come from different organizations", true
    ),
    (
      .portalURL, "https://d-0000000000.awsapps.com/start",
      "contains d-0000000000, a placeholder from documentation", "it was copied from a guide", true
    ),
    (
      .portalURL, "https://example.awsapps.com.evil.example/start", "is outside AWS; its host only contains awsapps",
      "it was mistyped, or somebody wants it to be mistaken for an address of AWS", true
    ),
    (
      .portalURL, "https://example.okta.com/home", "is not an address of AWS",
      "a field of the identity provider's console was copied", true
    ),
    (.portalURL, "hunter2", "is not an address", "something else was on the clipboard", false),
    (
      .portalURL, "https://console.aws.amazon.com/singlesignon", "is a page of the AWS console, not one of its values",
      "another field was copied", true
    ),
    (
      .portalURL, "https://example.awsapps.com/st\u{200B}art",
      "contains an invisible character: U+200B ZERO WIDTH SPACE, as character 31",
      "it was copied along from a document, a chat or an e-mail", true
    ),
    (
      .portalURL, "https://ada:pass@example.awsapps.com/start",
      "looks like an address with a password in it; it was neither kept nor shown",
      "secrets go from one console to the other through a secret store, never through Signpost", false
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
      "it is for the opposite direction, in which AWS signs people in to other applications", true
    ),
    (
      .scimEndpoint, endpoint.replacing("/scim/v2", with: ""), "ends before /scim/v2", "its end was not copied",
      true
    ),
    (.scimEndpoint, endpoint + "/Users", "goes on behind /scim/v2", copied, true),
    (
      .scimEndpoint, endpoint.replacing("eu-west-1", with: "us-east-1"),
      "is in the Region us-east-1; the AWS metadata is in eu-west-1",
      "the console showed another Region, or another instance", true
    ),
    (
      .scimEndpoint, endpoint.replacing("eu-west-1", with: "us-gov-west-1"),
      "is in the partition aws-us-gov; the AWS metadata is in aws", "the two come from different organizations", true
    ),
    (.scimEndpoint, portal, "is an AWS access portal URL", sameWord, true),
    (
      .scimEndpoint, canary, "looks like a token or a password; it was neither kept nor shown",
      "secrets go from one console to the other through a secret store, never through Signpost", false
    ),
    (
      .scimEndpoint, "Bearer abc", "looks like a token or a password; it was neither kept nor shown",
      "secrets go from one console to the other through a secret store, never through Signpost", false
    ),
    (
      .managementAccount, "example-alias", "is not twelve digits",
      "an alias, an e-mail address or only part of the number was given", false
    ),
    (
      .managementAccount, "11112222333", "is not twelve digits",
      "an alias, an e-mail address or only part of the number was given", true
    ),
    (.managementAccount, "arn:aws:iam::111122223333:root", "is an ARN", nil, false),
    (.sessionARN, "x", "is not an ARN", nil, false),
    (
      .sessionARN, "arn:aws:iam::444455556666:user/ada", "is not the ARN of a session from the portal",
      "the command ran with other credentials, not with the new profile", true
    ),
    (
      .sessionARN,
      "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/ada@example.com",
      "belongs to the account 111122223333; the pilot account is 444455556666", "another profile was used", true
    ),
    (
      .sessionARN, "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Root_0123456789abcdef/ada@example.com",
      "belongs to the permission set Root, which is not one of ReadOnlyAccess, Admin_1",
      "another permission set was chosen, or its name was entered differently", true
    ),
    (
      .sessionARN,
      "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/Ada@example.com",
      "belongs to another user: the name differs in upper and lower case only, first at character 1",
      "the browser was signed in as somebody else, or the user names differ", true
    ),
    (
      .scimTokenCreated, "21.11.2026", "is not a date in the form year-month-day",
      "the order of day and month differs from country to country", true
    ),
    (.scimTokenCreated, "2026-02-30", "is not a date in the form year-month-day", nil, true),
    (
      .scimTokenCreated, "2027-11-21", "is in the future",
      "the expiry date was given, or the year is wrong", true
    ),
    (
      .scimTokenCreated, "2026-11-23", "is in the future",
      "the expiry date was given, or the year is wrong", true
    ),
    (
      .scimTokenCreated, "2025-11-21", "is more than a year ago, so the token expired on 2026-11-21",
      "the date belongs to an older token, or the year is wrong", true
    ),
    (
      .pilotUser, "ada", "does not have the form of an e-mail address",
      "the identity provider's user names may have another form, which AWS does not accept", false
    ),
    (
      .pilotUser, "ada@example", "does not have the form of an e-mail address",
      "the identity provider's user names may have another form, which AWS does not accept", true
    ),
    (
      .pilotUser, "Ada <ada@example.com>", "does not have the form of an e-mail address",
      "it was copied from a mail program, with the person's name", true
    ),
    (.pilotUser, String(repeating: "a", count: 120) + "@example.com", "has more than 128 characters", nil, true),
    (
      .permissionSets, "Read only access", "is not a valid name for a permission set",
      "names have 1 to 32 letters, digits and + = , . @ - _, and no spaces; this may be the name of a group or a policy",
      true
    ),
    (
      .requiredGroups, "Admins\u{A0}EU", "contains an invisible character: U+00A0 NO-BREAK SPACE, as character 7",
      "it was copied along from a document, a chat or an e-mail", true
    ),
    (
      .requiredGroups, "Admins, \(canary)", "looks like a token or a password; it was neither kept nor shown",
      "secrets go from one console to the other through a secret store, never through Signpost", false
    ),
    (
      .awsMetadata, "<md:EntityDescriptor", "is the content of a file", "the text was pasted instead of the path",
      false
    ),
    (.awsMetadata, "https://example.com/metadata.xml", "is a web address", nil, false),
    (
      .awsMetadata, canary, "looks like a token or a password; it was neither kept nor shown",
      "secrets go from one console to the other through a secret store, never through Signpost", false
    ),
    (
      .idpSignInURL, "http://example.okta.com/x", "does not begin with https", "it was not copied completely",
      true
    ),
    (.idpSignInURL, "example", "is not an address", "it was not copied completely", false),
    (.region, "Ireland", "does not have the form of Region", nil, true),
    (.partition, "amazon", "does not have the form of partition", nil, true),
  ]
}
