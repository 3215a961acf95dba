/// Who is asked for a second opinion, and about what.
enum Oracle: String, Hashable, Comparable {
  /// `xmllint` without a schema: is the document XML at all?
  case wellFormedness = "well-formed"
  /// `xmllint` with the standard's own schema for metadata.
  case schema
  /// `openssl x509`: what does a certificate say?
  case certificate

  static func < (one: Oracle, other: Oracle) -> Bool { one.rawValue < other.rawValue }
}

/// One thing that an oracle and Signpost do not say alike of a document.
struct Difference: Hashable {
  let oracle: Oracle
  /// What it is about: `document`, `certificate`, or an element's name, with `@` and the attribute's.
  let subject: String
  /// What is said, in the words of whoever says it.
  let text: String
  /// What the oracle says, in short and in the same words whatever its version.
  let theirs: String
  /// What Signpost says: the ids of rules, what it does, or `-` for nothing.
  let ours: String
}
