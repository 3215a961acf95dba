import Playbook
import Setup
import Support
import Testing

@testable import Reports

@Suite struct ChecklistTests {
  static let name = SetupName.named("acme")

  private static func blank(_ playbook: Playbook, _ audience: Audience = .all) -> String {
    MarkdownChecklist(Checklist(playbook, for: audience)).text
  }

  private static func standing(_ setup: ChecklistSetup, _ audience: Audience = .all) -> String {
    MarkdownChecklist(Checklist(setup.progress(), name: name, for: audience)).text
  }

  // MARK: Goldens

  @Test func blankForOkta() {
    Golden.expect(Self.blank(.okta), at: "checklist-okta.md")
  }

  @Test func halfDone() throws {
    Golden.expect(Self.standing(try .halfDone()), at: "checklist-half-done.md")
  }

  @Test func handoverToOkta() throws {
    Golden.expect(Self.standing(try .halfDone(), .idpAdmin), at: "checklist-half-done-idp-admin.md")
  }

  @Test func handoverToAWSBlank() {
    Golden.expect(Self.blank(.oktaTokenRenewal, .awsAdmin), at: "checklist-token-renewal-aws-admin.md")
  }

  // MARK: What must be there

  @Test(arguments: Playbook.all)
  func everyStepStandsOnceWithItsID(playbook: Playbook) {
    let text = Self.blank(playbook)
    for step in playbook.steps {
      #expect(text.ranges(of: "<!-- step: \(step.id.rawValue) -->").count == 1, "\(step.id)")
    }
    #expect(text.ranges(of: "<!-- step: ").count == playbook.steps.count)
  }

  @Test func everyStepStandsOnceInASetUp() throws {
    let text = Self.standing(try .halfDone())
    for step in Playbook.okta.steps {
      #expect(text.ranges(of: "<!-- step: \(step.id.rawValue) -->").count == 1, "\(step.id)")
    }
  }

  @Test(arguments: Playbook.all)
  func theTwoSidesTogetherAreTheWhole(playbook: Playbook) {
    let sides = [Audience.idpAdmin, .awsAdmin].map { Self.blank(playbook, $0) }
    for step in playbook.steps {
      let id = "<!-- step: \(step.id.rawValue) -->"
      #expect(sides.map { $0.contains(id) } == [step.actor == .idpAdmin, step.actor == .awsAdmin], "\(step.id)")
    }
  }

  @Test(arguments: Playbook.all)
  func everyFieldThatTakesAValueIsNamed(playbook: Playbook) {
    let document = MarkdownText(Self.blank(playbook))
    for step in playbook.steps {
      let item = document.item(of: step.id)
      for paste in step.pastes {
        for label in [paste.field.text] + paste.field.formerly {
          #expect(
            item.contains { $0.contains("**Enter** into") && $0.contains("**\(Markdown.text(label))**") },
            "\(step.id): \(label)")
        }
      }
    }
  }

  @Test(arguments: Playbook.all)
  func nothingOfAStepIsLost(playbook: Playbook) {
    let document = MarkdownText(Self.blank(playbook))
    for step in playbook.steps {
      let item = document.item(of: step.id).joined(separator: "\n")
      for url in step.sources.map(\.url) + [step.place.url].compactMap(\.self) { #expect(item.contains("](\(url))")) }
      for label in step.place.path + step.phrases.flatMap(\.labels) {
        #expect(item.contains("**\(Markdown.text(label.text))**"))
      }
      for pitfall in step.pitfalls { #expect(item.contains(Markdown.text(pitfall.symptom))) }
      #expect(item.ranges(of: "**Careful:**").count == step.warnings.count)
      let believed = (step.place.path + step.phrases.flatMap(\.labels)).filter { $0.certainty == .believed }
      for label in believed { #expect(item.contains("**\(Markdown.text(label.text))** (unconfirmed)")) }
      for line in step.phrases.flatMap(\.segments) {
        if case .code(let code) = line { #expect(item.contains(Markdown.code(code, in: .text))) }
      }
    }
  }

  @Test func theOverviewListsWhatEachHasToDo() throws {
    let setup = try ChecklistSetup.halfDone()
    let lines = MarkdownText(Self.standing(setup)).lines
    for (actor, title) in [(Actor.idpAdmin, "Okta administrator"), (.awsAdmin, "AWS administrator")] {
      let steps = setup.progress().steps.enumerated().filter {
        $1.step.actor == actor && $1.state != .notApplicable
      }
      let start = try #require(lines.firstIndex { $0.hasPrefix("The \(title): ") && $0.hasSuffix(".") })
      let rows = lines[(start + 4)...].prefix { $0.hasPrefix("| ") }
      #expect(rows.count == steps.count)
      for ((index, progress), row) in zip(steps, rows) {
        #expect(row.hasPrefix("| \(index + 1). \(Markdown.text(progress.step.title)) | "))
      }
    }
    let states = ["done 2026-11-18", "left out 2026-11-18", "stale: do it again", "ready"]
    for state in states { #expect(lines.contains { $0.hasSuffix(" | \(state) |") }, "\(state)") }
    #expect(lines.contains { $0.contains(" | waits for step ") })
  }

  @Test func tickedBoxesAreTheDoneSteps() throws {
    for setup in [ChecklistSetup(), try .halfDone()]
      + (0..<ChecklistSetup.hostile.count).compactMap({ try? .hostile(turned: $0) })
    {
      let done = setup.progress().steps.filter { if case .done = $0.state { true } else { false } }.map(\.id.rawValue)
      #expect(MarkdownText(Self.standing(setup)).ticked == done)
    }
    #expect(MarkdownText(Self.standing(try .halfDone())).ticked.count == 12)
    #expect(MarkdownText(Self.blank(.okta)).ticked.isEmpty)
  }

  @Test func valuesStandAsTheyArePasted() throws {
    let document = MarkdownText(Self.standing(try .halfDone()))
    let scim = document.item(of: "connect-okta-to-scim")
    let endpoint = "https://scim.eu-west-1.amazonaws.com/1a2b3c4d5e6-2222-4333-8444-555555555555/scim/v2"
    #expect(scim.contains("  " + endpoint))
    let register = document.item(of: "register-aws-in-okta")
    #expect(
      register.filter { $0.hasPrefix("  https://") } == [
        "  https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/4455422d6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34",
        "  https://eu-west-1.signin.aws.amazon.com/platform/saml/d-93671f0a2c",
      ])
  }

  @Test func aHandoverNamesWhatEachSideNeedsOfTheOther() {
    let handover = Checklist(.okta, for: .idpAdmin).handover(of: .idpAdmin)
    let received = handover.received.map(\.subject)
    for key in [FactKey.acsURL, .issuerURL, .scimEndpoint, .scimTokenExpires] {
      #expect(received.contains(.fact(key)))
    }
    for key in [FactKey.portalURL, .permissionSets, .scimTokenCreated] { #expect(!received.contains(.fact(key))) }
    #expect(received.contains(.secret(.scimToken)))
    let handed = handover.handed.map(\.subject)
    for key in [FactKey.idpMetadata, .idpSignInURL, .requiredGroups, .pilotUser] {
      #expect(handed.contains(.fact(key)))
    }
    let mirror = Checklist(.okta, for: .awsAdmin).handover(of: .awsAdmin)
    #expect(mirror.handed == handover.received)
    #expect(mirror.received == handover.handed)
    #expect(!handed.contains(where: received.contains))
  }

  /// What the flow asks for anew is not stated before it was given: the old token's day is not that of the new one.
  @Test func upkeepStatesNoFormerValueAsTheNewOne() throws {
    var setup = try ChecklistSetup.halfDone()
    setup.playbook = .oktaTokenRenewal
    setup.add(.started(Event.Start(.oktaTokenRenewal)))
    func documents() -> [String] {
      let checklist = Checklist(setup.progress(), name: Self.name)
      return [MarkdownChecklist(checklist).text, HTMLChecklist(checklist).text]
    }
    let old = try documents().map { text in
      let dates = try #require(text.firstRange(of: "Dates ahead"))
      let steps = try #require(text[dates.upperBound...].firstRange(of: "create-second-token"))
      #expect(text[dates.upperBound..<steps.lowerBound].contains("2027-02-01"), "the old token has its end")
      return text[..<dates.lowerBound] + text[steps.lowerBound...]
    }
    for text in old { #expect(!text.contains("2026-02-01") && !text.contains("2027-02-01")) }
    #expect(old[0].contains("the new one is of _‹day on which the SCIM token was created›_."))
    #expect(old[0].contains("<!-- value: scim-token-created -->_not known yet_<!-- /value -->"))
    try setup.answer(.scimTokenCreated, "2026-11-20")
    for text in documents() { #expect(text.contains("2026-11-20") && text.contains("2027-11-20")) }
    #expect(documents()[0].contains("the new one is of `2026-11-20`."))
  }

  @Test func conditionsAreSaidInWordsEvenDenied() {
    let condition = Condition.not(.all([.wants(.scim), .not(.present(.requiredGroups))]))
    #expect(
      condition.words.plain
        == "users and groups are not provisioned over SCIM, or there is a value for required groups")
    #expect(Condition.fact(.region, equals: "eu-west-1").words.markdown() == "the Region is `eu-west-1`")
    #expect(Condition.beforeFebruary2026Instance.words.plain.hasSuffix("lists an ACS URL at signin.aws.amazon.com"))
  }

  @Test func theSameIsWrittenTwice() throws {
    #expect(Self.standing(try .halfDone()) == Self.standing(try .halfDone()))
  }
}

extension SetupName {
  static func named(_ text: String) -> SetupName {
    guard let name = try? SetupName(text) else { preconditionFailure("no name: \(text)") }
    return name
  }
}
