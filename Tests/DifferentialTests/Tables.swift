import Support

/// What is known of the disagreements, read from the tables beside this file.
///
/// `Causes.tsv` names every reason to disagree and justifies it. `Disagreements.tsv` lists every document that a cause
/// occurs in. `Rules.tsv` lists the rules whose errors no schema could find, and why not.
struct Tables {
  /// A kind of difference.
  struct Cause {
    let name: String
    let oracle: Oracle
    /// What it is about, or `*`.
    let subjects: Set<String>
    /// Some of the words in which it is told, or `*`.
    let text: String
    /// The rules that say the same thing. Where one of them is broken, both sides agree.
    let rules: Set<String>
    /// Why it is right that Signpost says nothing, or something else; nil where a rule says the same.
    let justification: String?

    func covers(_ difference: Difference) -> Bool {
      oracle == difference.oracle && (subjects.contains("*") || subjects.contains(difference.subject))
        && (text == "*" || difference.text.contains(text))
    }
  }

  /// A line of `Disagreements.tsv`.
  struct Entry: Hashable, Comparable {
    let sha256: String
    let oracle: Oracle
    let cause: String

    static func < (one: Entry, other: Entry) -> Bool {
      (one.oracle, one.cause, one.sha256) < (other.oracle, other.cause, other.sha256)
    }
  }

  /// What the rest of such a line says.
  struct Saying: Hashable {
    /// The public repository and the path that the document is from.
    var origin: String
    /// What the oracle says, in short.
    var theirs: Set<String>
    /// What Signpost says of the same thing.
    var ours: Set<String>

    var line: String {
      [theirs, ours].map { $0.sorted().joined(separator: "; ") }.joined(separator: "\t")
    }
  }

  var causes: [Cause]
  var entries: [Entry: Saying]
  var rules: [String: String]

  static func read() throws -> Tables {
    let causes = try rows("Causes", ["cause", "oracle", "subjects", "text", "rules", "justification"]).map { row in
      Cause(
        name: row[0], oracle: try oracle(row[1]), subjects: Set(row[2].split(separator: ",").map(String.init)),
        text: row[3], rules: row[4] == "-" ? [] : Set(row[4].split(separator: ",").map(String.init)),
        justification: row[5] == "-" ? nil : row[5])
    }
    let entries = try rows(
      "Disagreements", ["sha256", "origin", "oracle", "cause", "oracle says", "Signpost says"]
    ).map { row in
      (
        Entry(sha256: row[0], oracle: try oracle(row[2]), cause: row[3]),
        Saying(origin: row[1], theirs: list(row[4]), ours: list(row[5]))
      )
    }
    let rules = try rows("Rules", ["rule", "justification"]).map { ($0[0], $0[1]) }
    return Tables(
      causes: causes, entries: try unique(entries, in: "Disagreements"), rules: try unique(rules, in: "Rules"))
  }

  private static func list(_ text: String) -> Set<String> { Set(text.split(separator: "; ").map(String.init)) }

  private static func unique<Key, Value>(_ pairs: [(Key, Value)], in table: String) throws -> [Key: Value] {
    try Dictionary(pairs) { _, _ in throw ToolFailure(description: "\(table).tsv has a line twice") }
  }

  private static func oracle(_ name: String) throws -> Oracle {
    guard let oracle = Oracle(rawValue: name) else { throw ToolFailure(description: "there is no oracle '\(name)'") }
    return oracle
  }

  private static func rows(_ name: String, _ columns: [String]) throws -> [[String]] {
    let text = try TestFile.text("\(Corpus.root)/Tests/DifferentialTests/\(name).tsv")
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard rows.first == columns, rows.allSatisfy({ $0.count == columns.count && !$0.contains("") }) else {
      throw ToolFailure(description: "\(name).tsv does not have the columns \(columns) in every line, filled")
    }
    return Array(rows.dropFirst())
  }
}
