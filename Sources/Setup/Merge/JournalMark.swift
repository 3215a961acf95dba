import Playbook
import SAML

/// How far a journal had come at one moment: what an export carries, so that it is known later what it was made from.
public struct JournalMark: Sendable, Equatable {
  /// How many events there were.
  public let events: Int
  /// SHA-256 over these events, in hexadecimal digits.
  public let digest: String

  /// A mark as it was read.
  public init(events: Int, digest: String) {
    self.events = events
    self.digest = digest
  }
}

extension Progress {
  /// The mark of this moment.
  public var mark: JournalMark { mark(at: history.count) }

  /// Whether the journal of this progress has come past that mark, so that the mark is one of its own.
  public func hasPassed(_ mark: JournalMark) -> Bool {
    (0...history.count).contains(mark.events) && self.mark(at: mark.events) == mark
  }

  /// Where the set-up stood after its first events.
  public func asOf(_ count: Int) -> Progress {
    Progress(Array(history.prefix(count)), playbook: playbook, now: now)
  }

  /// How many events there were when this flow was begun the last time, the beginning included.
  public var beginning: Int { history.firstIndex { $0.number == began }.map { $0 + 1 } ?? 0 }

  private func mark(at count: Int) -> JournalMark {
    var bytes: [UInt8] = []
    for record in history.prefix(count) {
      bytes += Array("\(record.number) \(record.at) \(record.payload.count)\n".utf8)
      bytes += record.payload
    }
    return JournalMark(events: count, digest: Digest.sha256(bytes.span).description)
  }
}
