import Playbook

extension AnswersFile {
  /// What was answered in a set-up, so that another one can be begun with the same answers: values that were asked for,
  /// wishes, the words that closed steps, what consoles showed, and the reasons of what was left out.
  ///
  /// What has to be asked again is left out: a value of a step that was reopened, last year's day of a token in this year's
  /// renewal, the word for a step whose evidence has changed since. So a set-up that is half done stops at the same
  /// question again.
  public init(of progress: Progress) {
    var facts: [FactKey: Value] = [:]
    for (key, fact) in progress.facts where !progress.isAskedAgain(key) {
      guard case .asked = key.definition.origin else { continue }
      facts[key] = key.definition.kind.isList ? .list(fact.values) : fact.values.first.map(Value.text)
    }
    if let source = progress.playbook.impliedSource { facts[.identitySource] = .text(source.rawValue) }
    var confirmed: [StepID: Statement] = [:]
    var shown: [StepID: [FactKey: String]] = [:]
    var skipped: [StepID: Statement] = [:]
    for step in progress.steps {
      switch step.state {
      case .done(let closing): (confirmed[step.id], shown[step.id]) = Self.testimony(closing.evidence, in: step.step)
      case .skipped(let skip): skipped[step.id] = Self.readable(skip.reason)
      case .ready, .waiting, .undecided:
        let compared = progress.comparisons[step.id] ?? [:]
        shown[step.id] = Self.shown(progress.compared(in: step.step).compactMap { compared[$0] }, in: step.step)
      case .stale, .notApplicable: continue
      }
    }
    self.facts = facts
    wishes = Dictionary(uniqueKeysWithValues: progress.answeredWishes.map { ($0, progress.wishes.contains($0)) })
    self.confirmed = confirmed
    self.shown = shown
    self.skipped = skipped
  }

  /// What the operator brought to close a step, where the step is still closed in that way.
  private static func testimony(
    _ evidence: ClosingEvidence, in step: Step
  ) -> (word: Statement?, shown: [FactKey: String]?) {
    switch (evidence, step.proof) {
    case (.word(let reason, _), .word): (readable(reason), nil)
    case (.comparison(let compared), .shown): (nil, shown(compared, in: step))
    default: (nil, nil)
    }
  }

  /// Entries of a list stand in lines, as a console shows them.
  private static func shown(_ compared: [ClosingEvidence.Compared], in step: Step) -> [FactKey: String]? {
    guard case .shown(let keys) = step.proof else { return nil }
    let texts = compared.filter { keys.contains($0.fact) }.map { ($0.fact, $0.values.joined(separator: "\n")) }
    return texts.isEmpty ? nil : Dictionary(texts) { $1 }
  }

  /// Words that a journal holds, where they would be taken again: somebody else may have written it.
  private static func readable(_ words: Statement) -> Statement? { try? Statement(words.text) }

  // MARK: The document

  /// The file as it is written: JSON, one member a line, with names in order and a line feed at its end.
  public var document: String {
    var members: [String: JSON] = [:]
    for (key, value) in facts { members[key.rawValue] = value.json }
    func add<Key: RawRepresentable<String>, Value>(_ section: String, _ entries: [Key: Value], _ json: (Value) -> JSON)
    {
      guard !entries.isEmpty else { return }
      members[section] = .object(Dictionary(entries.map { ($0.key.rawValue, json($0.value)) }) { $1 })
    }
    add("wishes", wishes) { .bool($0) }
    add("confirmed", confirmed) { .string($0.text) }
    add("skipped", skipped) { .string($0.text) }
    add("shown", shown) { entries in
      .object(
        Dictionary(
          entries.map { key, text in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return (key.rawValue, lines.count > 1 ? JSON(lines) : .string(text))
          }
        ) { $1 })
    }
    return JSON.object(members).indented
  }
}

extension AnswersFile.Value {
  fileprivate var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .list(let entries): JSON(entries)
    }
  }
}

extension Playbook {
  /// What signs people in, where the playbook does not ask because it was begun for that: an answers file has to say it,
  /// so that the same flow is chosen by it. Where it says nothing, a set-up is begun.
  fileprivate var impliedSource: IdentitySource? {
    let sources = IdentitySource.allCases.filter { $0.flow == flow }
    return flow != .setUp && step(giving: .identitySource) == nil && sources.count == 1 ? sources.first : nil
  }
}

extension Progress {
  /// Whether every step that asks for a fact asks for it again although it has a value.
  fileprivate func isAskedAgain(_ key: FactKey) -> Bool {
    let asking = playbook.steps.compactMap { step in
      step.asks.first { $0.fact == key }.map { wants($0, in: step) }
    }
    return !asking.isEmpty && asking.allSatisfy(\.self)
  }
}
