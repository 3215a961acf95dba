/// Who carries out a step.
public enum Actor: String, Sendable, Equatable, CaseIterable {
  /// The administrator of the identity provider.
  case idpAdmin = "idp-admin"
  /// The administrator of the AWS organization.
  case awsAdmin = "aws-admin"
}

/// How a step is done once more where another step, which was done meanwhile, has closed its first way.
public struct Repetition: Sendable, Equatable {
  /// The step after which it is done this way.
  public let after: StepID
  /// Where it is done then.
  public let place: ConsolePath
  /// What to do then, line by line.
  public let instructions: [Phrase]
  /// What is seen then when it was done.
  public let see: Phrase

  /// Another way.
  public init(after: StepID, at place: ConsolePath, instructions: [Phrase], see: Phrase) {
    self.after = after
    self.place = place
    self.instructions = instructions
    self.see = see
  }
}

/// One thing that one person does in one console, with what proves that it was done.
public struct Step: Sendable, Equatable, Identifiable {
  /// The lasting name.
  public let id: StepID
  /// What is done, as a short imperative.
  public let title: String
  /// Who does it.
  public let actor: Actor
  /// Where it is done.
  public private(set) var place: ConsolePath
  /// When it is done at all.
  public let when: Condition
  /// Steps that come first. One that does not apply or was skipped does not hold this one up.
  public internal(set) var needs: [StepID]
  /// Why it is done, for whoever asks.
  public let why: [Phrase]
  /// What must be known before the first instruction is followed.
  public private(set) var warnings: [Phrase]
  /// Those of the warnings that are for one identity source alone.
  public let warningsBySource: [IdentitySource: Phrase]
  /// What to do, line by line.
  public private(set) var instructions: [Phrase]
  /// What is asked for afterwards.
  public let asks: [Question]
  /// What is carried into the console.
  public let pastes: [Paste]
  /// Fields that hold a value already, which is compared and not entered.
  public let compares: [Paste]
  /// Facts that the other administrator needs from this step.
  public let handsOn: [FactKey]
  /// What proves that it was done, besides valid answers to everything that it asks for and requires.
  public private(set) var proof: Proof
  /// How it is done once more, where that is another way.
  public let again: Repetition?
  /// How to take it back; nil where it cannot be.
  public let undo: Phrase?
  /// What goes wrong here.
  public let pitfalls: [Pitfall]
  /// How long it takes until the effect is seen, where that is worth saying.
  public let wait: Wait?
  /// Where all this was read.
  public let sources: [SourceReference]

  /// A step; what does not apply is left out.
  public init(
    _ id: StepID,
    _ title: String,
    by actor: Actor,
    at place: ConsolePath,
    when: Condition = .always,
    needs: [StepID] = [],
    why: [Phrase] = [],
    warnings: [Phrase] = [],
    warningsBySource: [IdentitySource: Phrase] = [:],
    instructions: [Phrase],
    asks: [Question] = [],
    pastes: [Paste] = [],
    compares: [Paste] = [],
    handsOn: [FactKey] = [],
    proof: Proof,
    again: Repetition? = nil,
    undo: Phrase? = nil,
    pitfalls: [Pitfall] = [],
    wait: Wait? = nil,
    sources: [SourceReference]
  ) {
    self.id = id
    self.title = title
    self.actor = actor
    self.place = place
    self.when = when
    self.needs = needs
    self.why = why
    self.warningsBySource = warningsBySource
    self.warnings = warnings + IdentitySource.allCases.compactMap { warningsBySource[$0] }
    self.instructions = instructions
    self.asks = asks
    self.pastes = pastes
    self.compares = compares
    self.handsOn = handsOn
    self.proof = proof
    self.again = again
    self.undo = undo
    self.pitfalls = pitfalls
    self.wait = wait
    self.sources = sources
  }

  /// The step as it is done once more.
  public var repeated: Step {
    guard let again else { return self }
    var step = self
    (step.place, step.instructions, step.proof) = (again.place, again.instructions, .word(see: again.see))
    return step
  }

  /// The step without the warnings for other identity sources than this one.
  public func coming(from source: IdentitySource) -> Step {
    guard !warningsBySource.isEmpty else { return self }
    let others = warningsBySource.filter { $0.key != source }.values
    var step = self
    step.warnings.removeAll(where: others.contains)
    return step
  }

  /// Every phrase of the step, in the order of reading.
  public var phrases: [Phrase] {
    var phrases = why + warnings + instructions + asks.map(\.prompt)
    if case .word(let see) = proof { phrases.append(see) }
    phrases += pitfalls.flatMap { [$0.cause, $0.remedy] }
    return phrases + [undo, wait?.words].compactMap { $0 }
  }

  /// Every fact whose value the step uses: in a phrase, in a paste, as proof or in its condition.
  public var uses: [FactKey] {
    phrases.flatMap(\.references) + pastes.compactMap(\.fact) + proof.references + when.references + handsOn
  }
}
