import Testing

@testable import Playbook

@Suite struct JumpCloudPlaybookTests {
  let jumpCloud = Playbook.jumpCloud

  @Test func stepIDsDoNotChange() {
    #expect(
      jumpCloud.steps.map(\.id.rawValue) == [
        "see-identity-source",
        "enable-organizations", "keep-emergency-access", "enable-identity-center", "choose-portal-alias",
        "open-identity-source", "download-aws-metadata", "add-jumpcloud-application", "register-aws-in-jumpcloud",
        "set-jumpcloud-name-id", "activate-jumpcloud-application", "save-jumpcloud-metadata", "check-both-files",
        "upload-idp-metadata", "change-identity-source",
        "create-jumpcloud-groups", "check-jumpcloud-profiles", "enable-scim", "connect-jumpcloud-to-scim",
        "bind-jumpcloud-groups", "compare-name-id", "create-users-by-hand", "check-users", "check-groups",
        "create-permission-set", "assign-account-access",
        "test-portal-sign-in", "see-name-id-sent", "test-application-tile", "test-command-line", "look-into-cloudtrail",
        "remind-of-token-renewal", "remind-of-certificate",
      ])
    #expect(
      Playbook.of("jumpcloud", flow: .rotateCertificate)?.steps.map(\.id.rawValue) == [
        "make-jumpcloud-certificate", "import-new-certificate", "upload-jumpcloud-certificate",
        "test-new-certificate", "delete-old-certificate", "remind-of-next-certificate",
      ])
    #expect(
      Playbook.of("jumpcloud", flow: .renewSCIMToken)?.steps.map(\.id.rawValue) == [
        "deactivate-jumpcloud-provisioning", "create-second-token", "enter-new-jumpcloud-token",
        "see-change-arrive", "delete-old-token", "remind-of-next-renewal",
      ])
  }

  @Test func theTokenIsRenewedInTheOrderOfJumpCloud() throws {
    let renewal = try #require(Playbook.of("jumpcloud", flow: .renewSCIMToken))
    #expect(
      renewal.keepsOrder(
        "deactivate-jumpcloud-provisioning", "create-second-token", "enter-new-jumpcloud-token", "see-change-arrive",
        "delete-old-token"))
    #expect(renewal.step("enter-new-jumpcloud-token")?.instructions.last?.labels.last?.text == "Activate")
    for other in [Playbook.oktaTokenRenewal, .googleWorkspaceTokenRenewal] {
      let before = other.step("create-second-token").map(PlaybookAudit(playbook: other).before)
      #expect(before == [], "\(other.provider)")
    }
  }

  @Test func thereIsNoMetadataBeforeAWSIsRegisteredAndTheApplicationActive() {
    #expect(
      jumpCloud.keepsOrder(
        "download-aws-metadata", "register-aws-in-jumpcloud", "set-jumpcloud-name-id",
        "activate-jumpcloud-application", "save-jumpcloud-metadata", "check-both-files", "upload-idp-metadata",
        "change-identity-source"))
    for other in [Playbook.okta, .googleWorkspace] {
      let metadata = other.step(giving: .idpMetadata)
      #expect(metadata.map { other.puts("download-aws-metadata", before: $0.id) } == false, "\(other.provider)")
    }
  }

  @Test func everyAddressIsCompared() throws {
    let step = try #require(jumpCloud.step("register-aws-in-jumpcloud"))
    #expect(step.proof == .shown([.issuerURL, .acsURL, .portalURL]))
    #expect(step.pastes.map(\.form) == [.asIs, .asIs, .asIs])
    #expect(step.pastes.map(\.field.text) == ["SP Entity ID", "ACS URL", "Login URL"])
  }

  @Test func theEndpointLosesItsSlashAndTheTokenIsASecret() throws {
    let step = try #require(jumpCloud.step("connect-jumpcloud-to-scim"))
    #expect(step.pastes.first == Paste(.scimEndpoint, into: "Base URL", .withoutTrailingSlash))
    #expect(step.pastes.last == Paste(.scimToken, into: "Token Key"))
    #expect(jumpCloud.keepsOrder("enable-scim", "connect-jumpcloud-to-scim", "bind-jumpcloud-groups", "check-groups"))
  }

  @Test func whereAWSsPageDiffersTheStepSaysSo() throws {
    let add = try #require(jumpCloud.step("add-jumpcloud-application"))
    #expect(add.pitfalls.contains { $0.cause.plain().contains("June 2021") })
    let scim = try #require(jumpCloud.step("connect-jumpcloud-to-scim"))
    let warning = try #require(scim.warnings.map { $0.plain() }.first { $0.contains("groups do come") })
    let aws = try #require(warning.ranges(of: "AWS's page").first?.lowerBound)
    let vendor = try #require(warning.ranges(of: "JumpCloud's article").first?.lowerBound)
    #expect(aws < vendor)
  }

  @Test func aBoundGroupIsNeededWithoutSCIMToo() throws {
    let circumstances = Circumstances(wishes: [])
    let applying = Set(jumpCloud.steps.filter { $0.when.holds(in: circumstances) == true }.map(\.id))
    #expect(applying.isSuperset(of: ["bind-jumpcloud-groups", "create-users-by-hand"]))
    #expect(applying.isDisjoint(with: ["enable-scim", "connect-jumpcloud-to-scim", "check-users"]))
  }

  @Test func theNewCertificateIsTrustedBeforeItSigns() throws {
    let rotation = try #require(Playbook.of("jumpcloud", flow: .rotateCertificate))
    #expect(
      rotation.keepsOrder(
        "make-jumpcloud-certificate", "import-new-certificate", "upload-jumpcloud-certificate",
        "test-new-certificate", "delete-old-certificate"))
    let make = try #require(rotation.step("make-jumpcloud-certificate"))
    #expect(make.pitfalls.contains { $0.symptom.hasPrefix("Regenerate certificate") })
  }

  @Test func requirementsAndDatesAreSaidBeforeTheFirstStep() {
    let said = Playbook.jumpCloud.prerequisites.map { $0.text.plain() }.joined(separator: "\n")
    for words in ["SSO package", "SSO add-on", "JumpCloud administrator", "root user"] { #expect(said.contains(words)) }
    let summary = Playbook.jumpCloudCertificateRotation.summary.map { $0.plain() }.joined(separator: "\n")
    #expect(summary.contains("60, 30 and 7 days and 24 hours"))
  }
}
