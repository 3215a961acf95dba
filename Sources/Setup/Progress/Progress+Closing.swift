public import Playbook
import Rules

/// What the operator brings, besides facts and files, to close a step.
public enum Testimony: Sendable, Equatable {
  /// Nothing.
  case none
  /// What a console shows, as it was copied; entries of lists are separated by commas or line feeds.
  case shown([FactKey: String])
  /// The operator's word, having been told what is to be seen.
  case word(Statement)
  /// What a live system said, which proves whatever it can prove, in the place of the proof that the step names.
  case live(LiveAnswer)
}

/// Why a step cannot be closed, all of it.
public struct Obstruction: Error, Sendable, Equatable {
  /// What is in the way; never empty.
  public let obstacles: [Obstacle]
}

extension Progress {
  /// The evidence with which a step can be closed as things stand, without anything from the operator; nil where it
  /// cannot be. The wizard, `step done` and answers files close steps by this rule alone.
  public func closable(_ step: StepID) -> ClosingEvidence? {
    try? closing(step)
  }

  /// The evidence with which a step can be closed, given what the operator brings.
  ///
  /// A step can be closed when it applies, the steps that it needs are settled, everything that it asks for was
  /// answered in a way that agrees with what is known now, and its proof holds. A word closes only what is proved by a
  /// word; anything else can be left out with a reason, and shows as left out.
  ///
  /// - Throws: everything that is in the way.
  public func closing(_ id: StepID, with testimony: Testimony = .none) throws(Obstruction) -> ClosingEvidence {
    guard let progress = self[id] else { throw Obstruction(obstacles: [.unknownStep(id)]) }
    let step = progress.step
    var obstacles: [Obstacle] = []
    switch progress.state {
    case .notApplicable: throw Obstruction(obstacles: [.notApplicable])
    case .undecided(let facts): throw Obstruction(obstacles: [.undecided(facts)])
    case .waiting, .ready, .done, .stale, .skipped:
      let unmet = step.needs.filter { self[$0]?.state.isSettled == false }
      if !unmet.isEmpty { obstacles.append(.waiting(for: unmet)) }
    }
    obstacles += step.asks.compactMap(obstacle(in:))
    let (evidence, more) = evidence(for: step, testimony)
    obstacles += more
    guard obstacles.isEmpty, let evidence else { throw Obstruction(obstacles: obstacles.withoutRepetition) }
    return evidence
  }

  /// What is wrong with the answer to a question; nil where nothing is.
  private func obstacle(in question: Question) -> Obstacle? {
    let key = question.fact
    guard let fact = facts[key] else { return question.isOptional ? nil : .unanswered(key) }
    if case .filed = fact.provenance { return nil }
    do throws(Rejection) {
      _ = try key.read(entries: fact.values, in: circumstances, now: now, isOptional: question.isOptional)
      return nil
    } catch {
      return .rejected(error)
    }
  }

  private func evidence(for step: Step, _ testimony: Testimony) -> (ClosingEvidence?, [Obstacle]) {
    if case .live(let answer) = testimony, answer.claim == step.liveClaim { return (.live(answer), []) }
    switch step.proof {
    case .metadata(let key), .newCertificate(let key):
      guard proving(key) != nil, let file = file(key) else { return (nil, [.unanswered(key)]) }
      if case .newCertificate = step.proof, let rejection = lackOfNewCertificate(in: file, as: key) {
        return (nil, [.rejected(rejection)])
      }
      return (.file(key, digest: file.digest), [])
    case .value(let key):
      guard let fact = proving(key) else { return (nil, [.unanswered(key)]) }
      return (.value(key, fact.values), obstacle(in: Question(key, "")).map { [$0] } ?? [])
    case .pair: return pairEvidence()
    case .shown(let keys):
      let shown = if case .shown(let shown) = testimony { shown } else { [FactKey: String]() }
      return comparison(of: keys, in: step, shown: shown)
    case .word(let see):
      let seen = words(of: see)
      guard case .word(let reason) = testimony else { return (nil, [.needsWord(see: seen)]) }
      return (.word(reason: reason, seen: seen), [])
    }
  }

  /// Both files as they are now, judged together: whichever was given last was judged beside the other.
  private func pairEvidence() -> (ClosingEvidence?, [Obstacle]) {
    let missing = [FactKey.idpMetadata, .awsMetadata].filter { file($0) == nil }
    guard missing.isEmpty, let idp = file(.idpMetadata), let aws = file(.awsMetadata) else {
      return (nil, missing.map(Obstacle.unanswered))
    }
    let pairings = [(idp.pairing, aws.digest), (aws.pairing, idp.digest)]
    guard let pairing = pairings.lazy.compactMap({ $0.0?.counterpart == $0.1 ? $0.0 : nil }).first else {
      return (nil, [.notJudgedTogether])
    }
    guard pairing.isClean else { return (nil, [.pairBroken(pairing.complaints.filter { $0.severity == .error })]) }
    return (.pair(identityProvider: idp.digest, serviceProvider: aws.digest), [])
  }
}

extension [Obstacle] {
  /// Each obstacle once: a question and the proof can find the same.
  fileprivate var withoutRepetition: [Obstacle] {
    reduce(into: []) { list, obstacle in if !list.contains(obstacle) { list.append(obstacle) } }
  }
}
