import Console
import Playbook
import Reports
import Rules
import Setup

/// `signpost rules`, `explain`, `completions`, `man` and `help`: the product about itself.
struct Manual {
  let program: Program

  func rules(_ options: RulesOptions) throws(Failure) -> ExitStatus {
    let list = RuleList()
    switch options.format {
    case .human: program.output.sink.write(list.text(for: program.output.appearance))
    case .markdown: program.output.sink.write(list.manual)
    case .json: program.output.sink.write(list.json(tool: Program.tool))
    }
    return .done
  }

  /// One rule by id, name or words, or one step of a playbook by id.
  func explain(_ options: ExplainOptions) throws(Failure) -> ExitStatus {
    let appearance = program.output.appearance
    let text = options.words.joined(separator: " ")
    if let rule = Catalogue.rule(named: text) {
      program.output.sink.write(RulePage(rule).text(for: appearance))
      return .done
    }
    if let rule = ListRule.named(text) {
      program.output.sink.write(RuleSheet(rule).text(for: appearance))
      return .done
    }
    if let rule = ResponseRule.named(text) {
      program.output.sink.write(RuleSheet(rule).text(for: appearance))
      return .done
    }
    let own = playbook
    let steps = steps(beside: own)
    if let step = own?.steps.named(text) ?? steps.named(text) {
      let screen = StepScreen(step: step, number: 1, count: 1, facts: [:])
      program.output.print(.strong("\(ours: step.title)") + "  " + .quiet("\(ours: step.id.rawValue)"))
      program.output.print(paragraph: screen.place, indent: 2, hanging: 4)
      (screen.body + screen.explanation + screen.pitfalls)
        .forEach { program.output.print(paragraph: $0, indent: 2, hanging: 4) }
      return .done
    }
    if explain(message: text) || explain(symptom: text, in: steps) { return .done }
    if text.contains(" "), explain(words: text) { return .done }
    let begun = [own?.steps ?? [], steps].lazy.map { $0.ids(beginning: text) }.first { !$0.isEmpty } ?? []
    if begun.count > 1 { throw .severalSteps(text, begun) }
    let candidates =
      Catalogue.rules.flatMap { [$0.id, $0.name] } + ListRule.catalogue.flatMap { [$0.id, $0.name] }
      + ResponseRule.catalogue.flatMap { [$0.id, $0.name] } + steps.map(\.id.rawValue)
    let hint = StyledText.suggestion(for: text, among: candidates)
    throw .usage(
      """
      there is no rule or step \(given: text)\(hint) (signpost rules lists the rules; signpost diagnose FILE explains the \
      response of a sign-in, an event or a longer text)
      """)
  }

  /// The messages of a sign-in or of provisioning that are in the text, as `diagnose` explains them; false where none is.
  private func explain(message text: String) -> Bool {
    guard !KnownMessage.found(in: text).isEmpty,
      let diagnosis = Diagnosis(
        of: Array(text.utf8), path: "these words", tool: Program.tool, now: program.now,
        expectation: ResponseExpectation(), playbook: playbook, showsValues: false)
    else { return false }
    let flags = setUp.map { program.flags(of: $0.name) } ?? .empty
    program.output.sink.write(HumanDiagnosis(diagnosis, appearance: program.output.appearance, flags: flags).text)
    return true
  }

  /// What a checklist says to whoever sees this, where it has the very words; false where none has.
  private func explain(symptom text: String, in steps: [Step]) -> Bool {
    func isMeant(_ pitfall: Pitfall) -> Bool { pitfall.symptom.lowercased() == text.lowercased() }
    guard let step = steps.first(where: { $0.pitfalls.contains(where: isMeant) }) else { return false }
    let screen = StepScreen(step: step, number: 1, count: 1, facts: [:])
    program.output.print(.strong("\(ours: step.title)") + "  " + .quiet("\(ours: step.id.rawValue)"))
    for (pitfall, line) in zip(step.pitfalls, screen.pitfalls) where isMeant(pitfall) {
      program.output.print(paragraph: line, indent: 2, hanging: 4)
    }
    return true
  }

  /// The rule that words fit best, or a list where several fit; false where none does.
  private func explain(words text: String) -> Bool {
    let appearance = program.output.appearance
    let named = Catalogue.rules.filter { text.uppercased().contains($0.id) }
    let hits = RuleSearch().hits(for: text)
    guard let best = named.count == 1 ? named.first : hits.first?.rule else { return false }
    let isClear = named.count == 1 || hits.count == 1 || hits[0].fit - hits[1].fit > 0.1
    if isClear {
      program.output.sink.write(RulePage(best).text(for: appearance))
    } else {
      program.output.sink.write(RuleList(hits.map(\.rule)).text(for: appearance))
      program.hint("several rules fit these words; \(.command("signpost explain \(ours: best.id)")) shows one in full")
    }
    return true
  }

  /// Every step of every playbook. Several providers share a step's id, each in its own words: those of the set-up at
  /// hand come first.
  private func steps(beside own: Playbook?) -> [Step] {
    let playbooks = Playbook.all.filter { $0.provider == own?.provider } + Playbook.all
    let overlays = Overlay.all.flatMap { overlay in playbooks.map { $0.under(overlay) } }
    return (own?.steps ?? []) + (playbooks + overlays).flatMap(\.steps)
  }

  /// The set-up that is named, or the only one; nil where there is none, or several.
  private var setUp: (name: SetupName, playbook: Playbook)? {
    do throws(Failure) {
      let setup = try SetUps(program).look()
      return (setup.name, setup.progress.playbook)
    } catch { return nil }
  }

  /// Its playbook.
  private var playbook: Playbook? { setUp?.playbook }

  func completions(_ options: CompletionsOptions) -> ExitStatus {
    program.output.sink.write(Completions(grammar: .signpost).script(for: options.shell))
    return .done
  }

  /// The manual page.
  func page() -> ExitStatus {
    program.output.sink.write(
      ManualPage(grammar: .signpost, version: Program.version, date: Program.versionDate).text)
    return .done
  }

  func help(_ options: HelpOptions) throws(Failure) -> ExitStatus {
    let help = Help(grammar: .signpost, appearance: program.output.appearance)
    guard let page = help.page(for: options.topic) else {
      let words = options.topic.joined(separator: " ")
      throw .usage("there is no help for \(given: words); signpost help lists the topics")
    }
    program.output.print(page)
    return .done
  }
}

extension [Step] {
  /// The step of this id, or the only one whose id begins so; nil where there is none, or where there are several.
  fileprivate func named(_ text: String) -> Step? {
    if let step = first(where: { $0.id.rawValue == text }) { return step }
    let begun = ids(beginning: text)
    return begun.count == 1 ? first { $0.id == begun[0] } : nil
  }

  /// The ids that begin so, each once, in their order.
  fileprivate func ids(beginning text: String) -> [StepID] {
    var seen: Set<StepID> = []
    return map(\.id).filter { $0.rawValue.hasPrefix(text) && seen.insert($0).inserted }
  }
}
