extension Instant {
  /// What an xs:dateTime says, and what is wrong with how it says it.
  ///
  /// An instant can come with a problem: real files leave the zone away, and then the text is read as UTC and the
  /// absence reported.
  public struct Reading: Hashable, Sendable {
    /// The instant, where the text names one without doubt.
    public let instant: Instant?
    /// What the text does that xs:dateTime does not allow; nil where it is well formed.
    public let problem: Problem?
  }

  /// A part of `2026-11-21T08:30:00.5+01:00`, in the order in which they are written.
  public enum Part: String, Hashable, Sendable {
    case year, month, day, separator, hour, minute, second, fraction, zone
  }

  /// Why a text is no xs:dateTime. Offsets count bytes of the text as it was given, white space included.
  public enum Problem: Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// No `Z` and no offset; the instant is that of UTC.
    case noZone
    /// A date alone; the instant is midnight in UTC.
    case noTime
    /// Second 60, which xs:dateTime does not have; the instant is the second after 59.
    case leapSecond
    /// This part is not written as it has to be (two digits, a `T`, …).
    case malformed(Part, offset: Int)
    /// This part is well written and there is no such one: month 13, 30 February, hour 25, year 0, offset +15:00.
    case outOfRange(Part, value: Int64)
    /// Complete, and then goes on.
    case trailingText(offset: Int)
  }

  /// The instant of a well-formed xs:dateTime; nil for everything of which `read(_:)` would report a problem.
  public init?(_ dateTime: String) {
    let reading = Instant.read(dateTime)
    guard let instant = reading.instant, reading.problem == nil else { return nil }
    self = instant
  }

  /// Reads an xs:dateTime (XML Schema Part 2, section 3.2.7); white space around it is allowed.
  ///
  /// Years of more than four digits and negative ones are legal, 24:00:00 is the next midnight, digits of the fraction
  /// after the ninth are dropped.
  public static func read(_ text: String) -> Reading {
    var cursor = TextCursor(text)
    guard !cursor.isAtEnd else { return Reading(instant: nil, problem: .empty) }
    do throws(Problem) {
      let (instant, remark) = try cursor.dateTime()
      return Reading(instant: instant, problem: remark)
    } catch {
      return Reading(instant: nil, problem: error)
    }
  }
}

extension Instant.Problem: Error {}

extension Instant.Problem: CustomStringConvertible {
  /// One line, lower case first, of what was found and what was expected.
  public var description: String {
    switch self {
    case .empty: "empty; expected a time such as 2026-11-21T00:00:00Z"
    case .noZone: "no time zone; read as UTC, which a trailing Z would say"
    case .noTime: "a date without a time; read as midnight UTC"
    case .leapSecond: "second 60 does not exist in this format; read as the following second"
    case .malformed(let part, let offset):
      "the \(part.rawValue) is malformed at byte \(offset); expected the form 2026-11-21T00:00:00Z"
    case .outOfRange(let part, let value): "there is no \(part.rawValue) \(value) here"
    case .trailingText(let offset): "goes on after the time, at byte \(offset)"
    }
  }
}

extension TextCursor {
  fileprivate mutating func dateTime() throws(Instant.Problem) -> (Instant, Instant.Problem?) {
    let year = try year()
    try expect("-", of: .month)
    let month = try field(.month, in: 1...12)
    try expect("-", of: .day)
    let day = try field(.day, in: 1...GregorianCalendar.days(inMonth: month, of: year))
    if isAtEnd {
      return (try instant(year, month, day, time: (0, 0, 0), nanoseconds: 0), .noTime)
    }
    try expect("T", of: .separator)
    let hour = try field(.hour, in: 0...24)
    try expect(":", of: .minute)
    let minute = try field(.minute, in: hour == 24 ? 0...0 : 0...59)
    try expect(":", of: .second)
    let second = try field(.second, in: hour == 24 ? 0...0 : 0...60)
    let nanoseconds = try fraction()
    if hour == 24, nanoseconds > 0 { throw .outOfRange(.hour, value: 24) }
    let (offset, hasZone) = try zone()
    guard isAtEnd else { throw .trailingText(offset: position) }
    let local = try instant(year, month, day, time: (hour, minute, min(second, 59)), nanoseconds: nanoseconds)
    let leap: Int64 = second == 60 ? 1 : 0
    return (
      Instant(seconds: local.seconds - offset + leap, nanoseconds: nanoseconds),
      !hasZone ? .noZone : second == 60 ? .leapSecond : nil
    )
  }

  private func instant(
    _ year: Int64, _ month: Int64, _ day: Int64, time: (hour: Int64, minute: Int64, second: Int64), nanoseconds: Int32
  ) throws(Instant.Problem) -> Instant {
    guard
      let instant = Instant(
        year: year, month: month, day: day, hour: time.hour, minute: time.minute, second: time.second,
        nanoseconds: nanoseconds)
    else { throw .outOfRange(.year, value: year) }
    return instant
  }

  private mutating func year() throws(Instant.Problem) -> Int64 {
    let start = position
    let isNegative = skip("-")
    let firstDigit = position
    let (value, count) = digits()
    // Four digits at least, and leading zeros only to get there.
    guard count >= 4, count == 4 || !byte(at: firstDigit, is: "0") else { throw .malformed(.year, offset: start) }
    guard let value, value <= GregorianCalendar.lastYear else { throw .outOfRange(.year, value: value ?? .max) }
    guard value != 0 else { throw .outOfRange(.year, value: 0) }
    return isNegative ? -value : value
  }

  private mutating func field(_ part: Instant.Part, in range: ClosedRange<Int64>) throws(Instant.Problem) -> Int64 {
    let start = position
    let (value, count) = digits()
    guard count == 2, let value else { throw .malformed(part, offset: start) }
    guard range ~= value else { throw .outOfRange(part, value: value) }
    return value
  }

  private mutating func fraction() throws(Instant.Problem) -> Int32 {
    let start = position
    guard skip(".") else { return 0 }
    guard let nanoseconds = nanoseconds() else { throw .malformed(.fraction, offset: start) }
    return nanoseconds
  }

  private mutating func zone() throws(Instant.Problem) -> (offset: Int64, isPresent: Bool) {
    if isAtEnd { return (0, false) }
    if skip("Z") { return (0, true) }
    let start = position
    let isWest = skip("-")
    guard isWest || skip("+") else { throw .trailingText(offset: start) }
    let (hours, hourDigits) = digits()
    guard hourDigits == 2, let hours, skip(":") else { throw .malformed(.zone, offset: start) }
    let (minutes, minuteDigits) = digits()
    guard minuteDigits == 2, let minutes else { throw .malformed(.zone, offset: start) }
    guard minutes <= 59, hours * 60 + minutes <= 14 * 60 else {
      throw .outOfRange(.zone, value: (isWest ? -1 : 1) * (hours * 100 + minutes))
    }
    return ((isWest ? -1 : 1) * (hours * 3_600 + minutes * 60), true)
  }

  private mutating func expect(_ character: Unicode.Scalar, of part: Instant.Part) throws(Instant.Problem) {
    guard skip(character) else { throw .malformed(part, offset: position) }
  }
}
