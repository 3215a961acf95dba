/// A point in time in UTC, to the second: `2026-11-21T00:00:00Z`, or `2026-11-21` for the day's first second (the
/// forms of RFC 3339 that need no time zone).
struct PointInTime: ArgumentValue, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  let secondsSince1970: Int64
  let argument: String

  static let expectation = "a time in UTC such as 2026-11-21T00:00:00Z or 2026-11-21"

  init?(argument: String) {
    let text = Array(argument.utf8)
    guard text.count == 10 || text.count == 20 else { return nil }
    guard text.count == 10 || (text[10] == UInt8(ascii: "T") && text[19] == UInt8(ascii: "Z")) else { return nil }
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
    guard let year = number(text[0..<4]), let month = number(text[5..<7]), let day = number(text[8..<10]) else {
      return nil
    }
    guard (1...9999).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else {
      return nil
    }
    var seconds = Self.daysSince1970(year, month, day) * 86_400
    if text.count == 20 {
      guard text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":") else { return nil }
      guard let hour = number(text[11..<13]), let minute = number(text[14..<16]), let second = number(text[17..<19]),
        hour < 24, minute < 60, second < 60
      else { return nil }
      seconds += hour * 3_600 + minute * 60 + second
    }
    secondsSince1970 = seconds
    self.argument = argument
  }

  private static func isLeap(_ year: Int64) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days of the proleptic Gregorian calendar: whole years, then whole months, then days.
  private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    let monthDays = (1..<month).reduce(Int64(0)) { $0 + days(in: $1, of: year) }
    // 719,162 days lie between 0001-01-01 and 1970-01-01.
    return before * 365 + leapDays + monthDays + day - 1 - 719_162
  }
}

/// A number of ASCII digits only.
private func number(_ digits: ArraySlice<UInt8>) -> Int64? {
  var value: Int64 = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    value = value * 10 + Int64(digit - UInt8(ascii: "0"))
  }
  return value
}
