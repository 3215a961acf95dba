import Playbook

extension Progress {
  /// The events that follow from the answers of live systems, in the order in which they are to be recorded: steps that
  /// they prove are closed, and those that were proved live and are so no more are contradicted.
  ///
  /// A step that is done stays as it was closed; one that something else keeps open is not closed either. Closing one
  /// can let another be closed: ask again after recording, until nothing comes.
  public func events(following stages: [LiveStage]) -> [Event] {
    let answers = LiveStage.answers(of: stages)
    return steps.compactMap { progress in
      guard let claim = progress.step.liveClaim, let (answer, holds) = answers[claim] else { return nil }
      switch progress.state {
      case .done(let closing):
        guard !holds, case .live = closing.evidence else { return nil }
        return .contradicted(progress.id, answer)
      case .ready, .stale:
        guard holds, let evidence = try? closing(progress.id, with: .live(answer)) else { return nil }
        return .closed(progress.id, evidence)
      case .waiting, .undecided, .skipped, .notApplicable: return nil
      }
    }
  }
}

extension LiveStage {
  /// What all the stages about a claim say together, and whether it holds: it does where all of them passed, it does not
  /// where one failed, and else nothing is known.
  static func answers(of stages: [LiveStage]) -> [LiveClaim: (answer: LiveAnswer, holds: Bool)] {
    var answers: [LiveClaim: (answer: LiveAnswer, holds: Bool)] = [:]
    for claim in LiveClaim.allCases {
      let about = stages.filter { $0.claim == claim }
      if let failed = about.first(where: { $0.verdict == .fail }) {
        answers[claim] = failed.answer.map { ($0, false) }
      } else if about.allSatisfy({ $0.verdict == .pass }), let first = about.first?.answer {
        let others = about.dropFirst().compactMap(\.answer)
        guard others.count == about.count - 1 else { continue }
        answers[claim] = (first.together(with: others, about: about.map { "\($0.title): \($0.found)" }), true)
      }
    }
    return answers
  }
}
