#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Playbook
import Support
import Testing

@Suite("The wizard: killed at any moment")
struct WizardKillTests {
  /// How often; `make kills` asks for a thousand.
  private static let rounds = ProcessInfo.processInfo.environment["SIGNPOST_KILLS"].flatMap(Int.init) ?? 60

  /// The process is killed at a random moment while a person types answers ahead, and started again, over and over, until
  /// set-up after set-up is done. What the wizard had acknowledged — its next question was there — is never asked again.
  @Test("no acknowledged answer is ever lost")
  func random() throws {
    var chance = Chance(seed: 0x5167_6E70_6F73_7421)
    var kills = 0
    var finished = 0
    var torn = 0
    while kills < Self.rounds {
      try TemporaryDirectory.with { directory in
        let store = directory.path("store")
        var acknowledged = 0
        while acknowledged < Operator.exchanges.count, kills < Self.rounds {
          let session = try WizardSession(store: store)
          let place = try session.whereabouts(from: acknowledged)
          #expect(place >= acknowledged, "question \(acknowledged) was acknowledged, and question \(place) is asked")
          if place > acknowledged { torn += 1 }
          acknowledged = place
          let ahead = min(Int(chance.next(below: 5)) + 1, Operator.exchanges.count - place)
          try session.terminal.send(Operator.exchanges[place..<(place + ahead)].map { $0.answer + "\n" }.joined())
          session.terminal.pause(microseconds: UInt32(chance.next(below: 40_000)))
          session.terminal.kill(9)
          guard try session.terminal.waitForExit() == .signalled(9) else {
            acknowledged = Operator.exchanges.count
            break
          }
          kills += 1
          acknowledged = session.lastQuestion(from: place)
        }
        if acknowledged == Operator.exchanges.count {
          finished += 1
          #expect(try StatusDocument.read(store: store).complete)
        }
      }
    }
    // Answers that were on the disk before the question after them was drawn: the kill did hit in between.
    print(
      "figure: wizard: killed \(kills) times in \(finished) set-ups that came to their end; \(torn) times before an acknowledgement"
    )
  }
}

extension WizardSession {
  /// Waits for a question, and says which one it is.
  ///
  /// - Parameter first: the earliest that it can be.
  fileprivate func whereabouts(from first: Int) throws -> Int {
    let all = Operator.exchanges
    var found: Int?
    try terminal.wait(for: "a question, or the end") { received in
      let text = String(decoding: received, as: UTF8.self).unwrapped
      if text.contains(Said.done) {
        found = all.count
        return true
      }
      found = all.indices.first { text.hasSuffix(all[$0].prompt.unwrapped) }
      return found != nil
    }
    return found ?? first
  }

  /// The last question that was drawn before the end of the transcript.
  fileprivate func lastQuestion(from first: Int) -> Int {
    let text = shown
    if text.contains(Said.done) { return Operator.exchanges.count }
    var rest = text[...]
    var last = first
    for index in Operator.exchanges.indices.dropFirst(first) {
      guard let range = rest.firstRange(of: Operator.exchanges[index].prompt.unwrapped) else { break }
      last = index
      rest = rest[range.upperBound...]
    }
    return last
  }
}
