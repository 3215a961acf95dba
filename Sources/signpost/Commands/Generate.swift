import Console
import Playbook
import Reports
import Setup

/// `signpost generate`: files for other tools, made of the set-up's values.
struct Generate {
  let options: GenerateOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    guard let artifact = options.artifact else { return list() }
    let setup = try SetUps(program).lookAtWhole(or: "nothing is generated from a part of a set-up")
    let text: String
    do throws(ArtifactProblem) {
      text = try ArtifactValues(setup.progress, name: setup.name).text(of: artifact)
    } catch { throw failure(error, artifact, setup.progress, setup.name) }
    try program.write(text, to: options.output)
    return .done
  }

  private func list() -> ExitStatus {
    for artifact in Artifact.allCases {
      let line = StyledText.entry(
        .command("signpost generate \(ours: artifact.rawValue)"), "\(ours: artifact.summary)",
        for: program.output.appearance, column: 36)
      program.output.print(line)
    }
    return .done
  }

  private func failure(
    _ problem: ArtifactProblem, _ artifact: Artifact, _ progress: Progress, _ name: SetupName
  ) -> Failure {
    switch problem {
    case .missing(let facts):
      let wanted = facts.map { self.wanted($0, progress) }.joined(separator: "; ")
      return .couldNot(
        "\(ours: artifact.rawValue) needs what the set-up \(untrusted: name.text) does not know yet: \(wanted)")
    case .unfit(let fact, let reason):
      return .couldNot("the value of \(ours: fact.definition.title) (\(ours: fact.rawValue)) \(ours: reason)")
    case .otherProvider(let reason): return .usage("\(ours: reason)")
    }
  }

  /// A missing value and the step that supplies it. The flows of upkeep ask for little: the step is then one of the
  /// set-up itself.
  private func wanted(_ fact: FactKey, _ progress: Progress) -> StyledText {
    let title: StyledText = "\(ours: fact.definition.title) (\(ours: fact.rawValue))"
    let whole = Playbook.of(progress.playbook.provider)
    guard let step = progress.playbook.step(giving: fact) ?? whole?.step(giving: fact) else { return title }
    return title + ", which the step \(.code("\(ours: step.id.rawValue)")) supplies"
  }
}
