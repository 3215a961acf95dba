import Playbook
import SAML
import Testing

@testable import Setup

@Suite("Progress")
struct ProgressTests {
  @Test("a set-up without events: what needs nothing is ready, the rest waits or is undecided")
  func nothing() {
    let progress = Script().progress
    #expect(progress["account"]?.state == .ready)
    #expect(progress["look"]?.state == .waiting(for: ["account"]))
    #expect(progress["alternative"]?.state == .undecided(until: [.alternativeACSURL]))
    #expect(progress["check"]?.state == .undecided(until: [.requiredGroups]))
    #expect(progress["last"]?.state == .waiting(for: ["alternative", "check"]))
    #expect(progress.next?.id == "account")
    #expect(progress.start == nil)
    #expect(!progress.isComplete)
    #expect(progress.counts.ready == 4 && progress.counts.undecided == 2 && progress.counts.waiting == 7)
    #expect(progress.counts.applicable == 13)
  }

  @Test("a complete set-up")
  func complete() throws {
    let progress = try Script.complete().progress
    #expect(progress.isComplete)
    #expect(progress.next == nil)
    #expect(progress["alternative"]?.state == .notApplicable)
    #expect(progress.counts.done == 12 && progress.counts.notApplicable == 1)
    guard case .done(let closing)? = progress["account"]?.state else {
      Issue.record("not done")
      return
    }
    #expect(closing.actor == "ada")
    #expect(closing.evidence == .value(.managementAccount, ["111122223333"]))
    #expect(closing.at == "2026-11-21T12:00:09Z")
  }

  @Test("skipping, reopening and closing: the last event counts")
  func transitions() throws {
    var script = Script()
    script.add(.skipped("account", reason: try Statement("another team's")))
    guard case .skipped(let skip)? = script.state("account") else {
      Issue.record("not skipped")
      return
    }
    #expect(skip.reason.text == "another team's")
    #expect(skip.actor == "ada")
    #expect(script.state("look") == .ready, "a step whose need was skipped is not blocked")
    script.add(.reopened("account", reason: nil))
    #expect(script.state("account") == .ready)
    #expect(script.state("look") == .waiting(for: ["account"]))
    try script.answer(.managementAccount, "111122223333")
    try script.close("account")
    #expect(script.state("account")?.name == "done")
    script.add(.skipped("account", reason: try Statement("no")))
    #expect(script.state("account")?.name == "skipped")
    try script.close("account")
    #expect(script.state("account")?.name == "done")
    try script.close("look")
    script.add(.reopened("account", reason: try Statement("wrong account")))
    #expect(script.state("account") == .ready)
    #expect(script.state("look")?.name == "done", "evidence does not vanish with a need")
  }

  @Test("a wish that is not wanted makes its steps not applicable, and blocks nothing")
  func wishes() throws {
    var script = try Script.complete()
    script.add(.wished(.scim, false))
    for id: StepID in ["scim", "connect", "check", "calendar"] { #expect(script.state(id) == .notApplicable) }
    #expect(script.progress.isComplete)
    #expect(script.progress.answeredWishes == [.scim])
    script.add(.wished(.scim, true))
    #expect(script.state("scim")?.name == "done", "what was done counts again when it is wanted again")
  }

  @Test("an undecided step is decided by the fact, by its absence once nobody will give it, and by nothing else")
  func undecided() throws {
    var script = Script()
    try script.answer(.requiredGroups, "A, B")
    #expect(script.state("check") == .waiting(for: ["groups"]))
    try script.answer(.requiredGroups, "")
    #expect(script.state("check") == .notApplicable, "an empty list is a value")

    var unanswered = Script()
    try unanswered.close("groups")
    #expect(unanswered.state("check") == .notApplicable, "the only step that asks is closed without an answer")

    var skipped = Script()
    skipped.add(.skipped("aws-file", reason: try Statement("done by hand")))
    #expect(skipped.state("alternative") == .notApplicable)

    var older = Script()
    try older.file(Metadata.aws(consumers: [consumer, legacyConsumer]), as: .serviceProvider)
    #expect(older.state("alternative") == .waiting(for: ["register"]))
  }

  @Test("next is the first step in order that is ready or stale")
  func next() throws {
    var script = try Script.complete()
    try script.answer(.scimTokenCreated, "2026-11-21")
    #expect(script.progress.next?.id == "scim")
    script.add(.reopened("look", reason: nil))
    #expect(script.progress.next?.id == "look", "an earlier one that is ready comes before")
    try script.close("look")
    try script.close("scim")
    #expect(script.progress.next?.id == "calendar")
  }

  @Test("notes stay beside their step, in order, whatever its state")
  func notes() throws {
    var script = Script()
    script.add(.noted("look", try Statement("first")))
    script.add(.noted("look", try Statement("second")), by: "bob")
    #expect(script.progress["look"]?.notes.map(\.text.text) == ["first", "second"])
    #expect(script.progress["look"]?.notes.map(\.actor) == ["ada", "bob"])
  }

  @Test("events of steps that the playbook does not have stay in the history, readable, and break nothing")
  func changedPlaybook() throws {
    var script = try Script.complete()
    script.add(.skipped("gone-step", reason: try Statement("not here")))
    script.add(.closed("gone-too", .word(reason: try Statement("seen"), seen: "it")))
    let progress = script.progress
    #expect(progress.isComplete)
    #expect(progress.unknownSteps == ["gone-step", "gone-too"])
    #expect(
      progress.history.suffix(2).map(\.event.words) == [
        "left out gone-step: not here", "closed gone-too: by word: seen",
      ])
    #expect(!progress.isPlaybookChanged)

    script.playbook = Playbook(provider: "okta", title: "Sample", summary: [], prerequisites: []) {
      Stage(.connect) {
        step("look", needs: ["vanished"], proof: .word(see: "the menu"))
        step("new", needs: ["look"], proof: .word(see: "it"))
      }
    }
    #expect(script.progress.isPlaybookChanged)
    #expect(script.state("look")?.name == "done")
    #expect(script.state("new") == .ready)
  }

  @Test("another flow's steps stand beside: going back finds what was done, whether or not it was complete")
  func flows() throws {
    var script = try Script.complete()
    let whole = script.progress.steps.map(\.state)
    let count = script.events.count
    script.add(.started(Event.Start(.oktaTokenRenewal)))
    #expect(script.progress.isComplete, "another flow is another matter")
    script.add(.started(Event.Start(sample)))
    #expect(script.progress.steps.map(\.state) == whole)
    #expect(script.progress.history.count == count + 2)
    #expect(script.progress.began == 1 && script.progress.beginning == 1)

    var part = Script()
    part.add(.started(Event.Start(sample)))
    try part.answer(.managementAccount, "111122223333")
    try part.close("account")
    part.add(.skipped("look", reason: try Statement("seen before")))
    let states = part.progress.steps.map(\.state)
    for flow in [Playbook.oktaTokenRenewal, .oktaCertificateRotation, sample] { part.add(.started(Event.Start(flow))) }
    #expect(part.progress.steps.map(\.state) == states)
    part.add(.reopened("account", reason: nil))
    #expect(part.state("account") == .ready)
  }

  @Test("a flow that recurs goes on where it was left, and begins anew once it was finished; the set-up goes on")
  func recurring() throws {
    let renewal = Playbook.oktaTokenRenewal
    var script = Script()
    script.playbook = renewal
    func start(_ playbook: Playbook) { script.add(.started(Event.Start(playbook))) }
    let reason = try Statement("done")
    start(.okta)
    start(renewal)
    let first = renewal.steps[0].id
    script.add(.skipped(first, reason: reason))
    start(.okta)
    start(renewal)
    #expect(script.state(first)?.name == "skipped" && !script.progress.isFinished)
    for step in renewal.steps { script.add(.skipped(step.id, reason: reason)) }
    #expect(script.progress.isFinished)
    start(.okta)
    let last = script.events.count + 1
    start(renewal)
    #expect(script.state(first)?.isSettled == false && !script.progress.isFinished)
    #expect(script.progress.began == last && script.progress.beginning == last)
    // What was finished stays so, whatever became of its evidence since; what was opened again is not.
    for step in renewal.steps { script.add(.skipped(step.id, reason: reason)) }
    script.add(.reopened(first, reason: nil))
    #expect(!script.progress.isFinished)
    start(.okta)
    start(renewal)
    #expect(script.state(first)?.isSettled == false && script.state(renewal.steps[1].id)?.name == "skipped")
  }

  @Test("the same flow twice running was begun anew by whoever asked for it")
  func restart() throws {
    var script = try Script.complete()
    script.add(.started(Event.Start(sample)))
    #expect(script.state("account") == .ready)
    #expect(script.progress.facts[.managementAccount]?.values == ["111122223333"])
  }

  @Test("beside a flow stand the one that made the connection, and those that were left unfinished")
  func others() throws {
    var script = Script()
    func others(_ playbook: Playbook) -> [Playbook.Flow] {
      Progress(script.events, playbook: playbook, now: noon).others.map(\.playbook.flow)
    }
    script.add(.started(Event.Start(.okta)))
    #expect(others(.okta).isEmpty)
    let migration = try #require(Playbook.of("okta", flow: .migrate))
    script.add(.started(Event.Start(migration)))
    #expect(others(migration).isEmpty, "it takes the place of the set-up")
    script.add(.started(Event.Start(.oktaTokenRenewal)))
    #expect(others(.oktaTokenRenewal) == [.migrate])
    script.add(.started(Event.Start(.oktaCertificateRotation)))
    #expect(others(.oktaCertificateRotation) == [.migrate, .renewSCIMToken])
    #expect(others(migration) == [.renewSCIMToken, .rotateCertificate])
    for step in Playbook.oktaTokenRenewal.steps { script.add(.skipped(step.id, reason: try Statement("done"))) }
    #expect(others(migration) == [.rotateCertificate])
    #expect(script.progress.flows == [.setUp, .migrate, .renewSCIMToken, .rotateCertificate])
    #expect(Progress(script.events, playbook: migration, now: noon).others.first?.playbook.steps.count == 6)
  }

  @Test("provenance: who gave a value, or from which file or fact it follows")
  func provenance() throws {
    let progress = try Script.complete().progress
    #expect(progress.facts[.managementAccount]?.provenance == .answered(step: nil))
    #expect(progress.facts[.managementAccount]?.actor == "ada")
    #expect(progress.facts[.acsURL]?.provenance == .readFrom(.awsMetadata))
    #expect(progress.facts[.idpEntityID]?.provenance == .readFrom(.idpMetadata))
    #expect(progress.facts[.scimTokenExpires]?.provenance == .workedOut(from: .scimTokenCreated))
    #expect(progress.facts[.awsMetadata]?.values == ["service-provider.xml"])
    #expect(progress.file(.awsMetadata)?.digest.count == 64)
    #expect(progress.file(.portalURL) == nil)
  }

  @Test("what a file says cannot be answered over, and a file cannot be answered at all")
  func filesWin() throws {
    var script = try Script.complete()
    script.add(.answered(Event.Answer(recorded: .issuerURL, values: ["x"], step: nil, evidence: nil)))
    script.add(.answered(Event.Answer(recorded: .awsMetadata, values: ["x"], step: nil, evidence: nil)))
    #expect(script.progress.facts[.issuerURL]?.values == [issuer])
    #expect(script.progress.facts[.awsMetadata]?.values == ["service-provider.xml"])
  }

  @Test("dates ahead: the soonest first, with the day from which AWS reminds")
  func dates() throws {
    var script = Script()
    try script.answer(.scimTokenCreated, "2026-11-20")
    try script.file(Metadata.idp(validUntil: "2026-12-01T06:00:00Z"), as: .identityProvider)
    let dates = script.progress.datesAhead
    #expect(dates.map(\.kind) == [.metadataValidity, .scimToken, .signingCertificate])
    #expect(dates.map(\.day).prefix(2) == ["2026-12-01", "2027-11-20"])
    #expect(dates.map(\.reminder).prefix(2) == [nil, "2027-08-22"])
    #expect(dates[0].daysLeft == 9)
    #expect(dates[1].daysLeft == 363)
    #expect(dates[2].day == script.progress.facts[.idpCertificateExpires]?.values.first)
    #expect(dates.allSatisfy { !$0.isPast })
    let later = Progress(script.events, playbook: sample, now: noon.adding(days: 10))
    #expect(later.datesAhead.map(\.isPast) == [true, false, false])
    let end = Instant(year: 2027, month: 11, day: 20) ?? noon
    #expect(Progress(script.events, playbook: sample, now: end).datesAhead[1].isPast, "gone with its first moment")
  }

  @Test("the days of the reminders are facts, and follow the days of which they remind")
  func reminders() throws {
    var script = Script()
    try script.answer(.scimTokenCreated, "2026-11-20")
    try script.file(Metadata.idp(), as: .identityProvider)
    let facts = script.progress.facts
    #expect(facts[.scimTokenReminder]?.values == ["2027-08-22"])
    #expect(facts[.scimTokenReminder]?.provenance == .workedOut(from: .scimTokenExpires))
    let end = try #require(facts[.idpCertificateExpires]?.values.first.flatMap(Instant.init(day:)))
    #expect(facts[.idpCertificateReminder]?.values == [end.adding(days: -90).date])
    #expect(
      script.progress.datesAhead.map(\.reminder)
        == [.scimTokenReminder, .idpCertificateReminder].map { facts[$0]?.values.first })
    try script.answer(.scimTokenCreated, "2026-11-21")
    #expect(script.progress.facts[.scimTokenReminder]?.values == ["2027-08-23"])
  }

  @Test("that a secret was entered is remembered, and nothing of it")
  func secrets() throws {
    var script = Script()
    script.add(.secretEntered(.scimToken, on: "2026-11-21"))
    #expect(script.progress.secrets[.scimToken] == .init(on: "2026-11-21", actor: "ada", number: 1))
    #expect(script.progress.facts.isEmpty)
  }
}
