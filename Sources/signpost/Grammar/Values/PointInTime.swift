import SAML

/// A point in time in UTC, to the second: `2026-11-21T00:00:00Z`, or `2026-11-21` for the day's first second.
struct PointInTime: ArgumentValue, Hashable {
  let instant: Instant
  let argument: String

  static let expectation = "a time in UTC such as 2026-11-21T00:00:00Z or 2026-11-21"

  init?(argument: String) {
    let reading = Instant.read(argument)
    guard let instant = reading.instant, reading.problem == nil || reading.problem == .noTime,
      argument.utf8.count == 10 || (argument.utf8.count == 20 && argument.utf8.last == UInt8(ascii: "Z"))
    else { return nil }
    self.instant = instant
    self.argument = argument
  }
}
