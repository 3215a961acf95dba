import Playbook
import Testing

@testable import Setup

@Suite("The Okta playbook, from the first step to the last")
struct OktaSetupTests {
  private func answered(instanceOf consumers: [String]) throws -> Script {
    var script = Script()
    script.playbook = .okta
    script.add(.started(Event.Start(.okta)))
    try script.answer(.identitySource, "unused")
    try script.answer(.managementAccount, "111122223333")
    try script.file(Metadata.aws(consumers: consumers), as: .serviceProvider)
    try script.file(Metadata.idp(), as: .identityProvider, beside: Metadata.aws(consumers: consumers))
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.answer(.scimEndpoint, endpoint)
    try script.answer(.scimTokenCreated, "2026-11-20")
    try script.answer(.requiredGroups, "Administrators, Auditors")
    try script.answer(.pilotUser, "ada@example.com")
    try script.answer(.permissionSets, "ReadOnlyAccess")
    try script.answer(.pilotAccount, "444455556666")
    try script.answer(
      .sessionARN,
      "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/ada@example.com")
    return script
  }

  @Test(
    "following next, and closing by the one rule, leads to the end",
    arguments: [[consumer], [consumer, legacyConsumer]])
  func toTheEnd(consumers: [String]) throws {
    var script = try answered(instanceOf: consumers)
    var order: [StepID] = []
    while let next = script.progress.next {
      try #require(order.count < 60)
      order.append(next.id)
      try script.close(next.id)
    }
    #expect(script.progress.isComplete)
    #expect(order == Playbook.okta.steps.map(\.id).filter { script.state($0) != .notApplicable })
  }

  @Test("another pilot user: the steps that show, name or sign in as the user, and no other")
  func otherPilot() throws {
    var script = try answered(instanceOf: [consumer])
    while let next = script.progress.next { try script.close(next.id) }
    try script.answer(.pilotUser, "bob@example.com")
    let stale = script.progress.steps.filter { $0.state.name == "stale" }.map(\.id)
    #expect(
      stale == [
        "assign-okta-application", "check-users", "assign-account-access", "test-portal-sign-in",
        "see-name-id-sent", "test-application-tile", "test-command-line",
      ])
  }

  @Test("a later signing certificate's file: what rests on the file, and the calendar only if its day is another")
  func otherFile() throws {
    var script = try answered(instanceOf: [consumer])
    while let next = script.progress.next { try script.close(next.id) }
    try script.file(Metadata.idp(comment: "<!-- saved again -->"), as: .identityProvider, beside: Metadata.aws())
    #expect(
      script.progress.steps.filter { $0.state.name == "stale" }.map(\.id)
        == ["save-okta-metadata", "check-both-files", "upload-idp-metadata"])
  }
}
