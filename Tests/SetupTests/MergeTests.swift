import Playbook
import Testing

@testable import Setup

@Suite("Taking changes of a checklist back")
struct MergeTests {
  /// A set-up whose first step is done and whose third asks for a file.
  private static func begun() throws -> Script {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    try script.answer(.managementAccount, "111122223333")
    try script.close("account")
    return script
  }

  private func merge(
    _ id: StepID, into script: Script, after count: Int? = nil, _ change: (inout StepEdit) -> Void
  ) -> Merge.Verdict? {
    var edits = ChecklistEdits()
    var edit = StepEdit()
    change(&edit)
    edits.steps[id] = edit
    let outcomes = Merge(edits, madeAfter: count ?? script.events.count, into: script.progress, by: "bob", at: noon)
      .outcomes
    #expect(outcomes.count == 1)
    #expect(outcomes.first?.subject == .step(id))
    return outcomes.first?.verdict
  }

  private func events(_ verdict: Merge.Verdict?) -> [Event] {
    if case .taken(let events)? = verdict { events } else { [] }
  }

  private func conflicts(_ verdict: Merge.Verdict?) -> String {
    if case .conflict(let conflicts)? = verdict { conflicts.map(\.description).joined(separator: "\n") } else { "" }
  }

  private func refusals(_ verdict: Merge.Verdict?) -> [Refusal] {
    if case .refused(let refusals)? = verdict { refusals } else { [] }
  }

  // MARK: Ticks

  @Test("a tick closes what is proved by a word, and nothing else: the rules of closing hold")
  func ticks() throws {
    var script = try Self.begun()
    let closed = events(merge("look", into: script) { $0.isTicked = true })
    guard case .closed("look", .word(let reason, _))? = closed.first, closed.count == 1 else {
      Issue.record("\(closed)")
      return
    }
    #expect(reason.text == "ticked in an edited checklist")
    #expect(
      refusals(merge("aws-file", into: script) { $0.isTicked = true }).contains(.obstacle(.unanswered(.awsMetadata))))
    #expect(refusals(merge("last", into: script) { $0.isTicked = true }).contains { $0.description.contains("first") })
    script.add(.wished(.scim, false))
    #expect(refusals(merge("scim", into: script) { $0.isTicked = true }) == [.obstacle(.notApplicable)])
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    let compared = refusals(merge("register", into: script) { $0.isTicked = true })
    #expect(compared == [.obstacle(.notCompared([.acsURL, .issuerURL]))])
  }

  @Test("what the set-up says already is nothing to take, even where it was said since")
  func already() throws {
    var script = try Self.begun()
    let count = script.events.count
    try script.close("look")
    #expect(merge("look", into: script, after: count) { $0.isTicked = true } == .already)
    script.add(.reopened("look", reason: nil))
    #expect(merge("look", into: script, after: count + 1) { $0.isTicked = false } == .already)
    #expect(merge("account", into: script) { $0.values = [.managementAccount: ["1111-2222-3333"]] } == .already)
    script.add(.noted("look", try Statement("seen by all")))
    #expect(merge("look", into: script, after: count) { $0.notes = ["seen  by all"] } == .already)
  }

  @Test("a box that changed otherwise since the export is a conflict that says who did what")
  func boxConflicts() throws {
    var script = try Self.begun()
    let count = script.events.count
    script.add(.skipped("look", reason: try Statement("not wanted")), by: "grace")
    #expect(
      conflicts(merge("look", into: script, after: count) { $0.isTicked = true })
        == "since the export, on 2026-11-21, grace left out look: not wanted")
    // Left out at the export already: then only the editor changed anything.
    #expect(events(merge("look", into: script) { $0.isTicked = true }).count == 1)
    script.add(.reopened("account", reason: nil), by: "grace")
    try script.close("account")
    #expect(conflicts(merge("account", into: script, after: count) { $0.isTicked = false }).contains("closed account"))
    script.add(.started(Event.Start(sample)), by: "grace")
    #expect(conflicts(merge("look", into: script, after: count) { $0.isTicked = true }).contains("began the flow"))
  }

  @Test("a tick that was taken away opens the step again, with a reason")
  func untick() throws {
    let script = try Self.begun()
    let events = events(merge("account", into: script) { $0.isTicked = false })
    guard case .reopened("account", let reason?)? = events.first, events.count == 1 else {
      Issue.record("\(events)")
      return
    }
    #expect(reason.text.contains("edited checklist"))
  }

  // MARK: Values

  @Test("a value is read as in the wizard, and closes its step with the tick")
  func values() throws {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    let both = events(
      merge("account", into: script) {
        $0.values = [.managementAccount: ["1111-2222-3333"]]
        $0.isTicked = true
      })
    #expect(both.count == 2)
    #expect(both.last == .closed("account", .value(.managementAccount, ["111122223333"])))
    guard case .answered(let answer)? = both.first else { return }
    #expect(answer.values == ["111122223333"])
    #expect(answer.step == "account")
    for (key, entries, part) in [
      (FactKey.managementAccount, ["12"], "is not twelve digits"), (.region, ["eu-west-1"], "follows from"),
      (.awsMetadata, ["aws.xml"], "hand in the file itself"), (.managementAccount, [canary], "looks like a token"),
    ] {
      let refused = refusals(merge("account", into: script) { $0.values = [key: entries] })
      #expect(refused.count == 1)
      #expect(refused.first?.description.contains(part) == true, "\(refused)")
      #expect(refused.first?.description.contains(canary) == false)
    }
    #expect(merge("account", into: script) { $0.emptied = [.managementAccount] } == .already)
    try script.answer(.managementAccount, "111122223333")
    #expect(
      refusals(merge("account", into: script) { $0.emptied = [.managementAccount] }) == [.emptied(.managementAccount)])
  }

  @Test("a value that was given otherwise since is a conflict; one from before the export is replaced")
  func valueConflicts() throws {
    let script = try Self.begun()
    let change: (inout StepEdit) -> Void = { $0.values = [.managementAccount: ["999988887777"]] }
    #expect(
      conflicts(merge("account", into: script, after: 1, change))
        == "the management account was changed since the export, on 2026-11-21 by ada, to 111122223333")
    #expect(events(merge("account", into: script, change)).count == 1)
  }

  // MARK: All or nothing

  @Test("of a step all is taken or nothing; other steps do not mind")
  func allOrNothing() throws {
    let script = try Self.begun()
    var edits = ChecklistEdits()
    edits.steps["look"] = StepEdit()
    edits.steps["look"]?.isTicked = true
    edits.steps["look"]?.notes = ["token \(canary)", "fine"]
    edits.steps["groups"] = StepEdit()
    edits.steps["groups"]?.notes = ["fine"]
    edits.steps["scim"] = StepEdit()
    edits.steps["scim"]?.notes = ["fine"]
    edits.steps["scim"]?.unclear = ["it stands there twice"]
    let merge = Merge(edits, madeAfter: script.events.count, into: script.progress, by: "bob", at: noon)
    #expect(merge.outcomes.map(\.subject) == [.step("look"), .step("scim"), .step("groups")])
    #expect(refusals(merge.outcomes[0].verdict).map { $0.description.contains(canary) } == [false])
    #expect(merge.outcomes[1].verdict == .conflict([.unclear("it stands there twice")]))
    #expect(merge.outcomes[2].verdict == .taken([.noted("groups", try Statement("fine"))]))
  }

  @Test("a step may rest on what the same document closed before it")
  func order() throws {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    var edits = ChecklistEdits()
    for id in ["look", "account"] as [StepID] {
      edits.steps[id] = StepEdit()
      edits.steps[id]?.isTicked = true
    }
    edits.steps["account"]?.values = [.managementAccount: ["111122223333"]]
    let merge = Merge(edits, madeAfter: 1, into: script.progress, by: "bob", at: noon)
    #expect(merge.outcomes.map { events($0.verdict).count } == [2, 1])
  }

  @Test("more notes than are taken at once are refused")
  func manyNotes() throws {
    let script = try Self.begun()
    #expect(refusals(merge("look", into: script) { $0.notes = (0...20).map { "note \($0)" } }) == [.tooManyNotes])
  }

  // MARK: Marks

  @Test("a journal knows its own marks, and no other's")
  func marks() throws {
    var script = try Self.begun()
    let mark = script.progress.mark
    #expect(mark.events == script.events.count)
    #expect(script.progress.hasPassed(mark))
    script.add(.noted("look", try Statement("later")))
    #expect(script.progress.hasPassed(mark))
    #expect(script.progress.mark != mark)
    #expect(script.progress.asOf(mark.events).mark == mark)
    #expect(script.progress.beginning == 1)
    var other = Script()
    other.add(.started(Event.Start(sample)))
    #expect(!other.progress.hasPassed(mark))
    for count in [-1, 0, mark.events - 1, 99, Int.max] {
      #expect(!script.progress.hasPassed(JournalMark(events: count, digest: mark.digest)))
    }
  }

  @Test("what belongs to nothing is named, but never something that looks like a secret")
  func strays() {
    #expect(Stray(.step("accont"), line: 3).words(in: sample) == "there is no step 'accont'; did you mean 'account'?")
    #expect(!Stray(.step(canary), line: 3).words(in: sample).contains(canary))
    #expect(!Stray(.value(canary), line: 3).words(in: sample).contains(canary))
  }
}
