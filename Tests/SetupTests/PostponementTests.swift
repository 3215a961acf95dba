import Playbook
import SAML
import Testing

@testable import Setup

@Suite("Postponed steps")
struct PostponementTests {
  private static func later(_ minutes: Int64) -> Instant { Instant(seconds: noon.seconds + minutes * 60) }

  private static func begun() -> Script {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    return script
  }

  private func progress(_ script: Script, at now: Instant) -> Progress {
    Progress(script.events, playbook: sample, now: now)
  }

  @Test("it is passed over until its time has come, and is then next at its place again")
  func passedOver() throws {
    var script = Self.begun()
    script.add(.postponed("account", until: Self.later(25)), by: "grace")
    let now = script.progress
    #expect(now.next?.id == "aws-file")
    #expect(now["account"]?.state == .ready)
    #expect(
      now["account"]?.postponed
        == Postponement(until: Self.later(25), actor: "grace", at: script.events[1].at, number: 2))
    #expect(now.postponed.map(\.id) == ["account"])
    #expect(now.counts == Self.begun().progress.counts)
    let before = progress(script, at: Instant(seconds: Self.later(25).seconds - 1))
    #expect(before.next?.id == "aws-file")
    let then = progress(script, at: Self.later(25))
    #expect(then.next?.id == "account")
    #expect(then.postponed.isEmpty && then["account"]?.postponed != nil)
  }

  @Test("a stale step too; with nothing else to do nothing is next, and the set-up is not complete")
  func stale() throws {
    var script = try Script.complete()
    script.add(.postponed("account", until: Self.later(60)))
    #expect(script.progress.postponed.isEmpty, "what is done need not be put aside")
    try script.answer(.managementAccount, "222233334444")
    script.add(.postponed("account", until: Self.later(60)))
    script.add(.postponed("look", until: Self.later(30)))
    #expect(script.state("account")?.name == "stale" && script.state("look")?.name == "stale")
    #expect(script.progress.next == nil)
    #expect(!script.progress.isComplete)
    #expect(script.progress.postponed.map(\.id) == ["look", "account"], "the soonest first")
    #expect(progress(script, at: Self.later(30)).next?.id == "look")
  }

  @Test("postponed again: the last time counts, also an earlier one")
  func again() {
    var script = Self.begun()
    script.add(.postponed("account", until: Self.later(60)))
    script.add(.postponed("account", until: Self.later(5)))
    #expect(script.progress["account"]?.postponed?.until == Self.later(5))
  }

  @Test("closing, leaving out, reopening, taking back and beginning anew end it; another flow's beginning does not")
  func ended() throws {
    var script = Self.begun()
    try script.answer(.managementAccount, "111122223333")
    script.add(.postponed("account", until: Self.later(60)))
    func isPostponed(_ change: (inout Script) throws -> Void) rethrows -> Bool {
      var copy = script
      try change(&copy)
      return copy.progress["account"]?.postponed != nil
    }
    #expect(isPostponed { _ in })
    #expect(isPostponed { $0.add(.started(Event.Start(.oktaTokenRenewal))) })
    #expect(isPostponed { $0.add(.noted("account", Statement(recorded: "x"))) })
    #expect(try !isPostponed { try $0.close("account") })
    #expect(!isPostponed { $0.add(.skipped("account", reason: Statement(recorded: "x"))) })
    #expect(!isPostponed { $0.add(.reopened("account", reason: nil)) })
    #expect(!isPostponed { $0.add(.started(Event.Start(sample))) })
    #expect(script.progress.lastAnswer.map(\.number) == [3])
    #expect(!isPostponed { $0.add(.undone([3])) })
  }

  @Test(
    "lengths of time",
    arguments: [
      ("30m", 30), ("2h", 120), ("1d", 1_440), ("90", 90), ("1", 1), (" 5 M ", 5), ("30d", 43_200), ("43200", 43_200),
    ] as [(String, Int64)])
  func lengths(text: String, minutes: Int64) throws {
    #expect(try Postponement.read(text, now: noon) == Self.later(minutes))
  }

  @Test(
    "what is no length of time says what was expected",
    arguments: [
      ("", "is no length of time"), ("h", "is no length of time"), ("-5m", "is no length of time"),
      ("1.5h", "is no length of time"), ("tomorrow", "is no length of time"), ("5 m m", "is no length of time"),
      ("٣m", "is no length of time"), ("9999999", "is no length of time"), ("0m", "is less than a minute"),
      ("31d", "is more than 30 days"), ("721h", "is more than 30 days"), ("43201", "is more than 30 days"),
    ])
  func refused(text: String, problem: String) {
    #expect { try Postponement.read(text, now: noon) } throws: { error in
      (error as? Rejection)?.description
        == "the answer \(problem); expected: a time from 1 minute to 30 days, such as 30m, 2h or 1d; give a number with "
        + "m, h or d; without a letter it counts minutes"
    }
  }

  @Test(
    "what is left, in words",
    arguments: [
      (-1, "1 minute ago"), (-7_200, "2 hours ago"), (0, "now"),
      (1, "in 1 minute"), (60, "in 1 minute"), (61, "in 2 minutes"), (1_500, "in 25 minutes"),
      (3_600, "in 1 hour"), (5_400, "in 90 minutes"), (7_200, "in 2 hours"), (10_900, "in 3 hours"),
      (86_400, "in 1 day"), (90_000, "in 25 hours"), (172_800, "in 2 days"), (2_592_000, "in 30 days"),
      (.max, "in 106751991167301 days"),
    ] as [(Int64, String)])
  func distance(seconds: Int64, words: String) {
    let until = Instant(seconds: seconds == .max ? .max : seconds)
    let postponement = Postponement(until: until, actor: "", at: "", number: 1)
    #expect(postponement.until.distance(from: Instant(seconds: 0)) == words)
  }

  @Test("time passes for an open set-up: with each event, and when it is told")
  func clock() throws {
    let scratch = try Scratch()
    var setup = try Setup.create(SetupName("acme"), in: scratch.store(), playbook: .okta, by: "ada", at: noon)
    let first = try #require(setup.progress.next?.id)
    try setup.record(.postponed(first, until: Self.later(25)), by: "ada", at: noon)
    #expect(setup.progress.next?.id != first)
    setup.refresh(now: Self.later(25))
    #expect(setup.progress.now == Self.later(25) && setup.progress.next?.id == first)
    setup.refresh(now: noon)
    #expect(setup.progress.next?.id != first)
    try setup.record(.wished(.scim, true), by: "ada", at: Self.later(30))
    #expect(setup.progress.now == Self.later(30) && setup.progress.next?.id == first)
    try setup.begin(.oktaTokenRenewal, by: "ada", at: Self.later(40))
    #expect(setup.progress.now == Self.later(40))
  }
}
