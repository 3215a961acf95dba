import Playbook
import Setup

extension MarkdownChecklist {
  /// The tables of the values: one for both administrators, or those of one side's hand-over.
  var values: [String] {
    guard let actor = checklist.audience.actor else { return section("Values", nil, checklist.values) }
    let other = actor.other.title(in: playbook)
    let handover = checklist.handover(of: actor)
    return section(
      "What you get from the \(other)", "Ask for what is not known yet before you need it.", handover.received)
      + section("What you hand to the \(other)", "Send it as soon as you have it.", handover.handed)
      + section("Your other values", nil, handover.own)
  }

  private func section(_ heading: String, _ introduction: String?, _ rows: [ValueRow]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let header = ["Value", "Comes from", "Goes into", "Is"]
    return ["## \(Markdown.text(heading))"] + (introduction.map { [$0] } ?? [])
      + [Markdown.table(header, rows.map(cells))]
  }

  private func cells(of row: ValueRow) -> [String] {
    [name(of: row.subject), lines(row.origin), lines(row.targets), content(of: row)]
  }

  private func name(of subject: ValueRow.Subject) -> String {
    switch subject {
    case .fact(let key): "\(Markdown.text(key.definition.title)) <!-- value: \(key.rawValue) -->"
    case .secret(let secret): "\(Markdown.text(secret.title)) <!-- secret: \(secret.rawValue) -->"
    }
  }

  private func content(of row: ValueRow) -> String {
    switch row.subject {
    case .fact: row.values.map(lines) ?? "_not known yet_"
    case .secret(let secret): handling(of: secret, in: .cell)
    }
  }

  /// What to do with a secret, and that it was entered, where it was.
  func handling(of secret: Secret, in place: Markdown.Place, isEntered: Bool = false) -> String {
    "_a secret, never written here_: \(checklist.handling(of: secret, isEntered: isEntered).markdown(in: place))"
  }

  private func lines(_ wordings: [Wording]) -> String {
    wordings.isEmpty ? "–" : wordings.map { $0.markdown(in: .cell) }.joined(separator: "<br>")
  }
}
