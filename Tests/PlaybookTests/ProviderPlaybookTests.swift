import Testing

@testable import Playbook

/// What must hold for OneLogin, CyberArk and any other provider alike, and the orders that only one of them needs.
@Suite struct ProviderPlaybookTests {
  /// Whether one step is sure to come before another, by needs and not by place.
  func comes(_ first: StepID, before second: StepID, in playbook: Playbook) throws -> Bool {
    _ = try #require(playbook.step(first), "\(first)")
    return PlaybookAudit(playbook: playbook).before(try #require(playbook.step(second), "\(second)")).contains(first)
  }

  static let setUps = [Playbook.oneLogin, .cyberArk, .generic].map(Subject.init)

  /// The steps of the shared spine, in the order that every set-up has.
  static let tail = [
    "create-permission-set", "assign-account-access", "test-portal-sign-in", "see-name-id-sent",
    "test-application-tile",
    "test-command-line", "look-into-cloudtrail", "remind-of-token-renewal", "remind-of-certificate",
  ]
  static let head = ["enable-organizations", "keep-emergency-access", "enable-identity-center", "choose-portal-alias"]

  @Test func stepIDsOfOneLoginDoNotChange() {
    #expect(
      Playbook.oneLogin.steps.map(\.id.rawValue) == ["see-identity-source"] + Self.head + [
        "add-onelogin-application", "set-onelogin-name-id", "save-onelogin-metadata", "open-identity-source",
        "download-aws-metadata", "check-both-files", "upload-idp-metadata", "change-identity-source",
        "register-aws-in-onelogin", "enable-scim", "connect-onelogin-to-scim", "enable-onelogin-provisioning",
        "create-onelogin-roles", "make-groups-of-onelogin-roles", "assign-onelogin-application",
        "synchronise-onelogin", "compare-name-id", "create-users-by-hand", "check-users", "check-groups",
        "end-onelogin-approval",
      ] + Self.tail)
  }

  @Test func stepIDsOfCyberArkDoNotChange() {
    #expect(
      Playbook.cyberArk.steps.map(\.id.rawValue) == ["see-identity-source"] + Self.head + [
        "add-cyberark-application", "save-cyberark-metadata", "open-identity-source", "download-aws-metadata",
        "check-both-files", "upload-idp-metadata", "change-identity-source", "register-aws-in-cyberark",
        "set-cyberark-account-mapping", "leave-cyberark-saml-response", "create-cyberark-roles",
        "permit-cyberark-application", "enable-scim", "connect-cyberark-to-scim", "choose-cyberark-sync-options",
        "map-cyberark-roles", "compare-name-id", "create-users-by-hand", "check-users", "check-groups",
      ] + Self.tail)
  }

  @Test func stepIDsOfAnyProviderDoNotChange() {
    #expect(
      Playbook.generic.steps.map(\.id.rawValue) == ["see-identity-source", "see-what-provider-can-do"] + Self.head + [
        "open-identity-source", "download-aws-metadata", "create-saml-application", "register-aws-at-provider",
        "set-provider-name-id", "set-provider-signing", "set-provider-session-lifetime", "save-provider-metadata",
        "check-both-files", "upload-idp-metadata", "change-identity-source", "keep-alternative-acs-url",
        "enable-scim", "connect-provider-to-scim", "map-provider-attributes", "create-provider-groups",
        "assign-saml-application", "push-provider-groups", "compare-name-id", "create-users-by-hand",
        "create-groups-in-aws",
        "check-users", "add-missing-groups", "check-groups",
      ] + Self.tail)
  }

  @Test func stepIDsOfTheOtherFlowsDoNotChange() {
    let flows: [(Playbook, [String])] = [
      (.oneLoginCertificateRotation, ["create-onelogin-certificate", "change-onelogin-certificate"]),
      (.cyberArkCertificateRotation, ["add-cyberark-certificate", "select-cyberark-certificate"]),
      (.genericCertificateRotation, ["create-provider-certificate", "activate-provider-certificate"]),
    ]
    for (rotation, own) in flows {
      #expect(
        rotation.steps.map(\.id.rawValue) == [
          own[0], "import-new-certificate", own[1], "test-new-certificate", "delete-old-certificate",
          "remind-of-next-certificate",
        ])
    }
    let renewals: [(Playbook, String)] = [
      (.oneLoginTokenRenewal, "enter-new-onelogin-token"), (.cyberArkTokenRenewal, "enter-new-cyberark-token"),
      (.genericTokenRenewal, "enter-new-provider-token"),
    ]
    for (renewal, own) in renewals {
      #expect(
        renewal.steps.map(\.id.rawValue) == [
          "create-second-token", own, "see-change-arrive", "delete-old-token", "remind-of-next-renewal",
        ])
    }
  }

  // MARK: Orders that one provider alone needs

  /// A setting of OneLogin takes effect only when the mappings are reapplied, and approvals end after the trial.
  @Test func oneLoginReappliesItsMappingsLast() throws {
    for id: StepID in [
      "set-onelogin-name-id", "enable-onelogin-provisioning", "make-groups-of-onelogin-roles",
      "assign-onelogin-application",
    ] {
      #expect(try comes(id, before: "synchronise-onelogin", in: .oneLogin), "\(id)")
    }
    #expect(try comes("synchronise-onelogin", before: "check-users", in: .oneLogin))
    #expect(try comes("check-users", before: "end-onelogin-approval", in: .oneLogin))
    #expect(try comes("check-groups", before: "end-onelogin-approval", in: .oneLogin))
    #expect(try comes("set-onelogin-name-id", before: "save-onelogin-metadata", in: .oneLogin))
  }

  /// At CyberArk the mapping of roles is what provisions, and it is saved when what it does to people is settled.
  @Test func cyberArkMapsRolesLast() throws {
    for id: StepID in [
      "set-cyberark-account-mapping", "create-cyberark-roles", "permit-cyberark-application",
      "connect-cyberark-to-scim", "choose-cyberark-sync-options",
    ] {
      #expect(try comes(id, before: "map-cyberark-roles", in: .cyberArk), "\(id)")
    }
    #expect(try comes("map-cyberark-roles", before: "check-users", in: .cyberArk))
  }

  /// Elsewhere an application comes before the AWS side; here AWS's file makes it, and settings shape the metadata.
  @Test func anyOtherProviderGetsTheFileOfAWSFirst() throws {
    #expect(try comes("see-what-provider-can-do", before: "create-saml-application", in: .generic))
    #expect(try comes("download-aws-metadata", before: "create-saml-application", in: .generic))
    #expect(try comes("set-provider-name-id", before: "save-provider-metadata", in: .generic))
    #expect(try comes("set-provider-signing", before: "save-provider-metadata", in: .generic))
    #expect(try comes("push-provider-groups", before: "add-missing-groups", in: .generic))
    #expect(try comes("check-users", before: "add-missing-groups", in: .generic), "members must exist")
    #expect(try comes("create-users-by-hand", before: "create-groups-in-aws", in: .generic))
    for id: StepID in ["add-missing-groups", "create-groups-in-aws"] {
      #expect(try comes(id, before: "assign-account-access", in: .generic), "\(id)")
    }
  }

  // MARK: What holds for each of them

  @Test(arguments: setUps)
  func bothFilesAreJudgedBeforeTheChangeIsAccepted(subject: Subject) throws {
    let playbook = subject.playbook
    let saver = try #require(playbook.step(giving: .idpMetadata)).id
    #expect(try comes(saver, before: "check-both-files", in: playbook))
    #expect(try comes("check-both-files", before: "change-identity-source", in: playbook))
    #expect(try comes("choose-portal-alias", before: "download-aws-metadata", in: playbook))
    #expect(playbook.step(saver)?.proof == .metadata(.idpMetadata))
  }

  /// The one address is compared where it is entered; beside several the older one is looked at again.
  @Test(arguments: setUps)
  func theACSURLIsComparedInTheFieldThatTakesIt(subject: Subject) throws {
    let playbook = subject.playbook
    let comparing = playbook.steps.filter { $0.proof.references.contains { $0.definition.kind == .acsURLs } }
    let register = try #require(comparing.first)
    #expect(register.pastes.map(\.form) == [.singleACSURL, .asIs])
    #expect(register.proof == .shown([.acsURL, .issuerURL]))
    #expect(try comes("download-aws-metadata", before: register.id, in: playbook))
    #expect(try comes(register.id, before: "test-portal-sign-in", in: playbook))
    #expect(
      comparing.dropFirst().map(\.id) == (playbook.provider == "generic" ? ["keep-alternative-acs-url"] : []))
  }

  @Test(arguments: setUps)
  func theEndpointLosesItsSlashAndIsCompared(subject: Subject) throws {
    let playbook = subject.playbook
    let step = try #require(playbook.steps.first { $0.pastes.contains { $0.fact == .scimEndpoint } })
    #expect(step.pastes.map(\.form) == [.withoutTrailingSlash, .asIs])
    #expect(step.pastes.last?.value == .secret(.scimToken))
    #expect(step.proof == .shown([.scimEndpoint]))
    #expect(try comes("enable-scim", before: step.id, in: playbook))
    #expect(try comes(step.id, before: "check-users", in: playbook))
  }

  @Test(arguments: setUps)
  func withoutSCIMNothingIsLeftHanging(subject: Subject) {
    let playbook = subject.playbook
    let circumstances = Circumstances(wishes: [], facts: [.requiredGroups: ["DevOps"], .alternativeACSURL: []])
    let applying = Set(playbook.steps.filter { $0.when.holds(in: circumstances) == true }.map(\.id))
    #expect(applying.isSuperset(of: ["create-users-by-hand", "assign-account-access"]))
    #expect(applying.contains("create-groups-in-aws") == (playbook.provider == "generic"))
    for step in playbook.steps where applying.contains(step.id) {
      #expect(!step.uses.contains(.scimEndpoint) && !step.pastes.contains { $0.fact == nil }, "\(step.id)")
    }
  }

  @Test(arguments: setUps)
  func anInstanceWithoutRequiredGroupsMakesNone(subject: Subject) {
    let none = Circumstances(wishes: [.scim], facts: [.requiredGroups: [], .alternativeACSURL: []])
    let applying = subject.playbook.steps.filter { $0.when.holds(in: none) == true }.map(\.id.rawValue)
    for id in ["check-groups", "make-groups-of-onelogin-roles", "push-provider-groups", "add-missing-groups"] {
      #expect(!applying.contains(id), "\(id)")
    }
  }

  /// Screens that nobody has seen are not stated as if somebody had.
  @Test func whatIsOnlyBelievedIsMarked() throws {
    let application = try #require(Playbook.cyberArk.step("add-cyberark-application")).instructions.flatMap(\.labels)
    #expect(application.contains(Label("AWS IAM Identity Center", certainty: .believed)))
    #expect(Playbook.cyberArk.step("save-cyberark-metadata")?.place.path.contains(.cyberArkApplication) == true)
    #expect(ProviderWords.cyberArk.application.certainty == .believed)
    let certificates = try #require(Playbook.cyberArkCertificateRotation.step("add-cyberark-certificate"))
    #expect(certificates.place.path.allSatisfy { $0.certainty == .believed })
    let fields = Playbook.generic.steps.flatMap(\.pastes).map(\.field)
    #expect(!fields.isEmpty && fields.allSatisfy { $0.certainty == .believed })
    let keycloak = try #require(Playbook.generic.step("set-provider-signing")).instructions.flatMap(\.labels)
    #expect(keycloak.contains(Label("Client signature required", certainty: .believed)))
  }

  /// Nobody reads `the the identity provider`.
  @Test(arguments: setUps)
  func theProvidersNameReadsWell(subject: Subject) {
    for step in subject.playbook.steps {
      for text in [step.title] + step.phrases.map({ $0.plain() }) {
        #expect(!text.contains("the the ") && !text.contains("the identity provider administrator"), "\(text)")
      }
    }
  }

  @Test(arguments: setUps)
  func theOldCertificateAndTheOldTokenOutliveTheSwitch(subject: Subject) throws {
    let rotation = try #require(Playbook.of(subject.playbook.provider, flow: .rotateCertificate))
    let switching = try #require(rotation.step(giving: .idpMetadata)).id
    #expect(try comes("import-new-certificate", before: switching, in: rotation))
    #expect(try comes(switching, before: "test-new-certificate", in: rotation))
    #expect(try comes("test-new-certificate", before: "delete-old-certificate", in: rotation))
    let renewal = try #require(Playbook.of(subject.playbook.provider, flow: .renewSCIMToken))
    let entering = try #require(renewal.steps.first { $0.pastes.contains { $0.fact == nil } }).id
    #expect(try comes("create-second-token", before: entering, in: renewal))
    #expect(try comes(entering, before: "see-change-arrive", in: renewal))
    #expect(try comes("see-change-arrive", before: "delete-old-token", in: renewal))
  }
}
