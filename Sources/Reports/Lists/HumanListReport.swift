public import Console
import Rules
import Setup

/// A judged list for people: each rule once, with the entries that break it, and a summary at the end.
public struct HumanListReport: Sendable {
  private let report: ListReport
  private let appearance: Appearance
  /// How many entries are shown of one rule; the rest is counted.
  private static let mostShown = 20

  /// A document of the report for a stream that looks like this.
  public init(_ report: ListReport, appearance: Appearance) {
    self.report = report
    self.appearance = appearance
  }

  /// The document as it is written, with a line feed at its end.
  public var text: String { (blocks.joined(separator: "\n\n") + "\n").rendered(appearance) }

  private var blocks: [StyledText] { rules + [present, summary].compactMap(\.self) }

  // MARK: Findings

  private var rules: [StyledText] {
    var order: [String] = []
    let groups = Dictionary(grouping: report.findings, by: \.rule.id)
    for finding in report.findings where !order.contains(finding.rule.id) { order.append(finding.rule.id) }
    return order.compactMap { id in groups[id].flatMap(block) }
  }

  private func block(_ findings: [ListFinding]) -> StyledText? {
    guard let rule = findings.first?.rule else { return nil }
    let head: StyledText = "\(rule.severity.header(rule.id)): \(.strong("\(ours: rule.summary)"))"
    var lines = [head.wrapped(for: appearance, hanging: 2)]
    lines += findings.prefix(Self.mostShown).map { finding in
      let place: StyledText = .path("\(untrusted: report.file(of: finding))") + suffix(finding.place)
      let line: StyledText = "\(place): \(quoted: finding.subject, limit: 80): \(untrusted: finding.message)"
      return line.wrapped(for: appearance, indent: 2, hanging: 4)
    }
    if findings.count > Self.mostShown { lines.append("  and \(findings.count - Self.mostShown) more") }
    lines.append(("\(.quiet("why:")) \(ours: rule.why)" as StyledText).wrapped(for: appearance, indent: 2, hanging: 7))
    lines.append(
      ("\(.quiet("do:"))  \(ours: rule.remedy)" as StyledText).wrapped(for: appearance, indent: 2, hanging: 7))
    return lines.joined(separator: "\n")
  }

  private func suffix(_ place: ListPlace?) -> StyledText {
    switch place {
    case .line(let number)?: ":\(number)"
    case .entry(let number)?: ", entry \(number)"
    case nil: .empty
    }
  }

  // MARK: What was judged

  /// The required groups that are there.
  private var present: StyledText? {
    guard case .groups(_, let required) = report.subject else { return nil }
    let names = required.compactMap { group -> StyledText? in
      guard case .present = group.state else { return nil }
      return .code("\(untrusted: group.name)")
    }
    if names.isEmpty { return nil }
    return ("in this exact spelling: " + names.joined(separator: ", ")).wrapped(for: appearance, hanging: 2)
  }

  private var summary: StyledText {
    var lines: [StyledText] = ["\(counts) in \(judged)"]
    if case .users(let list, let center) = report.subject {
      if let center {
        let (matching, all) = center.signIns
        lines.append(
          """
          sign-in: \(matching) of \(all) would find a user of exactly their name among the \
          \(counted(center.users, "user")) of \(.path("\(untrusted: center.path)"))
          """)
      }
      if !list.notShown.isEmpty {
        let names = list.notShown.map(\.rawValue).joined(separator: ", ")
        lines.append(.caution("not judged") + ", for the list does not show it: \(ours: names)")
      }
    }
    return lines.map { $0.wrapped(for: appearance, hanging: 2) }.joined(separator: "\n")
  }

  private var counts: StyledText {
    let found = Severity.allCases.reversed().filter { report.count($0) > 0 }
      .map { counted(report.count($0), $0.rawValue).styled($0.role) }
    return found.isEmpty ? .success("nothing to report") : found.joined(separator: ", ")
  }

  private var judged: StyledText {
    let path = StyledText.path("\(untrusted: report.path)")
    switch report.subject {
    case .groups(let list, let required):
      return """
        \(counted(list.groups.count, "group")) of \(path) (\(counted(required.count, "required name")), names from \
        \(quoted: list.nameColumn))
        """
    case .users(let list, _):
      let inactive: StyledText = list.inactive > 0 ? ", \(list.inactive) of them inactive and not judged" : .empty
      let nameID: StyledText =
        list.nameIDColumn == list.userNameColumn
        ? "user name and NameID: \(quoted: list.userNameColumn)"
        : "user name: \(quoted: list.userNameColumn), NameID: \(quoted: list.nameIDColumn)"
      return "\(counted(list.users.count, "user")) of \(path)\(inactive) (\(nameID))"
    }
  }
}
