public import Playbook

/// A fact that has a value, with where the value comes from.
public struct Fact: Sendable, Equatable {
  /// Which fact it is.
  public let key: FactKey
  /// One text, or the entries of a list. For a metadata file: its path.
  public let values: [String]
  /// How the value came to be known.
  public let provenance: Provenance
  /// Who gave the value, or the file that it follows from.
  public let actor: String
  /// When, as the journal says it.
  public let at: String
  /// The number of the event.
  public let number: Int

  /// How a value came to be known.
  public enum Provenance: Sendable, Equatable {
    /// Somebody gave it, in that step where it was asked in one.
    case answered(step: StepID?)
    /// It is a metadata file, judged.
    case filed(FileEvidence)
    /// It was read from the metadata file of that fact.
    case readFrom(FactKey)
    /// It was worked out from that fact.
    case workedOut(from: FactKey)
  }

  /// What has to stay the same for the fact to stay the same: the digest of a file, the value of anything else.
  var essence: [String] {
    if case .filed(let file) = provenance { [file.digest] } else { values }
  }
}

/// One thing on which the evidence of a step rests: a fact, in the form in which the step uses it.
struct Dependency: Hashable, Sendable {
  let fact: FactKey
  let form: Paste.Form
}

extension Step {
  /// What the evidence of the step rests on: what proves it, what it asks for, what it pastes, and what its
  /// instructions have people enter or compare. Words that only explain, warn or help do not count.
  var dependencies: [Dependency] {
    let facts = proof.references + asks.map(\.fact) + pastes.compactMap(\.fact) + instructions.flatMap(\.references)
    var seen: Set<FactKey> = []
    return facts.filter { seen.insert($0).inserted }.map { Dependency(fact: $0, form: form(of: $0)) }
  }

  /// The form in which the step has a fact in front of it.
  func form(of fact: FactKey) -> Paste.Form {
    (pastes + compares).first { $0.fact == fact }?.form ?? .asIs
  }
}
