import SAML
import Setup
import Testing

@testable import signpost

@Suite struct ArgumentValueTests {
  @Test(
    "durations",
    arguments: [
      ("90d", Int64(7_776_000)), ("12h", 43_200), ("2w", 1_209_600), ("0d", 0), ("999999w", 604_799_395_200),
    ])
  func span(text: String, seconds: Int64) {
    #expect(TimeSpan(argument: text)?.seconds == seconds)
    #expect(TimeSpan(argument: text)?.argument == text)
  }

  @Test(
    "no durations",
    arguments: ["", "d", "90", "90D", "9 d", "-1d", "+1d", "1.5d", "1d2h", "1000000d", "٣d", "5\u{301}d", "90m"])
  func noSpan(text: String) {
    #expect(TimeSpan(argument: text) == nil)
  }

  @Test(
    "points in time",
    arguments: [
      ("1970-01-01", Int64(0)), ("1970-01-01T00:00:01Z", 1), ("2026-11-21T00:00:00Z", 1_795_219_200),
      ("2000-02-29", 951_782_400), ("2100-03-01", 4_107_542_400), ("1969-12-31T23:59:59Z", -1),
      ("0001-01-01", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("2026-11-20T24:00:00Z", 1_795_219_200),
    ])
  func pointInTime(text: String, seconds: Int64) {
    #expect(PointInTime(argument: text)?.instant.seconds == seconds)
  }

  @Test(
    "no points in time",
    arguments: [
      "", "now", "2026-11-31", "2100-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01", "2026-1-1",
      "2026-11-21T00:60:00Z", "2026-11-21T00:00:60Z", "2026-11-21 00:00:00Z",
      "2026-11-21T00:00:00", "2026-11-21T00:00:00+", "2026-11-21t00:00:00z", "2026/11/21", "+026-11-21",
    ])
  func noPointInTime(text: String) {
    #expect(PointInTime(argument: text) == nil)
  }

  @Test("keys and values")
  func keyValue() {
    #expect(KeyValue(argument: "acs-url=https://x/?a=b")?.value == "https://x/?a=b")
    for text in ["", "k", "=v", "k="] { #expect(KeyValue(argument: text) == nil) }
  }

  @Test("files")
  func files() {
    #expect(InputFile(argument: "-") == .standardInput)
    #expect(InputFile(argument: "./-") == .path("./-"))
    #expect(InputFile(argument: "a\0b") == nil)
    #expect(OutputFile(argument: "-") == .standardOutput)
    #expect(DirectoryPath(argument: "") == nil)
  }

  @Test(
    "the nearest match",
    arguments: [
      ("statsu", "status"), ("stat", "status"), ("hlep", "help"), ("STATUS", "status"), ("setpu", "setup"),
      ("rule", "rules"),
      ("s", nil), ("xyzzy", nil), ("", nil), ("explode-everything", nil), ("st", nil),
    ])
  func nearestMatch(typed: String, expected: String?) {
    let names = Grammar.signpost.commands.map(\.name)
    #expect(Nearest.suggestion(for: typed, among: names) == expected)
  }

  @Test("the distance counts a swap of neighbours as one slip")
  func slips() {
    #expect(Nearest.distance("ab", "ba") == 1)
    #expect(Nearest.distance("format", "fromat") == 1)
    #expect(Nearest.distance("kitten", "sitting") == 3)
    #expect(Nearest.distance("", "abc") == 3)
    #expect(Nearest.distance("abc", "abc") == 0)
  }
}
