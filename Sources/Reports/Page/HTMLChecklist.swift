import Playbook
import SAML
import Setup

/// The checklist as one HTML page for a person without a terminal: values to copy, boxes that the browser remembers,
/// and nothing that the page needs from anywhere else.
public struct HTMLChecklist: Sendable {
  /// What is shown.
  public let checklist: Checklist

  /// A page of the checklist.
  public init(_ checklist: Checklist) {
    self.checklist = checklist
  }

  /// The page, with a line feed at its end.
  public var text: String {
    let setup: HTML = checklist.standing.map { "\(text: $0.name.text): " } ?? .empty
    let main: [HTML] = [prerequisites, decisions, handover, flow, dates, stages, ending]
    return Page(
      title: "\(setup)\(text: playbook.title)", key: "\(text: key)",
      body: """
        <a class="skip" href="#steps">To the steps</a>
        \(head)\(toolbar)<main>
        \(main.joined())</main>
        <p id="said" class="unseen" role="status"></p>

        """
    ).text
  }

  var playbook: Playbook { checklist.playbook }
  var progress: Progress? { checklist.standing?.progress }

  /// Under which name the boxes are remembered: the same for every export of one set-up, for whomever it is.
  private var key: String {
    let setup = checklist.standing.map { "/\($0.name.text)" } ?? ""
    return "\(playbook.provider)/\(playbook.flow.rawValue)\(setup)"
  }

  // MARK: Head

  private var head: HTML {
    let actors = checklist.audience.actor.map { [$0] } ?? Actor.allCases
    let readers = actors.map { "the \($0.title(in: playbook))" }.enumeration
    let numbering: HTML =
      checklist.audience == .all
      ? .empty : " Steps keep the numbers of the whole checklist; those of the other side are left out."
    return """
      <header>
      <p class="readers">For \(text: readers)</p>
      <h1>\(text: playbook.title)</h1>
      <p>\(playbook.summary.map { checklist.wording($0).html }.joined(" "))</p>
      \(standing)<p class="aside">Words of the consoles are <b>bold</b>, exactly as they are shown. What stands as \
      <em class="missing">‹name›</em> is a value that is not known yet. \(HTML.unconfirmed) follows what the vendor’s own \
      pages do not confirm.\(numbering)</p>
      \(contents)</header>

      """
  }

  private var standing: HTML {
    guard let (name, progress) = checklist.standing else { return .empty }
    let counts = StepCounts(checklist.entries)
    return """
      <dl class="standing">
      <div><dt>Set-up</dt><dd>\(.code(name.text)), as of \(text: progress.now.date)</dd></div>
      <div><dt>Proved so far</dt><dd>\(text: counts.summary)</dd></div>
      <div><dt>Next</dt><dd>\(next(counts, progress))</dd></div>
      </dl>

      """
  }

  private func next(_ counts: StepCounts, _ progress: Progress) -> HTML {
    if let next = checklist.next {
      return "<a href=\"#\(text: next.step.id.rawValue)\">\(next.number). \(text: next.step.title)</a>"
    }
    if let (entry, postponement) = checklist.nextPostponed {
      return """
        nothing yet; step \(entry.number), \(text: entry.step.title), is postponed until \
        \(text: postponement.until.description)
        """
    }
    guard !counts.isComplete, let first = progress.next.flatMap({ checklist.entry($0.id) }) else {
      return "nothing is left to do"
    }
    return """
      nothing yet; step \(first.number) comes first, \(text: first.step.title) \
      (\(text: first.step.actor.title(in: playbook)))
      """
  }

  private var contents: HTML {
    let stages = checklist.stages.map { stage, entries -> HTML in
      let links = entries.map { entry -> HTML in
        let link: HTML = "<a href=\"#\(text: entry.step.id.rawValue)\">\(entry.number). \(text: entry.step.title)</a>"
        return "\(link) <span class=\"outlook\">\(outlook(of: entry))</span>"
      }
      return "<b>\(text: stage.purpose.title)</b>\n\(links.list())"
    }
    return """
      <nav aria-label="Steps">
      <details>
      <summary>The steps at a glance</summary>
      \(stages.list(class: "contents"))</details>
      </nav>

      """
  }

  /// Who does a step, where the page is for both, and where it stands.
  private func outlook(of entry: Checklist.Entry) -> HTML {
    let actor: HTML = checklist.audience == .all ? "\(text: entry.step.actor.title(in: playbook))" : .empty
    let state: HTML = progress == nil ? .empty : checklist.outlook(of: entry).html
    return [actor, state].filter { !$0.isEmpty }.joined(", ")
  }

  /// What needs the script is shown by the script alone.
  private var toolbar: HTML {
    """
    <div class="toolbar" data-script hidden>
    <span id="count"></span>
    <progress id="meter" aria-labelledby="count" max="1" value="0"></progress>
    <button type="button" id="open-only" aria-pressed="false">Open steps only</button>
    </div>

    """
  }

  // MARK: Steps

  private var stages: HTML {
    let sections = checklist.stages.map { stage, entries -> HTML in
      let counts = StepCounts(entries)
      let summary: HTML = progress != nil && counts.applicable > 0 ? "<p>\(text: counts.summary).</p>\n" : .empty
      return """
        <section>
        <h2>\(text: stage.purpose.title)</h2>
        \(summary)\(entries.map(article).joined())</section>

        """
    }
    return "<div id=\"steps\" tabindex=\"-1\">\n\(sections.joined())</div>\n"
  }

  /// What becomes of the ticks.
  private var ending: HTML {
    let other: HTML = checklist.audience.actor.map { " to the \(text: $0.other.title(in: playbook))" } ?? .empty
    return """
      <section class="ending">
      <h2>When you have come to an end</h2>
      <p>The boxes are your own marks. They stay in this browser and are sent to nobody; a step counts as done in the \
      set-up once it is recorded there.</p>
      <p data-script hidden><button type="button" id="copy-ticks" data-head="\(text: markdown.marker)"\(base)>\
      Copy what is ticked</button> \
      Send the text\(other); <code>signpost import</code> takes it.</p>
      <p data-script hidden><button type="button" id="forget">Forget my marks</button> The boxes are again as the page \
      came.</p>
      <noscript><p>This browser runs no scripts: everything can be read and ticked, but nothing is remembered, and values \
      are copied by hand.</p></noscript>
      </section>

      """
  }

  /// The checklist in Markdown, in whose form the ticks are handed back.
  private var markdown: MarkdownChecklist { MarkdownChecklist(checklist) }

  /// The state of the set-up on which the ticks rest, so that what changed since is seen when they come back.
  private var base: HTML { markdown.base.map { " data-base=\"\(text: $0)\"" } ?? .empty }
}
