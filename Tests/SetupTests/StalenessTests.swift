import Playbook
import Rules
import SAML
import Support
import Testing

@testable import Setup

@Suite("Staleness")
struct StalenessTests {
  private func stale(_ script: Script) -> Set<StepID> {
    Set(script.progress.steps.filter { $0.state.name == "stale" }.map(\.id))
  }

  private func changes(_ script: Script, _ id: StepID) -> [Change] {
    if case .stale(_, let changes)? = script.state(id) { changes } else { [] }
  }

  @Test("the same file again makes nothing stale")
  func sameFile() throws {
    var script = try Script.complete()
    try script.file(Metadata.aws(), as: .serviceProvider, beside: Metadata.idp())
    #expect(stale(script).isEmpty)
    #expect(script.progress.isComplete)
  }

  @Test("the same answer again makes nothing stale, nor does another order of a list")
  func sameAnswer() throws {
    var script = try Script.complete()
    try script.answer(.scimEndpoint, endpoint + "/")
    try script.answer(.requiredGroups, "Auditors, Administrators")
    #expect(stale(script).isEmpty)
  }

  @Test("a step that is done once more names another place, once the step that closed the first way was done")
  func again() throws {
    var sitting = try Sitting(fixture: "okta")
    try sitting.follow()
    var script = sitting.script
    let id: StepID = "upload-idp-metadata"
    func place(_ script: Script) -> String? { script.progress[id]?.step.place.path.last?.text }
    #expect(place(script) == "Configure external identity provider")
    let judge = Judge(settings: Settings(now: noon))
    let bytes = try TestFile.read(Sitting.fixtures + "rotation/old-and-new.xml")
    let filing = MetadataFile(bytes, path: "new.xml", judge: judge).filing(as: .identityProvider, of: "okta")
    if case .taken(let taken) = filing { script.add(.filed(.idpMetadata, taken.evidence)) }
    #expect(script.state(id)?.name == "stale")
    #expect(place(script) == "Manage authentication")
    let proof = try #require(script.progress[id]?.step.proof)
    let see = if case .word(let see) = proof { see.plain() } else { "" }
    #expect(see.hasPrefix("Manage authentication holds the certificates of "), "\(see)")
    // Before the change was confirmed the wizard of AWS is still the place.
    script.add(.reopened("change-identity-source", reason: nil))
    #expect(place(script) == "Configure external identity provider")
  }

  @Test("another file with the same content makes stale what rests on the file, not what rests on its values")
  func otherBytes() throws {
    var script = try Script.complete()
    try script.file(Metadata.aws(comment: "<!-- downloaded again -->"), as: .serviceProvider, beside: Metadata.idp())
    #expect(stale(script) == ["aws-file", "upload"])
    #expect(changes(script, "upload").map(\.fact) == [.awsMetadata])
    #expect(changes(script, "upload").first?.description == "another AWS metadata file was given")
  }

  @Test("another instance: everything that rests on its values, through the facts that are read from the file")
  func otherInstance() throws {
    var script = try Script.complete()
    let other = issuer.replacing("d-936702d1f3", with: "d-926702d1f4")
    try script.file(Metadata.aws(issuer: other), as: .serviceProvider, beside: Metadata.idp())
    #expect(stale(script) == ["aws-file", "upload", "register"])
    let change = changes(script, "register").first
    #expect(change?.fact == .issuerURL)
    #expect(change?.then == [issuer])
    #expect(change?.now == [other])
    #expect(change?.source == .awsMetadata)
    #expect(
      change?.description == "issuer URL changed, by another AWS metadata file: it was \(issuer), it is \(other)")
  }

  @Test("a further Region's ACS URL does not touch the step that pasted the one of the primary Region")
  func furtherRegion() throws {
    var script = try Script.complete()
    try script.file(
      Metadata.aws(consumers: [consumer, frankfurtConsumer]), as: .serviceProvider, beside: Metadata.idp())
    #expect(!stale(script).contains("register"))
    try script.file(
      Metadata.aws(consumers: [consumer, legacyConsumer]), as: .serviceProvider, beside: Metadata.idp())
    #expect(changes(script, "register").map(\.now) == [[legacyConsumer]])
    #expect(script.state("alternative") == .waiting(for: ["register"]))
    #expect(script.state("last")?.name == "done")
  }

  @Test(
    "one answer changes: exactly the steps that prove, ask, paste or instruct with it, or with what follows from it",
    arguments: [
      (.managementAccount, "444455556666", ["account", "look"]),
      (.portalURL, "https://other.awsapps.com/start", ["aws-file"]),
      (.scimEndpoint, endpoint.replacing("1a2b3c4d5e6", with: "2a2b3c4d5e6"), ["scim", "connect"]),
      (.scimTokenCreated, "2026-11-21", ["scim", "calendar"]),
      (.requiredGroups, "Administrators", ["groups", "check"]),
    ] as [(FactKey, String, Set<StepID>)])
  func oneAnswer(key: FactKey, value: String, expected: Set<StepID>) throws {
    var script = try Script.complete()
    try script.answer(key, value)
    #expect(stale(script) == expected)
    for id in sample.steps.map(\.id) where expected.contains(id) { try script.close(id) }
    #expect(stale(script).isEmpty, "closing them again ends it")
  }

  @Test("the change is undone: nothing is stale any more")
  func undone() throws {
    var script = try Script.complete()
    try script.answer(.managementAccount, "444455556666")
    try script.answer(.managementAccount, "111122223333")
    #expect(stale(script).isEmpty)
  }

  @Test("a derived fact that another file no longer gives")
  func vanished() throws {
    var script = Script()
    try script.file(Metadata.aws(consumers: [consumer, legacyConsumer]), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    for id: StepID in ["aws-file", "register", "alternative"] { try script.close(id) }
    #expect(script.state("alternative")?.name == "done")
    try script.file(Metadata.aws(), as: .serviceProvider)
    #expect(script.state("alternative") == .notApplicable, "the newer instance has no such address")
    #expect(changes(script, "register").map(\.then) == [[legacyConsumer]])
  }

  @Test("a fact that the new file does not give has no value any more, and what rests on it is stale")
  func gone() throws {
    var script = try Script.complete()
    script.add(.filed(.awsMetadata, EventTests.file))
    #expect(script.progress.facts[.issuerURL] == nil)
    #expect(script.progress.facts[.idpEntityID] != nil, "the other file's facts stay")
    let change = changes(script, "register").first { $0.fact == .issuerURL }
    #expect(
      change?.description == "issuer URL has no value any more, by another AWS metadata file: it was \(issuer)")
  }

  @Test("what was unknown when a step was closed cannot have been relied upon")
  func firstKnowledge() throws {
    var script = Script()
    try script.close("groups")
    try script.answer(.requiredGroups, "Administrators")
    #expect(script.state("groups")?.name == "done")
  }

  @Test("words that explain do not count, and neither does a stale need")
  func notMore() throws {
    var script = try Script.complete()
    #expect(sample.step("connect")?.dependencies.map(\.fact) == [.scimEndpoint])
    try script.answer(.scimTokenCreated, "2026-11-21")
    #expect(script.state("connect")?.name == "done")
  }

  @Test("evidence of another file than the one that is there is stale from the start")
  func otherDigest() throws {
    var script = try Script.complete()
    script.add(.closed("idp-file", .file(.idpMetadata, digest: "00")))
    #expect(stale(script) == ["idp-file"])
  }

  @Test("a step that needs a stale one waits, one that is done stays done")
  func needs() throws {
    var script = try Script.complete()
    script.add(.reopened("connect", reason: nil))
    try script.answer(.scimTokenCreated, "2026-11-21")
    #expect(script.state("connect") == .waiting(for: ["scim"]))
  }
}
