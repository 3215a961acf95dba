public import Playbook
import SAML

/// What a live system said about a claim, as a journal keeps it: enough to ask again and to recognise the answer, and
/// nothing of the answer itself but a few words.
public struct LiveAnswer: Sendable, Equatable {
  /// What it is about.
  public let claim: LiveClaim
  /// How it can be asked again; no secret is in it.
  public let command: String
  /// SHA-256 over the bytes of the answer, in hexadecimal digits.
  public let digest: String
  /// What was seen, in a few words; untrusted text.
  public let seen: Statement

  /// An answer.
  ///
  /// - Throws: a rejection where the words or the command look as if a secret were in them.
  public init(_ claim: LiveClaim, command: String, digest: String, seen: String) throws(Rejection) {
    self.claim = claim
    self.command = try Statement(command).text
    self.digest = digest
    self.seen = try Statement(String(seen.unicodeScalars.prefix(Statement.longest)))
  }

  /// Words that stand in a journal already.
  init(recorded claim: LiveClaim, command: String, digest: String, seen: String) {
    self.claim = claim
    self.command = command
    self.digest = digest
    self.seen = Statement(recorded: seen)
  }

  /// One answer for several questions about the same claim: its digest is over the digests of all.
  func together(with others: [LiveAnswer], about words: [String]) -> LiveAnswer {
    guard !others.isEmpty else { return self }
    let digests = ([self] + others).map(\.digest).joined(separator: "\n")
    return LiveAnswer(
      recorded: claim, command: command + " and \(others.count) more",
      digest: Digest.sha256(Array(digests.utf8).span).description,
      seen: (try? Statement(words.joined(separator: "; ")).text) ?? "\(words.count) answers, each as it should be")
  }

  /// The answer as an event's payload has it.
  var json: JSON {
    [
      "claim": .string(claim.rawValue), "command": .string(command), "sha256": .string(digest),
      "seen": .string(seen.text),
    ]
  }

  /// An answer as it was recorded; nil for what this version does not know.
  init?(_ json: JSON) {
    guard let claim = json["claim"]?.string.flatMap(LiveClaim.init(rawValue:)), let command = json["command"]?.string,
      let digest = json["sha256"]?.string, let seen = json["seen"]?.string
    else { return nil }
    self.init(recorded: claim, command: command, digest: digest, seen: seen)
  }
}
