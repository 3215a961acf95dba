public import Playbook

/// Where one step stands. Derived from the events, never stored.
public enum StepState: Sendable, Equatable {
  /// The organisation does not need it.
  case notApplicable
  /// Whether it applies depends on facts that have no value yet. What needs it waits; where the step that would give
  /// the fact is settled and gave none, the fact counts as an empty one and the step is decided.
  case undecided(until: [FactKey])
  /// These steps come first.
  case waiting(for: [StepID])
  /// It can be done now.
  case ready
  /// It is done.
  case done(Closing)
  /// It was done, and what its evidence rests on has changed since.
  case stale(Closing, [Change])
  /// It was left out.
  case skipped(Skip)

  /// Whether steps that need this one can go on.
  public var isSettled: Bool {
    switch self {
    case .notApplicable, .done, .skipped: true
    case .undecided, .waiting, .ready, .stale: false
    }
  }

  /// The state in a word, as machine formats have it.
  public var name: String {
    switch self {
    case .notApplicable: "not-applicable"
    case .undecided: "undecided"
    case .waiting: "waiting"
    case .ready: "ready"
    case .done: "done"
    case .stale: "stale"
    case .skipped: "skipped"
    }
  }
}

/// By whom, when and by what a step was closed.
public struct Closing: Sendable, Equatable {
  /// Who closed it.
  public let actor: String
  /// When, as the journal says it.
  public let at: String
  /// The number of the event.
  public let number: Int
  /// What proved it.
  public let evidence: ClosingEvidence
  /// What the evidence rests on, as it was then.
  let foundation: [Dependency: [String]]
  /// What a live system said against it since.
  var contradiction: LiveAnswer?

  /// Two closings are the same where the events are.
  public static func == (left: Closing, right: Closing) -> Bool {
    (left.actor, left.at, left.number) == (right.actor, right.at, right.number) && left.evidence == right.evidence
  }
}

/// Why, by whom and when a step was left out.
public struct Skip: Sendable, Equatable {
  /// The reason.
  public let reason: Statement
  /// Who left it out.
  public let actor: String
  /// When, as the journal says it.
  public let at: String
  /// The number of the event.
  public let number: Int
}

/// A text that somebody wrote beside a step.
public struct Note: Sendable, Equatable {
  /// The text.
  public let text: Statement
  /// Who wrote it.
  public let actor: String
  /// When, as the journal says it.
  public let at: String
  /// The number of the event.
  public let number: Int
}

/// A fact or file that is not what it was when a step was closed on it.
public struct Change: Sendable, Equatable, CustomStringConvertible {
  /// What has changed.
  public let fact: FactKey
  /// Its value then, in the form in which the step uses it; the digest of a metadata file.
  public let then: [String]
  /// Its value now; nil where it has none any more.
  public let now: [String]?
  /// The metadata file or fact that it follows from; nil where it was answered.
  public let source: FactKey?
  /// What a live system said about the fact later; nil where it is the value that changed.
  public var answer: LiveAnswer?

  /// `the SCIM endpoint changed: it was …, it is …`.
  public var description: String {
    let title = fact.definition.title
    if let answer { return "a live answer speaks against it: \(answer.seen.text) (\(answer.command))" }
    if fact.definition.kind.isMetadataFile { return "another \(title) was given" }
    let origin = source.map { ", by another \($0.definition.title)" } ?? ""
    let before = Self.words(then)
    return now.map { "\(title) changed\(origin): it was \(before), it is \(Self.words($0))" }
      ?? "\(title) has no value any more\(origin): it was \(before)"
  }

  private static func words(_ values: [String]) -> String { values.isEmpty ? "empty" : values.joined(separator: ", ") }
}
