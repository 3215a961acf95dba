import Console
import Playbook
import Reports
import Rules
import Setup

/// `signpost rules`, `explain` and `help`: the product about itself.
struct Manual {
  let program: Program

  func rules(_ options: RulesOptions) throws(Failure) -> ExitStatus {
    let list = RuleList()
    switch options.format {
    case .human: program.output.sink.write(list.text(for: program.output.appearance))
    case .json: program.output.sink.write(list.json(tool: Program.tool))
    }
    return .done
  }

  /// One rule by id or name, or one step of a playbook by id.
  func explain(_ options: ExplainOptions) throws(Failure) -> ExitStatus {
    let appearance = program.output.appearance
    if let rule = Catalogue.rule(named: options.id) {
      program.output.sink.write(RulePage(rule).text(for: appearance))
      return .done
    }
    let steps = self.steps
    let begun = steps.filter { $0.id.rawValue.hasPrefix(options.id) }
    let only = Set(begun.map(\.id)).count == 1 ? begun.first : nil
    if let step = steps.first(where: { $0.id.rawValue == options.id }) ?? only {
      let screen = StepScreen(step: step, number: 1, count: 1, facts: [:])
      program.output.print(.strong("\(ours: step.title)") + "  " + .quiet("\(ours: step.id.rawValue)"))
      program.output.print(paragraph: screen.place, indent: 2, hanging: 4)
      (screen.body + screen.explanation + screen.pitfalls)
        .forEach { program.output.print(paragraph: $0, indent: 2, hanging: 4) }
      return .done
    }
    let candidates = Catalogue.rules.flatMap { [$0.id, $0.name] } + steps.map(\.id.rawValue)
    let hint = StyledText.suggestion(for: options.id, among: candidates)
    throw .usage("there is no rule or step \(quoted: options.id)\(hint) (signpost rules lists the rules)")
  }

  /// Every step of every playbook. Several providers share a step's id, each in its own words: those of the set-up at
  /// hand come first.
  private var steps: [Step] {
    let own = provider
    let playbooks = Playbook.all.filter { $0.provider == own } + Playbook.all.filter { $0.provider != own }
    return playbooks.flatMap(\.steps)
  }

  /// The provider of the set-up that is named, or of the only one; nil where there is none, or several.
  private var provider: String? {
    do throws(Failure) {
      let setup = try SetUps(program).look(program)
      return setup.progress.playbook.provider
    } catch { return nil }
  }

  func help(_ options: HelpOptions) throws(Failure) -> ExitStatus {
    let help = Help(grammar: .signpost, appearance: program.output.appearance)
    guard let page = help.page(for: options.topic) else {
      let words = options.topic.joined(separator: " ")
      throw .usage("there is no help for \(quoted: words); signpost help lists the topics")
    }
    program.output.print(page)
    return .done
  }
}

/// Bare `signpost`: the short help, or on a terminal an offer to begin or to go on.
struct Welcome {
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    program.output.print(Help(grammar: .signpost, appearance: program.output.appearance).brief)
    guard program.isInteractive, let sets = try? SetUps(program), let only = sets.existing.first else { return .done }
    let command: StyledText =
      sets.existing.count == 1
      ? .command("signpost setup --name \(untrusted: only.text)") : .command("signpost status --name SETUP")
    program.output.print(paragraph: "There is already a set-up; continue with \(command)")
    return .done
  }
}
