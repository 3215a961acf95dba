import Testing

@testable import Playbook

/// A playbook as the argument of a test, with a name instead of its whole text in the log.
struct Subject: Sendable, CustomTestStringConvertible {
  let playbook: Playbook
  var testDescription: String {
    ([playbook.provider, playbook.flow.rawValue] + [playbook.overlay].compactMap(\.self)).joined(separator: " ")
  }

  static let all = (Playbook.all + underOverlays).map(Subject.init)

  /// Every set-up under every overlay.
  static let underOverlays = Overlay.all.flatMap { overlay in
    Playbook.all.filter { $0.flow == .setUp }.map { $0.under(overlay) }
  }
}

@Suite struct PlaybookTests {
  @Test(arguments: Subject.all)
  func idsAreUniqueAndKebabCase(subject: Subject) {
    let playbook = subject.playbook
    let ids = playbook.steps.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(isKebabCase(id.rawValue), "\(id)") }
    #expect(isKebabCase(playbook.provider))
  }

  @Test(arguments: Subject.all)
  func stagesFollowTheirOrder(subject: Subject) {
    let playbook = subject.playbook
    let purposes = playbook.stages.map(\.purpose)
    #expect(purposes == Stage.Purpose.allCases.filter(purposes.contains))
    for stage in playbook.stages { #expect(!stage.steps.isEmpty) }
  }

  @Test(arguments: Subject.all)
  func everyNeedComesBefore(subject: Subject) {
    let playbook = subject.playbook
    #expect(PlaybookAudit(playbook: playbook).disorder == [])
  }

  @Test(arguments: Subject.all)
  func everyValueIsKnownBeforeItIsUsed(subject: Subject) {
    let playbook = subject.playbook
    #expect(PlaybookAudit(playbook: playbook).unreachable == [])
  }

  @Test(arguments: Subject.all)
  func aFactIsAskedForOnce(subject: Subject) {
    let playbook = subject.playbook
    let asked = playbook.steps.flatMap { $0.asks.map(\.fact) }
    #expect(Set(asked).count == asked.count)
    for key in asked { #expect(key.definition.origin == .asked, "\(key.rawValue) is derived, so it is never asked") }
  }

  @Test(arguments: Subject.all)
  func everyStepCanBeFollowedAndProved(subject: Subject) {
    let playbook = subject.playbook
    for step in playbook.steps {
      #expect(!step.title.isEmpty && !step.title.hasSuffix("."), "\(step.id)")
      #expect(!step.place.console.isEmpty, "\(step.id)")
      #expect(!step.instructions.isEmpty, "\(step.id)")
      #expect(!step.sources.isEmpty, "\(step.id)")
      if let key = step.proof.file {
        #expect(step.asks.contains { $0.fact == key }, "\(step.id)")
        guard case .metadataFile = key.definition.kind else {
          Issue.record("\(step.id): \(key.rawValue) is no metadata file")
          continue
        }
      }
      if case .value(let key) = step.proof { #expect(step.asks.contains { $0.fact == key }, "\(step.id)") }
      if case .shown(let keys) = step.proof { #expect(!keys.isEmpty, "\(step.id)") }
      for paste in step.pastes where paste.form == .singleACSURL {
        #expect(paste.fact?.definition.kind == .acsURLs, "\(step.id)")
      }
    }
  }

  /// The file of before must not prove an exchange of certificates, and elsewhere nothing has to be new.
  @Test(arguments: Subject.all)
  func aRotationAloneIsProvedByANewCertificate(subject: Subject) {
    let playbook = subject.playbook
    let proofs = playbook.steps.map(\.proof)
    let isRotation = playbook.flow == .rotateCertificate
    #expect(proofs.contains(.newCertificate(.idpMetadata)) == isRotation)
    #expect(!isRotation || !proofs.contains(.metadata(.idpMetadata)))
  }

  @Test(arguments: Subject.all)
  func anOperatorsWordNamesWhatIsToBeSeen(subject: Subject) {
    let playbook = subject.playbook
    for step in playbook.steps {
      guard case .word(let see) = step.proof else { continue }
      let visible = see.segments.contains { if case .text = $0 { false } else { true } }
      #expect(visible, "\(step.id): \(see.plain())")
    }
  }

  @Test(arguments: Subject.all)
  func noMarkIsLeftOpenAndNoLineIsEmpty(subject: Subject) {
    let playbook = subject.playbook
    let headings = playbook.summary + playbook.prerequisites.map(\.text) + playbook.wishes.map(\.prompt)
    for phrase in headings + playbook.steps.flatMap(\.phrases) {
      #expect(!phrase.plain().isEmpty)
      #expect(!phrase.plain().contains("\n") && !phrase.plain().contains("  "), "\(phrase.plain())")
      for case .text(let text) in phrase.segments {
        #expect(!text.contains("**") && !text.contains("`"), "\(phrase.plain())")
      }
    }
    for step in playbook.steps {
      for instruction in step.instructions { #expect(instruction.plain().count <= 220, "\(instruction.plain())") }
      for text in [step.title] + step.pitfalls.map(\.symptom) { #expect(!text.contains("**"), "\(text)") }
    }
  }

  @Test(arguments: Subject.all)
  func sourcesAreAddressesWithTheMonthInWhichTheyWereRead(subject: Subject) {
    let playbook = subject.playbook
    for source in playbook.steps.flatMap(\.sources) {
      #expect(source.url.hasPrefix("https://"), "\(source.url)")
      let parts = source.checked.split(separator: "-")
      #expect((2...3).contains(parts.count) && parts.allSatisfy { Int($0) != nil }, "\(source.checked)")
    }
    for step in playbook.steps { #expect(Set(step.sources.map(\.url)).count == step.sources.count, "\(step.id)") }
  }

  @Test(arguments: Subject.all)
  func wishesAreThoseOnWhichSomethingDepends(subject: Subject) {
    let playbook = subject.playbook
    #expect(Set(playbook.steps.flatMap { $0.when.wishes }) == Set(playbook.wishes))
  }

  @Test(arguments: Subject.all)
  func bothSidesHaveRequirements(subject: Subject) {
    let playbook = subject.playbook
    #expect(Set(playbook.prerequisites.map(\.actor)) == Set(Actor.allCases))
    #expect(!playbook.summary.isEmpty)
  }

  @Test(arguments: Subject.all)
  func whatIsHandedOnIsOfUseToTheOtherAdministrator(subject: Subject) {
    let playbook = subject.playbook
    for step in playbook.steps {
      let others = playbook.steps.filter { $0.actor != step.actor }
      for key in step.handsOn {
        let isUsed = others.contains { other in
          (other.phrases.flatMap(\.references) + other.pastes.compactMap(\.fact) + other.proof.references).contains(key)
        }
        #expect(isUsed, "\(step.id) hands on \(key.rawValue), which nobody on the other side uses")
      }
    }
  }

  @Test func aPlaybookIsFoundByProviderAndFlow() {
    #expect(Playbook.of("okta")?.flow == .setUp)
    #expect(Playbook.of("okta", flow: .renewSCIMToken)?.step("create-second-token") != nil)
    #expect(Playbook.of("nobody") == nil)
    let names = Subject.all.map(\.testDescription)
    #expect(Set(names).count == names.count)
  }

  @Test func theAuditFindsWhatItLooksFor() {
    func step(_ id: StepID, needs: [StepID] = [], when: Condition = .always, asks: [Question] = [], _ line: Phrase)
      -> Step
    {
      Step(
        id, "t", by: .awsAdmin, at: ConsolePath("c"), when: when, needs: needs, instructions: [line], asks: asks,
        proof: .word(see: "**x**"), sources: [])
    }
    func audit(_ steps: [Step]) -> PlaybookAudit {
      PlaybookAudit(
        playbook: Playbook(provider: "p", title: "t", summary: [], prerequisites: []) { Stage(.test) { steps } })
    }
    let user = Question(.pilotUser, "who?")
    #expect(audit([step("a", needs: ["b"], "x"), step("b", "x")]).disorder.count == 1)
    #expect(audit([step("a", needs: ["a"], "x")]).disorder.count == 1)
    #expect(audit([step("a", "\(.pilotUser)")]).unreachable.count == 1)
    #expect(audit([step("a", asks: [user], "x"), step("b", "\(.pilotUser)")]).unreachable.count == 1)
    #expect(audit([step("a", asks: [user], "x"), step("b", needs: ["a"], "\(.pilotUser)")]).unreachable == [])
    let maybe = step("a", when: .wants(.scim), asks: [user], "x")
    #expect(audit([maybe, step("b", needs: ["a"], "\(.pilotUser)")]).unreachable.count == 1)
    #expect(audit([maybe, step("b", needs: ["a"], when: .wants(.scim), "\(.pilotUser)")]).unreachable == [])
    let optional = step("a", asks: [Question(.pilotUser, "who?", isOptional: true)], "x")
    #expect(audit([optional, step("b", needs: ["a"], "\(.pilotUser)")]).unreachable.count == 1)
    #expect(audit([step("a", "\(.region)")]).unreachable.count == 1)
  }
}
