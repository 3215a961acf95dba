public import Playbook

/// What proves that a step was done. Made by ``Progress/closing(_:with:)`` and by nothing else outside this module.
public enum ClosingEvidence: Sendable, Equatable {
  /// The metadata file with this SHA-256 digest, judged without an error.
  case file(FactKey, digest: String)
  /// The value that was given, in the form of its kind and in agreement with the files.
  case value(FactKey, [String])
  /// The two metadata files with these SHA-256 digests, judged together without an error.
  case pair(identityProvider: String, serviceProvider: String)
  /// What a console showed was compared with what it should show.
  case comparison([Compared])
  /// The operator said so.
  case word(reason: Statement, seen: String)

  /// A live system was asked.
  case live(LiveAnswer)

  /// One fact that was compared.
  public struct Compared: Sendable, Equatable {
    /// The fact.
    public let fact: FactKey
    /// The form in which the console has it.
    public let form: Paste.Form
    /// What the console showed of what was expected, entry by entry.
    public let values: [String]
    /// What the set-up proposed, where the console showed something else that is as good; else the same as `values`.
    /// The evidence rests on it.
    public let proposed: [String]

    init(fact: FactKey, form: Paste.Form, values: [String], proposed: [String]? = nil) {
      self.fact = fact
      self.form = form
      self.values = values
      self.proposed = proposed ?? values
    }
  }

  /// What closed the step, in a few words.
  public var summary: String {
    switch self {
    case .file(let key, let digest): "\(key.definition.title) with SHA-256 \(digest.prefix(12))…"
    case .value(let key, let values): "\(key.definition.title) \(values.joined(separator: ", "))"
    case .pair: "both metadata files, judged together"
    case .comparison(let compared):
      "compared with what the console shows: " + compared.map(\.fact.definition.title).joined(separator: ", ")
    case .word(let reason, _): "by word: \(reason.text)"
    case .live(let answer): "seen live: \(answer.seen.text) (\(answer.command))"
    }
  }
}
