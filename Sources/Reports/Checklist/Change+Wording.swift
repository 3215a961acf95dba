import Playbook
import Setup

extension Change {
  /// What is not as it was, and what it was.
  var wording: Wording {
    if let answer {
      return "a live answer speaks against it: \(value: answer.seen.text) (\(value: answer.command))"
    }
    let title = fact.definition.title
    if fact.definition.kind.isMetadataFile { return "another \(ours: title) was given" }
    let origin = source.map { " with another \($0.definition.title)" } ?? ""
    guard let now else { return "\(ours: title) has no value any more\(ours: origin); it was \(.values(then))" }
    return "\(ours: title) changed\(ours: origin): it was \(.values(then)), it is \(.values(now))"
  }
}
