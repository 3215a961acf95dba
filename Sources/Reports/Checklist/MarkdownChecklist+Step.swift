import Console
import Playbook
import Setup

extension MarkdownChecklist {
  /// A step as an item of a task list. A step that the set-up does not need has no box.
  func item(_ entry: Checklist.Entry) -> String {
    let step = entry.step
    let title = "**\(entry.number). \(Markdown.text(step.title))**"
    let tail = " — \(Markdown.text(step.actor.title(in: playbook))) <!-- step: \(step.id.rawValue) -->"
    let line: String
    switch entry.progress?.state {
    case .notApplicable?: return "- \(title)\(tail)\n\n  _Not needed_: only if \(step.when.words.markdown())."
    case .done?: line = "- [x] \(title)\(tail)"
    case .skipped?: line = "- [ ] ~~\(title)~~\(tail)"
    case .stale?, .ready?, .waiting?, .undecided?, nil: line = "- [ ] \(title)\(tail)"
    }
    let blocks = state(of: entry) + notes(of: entry) + work(of: entry) + help(for: step)
    return ([line] + blocks.map(\.indented)).joined(separator: "\n\n")
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
      let titles = facts.map { "the \($0.definition.title)" }.enumeration
      return ["**Open whether it is needed** until \(Markdown.text(titles)) is known."]
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
    if !needs.isEmpty { blocks.append("**First:** \(Markdown.text(naming(needs, for: step.actor))).") }
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
    blocks.append("**Proof:** \(proof(of: step).markdown()).")
    if let wait = step.wait { blocks.append("**Takes time:** \(checklist.wording(wait).markdown())") }
    return blocks
  }

  /// The steps by number; those of the other side by name, since their text may not be in this document.
  private func naming(_ needs: [Checklist.Entry], for actor: Actor) -> String {
    let own = needs.filter { $0.step.actor == actor }
    let others = needs.filter { $0.step.actor != actor }
    let named = others.map { "step \($0.number) of the \($0.step.actor.title(in: playbook)) (\($0.step.title))" }
    return ((own.isEmpty ? [] : [own.numbers]) + named).enumeration
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
      return ["**Enter** into \(field): \(Markdown.text(secret.title)), \(handling(of: secret, in: .text))"]
    case .fact(let key):
      let title = Markdown.text(key.definition.title)
      let form = paste.form.words.map { ", \(Markdown.text($0))" } ?? ""
      guard let values = progress?.expectation(for: key, in: entry.step) else {
        let giver = playbook.step(giving: key).flatMap { checklist.entry($0.id) }
        let source = giver.map { "; it comes from step \($0.number)" } ?? ""
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

  /// What proves the step, as a clause without a full stop.
  private func proof(of step: Step) -> Wording {
    switch step.proof {
    case .metadata(let key): "no rule finds an error in the \(ours: key.definition.title)"
    case .value(let key): "the \(ours: key.definition.title) has the right form and agrees with the metadata"
    case .pair: "both metadata files, judged together, show no error"
    case .shown(let keys):
      "the console now shows \(keys.map { expectation($0, in: step) }.list(" and "))"
    case .word(let see): "you see: \(checklist.wording(see))"
    }
  }

  private func expectation(_ key: FactKey, in step: Step) -> Wording {
    let title: Wording = "the \(ours: key.definition.title)"
    guard let values = progress?.expectation(for: key, in: step) else { return title }
    return "\(title) \(.values(values))"
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

extension Paste.Form {
  /// What is done to a value before it is entered; nil where nothing is.
  fileprivate var words: String? {
    switch self {
    case .asIs: nil
    case .withoutTrailingSlash: "without a slash at its end"
    case .singleACSURL:
      """
      only one: that of signin.aws.amazon.com where the instance has it, else the IPv4 one of the primary Region
      """
    }
  }
}

extension String {
  /// The lines moved to the right, so that they stay in an item of a list; empty ones stay empty.
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
      .joined(separator: "\n")
  }
}
