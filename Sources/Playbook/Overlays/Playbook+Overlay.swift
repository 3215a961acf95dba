extension Playbook {
  /// The playbook of a provider under an overlay; nil where there is no such playbook or no such overlay.
  ///
  /// - Parameter overlay: the overlay's name; nil for the playbook alone.
  public static func of(_ provider: String, flow: Flow = .setUp, overlay: String?) -> Playbook? {
    guard let playbook = of(provider, flow: flow) else { return nil }
    guard let overlay else { return playbook }
    return Overlay.named(overlay).map(playbook.under)
  }

  /// The playbook with what an overlay adds. An overlay belongs to the set-up: other flows remember its name, so that it
  /// is not lost between them, and stay as they are.
  public func under(_ overlay: Overlay) -> Playbook {
    guard flow == .setUp else { return remembering(overlay: overlay.name) }
    var stages = stages
    for insertion in overlay.insertions { Self.insert(insertion.step, at: insertion.place, into: &stages) }
    let known = Set(stages.flatMap(\.steps).map(\.id))
    let altered = stages.map { stage in
      Stage(stage.purpose) {
        stage.steps.map { $0.under(overlay, among: known) }
      }
    }
    return Playbook(
      provider: provider, flow: flow, overlay: overlay.name, title: "\(title), for \(overlay.title)",
      summary: summary + overlay.summary, prerequisites: prerequisites + overlay.prerequisites, wishes: wishes,
      requiredGroups: requiredGroups + overlay.requiredGroups, stages: altered)
  }

  /// The playbook of a set-up that was begun under an overlay of that name; nil for none. Where a newer version made the
  /// overlay, its steps are not known here: those below it are, and the name stays.
  public func under(overlayNamed name: String?) -> Playbook {
    guard let name else { return self }
    return Overlay.named(name).map(under) ?? remembering(overlay: name)
  }

  private func remembering(overlay: String) -> Playbook {
    Playbook(
      provider: provider, flow: flow, overlay: overlay, title: title, summary: summary, prerequisites: prerequisites,
      wishes: wishes, requiredGroups: requiredGroups, stages: stages)
  }

  /// Names that the question for a fact starts with; nil where it starts empty.
  public func startValues(of fact: FactKey) -> [String]? {
    fact == .requiredGroups && !requiredGroups.isEmpty ? requiredGroups : nil
  }

  private static func insert(_ step: Step, at place: Overlay.Place, into stages: inout [Stage]) {
    stages = stages.map { stage in
      var steps = stage.steps
      switch place {
      case .before(let id):
        guard let index = steps.firstIndex(where: { $0.id == id }) else { return stage }
        steps.insert(step, at: index)
      case .after(let id):
        guard let index = steps.firstIndex(where: { $0.id == id }) else { return stage }
        steps.insert(step, at: index + 1)
      case .startOf(let purpose):
        guard stage.purpose == purpose else { return stage }
        steps.insert(step, at: 0)
      case .endOf(let purpose):
        guard stage.purpose == purpose else { return stage }
        steps.append(step)
      }
      return Stage(stage.purpose) { steps }
    }
  }
}

extension Step {
  /// The step with what the overlay adds to it, and without needs that are not among the steps.
  fileprivate func under(_ overlay: Overlay, among known: Set<StepID>) -> Step {
    let additions = overlay.additions.filter { addition in
      switch addition.target {
      case .step(let id): id == self.id
      case .asking(let fact): asks.contains { $0.fact == fact }
      }
    }
    // An architecture that cannot do without groups has no use for an empty answer.
    let questions = asks.map { question in
      question.fact == .requiredGroups && !overlay.requiredGroups.isEmpty
        ? Question(question.fact, question.prompt, field: question.field) : question
    }
    var named = Set(sources.map(\.url))
    return Step(
      id, title, by: actor, at: place, when: when,
      needs: (needs + additions.flatMap(\.needs)).filter(known.contains), why: why + additions.flatMap(\.why),
      warnings: additions.flatMap(\.warnings) + warnings.filter { !warningsBySource.values.contains($0) },
      warningsBySource: warningsBySource,
      instructions: instructions + additions.flatMap(\.instructions),
      asks: questions, pastes: pastes, handsOn: handsOn, proof: proof, again: again, undo: undo,
      pitfalls: pitfalls + additions.flatMap(\.pitfalls).filter { !pitfalls.contains($0) }, wait: wait,
      sources: sources + additions.flatMap(\.sources).filter { named.insert($0.url).inserted })
  }
}
