public import Console
import Playbook
import Setup

/// What asking live systems came to, for people: each question with its answer, and what it means for the set-up.
public struct HumanLiveReport: Sendable {
  private let report: LiveReport
  private let appearance: Appearance
  /// Where what belongs to a verdict begins.
  private static let column = 9

  /// A document of the report for a stream that looks like this.
  public init(_ report: LiveReport, appearance: Appearance) {
    self.report = report
    self.appearance = appearance
  }

  /// The document as it is written, with a line feed at its end.
  public var text: String {
    ([report.stages.map(lines).joined(separator: "\n"), summary].joined(separator: "\n\n") + "\n").rendered(appearance)
  }

  /// One question, on one line and, where there is more to say, on some below it.
  private func lines(_ stage: LiveStage) -> StyledText {
    let word = stage.verdict.word
    let blanks = String(repeating: " ", count: max(1, Self.column - stage.verdict.length))
    let head: StyledText = "\(word)\(ours: blanks)\(untrusted: stage.title, limit: 120): \(untrusted: stage.found)"
    var lines = [head.wrapped(for: appearance, hanging: Self.column)]
    func add(_ label: StyledText, _ text: StyledText, hanging: Int = 5) {
      lines.append(
        ("\(label) \(text)" as StyledText).wrapped(for: appearance, indent: Self.column, hanging: Self.column + hanging)
      )
    }
    if let cause = stage.cause { add(.quiet("why:"), "\(untrusted: cause)") }
    if let remedy = stage.remedy { add(.quiet("do:"), "\(untrusted: remedy)", hanging: 4) }
    if let command = stage.command { add(.quiet("again:"), .command("\(untrusted: command)"), hanging: 7) }
    return lines.joined(separator: "\n")
  }

  private var summary: StyledText {
    let counts = LiveStage.Verdict.allCases.filter { report.count($0) > 0 }
      .map { verdict -> StyledText in "\(report.count(verdict)) \(ours: verdict.participle)" }
    let asked = report.contacted.map { .code("\(untrusted: $0)") as StyledText }.joined(separator: ", ")
    let whom: StyledText = report.contacted.isEmpty ? "nobody was asked" : "asked: \(asked)"
    var lines: [StyledText] = ["\(counts.joined(separator: ", ")); \(whom)"]
    if !report.closed.isEmpty { lines.append("closed in the set-up: \(ours: list(report.closed))") }
    if !report.contradicted.isEmpty {
      lines.append(
        "\(.caution("stale")) in the set-up, for what proved it is not so any more: \(ours: list(report.contradicted))")
    }
    return lines.map { $0.wrapped(for: appearance, hanging: 2) }.joined(separator: "\n")
  }

  private func list(_ steps: [StepID]) -> String { steps.map(\.rawValue).joined(separator: ", ") }
}

extension LiveStage.Verdict {
  fileprivate var word: StyledText {
    switch self {
    case .pass: .success("pass")
    case .fail: .danger("fail")
    case .unknown: .caution("unknown")
    case .skipped: .quiet("skipped")
    }
  }

  fileprivate var length: Int { rawValue.utf8.count }

  fileprivate var participle: String {
    switch self {
    case .pass: "passed"
    case .fail: "failed"
    case .unknown: "unknown"
    case .skipped: "skipped"
    }
  }
}
