extension Tables {
  /// What is known of one document, held against what was found.
  struct Verdict {
    /// What the tables do not account for, each in one line.
    var problems: [String] = []
    /// The disagreements that have a cause.
    var found: [Entry: Saying] = [:]
  }

  /// Finds a cause for each difference. Where one of the cause's rules is broken, both sides say the same, and where
  /// none is, the cause has to justify that.
  func verdict(_ differences: [Difference], in document: String, sha256: String, judgement: Judgement?) -> Verdict {
    var verdict = Verdict()
    for difference in differences {
      let words = "\(difference.subject): \(difference.text.prefix(300))"
      guard let cause = causes.first(where: { $0.covers(difference) }) else {
        verdict.problems.append("\(document): \(difference.oracle.rawValue): no cause in Causes.tsv: \(words)")
        continue
      }
      if let judgement, !cause.rules.isDisjoint(with: judgement.errors.union(judgement.warnings)) { continue }
      guard cause.justification != nil else {
        verdict.problems.append("\(document): none of the rules \(cause.rules.sorted()) says: \(words)")
        continue
      }
      let entry = Entry(sha256: sha256, oracle: difference.oracle, cause: cause.name)
      verdict.found[entry, default: Saying(origin: document, theirs: [], ours: [])].theirs.insert(difference.theirs)
      verdict.found[entry]?.ours.insert(difference.ours)
    }
    return verdict
  }

  /// Holds the disagreements with an oracle against the list: what is not in it, what is there in other words, and what
  /// is in it though the document was looked at and nobody disagrees. The lines can be copied into the table.
  func problems(with oracle: Oracle, found: [Entry: Saying], among documents: Set<String>) -> [String] {
    var problems: [String] = []
    for (entry, saying) in found.sorted(by: { $0.key < $1.key }) {
      let known = entries[entry]
      if known?.theirs == saying.theirs, known?.ours == saying.ours { continue }
      let origin = known?.origin ?? saying.origin
      problems.append(
        """
        Disagreements.tsv \(known == nil ? "lacks" : "says otherwise than"):
        \(entry.sha256)\t\(origin)\t\(oracle.rawValue)\t\(entry.cause)\t\(saying.line)
        """)
    }
    let gone = entries.filter { entry, _ in
      entry.oracle == oracle && documents.contains(entry.sha256) && found[entry] == nil
    }
    return problems
      + gone.sorted { $0.key < $1.key }.map { "no longer a disagreement: '\($0.key.cause)' in \($0.value.origin)" }
  }
}
