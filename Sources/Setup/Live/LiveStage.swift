public import Playbook

/// One question to a live system, and what came of it.
public struct LiveStage: Sendable, Equatable {
  /// What came of it.
  public enum Verdict: String, Sendable, CaseIterable {
    /// It is as it should be.
    case pass
    /// It is not.
    case fail
    /// There was no answer, or none that tells.
    case unknown
    /// It was not asked, or what cannot be told is not needed.
    case skipped
  }

  /// What is asked, in kebab case.
  public let id: String
  /// What is asked, as a short noun phrase.
  public let title: String
  /// What came of it.
  public let verdict: Verdict
  /// What was found; it may quote the answer, so it is untrusted text.
  public let found: String
  /// Why that is so, as far as one can guess; nil where nothing is wrong.
  public let cause: String?
  /// What to do; nil where nothing is.
  public let remedy: String?
  /// How to ask again; nil where nothing was asked. Values of others can stand in it.
  public let command: String?
  /// SHA-256 over the bytes of the answer; nil where there was none.
  public let digest: String?
  /// What the verdict says for the steps of a set-up; nil where it says nothing.
  public let claim: LiveClaim?

  /// A stage.
  public init(
    _ id: String, _ title: String, _ verdict: Verdict, _ found: String, cause: String? = nil, remedy: String? = nil,
    command: String? = nil, digest: String? = nil, claim: LiveClaim? = nil
  ) {
    self.id = id
    self.title = title
    self.verdict = verdict
    self.found = found
    self.cause = cause
    self.remedy = remedy
    self.command = command
    self.digest = digest
    self.claim = claim
  }

  /// The same where it is told how to ask again in other words; what was not asked stays as it is.
  public func asked(by command: String) -> LiveStage {
    guard self.command != nil else { return self }
    return LiveStage(
      id, title, verdict, found, cause: cause, remedy: remedy, command: command, digest: digest, claim: claim)
  }

  /// What a journal would keep of it: of a pass or a failure, where there was an answer.
  public var answer: LiveAnswer? {
    guard verdict == .pass || verdict == .fail, let claim, let command, let digest else { return nil }
    return try? LiveAnswer(claim, command: command, digest: digest, seen: found)
  }
}
