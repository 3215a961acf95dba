import Testing

@testable import Playbook

/// The flows that follow from each provider's set-up.
@Suite struct DerivedFlowTests {
  static let setUps = Playbook.all.filter { $0.flow == .setUp }.map(Subject.init)

  private func migration(of subject: Subject) throws -> Playbook {
    try #require(Playbook.of(subject.playbook.provider, flow: .migrate))
  }

  private func adoption(of subject: Subject) throws -> Playbook {
    try #require(Playbook.of(subject.playbook.provider, flow: .adopt))
  }

  @Test(arguments: setUps)
  func everyProviderHasEveryFlow(subject: Subject) {
    let flows = Playbook.all.filter { $0.provider == subject.playbook.provider }.map(\.flow)
    #expect(flows.count == Playbook.Flow.allCases.count && Set(flows) == Set(Playbook.Flow.allCases))
  }

  // MARK: Moving over

  @Test(arguments: setUps)
  func nothingIsAcceptedBeforeAWayBackIsOpen(subject: Subject) throws {
    let playbook = try migration(of: subject)
    for id: StepID in [
      .seeIdentitySource, .snapshotIdentityCenter, .keepEmergencyAccess, .openSecondSession, .choosePilotGroup,
      .weighDirectory, .weighActiveDirectory, .weighOtherProvider, .stopFormerProvisioning, .checkBothFiles,
    ] {
      #expect(playbook.puts(id, before: .changeIdentitySource), "\(id)")
    }
    #expect(playbook.keepsOrder(.keepEmergencyAccess, .snapshotIdentityCenter, .choosePilotGroup))
    #expect(
      playbook.keepsOrder(
        .changeIdentitySource, .testPortalSignIn, .letPilotGroupIn, .admitEverybody, .compareWithSnapshot))
    #expect(playbook.puts(.keepEmergencyAccess, before: .openSecondSession))
  }

  @Test(
    "what the change takes depends on what is there today",
    arguments: [
      (IdentitySource.directory, StepID.weighDirectory, "Passwords and second factors", [StepID]()),
      (
        .activeDirectory, .weighActiveDirectory, "All users, groups and assignments are deleted",
        [.renewAWSMetadata, .restoreAssignments]
      ),
      (.otherIdP, .weighOtherProvider, "groups of the same name", [.stopFormerProvisioning]),
    ])
  func warnings(source: IdentitySource, step: StepID, words: String, more: [StepID]) throws {
    let conditional: Set<StepID> = [
      .weighDirectory, .weighActiveDirectory, .weighOtherProvider, .renewAWSMetadata, .restoreAssignments,
      .stopFormerProvisioning,
    ]
    let circumstances = Circumstances(wishes: [], facts: [.identitySource: [source.rawValue]])
    for subject in Self.setUps {
      let playbook = try migration(of: subject)
      let applying = playbook.steps.filter { $0.when.holds(in: circumstances) == true }.map(\.id)
      #expect(conditional.intersection(applying) == Set(more + [step]))
      let warnings = try #require(playbook.step(step)).warnings.map { $0.plain() }.joined(separator: "\n")
      #expect(warnings.contains(words))
    }
  }

  @Test(arguments: setUps)
  func whatAWorkingInstanceHasIsNotMadeAnew(subject: Subject) throws {
    let ids = Set(try migration(of: subject).steps.map(\.id))
    let left: Set<StepID> = [.enableIdentityCenter, .choosePortalAlias, .createPermissionSet]
    #expect(ids.isDisjoint(with: left))
    #expect(ids.isSuperset(of: Set(subject.playbook.steps.map(\.id)).subtracting(left)))
  }

  @Test(arguments: setUps)
  func theMetadataOfActiveDirectorysTimeIsReplacedByProof(subject: Subject) throws {
    let playbook = try migration(of: subject)
    #expect(playbook.step(.renewAWSMetadata)?.proof == .shown([.issuerURL]))
    #expect(playbook.puts(.changeIdentitySource, before: .renewAWSMetadata))
    #expect(playbook.puts(.assignAccountAccess, before: .restoreAssignments))
  }

  // MARK: Writing down

  @Test(arguments: setUps)
  func writingDownChangesNothing(subject: Subject) throws {
    let acts: Set<String> = [
      "Save", "Enable", "Delete", "Edit", "Add", "Assign", "Generate token", "Import certificate",
      "Change identity source",
    ]
    for step in try adoption(of: subject).steps {
      #expect(step.pastes.isEmpty && step.undo == nil, "\(step.id)")
      let labels = Set(step.instructions.flatMap(\.labels).map(\.text))
      #expect(labels.isDisjoint(with: acts), "\(step.id): \(labels.intersection(acts))")
      #expect(!step.instructions.contains { $0.plain().contains("ACCEPT") }, "\(step.id)")
    }
  }

  @Test(arguments: setUps)
  func whatRotationAndExpiryNeedIsWrittenDown(subject: Subject) throws {
    let playbook = try adoption(of: subject)
    let asked = Set(playbook.steps.flatMap(\.asks).map(\.fact))
    #expect(
      asked.isSuperset(of: [
        .managementAccount, .awsMetadata, .idpMetadata, .portalURL, .scimEndpoint, .scimTokenCreated, .requiredGroups,
        .permissionSets, .pilotUser, .pilotAccount,
      ]))
    let proofs = playbook.steps.map(\.proof)
    #expect(proofs.contains(.pair) && proofs.contains(.shown([.idpEntityID, .idpSignInURL])))
    #expect(playbook.step(.recordTrustedCertificates)?.uses.contains(.idpCertificateExpires) == true)
    #expect(playbook.step(.testPortalSignIn) != nil)
  }

  @Test(arguments: setUps)
  func theProvidersFieldsAreComparedAsTheSetUpFillsThem(subject: Subject) throws {
    let filling = subject.playbook.steps.filter { $0.pastes.contains { $0.fact == .issuerURL } }
    let comparing = try adoption(of: subject).steps.filter { !$0.compares.isEmpty }
    #expect(!filling.isEmpty)
    #expect(comparing.map(\.compares) == filling.map(\.pastes))
    #expect(comparing.map(\.proof) == filling.map(\.proof))
    #expect(comparing.map(\.when) == filling.map(\.when))
  }

  // MARK: The NameID, in four places

  @Test(arguments: Playbook.all.filter { [.setUp, .migrate, .adopt].contains($0.flow) }.map(Subject.init))
  func theNameIDIsLookedAtInFourPlaces(subject: Subject) throws {
    let playbook = subject.playbook
    #expect(playbook.steps.contains { $0.proof == .metadata(.idpMetadata) })
    let compared = try #require(playbook.step(.compareNameID))
    let hasField = playbook.provider != "okta"
    #expect(compared.asks.map(\.fact) == (hasField ? [.nameIDFormat] : []))
    #expect(compared.text.contains("userName"))
    #expect(playbook.puts(.compareNameID, before: .testPortalSignIn))
    let sent = try #require(playbook.step(.seeNameIDSent))
    #expect(sent.proof.references == [.pilotUser])
    #expect(playbook.puts(.testPortalSignIn, before: .seeNameIDSent))
  }
}
