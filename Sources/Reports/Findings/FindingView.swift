import Console
import Markup
import Rules

/// One finding as a compiler shows it: what, where, the line with a mark, why and what to do.
struct FindingView {
  private let finding: Finding
  private let namesEntity: Bool
  private let appearance: Appearance
  /// The columns of the greatest line number, so that all margins of the finding stand below each other.
  private let digits: Int

  /// - Parameters:
  ///   - finding: what is shown.
  ///   - namesEntity: whether the entity is named, because the file has several.
  ///   - appearance: the one it will be rendered with.
  init(_ finding: Finding, namesEntity: Bool, appearance: Appearance) {
    self.finding = finding
    self.namesEntity = namesEntity
    self.appearance = appearance
    digits = ([finding.place] + finding.related.map(\.place)).map { String($0.start.line).count }.max() ?? 1
  }

  /// The finding, without a line feed at its end; `more` counts findings of the same rule that are not shown.
  func text(andMore more: Int) -> StyledText {
    var lines = [finding.severity.header(finding.rule.id) + ": \(.strong("\(untrusted: finding.message)"))"]
    var entity = StyledText.empty
    if namesEntity, let entityID = finding.entityID { entity = " in the entity \(quoted: entityID)" }
    lines += place(finding.place, note: entity, sign: "^")
    for related in finding.related {
      lines += place(related.place, note: ": \(untrusted: related.message)", sign: "-")
    }
    if let words = finding.standingWords { lines.append(remark("", .caution("\(ours: words)"))) }
    lines.append(remark("why:", StyledText(ours: finding.rule.why)))
    lines.append(remark("do: ", StyledText(ours: finding.remedy)))
    if more > 0 { lines.append(remark("", "and \(more) more of \(ours: finding.rule.id) in this file")) }
    return lines.joined(separator: "\n")
  }

  private func place(_ place: Finding.Place, note: StyledText, sign: Character) -> [StyledText] {
    let location = "\(.path("\(untrusted: place.file)")):\(place.start.line):\(place.start.column)" as StyledText
    var lines: [StyledText] = ["\(margin) \(.quiet("\(mark: .corner)")) \(location)\(note)"]
    let gutter = digits + 4
    if let excerpt = place.excerpt,
      let view = ExcerptView(excerpt, sign: sign, columns: appearance.columns - gutter, appearance: appearance)
    {
      let number = String(place.start.line)
      let blanks = String(repeating: " ", count: digits - number.count)
      let bar = StyledText.quiet("\(mark: .bar)")
      lines.append("\(.quiet("\(ours: blanks + number)")) \(bar) \(view.line)")
      lines.append("\(margin) \(bar) \(view.mark.styled(finding.severity.role))")
    }
    return lines
  }

  private func remark(_ word: StyledText, _ text: StyledText) -> StyledText {
    let indent = digits + 1
    let start: StyledText = word.isEmpty ? "= " : "= \(.quiet(word)) "
    return (start + text)
      .wrapped(for: appearance, indent: indent, hanging: indent + start.columns(for: appearance))
  }

  private var margin: StyledText { StyledText(ours: String(repeating: " ", count: digits)) }
}

extension Severity {
  /// What text of this severity is to a reader.
  var role: Role {
    switch self {
    case .error: .danger
    case .warning: .caution
    case .note: .notice
    }
  }

  /// `error[IDP003]`.
  func header(_ rule: String) -> StyledText {
    StyledText(ours: "\(rawValue)[\(rule)]").styled(role)
  }
}
