import Parties
import Rules
import Testing

/// What two files agree on.
@Suite struct ContractTests {
  static func provider(_ entityID: String, _ url: String) -> Verdict {
    let good = Catalogue.rule(named: "IDP001")?.passing.first?.text ?? ""
    let text = good.replacing("http://www.okta.com/exk1fixture0example1", with: entityID)
      .replacing(TypedValueTests.signOn, with: url)
    return ExampleTests.judge.judge(Array(text.utf8), path: "idp.xml")
  }

  static let google = provider(
    "https://accounts.google.com/o/saml2?idpid=C01abc234", "https://accounts.google.com/o/saml2/idp?idpid=C01abc234")
  static let entra = provider(
    "https://sts.windows.net/11112222-3333-4444-5555-666677778888/",
    "https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/saml2")
  static let unknown = provider("https://idp.example", "https://idp.example/sso")
  static let otherRegion = TypedValueTests.dual.replacing("eu-west-1", with: "us-east-1")

  static func contract(_ idp: Verdict, _ urls: [String] = TypedValueTests.all + [otherRegion]) -> Contract? {
    ExampleTests.judge.contract(identityProvider: idp, serviceProvider: TypedValueTests.aws(urls))
  }

  @Test func anApplicationThatTakesOneHoldsTheOlderAddress() throws {
    let contract = try #require(Self.contract(Self.google))
    #expect(contract.capacity == .one)
    #expect(contract.consumers.filter(\.isHeld).map(\.text) == [TypedValueTests.older])
    #expect(contract.lostRegions.map(\.code) == ["us-east-1"])
    let later = try #require(
      Self.contract(Self.google, [Self.otherRegion, TypedValueTests.dual, TypedValueTests.plain]))
    #expect(later.consumers.filter(\.isHeld).map(\.text) == [TypedValueTests.plain])
    #expect(later.regions.map(\.code) == ["eu-west-1", "us-east-1"])
  }

  @Test func anApplicationThatTakesSeveralHoldsAll() throws {
    for (idp, capacity) in [(Self.entra, ConsumerCapacity.several), (Self.unknown, .unknown)] {
      let contract = try #require(Self.contract(idp))
      #expect(contract.capacity == capacity)
      #expect(contract.consumers.map(\.isHeld) == [true, true, true, true] && contract.lostRegions.isEmpty)
    }
    #expect(Self.contract(ExampleTests.goodIdentityProvider)?.capacity == .oneField)
  }

  @Test func keysSayWhetherTheyCanBeReliedOn() throws {
    let standings = try ["KEY006", "KEY007", "IDP001"].map { id in
      let rule = try #require(Catalogue.rule(named: id))
      let example = try #require(id == "IDP001" ? rule.passing.first : rule.failing.first)
      let idp = ExampleTests.judge.judge(Array(MarkedText(example.text).text.utf8), path: "idp.xml")
      return try #require(Self.contract(idp)).keys.map(\.standing)
    }
    #expect(standings == [[.expired, .valid], [.valid, .notYetValid], [.valid]])
  }

  /// Wrong files agree on nothing.
  @Test(arguments: ["AWS002", "AWS005", "AWS010", "PAIR001"])
  func wrongFilesHaveNone(id: String) throws {
    for example in try #require(Catalogue.rule(named: id)).failing {
      let verdict = ExampleTests.judge.judge(Array(MarkedText(example.text).text.utf8), path: "x.xml")
      let (idp, sp) =
        verdict.role == .serviceProvider
        ? (ExampleTests.goodIdentityProvider, verdict) : (verdict, TypedValueTests.aws(TypedValueTests.all))
      #expect(ExampleTests.judge.contract(identityProvider: idp, serviceProvider: sp) == nil)
    }
  }
}
