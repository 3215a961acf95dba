import Playbook
import SAML
import Setup
import Support
import Testing

@testable import Reports

@Suite("The dates ahead as a calendar")
struct CalendarTests {
  private static func text(
    _ setup: ChecklistSetup, _ audience: Audience = .all, name: String = "acme", now: Instant = ChecklistSetup.now
  ) throws -> String {
    try #require(DateCalendar(Checklist(setup.progress(now: now), name: .named(name), for: audience))).text
  }

  private static func read(_ setup: ChecklistSetup, _ audience: Audience = .all) throws -> CalendarReading {
    try CalendarReading(text(setup, audience))
  }

  /// One whose metadata says until when it may be used.
  private static func withValidity() throws -> ChecklistSetup {
    var setup = try ChecklistSetup.halfDone()
    setup.record([
      "kind": "filed", "by": "grace", "fact": "aws-metadata",
      "file": [
        "path": "aws.xml", "bytes": 1, "sha256": .string(String(repeating: "b", count: 64)),
        "role": "service-provider", "complaints": [], "passed": 1, "facts": [:], "validUntil": "2027-03-05T06:07:08Z",
      ],
    ])
    return setup
  }

  @Test("an event for each date, on its day, named after it, with the clock of the set-up and no other")
  func events() throws {
    let setup = try Self.withValidity()
    let dates = setup.progress().datesAhead
    let events = try Self.read(setup).events
    #expect(dates.map(\.kind) == [.scimToken, .metadataValidity, .signingCertificate])
    #expect(try events.map { try $0.only("DTSTART").value } == dates.map { $0.day.filter { $0 != "-" } })
    #expect(try events.map { try $0.only("SUMMARY").text() } == dates.map { "acme: \($0.title)" })
    for event in events { #expect(try event.only("DTSTAMP").value == "20261121T120000Z") }
    #expect(try Self.text(setup) == Self.text(setup))
  }

  @Test("alarms on the days on which AWS and the vendor remind, at nine; on days of our own where nobody does")
  func alarms() throws {
    let setup = try Self.withValidity()
    let triggers = try Self.read(setup).events.map { event in
      try event.components.map { try $0.only("TRIGGER").value }
    }
    #expect(
      triggers == [
        ["-P89DT15H", "-P59DT15H", "-P29DT15H", "-P14DT15H"], ["-P29DT15H", "-P6DT15H", "-P0DT15H"],
        ["-P89DT15H", "-P59DT15H"],
      ])
  }

  @Test("the description holds the steps of the flow that renews it, those of the audience alone, and the command")
  func steps() throws {
    let setup = try ChecklistSetup.halfDone()
    for (audience, actors) in [(Audience.all, Actor.allCases), (.idpAdmin, [.idpAdmin]), (.awsAdmin, [.awsAdmin])] {
      let events = try Self.read(setup, audience).events
      let expected = [Playbook.oktaTokenRenewal, .oktaCertificateRotation]
      #expect(events.count == expected.count)
      for (event, playbook) in zip(events, expected) {
        let text = try event.only("DESCRIPTION").text()
        let shown = playbook.steps.filter { text.contains(". \($0.title) (") }
        #expect(shown.map(\.id) == playbook.steps.filter { actors.contains($0.actor) }.map(\.id))
        #expect(text.hasSuffix("signpost setup --name acme --flow \(playbook.flow.rawValue)"))
      }
    }
  }

  @Test("an event stays the same one when its day moves, with a higher sequence, and is another in another set-up")
  func identity() throws {
    func identities(_ text: String) throws -> [String] {
      try CalendarReading(text).events.map { try $0.only("UID").value }
    }
    var setup = try ChecklistSetup.halfDone()
    let before = try Self.read(setup).events[0]
    let names = try identities(Self.text(setup))
    try setup.answer(.scimTokenCreated, "2026-03-01")
    let after = try Self.read(setup).events[0]
    #expect(try identities(Self.text(setup)) == names)
    #expect(try before.only("DTSTART").value == "20270201")
    #expect(try after.only("DTSTART").value == "20270301")
    #expect(try Int(after.only("SEQUENCE").value) ?? 0 > Int(before.only("SEQUENCE").value) ?? 0)
    #expect(try identities(Self.text(setup, now: ChecklistSetup.now.adding(days: 5))) == names)
    #expect(try Set(identities(Self.text(setup, name: "bolt"))).isDisjoint(with: names))
  }

  @Test("a day that was taken back has a higher sequence too, so that calendars take the former one again")
  func takenBack() throws {
    var setup = try ChecklistSetup.halfDone()
    let former = try Self.read(setup).events[0].only("DTSTART").value
    try setup.answer(.scimTokenCreated, "2026-03-01")
    let moved = try Self.read(setup).events[0]
    setup.add(.undone([setup.events.count]))
    let after = try Self.read(setup).events[0]
    #expect(try after.only("DTSTART").value == former)
    #expect(try Int(after.only("SEQUENCE").value) ?? 0 > Int(moved.only("SEQUENCE").value) ?? 0)
  }

  @Test("a step that was postponed: an event at its time, for its side, that moves and goes with it")
  func postponed() throws {
    var setup = ChecklistSetup()
    setup.add(.started(Event.Start(setup.playbook)))
    let until = try #require(Instant("2026-11-21T13:30:00Z"))
    setup.add(.postponed("add-okta-application", until: until), by: "x\r\nEND:VEVENT<b>")
    let calendar = try Self.read(setup)
    let event = try #require(calendar.events.first)
    #expect(calendar.events.count == 1)
    #expect(try event.only("DTSTART").value == "20261121T133000Z")
    #expect(try event.only("SUMMARY").text() == "acme: Add the application AWS IAM Identity Center")
    let description = try event.only("DESCRIPTION").text()
    #expect(description.hasPrefix("Postponed 2026-11-18 by x") && !description.contains("<b>"))
    #expect(description.contains("Okta Admin Console › "))
    #expect(description.hasSuffix("To go on: signpost setup --name acme"))
    #expect(event.components.count == 1)
    #expect(DateCalendar(Checklist(setup.progress(), name: .named("acme"), for: .awsAdmin)) == nil)
    setup.add(.postponed("add-okta-application", until: until.adding(days: 1)))
    let moved = try Self.read(setup).events[0]
    #expect(try moved.only("UID") == event.only("UID"))
    #expect(try moved.only("DTSTART").value == "20261122T133000Z")
    #expect(try Int(moved.only("SEQUENCE").value) ?? 0 > Int(event.only("SEQUENCE").value) ?? 0)
    let then = Checklist(setup.progress(now: until.adding(days: 1)), name: .named("acme"))
    #expect(DateCalendar(then) == nil, "its time has come")
  }

  @Test("a calendar has to have an entry: none without a date, and none of a blank checklist")
  func nothing() {
    var setup = ChecklistSetup()
    setup.add(.started(Event.Start(setup.playbook)))
    #expect(DateCalendar(Checklist(setup.progress(), name: .named("acme"))) == nil)
    #expect(DateCalendar(Checklist(.okta)) == nil)
  }

  // MARK: Safety

  /// What others could write, to be more than a text.
  private static let hostile =
    ChecklistSetup.hostile + [
      "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil", "a;b,c\\n\\", "\\", ";VALUE=URI:https://evil.example",
      "<a href=\"https://evil.example\">x</a>", "javascript:alert(1)", String(repeating: "東京,", count: 2_000),
      "\u{2028}\u{2029}\u{85}", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
    ]

  /// Whatever others wrote, the calendar has the same components and properties, and nothing of it comes to life.
  @Test(arguments: hostile)
  func whatOthersWroteStaysText(text: String) throws {
    func shape(_ calendar: CalendarReading) -> [[String]] {
      calendar.events.map { event in event.properties.map(\.name) + event.components.flatMap(\.properties).map(\.name) }
    }
    let calm = try Self.read(.written { _ in "calm" })
    let calendar = try Self.read(.written { _ in text })
    #expect(shape(calendar) == shape(calm))
    let descriptions = try calendar.events.map { try $0.only("DESCRIPTION").text() }
    #expect(try calm.events.map { try $0.only("DESCRIPTION").text() }.contains { $0.contains("calm, given") })
    for description in descriptions {
      #expect(!description.contains("<") && !description.contains("://") && !description.contains("www."))
      #expect(
        !description.unicodeScalars.contains {
          $0.properties.isBidiControl || $0.properties.isDefaultIgnorableCodePoint
        })
      #expect(description.utf8.count < 4_000)
    }
  }

  @Test("a text comes back as it went in; a line is folded between characters, at 75 octets and not before")
  func textIsExact() throws {
    let word: Wording = "a;b, c\\d \(ours: String(repeating: "ü€", count: 60)) \(value: "x;y,z\\")"
    var lines = CalendarLines()
    lines.add("SUMMARY", CalendarText(lines: ["\(word)", "", "2"]))
    let folded = lines.text.split(separator: "\r\n", omittingEmptySubsequences: true)
    #expect(folded.count > 3)
    #expect(folded.dropLast().allSatisfy { (73...75).contains($0.utf8.count) })
    let whole = folded.enumerated().map { $0.offset == 0 ? $0.element : $0.element.dropFirst() }.joined()
    #expect(whole.hasPrefix(#"SUMMARY:a\;b\, c\\d ü€ü€"#))
    #expect(whole.hasSuffix(#"€ x\;y\,z\\\n\n2"#))
    var short = CalendarLines()
    short.add("SUMMARY", CalendarText(lines: ["a;b, c\\d", "", "\("x\ny" as Wording)"]))
    #expect(short.text == "SUMMARY:a\\;b\\, c\\\\d\\n\\nx\\\\ny\r\n")
  }
}
