import Console
import Playbook
import Reports
import SAML
import Setup

/// The first lines of a walk: what is about to be done, or where it was left.
struct Greeting {
  let progress: Progress
  let path: String
  /// What has to be told about the journal.
  let notices: [String]
  /// What stands beside this flow.
  let beside: [StyledText]
  /// Whether questions are put with fields, which show their keys themselves.
  let showsKeys: Bool

  var paragraphs: [Paragraph] {
    var paragraphs = [Paragraph(.strong("\(ours: progress.playbook.title)"))]
    paragraphs += notices.map { indented("\(.caution("caution")): \(untrusted: $0)") }
    if progress.isUntouched {
      let preflight = Preflight(progress.playbook, source: progress.identitySource)
      paragraphs += PreflightPage(preflight: preflight).paragraphs.map(indented)
    } else {
      paragraphs += standing.map(indented)
    }
    paragraphs += beside.map(indented)
    paragraphs.append(indented("Saved in \(.path("\(untrusted: path)")); you can leave at any time."))
    if !showsKeys { paragraphs.append(indented(keys)) }
    return paragraphs
  }

  private func indented(_ text: StyledText) -> Paragraph { Paragraph(text, indent: 2, hanging: 4) }

  private var keys: StyledText {
    """
    Instead of Enter (of text: after a colon, \(.command(":q"))): \
    \(.command("?")) why, \(.command("p")) pitfalls, \(.command("c")) copy, \(.command("o")) open, \
    \(.command("b")) back, \(.command("s")) skip, \(.command("w")) wait, \(.command("j")) jump, \(.command("u")) undo, \
    \(.command("n")) note, \(.command("q")) leave.
    """
  }

  // MARK: Resuming

  /// What is done, what is next, what went stale, what waits and what expires soon.
  private var standing: [StyledText] {
    let counts = progress.counts
    var lines: [StyledText] = ["\(counts.done) of \(counts.applicable) steps done\(ours: others(counts))."]
    for entry in progress.steps {
      guard case .stale(_, let changes) = entry.state else { continue }
      let why = changes.map(\.description).joined(separator: "; ")
      lines.append("\(.caution("stale")): \(ours: entry.step.title) (\(untrusted: why, limit: 200))")
    }
    lines += progress.closedRemarks.map { "\(.caution("caution")): \($0.title): \($0.remark)" }
    lines += progress.postponed.compactMap { entry in
      entry.postponed.map { "waits: \(ours: entry.step.title), \(ours: $0.until.distance(from: progress.now))" }
    }
    if let next = progress.next { lines.append("next: \(ours: next.step.title)") }
    lines += progress.datesAhead.filter { $0.urgency(within: DateAhead.usualHorizon) != nil }.map { date in
      let role: Role = date.isPast ? .danger : .caution
      let urgency = StyledText(ours: date.urgency(within: DateAhead.usualHorizon) ?? "").styled(role)
      return "\(urgency): \(ours: date.title) on \(ours: date.day), \(ours: date.distance)"
    }
    return lines
  }

  private func others(_ counts: Progress.Counts) -> String {
    let others = [(counts.skipped, "skipped"), (counts.stale, "stale")]
    return others.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
  }
}

extension Progress {
  /// What is worth knowing of steps that are closed.
  var closedRemarks: [(title: StyledText, remark: StyledText)] {
    steps.flatMap { entry -> [(title: StyledText, remark: StyledText)] in
      switch entry.state {
      case .done, .stale:
        remarks(on: entry.step).map { ("\(ours: entry.step.title)", "\(untrusted: $0.text)") }
      default: []
      }
    }
  }
}
