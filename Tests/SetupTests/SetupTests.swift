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
      let (notices, isReadOnly) = (setup.notices, setup.isReadOnly)
      #expect(notices.isEmpty && !isReadOnly)
      #expect(setup.progress.next?.id == "enable-organizations")
      let reading = try FactKey.managementAccount.read(
        "111122223333", in: setup.progress.circumstances, now: noon)
      try setup.record(.answered(.init(reading, step: "enable-organizations")), by: "ada", at: noon)
      let evidence = try #require(setup.progress.closable("enable-organizations"))
      try setup.record(.closed("enable-organizations", evidence), by: "bob", at: noon.adding(days: 1))
      #expect(setup.progress.next?.id == "keep-emergency-access")
    }
    let setup = try Setup.open(name, in: store, now: noon)
    #expect(setup.progress.next?.id == "keep-emergency-access")
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
    let isReadOnly = reader.isReadOnly
    #expect(isReadOnly)
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
    #expect(first.progress.next?.id == "enable-organizations")
  }
}
