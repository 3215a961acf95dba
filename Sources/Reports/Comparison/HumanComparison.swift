public import Console
import Markup
import Parties
import Rules
import SAML

/// A comparison for people: the verdict first, then what has changed, what breaks and when, and what to do in which
/// order.
public struct HumanComparison: Sendable {
  private let report: ComparisonReport
  private let appearance: Appearance
  private var comparison: MetadataComparison { report.comparison }

  /// A document of the report for a stream that looks like this.
  public init(_ report: ComparisonReport, appearance: Appearance) {
    self.report = report
    self.appearance = appearance
  }

  /// The document as it is written, with a line feed at its end.
  public var text: String { styled.rendered(appearance) }

  /// The document, to be rendered with the appearance that it was made for.
  public var styled: StyledText {
    let sections = [heading, changes, breakages, steps].compactMap(\.self)
    return sections.joined(separator: "\n\n") + "\n"
  }

  // MARK: Sections, each without a line feed at its end

  private var heading: StyledText {
    let files: StyledText = """
      \(.path("\(untrusted: report.oldPath)")) \(mark: .arrow) \(.path("\(untrusted: report.newPath)")): \(subject)
      """
    let verdict: StyledText = "\(comparison.verdict.styled): \(ours: comparison.reason)"
    return files + "\n" + verdict.wrapped(for: appearance)
  }

  private var subject: StyledText {
    switch comparison.side {
    case .identityProvider:
      comparison.provider.map { "identity provider, \(ours: $0.displayName)" } ?? "identity provider"
    case .serviceProvider: "service provider"
    case nil: "not of one role"
    }
  }

  private var changes: StyledText? {
    if comparison.changes.isEmpty { return nil }
    let lines = comparison.changes.flatMap { change -> [StyledText] in
      let name: StyledText = .strong("\(untrusted: change.name, limit: 80)")
      let note: StyledText = change.isCompared ? .empty : .quiet(" (not compared by the other side)")
      var lines: [StyledText] = ["  \(ours: change.sign) \(name)\(note)"]
      if let old = change.old { lines.append(line("old", old, report.oldPath)) }
      if let new = change.new { lines.append(line("new", new, report.newPath)) }
      if let caution = change.caution {
        lines.append(entry(.caution("look"), StyledText(ours: caution)))
      }
      return lines
    }
    return section("What has changed", lines + regions)
  }

  private func line(_ word: StyledText, _ stated: MetadataChange.Stated, _ path: String) -> StyledText {
    let place: StyledText = "\(untrusted: path):\(stated.start.line):\(stated.start.column)"
    return entry(.quiet(word), "\(.code("\(untrusted: AddressSecrets.covering(stated.text))")) \(.quiet("(\(place))"))")
  }

  private var regions: [StyledText] {
    [("Regions added: ", comparison.regionsAdded), ("Regions removed: ", comparison.regionsRemoved)]
      .filter { !$0.1.isEmpty }
      .map { "  \(ours: $0.0)\(ours: $0.1.map(\.code).joined(separator: ", "))" }
  }

  private var breakages: StyledText? {
    if comparison.breakages.isEmpty { return nil }
    let title: StyledText = comparison.verdict.isFine ? "What breaks otherwise, and when" : "What breaks, and when"
    let lines = comparison.breakages.flatMap { breakage -> [StyledText] in
      var lines: [StyledText] = [
        ("\(.strong(breakage.moment.words(now: report.now))): \(ours: breakage.symptom)" as StyledText)
          .wrapped(for: appearance, indent: 2, hanging: 4)
      ]
      if let value = breakage.value { lines.append("    \(.code("\(untrusted: AddressSecrets.covering(value))"))") }
      if let outage = breakage.outage {
        lines.append(
          ("\(.quiet("outage:")) \(ours: outage)" as StyledText).wrapped(for: appearance, indent: 4, hanging: 4))
      }
      return lines
    }
    return section(title, lines)
  }

  private var steps: StyledText? {
    if comparison.steps.isEmpty { return nil }
    let lines = comparison.steps.enumerated().flatMap { index, step -> [StyledText] in
      let number = "\(index + 1). "
      let place = step.place.map { "\(.label("\(ours: $0)"))" as StyledText }.joined(separator: " \(mark: .crumb) ")
      let head: StyledText = "\(ours: number)\(ours: step.actor.displayName), \(place)"
      return [head.wrapped(for: appearance, indent: 2, hanging: 5)]
        + [StyledText(ours: step.text).wrapped(for: appearance, indent: 5)]
        + step.values.map { "     \(.code("\(untrusted: AddressSecrets.covering($0))"))" }
    }
    return section("What to do, in this order", lines)
  }

  private func section(_ title: StyledText, _ lines: [StyledText]) -> StyledText {
    ([.strong(title)] + lines).joined(separator: "\n")
  }

  private func entry(_ term: StyledText, _ meaning: StyledText) -> StyledText {
    .entry(term, meaning, for: appearance, indent: 4, column: 10)
  }
}

extension MetadataChange {
  /// What happened to the thing, as a difference of texts shows it.
  fileprivate var sign: String {
    switch (old, new) {
    case (nil, _): "+"
    case (_, nil): "-"
    default: "~"
    }
  }
}

extension MetadataComparison.Verdict {
  fileprivate var styled: StyledText {
    switch self {
    case .noChange: .success("no change")
    case .harmless: .success("harmless")
    case .seamless: .caution("seamless in this order")
    case .breaksSignIn: .danger("breaks sign-in")
    case .notComparable: .danger("not comparable")
    }
  }
}

extension Breakage.Moment {
  fileprivate func words(now: Instant) -> StyledText {
    switch self {
    case .now: "now"
    case .change: "when the change is made"
    case .activation: "when the identity provider signs with the new key"
    case .use: "when it is used"
    case .at(let instant): instant < now ? "since \(ours: instant.date)" : "on \(ours: instant.date)"
    }
  }
}
