import Parties
import Playbook
import Rules
import Testing

@testable import Setup

@Suite("Events")
struct EventTests {
  static let file = FileEvidence(
    path: "a b.xml", byteCount: 12, digest: "ab", role: .serviceProvider, provider: .okta, entityID: "urn:x",
    complaints: [.init(rule: "KEY009", severity: .warning, count: 2)], passed: 40, validUntil: "2026-12-01T00:00:00Z",
    facts: [.acsURL: ["https://a", "https://b"], .alternativeACSURL: []],
    pairing: .init(counterpart: "cd", complaints: [.init(rule: "PAIR001", severity: .error, count: 1)]))

  static let events: [(Event, String, String)] = {
    let words = Statement(recorded: "because\u{202E} of it")
    let live = LiveAnswer(recorded: .groups, command: "GET https://a/Groups", digest: "ab", seen: "there")
    let compared = ClosingEvidence.Compared(fact: .acsURL, form: .singleACSURL, values: ["https://a"])
    return [
      (
        .started(.init(provider: "okta", flow: "set-up", playbook: "00ff")),
        #"{"by":"ada","flow":"set-up","kind":"started","playbook":"00ff","provider":"okta"}"#,
        "began the flow set-up for okta"
      ),
      (
        .started(.init(provider: "okta", flow: "set-up", overlay: "cloudposse", playbook: "00ff")),
        #"{"by":"ada","flow":"set-up","kind":"started","overlay":"cloudposse","playbook":"00ff","provider":"okta"}"#,
        "began the flow set-up for okta with the overlay cloudposse"
      ),
      (
        .wished(.scim, false), #"{"by":"ada","kind":"wished","wanted":false,"wish":"scim"}"#, "does not want scim"
      ),
      (
        .answered(.init(recorded: .requiredGroups, values: ["A", "B"], step: "s", evidence: words)),
        #"{"by":"ada","evidence":"because\u202e of it","fact":"required-groups","kind":"answered","step":"s","values":["A","B"]}"#,
        "answered required-groups: A, B (because\u{202E} of it)"
      ),
      (
        .answered(.init(recorded: .requiredGroups, values: [], step: nil, evidence: nil)),
        #"{"by":"ada","fact":"required-groups","kind":"answered","values":[]}"#, "answered required-groups: nothing"
      ),
      (
        .filed(.awsMetadata, file),
        #"{"by":"ada","fact":"aws-metadata","file":{"bytes":12,"complaints":[{"count":2,"rule":"KEY009","severity":"warning"}],"entityID":"urn:x","facts":{"acs-url":["https://a","https://b"],"alternative-acs-url":[]},"pair":{"complaints":[{"count":1,"rule":"PAIR001","severity":"error"}],"sha256":"cd"},"passed":40,"path":"a b.xml","provider":"okta","role":"service-provider","sha256":"ab","validUntil":"2026-12-01T00:00:00Z"},"kind":"filed"}"#,
        "gave aws-metadata: a b.xml, 12 bytes, SHA-256 ab…, 40 rules passed, 1 warning"
      ),
      (
        .closed("s", .file(.idpMetadata, digest: "ab")),
        #"{"by":"ada","evidence":{"by":"file","fact":"idp-metadata","sha256":"ab"},"kind":"closed","step":"s"}"#,
        "closed s: identity provider metadata file with SHA-256 ab…"
      ),
      (
        .closed("s", .value(.managementAccount, ["1"])),
        #"{"by":"ada","evidence":{"by":"value","fact":"management-account","values":["1"]},"kind":"closed","step":"s"}"#,
        "closed s: management account 1"
      ),
      (
        .closed("s", .live(live)),
        #"{"by":"ada","evidence":{"answer":{"claim":"groups","command":"GET https://a/Groups","seen":"there","sha256":"ab"},"by":"live"},"kind":"closed","step":"s"}"#,
        "closed s: seen live: there (GET https://a/Groups)"
      ),
      (
        .contradicted("s", live),
        #"{"answer":{"claim":"groups","command":"GET https://a/Groups","seen":"there","sha256":"ab"},"by":"ada","kind":"contradicted","step":"s"}"#,
        "saw live that s is not so: there"
      ),
      (
        .closed("s", .pair(identityProvider: "a", serviceProvider: "b")),
        #"{"by":"ada","evidence":{"aws-sha256":"b","by":"pair","idp-sha256":"a"},"kind":"closed","step":"s"}"#,
        "closed s: both metadata files, judged together"
      ),
      (
        .closed("s", .comparison([compared])),
        #"{"by":"ada","evidence":{"by":"comparison","compared":[{"fact":"acs-url","form":"single-acs-url","values":["https://a"]}]},"kind":"closed","step":"s"}"#,
        "closed s: compared with what the console shows: ACS URL"
      ),
      (
        .closed("s", .word(reason: Statement(recorded: "I see"), seen: "the menu")),
        #"{"by":"ada","evidence":{"by":"word","reason":"I see","seen":"the menu"},"kind":"closed","step":"s"}"#,
        "closed s: by word: I see"
      ),
      (
        .skipped("s", reason: Statement(recorded: "no")),
        #"{"by":"ada","kind":"skipped","reason":"no","step":"s"}"#, "left out s: no"
      ),
      (.reopened("s", reason: nil), #"{"by":"ada","kind":"reopened","step":"s"}"#, "reopened s"),
      (
        .reopened("s", reason: Statement(recorded: "no")),
        #"{"by":"ada","kind":"reopened","reason":"no","step":"s"}"#, "reopened s: no"
      ),
      (
        .noted("s", Statement(recorded: "x")), #"{"by":"ada","kind":"noted","step":"s","text":"x"}"#, "noted at s: x"
      ),
      (
        .secretEntered(.scimToken, on: "2026-11-21"),
        #"{"by":"ada","kind":"secret-entered","on":"2026-11-21","secret":"scim-token"}"#,
        "recorded that the SCIM access token was entered on 2026-11-21"
      ),
      (
        .postponed("s", until: noon),
        #"{"by":"ada","kind":"postponed","step":"s","until":"2026-11-21T12:00:00Z"}"#,
        "postponed s until 2026-11-21T12:00:00Z"
      ),
      (.undone([7]), #"{"by":"ada","kind":"undone","numbers":[7]}"#, "took back the event 7"),
      (.undone([5, 6]), #"{"by":"ada","kind":"undone","numbers":[5,6]}"#, "took back the events 5, 6"),
    ]
  }()

  @Test("every kind: its payload, its words, and the same event back", arguments: events.indices)
  func kinds(index: Int) {
    let (event, payload, words) = Self.events[index]
    #expect(String(decoding: event.payload(by: "ada"), as: UTF8.self) == payload)
    #expect(event.words == words)
    let record = RecordedEvent(number: 3, at: "2026-11-21T00:00:00Z", payload: Array(payload.utf8))
    #expect(record.event == event)
    #expect(record.actor == "ada")
  }

  @Test("a payload has no byte that a journal's line could not hold")
  func plain() {
    let event = Event.noted("s", Statement(recorded: "a\nb\u{0}\u{7F}"))
    #expect(event.payload(by: "x\ny").allSatisfy { $0 >= 0x20 && $0 != 0x7F })
  }

  @Test(
    "what this version does not know is carried as it is",
    arguments: [
      (
        #"{"by":"bob","kind":"danced","step":"s","with":[1.50,{"a":null}]}"#, "danced",
        "is of a kind that this version does not know"
      ),
      (
        #"{"by":"bob","kind":"answered","fact":"shoe-size","values":["9"]}"#, "answered",
        "holds something that this version does not know"
      ),
      (
        #"{"by":"bob","kind":"closed","step":"s","evidence":{"by":"oracle"}}"#, "closed",
        "holds something that this version does not know"
      ),
      (
        #"{"by":"bob","kind":"wished","wish":"peace","wanted":true}"#, "wished",
        "holds something that this version does not know"
      ),
      (
        #"{"by":"bob","kind":"answered","fact":"region","values":"eu"}"#, "answered",
        "holds something that this version does not know"
      ),
      (
        #"{"by":"bob","kind":"secret-entered","secret":"pin","on":"x"}"#, "secret-entered",
        "holds something that this version does not know"
      ),
      (
        #"{"by":"bob","kind":"postponed","step":"s","until":"soon"}"#, "postponed",
        "holds something that this version does not know"
      ),
      (
        #"{"by":"bob","kind":"undone","numbers":[1,"2"]}"#, "undone", "holds something that this version does not know"
      ),
      (#"{"by":"bob"}"#, nil, "does not say its kind"),
      (#"[1]"#, nil, "does not say its kind"),
      (#"{"#, nil, "is no JSON: line 1, column 2: a name in double quotes is expected"),
    ] as [(String, String?, String)])
  func unknown(payload: String, kind: String?, reason: String) {
    let record = RecordedEvent(number: 1, at: "x", payload: Array(payload.utf8))
    guard case .unknown(let unknown) = record.event else {
      Issue.record("known: \(record.event)")
      return
    }
    #expect(unknown.kind == kind)
    #expect(unknown.reason == reason)
    #expect(record.payload == Array(payload.utf8))
    #expect(record.event.payload(by: "somebody else") == Array(payload.utf8), "lossless")
    let progress = Progress([record], playbook: sample, now: noon)
    #expect(progress.history == [record])
    #expect(progress.steps.map(\.state) == Script().progress.steps.map(\.state))
    #expect(record.event.words.hasPrefix("did something"))
  }

  @Test("members that a newer version added are passed over, and stay in the payload")
  func newerMembers() {
    let payload = Array(#"{"by":"bob","kind":"noted","mood":"good","step":"s","text":"x"}"#.utf8)
    let record = RecordedEvent(number: 1, at: "x", payload: payload)
    #expect(record.event == .noted("s", Statement(recorded: "x")))
    #expect(record.payload == payload)
    let file = Array(
      #"{"by":"b","fact":"aws-metadata","file":{"bytes":1,"complaints":[],"facts":{"acs-url":["u"],"moon":["m"]},"passed":1,"path":"p","provider":"newcomer","role":"service-provider","sha256":"a"},"kind":"filed"}"#
        .utf8)
    guard case .filed(.awsMetadata, let evidence) = RecordedEvent(number: 1, at: "x", payload: file).event else {
      Issue.record("not read")
      return
    }
    #expect(evidence.facts == [.acsURL: ["u"]])
    #expect(evidence.provider == nil)
  }

  @Test("the digest of a playbook follows what decides, not the wording")
  func digest() {
    func playbook(_ title: String, needs: [StepID] = []) -> Playbook {
      Playbook(provider: "okta", title: title, summary: [], prerequisites: []) {
        Stage(.connect) { step("a", needs: needs, proof: .word(see: "\(text: title)")) }
      }
    }
    #expect(playbook("x").digest == playbook("y").digest)
    #expect(playbook("x").digest != playbook("x", needs: ["b"]).digest)
    #expect(Set(Playbook.all.map(\.digest)).count == Playbook.all.count)
  }
}
