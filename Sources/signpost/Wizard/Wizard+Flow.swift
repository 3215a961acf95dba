import Console
import Playbook
import Setup

/// What signs people in today is asked first, and decides which flow is gone on with.
extension Wizard {
  /// The question with which a playbook begins, as long as it has no answer.
  func opening(_ progress: Progress) -> Ask? {
    guard let (step, question) = progress.sourceQuestion, progress[step.id]?.state.isSettled == false,
      progress.wants(question, in: step)
    else { return nil }
    return .answer(step.id, question)
  }

  /// The flow that suits what signs people in today, where it is another one and no step was done yet.
  func otherFlow(_ progress: Progress) -> Playbook.Flow? {
    let playbook = progress.playbook
    guard let (step, question) = progress.sourceQuestion, !progress.wants(question, in: step),
      let flow = progress.identitySource?.flow, flow != playbook.flow,
      Playbook.of(playbook.provider, flow: flow) != nil,
      progress.isUntouched
    else { return nil }
    return flow
  }

  /// Takes the answer to whether to go on with another flow. Whoever does not want that has answered the first question
  /// wrongly, and is asked it again.
  func take(consent text: String, to flow: Playbook.Flow, _ progress: Progress) -> [Effect] {
    switch text.yesOrNo {
    case true?: return [.begin(flow)]
    case false?:
      let remark: StyledText = """
        Then see again what signs people in: \(ours: progress.playbook.flow.rawValue) suits another answer.
        """
      return askSourceAgain(progress) + [.say([remark])]
    case nil: return [.refuse([Wizard.yesOrNo])]
    }
  }

  /// Has the question for what signs people in asked again.
  func askSourceAgain(_ progress: Progress) -> [Effect] {
    sourceStep(progress).map { [.record(.reopened($0, reason: nil))] } ?? []
  }

  /// The step that sees what signs people in today.
  func sourceStep(_ progress: Progress) -> StepID? { progress.sourceQuestion?.0.id }
}

extension Progress {
  /// The step and the question for what signs people in today; nil where the playbook does not ask.
  fileprivate var sourceQuestion: (Step, Question)? {
    guard let step = playbook.step(giving: .identitySource),
      let question = step.asks.first(where: { $0.fact == .identitySource })
    else { return nil }
    return (step, question)
  }

  /// What signs people in today, where that was answered.
  var identitySource: IdentitySource? { facts[.identitySource]?.values.first.flatMap(IdentitySource.init(rawValue:)) }

  /// Whether no step was done yet, but for the one that sees what signs people in today.
  var isUntouched: Bool {
    !steps.contains { $0.id != playbook.step(giving: .identitySource)?.id && $0.state.isTouched }
  }
}

extension StepState {
  /// Whether somebody did the step or left it out.
  fileprivate var isTouched: Bool {
    switch self {
    case .done, .stale, .skipped: true
    case .notApplicable, .undecided, .waiting, .ready: false
    }
  }
}
