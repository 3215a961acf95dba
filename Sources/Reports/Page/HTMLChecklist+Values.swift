import Playbook
import Setup

extension HTMLChecklist {
  // MARK: Before the first step

  var prerequisites: HTML {
    let sides = Actor.allCases.filter { checklist.audience.actor.map { [$0] }?.contains($0) ?? true }
    let lists = sides.map { actor -> HTML in
      let items = playbook.prerequisites.filter { $0.actor == actor }.map { prerequisite -> HTML in
        let doubt: HTML = prerequisite.certainty == .believed ? " \(HTML.unconfirmed)" : .empty
        return "\(checklist.wording(prerequisite.text).html)\(doubt)"
      }
      return items.isEmpty ? .empty : "<p>The \(text: actor.title(in: playbook)) needs:</p>\n\(items.list())"
    }.joined()
    return lists.isEmpty ? .empty : section("Before you begin", lists)
  }

  var decisions: HTML {
    let rows = playbook.wishes.map { wish -> HTML in
      let answer: HTML
      if let progress {
        let isAssumed = !progress.answeredWishes.contains(wish)
        answer = "\(text: progress.wishes.contains(wish) ? "yes" : "no")\(text: isAssumed ? " (assumed)" : "")"
      } else {
        answer = "<em>open</em> (\(text: wish.assumed ? "yes" : "no") is assumed)"
      }
      return "<div><dt>\(checklist.wording(wish.prompt).html)</dt><dd>\(answer)</dd></div>\n"
    }
    guard !rows.isEmpty else { return .empty }
    return section(progress == nil ? "Decide first" : "Decided", "<dl class=\"rows\">\n\(rows.joined())</dl>\n")
  }

  var dates: HTML {
    guard let progress, !progress.datesAhead.isEmpty else { return .empty }
    let rows = progress.datesAhead.map { date -> HTML in
      let urgency: HTML = date.urgency.map { " <strong>\(text: $0)</strong>" } ?? .empty
      let reminder: HTML =
        date.reminder.map { "; AWS reminds from <time datetime=\"\(text: $0)\">\(text: $0)</time>" } ?? .empty
      return """
        <div><dt><time datetime="\(text: date.day)">\(text: date.day)</time>\(urgency)</dt>\
        <dd>\(text: date.title), \(text: date.distance)\(reminder)</dd></div>

        """
    }
    return section("Dates ahead", "<dl class=\"rows\">\n\(rows.joined())</dl>\n")
  }

  var flow: HTML {
    guard let flow = checklist.signInFlow else { return .empty }
    func name(_ party: SignInFlow.Party) -> HTML { "<b>\(text: party.title(in: playbook))</b>" }
    let events = flow.events.map { event -> HTML in
      switch event {
      case .message(let sender, let receiver, let wording):
        "<span class=\"parties\">\(name(sender)) <span aria-label=\"to\">→</span> \(name(receiver))</span> \(wording.html)"
      case .work(let party, let wording): "<span class=\"parties\">\(name(party))</span> \(wording.html)"
      }
    }
    let list = events.list("ol", class: "flow")
    return section("How people sign in", "<p>\(text: checklist.signInFlowIntroduction)</p>\n\(list)")
  }

  // MARK: Values

  /// The values: one list for both administrators, or those of one side's hand-over.
  var handover: HTML {
    guard let actor = checklist.audience.actor else { return values("Values", nil, checklist.values) }
    let other = actor.other.title(in: playbook)
    let handover = checklist.handover(of: actor)
    return values(
      "What you get from the \(other)", "Ask for what is not known yet before you need it.", handover.received)
      + values("What you hand to the \(other)", "Send it as soon as you have it.", handover.handed)
      + values("Your other values", nil, handover.own)
  }

  private func values(_ heading: String, _ introduction: String?, _ rows: [ValueRow]) -> HTML {
    guard !rows.isEmpty else { return .empty }
    let introduction: HTML = introduction.map { "<p>\(text: $0)</p>\n" } ?? .empty
    return section(heading, "\(introduction)<dl class=\"values\">\n\(rows.map(value).joined())</dl>\n")
  }

  private func value(_ row: ValueRow) -> HTML {
    let origin = row.origin.isEmpty ? .empty : "<p>Source: \(row.origin.map(\.html).joined("; "))</p>\n" as HTML
    let targets = row.targets.isEmpty ? .empty : "<p>Use: \(row.targets.map(\.html).joined("; "))</p>\n" as HTML
    return """
      <div><dt>\(text: title(of: row.subject))</dt>
      <dd>\(content(of: row))\(origin)\(targets)</dd></div>

      """
  }

  private func title(of subject: ValueRow.Subject) -> String {
    switch subject {
    case .fact(let key): key.definition.title
    case .secret(let secret): secret.title
    }
  }

  private func content(of row: ValueRow) -> HTML {
    switch row.subject {
    case .secret(let secret): return "<p>\(handling(of: secret))</p>\n"
    case .fact(let key):
      guard let shown = row.values else { return "<p>\(Self.unknown)</p>\n" }
      guard progress?.file(key) == nil, let values = checklist.values(of: key), !values.isEmpty else {
        return "<p>\(shown.map(\.html).joined("<br>"))</p>\n"
      }
      return values.map { copyable($0, named: key.definition.title) }.joined()
    }
  }

  static let unknown: HTML = "<em class=\"missing\">not known yet</em>"

  func handling(of secret: Secret, isEntered: Bool = false) -> HTML {
    "<em>a secret, never written here</em>: \(checklist.handling(of: secret, isEntered: isEntered).html)"
  }

  /// A value on a line of its own, with a button that copies it: exactly what is shown.
  func copyable(_ value: String, named name: String) -> HTML {
    """
    <div class="copy"><pre>\(.code(value))</pre>\
    <button type="button" data-script data-copy hidden aria-label="Copy: \(text: name)">Copy</button></div>

    """
  }

  private func section(_ heading: String, _ content: HTML) -> HTML {
    "<section>\n<h2>\(text: heading)</h2>\n\(content)</section>\n"
  }
}
