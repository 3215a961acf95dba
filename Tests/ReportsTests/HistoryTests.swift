import Console
import Playbook
import SAML
import Setup
import Support
import Testing

@testable import Reports

@Suite("The history of a set-up")
struct HistoryTests {
  private static func report(_ setup: ChecklistSetup, _ steps: StepID...) -> HistoryReport {
    HistoryReport(setup.progress(), name: .named("acme"), steps: steps)
  }

  private static func plain(_ report: HistoryReport) -> String { report.text(for: .plain).rendered(.plain) }

  private static func words(_ report: HistoryReport) -> String {
    plain(report).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func inAPipe() throws {
    Golden.expect(Self.plain(Self.report(try .halfDone())), at: "log-half-done.txt")
  }

  @Test func asJSON() throws {
    let report = Self.report(try .halfDone(), "save-okta-metadata", "change-identity-source", "look-into-cloudtrail")
    Golden.expect(report.json, at: "log-half-done.json")
  }

  @Test("who, when, what and with which evidence: the whole digest, the rules that passed, the word that was given")
  func evidence() throws {
    var setup = try ChecklistSetup.halfDone()
    let file = try #require(setup.progress().file(.idpMetadata))
    // Another file takes its place; what closed the step stays what it was.
    setup.record([
      "kind": "filed", "by": "eve", "fact": "idp-metadata",
      "file": [
        "path": "other.xml", "bytes": 1, "sha256": .string(String(repeating: "c", count: 64)),
        "role": "identity-provider", "complaints": [["rule": "KEY009", "severity": "warning", "count": 2]],
        "passed": 7, "facts": [:],
      ],
    ])
    let text = Self.words(Self.report(setup))
    #expect(
      text.contains(
        "grace closed Save Okta's metadata (save-okta-metadata): identity provider metadata file with SHA-256 "
          + "\(file.digest), \(file.passed) rules passed, nothing found"))
    #expect(text.contains("eve gave the identity provider metadata file: other.xml, 1 byte with SHA-256 cccc"))
    #expect(text.contains("7 rules passed, found by rule: KEY009"))
    #expect(text.contains("(keep-emergency-access): by word: signed in as emergency-admin"))
    #expect(
      text.contains("grace noted at Confirm the change of the identity source (change-identity-source): announced"))
  }

  @Test("every event, in the order of the journal, and only those of a step where one is asked about")
  func selection() throws {
    let setup = try ChecklistSetup.halfDone()
    let all = try JSON(reading: Array(Self.report(setup).json.utf8))
    #expect(all["entries"]?.array?.compactMap { $0["number"]?.int } == setup.events.map(\.number))
    let one = try JSON(reading: Array(Self.report(setup, "save-okta-metadata").json.utf8))
    let kinds = try #require(one["entries"]?.array).compactMap { $0["kind"]?.string }
    #expect(kinds == ["filed", "closed"])
    #expect(one["entries"]?.array?[0]["fact"]?.string == "idp-metadata")
    let token = try JSON(reading: Array(Self.report(setup, "enable-okta-provisioning").json.utf8))
    #expect(token["entries"]?.array?.contains { $0["kind"]?.string == "closed" } == false)
  }

  @Test("a step that a later checklist does not have stays readable, under its id, and can be asked about")
  func removedSteps() throws {
    var setup = try ChecklistSetup.halfDone()
    setup.record([
      "kind": "closed", "by": "ada", "step": "press-the-old-button",
      "evidence": ["by": "word", "reason": "pressed", "seen": "it"],
    ])
    setup.record(["kind": "noted", "by": "ada", "step": "press-the-old-button", "text": "it was red"])
    setup.record([
      "kind": "a-kind-to-come", "by": "ada", "step": "press-the-old-button", "token": .string(ChecklistSetup.canary),
    ])
    let progress = setup.progress()
    #expect(HistoryReport.steps(of: progress).last == "press-the-old-button")
    let report = Self.report(setup, "press-the-old-button")
    let text = Self.words(report)
    #expect(text.contains("ada closed press-the-old-button, a step that this version does not have,: by word: pressed"))
    #expect(text.contains("ada noted at press-the-old-button, a step that this version does not have,: it was red"))
    #expect(text.contains("that this version cannot read"))
    let entries = try #require(JSON(reading: Array(report.json.utf8))["entries"]?.array)
    #expect(entries.count == 3)
    #expect(entries.allSatisfy { $0["title"] == .null && $0["step"]?.string == "press-the-old-button" })
    #expect(entries[0]["evidence"]?["reason"]?.string == "pressed")
    #expect(!(text + report.json).contains(ChecklistSetup.canary))
  }

  @Test("a step of a flow that was followed before has its title still")
  func otherFlow() throws {
    var setup = try ChecklistSetup.halfDone()
    setup.playbook = .oktaTokenRenewal
    setup.add(.started(Event.Start(.oktaTokenRenewal)))
    let text = Self.words(Self.report(setup))
    #expect(text.contains("closed Save Okta's metadata (save-okta-metadata)"))
    #expect(text.contains("ada began: \(Playbook.oktaTokenRenewal.title)"))
  }

  @Test("what was taken back stays, marked as such; the taking back says what, and belongs to the same steps")
  func takenBack() throws {
    var setup = try ChecklistSetup.halfDone()
    try setup.answer(.pilotUser, "ada@example.com")
    setup.add(.noted("check-users", try Statement("soon")))
    let count = setup.events.count
    setup.add(.undone([count - 1, count]), by: "grace")
    let report = Self.report(setup, "check-users")
    let text = Self.words(report)
    #expect(
      text.contains("ada noted at See the users arrive in AWS (check-users): soon (taken back)"), "\(text)")
    #expect(text.contains("grace took back: gave the pilot user; noted at "))
    let entries = try #require(JSON(reading: Array(report.json.utf8))["entries"]?.array)
    #expect(entries.map { $0["kind"]?.string } == ["noted", "undone"])
    #expect(entries.map { $0["takenBack"]?.bool } == [true, false])
    #expect(entries[1]["numbers"] == [.int(count - 1), .int(count)])
    setup.add(.postponed("check-users", until: ChecklistSetup.now))
    #expect(Self.words(Self.report(setup)).hasSuffix("(check-users) until 2026-11-21T12:00:00Z"))
    let later = try #require(JSON(reading: Array(Self.report(setup).json.utf8))["entries"]?.array?.last)
    #expect(later["kind"] == "postponed" && later["until"] == "2026-11-21T12:00:00Z" && later["step"] == "check-users")
    setup.add(.undone([1]))
    #expect(Self.words(Self.report(setup)).hasSuffix("ada took back nothing"))
  }

  @Test("nothing that others wrote reaches the terminal as more than text, and none of it is lost")
  func safety() throws {
    for turns in ChecklistSetup.hostile.indices {
      let report = Self.report(try .hostile(turned: turns))
      let text = Self.plain(report)
      #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
      #expect(!report.json.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0 == "\u{202E}" })
      #expect(!(text + report.json).contains(ChecklistSetup.canary))
    }
    let text = Self.words(Self.report(try .written { "text-of-place-\($0)" }))
    for place in 0...11 { #expect(text.contains("text-of-place-\(place)"), "\(place)") }
  }

  @Test func everyMemberIsDocumented() throws {
    try expectDocumented(JSON(reading: Array(Self.report(.hostile(turned: 0)).json.utf8)), in: "LogJSON.md")
  }
}
