public import SAML

/// Until when a step was put aside, such as one of which the effect is not seen at once.
public struct Postponement: Sendable, Equatable {
  /// The time from which on the step is next again.
  public let until: Instant
  /// Who put it aside.
  public let actor: String
  /// When, as the journal says it.
  public let at: String
  /// The number of the event.
  public let number: Int

  /// The longest that a step can be put aside, in seconds.
  private static let longest: Int64 = 30 * 86_400

  /// Reads for how long a step is to be put aside: `30m`, `2h`, `1d`, or a number of minutes; from a minute to 30 days.
  ///
  /// - Returns: the time at which it ends, counted from `now`, in whole seconds.
  public static func read(_ text: String, now: Instant) throws(Rejection) -> Instant {
    let typed = text.trimmed.lowercased()
    let unit: Int64? = ["m": 60, "h": 3_600, "d": 86_400][typed.suffix(1)]
    let digits = String(unit == nil ? typed[...] : typed.dropLast()).trimmed
    guard (1...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int64(digits)
    else { throw rejection(of: text, "is no length of time") }
    let seconds = count * (unit ?? 60)
    guard seconds >= 60 else { throw rejection(of: text, "is less than a minute") }
    guard seconds <= longest else { throw rejection(of: text, "is more than 30 days") }
    let (end, isTooFar) = now.seconds.addingReportingOverflow(seconds)
    return Instant(seconds: isTooFar ? .max : end)
  }

  private static func rejection(of text: String, _ problem: String) -> Rejection {
    Rejection(
      nil, read: text, problem, expected: "a time from 1 minute to 30 days, such as 30m, 2h or 1d",
      action: "give a number with m, h or d; without a letter it counts minutes")
  }
}

extension Progress.StepProgress {
  /// What keeps the step from being next at a time: it was put aside until later, and is not settled.
  public func postponement(at now: Instant) -> Postponement? {
    guard let postponed, postponed.until > now, !state.isSettled else { return nil }
    return postponed
  }
}

extension Progress {
  /// The steps that were put aside and whose time has not come, the soonest first.
  public var postponed: [StepProgress] {
    let pending = steps.enumerated().compactMap { index, step in
      step.postponement(at: now).map { (until: $0.until, index: index, step: step) }
    }
    return pending.sorted { ($0.until, $0.index) < ($1.until, $1.index) }.map(\.step)
  }
}
