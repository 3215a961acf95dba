import Playbook
import Rules
import Testing

@testable import Setup

@Suite("Closing steps")
struct ClosingTests {
  private func obstacles(_ script: Script, _ id: StepID, _ testimony: Testimony = .none) -> [Obstacle] {
    do throws(Obstruction) {
      _ = try script.progress.closing(id, with: testimony)
      return []
    } catch {
      return error.obstacles
    }
  }

  @Test("a value closes its step once it is there")
  func value() throws {
    var script = Script()
    #expect(obstacles(script, "account") == [.unanswered(.managementAccount)])
    #expect(script.progress.closable("account") == nil)
    try script.answer(.managementAccount, "1111-2222-3333")
    #expect(script.progress.closable("account") == .value(.managementAccount, ["111122223333"]))
  }

  @Test("every question counts, not only the proof's")
  func questions() throws {
    var script = Script()
    try script.file(Metadata.aws(), as: .serviceProvider)
    #expect(obstacles(script, "aws-file") == [.unanswered(.portalURL)])
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    #expect(script.progress.closable("aws-file")?.summary.hasPrefix("AWS metadata file with SHA-256 ") == true)
  }

  @Test("an answer that no longer agrees with the files does not close")
  func disagreement() throws {
    var script = Script()
    try script.answer(.managementAccount, "111122223333")
    try script.close("account")
    try script.answer(.scimEndpoint, endpoint.replacing("eu-west-1", with: "us-east-1"))
    try script.answer(.scimTokenCreated, "2026-11-20")
    #expect(script.progress.closable("scim") != nil)
    try script.file(Metadata.aws(), as: .serviceProvider)
    let found = obstacles(script, "scim")
    #expect(found.count == 1)
    #expect(found.first?.description.contains("is in the Region us-east-1; the AWS metadata is in eu-west-1") == true)
  }

  @Test("waiting, undecided, not applicable and unknown steps cannot be closed")
  func notYet() throws {
    var script = Script()
    try script.answer(.managementAccount, "111122223333")
    let word = Testimony.word(try Statement("seen"))
    #expect(obstacles(script, "look", word) == [.waiting(for: ["account"])])
    #expect(
      obstacles(script, "look", word).map(\.description)
        == ["it needs account first; close it, or leave it out with a reason"])
    #expect(
      Obstacle.waiting(for: ["account", "scim"]).description
        == "it needs account, scim first; close them, or leave them out with a reason")
    #expect(obstacles(script, "alternative") == [.undecided([.alternativeACSURL])])
    #expect(obstacles(script, "nonsense") == [.unknownStep("nonsense")])
    script.add(.wished(.scim, false))
    #expect(obstacles(script, "scim") == [.notApplicable])
  }

  @Test("a word needs words, keeps what was to be seen with its values, and closes nothing else")
  func word() throws {
    var script = Script()
    try script.answer(.managementAccount, "111122223333")
    let word = Testimony.word(try Statement("I see it"))
    #expect(script.progress.closable("account") == .value(.managementAccount, ["111122223333"]))
    try script.close("account")
    #expect(obstacles(script, "look") == [.needsWord(see: "the menu with 111122223333")])
    #expect(
      obstacles(script, "look").map(\.description)
        == ["look whether you see this, and say so in a few words: the menu with 111122223333"])
    #expect(
      try script.progress.closing("look", with: word)
        == .word(reason: try Statement("I see it"), seen: "the menu with 111122223333"))
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    #expect(obstacles(script, "register", word) == [.notCompared([.acsURL, .issuerURL])])
  }

  @Test("the pair closes only when both files were judged together as they are now, without an error")
  func pair() throws {
    var script = Script()
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.file(Metadata.idp(), as: .identityProvider)
    try script.close("aws-file")
    try script.close("idp-file")
    #expect(obstacles(script, "upload") == [.notJudgedTogether])
    try script.file(Metadata.idp(), as: .identityProvider, beside: Metadata.aws())
    guard case .pair(let idp, let aws)? = script.progress.closable("upload") else {
      Issue.record("not closable")
      return
    }
    #expect(idp == script.progress.file(.idpMetadata)?.digest)
    #expect(aws == script.progress.file(.awsMetadata)?.digest)
    try script.file(Metadata.aws(comment: "<!-- 2 -->"), as: .serviceProvider)
    try script.close("aws-file")
    #expect(obstacles(script, "upload") == [.notJudgedTogether], "judged beside the former file")
  }

  @Test("a pair with an error does not close")
  func brokenPair() throws {
    var script = Script()
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    let idp = Metadata.idp(entity: issuer)
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.file(idp, as: .identityProvider, beside: Metadata.aws())
    try script.close("aws-file")
    try script.close("idp-file")
    guard case .pairBroken(let complaints)? = obstacles(script, "upload").first else {
      Issue.record("\(obstacles(script, "upload"))")
      return
    }
    #expect(complaints.allSatisfy { $0.rule.hasPrefix("PAIR") && $0.severity == .error })
  }

  @Test(
    "what a console shows is compared in the form in which it is pasted; the first difference in words",
    arguments: [
      (consumer, issuer, nil),
      ("  \(consumer)\n", issuer, nil),
      (
        consumer + "/", issuer,
        "ACS URL: what the console shows ends in a slash; the expected one does not (expected: \(consumer))"
      ),
      (
        issuer, consumer,
        "ACS URL: what the console shows is the issuer URL; the two were swapped (expected: \(consumer))"
      ),
      (
        consumer, String(issuer.dropLast()),
        "issuer URL: what the console shows stops after character 65 of the expected one (expected: \(issuer))"
      ),
      (
        consumer.replacing("eu-west-1", with: "us-east-1"), issuer,
        "ACS URL: what the console shows has the Region us-east-1 where eu-west-1 is expected (expected: \(consumer))"
      ),
    ] as [(String, String, String?)])
  func shown(acs: String, entity: String, expected: String?) throws {
    var script = Script()
    try script.file(Metadata.aws(consumers: [frankfurtConsumer, consumer]), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    let found = obstacles(script, "register", .shown([.acsURL: acs, .issuerURL: entity]))
    #expect(found.first?.description == expected)
    #expect(found.isEmpty == (expected == nil))
  }

  @Test("one field for the ACS URL: any of the primary Region will do, and the evidence keeps the one that was shown")
  func anyOfThePrimaryRegion() throws {
    var script = Script()
    try script.file(Metadata.aws(consumers: [frankfurtConsumer, consumer, dualConsumer]), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    let evidence = try script.progress.closing("register", with: .shown([.acsURL: dualConsumer, .issuerURL: issuer]))
    guard case .comparison(let compared) = evidence else {
      Issue.record("\(evidence)")
      return
    }
    #expect(compared.map(\.values) == [[dualConsumer], [issuer]])
    script.add(.closed("register", evidence))
    #expect(script.progress["register"]?.state.name == "done", "nothing has changed since")
    let found = obstacles(script, "register", .shown([.acsURL: frankfurtConsumer, .issuerURL: issuer]))
    #expect(
      found.map(\.description) == [
        "ACS URL: what the console shows is the one of eu-central-1; a field that takes one address needs that of the "
          + "primary Region, eu-west-1 (expected: \(consumer))"
      ])
    try script.file(
      Metadata.aws(consumers: [consumer, dualConsumer].map { $0.replacing("1a2b3c4d", with: "99999999") }),
      as: .serviceProvider)
    #expect(script.progress["register"]?.state.name == "stale")
  }

  @Test("an instance with the alternative ACS URL takes no other, and is told why")
  func onlyTheAlternative() throws {
    var script = Script()
    try script.file(Metadata.aws(consumers: [consumer, legacyConsumer, dualConsumer]), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    for other in [consumer, dualConsumer] {
      let found = obstacles(script, "register", .shown([.acsURL: other, .issuerURL: issuer]))
      #expect(
        found.map(\.description) == [
          "ACS URL: what the console shows is another one of the instance, which is from before February 2026 and "
            + "needs its address at signin.aws.amazon.com (expected: \(legacyConsumer))"
        ])
    }
    #expect(obstacles(script, "register", .shown([.acsURL: legacyConsumer, .issuerURL: issuer])) == [])
    let secret = obstacles(script, "register", .shown([.acsURL: canary, .issuerURL: issuer]))
    #expect(secret.count == 1 && !"\(secret)".contains(canary))
  }

  @Test(
    "of a list every entry has to be there, in any order, to the letter; others beside do not matter",
    arguments: [
      ("Auditors, Administrators", nil),
      ("Everyone\nAuditors\nAdministrators", nil),
      (
        "Auditors, administrators",
        "required groups: missing: Administrators ('administrators' differs in upper and lower case only, first at character 1)"
      ),
      ("Auditors", "required groups: missing: Administrators"),
      ("Developers, devops", "required groups: missing: Administrators, Auditors"),
      ("Adm", "required groups: missing: Administrators, Auditors"),
      (
        "auditors, Administrator",
        "required groups: missing: Administrators ('Administrator' stops after character 13 of the expected one), "
          + "Auditors ('auditors' differs in upper and lower case only, first at character 1)"
      ),
      (",", "copy what the console shows now for required groups"),
    ] as [(String, String?)])
  func shownList(text: String, expected: String?) throws {
    var script = Script()
    try script.answer(.requiredGroups, "Administrators, Auditors")
    try script.close("groups")
    #expect(obstacles(script, "check", .shown([.requiredGroups: text])).first?.description == expected)
  }

  @Test("a name that is shown as it should be is not taken for another that is missing")
  func nearestOfTheRest() throws {
    var script = Script()
    try script.answer(.requiredGroups, "Team-1, Team-2")
    try script.close("groups")
    #expect(
      obstacles(script, "check", .shown([.requiredGroups: "Team-1"])).map(\.description)
        == ["required groups: missing: Team-2"])
    let secret = obstacles(script, "check", .shown([.requiredGroups: canary]))
    #expect(secret.count == 1 && !"\(secret)".contains(canary))
  }

  @Test("a comparison without anything to compare, or with half of it")
  func shownHalf() throws {
    var script = Script()
    #expect(obstacles(script, "register").contains(.unanswered(.acsURL)))
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    #expect(obstacles(script, "register") == [.notCompared([.acsURL, .issuerURL])])
    #expect(obstacles(script, "register", .shown([.acsURL: consumer])) == [.notCompared([.issuerURL])])
    #expect(script.progress.expectation(for: .acsURL, in: sample.steps[5]) == [consumer])
  }

  @Test("a list that must not be empty counts as unanswered when it is")
  func emptyList() throws {
    var script = Script()
    script.playbook = Playbook(provider: "okta", title: "", summary: [], prerequisites: []) {
      Stage(.authorise) {
        step("sets", asks: [Question(.permissionSets, "Which?")], proof: .value(.permissionSets))
      }
    }
    try script.answer(.permissionSets, "")
    #expect(script.progress.closable("sets") == nil)
    try script.answer(.permissionSets, "ReadOnlyAccess")
    #expect(script.progress.closable("sets") == .value(.permissionSets, ["ReadOnlyAccess"]))
  }
}
