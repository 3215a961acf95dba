import Playbook
import Support
import Testing

@testable import Setup

@Suite("What a flow needs anew although an earlier one gave it already")
struct AnewTests {
  private static let switching: StepID = "activate-okta-certificate"

  /// A set-up that knows a certificate, a token and a pilot user, in the midst of whose upkeep we are.
  private static func begun(_ playbook: Playbook) throws -> Script {
    var script = Script()
    script.playbook = .okta
    script.add(.started(Event.Start(.okta)))
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.file(Metadata.idp(), as: .identityProvider, beside: Metadata.aws())
    try script.answer(.requiredGroups, "Auditors")
    try script.answer(.scimTokenCreated, "2026-11-20")
    script.playbook = playbook
    script.add(.started(Event.Start(playbook)))
    return script
  }

  private static func rotation() throws -> Script {
    var script = try begun(.oktaCertificateRotation)
    try script.close("generate-okta-certificate")
    try script.close("import-new-certificate")
    return script
  }

  private func obstacles(_ script: Script, _ id: StepID) -> [Obstacle] {
    do throws(Obstruction) {
      _ = try script.progress.closing(id)
      return []
    } catch {
      return error.obstacles
    }
  }

  @Test("an exchange of certificates is not proved by a file whose certificates were all there before")
  func formerCertificate() throws {
    var script = try Self.rotation()
    let known = try #require(script.progress.facts[.idpCertificates]?.values.first)
    #expect(obstacles(script, Self.switching) == [.unanswered(.idpMetadata)])
    let former = try #require(script.progress.file(.idpMetadata))
    let rejection = try #require(script.progress.rejection(of: former, as: .idpMetadata))
    #expect(script.progress.rejection(of: former, as: .awsMetadata) == nil)
    try script.file(Metadata.idp(comment: "<!-- saved anew -->"), as: .identityProvider, beside: Metadata.aws())
    let found = try #require(obstacles(script, Self.switching).first?.description)
    #expect(found.contains("has only the signing certificate that was there when the flow was begun"))
    for words in [known, rejection.problem, rejection.action] { #expect(found.contains(words), "\(found)") }
    #expect(script.progress.closable(Self.switching) == nil)
  }

  @Test("it is proved by a file with a new certificate, alone or beside the old one")
  func newCertificate() throws {
    let renewed = try Metadata.renewed(Metadata.idp())
    let both = try #require(Metadata.idp().firstMatch(of: /<md:KeyDescriptor.*?KeyDescriptor>/.dotMatchesNewlines()))
    for file in [renewed, renewed.replacing("<md:NameIDFormat>", with: "\(both.output)<md:NameIDFormat>")] {
      var script = try Self.rotation()
      try script.file(file, as: .identityProvider, beside: Metadata.aws())
      try script.close(Self.switching)
      #expect(script.state(Self.switching)?.name == "done")
      let evidence = try #require(script.progress.file(.idpMetadata))
      #expect(script.progress.rejection(of: evidence, as: .idpMetadata) == nil)
    }
  }

  @Test("the next exchange needs the next certificate, and a flow that knew none takes any")
  func nextCertificate() throws {
    var script = try Self.rotation()
    try script.file(Metadata.renewed(Metadata.idp()), as: .identityProvider, beside: Metadata.aws())
    while let next = script.progress.next { try script.close(next.id) }
    #expect(script.progress.isFinished)
    script.add(.started(Event.Start(.oktaCertificateRotation)))
    let former = try #require(script.progress.file(.idpMetadata))
    #expect(script.progress.rejection(of: former, as: .idpMetadata) != nil)

    var blank = Script()
    blank.playbook = .oktaCertificateRotation
    blank.add(.started(Event.Start(.oktaCertificateRotation)))
    try blank.file(Metadata.idp(), as: .identityProvider)
    let first = try #require(blank.progress.file(.idpMetadata))
    #expect(blank.progress.rejection(of: first, as: .idpMetadata) == nil)
  }

  @Test("what an older version closed by the file of before stays as it was closed")
  func olderJournal() throws {
    var script = try Self.rotation()
    try script.file(Metadata.idp(comment: "<!-- saved anew -->"), as: .identityProvider, beside: Metadata.aws())
    let digest = try #require(script.progress.file(.idpMetadata)?.digest)
    script.add(.closed(Self.switching, .file(.idpMetadata, digest: digest)))
    #expect(script.state(Self.switching)?.name == "done")
    let evidence = try #require(script.progress.file(.idpMetadata))
    #expect(script.progress.rejection(of: evidence, as: .idpMetadata) == nil, "nothing waits for a file")
  }

  @Test("texts name what is asked for anew, and what follows from it, only once it was given; anything else at once")
  func named() throws {
    var script = try Self.begun(.oktaTokenRenewal)
    let day: [FactKey] = [.scimTokenCreated, .scimTokenExpires, .scimTokenReminder]
    for key in day {
      #expect(script.progress.named[key] == nil && script.progress.facts[key] != nil, "\(key.rawValue)")
    }
    #expect(script.progress.named[.requiredGroups] == ["Auditors"])
    #expect(script.progress.named[.idpMetadata] != nil, "this flow does not ask for it")
    #expect(script.progress.datesAhead.contains { $0.day == "2027-11-20" }, "the old token still has its end")
    let text: Phrase = "the new one is of \(.scimTokenCreated), for \(.requiredGroups)"
    #expect(
      script.progress.words(of: text) == "the new one is of <day on which the SCIM token was created>, for Auditors")
    try script.answer(.scimTokenCreated, "2026-11-21")
    #expect(day.map { script.progress.named[$0] } == [["2026-11-21"], ["2027-11-21"], ["2027-08-23"]])
    #expect(script.progress.words(of: text) == "the new one is of 2026-11-21, for Auditors")

    let rotation = try Self.rotation().progress
    for key in [FactKey.idpMetadata, .idpCertificates, .idpCertificateExpires, .idpCertificateReminder] {
      #expect(rotation.named[key] == nil && rotation.facts[key] != nil, "\(key.rawValue)")
    }
    #expect(rotation.named[.scimTokenCreated] == ["2026-11-20"])
  }

  @Test("nothing from before the flow answers a question whose answer proves its step")
  func answers() throws {
    var script = try Self.begun(.oktaTokenRenewal)
    let step = try #require(script.playbook.step("create-second-token"))
    #expect(script.progress.answer(to: step.asks[0], in: step) == nil && script.progress.wants(step.asks[0], in: step))
    try script.answer(.scimTokenCreated, "2026-11-20")
    #expect(script.progress.answer(to: step.asks[0], in: step)?.values == ["2026-11-20"])
    #expect(!script.progress.wants(step.asks[0], in: step))
  }

  @Test("a value that an edited checklist gives anew is taken, though it is what it was")
  func merged() throws {
    let script = try Self.begun(.oktaTokenRenewal)
    var edits = ChecklistEdits()
    edits.steps["create-second-token"] = StepEdit()
    edits.steps["create-second-token"]?.values = [.scimTokenCreated: ["2026-11-20"]]
    edits.steps["create-second-token"]?.isTicked = true
    let merge = Merge(edits, madeAfter: script.events.count, into: script.progress, by: "bob", at: noon)
    guard case .taken(let events)? = merge.outcomes.first?.verdict else {
      Issue.record("\(merge.outcomes)")
      return
    }
    let closed = Event.closed("create-second-token", .value(.scimTokenCreated, ["2026-11-20"]))
    #expect(events.count == 2 && events.last == closed)
  }
}
