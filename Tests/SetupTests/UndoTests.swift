import Playbook
import Testing

@testable import Setup

/// Everything that a set-up comes to, beside its events.
struct Standing: Equatable {
  let facts: [FactKey: Fact]
  let states: [StepID: StepState]
  let notes: [StepID: [Note]]
  let wishes: Set<Wish>
  let answeredWishes: Set<Wish>
  let comparisons: [StepID: [FactKey: ClosingEvidence.Compared]]
  let secrets: [Secret: Progress.SecretEntry]
  let start: Event.Start?
  let postponed: [StepID: Postponement]

  init(_ progress: Progress) {
    facts = progress.facts
    states = Dictionary(uniqueKeysWithValues: progress.steps.map { ($0.id, $0.state) })
    notes = Dictionary(uniqueKeysWithValues: progress.steps.map { ($0.id, $0.notes) })
    wishes = progress.wishes
    answeredWishes = progress.answeredWishes
    comparisons = progress.comparisons
    secrets = progress.secrets
    start = progress.start
    postponed = Dictionary(
      uniqueKeysWithValues: progress.steps.compactMap { step in step.postponed.map { (step.id, $0) } })
  }
}

@Suite("Taking back")
struct UndoTests {
  /// The script with its last answer taken back.
  private func undone(_ script: Script) -> Script {
    var script = script
    script.add(.undone(script.progress.lastAnswer.map(\.number)))
    return script
  }

  @Test("after every event of a set-up: without its last answer it stands as if that had never been given")
  func everyPrefix() throws {
    var sitting = try Sitting(fixture: "okta")
    try sitting.follow()
    #expect(sitting.progress.isComplete)
    var prefix = Script()
    prefix.playbook = sitting.script.playbook
    var before: [Standing] = [Standing(prefix.progress)]
    for record in sitting.script.events {
      prefix.add(record.event)
      let group = prefix.progress.lastAnswer
      let numbers = group.map(\.number)
      #expect(numbers == Array(prefix.events.count - group.count..<prefix.events.count).map { $0 + 1 })
      if !group.isEmpty {
        let undone = undone(prefix).progress
        #expect(Standing(undone) == before[prefix.events.count - group.count], "\(record.event.words)")
        #expect(undone.history.count == prefix.events.count + 1)
      }
      before.append(Standing(prefix.progress))
    }
  }

  @Test("again and again: one answer after the other, each with what followed from it, up to the beginning")
  func again() throws {
    var sitting = try Sitting(fixture: "okta")
    try sitting.follow()
    var script = sitting.script
    let answers = script.events.filter { record in
      switch record.event {
      case .started, .secretEntered: false
      case .closed(_, .word): true
      case .closed: false
      default: true
      }
    }
    var taken: [RecordedEvent] = []
    while let cause = script.progress.lastAnswer.first {
      taken.append(cause)
      script = undone(script)
      let progress = script.progress
      // What is next has a question again: nothing of it would close by itself.
      if let next = progress.next, progress.answeredWishes.count == progress.playbook.wishes.count {
        let isAsked = next.step.asks.contains { progress.wants($0, in: next.step) }
        #expect(isAsked || progress.closable(next.id) == nil, "\(next.id)")
      }
    }
    #expect(taken.reversed() == answers)
    #expect(script.progress.counting.count { $0.event != .undone([]) && $0.number <= sitting.script.events.count } == 1)
    var fresh = Script()
    fresh.playbook = script.playbook
    fresh.add(.started(Event.Start(script.playbook)))
    #expect(Standing(script.progress) == Standing(fresh.progress))
    #expect(undone(script).progress.lastAnswer.isEmpty)
  }

  @Test("an answer goes with the closing and the secret that it brought about, and with no more")
  func groups() throws {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    #expect(script.progress.lastAnswer.isEmpty)
    try script.answer(.managementAccount, "111122223333")
    try script.close("account")
    #expect(script.progress.lastAnswer.map(\.number) == [2, 3])
    try script.close("look")
    script.add(.secretEntered(.scimToken, on: "2026-11-20"))
    #expect(script.progress.lastAnswer.map(\.number) == [4, 5])
    script.add(.noted("look", try Statement("x")))
    #expect(script.progress.lastAnswer.map(\.number) == [6])
    script = undone(script)
    #expect(script.progress.lastAnswer.map(\.number) == [4, 5])
    script = undone(script)
    #expect(script.progress.secrets.isEmpty && script.state("look") == .ready)
    try script.file(Metadata.aws(), as: .serviceProvider)
    #expect(script.progress.lastAnswer.map(\.number) == [9], "a taking back is no answer")
    script.add(.started(Event.Start(sample)))
    #expect(script.progress.lastAnswer.isEmpty, "what was before the beginning stays")
  }

  @Test("a comparison that came with the closing is an answer; one that was made before brought the closing about")
  func comparisons() throws {
    var script = Script()
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    let register = try #require(sample.step("register"))
    for key in [FactKey.acsURL, .issuerURL] {
      let text = script.progress.expectation(for: key, in: register)?.first ?? ""
      script.add(.compared("register", try script.progress.compare(text, for: key, in: register)))
    }
    var together = script
    script.add(.closed("register", try script.progress.closing("register")))
    #expect(script.progress.lastAnswer.map(\.number) == [5, 6])
    together.add(.undone([4, 5]))
    try together.close("register")
    #expect(together.progress.lastAnswer.map(\.number) == [7])
  }

  @Test("a beginning, a taking back, what cannot be read and what is still to come stay")
  func staying() throws {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    let odd = RecordedEvent(number: 2, at: "x", payload: Array(#"{"kind":"danced"}"#.utf8))
    script.add(odd.event)
    try script.answer(.managementAccount, "111122223333")
    script.add(.undone([3]))
    #expect(script.progress.facts.isEmpty)
    let before = Standing(script.progress)
    script.add(.undone([1, 2, 4, 5, 6, 7, 0, -1, .max]))
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    #expect(Standing(script.progress) != before)
    #expect(script.progress.counting.map(\.number) == [1, 2, 4, 5, 6])
    #expect(script.progress.takenBack(by: script.events[3]).map(\.number) == [3])
    #expect(script.progress.takenBack(by: script.events[4]).isEmpty)
    #expect(script.progress.takenBack(by: script.events[2]).isEmpty)
  }

  @Test("a reopening that was taken back has nothing asked again")
  func reopening() throws {
    var script = try Script.complete()
    let account = try #require(sample.step("account"))
    script.add(.reopened("account", reason: nil))
    #expect(script.progress.wants(account.asks[0], in: account))
    script = undone(script)
    #expect(!script.progress.wants(account.asks[0], in: account))
    #expect(script.progress.isComplete)
  }

  @Test("an edited checklist: what was done and taken back since the export is no conflict, what else changed is one")
  func merging() throws {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    try script.answer(.managementAccount, "111122223333")
    try script.answer(.managementAccount, "222233334444")
    let count = script.events.count
    func verdict(_ value: String, _ script: Script) -> Merge.Verdict? {
      var edits = ChecklistEdits()
      var edit = StepEdit()
      edit.values = [.managementAccount: [value]]
      edits.steps["account"] = edit
      return Merge(edits, madeAfter: count, into: script.progress, by: "bob", at: noon).outcomes.first?.verdict
    }
    var restored = script
    try restored.answer(.managementAccount, "333344445555")
    guard case .conflict? = verdict("444455556666", restored) else {
      Issue.record("no conflict")
      return
    }
    restored = undone(restored)
    guard case .taken? = verdict("444455556666", restored) else {
      Issue.record("not taken")
      return
    }
    script = undone(script)
    guard case .conflict(let conflicts)? = verdict("444455556666", script) else {
      Issue.record("no conflict")
      return
    }
    #expect(conflicts.map(\.description) == ["since the export, on 2026-11-21, ada took back the event 3"])
    #expect(verdict("111122223333", script) == .already)
  }
}
