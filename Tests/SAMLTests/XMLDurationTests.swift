import SAML
import Testing

@Suite struct XMLDurationTests {
  @Test(arguments: [
    ("P1Y2M3DT4H5M6.7S", 14, 273_906), ("P7D", 0, 604_800), ("PT6H", 0, 21_600), ("P0D", 0, 0),
    ("PT1594475551S", 0, 1_594_475_551), ("P1Y", 12, 0), ("PT36H", 0, 129_600), (" P1M\n", 1, 0),
  ])
  func `a duration is read`(text: String, months: Int64, seconds: Int64) {
    let reading = XMLDuration.read(text)
    #expect(reading.problem == nil)
    #expect(reading.duration?.months == months)
    #expect(reading.duration?.seconds == seconds)
    #expect(reading.duration?.isNegative == false)
  }

  @Test func `a fraction of seconds is kept`() {
    #expect(XMLDuration.read("PT0.25S").duration?.nanoseconds == 250_000_000)
  }

  @Test func `a negative duration is negative`() {
    #expect(XMLDuration.read("-P1DT1S").duration?.isNegative == true)
    #expect(XMLDuration.read("-P1DT1S").duration?.approximateSeconds == -86_401)
  }

  @Test func `months have the mean length of the calendar`() {
    #expect(XMLDuration.read("P400Y").duration?.approximateSeconds == 12_622_780_800)
    #expect(XMLDuration.read("P1MT1S").duration?.approximateSeconds == 2_629_747)
  }

  @Test(arguments: ["P100000000000000000000D", "P9223372036854775807Y", "P106751991167301D", "PT9223372036854775807H"])
  func `too long a duration stops at the longest`(text: String) {
    #expect(XMLDuration.read(text).problem == .tooLarge)
    #expect(XMLDuration.read(text).duration?.approximateSeconds == .max)
    #expect(XMLDuration.read("-" + text).duration?.approximateSeconds == -.max)
  }

  @Test(arguments: [
    ("", XMLDuration.Problem.empty), (" ", .empty), ("7D", .noDesignator(offset: 0)), ("p7D", .noDesignator(offset: 0)),
    ("-7D", .noDesignator(offset: 1)), ("+P7D", .noDesignator(offset: 0)), ("P", .nothingAfterP),
    ("-P", .nothingAfterP), ("P1DT", .nothingAfterT), ("PT", .nothingAfterT), ("PD", .noNumber(offset: 1)),
    ("P-1D", .noNumber(offset: 1)), ("P1 D", .unexpectedUnit(offset: 2)), ("P30", .noUnit(offset: 3)),
    ("P1T1S", .noUnit(offset: 2)), ("P1W", .unexpectedUnit(offset: 2)), ("P1d", .unexpectedUnit(offset: 2)),
    ("P1H", .unexpectedUnit(offset: 2)), ("PT1D", .unexpectedUnit(offset: 3)), ("P1D1Y", .unexpectedUnit(offset: 4)),
    ("P1D1D", .unexpectedUnit(offset: 4)), ("PT1S1M", .unexpectedUnit(offset: 5)), ("P1.5D", .fraction(offset: 2)),
    ("PT1.S", .fraction(offset: 3)), ("PT.5S", .noNumber(offset: 2)), (" P1DT1HT1M", .unexpectedUnit(offset: 7)),
    ("P1\u{E9}", .unexpectedUnit(offset: 2)),
  ])
  func `what is no duration is refused with the reason`(text: String, problem: XMLDuration.Problem) {
    #expect(XMLDuration.read(text).duration == nil)
    #expect(XMLDuration.read(text).problem == problem)
  }
}
