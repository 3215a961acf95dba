#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Platform
import Playbook
import Setup
import Support
import Synchronization
import Testing

@Suite("Commands that ask nothing: killed at any moment", .timeLimit(.minutes(60)))
struct CommandKillTests {
  /// How often; `make kills` asks for ten thousand.
  private static let rounds = ProcessInfo.processInfo.environment["SIGNPOST_COMMAND_KILLS"].flatMap(Int.init) ?? 30
  /// How often one set-up is written to, so that reading it never takes long.
  private static let notes = 12

  @Test("what was read from the journal once is there for good, and each set-up comes to its end")
  func random() throws {
    let tally = Mutex(Tally())
    Crew(jobs: Crew.processors).forEach(below: Crew.processors) { number in
      var life = Life(seed: 0x5167_6E70_6F73_7421 &+ UInt64(number), rounds: Self.rounds / Crew.processors)
      do {
        while life.isUnfinished { try TemporaryDirectory.with { try life.run(in: $0, notes: Self.notes) } }
      } catch {
        life.tally.failures.append("\(error)")
      }
      tally.withLock { $0.add(life.tally) }
    }
    let all = tally.withLock { $0 }
    for failure in all.failures { Issue.record("\(failure)") }
    #expect(all.kills >= Self.rounds / Crew.processors * Crew.processors)
    print(all.line)
  }
}

/// Where the kills landed.
private struct Tally {
  /// Before the command had written anything, after it had written and before it ended, and after its end.
  var before = 0
  var during = 0
  var after = 0
  /// Of those that landed during: how often half a line was left.
  var torn = 0
  var finished = 0
  var failures: [String] = []

  var kills: Int { before + during }

  mutating func add(_ other: Tally) {
    before += other.before
    during += other.during
    after += other.after
    torn += other.torn
    finished += other.finished
    failures += other.failures
  }

  var line: String {
    """
    figure: kill -9: \(kills) in \(finished) set-ups: \(before) before the first event of the command, \(during) between its \
    events or before its end (\(torn) half a line); \(after) more came after its end; \(failures.count) wrong
    """
  }
}

/// Set-ups that are begun, finished and written to by commands that are killed again and again.
private struct Life {
  let rounds: Int
  var tally = Tally()
  private var chance: Chance
  private var known: [Journal.Frame] = []
  /// How long a command of that name takes, in microseconds, as it was last seen: kills are spread over that.
  private var spans: [String: UInt64] = [:]

  /// As long as there are kills to come, or none has hit a command between two events.
  var isUnfinished: Bool { tally.kills < rounds || tally.during == 0 && tally.failures.isEmpty }

  init(seed: UInt64, rounds: Int) {
    self.rounds = rounds
    chance = Chance(seed: seed)
  }

  mutating func run(in directory: TemporaryDirectory, notes: Int) throws {
    known = []
    let store = directory.path("store")
    let setUp = ["setup", "okta", "--no-input", "--answers", Signpost.root + "/Fixtures/answers-okta.json"]
    while isUnfinished, try !isDone(setUp, store) {}
    let note = ["step", "note", "--reason", "x"] + Playbook.okta.steps.map(\.id.rawValue)
    for _ in 0..<notes where isUnfinished { _ = try isDone(note, store) }
    for command in [setUp, note] where try !isDone(command, store, isKilled: false) {
      tally.failures.append("\(command.joined(separator: " ")) does not go on")
    }
    tally.finished += 1
  }

  /// Runs a command that is killed at a random moment, and says whether it was done before.
  private mutating func isDone(_ command: [String], _ store: String, isKilled: Bool = true) throws -> Bool {
    let span = spans[command[0]] ?? 300_000
    let moment = isKilled ? chance.next(below: span) : 60_000_000
    let start = ContinuousClock.now
    let outcome = try ChildProcess.run(
      executable: try Support.binary(named: "signpost"),
      arguments: command + ["--store", store, "--now", Signpost.now, "--color", "never"],
      environment: Signpost.environment, deadline: .microseconds(moment), outputLimit: 1 << 20)
    let path = store + "/okta.journal"
    let reading = TestFile.exists(path) ? try Journal.read(path: path) : nil
    let frames = reading?.frames ?? []
    if case .damaged(let damage)? = reading?.problem { tally.failures.append("damaged: \(damage)") }
    if !frames.starts(with: known) { tally.failures.append("\(known.count) events were there, \(frames.count) are") }
    let new = frames.count - known.count
    known = frames
    let text = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
    switch outcome.ending {
    case .exited(status: 0):
      if isKilled { tally.after += 1 }
      if command[0] == "step", new < Playbook.okta.steps.count { tally.failures.append("\(new) notes are kept") }
      spans[command[0]] = UInt64((ContinuousClock.now - start) / .microseconds(1))
      return true
    case .deadlinePassed where isKilled:
      let said = text.split(separator: "\n").count { $0.hasPrefix("[x] ") }
      let closed = frames.count { String(decoding: $0.payload, as: UTF8.self).contains("\"kind\":\"closed\"") }
      if closed < said { tally.failures.append("\(said) steps were said to be closed, \(closed) are") }
      if new > 0 {
        tally.during += 1
      } else {
        tally.before += 1
        // Commands take longer under load.
        spans[command[0]] = span + span / 10
      }
      if case .torn? = reading?.problem { tally.torn += 1 }
      return false
    default:
      tally.failures.append("\(command[0]) ended by \(outcome.ending): \(text.suffix(300))")
      return false
    }
  }
}
