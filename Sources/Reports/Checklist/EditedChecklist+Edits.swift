public import Playbook
public import Setup

extension EditedChecklist {
  /// What was changed since the export.
  ///
  /// - Parameter exported: where the set-up stood then; nil for a blank checklist, which was exported from none.
  /// - Returns: the edits, and the steps of the playbook that are in the document.
  public func edits(since exported: Progress?, of playbook: Playbook) -> (edits: ChecklistEdits, steps: Set<StepID>) {
    // What was exported is written anew and read the same way: whatever is equal then was not changed.
    let checklist = exported.flatMap { progress in
      (try? SetupName("exported")).map { Checklist(progress, name: $0) }
    }
    var reader = ChecklistReader()
    reader.read(MarkdownChecklist(checklist ?? Checklist(playbook)).text)
    let steps = Set(content.boxes.map { StepID(rawValue: $0.step) }.filter { playbook.step($0) != nil })
    return (edits(since: reader.content, of: playbook), steps)
  }

  /// What is not as it is in the content of what was exported.
  func edits(since exported: Content, of playbook: Playbook) -> ChecklistEdits {
    var comparison = ContentComparison(exported, playbook)
    comparison.compare(content)
    return comparison.edits
  }
}

/// Finds what was changed in the content of a checklist.
private struct ContentComparison {
  private let base: EditedChecklist.Content
  private let playbook: Playbook
  private(set) var edits = ChecklistEdits()

  init(_ base: EditedChecklist.Content, _ playbook: Playbook) {
    self.base = base
    self.playbook = playbook
  }

  mutating func compare(_ content: EditedChecklist.Content) {
    edits.strays = content.strays
    compare(content.boxes)
    compare(content.values)
    compare(content.answers)
    compare(content.notes)
    let known = Set(base.others.map(\.essence))
    edits.passedOver = content.others.filter { !known.contains($0.essence) }.map(\.line)
    for place in content.secrets
    where !base.secrets.contains(where: { $0.secret == place.secret && $0.text == place.text }) {
      stray(.secret, place.line)
    }
    edits.strays.sort { $0.line < $1.line }
  }

  private mutating func stray(_ kind: Stray.Kind, _ line: Int) { edits.strays.append(Stray(kind, line: line)) }

  private mutating func compare(_ boxes: [EditedChecklist.Content.Box]) {
    let before = Dictionary(base.boxes.map { ($0.step, $0.tick) }) { first, _ in first }
    for (name, boxes) in Dictionary(grouping: boxes, by: \.step) {
      let id = StepID(rawValue: name)
      guard playbook.step(id) != nil else {
        stray(.step(name), boxes[0].line)
        continue
      }
      let ticks = Set(boxes.map(\.tick)).subtracting([.missing])
      if ticks.contains(.unclear) {
        edits.steps[id, default: StepEdit()].unclear.append("its box is neither [x] nor [ ]; write one of the two")
      } else if ticks.count > 1 {
        edits.steps[id, default: StepEdit()].unclear.append(
          "it stands there twice, ticked and not; keep one of the two")
      } else if let tick = ticks.first, tick != before[name], tick == .ticked || before[name] != .missing {
        edits.steps[id, default: StepEdit()].isTicked = tick == .ticked
      }
    }
  }

  private mutating func compare(_ values: [EditedChecklist.Content.Value]) {
    let groups = Dictionary(grouping: values, by: \.key).sorted { $0.value[0].line < $1.value[0].line }
    for (name, values) in groups {
      let before = base.values.filter { $0.key == name }.map(\.written)
      let changed = values.filter { value in
        !before.contains(value.written) && !(before.isEmpty && value.written == .unknown)
      }
      guard let first = changed.first else { continue }
      guard let key = FactKey(rawValue: name), let step = owner(of: key, among: changed.compactMap(\.step)) else {
        stray(.value(name), first.line)
        continue
      }
      var edit = edits.steps[step] ?? StepEdit()
      if changed.contains(where: { $0.written == .unclear }) {
        let line = changed.first { $0.written == .unclear }?.line ?? first.line
        edit.unclear.append("\(name), in line \(line), is not whole; write the value again, with its marks around it")
      } else if changed.contains(where: { $0.written != first.written }) {
        let lines = changed.map { String($0.line) }.enumeration
        edit.unclear.append("\(name) has different values, in lines \(lines); write the same everywhere, or change one")
      } else if case .entries(let entries) = first.written {
        edit.values[key] = entries
      } else {
        edit.emptied.append(key)
      }
      edits.steps[step] = edit
    }
  }

  /// The step to which a value belongs: one below which it was changed, if that asks for it, else the first that does.
  private func owner(of key: FactKey, among steps: [String]) -> StepID? {
    let asking = steps.map { StepID(rawValue: $0) }.first { id in
      playbook.step(id)?.asks.contains { $0.fact == key } == true
    }
    return asking ?? playbook.step(giving: key)?.id
  }

  private mutating func compare(_ answers: [EditedChecklist.Content.Answer]) {
    for (name, answers) in Dictionary(grouping: answers, by: \.wish) {
      let before = base.answers.filter { $0.wish == name }.map(\.text)
      let changed = answers.filter { !before.contains($0.text) }
      guard let first = changed.first else { continue }
      guard let wish = Wish(rawValue: name), playbook.wishes.contains(wish) else {
        stray(.wish(name), first.line)
        continue
      }
      let wanted = Set(changed.map { Self.isWanted($0.text) })
      if wanted.count == 1, case .some(.some(let isWanted)) = wanted.first {
        edits.wishes[wish] = isWanted
      } else {
        stray(.unclearWish(wish), first.line)
      }
    }
  }

  private static func isWanted(_ text: String) -> Bool? {
    switch text.filter({ !"*_`".contains($0) }).trimmed {
    case "yes", "y", "yes (assumed)": true
    case "no", "n", "no (assumed)": false
    default: nil
    }
  }

  private mutating func compare(_ notes: [EditedChecklist.Content.Note]) {
    let before = Set(base.notes.map { "\($0.step ?? "") \($0.text)" })
    for note in notes where !before.contains("\(note.step ?? "") \(note.text)") {
      let id = note.step.map { StepID(rawValue: $0) }
      if let id, playbook.step(id) != nil {
        // What is too much is refused; how much too much does not matter.
        let known = edits.steps[id]?.notes ?? []
        if known.count <= Merge.mostNotes, !known.contains(note.text) {
          edits.steps[id, default: StepEdit()].notes.append(note.text)
        }
      } else {
        stray(.note, note.line)
      }
    }
  }
}
