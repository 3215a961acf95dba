#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Platform
import Support
import Synchronization
import Testing

@Suite(
  "Each call of the system that touches a store fails in turn", .enabled(if: TestTool.isHere("strace")),
  .timeLimit(.minutes(60)))
struct SystemCallFaultTests {
  /// Whether all of them are run, as `make faults` does, or a few of each command.
  private static let isExhaustive = ProcessInfo.processInfo.environment["SIGNPOST_FAULTS"] == "all"

  @Test("what was acknowledged is there, what was not is said, and the same command goes on afterwards")
  func inTurn() throws {
    try TemporaryDirectory.with { directory in
      let tally = Tally()
      for command in try FaultedCommand.all(in: directory) {
        let (all, before, after) = try FaultCase.all(of: command, in: directory.path("undisturbed"))
        // An odd step, so that each kind of fault comes.
        let step = Self.isExhaustive ? 1 : (all.count / 3) | 1
        let cases = stride(from: 0, to: all.count, by: step).map { all[$0] }
        Crew(jobs: Crew.processors).forEach(below: cases.count) { number in
          let place = directory.path("case-\(number)")
          let outcome: FaultCase.Outcome
          do {
            outcome = try cases[number].outcome(in: place, before: before, after: after)
          } catch {
            outcome = .failed("\(error)")
          }
          try? TestFile.removeAll(place)
          tally.count(outcome, of: cases[number])
        }
      }
      for failure in tally.failures { Issue.record("\(failure)") }
      #expect(tally.count(of: .unnoticed) > 0 && tally.count(of: .refused) > 0 && tally.count(of: .killed) > 0)
      print(tally.line)
    }
  }

  /// How the cases went, counted from several threads.
  private final class Tally: Sendable {
    private let outcomes = Mutex<[(FaultCase, FaultCase.Outcome)]>([])

    func count(_ outcome: FaultCase.Outcome, of fault: FaultCase) {
      outcomes.withLock { $0.append((fault, outcome)) }
    }

    func count(of outcome: FaultCase.Outcome) -> Int { outcomes.withLock { $0.count { $0.1 == outcome } } }

    var failures: [String] {
      outcomes.withLock { all in
        all.compactMap { if case .failed(let why) = $0.1 { "\($0.0): \(why)" } else { nil } }
      }
    }

    var line: String {
      let all = outcomes.withLock { $0 }
      let calls = Set(all.map { "\($0.0.command.name) \($0.0.call) \($0.0.number)" }).count
      let commands = Set(all.map(\.0.command.name)).count
      return """
        figure: failing calls: \(all.count) faults in \(calls) calls of \(commands) commands, each seen to happen: \(count(of: .unnoticed)) \
        unnoticed, \(count(of: .refused)) refused, \(count(of: .killed)) killed; \(failures.count) wrong
        """
    }
  }
}
