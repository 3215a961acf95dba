import Testing

@testable import Playbook

@Suite struct EntraPlaybookTests {
  let entra = Playbook.entra

  /// Whether one step is sure to come before another, by needs and not by place.
  func comes(_ first: StepID, before second: StepID, in playbook: Playbook = .entra) throws -> Bool {
    _ = try #require(playbook.step(first))
    return PlaybookAudit(playbook: playbook).before(try #require(playbook.step(second))).contains(first)
  }

  @Test func stepIDsDoNotChange() {
    #expect(
      entra.steps.map(\.id.rawValue) == [
        "see-identity-source",
        "enable-organizations", "keep-emergency-access", "enable-identity-center", "choose-portal-alias",
        "add-entra-application", "open-identity-source", "download-aws-metadata", "register-aws-in-entra",
        "set-entra-sign-on-url", "set-entra-name-id", "save-entra-metadata", "check-both-files",
        "upload-idp-metadata", "change-identity-source",
        "enable-scim", "connect-entra-to-scim", "map-entra-users", "map-entra-groups", "choose-entra-groups",
        "assign-entra-application", "start-entra-provisioning", "compare-name-id", "create-users-by-hand",
        "check-users", "check-groups",
        "create-permission-set", "assign-account-access",
        "test-portal-sign-in", "see-name-id-sent", "test-application-tile", "test-command-line", "look-into-cloudtrail",
        "remind-of-token-renewal", "remind-of-certificate",
      ])
    #expect(
      Playbook.entraCertificateRotation.steps.map(\.id.rawValue) == [
        "create-entra-certificate", "import-new-certificate", "activate-entra-certificate", "test-new-certificate",
        "delete-old-certificate", "remove-old-entra-certificate", "remind-of-next-certificate",
      ])
    #expect(
      Playbook.entraTokenRenewal.steps.map(\.id.rawValue) == [
        "create-second-token", "enter-new-entra-token", "delete-old-token", "remind-of-next-renewal",
      ])
  }

  /// Entra alone is told the portal's address, which the alias changes.
  @Test func theSignOnURLIsEnteredWhenThePortalHasItsName() throws {
    #expect(try comes("choose-portal-alias", before: "set-entra-sign-on-url"))
    #expect(try comes("download-aws-metadata", before: "set-entra-sign-on-url"))
    let step = try #require(entra.step("set-entra-sign-on-url"))
    #expect(step.proof == .shown([.portalURL]))
    #expect(step.pastes.map(\.fact) == [.portalURL])
    #expect(step.pastes.map(\.field.text) == ["Sign on URL (Optional)"])
    #expect(step.warnings.contains { $0.plain().contains("portal.sso.<REGION>.amazonaws.com/saml/assertion") })
  }

  @Test func everythingInEntraIsSetBeforeAWSSwitches() throws {
    for id: StepID in ["register-aws-in-entra", "set-entra-sign-on-url", "set-entra-name-id", "save-entra-metadata"] {
      #expect(try comes(id, before: "change-identity-source"), "\(id)")
      #expect(entra.step(id)?.actor == .idpAdmin)
    }
    #expect(try comes("keep-emergency-access", before: "change-identity-source"))
  }

  @Test func everyReplyURLIsCompared() throws {
    let step = try #require(entra.step("register-aws-in-entra"))
    #expect(step.proof == .shown([.issuerURL, .acsURL]))
    #expect(step.pastes.map(\.form) == [.asIs, .asIs])
    #expect(
      step.pastes.map(\.field.text) == ["Identifier (Entity ID)", "Reply URL (Assertion Consumer Service URL)"])
    #expect(!entra.steps.contains { $0.pastes.contains { $0.form == .singleACSURL } })
    let pitfall = try #require(step.pitfalls.first { $0.symptom.contains("command line ends with AADSTS50011") })
    #expect(pitfall.certainty == .believed)
    #expect(step.pitfalls.contains { $0.symptom.contains("tidied up") && $0.certainty == .confirmed })
  }

  @Test func theAdministratorOfEntraGetsTheFileAndThePortalURL() throws {
    let step = try #require(entra.step("download-aws-metadata"))
    #expect(step.handsOn == [.awsMetadata, .acsURL, .issuerURL, .portalURL])
    #expect(Playbook.okta.step("download-aws-metadata")?.handsOn == [.acsURL, .issuerURL])
  }

  @Test func theLookAlikesAreNamed() throws {
    let step = try #require(entra.step("add-entra-application"))
    let labels = step.warnings.flatMap(\.labels).map(\.text)
    #expect(
      labels == [
        "AWS IAM Identity Center (successor to AWS Single Sign-On)", "AWS Single-Account Access",
        "AWS Console Access", "AWS ClientVPN",
      ])
    #expect(step.place.alternatives.count == 4)
  }

  @Test func guestsHaveAConditionOfTheirOwn() throws {
    let step = try #require(entra.step("set-entra-name-id"))
    let code = step.instructions.flatMap(\.segments)
    #expect(code.contains(.code("user.userprincipalname")) && code.contains(.code("user.mail")))
    #expect(step.pitfalls.contains { $0.symptom.contains("#EXT#") })
  }

  @Test func largeFilesLoseTheirRolesOnlyAsALastResort() throws {
    let step = try #require(entra.step("save-entra-metadata"))
    let pitfall = try #require(step.pitfalls.first { $0.symptom.contains("75,000") })
    #expect(pitfall.remedy.segments.contains(.code("RoleDescriptor")))
    #expect(pitfall.remedy.segments.contains(.code("Signature")))
    #expect(step.proof == .metadata(.idpMetadata))
  }

  @Test func nothingIsProvisionedBeforeItIsMappedAndAssigned() throws {
    for id: StepID in [
      "connect-entra-to-scim", "map-entra-users", "map-entra-groups", "assign-entra-application",
    ] {
      #expect(try comes(id, before: "start-entra-provisioning"), "\(id)")
    }
    #expect(try comes("start-entra-provisioning", before: "check-users"))
    #expect(try comes("set-entra-name-id", before: "assign-entra-application"))
    let kept = try #require(entra.step("map-entra-users")).instructions.flatMap(\.segments)
    for attribute in [
      "userName", "active", "displayName", #"emails[type eq "work"].value"#, "name.givenName", "name.familyName",
      "externalId", "objectId",
    ] {
      #expect(kept.contains(.code(attribute)), "\(attribute)")
    }
  }

  @Test func withoutSCIMNothingOfItIsLeft() {
    let circumstances = Circumstances(wishes: [])
    let applying = Set(entra.steps.filter { $0.when.holds(in: circumstances) == true }.map(\.id))
    for id: StepID in ["enable-scim", "connect-entra-to-scim", "map-entra-users", "start-entra-provisioning"] {
      #expect(!applying.contains(id), "\(id)")
    }
    #expect(applying.isSuperset(of: ["create-users-by-hand", "assign-entra-application", "set-entra-sign-on-url"]))
  }

  /// The metadata lists inactive certificates, so that the day of the next renewal is read when the old one is gone.
  @Test func theNextReminderRestsOnAFileWithOneCertificate() throws {
    let rotation = Playbook.entraCertificateRotation
    #expect(try comes("import-new-certificate", before: "activate-entra-certificate", in: rotation))
    #expect(try comes("activate-entra-certificate", before: "test-new-certificate", in: rotation))
    #expect(try comes("test-new-certificate", before: "delete-old-certificate", in: rotation))
    #expect(try comes("delete-old-certificate", before: "remove-old-entra-certificate", in: rotation))
    #expect(try comes("remove-old-entra-certificate", before: "remind-of-next-certificate", in: rotation))
    #expect(rotation.step(giving: .idpCertificateReminder)?.id == "remove-old-entra-certificate")
    let creation = try #require(rotation.step("create-entra-certificate"))
    #expect(creation.warnings.contains { $0.plain().contains("has expired already") })
  }

  @Test func theOldTokenOutlivesTheSwitch() throws {
    #expect(try comes("create-second-token", before: "enter-new-entra-token", in: .entraTokenRenewal))
    #expect(try comes("enter-new-entra-token", before: "delete-old-token", in: .entraTokenRenewal))
  }
}
