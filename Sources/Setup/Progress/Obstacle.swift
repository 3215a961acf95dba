public import Playbook

/// One thing that keeps a step from being closed.
public enum Obstacle: Sendable, Equatable, CustomStringConvertible {
  /// The playbook has no such step.
  case unknownStep(StepID)
  /// The step does not apply.
  case notApplicable
  /// Whether it applies is open until these facts are known.
  case undecided([FactKey])
  /// These steps come first.
  case waiting(for: [StepID])
  /// A fact or file was not given.
  case unanswered(FactKey)
  /// An answer does not, or no longer, agree with what is known.
  case rejected(Rejection)
  /// The two metadata files were not judged together as they are now.
  case notJudgedTogether
  /// The two metadata files do not fit: the rules that say so.
  case pairBroken([FileEvidence.Complaint])
  /// What the console shows for these facts was not given.
  case notCompared([FactKey])
  /// What the console shows is not what it should show.
  case differs(Mismatch)
  /// Entries of a list are not among those that the console shows.
  case lacks(FactKey, [MissingEntry])
  /// The operator has to say that they see this, with the values that are known in it.
  case needsWord(see: String)

  /// The obstacle and the way round it, in one line.
  public var description: String {
    switch self {
    case .unknownStep(let id): "there is no step \(id) in this playbook"
    case .notApplicable: "the step does not apply to this set-up"
    case .undecided(let facts): "whether the step applies is open until \(Self.list(facts)) is known"
    case .waiting(let steps):
      "it needs \(steps.map(\.rawValue).joined(separator: ", ")) first; "
        + (steps.count == 1 ? "close it, or leave it out with a reason" : "close them, or leave them out with a reason")
    case .unanswered(let key): "\(key.definition.title) is missing; \(FactReader.source(of: key))"
    case .rejected(let rejection):
      "\(rejection.fact.map { $0.definition.title + ": " } ?? "")\(rejection)"
    case .notJudgedTogether: "the two metadata files were not judged together; give one of them again"
    case .pairBroken(let complaints):
      "the two metadata files do not fit: \(complaints.map(\.rule).joined(separator: ", ")); see signpost explain"
    case .notCompared(let facts): "copy what the console shows now for \(Self.list(facts))"
    case .differs(let mismatch): mismatch.description
    case .lacks(let key, let entries):
      "\(key.definition.title): missing: \(entries.map(\.description).joined(separator: ", "))"
    case .needsWord(let see): "look whether you see this, and say so in a few words: \(see)"
    }
  }

  private static func list(_ facts: [FactKey]) -> String { facts.map(\.definition.title).joined(separator: ", ") }
}

/// An entry of a list that a console should show and does not.
public struct MissingEntry: Sendable, Equatable, CustomStringConvertible {
  /// The entry as it should be.
  public let name: String
  /// What the console shows that is probably meant to be the same; nil where nothing is near. Untrusted text.
  public let nearest: String?
  /// How that differs, in words that follow it.
  public let difference: String?

  /// `DevOps ('devops' differs in upper and lower case only, first at character 1)`.
  public var description: String {
    guard let nearest, let difference else { return name }
    return "\(name) ('\(nearest)' \(difference))"
  }
}

/// Where what a console shows parts from what it should show. It does not hold what was shown, which may be anything.
public struct Mismatch: Sendable, Equatable, CustomStringConvertible {
  /// The fact.
  public let fact: FactKey
  /// The form in which the console should have it.
  public let form: Paste.Form
  /// What it should show.
  public let expected: String
  /// How what is shown differs, in words that follow "what the console shows".
  public let difference: String

  /// `issuer URL: what the console shows ends in a slash; the expected one does not (expected: …)`.
  public var description: String {
    "\(fact.definition.title): what the console shows \(difference) (expected: \(expected))"
  }
}
