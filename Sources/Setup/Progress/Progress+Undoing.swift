import Playbook

extension [RecordedEvent] {
  /// The events that nobody took back.
  var counting: [RecordedEvent] {
    guard contains(where: \.event.isUndoing) else { return self }
    var known: Set<Int> = []
    var gone: Set<Int> = []
    for record in self {
      if case .undone(let numbers) = record.event { gone.formUnion(known.intersection(numbers)) }
      if record.event.canBeUndone { known.insert(record.number) }
    }
    return filter { !gone.contains($0.number) }
  }
}

extension Event {
  fileprivate var isUndoing: Bool { if case .undone = self { true } else { false } }

  /// Whether the event can be taken back. What began a flow decides how everything after it is read, and of what cannot
  /// be read nobody knows what it would leave behind.
  fileprivate var canBeUndone: Bool {
    switch self {
    case .started, .undone, .unknown: false
    default: true
    }
  }
}

extension Progress {
  /// The events that an event took back, in order; empty for one of another kind.
  public func takenBack(by record: RecordedEvent) -> [RecordedEvent] {
    guard case .undone(let numbers) = record.event else { return [] }
    return history.filter { $0.number < record.number && $0.event.canBeUndone && numbers.contains($0.number) }
  }

  /// The events of the operator's last answer that counts, in order: what was answered, and what followed from it by
  /// itself. Empty where nothing is left that can be taken back in the flow that was begun last.
  ///
  /// ```
  /// try setup.record(.undone(setup.progress.lastAnswer.map(\.number)), by: user, at: now)
  /// ```
  public var lastAnswer: [RecordedEvent] {
    var answer: [RecordedEvent] = []
    for record in counting.reversed() {
      switch record.event {
      case .started: return []
      case .undone, .unknown: continue
      case .secretEntered: answer.append(record)
      case .closed(let step, let evidence) where isConsequence(step, evidence, before: record.number):
        answer.append(record)
      case .wished, .answered, .filed, .compared, .closed, .skipped, .reopened, .noted, .postponed,
        .contradicted:
        return (answer + [record]).reversed()
      }
    }
    return []
  }

  /// Whether a step was closed by what was known by then, and not by a word or by what came with the closing itself.
  private func isConsequence(_ step: StepID, _ evidence: ClosingEvidence, before number: Int) -> Bool {
    switch evidence {
    case .word, .live: false
    case .file, .value, .pair: true
    case .comparison(let entries):
      entries.allSatisfy { entry in
        counting.contains { $0.number < number && $0.event == .compared(step, entry) }
      }
    }
  }

  /// What last changed something since the first `count` events: an event that counts, or the taking back of one from
  /// before.
  func lastChange(since count: Int, where concerns: (Event) -> Bool) -> RecordedEvent? {
    let counting = Set(counting.map(\.number))
    let before = Set(history.prefix(count).map(\.number))
    return history.dropFirst(count).last { record in
      record.event.isUndoing
        ? takenBack(by: record).contains { before.contains($0.number) && concerns($0.event) }
        : counting.contains(record.number) && concerns(record.event)
    }
  }
}
