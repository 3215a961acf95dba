import Playbook
import Support
import Testing

@testable import Setup

/// A playbook, walked by somebody who answers the questions at its start in one way.
struct Walk: Sendable, CustomTestStringConvertible {
  /// How the questions at the start are answered.
  enum Mood: String, Sendable, CaseIterable { case asAssumed, wantsAll, wantsNothing }

  let playbook: Playbook
  let mood: Mood
  let consumers: [String]
  /// What signs people in before the first step.
  let source: IdentitySource

  var testDescription: String {
    "\(playbook.provider) \(playbook.flow.rawValue) \(playbook.overlay ?? "") from \(source) \(mood) \(consumers.count) ACS URLs"
  }

  static let all = (Playbook.all + underOverlays).flatMap { playbook in
    let sources = IdentitySource.allCases.filter { $0.flow == playbook.flow }
    return Mood.allCases.flatMap { mood in
      [[consumer], [consumer, dualConsumer, legacyConsumer]].flatMap { consumers in
        // What is there today and what is wanted do not meddle with each other.
        (sources.isEmpty ? [.unused] : mood == .asAssumed ? sources : [sources[0]]).map {
          Walk(playbook: playbook, mood: mood, consumers: consumers, source: $0)
        }
      }
    }
  }

  private static let underOverlays = Overlay.all.flatMap { overlay in
    Playbook.all.filter { $0.flow == .setUp }.map { $0.under(overlay) }
  }

  /// What the person knows; files are given by themselves.
  private static let answers: [(FactKey, String)] = [
    (.nameIDFormat, "EMAIL"), (.pilotGroup, "AWS pilots"),
    (.managementAccount, "111122223333"), (.portalURL, "https://example.awsapps.com/start"),
    (.scimEndpoint, endpoint + "/"), (.scimTokenCreated, "2026-11-20"),
    (.requiredGroups, "Administrators, Auditors"), (.pilotUser, "ada@example.com"),
    (.permissionSets, "ReadOnlyAccess"), (.pilotAccount, "444455556666"),
    (
      .sessionARN,
      "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/ada@example.com"
    ),
  ]

  /// The set-up with every question answered, and no step closed.
  func begin(requiredGroups: String? = nil) throws -> Script {
    var script = Script()
    script.playbook = playbook
    script.add(.started(Event.Start(playbook)))
    for wish in playbook.wishes where mood != .asAssumed { script.add(.wished(wish, mood == .wantsAll)) }
    let asked = Set(playbook.steps.flatMap(\.asks).map(\.fact))
    let aws = Metadata.aws(consumers: consumers)
    if asked.contains(.awsMetadata) { try script.file(aws, as: .serviceProvider) }
    if asked.contains(.idpMetadata) {
      let root = String(#filePath.dropLast("Tests/SetupTests/PlaybookWalkTests.swift".count))
      let file = try TestFile.text("\(root)Fixtures/\(playbook.provider).xml")
      try script.file(file, as: .identityProvider, beside: asked.contains(.awsMetadata) ? aws : nil)
    }
    if asked.contains(.identitySource) { try script.answer(.identitySource, source.rawValue) }
    for (key, answer) in Self.answers where asked.contains(key) {
      try script.answer(key, key == .requiredGroups ? requiredGroups ?? answer : answer)
    }
    return script
  }
}

@Suite("Every playbook, from the first step to the last")
struct PlaybookWalkTests {
  @Test("following next, and closing by the one rule, leads to the end", arguments: Walk.all)
  func toTheEnd(walk: Walk) throws {
    var script = try walk.begin()
    var order: [StepID] = []
    while let next = script.progress.next {
      try #require(order.count < 60)
      order.append(next.id)
      try script.close(next.id)
    }
    #expect(script.progress.isComplete)
    #expect(order == walk.playbook.steps.map(\.id).filter { script.state($0) != .notApplicable })
    #expect(Set(order).isDisjoint(with: script.progress.steps.filter { $0.state == .notApplicable }.map(\.id)))
  }

  @Test(
    "without groups no step is left waiting for one",
    arguments: Walk.all.filter { $0.consumers.count == 1 && $0.playbook.overlay == nil })
  func withoutGroups(walk: Walk) throws {
    var script = try walk.begin(requiredGroups: "")
    while let next = script.progress.next { try script.close(next.id) }
    #expect(script.progress.isComplete)
  }
}
