import Synchronization

/// The findings of one document in its order, in whatever order its parts are judged.
final class Ledger: Sendable {
  private let judge: Judge
  private let path: String
  private let entries = Mutex(Entries())

  private struct Entries {
    var findings: [Finding] = []
    var partialSignatures = 0
    var isFull = false
    /// Places that were reserved, and how many of them, from the first on, have been settled.
    var reserved = 0
    var settled = 0
    /// What was settled before something in front of it.
    var early: [Int: [Finding]] = [:]
  }

  init(judge: Judge, path: String) {
    self.judge = judge
    self.path = path
  }

  /// Everything that was found, where all has been settled.
  var findings: [Finding] { entries.withLock { $0.findings } }

  /// Signatures over parts of the document, in the entities that were judged on their own.
  var partialSignatures: Int { entries.withLock { $0.partialSignatures } }

  /// Nothing more is judged.
  var isFull: Bool { entries.withLock { $0.isFull } }

  /// Every place that was reserved has been settled.
  var isSettled: Bool { entries.withLock { $0.settled == $0.reserved } }

  /// Keeps a place for what is going to be found.
  func reserve() -> Int {
    entries.withLock { entries in
      entries.reserved += 1
      return entries.reserved - 1
    }
  }

  /// Says what was found for a place.
  func settle(_ place: Int, _ findings: [Finding], partialSignatures: Int = 0) {
    entries.withLock { entries in
      entries.partialSignatures += partialSignatures
      guard place == entries.settled else { return entries.early[place] = findings }
      entries.settled += 1
      append(findings, to: &entries)
      while !entries.early.isEmpty, let next = entries.early.removeValue(forKey: entries.settled) {
        entries.settled += 1
        append(next, to: &entries)
      }
    }
  }

  /// Adds what was found behind everything that has a place.
  func add(_ findings: [Finding]) { settle(reserve(), findings) }

  private func append(_ findings: [Finding], to entries: inout Entries) {
    let room = Judge.mostFindings - entries.findings.count
    guard !entries.isFull, !findings.isEmpty else { return }
    entries.findings += findings.prefix(room)
    guard findings.count > room else { return }
    entries.isFull = true
    entries.findings += judge.findings(entityID: nil, provider: nil, file: path) { rule, findings in
      guard rule.id == Rule.limitExceeded.id else { return }
      findings.report(
        "more than \(Judge.mostFindings) findings; the rest of the file was not judged: leave out the rule that finds most "
          + "(--ignore)", at: .start)
    }
  }
}
