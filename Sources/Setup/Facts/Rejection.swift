public import Playbook

/// Why an answer is not taken: what was read, what was expected, where that usually comes from, and what to do.
///
/// What was read is untrusted; it is there only where it is certain not to be a secret.
public struct Rejection: Error, Sendable, Equatable, CustomStringConvertible {
  /// What the answer was for; nil for a note, a reason or a confirmation.
  public let fact: FactKey?
  /// The text as it was read, where it is safe to be shown again; else nil.
  public let read: String?
  /// What is wrong with it, in words that follow "the answer".
  public let problem: String
  /// What was expected, as a noun.
  public let expected: String
  /// Where the mistake usually comes from, as a sentence without a full stop; nil where there is nothing to add.
  public let cause: String?
  /// What to do now, as a sentence without a full stop.
  public let action: String

  init(
    _ fact: FactKey?, read: String? = nil, _ problem: String, expected: String, cause: String? = nil, action: String
  ) {
    self.fact = fact
    self.read = read.flatMap { SecretLookalike.found(in: $0) == nil ? $0 : nil }
    self.problem = problem
    self.expected = expected
    self.cause = cause
    self.action = action
  }

  /// All of it in one line: `the answer is an ACS URL; expected: the AWS access portal URL, …; …`.
  public var description: String {
    (["the answer \(problem)", "expected: \(expected)"] + [cause, action].compactMap { $0 }).joined(separator: "; ")
  }

  /// The answer looks like a secret. Nothing of it is kept or shown.
  static func secret(_ fact: FactKey?, _ kind: SecretLookalike, expected: String) -> Rejection {
    Rejection(
      fact, "looks like \(kind.words); it was neither kept nor shown", expected: expected,
      cause: "secrets go from one console to the other through a secret store, never through Signpost",
      action: secretInTerminal)
  }

  private static let secretInTerminal =
    "if it is one, remove it from the terminal's history; then give the value that is asked for"

  /// The same where the answer stands in a document and was never typed.
  var inDocument: Rejection {
    guard action == Self.secretInTerminal else { return self }
    return Rejection(
      fact, read: read, problem, expected: expected, cause: cause,
      action: "if it is one, take it out of the file, and treat it as disclosed where others could read the file")
  }
}

/// Something worth knowing about an answer that was taken.
public struct Remark: Sendable, Equatable, CustomStringConvertible {
  /// What the remark is about; nil where no single fact is.
  public let fact: FactKey?
  /// The remark, as a sentence without a full stop. It can quote the answer: untrusted text.
  public let text: String

  init(_ fact: FactKey?, _ text: String) {
    self.fact = fact
    self.text = text
  }

  /// The text.
  public var description: String { text }
}
