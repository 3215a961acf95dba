import Console
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
  /// What to do with a step that is settled, which the operator went back to.
  case review(StepID)
  /// Why a step is left out.
  case reason(StepID)
  /// What to write down beside a step.
  case note(StepID)

  /// The step that the question belongs to.
  var step: StepID? {
    switch self {
    case .wish, .flow: nil
    case .answer(let id, _), .shown(let id, _), .word(let id), .pair(let id), .review(let id), .reason(let id),
      .note(let id):
      id
    }
  }

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
    case .review(let step), .reason(let step): "--answers FILE, key skipped.\(step)"
    case .note(let step): "signpost step note \(step) --reason TEXT"
    }
  }
}

extension PromptCommand {
  static let note = PromptCommand(key: "n", meaning: "note")
  static let pitfalls = PromptCommand(key: "p", meaning: "pitfalls")
  static let again = PromptCommand(key: "r", meaning: "do it again")

  /// What can be said at any prompt of a step instead of an answer.
  static let everywhere: [PromptCommand] = [.back, .skip, .note, .pitfalls, .help, .quit]
}
