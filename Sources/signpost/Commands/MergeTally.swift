import Console
import Playbook
import Setup

/// How much of an edited checklist was taken, and how much not, as it was said line by line.
struct MergeTally {
  /// The steps of the document.
  let steps: Int
  private var taken = 0
  private var conflicts = 0
  private var refused = 0
  private var changedSteps = 0
  /// What belonged to nothing.
  var strays = 0

  init(steps: Int) { self.steps = steps }

  mutating func count(_ outcome: Merge.Outcome) {
    if case .already = outcome.verdict { return }
    if case .step = outcome.subject { changedSteps += 1 }
    switch outcome.verdict {
    case .taken(let events): taken += events.count
    case .conflict(let conflicts): self.conflicts += conflicts.count
    case .refused(let refusals): refused += refusals.count
    case .already: break
    }
  }

  /// Whether everything that was changed was taken.
  var isClean: Bool { conflicts + refused + strays == 0 }

  /// `2 taken, 1 conflict, 1 not taken, 29 steps unchanged`.
  func summary(isRehearsal: Bool) -> StyledText {
    let unchanged = max(0, steps - changedSteps)
    return """
      \(taken) \(ours: isRehearsal ? "would be taken" : "taken"), \(conflicts) conflict\(ours: conflicts == 1 ? "" : "s"), \
      \(refused + strays) not taken, \(unchanged) step\(ours: unchanged == 1 ? "" : "s") unchanged
      """
  }
}

extension Refusal {
  /// The flag of `signpost step` that gives what is missing; nil where none does.
  func flag(in step: Step) -> String? {
    switch self {
    case .obstacle(let obstacle): obstacle.flag(in: step)
    case .file(let key): step.metadata == key ? "--evidence FILE" : nil
    case .value, .note, .derived, .emptied, .tooManyNotes: nil
    }
  }
}

extension [Refusal] {
  /// The action of `signpost step` that takes the flags: a file alone is an answer.
  var verb: String {
    contains { if case .obstacle = $0 { true } else { false } } ? "done" : "answer"
  }
}
