import Console
import Playbook
import SAML
import Setup
import Support
import Testing

@testable import signpost

@Suite("A step's card")
struct StepCardTests {
  /// A set-up in which every text of others is this one.
  private static func progress(_ text: String) -> Progress {
    let playbook = Playbook.okta
    func event(_ members: [String: JSON]) -> [UInt8] {
      Array(JSON.object(members.merging(["by": .string(text)]) { $1 }).compact.utf8)
    }
    let answers = [
      "portal-url", "required-groups", "pilot-user", "scim-endpoint", "permission-sets", "acs-url", "idp-sign-in-url",
    ].map { event(["kind": "answered", "fact": .string($0), "values": JSON([text, text])]) }
    let steps = playbook.steps.enumerated().flatMap { index, step -> [[UInt8]] in
      let id = JSON.string(step.id.rawValue)
      let note = event(["kind": "noted", "step": id, "text": .string(text)])
      let end =
        index.isMultiple(of: 2)
        ? event(["kind": "skipped", "step": id, "reason": .string(text)])
        : event(["kind": "closed", "step": id, "evidence": ["by": "word", "reason": .string(text), "seen": "it"]])
      return index.isMultiple(of: 3) ? [note] : [note, end]
    }
    let filed = event([
      "kind": "filed", "fact": "idp-metadata",
      "file": [
        "path": .string(text), "bytes": 1, "sha256": .string(String(repeating: "a", count: 64)),
        "role": "identity-provider", "complaints": [], "passed": 1,
        "facts": ["idp-entity-id": JSON([text]), "idp-sign-in-url": JSON([text])],
      ],
    ])
    let payloads = [Event.started(Event.Start(playbook)).payload(by: "ada")] + answers + [filed] + steps
    let events = payloads.enumerated().map { index, payload in
      RecordedEvent(number: index + 1, at: "2026-11-20T00:00:00Z", payload: payload)
    }
    return Progress(events, playbook: playbook, now: Instant("2026-11-21T00:00:00Z") ?? Instant(seconds: 0))
  }

  @Test("shows what others wrote, and nothing of it acts or hides")
  func inert() throws {
    let progress = Self.progress(ActiveCharacters.text())
    var shown = 0
    for (index, entry) in progress.steps.enumerated() {
      let screen = StepScreen(
        step: entry.step, number: index + 1, count: progress.steps.count, facts: progress.circumstances.facts)
      let card = StepCard(
        screen: screen, entry: entry, progress: progress, name: try SetupName("acme"), isProofAsked: false
      ).card
      for (look, isColoured) in [
        (Appearance.plain, false),
        (Appearance(colour: true, hyperlinks: true, decoration: .unicode, text: .unicode, columns: 80), true),
      ] {
        let text = card.paragraphs.map { $0.text.rendered(look) }.joined(separator: "\n")
        #expect(ActiveCharacters.found(in: text, isColoured: isColoured).isEmpty, "\(entry.id)")
        shown += text.components("quagga").count - 1
      }
    }
    #expect(shown > progress.steps.count * 2)
  }

  @Test("each command is a line by itself, which nothing divides or follows, and can be copied")
  func commands() throws {
    var seen = 0
    for playbook in Playbook.all {
      for step in playbook.steps {
        let screen = StepScreen(step: step, number: 1, count: 1, facts: [:])
        let text = screen.body.map { $0.wrapped(for: .plain, width: 40, indent: 2, hanging: 5).rendered(.plain) }
        let lines = text.joined(separator: "\n").components("\n").map { $0.drop { $0 == " " } }
        for value in StepScreen.values(of: step, facts: [:]) {
          #expect(lines.contains { $0 == value.text }, "\(value.text)")
          seen += 1
        }
      }
    }
    #expect(seen > 5)
    let made = try #require(Playbook.of("google-workspace")?.step("create-groups-by-command"))
    let commands = StepScreen.values(of: made, facts: [:]).map(\.text)
    #expect(
      commands.first == "STORE=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text)")
  }

  @Test("of several values each begins at the same margin")
  func margins() throws {
    let step = try #require(Playbook.of("entra-id")?.step("register-aws-in-entra"))
    let screen = StepScreen(
      step: step, number: 1, count: 1, facts: [.acsURL: ["https://a.example", "https://b.example"]])
    let values = screen.body.map { $0.rendered(.plain) }.filter { $0.contains(".example") }
    #expect(values.count == 2)
    #expect(values.allSatisfy { $0.hasPrefix("-> into ") && !$0.contains("\n") })
  }
}
