import Console
import Playbook
import Setup

extension MarkdownChecklist {
  /// A step as an item of a task list. A step that the set-up does not need has no box.
  func item(_ entry: Checklist.Entry) -> String {
    let step = entry.step
    let line: String
    switch entry.progress?.state {
    case .notApplicable?: return "- \(self.line(of: entry))\n\n  _Not needed_: only if \(step.when.words.markdown())."
    case .done?: line = "- [x] \(self.line(of: entry))"
    case .skipped?: line = "- [ ] \(self.line(of: entry, isStruck: true))"
    case .stale?, .ready?, .waiting?, .undecided?, nil: line = "- [ ] \(self.line(of: entry))"
    }
    let blocks = state(of: entry) + notes(of: entry) + work(of: entry) + help(for: step)
    return ([line] + blocks.map(\.indented)).joined(separator: "\n\n")
  }

  /// What stands behind the box of a step: its title, who does it, and its id, which no renderer shows.
  func line(of entry: Checklist.Entry, isStruck: Bool = false) -> String {
    let strike = isStruck ? "~~" : ""
    let title = "\(strike)**\(entry.number). \(Markdown.text(entry.step.title))**\(strike)"
    return "\(title) — \(Markdown.text(entry.step.actor.title(in: playbook))) <!-- step: \(entry.step.id.rawValue) -->"
  }

  // MARK: Where it stands

  private func state(of entry: Checklist.Entry) -> [String] {
    guard let progress, let state = entry.progress?.state else { return [] }
    switch state {
    case .done(let closing): return ["**Done** \(progress.wording(closing).markdown())"]
    case .skipped(let skip):
      let reason: Wording = "\(Progress.wording(at: skip.at, by: skip.actor)): \(value: skip.reason.text)"
      return ["**Left out** \(reason.markdown())"]
    case .stale(let closing, let changes):
      let why = changes.map { "- \($0.wording.markdown())" }.joined(separator: "\n")
      return ["**Stale: do it again.** It was done \(progress.wording(closing).markdown()). Since then:", why]
    case .undecided(let facts):
      return ["**Open whether it is needed** until \(Markdown.text(checklist.naming(facts))) is known."]
    case .notApplicable, .waiting, .ready: return []
    }
  }

  private func notes(of entry: Checklist.Entry) -> [String] {
    (entry.progress?.notes ?? []).map { note in
      let text: Wording = "\(Progress.wording(at: note.at, by: note.actor)): \(value: note.text.text)"
      return "**Note** \(text.markdown())"
    }
  }

  // MARK: What to do

  private func work(of entry: Checklist.Entry) -> [String] {
    let step = entry.step
    var blocks: [String] = []
    if progress == nil, step.when != .always { blocks.append("**Only if** \(step.when.words.markdown()).") }
    let needs = checklist.needs(of: entry)
    if !needs.isEmpty { blocks.append("**First:** \(Markdown.text(checklist.naming(needs, for: step.actor))).") }
    blocks.append("**Where:** \(place(step.place))")
    blocks += step.why.map { checklist.wording($0).markdown() }
    blocks += step.warnings.map { "**Careful:** \(checklist.wording($0).markdown())" }
    blocks.append(
      step.instructions.enumerated().map { "\($0.offset + 1). \(checklist.wording($0.element).markdown())" }
        .joined(separator: "\n"))
    blocks += step.pastes.flatMap { paste($0, in: entry) }
    if !step.asks.isEmpty {
      blocks.append("**Write down:**")
      blocks.append(step.asks.map { "- \(question($0))" }.joined(separator: "\n"))
    }
    if !step.handsOn.isEmpty {
      let facts = step.handsOn.map { $0.definition.title }.enumeration
      blocks.append("**Hand on** to the \(Markdown.text("\(step.actor.other.title(in: playbook)): \(facts)")).")
    }
    blocks.append("**Proof:** \(checklist.proof(of: step).markdown()).")
    if let wait = step.wait { blocks.append("**Takes time:** \(checklist.wording(wait.words).markdown())") }
    return blocks
  }

  private func place(_ place: ConsolePath) -> String {
    let console = Markdown.text(place.console)
    let start = place.url.map { "[\(console)](\($0))" } ?? console
    func path(_ labels: [Label]) -> [String] { labels.map { ("\($0)" as Wording).markdown() } }
    let alternatives = place.alternatives.map { alternative in
      "\(Markdown.text(alternative.edition)): \(path(alternative.path).joined(separator: " › "))"
    }
    let main = ([start] + path(place.path)).joined(separator: " › ")
    return alternatives.isEmpty ? main : "\(main) (\(alternatives.joined(separator: "; ")))"
  }

  private func paste(_ paste: Paste, in entry: Checklist.Entry) -> [String] {
    let field = ("\(paste.field)" as Wording).markdown()
    switch paste.value {
    case .secret(let secret):
      let handling = handling(of: secret, in: .text, isEntered: true)
      return ["**Enter** into \(field): \(Markdown.text(secret.title)), \(handling)"]
    case .fact(let key):
      let title = Markdown.text(key.definition.title)
      let form = paste.form.words.map { ", \(Markdown.text($0))" } ?? ""
      guard let values = checklist.pasted(key, in: entry.step) else {
        let source = checklist.source(of: key).map { "; it comes from step \($0.number)" } ?? ""
        return ["**Enter** into \(field): the \(title)\(form), _not known yet_\(source)"]
      }
      let lines = values.map { SafeText($0).body }
      return ["**Enter** into \(field): the \(title)\(form)", Markdown.block(lines, language: "text")]
    }
  }

  private func question(_ question: Question) -> String {
    let key = question.fact
    let field: Wording = question.field.map { ", shown at \($0)" } ?? ""
    let value = checklist.values(of: key).map(Wording.values)?.markdown() ?? "_not known yet_"
    let prompt = checklist.wording(question.prompt).markdown()
    let marked = "<!-- value: \(key.rawValue) -->\(value)<!-- /value -->"
    return "\(Markdown.text(key.definition.title))\(field.markdown()): \(marked). \(prompt)"
  }

  // MARK: When it goes wrong

  private func help(for step: Step) -> [String] {
    var blocks: [String] = []
    if !step.pitfalls.isEmpty {
      blocks.append("<details><summary>If something goes wrong</summary>")
      blocks.append(
        step.pitfalls.map { pitfall in
          let doubt = pitfall.certainty == .believed ? " _(unconfirmed)_" : ""
          let cause = checklist.wording(pitfall.cause).markdown()
          return
            "- _\(Markdown.text(pitfall.symptom))_: \(cause) \(checklist.wording(pitfall.remedy).markdown())\(doubt)"
        }.joined(separator: "\n"))
      blocks.append("</details>")
    }
    if let undo = step.undo { blocks.append("**To undo:** \(checklist.wording(undo).markdown())") }
    let sources = step.sources.map { "[\(Markdown.text($0.title))](\($0.url)) (\($0.checked))" }
    blocks.append("**Sources:** \(sources.joined(separator: ", "))")
    return blocks
  }
}

extension String {
  /// The lines moved to the right, so that they stay in an item of a list; empty ones stay empty.
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
      .joined(separator: "\n")
  }
}
