import Playbook
import Support
import Testing

@testable import Setup

/// A provider with its fixture, and what its set-up meets.
struct ProviderCase: Sendable, CustomTestStringConvertible {
  let provider: String
  var consumers = [consumer, dualConsumer]
  var wishes: [Wish: Bool] = [:]
  var groups = "Administrators, Auditors"

  var testDescription: String {
    "\(provider), \(consumers.count) ACS URLs, \(wishes[.scim] == false ? "by hand" : "SCIM"), groups: \(groups)"
  }

  /// Each provider with an old and a new instance, with SCIM and by hand, with groups and without.
  static let all = ["onelogin", "cyberark", "generic"].flatMap { provider in
    [
      ProviderCase(provider: provider),
      ProviderCase(provider: provider, consumers: [legacyConsumer, consumer, dualConsumer]),
      ProviderCase(provider: provider, wishes: [.scim: false]),
      ProviderCase(provider: provider, wishes: [.portalAlias: true, .sessionLifetime: true], groups: ""),
    ]
  }

  /// The provider's metadata, as the project ships it.
  func metadata() throws -> String {
    let root = "\(#filePath)".split(separator: "/").dropLast(3).joined(separator: "/")
    return try TestFile.text("/\(root)/Fixtures/\(provider).xml")
  }

  /// A set-up with everything answered, and nothing closed.
  func answered() throws -> Script {
    var script = Script()
    script.playbook = try #require(Playbook.of(provider))
    script.add(.started(Event.Start(script.playbook)))
    for (wish, isWanted) in wishes where script.playbook.wishes.contains(wish) { script.add(.wished(wish, isWanted)) }
    try script.answer(.identitySource, "unused")
    try script.answer(.nameIDFormat, "EMAIL")
    try script.answer(.managementAccount, "111122223333")
    let aws = Metadata.aws(consumers: consumers)
    try script.file(aws, as: .serviceProvider)
    try script.file(try metadata(), as: .identityProvider, beside: aws)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.answer(.scimEndpoint, endpoint + "/")
    try script.answer(.scimTokenCreated, "2026-11-20")
    try script.answer(.requiredGroups, groups)
    try script.answer(.pilotUser, "ada@example.com")
    try script.answer(.permissionSets, "ReadOnlyAccess")
    try script.answer(.pilotAccount, "444455556666")
    try script.answer(
      .sessionARN,
      "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/ada@example.com")
    return script
  }
}

@Suite("The playbooks of OneLogin, CyberArk and any other provider, from the first step to the last")
struct ProviderSetupTests {
  /// Follows what is next until nothing is, and tells in which order.
  private func follow(_ script: inout Script) throws -> [StepID] {
    var order: [StepID] = []
    while let next = script.progress.next {
      try #require(order.count < 60)
      order.append(next.id)
      try script.close(next.id)
    }
    return order
  }

  @Test("following next, and closing by the one rule, leads to the end", arguments: ProviderCase.all)
  func toTheEnd(subject: ProviderCase) throws {
    var script = try subject.answered()
    let order = try follow(&script)
    #expect(script.progress.isComplete)
    #expect(order == script.playbook.steps.map(\.id).filter { script.state($0) != .notApplicable })
    #expect(
      order.contains("keep-alternative-acs-url") == (subject.provider == "generic" && subject.consumers.count == 3))
    #expect(order.contains("create-users-by-hand") == (subject.wishes[.scim] == false))
    #expect(order.contains("check-groups") == (subject.wishes[.scim] != false && !subject.groups.isEmpty))
  }

  @Test(
    "the field for the ACS URL is offered the one address that the instance needs", arguments: ProviderCase.all)
  func oneAddress(subject: ProviderCase) throws {
    let script = try subject.answered()
    let register = try #require(script.playbook.steps.first { $0.pastes.contains { $0.form == .singleACSURL } })
    #expect(script.progress.expectation(for: .acsURL, in: register) == [subject.consumers[0]])
    let scim = try #require(script.playbook.steps.first { $0.pastes.contains { $0.fact == .scimEndpoint } })
    #expect(script.progress.expectation(for: .scimEndpoint, in: scim) == [endpoint], "without the slash")
  }

  @Test(
    "another certificate and another token, after the set-up", arguments: ["onelogin", "cyberark", "generic"],
    [Playbook.Flow.rotateCertificate, .renewSCIMToken])
  func upkeep(provider: String, flow: Playbook.Flow) throws {
    let subject = ProviderCase(provider: provider)
    var script = try subject.answered()
    _ = try follow(&script)
    script.playbook = try #require(Playbook.of(provider, flow: flow))
    script.add(.started(Event.Start(script.playbook)))
    #expect(!script.progress.isComplete)
    let proved = try #require(
      script.playbook.steps.first { !$0.asks.isEmpty && $0.proof.references.contains($0.asks[0].fact) })
    while let next = script.progress.next, next.id != proved.id { try script.close(next.id) }
    #expect(script.progress.next?.id == proved.id)
    #expect(script.progress.closable(proved.id) == nil, "what proved the set-up proves nothing here")
    #expect(script.progress.wants(proved.asks[0], in: proved))
    if flow == .rotateCertificate {
      let aws = Metadata.aws(consumers: subject.consumers)
      try script.file(try Metadata.renewed(subject.metadata()), as: .identityProvider, beside: aws)
    } else {
      try script.answer(.scimTokenCreated, "2026-11-21")
      try script.answer(.pilotUser, "ada@example.com")
    }
    _ = try follow(&script)
    #expect(script.progress.isComplete)
    #expect(script.progress.steps.filter { $0.state != .notApplicable }.count == script.playbook.steps.count)
  }
}
