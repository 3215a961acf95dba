public import Playbook

/// Why a change in a checklist cannot be taken, although nothing contradicts it.
public enum Refusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// The step cannot be closed by a tick.
  case obstacle(Obstacle)
  /// A value is not taken.
  case value(FactKey, Rejection)
  /// A note is not taken.
  case note(Rejection)
  /// A file has to be handed in itself.
  case file(FactKey)
  /// The value follows from another one.
  case derived(FactKey, from: FactKey)
  /// A value can be replaced, not taken away.
  case emptied(FactKey)
  /// More notes than are taken at once.
  case tooManyNotes

  /// What is wrong and what to do, in one line: untrusted text.
  public var description: String {
    switch self {
    case .obstacle(let obstacle): obstacle.description
    case .value(let key, let rejection): "\(key.rawValue): \(rejection.inDocument)"
    case .note(let rejection): "the note: \(rejection.inDocument)"
    case .file(let key): "a \(key.definition.title) has to be read and judged; hand in the file itself"
    case .derived(let key, let source):
      "the \(key.definition.title) follows from the \(source.definition.title); give that instead"
    case .emptied(let key): "the \(key.definition.title) cannot be taken away; give another value"
    case .tooManyNotes: "more than \(Merge.mostNotes) notes were added, and no more are taken at once; join them"
    }
  }
}
