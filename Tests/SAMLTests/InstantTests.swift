import SAML
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2026-11-21T00:00:00Z", 1_795_219_200),
    ("1969-12-31T23:59:59Z", -1),
    ("2000-02-29T12:00:00Z", 951_825_600),
    ("1900-03-01T00:00:00Z", -2_203_891_200),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
    ("0001-01-01T00:00:00Z", -62_135_596_800),
  ])
  func `an instant is read and written`(text: String, seconds: Int64) {
    #expect(Instant(text) == Instant(seconds: seconds))
    #expect(Instant(seconds: seconds).description == text)
    #expect(Instant(seconds: seconds).date == String(text.prefix(10)))
  }

  @Test(arguments: [
    ("2026-11-21T01:30:00+01:30", "2026-11-21T00:00:00Z"),
    ("2026-11-20T10:00:00-14:00", "2026-11-21T00:00:00Z"),
    ("2026-11-20T24:00:00Z", "2026-11-21T00:00:00Z"),
    ("2026-12-31T24:00:00.000Z", "2027-01-01T00:00:00Z"),
    (" \n2026-11-21T00:00:00Z\t", "2026-11-21T00:00:00Z"),
    ("12026-11-21T00:00:00Z", "12026-11-21T00:00:00Z"),
    ("-0044-03-15T12:00:00Z", "-0044-03-15T12:00:00Z"),
    ("999999999-12-31T23:59:59Z", "999999999-12-31T23:59:59Z"),
  ])
  func `the rarer forms are read too`(text: String, expected: String) {
    #expect(Instant.read(text).problem == nil)
    #expect(Instant(text)?.description == expected)
  }

  @Test(arguments: [
    ("2026-11-21T00:00:00.5Z", 500_000_000), ("2026-11-21T00:00:00.123456789Z", 123_456_789),
    ("2026-11-21T00:00:00.0000000019Z", 1),
  ])
  func `a fraction is kept to nanoseconds`(text: String, nanoseconds: Int32) {
    #expect(Instant(text) == Instant(seconds: 1_795_219_200, nanoseconds: nanoseconds))
  }

  @Test func `what is left away in real files is read and reported`() {
    let midnight = Instant(seconds: 1_795_219_200)
    #expect(Instant.read("2026-11-21T00:00:00").instant == midnight)
    #expect(Instant.read("2026-11-21T00:00:00").problem == .noZone)
    #expect(Instant.read("2026-11-21").instant == midnight)
    #expect(Instant.read("2026-11-21").problem == .noTime)
    #expect(Instant.read("2026-11-20T23:59:60Z").instant == midnight)
    #expect(Instant.read("2026-11-20T23:59:60Z").problem == .leapSecond)
    #expect(Instant("2026-11-21T00:00:00") == nil)
  }

  @Test(arguments: [
    ("", Instant.Problem.empty), (" \t\r\n", .empty),
    ("soon", .malformed(.year, offset: 0)), ("26-11-21T00:00:00Z", .malformed(.year, offset: 0)),
    ("02026-11-21T00:00:00Z", .malformed(.year, offset: 0)), ("+2026-11-21T00:00:00Z", .malformed(.year, offset: 0)),
    ("0000-11-21T00:00:00Z", .outOfRange(.year, value: 0)),
    ("1000000000-01-01T00:00:00Z", .outOfRange(.year, value: 1_000_000_000)),
    ("99999999999999999999-01-01T00:00:00Z", .outOfRange(.year, value: .max)),
    ("20261121T000000Z", .malformed(.month, offset: 8)), ("2026/11/21", .malformed(.month, offset: 4)),
    ("2026-13-21T00:00:00Z", .outOfRange(.month, value: 13)), ("2026-0-21T00:00:00Z", .malformed(.month, offset: 5)),
    ("2026-02-29T00:00:00Z", .outOfRange(.day, value: 29)), ("1900-02-29T00:00:00Z", .outOfRange(.day, value: 29)),
    ("2026-11-31T00:00:00Z", .outOfRange(.day, value: 31)), ("2026-11-1T00:00:00Z", .malformed(.day, offset: 8)),
    ("2026-11-21 00:00:00Z", .malformed(.separator, offset: 10)),
    ("2026-11-21t00:00:00Z", .malformed(.separator, offset: 10)),
    ("2026-11-21T25:00:00Z", .outOfRange(.hour, value: 25)),
    ("2026-11-21T24:00:01Z", .outOfRange(.second, value: 1)), ("2026-11-21T24:01:00Z", .outOfRange(.minute, value: 1)),
    ("2026-11-21T24:00:00.1Z", .outOfRange(.hour, value: 24)),
    ("2026-11-21T00:60:00Z", .outOfRange(.minute, value: 60)),
    ("2026-11-21T00:00:61Z", .outOfRange(.second, value: 61)), ("2026-11-21T00:00Z", .malformed(.second, offset: 16)),
    ("2026-11-21T00:00:00.Z", .malformed(.fraction, offset: 19)),
    ("2026-11-21T00:00:00+1:00", .malformed(.zone, offset: 19)),
    ("2026-11-21T00:00:00+0100", .malformed(.zone, offset: 19)),
    ("2026-11-21T00:00:00+14:01", .outOfRange(.zone, value: 1401)),
    ("2026-11-21T00:00:00-15:00", .outOfRange(.zone, value: -1500)),
    ("2026-11-21T00:00:00Z!", .trailingText(offset: 20)), (" 2026-11-21T00:00:00 UTC", .trailingText(offset: 20)),
    ("2026-11-21T00:00:00z", .trailingText(offset: 19)),
  ])
  func `what is no time is refused with the reason`(text: String, problem: Instant.Problem) {
    #expect(Instant.read(text).instant == nil)
    #expect(Instant.read(text).problem == problem)
  }

  @Test func `a day of every month of four centuries is written as it was read`() throws {
    for year in Int64(1899)...2300 {
      for month in Int64(1)...12 {
        let first = try #require(Instant(year: year, month: month, day: 1))
        let eve = first.adding(days: -1)
        #expect(Instant(eve.description) == eve)
        #expect(eve.days(until: first) == 1)
        #expect(eve.adding(days: 1).date.hasSuffix("-01"))
      }
    }
  }

  @Test func `days are counted towards zero`() {
    let now = Instant(seconds: 1_000_000_000)
    #expect(now.days(until: Instant(seconds: 1_000_000_000 + 86_399)) == 0)
    #expect(now.days(until: Instant(seconds: 1_000_000_000 + 86_400)) == 1)
    #expect(now.days(until: Instant(seconds: 1_000_000_000 - 86_399)) == 0)
    #expect(now.days(until: Instant(seconds: 1_000_000_000 - 86_400)) == -1)
    #expect(Instant(seconds: 0, nanoseconds: 1).days(until: Instant(seconds: 86_400)) == 0)
    #expect(Instant(seconds: 86_400).days(until: Instant(seconds: 0, nanoseconds: 1)) == 0)
  }

  @Test func `nothing wraps at the ends`() {
    let (first, last) = (Instant(seconds: .min), Instant(seconds: .max))
    #expect(first.days(until: last) == .max / 86_400)
    #expect(last.days(until: first) == .min / 86_400)
    #expect(last.adding(days: 1) == last)
    #expect(first.adding(days: -1) == first)
    #expect(last.adding(days: .min).seconds == .min)
    #expect(last.description == "292277026596-12-04T15:30:07Z")
    #expect(first.description == "-292277022657-01-27T08:29:52Z")
  }

  @Test func `instants are ordered`() {
    #expect(Instant(seconds: 1) < Instant(seconds: 1, nanoseconds: 1))
    #expect(Instant(seconds: -1, nanoseconds: 999_999_999) < Instant(seconds: 0))
  }

  @Test(arguments: [(2026, 2, 29, 0, 0, 0), (2026, 0, 1, 0, 0, 0), (2026, 1, 1, 24, 0, 1), (.max, 1, 1, 0, 0, 0)])
  func `a date that does not exist is none`(
    year: Int64, month: Int64, day: Int64, hour: Int64, minute: Int64, second: Int64
  ) {
    #expect(Instant(year: year, month: month, day: day, hour: hour, minute: minute, second: second) == nil)
  }
}
