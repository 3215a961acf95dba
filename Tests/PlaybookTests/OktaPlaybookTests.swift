import Testing

@testable import Playbook

@Suite struct OktaPlaybookTests {
  let okta = Playbook.okta

  /// Whether one step is sure to come before another, by needs and not by place.
  func comes(_ first: StepID, before second: StepID, in playbook: Playbook = .okta) throws -> Bool {
    _ = try #require(playbook.step(first))
    return PlaybookAudit(playbook: playbook).before(try #require(playbook.step(second))).contains(first)
  }

  @Test func stepIDsDoNotChange() {
    #expect(
      okta.steps.map(\.id.rawValue) == [
        "see-identity-source",
        "enable-organizations", "keep-emergency-access", "enable-identity-center",
        "choose-portal-alias", "set-okta-domain",
        "add-okta-application", "save-okta-metadata", "open-identity-source", "download-aws-metadata",
        "check-both-files", "upload-idp-metadata", "change-identity-source", "register-aws-in-okta",
        "set-okta-username-format", "set-okta-session-lifetime",
        "enable-scim", "connect-okta-to-scim", "enable-okta-provisioning", "check-okta-attributes",
        "create-okta-groups", "assign-okta-application", "push-okta-groups", "compare-name-id", "create-users-by-hand",
        "check-users",
        "check-groups",
        "create-permission-set", "assign-account-access",
        "test-portal-sign-in", "see-name-id-sent", "test-application-tile", "test-command-line", "look-into-cloudtrail",
        "remind-of-token-renewal", "remind-of-certificate",
      ])
  }

  @Test func whatCannotBeRepeatedComesBeforeTheMetadata() throws {
    #expect(try comes("choose-portal-alias", before: "download-aws-metadata"))
    #expect(try comes("set-okta-domain", before: "save-okta-metadata"))
    #expect(try comes("keep-emergency-access", before: "change-identity-source"))
  }

  @Test func bothFilesAreJudgedBeforeTheChangeIsAccepted() throws {
    #expect(okta.step("check-both-files")?.proof == .pair)
    #expect(try comes("save-okta-metadata", before: "check-both-files"))
    #expect(try comes("download-aws-metadata", before: "check-both-files"))
    #expect(try comes("check-both-files", before: "upload-idp-metadata"))
    #expect(try comes("upload-idp-metadata", before: "change-identity-source"))
    #expect(okta.step("change-identity-source")?.phrases.contains { $0.segments.contains(.code("ACCEPT")) } == true)
  }

  /// One field holds one address, and the step that fills it compares it.
  @Test func oktaIsAskedForItsOneACSURLOnce() throws {
    let comparing = okta.steps.filter { $0.proof.references.contains { $0.definition.kind == .acsURLs } }
    #expect(comparing.map(\.id) == ["register-aws-in-okta"])
    #expect(try #require(okta.step("register-aws-in-okta")).pitfalls.contains { $0.symptom.contains("tidied up") })
  }

  @Test func multiAccountPermissionsAreLeftOnWhileEnabling() throws {
    let step = try #require(okta.step("enable-identity-center"))
    #expect(step.instructions.contains { $0.labels.contains("Enable multi-account permissions") })
    guard case .word(let see) = step.proof else {
      Issue.record("proved by \(step.proof)")
      return
    }
    #expect(see.labels.map(\.text) == ["Instance ARN", "Settings", "Multi-account permissions", "AWS accounts"])
  }

  @Test func reminderStepsNameTheDayOfTheReminder() throws {
    let days: [StepID: FactKey] = [
      "remind-of-token-renewal": .scimTokenReminder, "remind-of-certificate": .idpCertificateReminder,
    ]
    for (id, day) in days {
      let step = try #require(okta.step(id))
      #expect(step.instructions.contains { $0.references == [day] }, "\(id)")
      #expect(step.proof.references.contains(day), "\(id)")
    }
  }

  @Test func theTokensEndIsHandedOnAndNotItsBeginning() throws {
    #expect(try #require(okta.step("enable-scim")).handsOn == [.scimEndpoint, .scimTokenExpires])
  }

  @Test func thePilotTakesReadOnlyAccess() throws {
    let step = try #require(okta.step("create-permission-set"))
    let lines = (step.warnings + step.instructions).map { $0.plain() }
    for line in lines where line.contains("AdministratorAccess") { #expect(line.contains("For the pilot choose")) }
    #expect(lines.filter { $0.contains("ReadOnlyAccess") }.count == 2)
  }

  @Test func anUploadIsNotProvedByFilesOnADisk() throws {
    let step = try #require(okta.step("upload-idp-metadata"))
    guard case .word(let see) = step.proof else {
      Issue.record("proved by \(step.proof)")
      return
    }
    #expect(see.labels.map(\.text) == ["Choose file", "IdP SAML metadata"])
    #expect(step.instructions.first?.references == [.idpMetadata], "another file has to be uploaded again")
  }

  @Test func consequencesOfTheChangeAreSaidBeforehand() throws {
    let warnings = try #require(okta.step("change-identity-source")).warnings.map { $0.plain() }.joined(separator: " ")
    #expect(warnings.contains("all users, groups and assignments are deleted"))
    #expect(warnings.contains("NameID from Okta equals their user name"))
    #expect(warnings.contains("Sessions that are open now go on"))
    // What fits the answer is left of them.
    for (source, part) in [
      (IdentitySource.unused, nil), (.directory, "the Identity Center directory"),
      (.activeDirectory, "Active Directory"),
      (.otherIdP, "another external identity provider"), (.thisIdP, nil),
    ] {
      let fitting = okta.step("change-identity-source")?.coming(from: source).warnings.map { $0.plain() } ?? []
      #expect(
        fitting.filter { $0.hasPrefix("Coming from ") }.map { $0.contains(part ?? "") } == (part == nil ? [] : [true]))
      #expect(fitting.count == (part == nil ? 2 : 3))
    }
  }

  @Test func oktaKnowsAWSBeforeAnybodySignsIn() throws {
    for test: StepID in ["test-portal-sign-in", "test-application-tile", "test-command-line", "look-into-cloudtrail"] {
      #expect(try comes("register-aws-in-okta", before: test))
      #expect(try comes("assign-account-access", before: test))
    }
    #expect(try comes("download-aws-metadata", before: "register-aws-in-okta"))
    let step = try #require(okta.step("register-aws-in-okta"))
    #expect(step.proof == .shown([.acsURL, .issuerURL]))
    #expect(step.pastes.map(\.form) == [.singleACSURL, .asIs])
    #expect(step.pastes.map(\.field.text) == ["ACS URL", "Issuer URL"])
    #expect(step.pastes.map(\.field.formerly) == [["AWS SSO ACS URL"], ["AWS SSO issuer URL"]])
  }

  @Test func theTokenExistsBeforeOktaAsksForItAndLosesItsSlash() throws {
    #expect(try comes("enable-scim", before: "connect-okta-to-scim"))
    #expect(try comes("change-identity-source", before: "enable-scim"))
    let step = try #require(okta.step("connect-okta-to-scim"))
    #expect(step.pastes.first == Paste(.scimEndpoint, into: "Base URL", .withoutTrailingSlash))
    #expect(step.pastes.last?.value == .secret(.scimToken))
    #expect(step.pitfalls.contains { $0.symptom == "Base URL: Does not match required pattern" })
  }

  @Test func peopleAreProvisionedOnlyWhenTheirNamesAreSettled() throws {
    #expect(try comes("set-okta-username-format", before: "assign-okta-application"))
    #expect(try comes("enable-okta-provisioning", before: "assign-okta-application"))
    #expect(try comes("assign-okta-application", before: "push-okta-groups"))
    #expect(try comes("push-okta-groups", before: "check-groups"))
    #expect(try comes("check-groups", before: "assign-account-access"))
  }

  @Test func withoutSCIMUsersAreMadeByHandAndNothingElseIsLeftHanging() {
    let circumstances = Circumstances(wishes: [])
    let applying = Set(okta.steps.filter { $0.when.holds(in: circumstances) == true }.map(\.id))
    #expect(applying.contains("create-users-by-hand"))
    for id: StepID in ["enable-scim", "connect-okta-to-scim", "push-okta-groups", "check-users", "set-okta-domain"] {
      #expect(!applying.contains(id), "\(id)")
    }
    #expect(applying.isSuperset(of: ["assign-okta-application", "test-portal-sign-in"]))
  }

  @Test func aPlainSetUpRequiresNoGroups() {
    #expect(okta.requiredGroups == [])
    let none = Circumstances(wishes: [.scim], facts: [.requiredGroups: []])
    #expect(okta.step("push-okta-groups")?.when.holds(in: none) == false)
    #expect(okta.step("check-groups")?.when.holds(in: none) == false)
  }

  @Test func believedLabelsAreMarked() throws {
    let relayState = try #require(okta.step("register-aws-in-okta")).instructions.flatMap(\.labels)
    #expect(relayState.contains(Label("Default Relay State", certainty: .believed)))
    #expect(relayState.contains("Advanced Sign-on Settings"))
  }

  @Test func theOldCertificateOutlivesTheSwitch() throws {
    let rotation = try #require(Playbook.of("okta", flow: .rotateCertificate))
    #expect(try comes("import-new-certificate", before: "activate-okta-certificate", in: rotation))
    #expect(try comes("activate-okta-certificate", before: "test-new-certificate", in: rotation))
    #expect(try comes("test-new-certificate", before: "delete-old-certificate", in: rotation))
  }

  @Test func theOldTokenOutlivesTheSwitch() throws {
    let renewal = try #require(Playbook.of("okta", flow: .renewSCIMToken))
    #expect(try comes("create-second-token", before: "enter-new-okta-token", in: renewal))
    #expect(try comes("enter-new-okta-token", before: "delete-old-token", in: renewal))
  }
}
