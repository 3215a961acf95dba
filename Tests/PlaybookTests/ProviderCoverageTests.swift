import Testing

@testable import Playbook

/// What was gathered about connecting one provider, statement by statement, and where its playbooks say it.
struct Coverage: Sendable, CustomTestStringConvertible {
  /// The provider's playbooks, one for each flow.
  let playbooks: [Playbook]
  let statements: [CoveredStatement]
  /// Steps without a statement, each for a reason of its own.
  let beyond: [StepID: String]

  /// The reasons for which every set-up has steps that no source about a single provider names.
  static let shared: [StepID: String] = [
    .keepEmergencyAccess: "AWS's page on emergency access",
    .checkBothFiles: "the triangle: no console judges both",
    .createUsersByHand: "for those without SCIM",
    .remindOfNextRenewal: "the next token expires too",
    .remindOfNextCertificate: "the next certificate expires too",
    .seeIdentitySource: "it decides which flow is the right one",
    .compareNameID: "one name on both pages, or sign-in fails",
    .seeNameIDSent: "consoles show what should be sent",
    .seeChangeArrive: "no console proves the token",
  ]

  static let all = [oneLogin, cyberArk, generic]

  var testDescription: String { playbooks.first?.provider ?? "" }

  func step(_ id: StepID) -> Step? { playbooks.lazy.compactMap { $0.step(id) }.first }
}

/// A statement with its provider, as the argument of a test.
struct CoverageCase: Sendable, CustomTestStringConvertible {
  let coverage: Coverage
  let covered: CoveredStatement

  static let all = Coverage.all.flatMap { coverage in
    coverage.statements.map { CoverageCase(coverage: coverage, covered: $0) }
  }

  var testDescription: String { "\(coverage.testDescription): \(covered.statement)" }
}

@Suite struct ProviderCoverageTests {
  @Test(arguments: CoverageCase.all)
  func everyStatementHasItsPlace(subject: CoverageCase) throws {
    let step = try #require(subject.coverage.step(subject.covered.step))
    #expect(step.text.contains(subject.covered.words), "\(step.id) does not say: \(subject.covered.words)")
  }

  @Test(arguments: Coverage.all)
  func everyStepComesFromAStatementOrHasAReason(coverage: Coverage) {
    let covered = Set(coverage.statements.map(\.step))
    let ids = Set(coverage.playbooks.flatMap(\.steps).map(\.id))
    let beyond = Set(Coverage.shared.keys).union(coverage.beyond.keys).intersection(ids)
    #expect(covered.isDisjoint(with: beyond), "\(covered.intersection(beyond))")
    #expect(covered.union(beyond) == ids, "\(ids.symmetricDifference(covered.union(beyond)))")
    #expect(ids.isSuperset(of: coverage.beyond.keys))
  }

  @Test(arguments: Coverage.all)
  func statementsStandInTheTableOnce(coverage: Coverage) {
    #expect(Set(coverage.statements.map(\.statement)).count == coverage.statements.count)
    // What is derived from the set-up and the spine says nothing of a provider that these do not say.
    #expect(Set(coverage.playbooks.map(\.flow)) == Set(Playbook.Flow.allCases).subtracting([.migrate, .adopt]))
  }
}

/// Statements about the AWS side that hold for every provider.
enum SharedStatements {
  static let all = [
    CoveredStatement("an organization exists, or is made on enabling", .enableOrganizations, "Create AWS organization"),
    CoveredStatement("enable in the primary Region, which is final", .enableIdentityCenter, "The Region is final"),
    CoveredStatement("a portal alias is set once, before the exchange", .choosePortalAlias, "can be set once"),
    CoveredStatement(
      "Change identity source, External identity provider", .openIdentitySource, "Change identity source"),
    CoveredStatement("download the service provider metadata", .downloadAWSMetadata, "Download metadata file"),
    CoveredStatement("upload the provider's metadata", .uploadIdPMetadata, "IdP SAML metadata"),
    CoveredStatement("type ACCEPT", .changeIdentitySource, "Type ACCEPT"),
    CoveredStatement("enable automatic provisioning, copy endpoint and token", .enableSCIM, "Show token"),
    CoveredStatement("users arrive, created by SCIM", .checkUsers, "Created by says SCIM"),
    CoveredStatement("groups arrive with exact names", .checkGroups, "Compare the list with"),
    CoveredStatement("make a permission set", .createPermissionSet, "Predefined permission set"),
    CoveredStatement("assign it in an account", .assignAccountAccess, "Assign users or groups"),
    CoveredStatement("sign-in that starts at the portal", .testPortalSignIn, "Open a private window"),
    CoveredStatement("sign-in that starts at the provider", .testApplicationTile, "the AWS access portal opens"),
    CoveredStatement("sign-in of the command line", .testCommandLine, "aws configure sso"),
    CoveredStatement("CloudTrail has the event", .lookIntoCloudTrail, "ExternalIdPDirectoryLogin"),
    CoveredStatement("renew the token before a year is over", .remindOfTokenRenewal, "The token expires on"),
    CoveredStatement("replace the certificate before it ends", .remindOfCertificate, "Expires on"),
    CoveredStatement("import the new certificate first", .importNewCertificate, "Import certificate"),
    CoveredStatement("test before anything is deleted", .testNewCertificate, "private window"),
    CoveredStatement("type DELETE for the old certificate", .deleteOldCertificate, "type DELETE"),
    CoveredStatement("two tokens at a time", .createSecondToken, "An instance can have two tokens"),
    CoveredStatement("delete the old token by its id", .deleteOldToken, "select the token whose id was noted"),
  ]
}
