/// Finds rules by words: those of a finding's message, of a name, or somebody's own.
public struct RuleSearch: Sendable {
  /// A rule and how well it fits.
  public struct Hit: Sendable {
    /// The rule.
    public let rule: Rule
    /// From 0 to 1: the part of the words that one text of the rule has, and the part of that text that the words have.
    /// Rare words weigh more.
    public let fit: Double
  }

  /// Each rule's texts: its name, its summary and the messages of its findings, as words.
  private let texts: [(rule: Rule, variants: [Set<String>])]

  /// Makes a search; every rule's examples are judged for it, so that the messages are those of findings.
  public init(_ rules: [Rule] = Catalogue.rules) {
    let judge = Judge(settings: Settings(now: Example.now))
    texts = rules.map { rule in
      let messages = rule.failing.flatMap { judge.messages(of: rule, in: $0) }
      let variants = [rule.name, rule.summary, rule.summary + " " + rule.why] + messages
      return (rule, variants.map { Set(Self.words(of: $0)) })
    }
  }

  /// The rules of which one text has at least half of what the words weigh, best first; at most five.
  public func hits(for text: String) -> [Hit] {
    var counts: [String: Int] = [:]
    for (_, variants) in texts {
      for word in variants.reduce(into: Set<String>(), { $0.formUnion($1) }) { counts[word, default: 0] += 1 }
    }
    // In one order: that of a set differs from run to run, and with it the last digit of the sum and who comes first.
    func weight(_ words: Set<String>) -> Double {
      words.sorted().reduce(0) { $0 + 1 / Double(counts[$1, default: 0] + 1) }
    }
    let asked = Set(Self.words(of: text))
    guard !asked.isDisjoint(with: counts.keys) else { return [] }
    let hits = texts.compactMap { rule, variants -> Hit? in
      let fits = variants.compactMap { words -> Double? in
        let common = weight(words.intersection(asked))
        guard common >= weight(asked) / 2 else { return nil }
        return 0.6 * common / weight(asked) + 0.4 * common / weight(words)
      }
      return fits.max().map { Hit(rule: rule, fit: $0) }
    }
    return Array(hits.sorted { ($0.fit, $1.rule.id) > ($1.fit, $0.rule.id) }.prefix(5))
  }

  /// Words in lower case, without those that say nothing and without values, which differ from file to file.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { word in
      word.count > 2 && !filler.contains(word) && !word.allSatisfy(\.isNumber)
    }
  }

  private static let filler: Set = [
    "the", "and", "not", "has", "are", "was", "for", "its", "that", "this", "with", "than", "only", "but", "from",
    "can",
    "one", "any", "does", "into", "have", "what", "which", "other", "another",
  ]
}
