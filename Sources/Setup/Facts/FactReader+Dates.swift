import Parties
import Playbook
import SAML

extension FactReader {
  /// A calendar day, `YYYY-MM-DD`. One that was, and, for a token, not so long ago that the token is dead.
  func readDate(_ text: String) throws(Rejection) -> (String, [Remark]) {
    guard let day = Instant(day: text) else {
      throw rejection(
        text, "is not a date in the form year-month-day",
        cause: text.contains(".") || text.contains("/")
          ? "the order of day and month differs from country to country" : nil,
        action: "write it like 2026-11-21")
    }
    // Somewhere it is tomorrow already: the first zone is 14 hours ahead of UTC.
    let latest = Instant(seconds: now.seconds + 14 * 3_600)
    guard day <= latest else {
      throw rejection(
        text, "is in the future", cause: "the expiry date was given, or the year is wrong",
        action: Self.source(of: key))
    }
    if key == .scimTokenCreated, let end = SCIMToken.end(ofCreation: text), end <= now {
      throw rejection(
        text, "is more than a year ago, so the token expired on \(end.date)",
        cause: "the date belongs to an older token, or the year is wrong",
        action: "look at the creation date in Access tokens, or generate another token")
    }
    return (text, [])
  }
}

/// The life of a SCIM access token.
enum SCIMToken {
  /// The day on which a token ends that was made on that day.
  static func end(ofCreation day: String) -> Instant? {
    Instant(day: day)?.adding(days: Int64(AWSLimits.scimTokenLifeDays))
  }
}

extension Instant {
  /// The first moment, in UTC, of a day `YYYY-MM-DD`; nil where the text is no such day.
  init?(day text: String) {
    let reading = Instant.read(text)
    guard text.utf8.count == 10, reading.problem == .noTime, let instant = reading.instant else { return nil }
    self = instant
  }
}
