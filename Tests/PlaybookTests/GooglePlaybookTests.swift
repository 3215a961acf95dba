import Testing

@testable import Playbook

@Suite struct GooglePlaybookTests {
  let google = Playbook.googleWorkspace

  @Test func stepIDsDoNotChange() {
    #expect(
      google.steps.map(\.id.rawValue) == [
        "see-identity-source",
        "enable-organizations", "keep-emergency-access", "enable-identity-center", "choose-portal-alias",
        "add-google-application", "save-google-metadata", "open-identity-source", "download-aws-metadata",
        "check-both-files", "upload-idp-metadata", "register-aws-in-google", "map-google-attributes",
        "change-identity-source",
        "turn-on-google-service", "enable-scim", "check-google-profiles", "configure-google-provisioning",
        "activate-google-provisioning", "choose-google-groups", "create-google-service-account",
        "delegate-google-directory", "deploy-ssosync", "compare-name-id", "create-users-by-hand", "check-users",
        "create-groups-by-command", "check-groups",
        "create-permission-set", "assign-account-access",
        "test-portal-sign-in", "see-name-id-sent", "test-application-tile", "test-command-line", "look-into-cloudtrail",
        "remind-of-token-renewal", "remind-of-certificate",
      ])
    #expect(
      Playbook.of("google-workspace", flow: .rotateCertificate)?.steps.map(\.id.rawValue) == [
        "add-google-certificate", "import-new-certificate", "choose-google-certificate", "test-new-certificate",
        "delete-old-certificate", "delete-google-certificate", "remind-of-next-certificate",
      ])
    #expect(
      Playbook.of("google-workspace", flow: .renewSCIMToken)?.steps.map(\.id.rawValue) == [
        "create-second-token", "enter-new-google-token", "renew-ssosync-token", "see-change-arrive",
        "delete-old-token", "remind-of-next-renewal",
      ])
  }

  /// Steps at the provider that AWS's file must have passed before, and that must pass before AWS switches.
  private func between(_ playbook: Playbook) -> [StepID] {
    playbook.steps.filter { step in
      step.actor == .idpAdmin && playbook.puts("upload-idp-metadata", before: step.id)
        && playbook.puts(step.id, before: "change-identity-source")
    }.map(\.id)
  }

  @Test func googlesWizardIsFinishedInTheMiddleOfThatOfAWS() {
    #expect(
      google.keepsOrder(
        "add-google-application", "save-google-metadata", "check-both-files", "upload-idp-metadata",
        "register-aws-in-google", "map-google-attributes", "change-identity-source", "turn-on-google-service"))
    #expect(between(google) == ["register-aws-in-google", "map-google-attributes"])
    for other in [Playbook.okta, .jumpCloud] { #expect(between(other) == [], "\(other.provider)") }
    let saying = google.step("save-google-metadata")?.warnings.map { $0.plain() } ?? []
    #expect(saying.contains { $0.contains("Do not choose Continue yet") })
    let finishing = google.step("map-google-attributes")?.instructions.last
    #expect(finishing?.labels.map(\.text) == ["Finish"])
  }

  @Test func oneFieldOneAddress() throws {
    let step = try #require(google.step("register-aws-in-google"))
    #expect(step.proof == .shown([.acsURL, .issuerURL]))
    #expect(step.pastes.map(\.form) == [.singleACSURL, .asIs])
    #expect(step.pastes.map(\.field.text) == ["ACS URL", "Entity ID"])
    let comparing = google.steps.filter { $0.proof.references.contains { $0.definition.kind == .acsURLs } }
    #expect(comparing.map(\.id) == ["register-aws-in-google"])
  }

  @Test func theSourcesDisagreeAboutTheRoleAndTheStepSaysSo() throws {
    let step = try #require(google.step("map-google-attributes"))
    let warning = step.warnings.map { $0.plain() }.joined()
    let aws = try #require(warning.ranges(of: "AWS's page").first?.lowerBound)
    let other = try #require(warning.ranges(of: "Cloud Posse's guide").first?.lowerBound)
    #expect(aws < other)
    #expect(step.instructions.contains { $0.plain().contains("Keep both rows") })
  }

  @Test func nobodyIsProvisionedBeforeTheApplicationIsOn() {
    #expect(google.puts("turn-on-google-service", before: "configure-google-provisioning"))
    #expect(
      google.keepsOrder("enable-scim", "configure-google-provisioning", "activate-google-provisioning", "check-users"))
    #expect(google.puts("check-google-profiles", before: "activate-google-provisioning"))
  }

  @Test func groupsAreMadeWhenTheirMembersExist() {
    #expect(google.keepsOrder("check-users", "create-groups-by-command", "check-groups", "assign-account-access"))
    #expect(google.keepsOrder("delegate-google-directory", "deploy-ssosync", "check-users"))
    #expect(google.step("check-groups")?.proof == .shown([.requiredGroups]))
    let commands = google.step("create-groups-by-command")?.instructions.flatMap(\.segments).compactMap {
      if case .code(let code) = $0 { code } else { nil }
    }
    #expect(commands?.contains { $0.hasPrefix("aws identitystore create-group ") } == true)
    #expect(commands?.contains { $0.hasPrefix("aws identitystore create-group-membership ") } == true)
  }

  @Test func theTestButtonOfGoogleIsNoProof() throws {
    let tile = try #require(google.step("test-application-tile"))
    let pitfall = try #require(tile.pitfalls.first { $0.symptom.contains("Test SAML login") })
    #expect(pitfall.certainty == .believed)
    #expect(Playbook.okta.step("test-application-tile")?.pitfalls.contains(pitfall) == false)
  }

  @Test func theOldCertificateOutlivesTheSwitchAndIsGoneBeforeTheReminder() throws {
    let rotation = try #require(Playbook.of("google-workspace", flow: .rotateCertificate))
    #expect(
      rotation.keepsOrder(
        "add-google-certificate", "import-new-certificate", "choose-google-certificate", "test-new-certificate",
        "delete-old-certificate", "delete-google-certificate", "remind-of-next-certificate"))
    #expect(rotation.step("delete-google-certificate")?.proof == .newCertificate(.idpMetadata))
  }

  @Test func theOldTokenIsDeletedWhenTheNewOneIsSeenToWork() throws {
    let renewal = try #require(Playbook.of("google-workspace", flow: .renewSCIMToken))
    for entry: StepID in ["enter-new-google-token", "renew-ssosync-token"] {
      #expect(renewal.keepsOrder("create-second-token", entry, "see-change-arrive", "delete-old-token"))
    }
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
