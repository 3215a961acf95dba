import Playbook
import SAML

/// Judges what was changed at one step.
struct StepJudge {
  let step: Step
  let count: Int
  let actor: String
  let at: Instant
  var progress: Progress
  private var events: [Event] = []
  private var conflicts: [Conflict] = []
  private var refusals: [Refusal] = []

  init(step: Step, count: Int, actor: String, at: Instant, progress: Progress) {
    self.step = step
    self.count = count
    self.actor = actor
    self.at = at
    self.progress = progress
  }

  mutating func verdict(on edit: StepEdit) -> Merge.Verdict {
    conflicts = edit.unclear.map(Conflict.unclear)
    if edit.isTicked == false { reopen() }
    for key in FactKey.allCases {
      if let entries = edit.values[key] { take(entries, as: key) }
      if edit.emptied.contains(key), progress.facts[key] != nil { refusals.append(.emptied(key)) }
    }
    if edit.isTicked == true { close() }
    take(edit.notes)
    if !conflicts.isEmpty { return .conflict(conflicts) }
    if !refusals.isEmpty { return .refused(refusals) }
    return events.isEmpty ? .already : .taken(events)
  }

  private mutating func happen(_ event: Event) {
    events.append(event)
    progress = progress.adding([event], by: actor, at: at)
  }

  /// What last happened to the box since the export: going back to a flow opens none.
  private var later: RecordedEvent? {
    let change = progress.lastChange(since: count) { event in
      switch event {
      case .closed(step.id, _), .skipped(step.id, _), .reopened(step.id, _): true
      default: false
      }
    }
    let beginning = progress.history.dropFirst(count).first { $0.number == progress.began }
    return [change, beginning].compactMap { $0 }.max { $0.number < $1.number }
  }

  // MARK: The box

  private mutating func reopen() {
    let isOpen: Bool
    switch progress[step.id]?.state {
    case .done?, .stale?, .skipped?: isOpen = false
    default: isOpen = true
    }
    if isOpen { return }
    if let later { return conflicts.append(.changed(later)) }
    happen(.reopened(step.id, reason: try? Statement("the tick was taken away in an edited checklist")))
  }

  private mutating func close() {
    let isValueNew = events.contains { if case .answered = $0 { true } else { false } }
    if case .done? = progress[step.id]?.state, !isValueNew { return }
    if let later { return conflicts.append(.changed(later)) }
    let testimony: Testimony
    if case .word = step.proof, let word = try? Statement("ticked in an edited checklist") {
      testimony = .word(word)
    } else {
      testimony = .none
    }
    do throws(Obstruction) {
      happen(.closed(step.id, try progress.closing(step.id, with: testimony)))
    } catch {
      refusals += error.obstacles.map(Refusal.obstacle)
    }
  }

  // MARK: Values

  private mutating func take(_ entries: [String], as key: FactKey) {
    if case .derived(let source) = key.definition.origin { return refusals.append(.derived(key, from: source)) }
    if key.definition.kind.isMetadataFile { return refusals.append(.file(key)) }
    let fact = progress.facts[key]
    if case .readFrom(let file)? = fact?.provenance { return refusals.append(.derived(key, from: file)) }
    let question = step.asks.first { $0.fact == key }
    let reading: FactReading
    do throws(Rejection) {
      reading = try key.read(
        entries: entries, in: progress.circumstances, now: progress.now, isOptional: question?.isOptional ?? false)
    } catch { return refusals.append(.value(key, error)) }
    // What the flow asks for anew is news even where it is what it was.
    let known = question.map { progress.answer(to: $0, in: step) } ?? fact
    if let known, known.values.sorted() == reading.values.sorted() { return }
    let later = progress.lastChange(since: count) { event in
      if case .answered(let answer) = event { answer.fact == key } else { false }
    }
    if let later, let fact {
      // The value that counts again is older than the export; who took the newer one back is the news.
      if case .undone = later.event { return conflicts.append(.changed(later)) }
      return conflicts.append(.value(fact))
    }
    let source = try? Statement("an edited checklist")
    happen(.answered(Event.Answer(reading, step: step.id, evidence: source)))
  }

  // MARK: Notes

  private mutating func take(_ notes: [String]) {
    guard notes.count <= Merge.mostNotes else { return refusals.append(.tooManyNotes) }
    for note in notes {
      do throws(Rejection) {
        let note = try Statement(note)
        let isKnown = progress[step.id]?.notes.contains { $0.text.text.utf8.elementsEqual(note.text.utf8) } == true
        if !isKnown { happen(.noted(step.id, note)) }
      } catch { refusals.append(.note(error)) }
    }
  }
}
