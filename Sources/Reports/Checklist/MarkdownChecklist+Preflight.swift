import Playbook
import Setup

extension MarkdownChecklist {
  /// Who is needed, how long it takes, which flow it is and what has to be in place, before the first step.
  var preflight: [String] {
    let source = checklist.values(of: .identitySource)?.first.flatMap(IdentitySource.init(rawValue:))
    let preflight = Preflight(playbook, source: source)
    let flow = preflight.flow.map { checklist.wording($0).markdown() }.joined(separator: " ")
    let waits = preflight.waits.map { " " + checklist.wording($0).markdown() }.joined()
    let lines = [
      "**Flow:** \(flow)",
      "**People:** \(checklist.wording(preflight.people).markdown())",
      "**Time:** about \(Markdown.text(preflight.workWords)) of work, in parts if you like.\(waits)",
      "**Asked for:** \(Markdown.text(preflight.asked.map(\.definition.title).joined(separator: ", ")))",
    ]
    return ["## Before you begin", lines.map { "- " + $0 }.joined(separator: "\n")] + prerequisites
  }

  private var prerequisites: [String] {
    let sides = Actor.allCases.filter { checklist.audience.actor.map { [$0] }?.contains($0) ?? true }
    return sides.flatMap { actor -> [String] in
      let items = playbook.prerequisites.filter { $0.actor == actor }.map { prerequisite in
        let doubt = prerequisite.certainty == .believed ? " _(unconfirmed)_" : ""
        return "- \(checklist.wording(prerequisite.text).markdown())\(doubt)"
      }
      guard !items.isEmpty else { return [] }
      return ["The \(Markdown.text(actor.title(in: playbook))) needs:", items.joined(separator: "\n")]
    }
  }
}
