import Playbook
import Testing

@testable import Setup

@Suite("An answers file made of a set-up")
struct WrittenAnswersTests {
  static let providers = Playbook.all.filter { $0.flow == .setUp }.map(\.provider)

  private func read(_ document: String, _ playbook: Playbook) throws -> AnswersFile {
    try AnswersFile(Array(document.utf8), path: "/elsewhere/answers.json", playbook: playbook)
  }

  @Test("what was read is written, and what is written can be read", arguments: providers)
  func roundTrip(provider: String) throws {
    var sitting = try Sitting(fixture: provider)
    try sitting.follow()
    #expect(sitting.progress.isComplete)
    let file = AnswersFile(of: sitting.progress)
    #expect(try read(file.document, sitting.script.playbook) == file)
    #expect(file.wishes == sitting.answers.wishes)
    func applies(_ id: StepID) -> Bool { sitting.progress[id]?.state != .notApplicable }
    #expect(file.confirmed == sitting.answers.confirmed.filter { applies($0.key) })
    #expect(
      file.shown.mapValues { Set($0.keys) }
        == sitting.answers.shown.filter { applies($0.key) }.mapValues { Set($0.keys) })
    #expect(file.skipped == sitting.answers.skipped)
    #expect(Set(file.facts.keys) == Set(sitting.answers.facts.keys))
    #expect(file.facts[.awsMetadata] == .text(Sitting.fixtures + "identity-center.xml"))
  }

  @Test("left after any answer and set up again with what was written: the same events", arguments: providers)
  func halfDone(provider: String) throws {
    var sitting = try Sitting(fixture: provider)
    try sitting.follow()
    let playbook = sitting.script.playbook
    let events = sitting.script.events
    for count in 1...events.count {
      func progress(_ count: Int) -> Progress { Progress(Array(events.prefix(count)), playbook: playbook, now: noon) }
      // Nobody leaves between an answer and what follows from it by itself.
      guard count == events.count || progress(count + 1).lastAnswer.count == 1 else { continue }
      var again = Sitting(playbook, try read(AnswersFile(of: progress(count)).document, playbook))
      try again.follow()
      #expect(again.script.events.map(\.event) == events.prefix(count).map(\.event), "\(count)")
    }
  }

  @Test("the document: names in order, lists as lists, nothing that nobody answered, no secret")
  func document() throws {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    script.add(.wished(.scim, true))
    script.add(.wished(.portalAlias, false))
    try script.answer(.managementAccount, "111122223333")
    try script.close("account")
    try script.close("look")
    try script.file(Metadata.aws(consumers: [consumer, dualConsumer]), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    try script.close("register")
    try script.answer(.scimEndpoint, endpoint)
    try script.answer(.scimTokenCreated, "2026-11-20")
    script.add(.secretEntered(.scimToken, on: "2026-11-20"))
    try script.answer(.requiredGroups, "Administrators, Auditors")
    try script.close("groups")
    let check = try #require(sample.step("check"))
    let compared = try script.progress.compare("Auditors, Administrators, X", for: .requiredGroups, in: check)
    script.add(.compared("check", compared))
    script.add(.skipped("connect", reason: try Statement("another \"team\"'s")))
    script.add(.noted("look", try Statement("a note")))
    #expect(
      AnswersFile(of: script.progress).document == """
        {
          "aws-metadata": "service-provider.xml",
          "confirmed": {
            "groups": "seen",
            "look": "seen"
          },
          "management-account": "111122223333",
          "portal-url": "https://example.awsapps.com/start",
          "required-groups": [
            "Administrators",
            "Auditors"
          ],
          "scim-endpoint": "\(endpoint)",
          "scim-token-created": "2026-11-20",
          "shown": {
            "check": {
              "required-groups": [
                "Administrators",
                "Auditors"
              ]
            },
            "register": {
              "acs-url": "\(consumer)",
              "issuer-url": "\(issuer)"
            }
          },
          "skipped": {
            "connect": "another \\"team\\"'s"
          },
          "wishes": {
            "portal-alias": false,
            "scim": true
          }
        }

        """)
    #expect(AnswersFile(of: Script().progress).document == "{}\n")
  }

  @Test("what has to be asked again is left out")
  func askedAgain() throws {
    var script = try Script.complete()
    func file() -> AnswersFile { AnswersFile(of: script.progress) }
    #expect(file().facts[.requiredGroups] == .list(["Administrators", "Auditors"]))
    #expect(file().confirmed["look"] != nil && file().shown["check"] != nil)
    // Stale: by then another account, and other groups.
    try script.answer(.managementAccount, "222233334444")
    try script.answer(.requiredGroups, "Readers")
    #expect(file().facts[.managementAccount] == .text("222233334444"))
    #expect(file().confirmed["look"] == nil && file().shown["check"] == nil)
    script.add(.undone(script.progress.lastAnswer.map(\.number)))
    #expect(file().facts[.requiredGroups] == .list(["Administrators", "Auditors"]) && file().shown["check"] != nil)
    script.add(.reopened("account", reason: nil))
    #expect(file().facts[.managementAccount] == nil)
    script.add(.wished(.scim, false))
    #expect(file().shown["check"] == nil && file().confirmed["connect"] == nil, "it does not apply")
  }

  @Test("the renewal of a token wants this year's day: that of the set-up is not among its answers")
  func renewal() throws {
    var sitting = try Sitting(fixture: "okta")
    try sitting.follow()
    var script = sitting.script
    script.playbook = .oktaTokenRenewal
    script.add(.started(Event.Start(.oktaTokenRenewal)))
    let file = AnswersFile(of: script.progress)
    #expect(file.facts[.scimTokenCreated] == nil && file.facts[.scimEndpoint] != nil)
    #expect(file.confirmed.isEmpty && file.shown.isEmpty)
    #expect(try read(file.document, .oktaTokenRenewal) == file)
  }

  @Test("what somebody else wrote into a journal is left out where it would not be taken again")
  func foreign() throws {
    var script = try Script.complete()
    script.add(.closed("look", .word(reason: Statement(recorded: canary), seen: "it")))
    script.add(.skipped("last", reason: Statement(recorded: "")))
    script.add(.closed("account", .word(reason: Statement(recorded: "seen"), seen: "it")))
    let file = AnswersFile(of: script.progress)
    #expect(!file.document.contains(canary))
    #expect(try read(file.document, sample).confirmed.keys.contains("connect"))
    #expect(file.confirmed["look"] == nil && file.confirmed["account"] == nil && file.skipped.isEmpty)
  }
}
