public import Parties
public import Playbook
public import Rules

/// What is remembered of a metadata file once it was judged: enough to recognise it, and what it says.
public struct FileEvidence: Sendable, Equatable {
  /// The path as it was given.
  public let path: String
  /// The size of the file in bytes.
  public let byteCount: Int
  /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
  public let digest: String
  /// The role for which it was judged.
  public let role: MetadataRole
  /// The product that wrote it, where the file tells.
  public let provider: Provider?
  /// The entityID of its one entity.
  public let entityID: String?
  /// The rules that found something, by id; none of them an error.
  public let complaints: [Complaint]
  /// How many rules looked at the file and found nothing.
  public let passed: Int
  /// Until when the file says that it may be used, `2026-11-21T00:00:00Z`; nil where it says nothing.
  public let validUntil: String?
  /// The facts that follow from the file.
  public let facts: [FactKey: [String]]
  /// What the pair shows, where the other side's file was there already.
  public internal(set) var pairing: Pairing?

  /// A rule that found something.
  public struct Complaint: Sendable, Equatable {
    /// The rule's id.
    public let rule: String
    /// How grave it is.
    public let severity: Severity
    /// How often the rule spoke.
    public let count: Int
  }

  /// What the two metadata files show when they are judged together.
  public struct Pairing: Sendable, Equatable {
    /// The SHA-256 of the other file.
    public let counterpart: String
    /// The rules that found something.
    public let complaints: [Complaint]

    /// Whether no rule found an error.
    public var isClean: Bool { !complaints.contains { $0.severity == .error } }
  }
}
