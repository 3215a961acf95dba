import SAML

/// Finds rules by words: those of a finding's message, of a name, or somebody's own.
public struct RuleSearch: Sendable {
  /// A rule and how well it fits.
  public struct Hit: Sendable {
    /// The rule.
    public let rule: Rule
    /// The part of the words' weight that the rule has: 0 to 1. Rare words weigh more.
    public let share: Double
  }

  private let texts: [(rule: Rule, words: Set<String>)]

  /// Makes a search; every rule's examples are judged for it, so that the messages are those of findings.
  public init(_ rules: [Rule] = Catalogue.rules) {
    let judge = Judge(settings: Settings(now: Instant(seconds: 1_795_219_200)))
    texts = rules.map { rule in
      let messages = rule.failing.flatMap { judge.messages(of: rule, in: $0) }
      let text = ([rule.id, rule.name, rule.summary, rule.why] + messages).joined(separator: " ")
      return (rule, Set(Self.words(of: text)))
    }
  }

  /// The rules that have at least half of what the words weigh, best first; at most five.
  public func hits(for text: String) -> [Hit] {
    let known = Set(Self.words(of: text)).map { word in
      (word: word, count: texts.count { $0.words.contains(word) })
    }
    let weighted = known.map { (word: $0.word, weight: 1 / Double($0.count + 1)) }
    let whole = weighted.reduce(0) { $0 + $1.weight }
    guard whole > 0, known.contains(where: { $0.count > 0 }) else { return [] }
    let hits = texts.map { rule, words in
      Hit(rule: rule, share: weighted.reduce(0) { $0 + (words.contains($1.word) ? $1.weight : 0) } / whole)
    }
    let best = hits.filter { $0.share >= 0.5 }
    return Array(best.sorted { ($0.share, $1.rule.id) > ($1.share, $0.rule.id) }.prefix(5))
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

extension Judge {
  /// What a rule says of one of its examples.
  fileprivate func messages(of rule: Rule, in example: Example) -> [String] {
    let second: String? =
      switch example.kind {
      case .document, .assertion: nil
      case .pair(let text), .choice(let text): text
      case .typed(_, let text): text
      }
    let findings = findings(in: example.kind, example.text.unmarked, second?.unmarked)
    return findings.filter { $0.rule.id == rule.id }.map(\.message)
  }

  /// Everything that is found in an example: in its documents, named `first` and `second`, and between them.
  func findings(in kind: Example.Kind, _ first: String, _ second: String?) -> [Finding] {
    let one = judge(Array(first.utf8), path: "first")
    let two = second.map { judge(Array($0.utf8), path: "second") }
    let alone = one.findings + (two?.findings ?? [])
    switch kind {
    case .document: return alone
    case .assertion(let side): return alone + assert(side, of: one)
    case .pair: return alone + (two.map { pair(identityProvider: one, serviceProvider: $0) } ?? [])
    case .typed(let values, _):
      let (idp, sp) = one.role == .identityProvider ? (one, two) : (two, one)
      return alone + compare(values, identityProvider: idp, serviceProvider: sp)
    case .choice:
      let good = judge(Array(Example.identityProvider().text.utf8), path: "idp.xml")
      return alone + (two.map { choice(of: [one, $0], for: good) } ?? [])
    }
  }
}

extension String {
  /// The text without the marks around what is reported.
  fileprivate var unmarked: String { String(UnicodeScalarView(unicodeScalars.filter { $0 != "«" && $0 != "»" })) }
}
