import Console
import Playbook
import SAML
import Setup
import Support
import Testing

@testable import Reports

@Suite("What a nightly job fails for, and several set-ups side by side")
struct StatusAlarmTests {
  private static let day: Int64 = 86_400

  private static func report(
    _ setup: ChecklistSetup, _ name: String = "acme", within days: Int64, _ alarmed: StatusAlarm...,
    now: String = "2026-11-21T00:00:00Z"
  ) throws -> StatusReport {
    StatusReport(
      setup.progress(now: try #require(Instant(now))), name: .named(name), horizon: days * day, failingOn: alarmed)
  }

  /// The SCIM token ends on 2027-02-01, 72 days later.
  @Test(arguments: [
    (71, "2026-11-21T00:00:00Z", []),
    (72, "2026-11-21T00:00:00Z", ["the SCIM token expires on 2027-02-01, in 72 days"]),
    (30, "2027-01-01T23:59:59Z", []),
    (30, "2027-01-02T00:00:00Z", ["the SCIM token expires on 2027-02-01, in 30 days"]),
    (0, "2027-02-03T00:00:00Z", ["the SCIM token expires on 2027-02-01, 2 days ago"]),
  ])
  func expiry(days: Int64, now: String, words: [String]) throws {
    let report = try Self.report(.halfDone(), within: days, .expiry, now: now)
    #expect(report.failures.map(\.words) == words)
    #expect(report.isFailing == !words.isEmpty)
    let near = report.document["dates"]?.array?.first?["near"]?.bool
    #expect(near == (!words.isEmpty && days > 0))
    #expect(try !Self.report(.halfDone(), within: days, now: now).isFailing)
  }

  @Test("incomplete as long as a step of the audience is open; a step left out is not")
  func incomplete() throws {
    var setup = try ChecklistSetup.halfDone()
    #expect(try Self.report(setup, within: 0, .incomplete).failures.map(\.alarm) == [.incomplete])
    #expect(try Self.report(setup, within: 100, .incomplete, .expiry).failures.map(\.alarm) == [.expiry, .incomplete])
    for step in setup.progress().steps where !step.state.isSettled && step.step.actor == .idpAdmin {
      setup.add(.skipped(step.id, reason: try Statement("done elsewhere")))
    }
    let progress = setup.progress()
    func isFailing(_ audience: Audience) -> Bool {
      StatusReport(progress, name: .named("acme"), audience: audience, failingOn: [.incomplete]).isFailing
    }
    #expect(!isFailing(.idpAdmin))
    #expect(isFailing(.awsAdmin) && isFailing(.all))
  }

  @Test("failures are said in words, and as data")
  func words() throws {
    let report = try Self.report(.halfDone(), within: 90, .expiry, .incomplete)
    let text = report.text(for: .plain).rendered(.plain)
    #expect(text.contains("\nfails\n  expiry      the SCIM token expires on 2027-02-01, in 72 days\n  incomplete  "))
    let failures = try #require(JSON(reading: Array(report.json.utf8))["failures"]?.array)
    #expect(failures.compactMap { $0["kind"]?.string } == ["expiry", "incomplete"])
    #expect(try !Self.report(.halfDone(), within: 90).text(for: .plain).rendered(.plain).contains("\nfails\n"))
  }

  @Test("reminders: AWS's and the vendor's own, those that are only believed marked so")
  func reminders() throws {
    let text = try Self.report(.halfDone(), within: 90).text(for: .plain).rendered(.plain)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("AWS reminds in its console and in AWS Health: weekly from 90 days before"))
    #expect(text.contains("Okta lists a task in the Admin Console from 60 days before"))
    #expect(!text.contains("(unconfirmed)"))
    var setup = try ChecklistSetup.halfDone()
    setup.playbook = .oneLogin
    let other = try Self.report(setup, within: 90).text(for: .plain).rendered(.plain)
    #expect(other.contains("OneLogin mails") && other.contains("(unconfirmed)"))
  }

  // MARK: Several

  @Test("each set-up is one line: name, provider, progress, next, soonest date; what cannot be read says why")
  func overview() throws {
    var fresh = ChecklistSetup()
    fresh.add(.started(Event.Start(fresh.playbook)))
    let overview = StatusOverview([
      .standing(try Self.report(.halfDone(), "acme", within: 90, .expiry)),
      .standing(try Self.report(fresh, "a-longer-name", within: 90, .expiry)),
      .unreadable(.named("torn"), "the journal\n\u{1B}[31m is damaged"),
    ])
    let text = overview.text(for: .plain).rendered(.plain)
    #expect(
      text == """
        name           provider  done      next                   soonest date
        acme           okta      12 of 32  download-aws-metadata  2027-02-01 scim-token: soon
        a-longer-name  okta      0 of 32   see-identity-source    none
        torn           cannot be read: the journal\\n\\u{001B}[31m is damaged

        fails
          acme: expiry: the SCIM token expires on 2027-02-01, in 72 days

        """)
    let json = try JSON(reading: Array(overview.json.utf8))
    #expect(json["schema"]?.string == "signpost.status-list/v1")
    #expect(json["setUps"]?.array?.compactMap { $0["name"]?.string } == ["acme", "a-longer-name"])
    #expect(json["setUps"]?.array?.allSatisfy { $0["schema"]?.string == "signpost.status/v1" } == true)
    #expect(json["unreadable"]?.array?.compactMap { $0["name"]?.string } == ["torn"])
    try expectDocumented(json.withoutFacts, in: "StatusJSON.md")
  }
}

extension JSON {
  /// The value without members called `facts`, whose names are those of the answers file.
  fileprivate var withoutFacts: JSON {
    switch self {
    case .array(let entries): .array(entries.map(\.withoutFacts))
    case .object(let members): .object(members.filter { $0.key != "facts" }.mapValues(\.withoutFacts))
    default: self
    }
  }
}
