import Playbook

/// A person at the wizard: knows what the consoles show, and from the playbook what will be asked.
enum Operator {
  typealias Exchange = Script.Exchange

  /// What the person wants.
  static let wishes: Set<Wish> = [.scim, .commandLine]

  /// The IPv4 address of the primary Region in `Fixtures/identity-center.xml`.
  static let acsURL = "https://eu-west-1.signin.aws/platform/saml/acs/6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34"
  /// The issuer URL of the same file.
  static let issuerURL = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-93671f0a2c"
  /// The SCIM endpoint, as it is kept.
  static let scimEndpoint = "https://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2"

  /// Every value as the person knows it, or reads it in a console.
  static let facts: [FactKey: String] = [
    .identitySource: "unused",
    .managementAccount: "111122223333",
    .idpMetadata: Signpost.root + "/Fixtures/okta.xml",
    .awsMetadata: Signpost.root + "/Fixtures/identity-center.xml",
    .portalURL: "https://d-93671f0a2c.awsapps.com/start",
    .acsURL: acsURL,
    .issuerURL: issuerURL,
    .region: "eu-west-1",
    .idpEntityID: "http://www.okta.com/exk1example0fixture01",
    .idpSignInURL: "https://example.okta.com/app/amazon_aws_sso/exk1example0fixture01/sso/saml",
    .idpCertificateExpires: "2034-05-14",
    .idpCertificateReminder: "2034-02-13",
    .scimEndpoint: scimEndpoint,
    .scimTokenCreated: "2026-11-20",
    .scimTokenExpires: "2027-11-20",
    .scimTokenReminder: "2027-08-22",
    .requiredGroups: "Developers, DevOps",
    .pilotUser: "ada@example.com",
    .permissionSets: "AdministratorAccess",
    .pilotAccount: "444455556666",
    .sessionARN:
      "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/ada@example.com",
  ]

  /// The whole conversation.
  static let script = Script(.okta, wishes: wishes, facts: facts)
  /// The steps that apply, in order.
  static var steps: [Step] { script.steps }
  /// Every question of the whole set-up, in order.
  static var exchanges: [Exchange] { script.exchanges }

  /// The place of the first question of a step, or of its question for a fact.
  static func index(of step: StepID, _ fact: FactKey? = nil) -> Int { script.index(of: step, fact) }
}
