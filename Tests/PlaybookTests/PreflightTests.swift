import Testing

@testable import Playbook

@Suite struct PreflightTests {
  @Test(arguments: Subject.all)
  func everyPlaybookSaysHowLongItTakesAndWhatIsAsked(subject: Subject) {
    let preflight = Preflight(subject.playbook)
    #expect(preflight.work.lowerBound > 0 && preflight.work.upperBound >= preflight.work.lowerBound * 3 / 2)
    #expect(preflight.workWords.hasSuffix("minutes") || preflight.workWords.hasSuffix("hours"))
    #expect(Set(preflight.asked).count == preflight.asked.count)
    #expect(!preflight.asked.contains(.identitySource), "that is what the page itself speaks of")
    #expect(preflight.flow.first?.plain().hasPrefix(subject.playbook.flow.rawValue + ", which ") == true)
  }

  @Test func aSetUpTakesLongerThanARotation() {
    #expect(Preflight(.okta).work.lowerBound > Preflight(.oktaCertificateRotation).work.upperBound)
    #expect(Preflight(.okta).workWords == "1½ to 3 hours")
    #expect(Preflight(.oktaTokenRenewal).workWords.hasSuffix("minutes"))
  }

  @Test func whatIsWaitedForIsSaidWhereItIsAssumedToApply() {
    let google = Preflight(.googleWorkspace).waits.map { $0.plain() }
    #expect(google.contains { $0.contains("24 hours") })
    #expect(!google.contains { $0.contains("Cloud Posse") }, "ssosync is not what is assumed")
    #expect(Preflight(.okta).waits.isEmpty, "a domain of one's own is not what is assumed")
  }

  @Test func whatSignsPeopleInTodayNamesTheFlow() throws {
    let move = try #require(Playbook.of("okta", flow: .migrate))
    let directory = Preflight(move, source: .activeDirectory)
    #expect(
      directory.flow.map { $0.plain() }.joined(separator: " ").contains("Today people sign in by Active Directory."))
    #expect(directory.work.lowerBound > Preflight(move, source: .directory).work.lowerBound)
    let open = Preflight(.okta).flow.map { $0.plain() }.joined(separator: " ")
    for flow in ["set-up", "migrate", "adopt"] { #expect(open.contains(flow)) }
    #expect(Preflight(.oktaTokenRenewal).flow.count == 1)
    #expect(Preflight(.oktaTokenRenewal, source: .unused).flow.count == 1, "there is a connection")
  }

  @Test func eachIdentitySourceHasOneFlow() {
    #expect(
      IdentitySource.allCases.map(\.flow) == [.setUp, .migrate, .migrate, .migrate, .adopt])
  }
}
