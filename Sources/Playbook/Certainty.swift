/// How far a statement of the playbook is backed by a source.
public enum Certainty: String, Sendable, Equatable, CaseIterable {
  /// The vendor's own text or screen was seen.
  case confirmed
  /// Inferred, or told by third parties only: true for them, promised by nobody.
  case believed
}
