import Foundation
import Playbook
import Testing

@testable import Setup

/// A set-up of one provider with what an organisation wants, and the metadata of an invented one.
struct Rehearsal: Sendable, CustomTestStringConvertible {
  let playbook: Playbook
  /// The file in `Fixtures`.
  let fixture: String
  var wishes: [Wish: Bool] = [:]
  var groups = "Administrators, Auditors"

  var testDescription: String {
    let wishes = wishes.map { "\($0.rawValue) \($1)" }.sorted().joined(separator: ", ")
    return "\(playbook.provider) \(playbook.flow.rawValue) \(wishes) \(groups)"
  }

  static let jumpCloud = "jumpcloud.xml"
  static let google = "google-workspace.xml"

  static let all = [
    Rehearsal(playbook: .jumpCloud, fixture: jumpCloud),
    Rehearsal(playbook: .jumpCloud, fixture: jumpCloud, groups: ""),
    Rehearsal(
      playbook: .jumpCloud, fixture: jumpCloud, wishes: [.scim: false, .portalAlias: true, .commandLine: false]),
    Rehearsal(playbook: .jumpCloudCertificateRotation, fixture: jumpCloud),
    Rehearsal(playbook: .jumpCloudTokenRenewal, fixture: jumpCloud),
    Rehearsal(playbook: .googleWorkspace, fixture: google),
    Rehearsal(playbook: .googleWorkspace, fixture: google, groups: ""),
    Rehearsal(playbook: .googleWorkspace, fixture: google, wishes: [.groupSync: true]),
    Rehearsal(playbook: .googleWorkspace, fixture: google, wishes: [.scim: false, .groupSync: true]),
    Rehearsal(playbook: .googleWorkspaceCertificateRotation, fixture: google),
    Rehearsal(playbook: .googleWorkspaceTokenRenewal, fixture: google),
    Rehearsal(playbook: .googleWorkspaceTokenRenewal, fixture: google, wishes: [.groupSync: true]),
  ]

  private var metadata: String {
    get throws {
      let root = String(#filePath.dropLast("Tests/SetupTests/RehearsalTests.swift".count))
      return try String(contentsOfFile: root + "Fixtures/" + fixture, encoding: .utf8)
    }
  }

  /// Every question of the playbook answered, no step closed.
  func answered(instanceOf consumers: [String] = [consumer]) throws -> Script {
    var script = Script()
    script.playbook = playbook
    script.add(.started(Event.Start(playbook)))
    for (wish, isWanted) in wishes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      script.add(.wished(wish, isWanted))
    }
    let asked = Set(playbook.steps.flatMap { $0.asks.map(\.fact) })
    let both = asked.isSuperset(of: [.awsMetadata, .idpMetadata])
    if asked.contains(.awsMetadata) { try script.file(Metadata.aws(consumers: consumers), as: .serviceProvider) }
    if asked.contains(.idpMetadata) {
      try script.file(metadata, as: .identityProvider, beside: both ? Metadata.aws(consumers: consumers) : nil)
    }
    let values: [FactKey: String] = [
      .identitySource: "unused", .nameIDFormat: "EMAIL", .managementAccount: "111122223333",
      .portalURL: "https://example.awsapps.com/start", .scimEndpoint: endpoint,
      .scimTokenCreated: "2026-11-20", .requiredGroups: groups, .pilotUser: "ada@example.com",
      .permissionSets: "ReadOnlyAccess", .pilotAccount: "444455556666",
      .sessionARN:
        "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/ada@example.com",
    ]
    for key in FactKey.allCases where asked.contains(key) {
      if let value = values[key] { try script.answer(key, value) }
    }
    return script
  }
}

@Suite("JumpCloud and Google Workspace, from the first step to the last")
struct RehearsalTests {
  /// The steps in the order in which they are closed, following `next`.
  private func close(_ script: inout Script) throws -> [StepID] {
    var order: [StepID] = []
    while let next = script.progress.next {
      try #require(order.count < 60)
      order.append(next.id)
      try script.close(next.id)
    }
    return order
  }

  @Test("following next, and closing by the one rule, leads to the end", arguments: Rehearsal.all)
  func toTheEnd(rehearsal: Rehearsal) throws {
    for consumers in [[consumer], [consumer, legacyConsumer, dualConsumer]] {
      var script = try rehearsal.answered(instanceOf: consumers)
      let order = try close(&script)
      #expect(script.progress.isComplete)
      #expect(order == rehearsal.playbook.steps.map(\.id).filter { script.state($0) != .notApplicable })
    }
  }

  @Test("ssosync takes the place of Google's provisioning and of the commands, and never stands beside them")
  func groupSync() throws {
    let google: Set<StepID> = ["configure-google-provisioning", "activate-google-provisioning"]
    let sync: Set<StepID> = ["create-google-service-account", "delegate-google-directory", "deploy-ssosync"]
    var own = try Rehearsal(playbook: .googleWorkspace, fixture: Rehearsal.google).answered()
    let byGoogle = Set(try close(&own))
    #expect(byGoogle.isSuperset(of: google.union(["create-groups-by-command", "check-groups"])))
    #expect(byGoogle.isDisjoint(with: sync))
    var copied = try Rehearsal(
      playbook: .googleWorkspace, fixture: Rehearsal.google, wishes: [.groupSync: true]
    ).answered()
    let bySync = Set(try close(&copied))
    #expect(bySync.isSuperset(of: sync.union(["check-groups"])))
    #expect(bySync.isDisjoint(with: google.union(["create-groups-by-command"])))
  }

  @Test("users are looked for only when ssosync has run")
  func usersWaitForTheTool() throws {
    var script = try Rehearsal(
      playbook: .googleWorkspace, fixture: Rehearsal.google, wishes: [.groupSync: true]
    ).answered()
    while let next = script.progress.next, next.id != "deploy-ssosync" { try script.close(next.id) }
    #expect(script.state("check-users")?.name == "waiting")
    try script.close("deploy-ssosync")
    #expect(script.state("check-users")?.name == "ready")
  }

  @Test("Google's one field takes the alternative address of an older instance, JumpCloud's list takes them all")
  func addresses() throws {
    let consumers = [consumer, dualConsumer, legacyConsumer]
    let google = try Rehearsal(playbook: .googleWorkspace, fixture: Rehearsal.google)
      .answered(instanceOf: consumers).progress
    let page = try #require(google["register-aws-in-google"]?.step)
    #expect(google.expectation(for: .acsURL, in: page) == [legacyConsumer])
    let jumpCloud = try Rehearsal(playbook: .jumpCloud, fixture: Rehearsal.jumpCloud)
      .answered(instanceOf: consumers).progress
    let tab = try #require(jumpCloud["register-aws-in-jumpcloud"]?.step)
    #expect(jumpCloud.expectation(for: .acsURL, in: tab) == consumers)
  }
}
