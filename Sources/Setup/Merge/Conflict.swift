import Playbook

/// How a change in a checklist and the set-up contradict each other.
public enum Conflict: Error, Sendable, Equatable, CustomStringConvertible {
  /// This happened to the same thing since the export.
  case changed(RecordedEvent)
  /// The value was given otherwise since the export.
  case value(Fact)
  /// The document says two things, or cannot be read.
  case unclear(String)

  /// What contradicts the change, in one line: untrusted text.
  public var description: String {
    switch self {
    case .changed(let record): "since the export, on \(record.at.prefix(10)), \(record.actor) \(record.event.words)"
    case .value(let fact):
      "the \(fact.key.definition.title) was changed since the export, on \(fact.at.prefix(10)) by \(fact.actor), to "
        + (fact.values.isEmpty ? "nothing" : fact.values.joined(separator: ", "))
    case .unclear(let words): words
    }
  }
}
