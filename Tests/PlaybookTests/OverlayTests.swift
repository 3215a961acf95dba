import Testing

@testable import Playbook

@Suite("An overlay is data laid over a playbook")
struct OverlayTests {
  private static let base = Playbook(
    provider: "p", title: "Connect", summary: ["All."], prerequisites: [Prerequisite(.awsAdmin, "an account")]
  ) {
    Stage(.prepare) {
      step("a", asks: [Question(.requiredGroups, "Which?", isOptional: true)])
      step("b", needs: ["a"])
    }
    Stage(.test) { step("c", needs: ["b"]) }
  }

  private static func step(_ id: StepID, needs: [StepID] = [], asks: [Question] = []) -> Step {
    Step(
      id, "Do \(id)", by: .awsAdmin, at: ConsolePath("console"), needs: needs, warnings: ["Mind \(text: id.rawValue)."],
      instructions: ["Do it."], asks: asks, proof: .word(see: "**x**"), pitfalls: [pitfall],
      sources: [SourceReference("s", "https://example.com", checked: "2026-11")])
  }

  private static let pitfall = Pitfall("s", cause: "c", remedy: "r")

  private static func overlay(
    insertions: [Overlay.Insertion] = [], additions: [Overlay.Addition] = [], groups: [String] = []
  ) -> Overlay {
    Overlay(
      name: "o", title: "the house", summary: ["More."], prerequisites: [Prerequisite(.idpAdmin, "a key")],
      requiredGroups: groups, insertions: insertions, additions: additions)
  }

  @Test func stepsGoWhereTheirPlaceIsAndNowhereWhereThereIsNone() {
    let playbook = Self.base.under(
      Self.overlay(insertions: [
        .init(.before("b"), Self.step("before-b", needs: ["a", "nobody"])),
        .init(.after("before-b"), Self.step("after-that")),
        .init(.startOf(.test), Self.step("first")),
        .init(.endOf(.prepare), Self.step("last")),
        .init(.after("nobody"), Self.step("nowhere")),
        .init(.endOf(.maintain), Self.step("in-no-stage")),
      ]))
    #expect(
      playbook.stages.map { $0.steps.map(\.id) } == [["a", "before-b", "after-that", "b", "last"], ["first", "c"]])
    #expect(playbook.step("before-b")?.needs == ["a"], "a need that this playbook does not have")
    #expect(playbook.overlay == "o")
    #expect(playbook.title == "Connect, for the house")
    #expect(playbook.summary == ["All.", "More."])
    #expect(playbook.prerequisites.map(\.actor) == [.awsAdmin, .idpAdmin])
  }

  @Test func additionsReachTheirStepByIDOrByWhatItAsksFor() throws {
    let more = SourceReference("t", "https://example.org", checked: "2026-11")
    let addition = Overlay.Addition(
      to: .asking(.requiredGroups), warnings: ["First."], instructions: ["Then this."], pitfalls: [Self.pitfall],
      sources: [SourceReference("s", "https://example.com", checked: "2026-11"), more])
    let playbook = Self.base.under(
      Self.overlay(additions: [addition, .init(to: .step("c"), needs: ["a", "nobody"], why: ["So."], sources: [])]))
    let asking = try #require(playbook.step("a"))
    #expect(asking.warnings == ["First.", "Mind a."])
    #expect(asking.instructions == ["Do it.", "Then this."])
    #expect(asking.pitfalls == [Self.pitfall], "what the step says already is not said twice")
    #expect(asking.sources.map(\.url) == ["https://example.com", "https://example.org"])
    #expect(playbook.step("c")?.needs == ["b", "a"])
    #expect(playbook.step("c")?.why == ["So."])
    #expect(playbook.step("b") == Self.base.step("b"))
  }

  @Test func groupsThatTheArchitectureNeedsAreAStartAndNotOptional() {
    let free = Self.base.under(Self.overlay())
    #expect(free.step("a")?.asks.map(\.isOptional) == [true])
    #expect(free.startValues(of: .requiredGroups) == nil)
    let bound = Self.base.under(Self.overlay(groups: ["A", "b"]))
    #expect(bound.step("a")?.asks.map(\.isOptional) == [false])
    #expect(bound.startValues(of: .requiredGroups) == ["A", "b"])
    #expect(bound.startValues(of: .permissionSets) == nil)
  }

  @Test func otherFlowsRememberTheOverlayAndStayAsTheyAre() {
    let renewal = Playbook.oktaTokenRenewal.under(.cloudPosse)
    #expect(renewal.overlay == "cloudposse")
    #expect(renewal.steps == Playbook.oktaTokenRenewal.steps)
    #expect(renewal.title == Playbook.oktaTokenRenewal.title)
  }

  @Test func anOverlayOfANewerVersionKeepsItsNameOnly() {
    #expect(Playbook.okta.under(overlayNamed: nil) == .okta)
    #expect(Playbook.okta.under(overlayNamed: "cloudposse") == Playbook.okta.under(.cloudPosse))
    let newer = Playbook.okta.under(overlayNamed: "castle")
    #expect(newer.overlay == "castle")
    #expect(newer.stages == Playbook.okta.stages)
  }

  @Test func overlaysAreFoundByName() {
    #expect(Overlay.named("cloudposse") == .cloudPosse)
    #expect(Overlay.named("Cloudposse") == nil)
    #expect(Playbook.of("okta", overlay: nil) == .okta)
    #expect(Playbook.of("okta", overlay: "cloudposse") == Playbook.okta.under(.cloudPosse))
    #expect(Playbook.of("okta", overlay: "nobody") == nil)
    #expect(Playbook.of("nobody", overlay: "cloudposse") == nil)
    #expect(isKebabCase(Overlay.cloudPosse.name))
  }
}

@Suite("The Cloud Posse reference architecture over every set-up")
struct CloudPosseTests {
  static let subjects = Playbook.all.filter { $0.flow == .setUp }.map { Subject(playbook: $0.under(.cloudPosse)) }

  @Test(arguments: subjects)
  func everyProviderGetsTheSameOrder(subject: Subject) {
    let playbook = subject.playbook
    #expect(
      playbook.keepsOrder(
        "use-core-root-account", "enable-identity-center", "change-identity-source", "map-groups-in-catalog",
        "deploy-aws-sso", "create-permission-set", "assign-account-access", "test-portal-sign-in",
        "centralize-root-access"))
    #expect(playbook.puts("check-groups", before: "deploy-aws-sso"))
  }

  @Test(arguments: subjects)
  func theRequiredGroupsAreNamedWithExactCase(subject: Subject) throws {
    let playbook = subject.playbook
    #expect(playbook.startValues(of: .requiredGroups) == ["Managers", "DevOps", "Developers", "BillingAdmin"])
    let asking = try #require(playbook.step(giving: .requiredGroups))
    for group in playbook.requiredGroups { #expect(asking.text.contains(group)) }
    #expect(asking.pitfalls.count { $0 == .groupListsDiffer } == 1)
    let deploying = try #require(playbook.step("deploy-aws-sso"))
    #expect(deploying.warnings.contains { $0.references.contains(.requiredGroups) })
    #expect(playbook.step("check-groups")?.proof == .shown([.requiredGroups]))
  }

  @Test(arguments: subjects)
  func parametersOfTheSyncAreAskedForWhereItRuns(subject: Subject) {
    let hasSync = subject.playbook.step("deploy-ssosync") != nil
    #expect((subject.playbook.step("store-sync-parameters") != nil) == hasSync)
    #expect(hasSync == (subject.playbook.provider == "google-workspace"))
    if hasSync {
      #expect(subject.playbook.puts("store-sync-parameters", before: "deploy-ssosync"))
      #expect(subject.playbook.puts("deploy-ssosync", before: "deploy-aws-sso"))
    }
  }

  @Test func thePermissionSetsAreThoseOfTheComponent() throws {
    guard case .word(let see)? = Playbook.okta.under(.cloudPosse).step("deploy-aws-sso")?.proof else {
      Issue.record("no word")
      return
    }
    let names = see.segments.compactMap { if case .code(let name) = $0 { name } else { nil } }
    #expect(
      names == [
        "TerraformApplyAccess", "TerraformPlanAccess", "TerraformStateAccess", "AdministratorAccess", "PowerUserAccess",
        "ReadOnlyAccess", "RootAccess",
      ])
  }
}
