public import Console
import Playbook
import SAML
public import Setup

/// Several set-ups side by side, one line each.
public struct StatusOverview: Sendable {
  /// One set-up of the list.
  public enum Entry: Sendable {
    /// Where it stands.
    case standing(StatusReport)
    /// It cannot be read, and why: untrusted text.
    case unreadable(SetupName, String)
  }

  let entries: [Entry]

  /// An overview, in the order of the entries.
  public init(_ entries: [Entry]) { self.entries = entries }

  // MARK: For people

  /// A line for each set-up, with a line feed at its end: name, provider, progress, next step, soonest date. A line is
  /// not wrapped, so that each set-up is one line in a log and for `grep`.
  public func text(for appearance: Appearance) -> StyledText {
    let rows = entries.map(row)
    let header = ["name", "provider", "done", "next", "soonest date"]
    let all = [header] + rows.compactMap(\.columns)
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    func line(_ columns: [String], last: StyledText) -> StyledText {
      let cells = columns.dropLast().enumerated().map { index, text in
        text + String(repeating: " ", count: widths[index] - text.count + 2)
      }
      return "\(ours: cells.joined())\(last)\n"
    }
    let lines = rows.map { row -> StyledText in
      guard let columns = row.columns else {
        let gap = String(repeating: " ", count: max(0, widths[0] - row.name.count) + 2)
        return "\(untrusted: row.name)\(ours: gap)\(.danger("cannot be read")): \(untrusted: row.trouble)\n"
      }
      return line(columns, last: StyledText(ours: columns[4]).styled(row.role))
    }
    let failures = rows.flatMap(\.failures).joined()
    return line(header, last: "\(ours: header[4])").styled(.strong) + lines.joined()
      + (failures.isEmpty ? .empty : "\n" + .strong("fails") + "\n" + failures)
  }

  private struct Row {
    let name: String
    /// Name, provider, progress, next step and soonest date: words of our own and names of set-ups. Nil where the
    /// set-up cannot be read.
    var columns: [String]?
    var role = Role.plain
    var trouble = ""
    var failures: [StyledText] = []
  }

  private func row(_ entry: Entry) -> Row {
    switch entry {
    case .unreadable(let name, let trouble): return Row(name: name.text, trouble: trouble)
    case .standing(let report):
      let name = report.name.text
      let playbook = report.checklist.playbook
      let counts = StepCounts(report.checklist.entries)
      let flow = playbook.flow == .setUp ? "" : " (\(playbook.flow.rawValue))"
      let date = report.progress.datesAhead.first
      let urgency = date?.urgency(within: report.horizon)
      let later = report.checklist.nextPostponed.map { later in
        "\(later.entry.step.id) \(later.postponement.until.distance(from: report.progress.now))"
      }
      let next =
        counts.isComplete
        ? "complete" : report.checklist.next?.step.id.rawValue ?? later ?? "waits for the other side"
      return Row(
        name: name,
        columns: [
          name, playbook.provider + flow, "\(counts.done) of \(counts.applicable)", next,
          date.map { "\($0.day) \($0.kind.rawValue)" + (urgency.map { ": \($0)" } ?? "") } ?? "none",
        ],
        role: date?.isPast == true ? .danger : urgency != nil ? .caution : .plain,
        failures: report.failures.map { failure in
          "  \(ours: name): \(.danger("\(ours: failure.alarm.rawValue)")): \(ours: failure.words)\n"
        })
    }
  }

  // MARK: For programs

  /// The set-ups by the schema `signpost.status-list/v1`, with a line feed at its end.
  public var json: String {
    var setUps: [JSON] = []
    var unreadable: [JSON] = []
    for entry in entries {
      switch entry {
      case .standing(let report): setUps.append(report.document)
      case .unreadable(let name, let trouble):
        unreadable.append(["name": .string(name.text), "message": .string(trouble)])
      }
    }
    let document: JSON = [
      "schema": "signpost.status-list/v1", "setUps": .array(setUps), "unreadable": .array(unreadable),
    ]
    return document.indented
  }
}
