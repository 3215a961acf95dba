import Playbook
import SAML
import Setup
import Support
import Testing

@testable import Reports

@Suite("The checklist as JSON")
struct ExportJSONTests {
  private static func json(_ checklist: Checklist) throws -> JSON {
    try JSON(reading: Array(JSONChecklist(checklist).text.utf8))
  }

  private static func json(_ setup: ChecklistSetup, _ audience: Audience = .all) throws -> JSON {
    try json(Checklist(setup.progress(), name: .named("acme"), for: audience))
  }

  /// Every playbook can be made again from its export alone.
  @Test(arguments: Playbook.all)
  func thePlaybookIsExportedWhole(playbook: Playbook) throws {
    let waits = playbook.steps.compactMap { step in step.wait.map { (step.id, $0.atMost) } }
    let copy = try PlaybookReading(
      Self.json(Checklist(playbook)), waits: Dictionary(uniqueKeysWithValues: waits)
    ).playbook
    #expect(copy.digest == playbook.digest)
    for (copied, step) in zip(copy.steps, playbook.steps) { #expect(copied == step, "\(step.id)") }
    #expect(copy == playbook)
  }

  @Test(
    "for one administrator: their steps and prerequisites, under the numbers of the whole", arguments: Actor.allCases)
  func audience(actor: Actor) throws {
    let audience = try #require(Audience(rawValue: actor.rawValue))
    let json = try Self.json(Checklist(.okta, for: audience))
    let steps = Playbook.okta.steps.enumerated().filter { $0.element.actor == actor }
    #expect(json["steps"]?.array?.compactMap { $0["id"]?.string } == steps.map(\.element.id.rawValue))
    #expect(json["steps"]?.array?.compactMap { $0["number"]?.int } == steps.map { $0.offset + 1 })
    #expect(json["stages"]?.array?.flatMap { $0["steps"]?.strings ?? [] } == steps.map(\.element.id.rawValue))
    #expect(json["prerequisites"]?.array?.allSatisfy { $0["actor"]?.string == actor.rawValue } == true)
    #expect(json["for"]?.string == actor.rawValue)
    #expect(json["setUp"] == .null)
    #expect(json["steps"]?.array?.allSatisfy { $0["standing"] == .null } == true)
  }

  @Test("of a set-up: what the status says of each step, values with their origin, evidence with its file, notes")
  func setUp() throws {
    let setup = try ChecklistSetup.halfDone()
    let progress = setup.progress()
    let json = try Self.json(setup)
    let steps = try #require(json["steps"]?.array)
    #expect(steps.compactMap { $0["standing"]?["state"]?.string } == progress.steps.map(\.state.name))
    let file = try #require(progress.file(.idpMetadata))
    let saved = try #require(steps.first { $0["id"]?.string == "save-okta-metadata" }?["standing"]?["evidence"])
    #expect(saved["kind"]?.string == "file")
    #expect(saved["files"]?.array?.first?["sha256"]?.string == file.digest)
    #expect(saved["files"]?.array?.first?["rulesPassed"]?.int == file.passed)
    let changed = try #require(steps.first { $0["id"]?.string == "change-identity-source" }?["standing"])
    #expect(changed["notes"]?.array?.first?["text"]?.string == "announced to everybody on Friday")
    let facts = try #require(json["facts"]?.array)
    for (key, fact) in progress.facts {
      let written = try #require(facts.first { $0["id"]?.string == key.rawValue })
      #expect(written["values"]?.strings == fact.values)
      #expect(written["by"]?.string == fact.actor)
    }
    #expect(json["setUp"]?["next"]?.string == progress.next?.id.rawValue)
    #expect(json["setUp"]?["dates"]?.array?.count == progress.datesAhead.count)
    #expect(json["secrets"]?.array?.first?["entered"]?.string == "2026-11-18")
    #expect(json["wishes"]?.array?.first { $0["id"]?.string == "scim" }?["answer"]?.bool == true)
    #expect(json["wishes"]?.array?.first { $0["id"]?.string == "sign-in-domain" }?["answer"] == .null)
  }

  @Test("plain text holds the values that are known, segments the fact")
  func phrases() throws {
    let setup = try ChecklistSetup.halfDone()
    let steps = try #require(Self.json(setup)["steps"]?.array)
    let reminder = try #require(steps.first { $0["id"]?.string == "remind-of-token-renewal" })
    #expect(reminder["proof"]?["see"]?["text"]?.string?.contains("2027-02-01") == true)
    let segments = try #require(reminder["proof"]?["see"]?["segments"]?.array)
    #expect(segments.contains { $0["kind"]?.string == "value" && $0["fact"]?.string == "scim-token-expires" })
    let blank = try #require(Self.json(Checklist(.okta))["steps"]?.array)
    let same = try #require(blank.first { $0["id"]?.string == "remind-of-token-renewal" })
    #expect(same["proof"]?["see"]?["segments"] == reminder["proof"]?["see"]?["segments"])
    #expect(same["proof"]?["see"]?["text"]?.string?.contains("2027-02-01") == false)
  }

  @Test("the same bytes each time, with keys in order; nothing hidden in what others wrote; no secret")
  func bytes() throws {
    for turns in ChecklistSetup.hostile.indices {
      let setup = try ChecklistSetup.hostile(turned: turns)
      let checklist = Checklist(setup.progress(), name: .named("acme"))
      let text = JSONChecklist(checklist).text
      #expect(text == JSONChecklist(checklist).text)
      #expect(!text.contains(ChecklistSetup.canary))
      #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0 == "\u{202E}" || $0 == "\u{9B}" })
      #expect(try JSON(reading: Array(text.utf8)).indented == text)
    }
  }

  @Test func everyMemberIsDocumented() throws {
    try expectDocumented(Self.json(.hostile(turned: 0)), in: "ExportJSON.md")
  }

  @Test("every flow is named where the member is described", arguments: ["ExportJSON.md", "StatusJSON.md"])
  func everyFlowIsDocumented(page: String) throws {
    let line = try #require(
      documentation(page).split(separator: "\n").first { $0.contains("`flow` |") && $0.contains("brought about") })
    for flow in Playbook.Flow.allCases { #expect(line.contains("`\(flow.rawValue)`"), "\(flow.rawValue)") }
  }
}
