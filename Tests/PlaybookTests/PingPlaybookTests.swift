import Testing

@testable import Playbook

@Suite struct PingPlaybookTests {
  let ping = Playbook.ping

  /// Whether one step is sure to come before another, by needs and not by place.
  func comes(_ first: StepID, before second: StepID, in playbook: Playbook = .ping) throws -> Bool {
    _ = try #require(playbook.step(first))
    return PlaybookAudit(playbook: playbook).before(try #require(playbook.step(second))).contains(first)
  }

  /// The steps of one product, with SCIM and groups.
  func steps(of playbook: Playbook = .ping, federate: Bool) -> [StepID] {
    let wishes: Set<Wish> = federate ? [.scim, .pingFederate] : [.scim]
    let circumstances = Circumstances(wishes: wishes, facts: [.requiredGroups: ["Administrators"]])
    return playbook.steps.filter { $0.when.holds(in: circumstances) == true }.map(\.id)
  }

  @Test func stepIDsDoNotChange() {
    #expect(
      ping.steps.map(\.id.rawValue) == [
        "see-identity-source",
        "enable-organizations", "keep-emergency-access", "enable-identity-center", "choose-portal-alias",
        "prepare-pingfederate",
        "add-ping-application", "open-identity-source", "download-aws-metadata", "register-aws-in-ping",
        "map-ping-subject", "create-pingfederate-connection", "save-ping-metadata", "check-both-files",
        "upload-idp-metadata", "change-identity-source",
        "enable-scim", "choose-ping-groups", "check-ping-profiles", "connect-ping-to-scim",
        "connect-pingfederate-to-scim", "create-pingfederate-channel", "allow-ping-people", "compare-name-id",
        "create-users-by-hand",
        "check-users", "create-groups-by-command", "check-groups",
        "create-permission-set", "assign-account-access",
        "test-portal-sign-in", "see-name-id-sent", "test-application-tile", "test-command-line", "look-into-cloudtrail",
        "remind-of-token-renewal", "remind-of-certificate",
      ])
    #expect(
      Playbook.pingCertificateRotation.steps.map(\.id.rawValue) == [
        "create-ping-key-pair", "create-pingfederate-key-pair", "import-new-certificate", "assign-ping-key-pair",
        "assign-pingfederate-key-pair", "save-new-ping-metadata", "test-new-certificate", "delete-old-certificate",
        "remind-of-next-certificate",
      ])
    #expect(
      Playbook.pingTokenRenewal.steps.map(\.id.rawValue) == [
        "create-second-token", "enter-new-ping-token", "enter-new-pingfederate-token", "see-change-arrive",
        "delete-old-token", "remind-of-next-renewal",
      ])
  }

  /// Ping's metadata is that of a connection which the AWS metadata made.
  @Test func awsIsRegisteredBeforePingsMetadataIsSaved() throws {
    #expect(try comes("download-aws-metadata", before: "register-aws-in-ping"))
    #expect(try comes("download-aws-metadata", before: "create-pingfederate-connection"))
    #expect(try comes("register-aws-in-ping", before: "save-ping-metadata"))
    #expect(try comes("create-pingfederate-connection", before: "save-ping-metadata"))
    #expect(try comes("save-ping-metadata", before: "check-both-files"))
    for id: StepID in ["register-aws-in-ping", "create-pingfederate-connection"] {
      #expect(ping.step(id)?.proof == .shown([.acsURL, .issuerURL]), "\(id)")
      #expect(ping.step(id)?.pastes.map(\.form) == [.asIs, .asIs], "\(id)")
    }
  }

  @Test func eachProductHasItsOwnSteps() {
    let own: [(one: StepID, federate: StepID)] = [
      ("add-ping-application", "create-pingfederate-connection"),
      ("connect-ping-to-scim", "connect-pingfederate-to-scim"),
      ("create-groups-by-command", "create-pingfederate-channel"),
    ]
    for pair in own {
      #expect(steps(federate: false).contains(pair.one) && !steps(federate: true).contains(pair.one))
      #expect(steps(federate: true).contains(pair.federate) && !steps(federate: false).contains(pair.federate))
    }
    #expect(steps(federate: true).contains("prepare-pingfederate"))
    for flow in [Playbook.ping, .pingCertificateRotation, .pingTokenRenewal] {
      for federate in [true, false] {
        for id in steps(of: flow, federate: federate) {
          #expect(!id.rawValue.contains("pingfederate") || federate, "\(id)")
        }
      }
    }
  }

  /// What PingOne cannot push is made in AWS, once its people are there.
  @Test func groupsOfPingOneAreMadeInAWS() throws {
    let step = try #require(ping.step("create-groups-by-command"))
    #expect(step.actor == .awsAdmin)
    #expect(try comes("check-users", before: "create-groups-by-command"))
    #expect(try comes("create-groups-by-command", before: "check-groups"))
    let none = Circumstances(wishes: [.scim], facts: [.requiredGroups: []])
    #expect(step.when.holds(in: none) == false)
    #expect(step.when.holds(in: Circumstances(wishes: [.scim])) == nil)
  }

  @Test func theNameIDHasTheFormatOfAnAddress() throws {
    let step = try #require(ping.step("map-ping-subject"))
    let format: Phrase.Segment = .code("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
    #expect(step.instructions.flatMap(\.segments).contains(format))
    #expect(step.pitfalls.contains { $0.symptom.contains("SAML_215") && $0.symptom.contains("Invalid input") })
    #expect(try comes("map-ping-subject", before: "connect-ping-to-scim"))
  }

  @Test func bothTakeTheEndpointWithoutItsSlash() throws {
    let fields: [StepID: [String]] = [
      "connect-ping-to-scim": ["SCIM URL", "ACCESS_TOKEN"],
      "connect-pingfederate-to-scim": ["SCIM URL", "Access Token"],
    ]
    for (id, labels) in fields {
      let step = try #require(ping.step(id))
      #expect(step.pastes.map(\.field.text) == labels)
      #expect(step.pastes.map(\.form) == [.withoutTrailingSlash, .asIs])
      #expect(step.pastes.last?.value == .secret(.scimToken))
    }
  }

  /// Nobody saw PingFederate's console; its labels were read in documents.
  @Test func labelsOfPingFederateAreUnconfirmed() {
    for playbook in [Playbook.ping, .pingCertificateRotation, .pingTokenRenewal] {
      for step in playbook.steps where step.id.rawValue.contains("pingfederate") {
        let labels = step.place.path + step.instructions.flatMap(\.labels) + step.pastes.map(\.field)
        for label in labels { #expect(label.certainty == .believed, "\(step.id): \(label.text)") }
      }
    }
  }

  @Test func eitherKeyPairIsImportedBeforeItSigns() throws {
    let rotation = Playbook.pingCertificateRotation
    for product in ["ping", "pingfederate"] {
      let create = StepID(rawValue: "create-\(product)-key-pair")
      let assign = StepID(rawValue: "assign-\(product)-key-pair")
      #expect(rotation.step("import-new-certificate")?.needs.contains(create) == true)
      #expect(try comes("import-new-certificate", before: assign, in: rotation))
      #expect(try comes(assign, before: "save-new-ping-metadata", in: rotation))
    }
    #expect(try comes("test-new-certificate", before: "delete-old-certificate", in: rotation))
  }

  @Test func theOldTokenIsDeletedWhenAChangeHasArrived() throws {
    for id: StepID in ["enter-new-ping-token", "enter-new-pingfederate-token"] {
      #expect(try comes(id, before: "see-change-arrive", in: .pingTokenRenewal))
    }
    #expect(try comes("see-change-arrive", before: "delete-old-token", in: .pingTokenRenewal))
  }
}
