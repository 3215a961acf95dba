import Platform
import Playbook
import SAML
import Setup
import Support

/// What lies in a place with a store in it, as it is read afterwards.
struct StoreState: Equatable {
  /// The payloads of the journal, in order.
  let events: [String]
  /// Where each step stands, by id.
  let steps: [String: String]
  /// The values of the facts; % is the place.
  let facts: [String: [String]]
  /// What lies beside the journal, by path.
  let others: [String: [UInt8]]

  /// Where nothing was begun, as after a process that died early, there are no events and no steps.
  ///
  /// - Throws: Where the journal cannot be read or is damaged.
  init(place: String) throws {
    let store = try SetupStore(
      option: place + "/store", environment: { _ in nil }, currentDirectory: "/", isDirectory: { _ in false })
    let name = try SetupName("okta")
    if TestFile.exists(store.path(of: name)) {
      let reading = try Journal.read(path: store.path(of: name))
      if case .damaged(let damage) = reading.problem { throw SupportFailure("frame \(damage.frame) is damaged") }
      events = reading.frames.map { String(decoding: $0.payload, as: UTF8.self) }
    } else {
      events = []
    }
    if events.isEmpty {
      (steps, facts) = ([:], [:])
    } else {
      let setup = try Setup.openReadOnly(name, in: store, now: Instant(seconds: 0))
      steps = Dictionary(setup.progress.steps.map { ($0.id.rawValue, $0.state.name) }) { $1 }
      facts = Dictionary(
        setup.progress.facts.map { ($0.rawValue, $1.values.map { $0.replacing(place, with: "%") }) }
      ) { $1 }
    }
    var others: [String: [UInt8]] = [:]
    for path in try Directory.entries(of: place).filter({ $0.kind == .regular }).map({ place + "/" + $0.name })
      + ((try? Directory.entries(of: place + "/store")) ?? []).map({ place + "/store/" + $0.name })
    where !path.hasSuffix(".journal") {
      others[String(path.dropFirst(place.count + 1))] = try TestFile.read(path)
    }
    self.others = others
  }

  /// The same but for how often the same was noted, what a process that was killed left lying, and copies of torn ends.
  func isAsGood(as other: StoreState) -> Bool {
    func kept(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
      files.filter { !$0.key.contains(".signpost-") && !$0.key.contains(".torn-") }
    }
    return steps == other.steps && facts == other.facts && kept(others) == kept(other.others)
  }
}
