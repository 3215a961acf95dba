import Testing

@testable import Playbook

/// What AWS's page, Google's help, two editions of Cloud Posse's guide and the notes on ssosync say, in our words.
private let statements = [
  // Signing in.
  CoveredStatement("enable IAM Identity Center, in the primary Region", .enableIdentityCenter, "primary Region"),
  CoveredStatement("in the management account", .enableIdentityCenter, "Sign in to the account"),
  CoveredStatement("super administrator privileges", .addGoogleApplication, "super administrator privileges"),
  CoveredStatement(
    "Apps, Web and mobile apps, Add app, Search for apps", .addGoogleApplication,
    "Apps\nWeb and mobile apps\nAdd app\nSearch for apps"),
  CoveredStatement("search for Amazon Web Services", .addGoogleApplication, "search for Amazon Web Services"),
  CoveredStatement("take the SAML application", .addGoogleApplication, "Amazon Web Services (SAML)"),
  CoveredStatement("the older guide makes a custom application", .addGoogleApplication, "Add custom SAML app"),
  CoveredStatement("a custom application provisions nobody", .addGoogleApplication, "provisions nobody"),
  CoveredStatement(
    "Google's page on AWS is about IAM", .addGoogleApplication, "federation with IAM of single accounts"),
  CoveredStatement("the blog post on G Suite", .addGoogleApplication, "no longer current"),
  CoveredStatement("page Google Identity Provider details", .saveGoogleMetadata, "Google Identity Provider details"),
  CoveredStatement("download the metadata", .saveGoogleMetadata, "GoogleIDPMetadata.xml"),
  CoveredStatement(
    "or copy SSO URL, Entity ID and certificate", .saveGoogleMetadata, "SSO URL, Entity ID and Certificate"),
  CoveredStatement("keep the page open", .saveGoogleMetadata, "leave the page open"),
  CoveredStatement("the file ends with its first certificate", .saveGoogleMetadata, "validUntil"),
  CoveredStatement("two certificates in the file", .saveGoogleMetadata, "the most that Google allows"),
  CoveredStatement("one entityID for the organisation", .saveGoogleMetadata, "names the organisation"),
  CoveredStatement("Settings, Actions, Change identity source", .openIdentitySource, "Change identity source"),
  CoveredStatement("External identity provider, Next", .openIdentitySource, "External identity provider"),
  CoveredStatement("upload Google's file", .uploadIdPMetadata, "Choose file"),
  CoveredStatement("copy ACS URL and issuer URL", .downloadAWSMetadata, "IAM Identity Center issuer URL"),
  CoveredStatement("ACS URL into ACS URL", .registerAWSInGoogle, "into ACS URL"),
  CoveredStatement("issuer URL into Entity ID", .registerAWSInGoogle, "into Entity ID"),
  CoveredStatement("Start URL stays empty", .registerAWSInGoogle, "Leave Start URL empty"),
  CoveredStatement("Name ID format EMAIL", .registerAWSInGoogle, "Name ID format to EMAIL"),
  CoveredStatement("which can start as UNSPECIFIED", .registerAWSInGoogle, "UNSPECIFIED"),
  CoveredStatement("Name ID from the primary e-mail", .registerAWSInGoogle, "Basic Information > Primary email"),
  CoveredStatement("Signed response stays without a tick", .registerAWSInGoogle, "Signed response"),
  CoveredStatement("one ACS URL only", .registerAWSInGoogle, "cannot hold more than one"),
  CoveredStatement("an older instance keeps its ACS URL", .registerAWSInGoogle, "signin.aws.amazon.com"),
  CoveredStatement("ADD MAPPING", .mapGoogleAttributes, "ADD MAPPING"),
  CoveredStatement(
    "primary e-mail to RoleSessionName", .mapGoogleAttributes,
    "Primary email to https://aws.amazon.com/SAML/Attributes/RoleSessionName"),
  CoveredStatement("AWS wants Role mapped too", .mapGoogleAttributes, "any attribute to it, such as Department"),
  CoveredStatement("the other guide does not", .mapGoogleAttributes, "The sources disagree"),
  CoveredStatement("Finish before AWS switches", .mapGoogleAttributes, "Choose Finish"),
  CoveredStatement("type ACCEPT and change", .changeIdentitySource, "Type ACCEPT"),
  CoveredStatement("User access, Service status", .turnOnGoogleService, "User access\nService status"),
  CoveredStatement("ON for everyone, SAVE", .turnOnGoogleService, "ON for everyone"),
  CoveredStatement("AWS advises less afterwards", .turnOnGoogleService, "OFF for everyone"),
  CoveredStatement("up to 24 hours until it is on", .turnOnGoogleService, "24 hours"),
  // Users.
  CoveredStatement("Automatic provisioning, Enable", .enableSCIM, "Automatic provisioning"),
  CoveredStatement("endpoint and token, the token shown once", .enableSCIM, "shown once"),
  CoveredStatement("four names in each profile", .checkGoogleProfiles, "First name, Last name, Username and Display"),
  CoveredStatement("one value of each kind", .checkGoogleProfiles, "one e-mail address"),
  CoveredStatement("the phone is the work phone", .checkGoogleProfiles, "work phone"),
  CoveredStatement("an equal user of AWS is overwritten", .checkGoogleProfiles, "was taken over"),
  CoveredStatement("a disabled user still changes", .checkGoogleProfiles, "disabled in AWS"),
  CoveredStatement("archived people are left out", .checkGoogleProfiles, "archived"),
  CoveredStatement("Configure auto provisioning", .configureGoogleProvisioning, "Configure auto provisioning"),
  CoveredStatement("Access token, Continue", .configureGoogleProvisioning, "into Access token"),
  CoveredStatement("Endpoint URL, Continue", .configureGoogleProvisioning, "into Endpoint URL"),
  CoveredStatement("attributes with a star", .configureGoogleProvisioning, "attribute with a *"),
  CoveredStatement("an optional scope", .configureGoogleProvisioning, "Provisioning scope"),
  CoveredStatement("deprovisioning periods", .configureGoogleProvisioning, "within 24 hours, after 1, 7 or 30 days"),
  CoveredStatement("delete later than suspend", .configureGoogleProvisioning, "before it is suspended"),
  CoveredStatement("users only, no groups", .configureGoogleProvisioning, "users only, no groups"),
  CoveredStatement("Inactive to Active, Turn on", .activateGoogleProvisioning, "from Inactive to Active"),
  CoveredStatement("grey while the application is off", .activateGoogleProvisioning, "The switch is grey"),
  CoveredStatement("three applications in two editions", .activateGoogleProvisioning, "Frontline Starter"),
  CoveredStatement("minutes, at most 24 hours", .activateGoogleProvisioning, "up to 24 hours"),
  CoveredStatement("one guide calls it impossible", .activateGoogleProvisioning, "impossible"),
  CoveredStatement("users appear under Users", .checkUsers, "Users"),
  // Groups.
  CoveredStatement("groups come by hand or by ssosync", .chooseGoogleGroups, "or ssosync copies them"),
  CoveredStatement("names are case-sensitive", .chooseGoogleGroups, "Names count to the letter"),
  CoveredStatement("the newer list of groups", .chooseGoogleGroups, "Managers, DevOps, Developers and BillingAdmin"),
  CoveredStatement("the older list of groups", .chooseGoogleGroups, "Everyone"),
  CoveredStatement("names come from the catalogue file", .chooseGoogleGroups, "stacks/catalog/aws-sso.yaml"),
  CoveredStatement("create-group", .createGroupsByCommand, "aws identitystore create-group "),
  CoveredStatement("create-group-membership", .createGroupsByCommand, "aws identitystore create-group-membership"),
  CoveredStatement("the console cannot", .createGroupsByCommand, "cannot be created in the console"),
  CoveredStatement("Terraform makes groups without members", .createGroupsByCommand, "stay empty"),
  CoveredStatement("project and Admin SDK API", .createGoogleServiceAccount, "Admin SDK API"),
  CoveredStatement("service account and its JSON key", .createGoogleServiceAccount, "JSON"),
  CoveredStatement("domain-wide delegation", .delegateGoogleDirectory, "Manage Domain Wide Delegation"),
  CoveredStatement("scope for groups", .delegateGoogleDirectory, "admin.directory.group.readonly"),
  CoveredStatement("scope for members", .delegateGoogleDirectory, "admin.directory.group.member.readonly"),
  CoveredStatement("scope for users", .delegateGoogleDirectory, "admin.directory.user.readonly"),
  CoveredStatement("four parameters", .deploySync, "/ssosync/google_credentials"),
  CoveredStatement("a real administrator of Google", .deploySync, "not the service account"),
  CoveredStatement("filter and dry run", .deploySync, "--dry-run"),
  CoveredStatement("every 15 minutes", .deploySync, "15 minutes"),
  CoveredStatement("who deploys the component", .deploySync, "SuperAdmin"),
  CoveredStatement("it deletes what Google does not know", .deploySync, "Control Tower"),
  CoveredStatement("display name or e-mail", .deploySync, "users_groups takes the e-mail address"),
  CoveredStatement("an upgrade lost assignments", .deploySync, "after an update"),
  CoveredStatement("nested groups are flattened", .deploySync, "flattens nested groups"),
  CoveredStatement("404 Domain not found", .deploySync, "Domain not found"),
  CoveredStatement("name: or Name:", .deploySync, "Name:AWS*"),
  CoveredStatement("beside Google's provisioning: unknown", .deploySync, "not known"),
  // Trying it and keeping it.
  CoveredStatement("permission set", .createPermissionSet, "Create permission set"),
  CoveredStatement("assignment", .assignAccountAccess, "Assign users or groups"),
  CoveredStatement("the portal", .testPortalSignIn, "private window"),
  CoveredStatement("the launcher", .testApplicationTile, "Google apps launcher\nAmazon Web Services"),
  CoveredStatement("Test SAML login fails", .testApplicationTile, "Test SAML login"),
  CoveredStatement("the second factor is Google's", .changeIdentitySource, "The second factor is Google Workspace's"),
  CoveredStatement("Add another certificate, two at most", .addGoogleCertificate, "Add another certificate"),
  CoveredStatement(
    "SSO with SAML applications", .addGoogleCertificate, "Security\nAuthentication\nSSO with SAML applications"),
  CoveredStatement("choose it in the application", .chooseGoogleCertificate, "Service provider details\nCertificate"),
  CoveredStatement("off and on again", .chooseGoogleCertificate, "turn it on again"),
  CoveredStatement("delete the old one", .deleteGoogleCertificate, "delete it"),
  CoveredStatement("the token in Auto provisioning", .enterNewGoogleToken, "into Access token"),
  CoveredStatement("the token of ssosync", .renewSyncToken, "/ssosync/scim_endpoint_access_token"),
]

/// Steps that no source on Google has, each for a reason of its own.
private let beyond: [StepID: String] = [
  .seeIdentitySource: "it decides which flow is the right one",
  .compareNameID: "one name on both pages, or sign-in fails",
  .seeNameIDSent: "consoles show what should be sent",
  .enableOrganizations: "AWS's page on enabling",
  .keepEmergencyAccess: "AWS's page on emergency access",
  .choosePortalAlias: "an option of AWS",
  .checkBothFiles: "the triangle: no console judges both",
  .createUsersByHand: "for those without SCIM",
  .checkGroups: "follows from the groups",
  .testCommandLine: "the portal is not the only way in",
  .lookIntoCloudTrail: "AWS's troubleshooting page",
  .remindOfTokenRenewal: "tokens live for one year",
  .remindOfCertificate: "certificates end",
]

@Suite struct GoogleCoverageTests {
  @Test(arguments: statements)
  func everyStatementHasItsPlace(covered: CoveredStatement) throws {
    let step = try #require(Playbook.step(covered.step, of: "google-workspace"))
    #expect(step.text.contains(covered.words), "\(covered.step) does not say: \(covered.words)")
  }

  @Test func everyStepComesFromASourceOrHasAReason() {
    let covered = Set(statements.map(\.step))
    #expect(covered.isDisjoint(with: beyond.keys))
    #expect(Set(Playbook.googleWorkspace.steps.map(\.id)).isSubset(of: covered.union(beyond.keys)))
  }

  @Test func statementsStandInTheTableOnce() {
    #expect(Set(statements.map(\.statement)).count == statements.count)
  }

  @Test func requirementsAreSaidBeforeTheFirstStep() {
    let said = Playbook.googleWorkspace.prerequisites.map { $0.text.plain() }.joined(separator: "\n")
    for words in [
      "super administrator", "Business Starter and Frontline Starter", "first and last name", "one ACS URL",
    ] {
      #expect(said.contains(words))
    }
  }
}
