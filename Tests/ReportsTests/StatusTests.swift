import Console
import Playbook
import SAML
import Setup
import Support
import Testing

@testable import Reports

@Suite struct StatusTests {
  private static let terminal = Appearance(
    colour: true, hyperlinks: true, decoration: .unicode, text: .unicode, columns: 100)

  private static func report(
    _ setup: ChecklistSetup, _ audience: Audience = .all, now: Instant = ChecklistSetup.now
  ) -> StatusReport {
    StatusReport(setup.progress(now: now), name: .named("acme"), audience: audience)
  }

  private static func plain(_ report: StatusReport) -> String { report.text(for: .plain).rendered(.plain) }

  // MARK: Goldens

  @Test func onATerminal() throws {
    let report = Self.report(try .halfDone())
    Golden.expect(report.text(for: Self.terminal).rendered(Self.terminal), at: "status-half-done.ansi")
  }

  @Test func inAPipe() throws {
    Golden.expect(Self.plain(Self.report(try .halfDone())), at: "status-half-done.txt")
  }

  @Test func forOneSide() throws {
    Golden.expect(Self.plain(Self.report(try .halfDone(), .idpAdmin)), at: "status-half-done-idp-admin.txt")
  }

  @Test func asJSON() throws {
    Golden.expect(Self.report(try .halfDone()).json, at: "status-half-done.json")
  }

  // MARK: Words

  @Test func aSideThatCanDoNothingIsToldForWhomItWaits() throws {
    var setup = ChecklistSetup()
    setup.add(.started(Event.Start(setup.playbook)))
    #expect(Self.plain(Self.report(setup, .idpAdmin)).contains("next   Add the application AWS IAM Identity Center"))
    try setup.close("add-okta-application", "create-okta-groups", by: "grace")
    try setup.file("okta.xml", as: .identityProvider)
    try setup.close("save-okta-metadata", by: "grace")
    let report = Self.report(setup, .idpAdmin)
    let first = "See what signs people in to AWS today"
    let words = Self.plain(report).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("nothing can be done yet: the AWS administrator comes first, with \(first)"))
    #expect(words.contains("to go on: signpost setup --name acme"))
    #expect(report.json.contains("\"next\": null"))
    let document = MarkdownChecklist(report.checklist).text
    #expect(document.contains("**Next:** nothing yet; step 1, \(first), comes first (AWS administrator)"))
    let page = HTMLChecklist(report.checklist).text
    #expect(page.contains("<dd>nothing yet; step 1 comes first, \(first) (AWS administrator)</dd>"))
    #expect(Self.plain(Self.report(setup, .awsAdmin)).contains("next   \(first)"))
  }

  @Test func aPostponedStepIsShownUntilItsTimeHasCome() throws {
    var setup = ChecklistSetup()
    setup.add(.started(Event.Start(setup.playbook)))
    let (first, last): (StepID, StepID) = ("add-okta-application", "remind-of-certificate")
    for step in setup.progress().steps where step.id != first && step.id != last {
      setup.add(.skipped(step.id, reason: try Statement("done elsewhere")))
    }
    let until = try #require(Instant("2026-11-21T12:25:00Z"))
    setup.add(.postponed(first, until: until))
    func plain(_ audience: Audience = .all, now: Instant = ChecklistSetup.now) -> String {
      Self.plain(Self.report(setup, audience, now: now)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let words = "postponed until 2026-11-21T12:25:00Z, in 25 minutes"
    let nothing =
      "nothing can be done yet: Add the application AWS IAM Identity Center (add-okta-application) is \(words)"
    #expect(plain().contains("(add-okta-application) \(words)"))
    #expect(plain().contains("next Put the end of the signing certificate into the calendar (\(last))"))
    #expect(plain(.idpAdmin).contains(nothing), "one's own step comes before the other side's")
    setup.add(.postponed(last, until: until.adding(days: 1)))
    #expect(plain().contains(nothing))
    #expect(plain(.awsAdmin).contains("(remind-of-certificate) is postponed until 2026-11-22T12:25:00Z, in 1 day"))
    let report = Self.report(setup)
    let json = try JSON(reading: Array(report.json.utf8))
    #expect(json["next"] == .null && json["complete"] == false)
    let untils = try #require(json["steps"]?.array).compactMap { $0["postponedUntil"]?.string }
    #expect(untils == ["2026-11-21T12:25:00Z", "2026-11-22T12:25:00Z"])
    let next =
      "nothing yet; step 7, Add the application AWS IAM Identity Center, is postponed until 2026-11-21T12:25:00Z"
    #expect(MarkdownChecklist(report.checklist).text.contains("**Next:** \(next)\n"))
    #expect(HTMLChecklist(report.checklist).text.contains("<dd>\(next)</dd>"))
    let overview = StatusOverview([.standing(report)]).text(for: .plain).rendered(.plain)
    #expect(overview.contains("  add-okta-application in 25 minutes  "))
    #expect(plain(now: until).contains("next Add the application AWS IAM Identity Center (add-okta-application)"))
    #expect(!plain(now: until).contains(words))
  }

  @Test(arguments: [
    ("2026-11-21T12:00:00Z", "2027-02-01  the SCIM token expires, soon: in 71 days"),
    ("2026-10-01T00:00:00Z", "2027-02-01  the SCIM token expires, in 123 days"),
    ("2027-02-01T12:00:00Z", "2027-02-01  the SCIM token expired less than a day ago"),
    ("2027-02-03T00:00:00Z", "2027-02-01  the SCIM token expired 2 days ago"),
  ])
  func datesAreMarkedInWords(now: String, line: String) throws {
    let text = Self.plain(Self.report(try .halfDone(), now: try #require(Instant(now))))
    #expect(text.contains(line + "\n"))
  }

  @Test func aFinishedSetUpNamesTheFlowThatIsDue() throws {
    var setup = try ChecklistSetup.halfDone()
    for step in setup.progress().steps where !step.state.isSettled {
      setup.add(.skipped(step.id, reason: try Statement("done elsewhere")))
    }
    let text = Self.plain(Self.report(setup))
    #expect(text.contains("what is due next: signpost setup --name acme --flow renew-scim-token\n"))
    #expect(!text.contains("next   "))
    let early = try #require(Instant("2026-03-01T00:00:00Z"))
    #expect(Self.plain(Self.report(setup, now: early)).hasSuffix("nothing is left to do\n"))
  }

  @Test func linesHoldNothingThatOthersWroteUnescaped() throws {
    for turns in ChecklistSetup.hostile.indices {
      let report = Self.report(try .hostile(turned: turns))
      let text = Self.plain(report)
      #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
      #expect(!report.json.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0 == "\u{202E}" })
    }
  }

  // MARK: JSON

  @Test func theJSONSaysWhatTheProgressSays() throws {
    for setup in [try ChecklistSetup.halfDone(), try .hostile(turned: 3)] {
      let progress = setup.progress()
      let json = try JSON(reading: Array(Self.report(setup).json.utf8))
      let steps = try #require(json["steps"]?.array)
      #expect(steps.compactMap { $0["id"]?.string } == progress.steps.map(\.id.rawValue))
      #expect(steps.compactMap { $0["state"]?.string } == progress.steps.map(\.state.name))
      #expect(json["counts"]?["done"]?.int == progress.counts.done)
      #expect(json["counts"]?["applicable"]?.int == progress.counts.applicable)
      #expect(json["next"]?.string == progress.next?.id.rawValue)
      let facts = try #require(json["facts"]?.object)
      #expect(facts.count == progress.facts.count)
      for (key, fact) in progress.facts { #expect(facts[key.rawValue]?.strings == fact.values) }
    }
  }

  @Test func everyMemberIsDocumented() throws {
    let root = #filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")?.lowerBound ?? #filePath.endIndex)
    let page = try TestFile.text(root + "/Sources/Reports/Documentation.docc/StatusJSON.md")
    let json = try JSON(reading: Array(Self.report(try .hostile(turned: 0)).json.utf8))
    for name in names(of: json) { #expect(page.contains("`\(name)`"), "\(name)") }
  }

  private func names(of json: JSON) -> Set<String> {
    if let entries = json.array { return entries.reduce(into: []) { $0.formUnion(names(of: $1)) } }
    return (json.object ?? [:]).reduce(into: []) { found, member in
      found.insert(member.key)
      if member.key != "facts" { found.formUnion(names(of: member.value)) }
    }
  }
}
