import Testing

@testable import Playbook

/// A statement of a guide, in our words, and where the playbook has it.
struct CoveredStatement: Sendable, CustomTestStringConvertible {
  let statement: String
  let step: StepID
  /// Words of the step that carry the statement.
  let words: String

  init(_ statement: String, _ step: StepID, _ words: String) {
    self.statement = statement
    self.step = step
    self.words = words
  }

  var testDescription: String { statement }
}

/// The community walkthrough for Okta (K. Andreev).
let coveredStatements = [
  CoveredStatement("an organization comes first, sub-accounts follow", .enableOrganizations, "AWS Organizations"),
  CoveredStatement(
    "no workloads in the management account", .enableOrganizations, "workloads belong in member accounts"),
  CoveredStatement("optionally a sign-in domain of one's own", .setOktaDomain, "Customizations\nDomain"),
  CoveredStatement("the Okta-managed variant is easier", .setOktaDomain, "Okta-managed"),
  CoveredStatement("two DNS entries for the domain", .setOktaDomain, "two DNS entries"),
  CoveredStatement("Applications, Browse App Catalog", .addOktaApplication, "Browse App Catalog"),
  CoveredStatement(
    "choose the catalogue's AWS IAM Identity Center", .addOktaApplication, "Search for AWS IAM Identity Center"),
  CoveredStatement("Add Integration, then Done", .addOktaApplication, "Add Integration"),
  CoveredStatement(
    "Sign On, SAML Signing Certificates, Actions", .saveOktaMetadata, "SAML Signing Certificates\nActions"),
  CoveredStatement("View IdP metadata opens a tab with XML", .saveOktaMetadata, "opens in a new tab"),
  CoveredStatement("save it as metadata.xml", .saveOktaMetadata, "metadata.xml"),
  CoveredStatement("enable with AWS Organizations", .enableIdentityCenter, "Enable with AWS Organizations"),
  CoveredStatement(
    "leave multi-account permissions on", .enableIdentityCenter, "leave Enable multi-account permissions on"),
  CoveredStatement("customize the portal URL", .choosePortalAlias, "Customize AWS access portal URL"),
  CoveredStatement("Settings, Actions, Change identity source", .openIdentitySource, "Change identity source"),
  CoveredStatement("External identity provider, Next", .openIdentitySource, "External identity provider"),
  CoveredStatement(
    "one page, two parts of metadata", .openIdentitySource, "Service provider metadata and Identity provider"),
  CoveredStatement("download the metadata file", .downloadAWSMetadata, "Download metadata file"),
  CoveredStatement("its name ends in metadata.xml", .downloadAWSMetadata, "ends in metadata.xml"),
  CoveredStatement("the second and third value go to Okta", .downloadAWSMetadata, "IAM Identity Center issuer URL"),
  CoveredStatement("choose Okta's file for upload", .uploadIdPMetadata, "Choose file"),
  CoveredStatement("Next, ACCEPT, Change identity source", .changeIdentitySource, "Type ACCEPT"),
  CoveredStatement("two addresses into Okta's Sign On, Save", .registerAWSInOkta, "Choose Save"),
  CoveredStatement("enable automatic provisioning", .enableSCIM, "Automatic provisioning"),
  CoveredStatement("Show token, copy endpoint and token", .enableSCIM, "Show token"),
  CoveredStatement("Provisioning, Configure API Integration", .connectOktaToSCIM, "Configure API Integration"),
  CoveredStatement("Enable API Integration, both values, Save", .connectOktaToSCIM, "Enable API Integration"),
  CoveredStatement("trailing slash and its error", .connectOktaToSCIM, "Base URL: Does not match required pattern"),
  CoveredStatement("To App, Edit, all three ticks", .enableOktaProvisioning, "Deactivate Users"),
  CoveredStatement("assign a group or a user", .assignOktaApplication, "Assign to Groups"),
  CoveredStatement("the user shows up under Users", .checkUsers, "Users"),
  CoveredStatement("but has no rights yet", .checkUsers, "sees nothing in the portal"),
  CoveredStatement("Permission sets, Create permission set", .createPermissionSet, "Create permission set"),
  CoveredStatement("predefined AdministratorAccess", .createPermissionSet, "AdministratorAccess"),
  CoveredStatement("AWS accounts, Assign users or groups", .assignAccountAccess, "Assign users or groups"),
  CoveredStatement("tick user and set, Next, Submit", .assignAccountAccess, "Submit"),
  CoveredStatement("open the portal URL in a new tab", .testPortalSignIn, "private window"),
  CoveredStatement("sign in at Okta", .testPortalSignIn, "Sign in at Okta"),
  CoveredStatement("accounts and permissions are listed", .testPortalSignIn, "the portal lists"),
]

/// Steps that the walkthrough does not have, each for a reason of its own.
let stepsBeyondTheWalkthrough: [StepID: String] = [
  .seeIdentitySource: "it decides which flow is the right one",
  .compareNameID: "one name on both pages, or sign-in fails",
  .seeNameIDSent: "consoles show what should be sent",
  .keepEmergencyAccess: "AWS's page on emergency access",
  .checkBothFiles: "the triangle: no console judges both",
  .setOktaUsernameFormat: "AWS's Okta guide",
  .setOktaSessionLifetime: "an option of the application",
  .checkOktaAttributes: "AWS's Okta guide, Okta's help centre",
  .createOktaGroups: "AWS's Okta guide: separate groups",
  .pushOktaGroups: "AWS's Okta guide",
  .createUsersByHand: "for those without SCIM",
  .checkGroups: "follows from pushing groups",
  .testApplicationTile: "AWS's Okta guide",
  .testCommandLine: "the portal is not the only way in",
  .lookIntoCloudTrail: "AWS's troubleshooting page",
  .remindOfTokenRenewal: "tokens live for one year",
  .remindOfCertificate: "certificates end",
]

@Suite struct OktaCoverageTests {
  @Test(arguments: coveredStatements)
  func everyStatementHasItsPlace(covered: CoveredStatement) throws {
    let step = try #require(Playbook.okta.step(covered.step))
    #expect(step.text.contains(covered.words), "\(covered.step) does not say: \(covered.words)")
  }

  @Test func everyStepComesFromTheWalkthroughOrHasAReason() {
    let covered = Set(coveredStatements.map(\.step))
    let beyond = Set(stepsBeyondTheWalkthrough.keys)
    #expect(covered.isDisjoint(with: beyond))
    #expect(covered.union(beyond) == Set(Playbook.okta.steps.map(\.id)))
  }

  @Test func statementsStandInTheTableOnce() {
    #expect(Set(coveredStatements.map(\.statement)).count == coveredStatements.count)
  }
}
