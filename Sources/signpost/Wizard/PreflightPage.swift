import Console
import Playbook
import Reports

/// The page before the first step: on one screen of 24 lines where the playbook allows for it.
struct PreflightPage {
  let preflight: Preflight

  /// The paragraphs, in order.
  var paragraphs: [StyledText] {
    let playbook = preflight.playbook
    let waits = preflight.waits.map { " \(ours: $0.plain())" as StyledText }.joined()
    let asked = preflight.asked.map { "\(ours: $0.definition.title)" as StyledText }.joined(separator: ", ")
    func running(_ phrases: [Phrase]) -> StyledText {
      phrases.map { "\(ours: $0.plain())" as StyledText }.joined(separator: " ")
    }
    return [
      // The rest of it stands in the checklist: this is one screen.
      running(Array(playbook.summary.prefix(2))),
      "\(.strong("Flow")): \(running(preflight.flow))",
      """
      \(.strong("People and time")): \(ours: preflight.people.plain()); about \(ours: preflight.workWords) of work, in \
      parts if you like.\(waits)
      """,
    ]
      + Actor.allCases.reversed().map(needs)
      + ["\(.strong("Asked for")): \(asked)"]
  }

  /// What one side has to have.
  private func needs(_ actor: Actor) -> StyledText {
    let items = preflight.playbook.prerequisites.filter { $0.actor == actor }.map { item in
      "\(ours: item.text.plain())\(ours: item.certainty == .believed ? " (not confirmed)" : "")" as StyledText
    }
    return "\(.strong("The \(ours: actor.title(in: preflight.playbook)) needs")): \(items.joined(separator: "; "))"
  }
}
