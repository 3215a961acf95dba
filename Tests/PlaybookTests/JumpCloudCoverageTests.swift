import Testing

@testable import Playbook

/// What JumpCloud's articles, AWS's page and Cloud Posse's guide say, in our words.
private let statements = [
  // Signing in.
  CoveredStatement("enable IAM Identity Center, in the primary Region", .enableIdentityCenter, "primary Region"),
  CoveredStatement("the page in AWS stays open", .openIdentitySource, "Keep this page open"),
  CoveredStatement("AWS's file and values", .downloadAWSMetadata, "Download metadata file"),
  CoveredStatement("Access, SSO Applications", .addJumpCloudApplication, "Access\nSSO Applications"),
  CoveredStatement("older: USER AUTHENTICATION", .addJumpCloudApplication, "USER AUTHENTICATION\nSSO Applications"),
  CoveredStatement("+ Add New Application", .addJumpCloudApplication, "+ Add New Application"),
  CoveredStatement("older: a green plus", .addJumpCloudApplication, "green +"),
  CoveredStatement("not Amazon Web Services (IAM)", .addJumpCloudApplication, "not Amazon Web Services (IAM)"),
  CoveredStatement("tabs of the application", .addJumpCloudApplication, "General Info, SSO, Identity Management"),
  CoveredStatement("Display Label", .addJumpCloudApplication, "Display Label"),
  CoveredStatement("SSO IdP URL is final", .addJumpCloudApplication, "SSO IdP URL cannot be changed later"),
  CoveredStatement("AWS's page is not accurate", .addJumpCloudApplication, "Take JumpCloud's article"),
  CoveredStatement("AWS's page is of June 2021", .addJumpCloudApplication, "June 2021"),
  CoveredStatement("AWS's page says SAML for SCIM", .addJumpCloudApplication, "SAML provisions the users"),
  CoveredStatement("a deleted application leaves its users", .addJumpCloudApplication, "stay active in AWS"),
  CoveredStatement("Upload Metadata", .registerAWSInJumpCloud, "Upload Metadata"),
  CoveredStatement("IdP Entity ID, JumpCloud by default", .registerAWSInJumpCloud, "IdP Entity ID starts as JumpCloud"),
  CoveredStatement("which must be unique", .registerAWSInJumpCloud, "must not share it"),
  CoveredStatement("SP Entity ID is the issuer URL", .registerAWSInJumpCloud, "SP Entity ID is"),
  CoveredStatement("ACS URL", .registerAWSInJumpCloud, "ACS URLs\nACS URL"),
  CoveredStatement("several ACS URLs are taken", .registerAWSInJumpCloud, "among those that take several"),
  CoveredStatement("Login URL is the portal", .registerAWSInJumpCloud, "Login URL is"),
  CoveredStatement("an older instance keeps its ACS URL", .registerAWSInJumpCloud, "signin.aws.amazon.com"),
  CoveredStatement("SAMLSubject NameID is email", .setJumpCloudNameID, "SAMLSubject NameID to email"),
  CoveredStatement(
    "SAMLSubject NameID Format", .setJumpCloudNameID, "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
  CoveredStatement("a guide leaves the format alone", .setJumpCloudNameID, "Guides of third parties"),
  CoveredStatement("RSA-SHA256", .setJumpCloudNameID, "RSA-SHA256"),
  CoveredStatement("Sign Assertion", .setJumpCloudNameID, "tick Sign Assertion"),
  CoveredStatement("Default RelayState is empty", .setJumpCloudNameID, "Default RelayState empty"),
  CoveredStatement("Declare Redirect Endpoint", .setJumpCloudNameID, "Declare Redirect Endpoint"),
  CoveredStatement("user names equal e-mail addresses", .setJumpCloudNameID, "not the e-mail address in JumpCloud"),
  CoveredStatement("attributes for access control", .setJumpCloudNameID, "AccessControl:NAME"),
  CoveredStatement("the odd format of SAML 1.0", .setJumpCloudNameID, "SAML:1.0:nameid-format:unspecified"),
  CoveredStatement("activate, then continue", .activateJumpCloudApplication, "choose continue"),
  CoveredStatement(
    "the dialog", .activateJumpCloudApplication, "Please confirm your new SSO connector instance"),
  CoveredStatement("certificate and key are made then", .activateJumpCloudApplication, "certificate and its key"),
  CoveredStatement("what is green then", .activateJumpCloudApplication, "IDP Certificate Valid"),
  CoveredStatement("Export Metadata", .saveJumpCloudMetadata, "Export Metadata"),
  CoveredStatement("or tick and export in the list", .saveJumpCloudMetadata, "export metadata"),
  CoveredStatement("Copy Metadata URL", .saveJumpCloudMetadata, "Copy Metadata URL"),
  CoveredStatement("the name of the file", .saveJumpCloudMetadata, "JumpCloud-NAME-metadata.xml"),
  CoveredStatement("signed requests may be wanted", .saveJumpCloudMetadata, "WantAuthnRequestsSigned"),
  CoveredStatement("upload and ACCEPT", .changeIdentitySource, "Type ACCEPT"),
  CoveredStatement("upload of the file", .uploadIdPMetadata, "Choose file"),
  // Users and groups.
  CoveredStatement("Automatic provisioning, Enable", .enableSCIM, "Automatic provisioning"),
  CoveredStatement("Identity Management, Configure", .connectJumpCloudToSCIM, "Identity Management\nConfigure"),
  CoveredStatement(
    "the tick for groups", .connectJumpCloudToSCIM,
    "Enable management of User Groups and Group membership in this application"),
  CoveredStatement("without it users only", .connectJumpCloudToSCIM, "only users come"),
  CoveredStatement("Base URL without a slash", .connectJumpCloudToSCIM, "without its last slash into Base URL"),
  CoveredStatement("Token Key", .connectJumpCloudToSCIM, "into Token Key"),
  CoveredStatement("Activate", .connectJumpCloudToSCIM, "choose Activate"),
  CoveredStatement("AWS's page disagrees with itself", .connectJumpCloudToSCIM, "groups do come"),
  CoveredStatement("locked for edit in AWS", .connectJumpCloudToSCIM, "cannot be edited in AWS"),
  CoveredStatement("a deactivation costs the token", .connectJumpCloudToSCIM, "was deactivated since"),
  CoveredStatement("first and last name", .checkJumpCloudProfiles, "first name, last name"),
  CoveredStatement("work phone only", .checkJumpCloudProfiles, "work phone only"),
  CoveredStatement("a disabled user still changes", .checkJumpCloudProfiles, "disabled in AWS"),
  CoveredStatement("an equal user of AWS is overwritten", .checkJumpCloudProfiles, "was taken over"),
  CoveredStatement("names are case-sensitive", .createJumpCloudGroups, "Names count to the letter"),
  CoveredStatement("the newer list of groups", .createJumpCloudGroups, "Managers, DevOps, Developers and BillingAdmin"),
  CoveredStatement("the older list of groups", .createJumpCloudGroups, "Everyone"),
  CoveredStatement("tick groups, Save", .bindJumpCloudGroups, "User Groups tick"),
  CoveredStatement("implicitly denied", .bindJumpCloudGroups, "denied the application until"),
  CoveredStatement("only bound groups are synchronised", .bindJumpCloudGroups, "only bound groups"),
  CoveredStatement("a deleted user is deleted", .bindJumpCloudGroups, "deletes them in AWS too"),
  CoveredStatement("users appear", .checkUsers, "Users"),
  CoveredStatement("groups appear", .checkGroups, "Groups"),
  // Trying it and keeping it.
  CoveredStatement("permission set", .createPermissionSet, "Create permission set"),
  CoveredStatement("assignment", .assignAccountAccess, "Assign users or groups"),
  CoveredStatement("the portal", .testPortalSignIn, "private window"),
  CoveredStatement("the User Portal", .testApplicationTile, "User Portal\nAWS IAM Identity Center"),
  CoveredStatement("no tile without a group", .testApplicationTile, "bound to it"),
  CoveredStatement("Regenerate certificate", .makeJumpCloudCertificate, "Regenerate certificate"),
  CoveredStatement("which replaces the key too", .makeJumpCloudCertificate, "makes another key as well"),
  CoveredStatement("an outage to plan", .makeJumpCloudCertificate, "Plan such an outage"),
  CoveredStatement("one's own pair", .uploadJumpCloudCertificate, "Upload New certificate"),
  CoveredStatement("its key", .uploadJumpCloudCertificate, "Upload IdP Key"),
  CoveredStatement("export again", .uploadJumpCloudCertificate, "save the file anew"),
  CoveredStatement("deactivate first", .deactivateJumpCloudProvisioning, "Deactivate it first"),
  CoveredStatement("a new token is needed", .deactivateJumpCloudProvisioning, "takes a new token in any case"),
  CoveredStatement("update and reactivate", .enterNewJumpCloudToken, "into Token Key and choose Activate"),
]

/// Steps that no source on JumpCloud has, each for a reason of its own.
private let beyond: [StepID: String] = [
  .seeIdentitySource: "it decides which flow is the right one",
  .compareNameID: "one name on both pages, or sign-in fails",
  .seeNameIDSent: "consoles show what should be sent",
  .enableOrganizations: "AWS's page on enabling",
  .keepEmergencyAccess: "AWS's page on emergency access",
  .choosePortalAlias: "an option of AWS",
  .checkBothFiles: "the triangle: no console judges both",
  .createUsersByHand: "for those without SCIM",
  .testCommandLine: "the portal is not the only way in",
  .lookIntoCloudTrail: "AWS's troubleshooting page",
  .remindOfTokenRenewal: "tokens live for one year",
  .remindOfCertificate: "certificates end",
]

@Suite struct JumpCloudCoverageTests {
  @Test(arguments: statements)
  func everyStatementHasItsPlace(covered: CoveredStatement) throws {
    let step = try #require(Playbook.step(covered.step, of: "jumpcloud"))
    #expect(step.text.contains(covered.words), "\(covered.step) does not say: \(covered.words)")
  }

  @Test func everyStepComesFromASourceOrHasAReason() {
    let covered = Set(statements.map(\.step))
    #expect(covered.isDisjoint(with: beyond.keys))
    #expect(Set(Playbook.jumpCloud.steps.map(\.id)).isSubset(of: covered.union(beyond.keys)))
  }

  @Test func statementsStandInTheTableOnce() {
    #expect(Set(statements.map(\.statement)).count == statements.count)
  }

  @Test func requirementsAndDatesAreSaidBeforeTheFirstStep() {
    let said = Playbook.jumpCloud.prerequisites.map { $0.text.plain() }.joined(separator: "\n")
    for words in ["SSO package", "SSO add-on", "JumpCloud administrator", "root user"] { #expect(said.contains(words)) }
    let summary = Playbook.jumpCloudCertificateRotation.summary.map { $0.plain() }.joined(separator: "\n")
    #expect(summary.contains("60, 30 and 7 days and 24 hours"))
  }
}
