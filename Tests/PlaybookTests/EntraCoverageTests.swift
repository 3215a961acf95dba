import Testing

@testable import Playbook

/// What AWS's and Microsoft's guides and the older walkthroughs tell one to do in Entra, in our words, and where the
/// playbook has it.
let entraStatements: [CoveredStatement] = [
  CoveredStatement("the portal's name comes before the sign-on URL", .choosePortalAlias, "before any metadata"),
  CoveredStatement("a Cloud Application Administrator opens Enterprise apps", .addEntraApplication, "Enterprise apps"),
  CoveredStatement(
    "older menus: Identity, Applications", .addEntraApplication, "Applications\nEnterprise applications"),
  CoveredStatement(
    "a search for Entra ID, Add, Enterprise application", .addEntraApplication, "Enterprise application"),
  CoveredStatement("the console of Azure AD", .addEntraApplication, "Azure Active Directory"),
  CoveredStatement("New application from the gallery", .addEntraApplication, "Browse Microsoft Entra Gallery"),
  CoveredStatement("the tile's full name", .addEntraApplication, "successor to AWS Single Sign-On"),
  CoveredStatement("its name in 2020", .addEntraApplication, "AWS Single Sign-on"),
  CoveredStatement("not Single-Account Access", .addEntraApplication, "AWS Single-Account Access"),
  CoveredStatement("not the password vault, not the VPN", .addEntraApplication, "AWS ClientVPN"),
  CoveredStatement("Single sign-on, SAML", .registerAWSInEntra, "Single sign-on (on the overview"),
  CoveredStatement("card 3, Federation Metadata XML", .saveEntraMetadata, "Federation Metadata XML"),
  CoveredStatement("card 5 needs the browser extension", .saveEntraMetadata, "browser extension"),
  CoveredStatement("the older heading of the card", .saveEntraMetadata, "SAML Signing Certificate"),
  CoveredStatement("AWS: change source, two tabs, portal URL", .downloadAWSMetadata, "Dual-stack"),
  CoveredStatement("AWS: upload, ACCEPT", .changeIdentitySource, "Type ACCEPT"),
  CoveredStatement("upload AWS's file by the folder icon", .registerAWSInEntra, "folder icon"),
  CoveredStatement("identifier and reply URL are filled", .registerAWSInEntra, "both fields were filled"),
  CoveredStatement("several reply URLs, the primary one by default", .registerAWSInEntra, "as the default one"),
  CoveredStatement("paste the portal URL as sign-on URL", .setEntraSignOnURL, "Sign on URL (Optional)"),
  CoveredStatement("it follows the portal's name", .setEntraSignOnURL, "the portal got a name later"),
  CoveredStatement("relay state and logout URL stay empty", .registerAWSInEntra, "Relay State (Optional)"),
  CoveredStatement("NameID is the user principal name", .setEntraNameID, "user.userprincipalname"),
  CoveredStatement("the format of e-mail addresses", .setEntraNameID, "Email address"),
  CoveredStatement("guests by a second condition", .setEntraNameID, "user.mail"),
  CoveredStatement("the four default claims", .setEntraNameID, "emailaddress, givenname, name and surname"),
  CoveredStatement("test later", .setEntraSignOnURL, "No, I'll test later"),
  CoveredStatement("Users and groups, Add, Select, Assign", .assignEntraApplication, "then Assign"),
  CoveredStatement("groups may need a paid plan", .assignEntraApplication, "groups are not available"),
  CoveredStatement("AWS: enable provisioning", .enableSCIM, "Show token"),
  CoveredStatement("mode automatic", .connectEntraToSCIM, "Provisioning Mode to Automatic"),
  CoveredStatement("tenant URL and secret token", .connectEntraToSCIM, "Tenant URL"),
  CoveredStatement("test the connection", .connectEntraToSCIM, "Test Connection"),
  CoveredStatement("notification of failures", .connectEntraToSCIM, "Send an email notification"),
  CoveredStatement("keep six attributes", .mapEntraUsers, "name.givenName and name.familyName"),
  CoveredStatement("delete the others", .mapEntraUsers, "Delete what you do not need"),
  CoveredStatement("object id as external id", .mapEntraUsers, "Map objectId to externalId"),
  CoveredStatement("mail may be empty", .mapEntraUsers, "have no mailbox"),
  CoveredStatement("the mapping's name in 2020", .mapEntraUsers, "customappsso"),
  CoveredStatement("match on the user name alone", .mapEntraUsers, "only userName is a matching attribute"),
  CoveredStatement("three attributes of groups", .mapEntraGroups, "displayName as the matching attribute"),
  CoveredStatement("nested groups are not expanded", .chooseEntraGroups, "Groups inside groups"),
  CoveredStatement("dynamic groups", .chooseEntraGroups, "dynamic group"),
  CoveredStatement("scope: assigned only", .startEntraProvisioning, "Sync only assigned users and groups"),
  CoveredStatement("status on, or Start provisioning", .startEntraProvisioning, "Provisioning Status"),
  CoveredStatement("on demand", .startEntraProvisioning, "Provision on demand"),
  CoveredStatement("every 40 minutes", .startEntraProvisioning, "about every 40 minutes"),
  CoveredStatement("privileged groups take minutes", .startEntraProvisioning, "2 to 10 minutes"),
  CoveredStatement("quarantine", .startEntraProvisioning, "Restart provisioning"),
  CoveredStatement("created by SCIM", .checkUsers, "SCIM"),
  CoveredStatement("permission set", .createPermissionSet, "Predefined permission set"),
  CoveredStatement("screens of 2020", .assignAccountAccess, "AWS organization"),
  CoveredStatement("assignment", .assignAccountAccess, "Assign users or groups"),
  CoveredStatement("test from My Apps", .testApplicationTile, "My Apps"),
  CoveredStatement("test from the portal", .testPortalSignIn, "Sign in at Microsoft Entra ID"),
  CoveredStatement("wrong NameID", .setEntraNameID, "An unexpected error has occurred"),
  CoveredStatement("unregistered reply URL", .registerAWSInEntra, "AADSTS50011"),
  CoveredStatement("another file after Active Directory", .registerAWSInEntra, "switched from Active Directory"),
  CoveredStatement("cleared attributes stay", .mapEntraUsers, "does not send removals"),
  CoveredStatement("several telephone numbers", .mapEntraUsers, "Currently list attributes only allow single item"),
  CoveredStatement("refused characters", .mapEntraUsers, "< > ; : %"),
]

/// What Entra's guides say of upkeep.
let entraUpkeepStatements: [(flow: Playbook.Flow, covered: CoveredStatement)] = [
  (.rotateCertificate, CoveredStatement("at most three years", .createEntraCertificate, "three years")),
  (.rotateCertificate, CoveredStatement("inactive at first", .createEntraCertificate, "Inactive")),
  (.rotateCertificate, CoveredStatement("mails 60, 30, 7 days before", .createEntraCertificate, "60, 30 and 7 days")),
  (.rotateCertificate, CoveredStatement("an expired one is replaced at once", .createEntraCertificate, "at once")),
  (.rotateCertificate, CoveredStatement("make active", .activateEntraCertificate, "Make certificate active")),
  (.rotateCertificate, CoveredStatement("import before", .importNewCertificate, "Import certificate")),
  (.rotateCertificate, CoveredStatement("delete in AWS", .deleteOldCertificate, "type DELETE")),
  (.rotateCertificate, CoveredStatement("remove at Entra", .removeOldEntraCertificate, "inactive certificate")),
  (.renewSCIMToken, CoveredStatement("new token as secret token", .enterNewEntraToken, "Secret Token")),
  (.renewSCIMToken, CoveredStatement("test it", .enterNewEntraToken, "Test Connection")),
  (.renewSCIMToken, CoveredStatement("out of quarantine", .enterNewEntraToken, "Restart provisioning")),
]

/// Steps that no guide of Entra has, each for a reason of its own.
let entraStepsBeyondTheGuides: [StepID: String] = [
  .seeIdentitySource: "it decides which flow is the right one",
  .compareNameID: "one name on both pages, or sign-in fails",
  .seeNameIDSent: "consoles show what should be sent",
  .enableOrganizations: "access is given per account of an organization",
  .keepEmergencyAccess: "AWS's page on emergency access",
  .enableIdentityCenter: "taken for granted by the guides",
  .openIdentitySource: "the wizard's first page",
  .checkBothFiles: "the triangle: no console judges both",
  .uploadIdPMetadata: "one line of the guides, with the ways in which it fails",
  .createUsersByHand: "for those without SCIM",
  .checkGroups: "follows from provisioning groups",
  .testCommandLine: "the portal is not the only way in",
  .lookIntoCloudTrail: "AWS's troubleshooting page",
  .remindOfTokenRenewal: "tokens live for one year",
  .remindOfCertificate: "certificates end",
]

@Suite struct EntraCoverageTests {
  @Test(arguments: entraStatements)
  func everyStatementHasItsPlace(covered: CoveredStatement) throws {
    let step = try #require(Playbook.entra.step(covered.step))
    #expect(step.text.contains(covered.words), "\(covered.step) does not say: \(covered.words)")
  }

  @Test func everyStatementOfUpkeepHasItsPlace() throws {
    for (flow, covered) in entraUpkeepStatements {
      let step = try #require(Playbook.of("entra-id", flow: flow)?.step(covered.step))
      #expect(step.text.contains(covered.words), "\(covered.step) does not say: \(covered.words)")
    }
  }

  @Test func everyStepComesFromAGuideOrHasAReason() {
    let covered = Set(entraStatements.map(\.step))
    let beyond = Set(entraStepsBeyondTheGuides.keys)
    #expect(covered.isDisjoint(with: beyond))
    #expect(covered.union(beyond) == Set(Playbook.entra.steps.map(\.id)))
  }

  @Test func statementsStandInTheTableOnce() {
    #expect(Set(entraStatements.map(\.statement)).count == entraStatements.count)
  }
}
