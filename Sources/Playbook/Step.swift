/// Who carries out a step.
public enum Actor: String, Sendable, Equatable, CaseIterable {
  /// The administrator of the identity provider.
  case idpAdmin = "idp-admin"
  /// The administrator of the AWS organization.
  case awsAdmin = "aws-admin"
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
  public let place: ConsolePath
  /// When it is done at all.
  public let when: Condition
  /// Steps that come first. One that does not apply or was skipped does not hold this one up.
  public internal(set) var needs: [StepID]
  /// Why it is done, for whoever asks.
  public let why: [Phrase]
  /// What must be known before the first instruction is followed.
  public let warnings: [Phrase]
  /// What to do, line by line.
  public let instructions: [Phrase]
  /// What is asked for afterwards.
  public let asks: [Question]
  /// What is carried into the console.
  public let pastes: [Paste]
  /// Fields that hold a value already, which is compared and not entered.
  public let compares: [Paste]
  /// Facts that the other administrator needs from this step.
  public let handsOn: [FactKey]
  /// What proves that it was done, besides valid answers to everything that it asks for and requires.
  public let proof: Proof
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
    instructions: [Phrase],
    asks: [Question] = [],
    pastes: [Paste] = [],
    compares: [Paste] = [],
    handsOn: [FactKey] = [],
    proof: Proof,
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
    self.warnings = warnings
    self.instructions = instructions
    self.asks = asks
    self.pastes = pastes
    self.compares = compares
    self.handsOn = handsOn
    self.proof = proof
    self.undo = undo
    self.pitfalls = pitfalls
    self.wait = wait
    self.sources = sources
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
