import Playbook
import Setup

extension MarkdownChecklist {
  /// Who does what: a table of the steps of each administrator for whom the document is.
  var overview: [String] {
    ["## Who does what"] + Actor.allCases.flatMap(steps(of:))
  }

  private func steps(of actor: Actor) -> [String] {
    let entries = checklist.entries.filter { $0.step.actor == actor && !$0.isNotApplicable }
    guard !entries.isEmpty else { return [] }
    let counts = progress == nil ? "\(entries.count) steps" : StepCounts(entries).summary
    let rows = entries.map { entry in
      [
        "\(entry.number). \(Markdown.text(entry.step.title))", Markdown.text(entry.step.place.console),
        checklist.outlook(of: entry).markdown(in: .cell),
      ]
    }
    return [
      "The \(Markdown.text(actor.title(in: playbook))): \(counts).",
      Markdown.table(["Step", "Where", progress == nil ? "After" : "State"], rows),
    ]
  }

  /// How people will sign in, as a diagram.
  var flow: [String] {
    guard let flow = checklist.signInFlow else { return [] }
    return [
      "## How people sign in", Markdown.text(checklist.signInFlowIntroduction),
      Markdown.block(flow.mermaid(in: playbook), language: "mermaid"),
    ]
  }
}
