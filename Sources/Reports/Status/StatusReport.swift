public import Console
import Playbook
import SAML
public import Setup

/// Where a set-up stands: what is done, what is next, what has gone stale, and which dates are ahead.
public struct StatusReport: Sendable {
  let checklist: Checklist
  let progress: Progress
  let name: SetupName
  let horizon: Int64
  /// The flows beside this one that are not to be forgotten.
  let others: [StatusReport]
  private let command: StyledText
  private let alarmed: [StatusAlarm]

  /// The status of a set-up.
  ///
  /// - Parameters:
  ///   - audience: whose steps are listed and counted; the dates concern everybody.
  ///   - horizon: how near a date is soon, in seconds; nil for the 90 days of AWS's own indicator.
  ///   - alarmed: what is to be told apart as a failure.
  ///   - command: the command that goes on with the set-up; nil for the one that finds it by its name alone.
  public init(
    _ progress: Progress, name: SetupName, audience: Audience = .all, horizon: Int64? = nil,
    failingOn alarmed: [StatusAlarm] = [], command: StyledText? = nil
  ) {
    let command = command ?? .command("signpost setup --name \(untrusted: name.text)")
    let others = progress.others.map { other in
      StatusReport(
        other, beside: [], name: name, audience: audience, horizon: horizon, failingOn: [],
        command: command + .command(" --flow \(ours: other.playbook.flow.rawValue)"))
    }
    self.init(
      progress, beside: others, name: name, audience: audience, horizon: horizon, failingOn: alarmed, command: command)
  }

  /// - Parameter others: the status of the other flows; one of these has none beside it.
  private init(
    _ progress: Progress, beside others: [StatusReport], name: SetupName, audience: Audience, horizon: Int64?,
    failingOn alarmed: [StatusAlarm], command: StyledText
  ) {
    checklist = Checklist(progress, name: name, for: audience)
    self.progress = progress
    self.name = name
    self.horizon = horizon ?? DateAhead.usualHorizon
    self.others = others
    self.alarmed = alarmed
    self.command = command
  }

  // MARK: Failures

  /// Whether something is so that a nightly job should fail.
  public var isFailing: Bool { !failures.isEmpty }

  /// What a nightly job should fail for: dates by day, then what is left to do.
  var failures: [(alarm: StatusAlarm, words: String)] {
    var failures: [(StatusAlarm, String)] = []
    if alarmed.contains(.expiry) {
      failures += progress.datesAhead.filter { $0.urgency(within: horizon) != nil }.map { date in
        (.expiry, "\(date.title) on \(date.day), \(date.distance)")
      }
    }
    let counts = StepCounts(checklist.entries)
    if alarmed.contains(.incomplete) {
      if !counts.isComplete { failures.append((.incomplete, counts.summary)) }
      failures += unfinished.map { other in
        (.incomplete, "\(other.flow): \(StepCounts(other.checklist.entries).summary)")
      }
    }
    return failures
  }

  /// The status for a terminal, with a line feed at its end.
  public func text(for appearance: Appearance) -> StyledText {
    let blocks = [
      head, stages(for: appearance), next(for: appearance), beside(for: appearance), dates(for: appearance),
      alarms(for: appearance), closing,
    ]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func title(of actor: Actor) -> StyledText { StyledText(ours: actor.title(in: checklist.playbook)) }

  // MARK: Head

  private var head: StyledText {
    let counts = StepCounts(checklist.entries)
    let side: StyledText = checklist.audience.actor.map { "\(title(of: $0)): " } ?? .empty
    let changed: StyledText =
      progress.isPlaybookChanged
      ? "the checklist has changed since the set-up was begun; what is done stays done, step by step\n" : .empty
    return """
      \(.strong("\(untrusted: name.text)")): \(ours: checklist.playbook.title)
      \(side)\(ours: counts.summary)

      """ + changed
  }

  // MARK: Stages

  private func stages(for appearance: Appearance) -> StyledText {
    checklist.stages.map { stage, entries -> StyledText in
      let counts = StepCounts(entries)
      guard counts.applicable > 0 else { return .empty }
      let line: StyledText = "\(.strong("\(ours: stage.purpose.title)")): \(ours: counts.shortSummary)\n"
      let shown = counts.isComplete ? entries.filter { !progress.remarks(on: $0.step).isEmpty } : entries
      return line + shown.map { self.line(of: $0, for: appearance) }.joined()
    }.joined()
  }

  private func line(of entry: Checklist.Entry, for appearance: Appearance) -> StyledText {
    guard let state = entry.progress?.state, let (mark, word) = state.sign else { return .empty }
    // The marks of ASCII are of unequal width.
    let width = [Mark.done, .stale, .skipped, .current, .waiting].map { $0.sign(in: appearance.decoration).count }.max()
    let sign = mark.sign(in: appearance.decoration).count
    let gap = String(repeating: " ", count: max(0, (width ?? 0) - sign) + 1)
    let term: StyledText = "\(mark: mark)\(ours: gap)\(ours: word)"
    let meaning: StyledText = "\(ours: entry.step.title) \(.quiet("(\(ours: entry.step.id.rawValue))"))"
    let column = 2 + (width ?? 0) + 1 + StepState.longestWord + 2
    var text = StyledText.entry(term.styled(state.role), meaning, for: appearance, column: column) + "\n"
    if case .stale(_, let changes) = state {
      text += changes.map { $0.wording.styled.wrapped(for: appearance, indent: column) + "\n" }.joined()
    }
    if state.closing != nil {
      text += progress.remarks(on: entry.step).map { remark -> StyledText in
        let words: StyledText = "\(.caution("caution")): \(untrusted: remark.text)"
        return words.wrapped(for: appearance, indent: column) + "\n"
      }.joined()
    }
    if let postponement = entry.progress?.postponement(at: progress.now) {
      text += words(for: postponement).wrapped(for: appearance, indent: column) + "\n"
    }
    return text
  }

  private func words(for postponement: Postponement) -> StyledText {
    "postponed until \(ours: postponement.until.description), \(ours: postponement.until.distance(from: progress.now))"
  }

  // MARK: Next

  private func next(for appearance: Appearance) -> StyledText {
    guard let entry = checklist.next else {
      if let (entry, postponement) = checklist.nextPostponed {
        let step = entry.step
        let text: StyledText =
          "nothing can be done yet: \(ours: step.title) \(.quiet("(\(ours: step.id.rawValue))")) is "
        return (text + words(for: postponement)).wrapped(for: appearance, hanging: 2) + "\n"
      }
      guard !StepCounts(checklist.entries).isComplete, let other = progress.next else { return .empty }
      let text: StyledText = "nothing can be done yet: the \(title(of: other.step.actor)) comes first, with "
      return (text + "\(ours: other.step.title) \(.quiet("(\(ours: other.id.rawValue))"))")
        .wrapped(for: appearance, hanging: 2) + "\n"
    }
    let step = entry.step
    let path = ([StyledText(ours: step.place.console)] + step.place.path.map { .label("\(ours: $0.text)") })
      .joined(separator: " \(mark: .crumb) ")
    let lines: [(StyledText, StyledText)] = [
      (.strong("next"), "\(ours: step.title) \(.quiet("(\(ours: step.id.rawValue))"))"),
      ("who", title(of: step.actor)), ("where", path),
    ]
    return lines.map { .entry($0.0, $0.1, for: appearance, indent: 0, column: 7) + "\n" }.joined()
  }

  // MARK: Other flows

  private var flow: String { checklist.playbook.flow.rawValue }

  /// The other flows in which the same side has something left to do.
  private var unfinished: [StatusReport] { others.filter { !StepCounts($0.checklist.entries).isComplete } }

  /// How far the other flows have come, which of their steps are stale, and how to go back to them.
  private func beside(for appearance: Appearance) -> StyledText {
    guard !others.isEmpty else { return .empty }
    let lines = others.map { other -> StyledText in
      let entries = other.checklist.entries
      let meaning: StyledText = """
        \(ours: StepCounts(entries).summary); back to it: \(other.command)
        """
      let column = Playbook.Flow.longestName + 4
      let stale = entries.filter { if case .stale? = $0.progress?.state { true } else { false } }
      return .entry(StyledText(ours: other.flow), meaning, for: appearance, column: column) + "\n"
        + stale.map { other.line(of: $0, for: appearance) }.joined()
    }
    return .strong("beside it") + "\n" + lines.joined()
  }

  // MARK: Dates

  private func dates(for appearance: Appearance) -> StyledText {
    let dates = progress.datesAhead
    guard !dates.isEmpty else { return .empty }
    let lines = dates.map { date -> StyledText in
      let role: Role = date.isPast ? .danger : date.isNear(within: horizon) ? .caution : .plain
      let urgency: StyledText = date.urgency(within: horizon).map { "\(ours: $0): " } ?? .empty
      let meaning: StyledText =
        date.isPast
        ? "\(ours: date.pastTitle) \(.danger("\(ours: date.distance)"))"
        : "\(ours: date.title), \(urgency.styled(role))\(ours: date.distance)"
      let reminders = date.reminders.map {
        StyledText.quiet($0.wording.styled).wrapped(for: appearance, indent: 14) + "\n"
      }
      return .entry(StyledText(ours: date.day), meaning, for: appearance, column: 14) + "\n" + reminders.joined()
    }
    return .strong("dates ahead") + "\n" + lines.joined()
  }

  // MARK: Failures

  private func alarms(for appearance: Appearance) -> StyledText {
    guard isFailing else { return .empty }
    let lines = failures.map { failure in
      StyledText.entry(
        .danger("\(ours: failure.alarm.rawValue)"), StyledText(ours: failure.words), for: appearance, column: 14)
        + "\n"
    }
    return .strong("fails") + "\n" + lines.joined()
  }

  // MARK: The command that goes on

  private var closing: StyledText {
    if !progress.isComplete { return "to go on: \(command)\n" }
    if let other = others.first(where: { !$0.progress.isComplete }) { return "to go on: \(other.command)\n" }
    guard let flow = flowDue else { return "nothing is left to do\n" }
    return "everything is done; what is due next: \(command + .command(" --flow \(ours: flow.rawValue)"))\n"
  }

  /// The flow that sees to the first date that is near or past; nil where none is, or where there is no such playbook.
  private var flowDue: Playbook.Flow? {
    let flows = progress.datesAhead.filter { $0.urgency(within: horizon) != nil }.compactMap(\.flow)
    return flows.first { Playbook.of(checklist.playbook.provider, flow: $0) != nil }
  }
}

extension Playbook.Flow {
  /// How long the longest of the names is.
  fileprivate static let longestName = allCases.map(\.rawValue.count).max() ?? 0
}

extension StepState {
  /// The widest of the words below.
  fileprivate static let longestWord = "undecided".count

  /// The mark of the state and its word; nil for a step that is not needed.
  fileprivate var sign: (Mark, String)? {
    switch self {
    case .notApplicable: nil
    case .undecided: (.waiting, "undecided")
    case .waiting: (.waiting, "waiting")
    case .ready: (.current, "ready")
    case .done: (.done, "done")
    case .stale: (.stale, "stale")
    case .skipped: (.skipped, "left out")
    }
  }

  fileprivate var role: Role {
    switch self {
    case .done: .success
    case .stale: .caution
    case .ready: .strong
    case .notApplicable, .undecided, .waiting, .skipped: .quiet
    }
  }
}
