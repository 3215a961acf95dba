import Playbook
import Setup

extension HTMLChecklist {
  /// A step. One that the set-up does not need has no box, and one that is done keeps what was to be done for itself.
  func article(_ entry: Checklist.Entry) -> HTML {
    let step = entry.step
    let work = whatToDo(entry) + help(for: step)
    let body: HTML
    switch entry.progress?.state {
    case .notApplicable?: body = "<p><em>Not needed</em>: only if \(step.when.words.html).</p>\n"
    case .done?, .skipped?:
      body = standing(of: entry) + notes(of: entry) + "<details>\n<summary>The step</summary>\n\(work)</details>\n"
    case .stale?, .ready?, .waiting?, .undecided?, nil: body = standing(of: entry) + notes(of: entry) + work
    }
    return """
      <article id="\(text: step.id.rawValue)" class="\(text: entry.mark)">
      \(heading(of: entry))\(body)</article>

      """
  }

  private func heading(of entry: Checklist.Entry) -> HTML {
    let step = entry.step
    let actor: HTML =
      checklist.audience == .all ? "<p class=\"actor\">\(text: step.actor.title(in: playbook))</p>\n" : .empty
    let title: HTML = "<span class=\"number\">\(entry.number)</span> \(text: step.title)"
    guard !entry.isNotApplicable else { return "<h3>\(title)</h3>\n\(actor)" }
    let line = MarkdownChecklist(checklist).line(of: entry)
    let ticked: HTML = entry.mark == "done" ? " checked" : .empty
    return """
      <h3><input type="checkbox" id="box-\(text: step.id.rawValue)" data-step="\(text: step.id.rawValue)" \
      data-mark="\(text: entry.mark)" data-line="\(text: line)" autocomplete="off"\(ticked)>\
      <label for="box-\(text: step.id.rawValue)">\(title)</label></h3>
      \(actor)
      """
  }

  // MARK: Where it stands

  private func standing(of entry: Checklist.Entry) -> HTML {
    guard let progress, let state = entry.progress?.state else { return .empty }
    switch state {
    case .done(let closing): return "<p class=\"state\"><strong>Done</strong> \(progress.wording(closing).html)</p>\n"
    case .skipped(let skip):
      let reason: Wording = "\(Progress.wording(at: skip.at, by: skip.actor)): \(value: skip.reason.text)"
      return "<p class=\"state\"><strong>Left out</strong> \(reason.html)</p>\n"
    case .stale(let closing, let changes):
      return """
        <p class="state careful"><strong>Stale: do it again.</strong> It was done \(progress.wording(closing).html). \
        Since then:</p>
        \(changes.map(\.wording.html).list())
        """
    case .undecided(let facts):
      return """
        <p class="state"><strong>Open whether it is needed</strong> until \(text: checklist.naming(facts)) is known.</p>

        """
    case .notApplicable, .waiting, .ready: return .empty
    }
  }

  private func notes(of entry: Checklist.Entry) -> HTML {
    (entry.progress?.notes ?? []).map { note -> HTML in
      let text: Wording = "\(Progress.wording(at: note.at, by: note.actor)): \(value: note.text.text)"
      return "<p class=\"state\"><strong>Note</strong> \(text.html)</p>\n"
    }.joined()
  }

  // MARK: What to do

  private func whatToDo(_ entry: Checklist.Entry) -> HTML {
    let step = entry.step
    let needs = checklist.needs(of: entry)
    let condition: HTML =
      progress == nil && step.when != .always ? "<p><strong>Only if</strong> \(step.when.words.html).</p>\n" : .empty
    let first: HTML =
      needs.isEmpty ? .empty : "<p><strong>First:</strong> \(text: checklist.naming(needs, for: step.actor)).</p>\n"
    let why = step.why.map { "<p>\(checklist.wording($0).html)</p>\n" as HTML }.joined()
    let warnings = step.warnings.map {
      "<p class=\"careful\"><strong>Careful:</strong> \(checklist.wording($0).html)</p>\n" as HTML
    }.joined()
    let instructions = step.instructions.map { checklist.wording($0).html }.list("ol")
    let pastes = step.pastes.map { paste($0, in: step) }.joined()
    let questions = step.asks.map(question).list()
    let asks: HTML = questions.isEmpty ? .empty : "<p><strong>Write down:</strong></p>\n\(questions)"
    let wait: HTML =
      step.wait.map { "<p><strong>Takes time:</strong> \(checklist.wording($0.words).html)</p>\n" } ?? .empty
    return """
      \(condition)\(first)<p class="place">\(place(step.place))</p>
      \(why)\(warnings)\(instructions)\(pastes)\(asks)\(handsOn(step))\
      <p><strong>Proof:</strong> \(checklist.proof(of: step).html).</p>
      \(wait)
      """
  }

  private func handsOn(_ step: Step) -> HTML {
    guard !step.handsOn.isEmpty else { return .empty }
    let facts = step.handsOn.map { $0.definition.title }.enumeration
    let other = step.actor.other.title(in: playbook)
    return "<p><strong>Hand on</strong> to the \(text: other): \(text: facts).</p>\n"
  }

  private func place(_ place: ConsolePath) -> HTML {
    func path(_ labels: [Label]) -> [HTML] { labels.map { ("\($0)" as Wording).html } }
    let start: HTML = place.url.map { .link(place.console, to: $0) } ?? "\(text: place.console)"
    let main = ([start] + path(place.path)).joined(" › ")
    let alternatives = place.alternatives.map { "\(text: $0.edition): \(path($0.path).joined(" › "))" as HTML }
    return alternatives.isEmpty ? main : "\(main) (\(alternatives.joined("; ")))"
  }

  private func paste(_ paste: Paste, in step: Step) -> HTML {
    let field = ("\(paste.field)" as Wording).html
    switch paste.value {
    case .secret(let secret):
      let handling = handling(of: secret, isEntered: true)
      return "<p><strong>Enter</strong> into \(field): \(text: secret.title), \(handling)</p>\n"
    case .fact(let key):
      let title = key.definition.title
      let form: HTML = paste.form.words.map { ", \(text: $0)" } ?? .empty
      let head: HTML = "<p><strong>Enter</strong> into \(field): the \(text: title)\(form)"
      guard let values = checklist.pasted(key, in: step) else {
        let source: HTML = checklist.source(of: key).map { "; it comes from step \($0.number)" } ?? .empty
        return "\(head), \(Self.unknown)\(source)</p>\n"
      }
      return "\(head)</p>\n" + values.map { copyable($0, named: title) }.joined()
    }
  }

  private func question(_ question: Question) -> HTML {
    let key = question.fact
    let field: Wording = question.field.map { ", shown at \($0)" } ?? ""
    let value = checklist.values(of: key).map { Wording.values($0).html } ?? Self.unknown
    return "\(text: key.definition.title)\(field.html): \(value). \(checklist.wording(question.prompt).html)"
  }

  // MARK: When it goes wrong

  private func help(for step: Step) -> HTML {
    let pitfalls = step.pitfalls.map { pitfall -> HTML in
      let doubt: HTML = pitfall.certainty == .believed ? " \(HTML.unconfirmed)" : .empty
      let cause = checklist.wording(pitfall.cause).html
      return "<em>\(text: pitfall.symptom)</em>: \(cause) \(checklist.wording(pitfall.remedy).html)\(doubt)"
    }.list()
    let trouble: HTML =
      pitfalls.isEmpty ? .empty : "<details>\n<summary>If something goes wrong</summary>\n\(pitfalls)</details>\n"
    let undo: HTML = step.undo.map { "<p><strong>To undo:</strong> \(checklist.wording($0).html)</p>\n" } ?? .empty
    let sources = step.sources.map { "\(.link($0.title, to: $0.url)) (\(text: $0.checked))" as HTML }
    return "\(trouble)\(undo)<p class=\"sources\">Sources: \(sources.joined(", "))</p>\n"
  }
}

extension Checklist.Entry {
  /// How the page marks the step. What a person ticks is remembered together with it: a tick of a step that has gone
  /// stale since is not shown as one.
  fileprivate var mark: String {
    switch progress?.state {
    case .done?: "done"
    case .stale?: "stale"
    case .skipped?: "left-out"
    case .notApplicable?: "not-needed"
    case .ready?, .waiting?, .undecided?, nil: "open"
    }
  }
}
