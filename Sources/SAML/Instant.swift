/// A point in time, in seconds since 1970-01-01T00:00:00Z as POSIX counts them (every day has 86,400 seconds).
///
/// Metadata and certificates both speak of instants, far outside of the years that a clock shows: a certificate may be
/// valid until 9999, a damaged one before the year 1. Nothing here traps or wraps; sums stop at the ends of `Int64`.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded towards the past.
  public let seconds: Int64
  /// The part of a second after `seconds`: 0 to 999,999,999.
  public let nanoseconds: Int32

  /// An instant from a count of seconds; nanoseconds outside of 0 to 999,999,999 are brought to the nearer end.
  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
  }

  /// Midnight, or the given time of day, in UTC; nil where the calendar has no such day or the day no such time.
  ///
  /// Hour 24 is legal with zero minutes and seconds and means the next midnight, as in xs:dateTime.
  public init?(
    year: Int64, month: Int64, day: Int64, hour: Int64 = 0, minute: Int64 = 0, second: Int64 = 0, nanoseconds: Int32 = 0
  ) {
    guard -GregorianCalendar.lastYear...GregorianCalendar.lastYear ~= year,
      1...12 ~= month, day >= 1, day <= GregorianCalendar.days(inMonth: month, of: year),
      0...23 ~= hour || (hour == 24 && minute == 0 && second == 0 && nanoseconds == 0),
      0...59 ~= minute, 0...59 ~= second
    else { return nil }
    let days = GregorianCalendar.days(toYear: year, month: month, day: day)
    self.init(seconds: days * 86_400 + hour * 3_600 + minute * 60 + second, nanoseconds: nanoseconds)
  }

  /// Whether the left one is earlier.
  public static func < (left: Self, right: Self) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// Whole days from this instant to the other, rounded towards zero; negative where the other is earlier.
  public func days(until other: Instant) -> Int64 {
    var (difference, overflow) = other.seconds.subtractingReportingOverflow(seconds)
    if overflow { return other.seconds > seconds ? .max / 86_400 : .min / 86_400 }
    // Borrow towards zero, so that 23:59:59.5 is not a day.
    if difference > 0, other.nanoseconds < nanoseconds { difference -= 1 }
    if difference < 0, other.nanoseconds > nanoseconds { difference += 1 }
    return difference / 86_400
  }

  /// This instant moved by so many days of 86,400 seconds; it stops at the ends of what `seconds` can hold.
  public func adding(days: Int64) -> Instant {
    let (span, tooFar) = days.multipliedReportingOverflow(by: 86_400)
    let (sum, overflow) = seconds.addingReportingOverflow(span)
    return Instant(seconds: tooFar || overflow ? (days > 0 ? .max : .min) : sum, nanoseconds: nanoseconds)
  }

  /// `2026-11-21T00:00:00Z`: UTC in whole seconds. Years have four digits at least and a sign before the year 0.
  public var description: String {
    let (_, time) = dayAndTime
    return
      "\(date)T\(padded(time / 3_600, to: 2)):\(padded(time / 60 % 60, to: 2)):\(padded(time % 60, to: 2))Z"
  }

  /// `2026-11-21`: the day in UTC.
  public var date: String {
    let (year, month, day) = GregorianCalendar.date(ofDay: dayAndTime.day)
    return "\(year < 0 ? "-" : "")\(padded(abs(year), to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Days since 1970-01-01, rounded towards the past, and the seconds since that midnight.
  private var dayAndTime: (day: Int64, time: Int64) {
    let time = (seconds % 86_400 + 86_400) % 86_400
    return (seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0), time)
  }

  private func padded(_ number: Int64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
