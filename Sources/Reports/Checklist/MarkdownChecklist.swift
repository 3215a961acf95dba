import Playbook
import SAML
import Setup

/// The checklist as Markdown: for a pull request, a wiki or an e-mail, to be ticked off and taken back.
///
/// Boxes are ticked by progress alone. Everything that others wrote is a code span or a code block, and never stands on
/// the line of a box: GitHub ticks a box wherever its line holds `[x]`, even in a code span.
public struct MarkdownChecklist: Sendable {
  /// What is written down.
  public let checklist: Checklist

  /// A document of the checklist.
  public init(_ checklist: Checklist) {
    self.checklist = checklist
  }

  /// The document, with a line feed at its end.
  public var text: String {
    (head + standing + overview + preflight + decisions + flow + values + dates + stages).joined(separator: "\n\n")
      + "\n"
  }

  var playbook: Playbook { checklist.playbook }
  var progress: Progress? { checklist.standing?.progress }

  // MARK: Head

  private var head: [String] {
    let actors = checklist.audience.actor.map { [$0] } ?? Actor.allCases
    let readers = actors.map { "the \($0.title(in: playbook))" }.enumeration
    // A journal can name an overlay that is not known here: others' text, which has no place in a comment.
    let overlay = playbook.overlay.flatMap(Overlay.named).map { "<!-- overlay: \($0.name) -->" }
    return [
      marker
    ] + (overlay.map { [$0] } ?? []) + [
      "# \(Markdown.text(playbook.title))",
      playbook.summary.map { checklist.wording($0).markdown() }.joined(separator: " "),
      "**For:** \(Markdown.text(readers))." + (checklist.audience == .all ? "" : " " + Self.numbering),
      """
      Words of the consoles are **bold**, exactly as they are shown. What stands as _‹name›_ is a value that is not known \
      yet. _(unconfirmed)_ follows what the vendor's own pages do not confirm.
      """,
      Self.handingBack,
    ]
  }

  /// Which state of which set-up the document shows; nil for a blank checklist.
  var base: String? {
    checklist.standing.map { name, progress in
      "<!-- set-up: \(name.text) \(progress.mark.events) \(progress.mark.digest) -->"
    }
  }

  private static let handingBack = """
    **To hand it back** with `signpost import`: tick what is done, write values in the place of _not known yet_, and below \
    a step begin a line with `Note:`.
    """

  /// By which the document is recognised as a checklist, and of what.
  var marker: String {
    "<!-- signpost.checklist/v1 \(playbook.provider) \(playbook.flow.rawValue) \(checklist.audience.rawValue) -->"
  }

  private static let numbering = "Steps keep the numbers of the whole checklist; those of the other side are left out."

  // MARK: Where the set-up stands

  private var standing: [String] {
    guard let (name, progress) = checklist.standing else { return [] }
    let counts = StepCounts(checklist.entries)
    var lines = [
      "**Set-up:** \(Markdown.code(name.text, in: .text)), as of \(progress.now.date)",
      "**Progress:** \(counts.summary)",
    ]
    if let next = checklist.next {
      let title = "step \(next.number), \(next.step.title)"
      let place = "\(next.step.actor.title(in: playbook)), \(next.step.place.console)"
      lines.append("**Next:** \(Markdown.text(title)) (\(Markdown.text(place)))")
    } else if counts.isComplete {
      lines.append("**Next:** nothing is left to do")
    } else if let (entry, postponement) = checklist.nextPostponed {
      let words = "nothing yet; step \(entry.number), \(entry.step.title), is postponed until \(postponement.until)"
      lines.append("**Next:** \(Markdown.text(words))")
    } else if let first = progress.next.flatMap({ checklist.entry($0.id) }) {
      let words = "nothing yet; step \(first.number), \(first.step.title), comes first"
      lines.append("**Next:** \(Markdown.text("\(words) (\(first.step.actor.title(in: playbook)))"))")
    }
    return [base, lines.map { "- " + $0 }.joined(separator: "\n")].compactMap(\.self)
  }

  // MARK: Before the first step

  private var decisions: [String] {
    guard !playbook.wishes.isEmpty else { return [] }
    let rows = playbook.wishes.map { wish -> [String] in
      let answer: String
      if let progress {
        answer =
          (progress.wishes.contains(wish) ? "yes" : "no") + (progress.answeredWishes.contains(wish) ? "" : " (assumed)")
      } else {
        answer = "_open_ (\(wish.assumed ? "yes" : "no") is assumed)"
      }
      return ["\(checklist.wording(wish.prompt).markdown(in: .cell)) <!-- wish: \(wish.rawValue) -->", answer]
    }
    return ["## \(progress == nil ? "Decide first" : "Decided")", Markdown.table(["Question", "Answer"], rows)]
  }

  // MARK: Dates

  private var dates: [String] {
    guard let progress, !progress.datesAhead.isEmpty else { return [] }
    let rows = progress.datesAhead.map { date in
      [
        Markdown.text(date.title), date.day,
        Markdown.text(date.distance) + (date.urgency.map { ": **\($0)**" } ?? ""),
        date.reminders.isEmpty
          ? "nobody" : date.reminders.map { $0.wording.markdown(in: .cell) }.joined(separator: "; "),
      ]
    }
    return ["## Dates ahead", Markdown.table(["What", "Day", "When", "Who reminds"], rows)]
  }

  // MARK: Steps

  private var stages: [String] {
    checklist.stages.flatMap { stage, entries -> [String] in
      let counts = StepCounts(entries)
      let summary = counts.applicable > 0 ? [counts.summary + "."] : []
      return ["## \(Markdown.text(stage.purpose.title))"] + summary + entries.map(item)
    }
  }
}

extension Markdown {
  /// A table; the cells are Markdown already.
  static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}
