import Testing

@testable import Playbook

/// What AWS's and Ping's guides tell one to do in PingOne and PingFederate, in our words, and where the playbook has it.
let pingStatements: [CoveredStatement] = [
  CoveredStatement("PingOne: application from the catalogue", .addPingApplication, "Application Catalog"),
  CoveredStatement("PingOne: a SAML application of one's own", .addPingApplication, "SAML Application\nConfigure"),
  CoveredStatement("PingOne: import AWS's metadata", .registerAWSInPing, "Import Metadata"),
  CoveredStatement("PingOne: from a URL, or by hand", .registerAWSInPing, "Manually Enter"),
  CoveredStatement("PingOne: room for several ACS URLs", .registerAWSInPing, "+ Add"),
  CoveredStatement("PingOne: the first one is the default", .registerAWSInPing, "The first is the default"),
  CoveredStatement("PingOne: signed requests stay off", .registerAWSInPing, "Enforce Signed Authn Request"),
  CoveredStatement("PingOne: a validity is required", .registerAWSInPing, "Assertion validity duration (in seconds)"),
  CoveredStatement("PingOne: advanced settings of the catalogue", .registerAWSInPing, "Enable Advanced Configuration"),
  CoveredStatement("PingOne: subject like an address", .mapPingSubject, "Map SAML_SUBJECT"),
  CoveredStatement("PingOne: Email (Work)", .mapPingSubject, "Email (Work)"),
  CoveredStatement("PingOne: format of the NameID", .mapPingSubject, "Name ID Format to send to SP"),
  CoveredStatement("PingOne: addresses with a plus", .mapPingSubject, "SAML_215"),
  CoveredStatement("PingOne: download metadata", .savePingMetadata, "Download Metadata"),
  CoveredStatement("PingOne: certificates of a year", .savePingMetadata, "after one year"),
  CoveredStatement("PingOne: groups decide who may sign in", .allowPingPeople, "Group Membership Policy"),
  CoveredStatement("PingOne: no group means everybody", .allowPingPeople, "open to every user"),
  CoveredStatement("PingOne: switch it on", .allowPingPeople, "switch the application on"),
  CoveredStatement("AWS: upload and ACCEPT", .changeIdentitySource, "Type ACCEPT"),
  CoveredStatement("AWS: enable provisioning", .enableSCIM, "Show token"),
  CoveredStatement(
    "PingOne: User Provisioning, complete", .connectPingToSCIM, "choose complete below User Provisioning"),
  CoveredStatement("PingOne: SCIM URL and ACCESS_TOKEN", .connectPingToSCIM, "ACCESS_TOKEN"),
  CoveredStatement("PingOne: REMOVE_ACTION", .connectPingToSCIM, "REMOVE_ACTION to Disabled or Deleted"),
  CoveredStatement("PingOne: the pages after it", .connectPingToSCIM, "PingOne App Customization"),
  CoveredStatement("PingOne: Group Access, Finish", .allowPingPeople, "and at the bottom Finish"),
  CoveredStatement("PingOne: provisioning may go on", .connectPingToSCIM, "still provisioned after"),
  CoveredStatement("PingOne: no groups, whatever else is said", .choosePingGroups, "provisions no groups over SCIM"),
  CoveredStatement("PingOne: groups by the command line", .createGroupsByCommand, "aws identitystore create-group"),
  CoveredStatement("Ping: cleared attributes stay", .checkPingProfiles, "does not send removals"),
  CoveredStatement("PingFederate: connector and restart", .preparePingFederate, "Restart the server"),
  CoveredStatement("PingFederate: provisioner mode", .preparePingFederate, "pf.provisioner.mode"),
  CoveredStatement(
    "PingFederate: two names of the connector", .preparePingFederate, "IAM Identity Center Cloud Connector"),
  CoveredStatement(
    "PingFederate: connection from a template", .createPingFederateConnection, "Use a template for this connection"),
  CoveredStatement("PingFederate: AWS's metadata", .createPingFederateConnection, "Metadata File"),
  CoveredStatement("PingFederate: browser SSO", .createPingFederateConnection, "Browser SSO Profiles"),
  CoveredStatement("PingFederate: older menus", .createPingFederateConnection, "PingFederate 10.0 and older"),
  CoveredStatement("PingFederate: export metadata", .savePingMetadata, "Metadata Export"),
  CoveredStatement("PingFederate: outbound provisioning", .connectPingFederateToSCIM, "tick Outbound Provisioning"),
  CoveredStatement("PingFederate: SCIM URL, access token", .connectPingFederateToSCIM, "Access Token"),
  CoveredStatement("PingFederate: channel and data store", .createPingFederateChannel, "Active Data Store"),
  CoveredStatement("PingFederate: one DN of users, one of groups", .createPingFederateChannel, "Group DN"),
  CoveredStatement("PingFederate: nested search", .createPingFederateChannel, "Nested Search"),
  CoveredStatement("PingFederate: user name equals NameID", .createPingFederateChannel, "sent as SAML_SUBJECT"),
  CoveredStatement("PingFederate: starred fields", .createPingFederateChannel, "marked *"),
  CoveredStatement("PingFederate: activate", .createPingFederateChannel, "Channel Status to Active"),
  CoveredStatement("PingFederate: the log", .createPingFederateChannel, "provisioner.log"),
  CoveredStatement("users arrive", .checkUsers, "Created by"),
  CoveredStatement("groups arrive", .checkGroups, "Open each group"),
  CoveredStatement("permission set", .createPermissionSet, "Predefined permission set"),
  CoveredStatement("assignment", .assignAccountAccess, "Assign users or groups"),
  CoveredStatement("test from the portal", .testPortalSignIn, "Sign in at Ping Identity"),
  CoveredStatement("test from Ping", .testApplicationTile, "IAM Identity Center"),
  CoveredStatement("command line", .testCommandLine, "aws sts get-caller-identity"),
  CoveredStatement("CloudTrail", .lookIntoCloudTrail, "ExternalIdPDirectoryLogin"),
  CoveredStatement("token of one year", .remindOfTokenRenewal, "90 days before"),
  CoveredStatement("certificate", .remindOfCertificate, "Expires on"),
]

/// What Ping's documents say of upkeep.
let pingUpkeepStatements: [(flow: Playbook.Flow, covered: CoveredStatement)] = [
  (.rotateCertificate, CoveredStatement("PingOne: a new key pair", .createPingKeyPair, "Create New Key Pair")),
  (.rotateCertificate, CoveredStatement("PingOne: 730 days at most", .createPingKeyPair, "730 days")),
  (.rotateCertificate, CoveredStatement("PingOne: a new default changes nothing", .createPingKeyPair, "default one")),
  (.rotateCertificate, CoveredStatement("PingOne: reassign", .assignPingKeyPair, "Reassign Key Pair")),
  (.rotateCertificate, CoveredStatement("PingFederate: export", .createPingFederateKeyPair, "Certificate Only")),
  (
    .rotateCertificate, CoveredStatement("PingFederate: sign", .assignPingFederateKeyPair, "Digital Signature Settings")
  ),
  (.renewSCIMToken, CoveredStatement("PingOne: new token", .enterNewPingToken, "ACCESS_TOKEN")),
  (.renewSCIMToken, CoveredStatement("PingFederate: new token", .enterNewPingFederateToken, "Access Token")),
  (.renewSCIMToken, CoveredStatement("see that it works", .seeChangeArrive, "changed display name")),
]

/// Steps that no guide of Ping has, each for a reason of its own.
let pingStepsBeyondTheGuides: [StepID: String] = [
  .seeIdentitySource: "it decides which flow is the right one",
  .compareNameID: "one name on both pages, or sign-in fails",
  .seeNameIDSent: "consoles show what should be sent",
  .enableOrganizations: "access is given per account of an organization",
  .keepEmergencyAccess: "AWS's page on emergency access",
  .enableIdentityCenter: "taken for granted by the guides",
  .choosePortalAlias: "an option that cannot be repeated",
  .openIdentitySource: "the wizard's first page",
  .downloadAWSMetadata: "taken for granted by the guides",
  .checkBothFiles: "the triangle: no console judges both",
  .uploadIdPMetadata: "one line of the guides, with the ways in which it fails",
  .createUsersByHand: "for those without SCIM",
]

@Suite struct PingCoverageTests {
  @Test(arguments: pingStatements)
  func everyStatementHasItsPlace(covered: CoveredStatement) throws {
    let step = try #require(Playbook.ping.step(covered.step))
    #expect(step.text.contains(covered.words), "\(covered.step) does not say: \(covered.words)")
  }

  @Test func everyStatementOfUpkeepHasItsPlace() throws {
    for (flow, covered) in pingUpkeepStatements {
      let step = try #require(Playbook.of("ping", flow: flow)?.step(covered.step))
      #expect(step.text.contains(covered.words), "\(covered.step) does not say: \(covered.words)")
    }
  }

  @Test func everyStepComesFromAGuideOrHasAReason() {
    let covered = Set(pingStatements.map(\.step))
    let beyond = Set(pingStepsBeyondTheGuides.keys)
    #expect(covered.isDisjoint(with: beyond))
    #expect(covered.union(beyond) == Set(Playbook.ping.steps.map(\.id)))
  }

  @Test func statementsStandInTheTableOnce() {
    #expect(Set(pingStatements.map(\.statement)).count == pingStatements.count)
  }
}
