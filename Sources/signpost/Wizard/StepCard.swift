import Console
import Playbook
import Reports
import Setup

/// A step as it stands above its questions: what it is, where it is done, what to do, what was answered already and what
/// will prove it.
struct StepCard {
  let screen: StepScreen
  let entry: Progress.StepProgress
  let progress: Progress
  let name: SetupName
  /// Whether the question below says itself what proves the step.
  let isProofAsked: Bool

  var card: Card {
    var paragraphs = [
      Paragraph(.empty), Paragraph(screen.heading(in: progress.playbook), hanging: 4), indented(screen.place),
    ]
    paragraphs += state.map(indented)
    paragraphs += screen.body.map { Paragraph($0, indent: 2, hanging: 5) }
    paragraphs += answered.map(indented)
    if !isProofAsked, !entry.state.isSettled { paragraphs.append(indented(proof)) }
    return Card(id: entry.id.rawValue, paragraphs: paragraphs)
  }

  private func indented(_ text: StyledText) -> Paragraph { Paragraph(text, indent: 2, hanging: 4) }

  /// Why a step that was open or closed before is here again.
  private var state: [StyledText] {
    var lines: [StyledText] =
      switch entry.state {
      case .stale(_, let changes): changes.map { "\(.caution("stale")): \(untrusted: $0.description)" }
      case .done(let closing): ["\(.success("done")): \(untrusted: closing.evidence.summary)"]
      case .skipped(let skip): ["skipped: \(untrusted: skip.reason.text)"]
      case .waiting(let needs):
        needs.compactMap { progress[$0] }.map { "\(.caution("comes after")): \(ours: $0.step.title)" }
      case .undecided(let facts):
        ["it depends on the \(ours: facts.map(\.definition.title).joined(separator: ", ")) whether this is needed"]
      case .ready, .notApplicable: []
      }
    if let postponed = entry.postponed, postponed.until <= progress.now {
      lines.append("\(.notice("back")): the time that you gave it has passed")
    }
    lines += entry.notes.map { "\(.notice("note")): \(untrusted: $0.text.text)" }
    return lines
  }

  /// What was answered and compared so far.
  private var answered: [StyledText] {
    guard !entry.state.isSettled else { return [] }
    let answers = entry.step.asks.compactMap { question -> StyledText? in
      guard !progress.wants(question, in: entry.step), let fact = progress.facts[question.fact] else { return nil }
      let values = fact.values.isEmpty ? "none" : fact.values.joined(separator: ", ")
      return "\(mark: .done) \(ours: question.fact.definition.title): \(.code("\(untrusted: values)"))"
    }
    guard case .shown(let keys) = entry.step.proof else { return answers }
    let compared = progress.compared(in: entry.step)
    return answers
      + keys.filter(compared.contains).map { "\(mark: .done) \(screen.name(of: $0)): the console shows the same" }
  }

  private var proof: StyledText {
    let words: StyledText =
      switch entry.step.proof {
      // The values stand above already.
      case .shown: "what the console shows afterwards is the same, character by character"
      default: Checklist.proof(of: entry.step, in: progress, named: name)
      }
    let wait: StyledText = entry.step.wait.map { " \(screen.text(of: $0.words))" } ?? .empty
    return "\(.quiet("Proof")): \(words).\(wait)"
  }
}
