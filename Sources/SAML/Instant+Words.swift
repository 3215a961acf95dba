extension Instant {
  /// How far the time is from another one, in words: `in 25 minutes`, `in 3 hours`, `2 days ago`; `now` where less than a
  /// second lies between them.
  public func distance(from now: Instant) -> String {
    let (seconds, isTooFar) = seconds.subtractingReportingOverflow(now.seconds)
    guard !isTooFar else { return seconds < 0 ? "in a long time" : "a long time ago" }
    if seconds == 0 { return "now" }
    let length = Self.words(forSeconds: seconds.magnitude)
    return seconds > 0 ? "in \(length)" : "\(length) ago"
  }

  /// An hour and a day are said as such; what is not much longer is said exactly.
  private static func words(forSeconds seconds: UInt64) -> String {
    let minutes = (seconds + 59) / 60
    let hours = (minutes + 30) / 60
    if minutes < 120, minutes != 60 { return counted(Int(minutes), "minute") }
    if hours < 48, hours != 24 { return counted(Int(hours), "hour") }
    return counted(Int((minutes + 720) / 1_440), "day")
  }
}
