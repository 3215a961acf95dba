import Playbook
import SAML
import Testing

@testable import Setup

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A directory that is gone when the test is over.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/signpost-setup-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func store() throws -> SetupStore {
    try SetupStore(
      option: path + "/new/store", environment: { _ in nil }, currentDirectory: "/", isDirectory: { _ in false })
  }
}

@Suite("An open set-up")
struct SetupTests {
  private func reason(_ body: () throws -> Void) -> SetupError.Reason? {
    do {
      try body()
      return nil
    } catch {
      return (error as? SetupError)?.reason
    }
  }

  @Test("begun, written to, opened again: the same progress")
  func life() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("acme"))
    do {
      var setup = try Setup.create(name, in: store, playbook: .okta, by: "ada", at: noon)
      let notices = setup.notices
      #expect(notices.isEmpty)
      #expect(setup.progress.next?.id == "see-identity-source")
      let reading = try FactKey.identitySource.read(
        "unused", in: setup.progress.circumstances, now: noon)
      try setup.record(.answered(.init(reading, step: "see-identity-source")), by: "ada", at: noon)
      let evidence = try #require(setup.progress.closable("see-identity-source"))
      try setup.record(.closed("see-identity-source", evidence), by: "bob", at: noon.adding(days: 1))
      #expect(setup.progress.next?.id == "enable-organizations")
    }
    let setup = try Setup.open(name, in: store, now: noon)
    #expect(setup.progress.next?.id == "enable-organizations")
    #expect(setup.progress.history.map(\.number) == [1, 2, 3])
    #expect(setup.progress.history.map(\.actor) == ["ada", "ada", "bob"])
    #expect(setup.progress.history.last?.at == "2026-11-22T12:00:00Z")
    #expect(setup.progress.start?.provider == "okta")
    #expect(setup.path == store.directory + "/acme.journal")
  }

  @Test("opened to be looked at: beside a writer, and without a way to write")
  func readOnly() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("acme"))
    var writer = try Setup.create(name, in: store, playbook: .okta, by: "ada", at: noon)
    var reader = try Setup.openReadOnly(name, in: store, now: noon)
    #expect(reader.progress.history == writer.progress.history)
    do {
      try reader.record(.wished(.scim, false), by: "ada", at: noon)
      Issue.record("recorded")
    } catch {
      #expect(error.reason == .readOnly)
    }
    #expect(reader.progress.history.count == 1)
    try writer.record(.wished(.scim, false), by: "ada", at: noon)
    #expect(writer.progress.wishes.contains(.scim) == false)
    let second = reason { _ = try Setup.open(name, in: store, now: noon) }
    if case .journal(let error)? = second, case .busy = error.reason {
    } else {
      Issue.record("\(String(describing: second))")
    }
  }

  @Test("what cannot be opened or begun")
  func errors() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("acme"))
    #expect(reason { _ = try Setup.open(name, in: store, now: noon) } == .missing)
    #expect(reason { _ = try Setup.openReadOnly(name, in: store, now: noon) } == .missing)
    do { _ = try Setup.create(name, in: store, playbook: .okta, by: "ada", at: noon) }
    #expect(reason { _ = try Setup.create(name, in: store, playbook: .okta, by: "ada", at: noon) } == .exists)
    let empty = try SetupName("empty")
    try "".write(toFile: store.path(of: empty), atomically: false, encoding: .utf8)
    #expect(reason { _ = try Setup.openReadOnly(empty, in: store, now: noon) } == .notBegun)
    let odd = Playbook(provider: "nobody", title: "", summary: [], prerequisites: []) {}
    do { _ = try Setup.create(SetupName("odd"), in: store, playbook: odd, by: "ada", at: noon) }
    let unknown = SetupError.Reason.unknownPlaybook(provider: "nobody", flow: "set-up")
    #expect(reason { _ = try Setup.open(SetupName("odd"), in: store, now: noon) } == unknown)
  }

  @Test("a set-up keeps the overlay that it was begun with, through another flow too")
  func overlay() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("acme"))
    let playbook = Playbook.okta.under(.cloudPosse)
    do {
      var setup = try Setup.create(name, in: store, playbook: playbook, by: "ada", at: noon)
      try setup.begin(Playbook.oktaTokenRenewal.under(.cloudPosse), by: "ada", at: noon)
    }
    do {
      var setup = try Setup.open(name, in: store, now: noon)
      #expect(setup.progress.playbook == Playbook.oktaTokenRenewal.under(.cloudPosse))
      #expect(setup.notices == [])
      try setup.begin(playbook, by: "ada", at: noon)
    }
    let setup = try Setup.openReadOnly(name, in: store, now: noon)
    #expect(setup.progress.playbook == playbook)
    #expect(!setup.progress.isPlaybookChanged)
    let renewal = try Setup.openReadOnly(name, in: store, flow: .renewSCIMToken, now: noon)
    #expect(renewal.progress.playbook.overlay == "cloudposse")
  }

  @Test("an overlay of a newer version: the steps that are known are there, its name stays, and it is told")
  func newerOverlay() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("acme"))
    let newer = Overlay(
      name: "castle", title: "the castle", insertions: [.init(.startOf(.test), step("moat", proof: .pair))])
    let done = ClosingEvidence.word(reason: Statement(recorded: "I see"), seen: "water")
    do {
      var setup = try Setup.create(name, in: store, playbook: Playbook.okta.under(newer), by: "ada", at: noon)
      try setup.record(.closed("moat", done), by: "ada", at: noon)
      try setup.record(.skipped("enable-organizations", reason: Statement(recorded: "there")), by: "ada", at: noon)
    }
    let looked = try Setup.openReadOnly(name, in: store, now: noon)
    #expect(looked.notices.count == 1 && looked.notices[0].contains("castle"))
    var setup = try Setup.open(name, in: store, now: noon)
    #expect(setup.notices == looked.notices)
    #expect(setup.progress.playbook.steps == Playbook.okta.steps)
    #expect(setup.progress.playbook.overlay == "castle")
    #expect(setup.progress.unknownSteps == ["moat"])
    #expect(setup.progress.counts.skipped == 1)
    try setup.begin(setup.progress.playbook, by: "ada", at: noon)
    #expect(setup.progress.start?.overlay == "castle")
  }

  @Test("a torn end is mended when it is opened to be written to, and told in both ways")
  func torn() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("acme"))
    do { _ = try Setup.create(name, in: store, playbook: .okta, by: "ada", at: noon) }
    let path = store.path(of: name)
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    try (whole + whole.prefix(40)).write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try Setup.openReadOnly(name, in: store, now: noon).notices.count == 1)
    #expect(try Setup.open(name, in: store, now: noon).notices.count == 1)
    #expect(try Setup.open(name, in: store, now: noon).notices.isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == whole)
  }

  @Test("a damaged journal is told as such to whoever looks at it, also where nothing comes before the damage")
  func damaged() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("okta"))
    do {
      var setup = try Setup.create(name, in: store, playbook: .okta, by: "ada", at: noon)
      try setup.record(.wished(.portalAlias, true), by: "ada", at: noon)
    }
    let path = store.path(of: name)
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    func damage(_ text: String, _ other: String) throws {
      try whole.replacing(text, with: other).write(toFile: path, atomically: false, encoding: .utf8)
    }
    func isDamaged() throws -> Bool { try Setup.openReadOnly(name, in: store, now: noon).isDamaged }
    #expect(try !isDamaged())
    try (whole + "{").write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try !isDamaged(), "a line that is being written is no damage")
    try damage("portal-alias", "portal-alien")
    #expect(try isDamaged())
    #expect(try !Setup.openReadOnly(name, in: store, now: noon).isNewer)
    try damage("\"started\"", "\"smarted\"")
    let choice = try SetupStore.choose(name: nil, provider: "okta", among: [name]) {
      try? Setup.openReadOnly($0, in: store, now: noon).progress.playbook.provider
    }
    #expect(choice == .existing(name))
    for found in [
      reason { _ = try Setup.open(name, in: store, now: noon) },
      reason { _ = try Setup.openReadOnly(name, in: store, now: noon) },
    ] {
      guard case .journal(let error)? = found, case .damaged(let damage) = error.reason else {
        Issue.record("\(String(describing: found))")
        continue
      }
      #expect(damage.frame == 1)
    }
  }

  @Test("what a newer signpost wrote is told as such")
  func newer() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("okta"))
    do { _ = try Setup.create(name, in: store, playbook: .okta, by: "ada", at: noon) }
    let path = store.path(of: name)
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    let sum = try #require(try Journal.read(path: path).frames.last).sum
    let body = #""v":2,"n":2,"at":"2026-11-21T12:00:00Z","event":{}}"#
    let next = Journal.sha256(Array((sum + body).utf8)).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    try (whole + #"{"sum":"\#(next)",\#(body)"# + "\n").write(toFile: path, atomically: false, encoding: .utf8)
    let setup = try Setup.openReadOnly(name, in: store, now: noon)
    let (isNewer, isDamaged) = (setup.isNewer, setup.isDamaged)
    #expect(isNewer && !isDamaged)
  }

  @Test("another flow in the same set-up, with the facts of the first")
  func flows() throws {
    let scratch = try Scratch()
    let (store, name) = (try scratch.store(), try SetupName("acme"))
    do {
      var setup = try Setup.create(name, in: store, playbook: .okta, by: "ada", at: noon)
      try setup.record(.wished(.portalAlias, true), by: "ada", at: noon)
      try setup.begin(.oktaTokenRenewal, by: "ada", at: noon)
      #expect(setup.progress.playbook.flow == .renewSCIMToken)
      #expect(setup.progress.wishes.contains(.portalAlias))
      #expect(setup.progress.next?.id == "create-second-token")
    }
    #expect(try Setup.openReadOnly(name, in: store, now: noon).progress.playbook.flow == .renewSCIMToken)
    let first = try Setup.openReadOnly(name, in: store, flow: .setUp, now: noon)
    #expect(first.progress.next?.id == "see-identity-source")
  }
}
