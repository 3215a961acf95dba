import Playbook
import Setup

/// One thing that the wizard wants to know. Which comes next follows from the progress alone, so that whoever leaves at a
/// prompt comes back to the same one.
enum Ask: Equatable {
  /// Something that the organisation may want.
  case wish(Wish)
  /// Whether to go on with another flow, which suits what signs people in today.
  case flow(Playbook.Flow)
  /// The value of a fact, or the path of a metadata file.
  case answer(StepID, Question)
  /// What a console shows for a fact, to be compared.
  case shown(StepID, FactKey)
  /// The operator's word that they see what proves a step.
  case word(StepID)
  /// Whether to look at both metadata files again, which do not fit together.
  case pair(StepID)
  /// What to do with a step that is settled or cannot be done yet, which the operator went to.
  case review(StepID)
  /// Why a step is left out.
  case reason(StepID)
  /// What to write down beside a step.
  case note(StepID)
  /// When to come back to a step.
  case time(StepID)
  /// Which step to go to; the step that is left, where there is one.
  case jump(from: StepID?)

  /// The step that the question belongs to.
  var step: StepID? {
    switch self {
    case .wish, .flow: nil
    case .answer(let id, _), .shown(let id, _), .word(let id), .pair(let id), .review(let id), .reason(let id),
      .note(let id), .time(let id):
      id
    case .jump(let id): id
    }
  }

  /// Whether that is a command of its own, and no flag of this one.
  var isAnsweredByCommand: Bool { flag.hasPrefix("signpost ") }

  /// How the question is answered without a prompt, for the message of `--no-input`.
  var flag: String {
    switch self {
    case .wish(let wish): "--answers FILE, key wishes.\(wish.rawValue)"
    case .flow(let flow): "--flow \(flow.rawValue)"
    case .answer(_, let question):
      switch question.fact {
      case .idpMetadata: "--idp-metadata FILE"
      case .awsMetadata: "--aws-metadata FILE"
      case .portalURL: "--portal-url URL"
      default: "--answers FILE, key \(question.fact.rawValue)"
      }
    case .shown(let step, let fact): "--answers FILE, key shown.\(step).\(fact.rawValue)"
    case .word(let step): "--answers FILE, key confirmed.\(step)"
    case .pair: "--idp-metadata FILE and --aws-metadata FILE"
    case .review(let step), .reason(let step), .time(let step): "--answers FILE, key skipped.\(step)"
    case .note(let step): "signpost step note \(step) --reason TEXT"
    case .jump: "signpost step done STEP"
    }
  }
}
