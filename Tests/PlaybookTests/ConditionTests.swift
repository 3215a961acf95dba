import Testing

@testable import Playbook

@Suite struct ConditionTests {
  let scim: Condition = .wants(.scim)
  let groups: Condition = .present(.requiredGroups)

  func holds(_ condition: Condition, _ wishes: Set<Wish> = [], _ facts: [FactKey: [String]] = [:]) -> Bool? {
    condition.holds(in: Circumstances(wishes: wishes, facts: facts))
  }

  @Test func wishesAreKnownFromTheStart() {
    #expect(holds(.always) == true)
    #expect(holds(scim) == false)
    #expect(holds(scim, [.scim]) == true)
    #expect(holds(.not(scim)) == true)
  }

  @Test func factsWithoutAValueLeaveTheAnswerOpen() {
    #expect(holds(groups) == nil)
    #expect(holds(.not(groups)) == nil)
    #expect(holds(.fact(.region, equals: "eu-west-1")) == nil)
    #expect(holds(groups, [], [.requiredGroups: []]) == false)
    #expect(holds(groups, [], [.requiredGroups: ["DevOps"]]) == true)
    #expect(holds(.fact(.region, equals: "eu-west-1"), [], [.region: ["eu-west-1"]]) == true)
    #expect(holds(.fact(.region, equals: "eu-west-1"), [], [.region: ["eu-west-2"]]) == false)
  }

  @Test func anOpenAnswerDoesNotHideADecidedOne() {
    #expect(holds(.all([scim, groups])) == false)
    #expect(holds(.all([scim, groups]), [.scim]) == nil)
    #expect(holds(.all([scim, groups]), [.scim], [.requiredGroups: ["A"]]) == true)
    #expect(holds(.any([scim, groups]), [.scim]) == true)
    #expect(holds(.any([scim, groups])) == nil)
    #expect(holds(.any([scim, groups]), [], [.requiredGroups: []]) == false)
    #expect(holds(.all([])) == true)
    #expect(holds(.any([])) == false)
  }

  @Test func theAgeOfAnInstanceShowsInItsAddresses() {
    #expect(holds(.beforeFebruary2026Instance) == nil)
    #expect(holds(.beforeFebruary2026Instance, [], [.alternativeACSURL: []]) == false)
    let url = "https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/11111111-2222-3333-4444-555555555555"
    #expect(holds(.beforeFebruary2026Instance, [], [.alternativeACSURL: [url]]) == true)
    #expect(Condition.all([.beforeFebruary2026Instance, groups]).references == [.alternativeACSURL, .requiredGroups])
  }
}
