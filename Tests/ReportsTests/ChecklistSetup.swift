import Playbook
import Rules
import SAML
import Setup
import Support

/// A set-up for Okta, told event by event, through the payloads as a journal would give them back.
struct ChecklistSetup {
  static let now = Instant("2026-11-21T12:00:00Z") ?? Instant(seconds: 0)
  /// Something that nobody should ever find anywhere: of the shape of a bearer token.
  static let canary = "canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj"

  private(set) var events: [RecordedEvent] = []
  var playbook = Playbook.okta

  func progress(now: Instant = now) -> Progress { Progress(events, playbook: playbook, now: now) }

  // MARK: Telling

  mutating func add(_ event: Event, by actor: String = "ada") {
    record(payload: event.payload(by: actor))
  }

  /// An event as it stands in a journal that somebody else may have written.
  mutating func record(_ json: JSON) {
    record(payload: Array(json.compact.utf8))
  }

  private mutating func record(payload: [UInt8]) {
    let number = events.count + 1
    let at = Self.now.adding(days: -3).description.dropLast(3) + (number < 10 ? "0" : "") + "\(number)Z"
    events.append(RecordedEvent(number: number, at: String(at), payload: payload))
  }

  mutating func answer(_ key: FactKey, _ text: String, by actor: String = "ada") throws {
    let reading = try key.read(text, in: progress().circumstances, now: Self.now, isOptional: true)
    add(.answered(Event.Answer(reading)), by: actor)
  }

  mutating func file(_ name: String, as role: MetadataRole, beside other: String? = nil) throws {
    let judge = Judge(settings: Settings(now: Self.now))
    func read(_ name: String) throws -> MetadataFile {
      MetadataFile(try TestFile.read(Self.fixtures + name), path: name, judge: judge)
    }
    switch try read(name).filing(as: role, of: "okta", beside: try other.map(read)) {
    case .taken(let taken): add(.filed(role.fact, taken.evidence), by: "grace")
    case .refused(let refusal): throw refusal
    }
  }

  private static let fixtures =
    #filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")?.lowerBound ?? #filePath.endIndex)
    + "/Fixtures/"

  /// Closes steps; the step's own expectations stand in for what a console shows.
  mutating func close(_ ids: StepID..., by actor: String = "ada", saying words: String = "seen as described") throws {
    for id in ids {
      let progress = progress()
      var testimony = Testimony.none
      if let step = progress[id]?.step {
        switch step.proof {
        case .shown(let keys):
          testimony = .shown(
            Dictionary(
              uniqueKeysWithValues: keys.map { key in
                (key, progress.expectation(for: key, in: step)?.joined(separator: "\n") ?? "")
              }))
        case .word: testimony = .word(try Statement(words))
        case .metadata, .newCertificate, .value, .pair: break
        }
      }
      add(.closed(id, try progress.closing(id, with: testimony)), by: actor)
    }
  }

  // MARK: Set-ups

  /// Done up to the middle; one step stale, one left out for a reason that would be a tick, a table, a tag and a link.
  static func halfDone() throws -> ChecklistSetup { try told.get() }

  /// Told once: every closing folds all that was told before.
  private static let told = Result { try tell() }

  private static func tell() throws -> ChecklistSetup {
    var setup = ChecklistSetup()
    setup.add(.started(Event.Start(setup.playbook)))
    setup.add(.wished(.scim, true))
    setup.add(.wished(.portalAlias, false))
    try setup.answer(.identitySource, "unused")
    try setup.close("see-identity-source")
    try setup.answer(.managementAccount, "111122223333")
    try setup.close("enable-organizations")
    try setup.close("keep-emergency-access", saying: "signed in as emergency-admin")
    try setup.close("enable-identity-center")
    try setup.close("add-okta-application", by: "grace")
    try setup.file("okta.xml", as: .identityProvider)
    try setup.close("save-okta-metadata", by: "grace")
    try setup.close("open-identity-source")
    try setup.file("identity-center-before-2026.xml", as: .serviceProvider, beside: "okta.xml")
    try setup.answer(.portalURL, "https://d-93671f0a2c.awsapps.com/start")
    try setup.close("download-aws-metadata", "check-both-files", "upload-idp-metadata", "change-identity-source")
    try setup.close("register-aws-in-okta", by: "grace")
    setup.add(
      .skipped(
        "look-into-cloudtrail",
        reason: try Statement("- [x] | `done` <b>by</b> @here, see [this](javascript:alert(1)) #1 ```")))
    setup.add(.noted("change-identity-source", try Statement("announced to everybody on Friday")), by: "grace")
    try setup.answer(
      .scimEndpoint, "https://scim.eu-west-1.amazonaws.com/1a2b3c4d5e6-2222-4333-8444-555555555555/scim/v2/")
    try setup.answer(.scimTokenCreated, "2026-02-01")
    try setup.close("enable-scim")
    setup.add(.secretEntered(.scimToken, on: "2026-11-18"), by: "grace")
    try setup.answer(.portalURL, "https://example.awsapps.com/start", by: "grace")
    return setup
  }

  /// The same with every free text of others replaced: answers, paths, names, reasons, notes, words and times.
  ///
  /// - Parameter text: the text at a place of that number.
  static func written(by text: (Int) -> String) throws -> ChecklistSetup {
    var setup = try halfDone()
    try setup.close("set-okta-username-format")
    func digest(_ digit: Character) -> String { String(repeating: digit, count: 64) }
    func record(_ kind: String, _ members: [String: JSON]) {
      var members = members
      members["kind"] = .string(kind)
      members["by"] = .string(text(0))
      setup.record(.object(members))
    }
    record("answered", ["fact": "required-groups", "values": JSON([text(1), text(2)])])
    record("answered", ["fact": "pilot-user", "values": JSON([text(3)])])
    record("answered", ["fact": "scim-endpoint", "values": JSON([text(4)])])
    record(
      "closed", ["step": "connect-okta-to-scim", "evidence": ["by": "word", "reason": .string(text(5)), "seen": "it"]])
    record("skipped", ["step": "enable-okta-provisioning", "reason": .string(text(6))])
    record("noted", ["step": "check-okta-attributes", "text": .string(text(7))])
    record("answered", ["fact": "permission-sets", "values": JSON([text(8)])])
    record(
      "closed",
      [
        "step": "check-users",
        "evidence": [
          "by": "comparison", "compared": [["fact": "pilot-user", "form": "as-is", "values": JSON([text(9)])]],
        ],
      ])
    record(
      "filed",
      [
        "fact": "idp-metadata",
        "file": [
          "path": .string(text(10)), "bytes": 1, "sha256": .string(digest("a")), "role": "identity-provider",
          "complaints": [["rule": .string(text(11)), "severity": "note", "count": 1]], "passed": 1,
          "facts": [
            "idp-entity-id": JSON([text(12)]), "idp-sign-in-url": JSON([text(13)]),
            "idp-certificate-expires": ["2026-12-01"],
          ],
        ],
      ])
    record(
      "closed",
      [
        "step": "save-okta-metadata",
        "evidence": ["by": "file", "fact": "idp-metadata", "sha256": .string(digest("a"))],
      ])
    record("a-kind-to-come", ["step": "check-groups", "token": .string(canary)])
    return setup
  }

  /// What others could write, to be more than a text: each at several places.
  static let hostile = [
    "- [x] done", "[x] | `a` || b |", "a\n- [x] b\n# c\n| d | e |\n---", "</details><script>alert(1)</script>",
    "[x](javascript:alert(1)) ![i](https://tracker.example/x.png)", "``` ```` ~~~ `", "<!-- step: enable-scim -->",
    "--> <!--", "@everyone #1 :tada: $a$ &lt;b&gt;", "\u{202E}txt.exe\u{200B}\u{1B}[31m\u{9B}2J", "`", "\\| \\` \\",
    "[a]: https://evil.example", "  1. x\t\r\n\r\n    code", "", "https://user:pw@evil.example www.evil.example",
  ]

  /// The hostile texts, turned so that each comes to stand at each place.
  static func hostile(turned turns: Int) throws -> ChecklistSetup {
    try written { hostile[($0 + turns) % hostile.count] }
  }
}
