import Platform
import Playbook
import SAML
import Setup
import Support
import Testing

@Suite("What a process that was killed has left half-written")
struct LeftoverTests {
  /// A store with a set-up `okta`, and its name.
  private static func with(_ body: (SetupStore, SetupName) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("store")
      let store = try SetupStore(
        option: path, environment: { _ in nil }, currentDirectory: "/", isDirectory: { _ in false })
      let name = try SetupName("okta")
      _ = try Setup.create(
        name, in: store, playbook: try #require(Playbook.of("okta")), by: "ada", at: Instant(seconds: 0))
      try body(store, name)
    }
  }

  private static func names(_ store: SetupStore) throws -> [String] {
    try Directory.entries(of: store.directory).map(\.name)
  }

  @Test("whoever opens the set-up to write removes it; nothing else of a like name is touched")
  func removed() throws {
    try Self.with { store, name in
      let ours = [".signpost-okta-0123456789abcdef.tmp", ".signpost-okta-7.tmp"]
      let others = [
        // Of another set-up, which somebody may be writing; of nobody; no number; too long; something else behind it.
        ".signpost-okta-2-0123456789abcdef.tmp", ".signpost-acme-7.tmp", ".signpost-7.tmp", ".signpost-okta-.tmp",
        ".signpost-okta-note.tmp", ".signpost-okta-7.tmp.bak", "signpost-okta-7.tmp",
        ".signpost-okta-00123456789abcdef.tmp",
        ".signpost-okta-7A.tmp", "okta.answers.json",
      ]
      for file in ours + others { try TestFile.write("half", to: store.directory + "/" + file) }
      try TestFile.write("theirs", to: store.directory + "/target")
      try TestFile.makeLink(at: store.directory + "/.signpost-okta-a.tmp", to: store.directory + "/target")
      try TestFile.makeDirectory(store.directory + "/.signpost-okta-b.tmp")
      try TestFile.makeNamedPipe(store.directory + "/.signpost-okta-c.tmp")
      let odd = [".signpost-okta-a.tmp", ".signpost-okta-b.tmp", ".signpost-okta-c.tmp"]
      _ = try Setup.openReadOnly(name, in: store, now: Instant(seconds: 1))
      #expect(try Self.names(store).sorted() == (ours + others + odd + ["okta.journal", "target"]).sorted())
      _ = try Setup.open(name, in: store, now: Instant(seconds: 1))
      #expect(try Self.names(store).sorted() == (others + odd + ["okta.journal", "target"]).sorted())
      #expect(try TestFile.text(store.directory + "/target") == "theirs")
    }
  }

  @Test("what belongs to another user stays", .enabled(if: Support.isAdministrator))
  func foreign() throws {
    try Self.with { store, name in
      let file = store.directory + "/.signpost-okta-7.tmp"
      try TestFile.write("theirs", to: file)
      try TestFile.setOwner(65_534, of: file)
      _ = try Setup.open(name, in: store, now: Instant(seconds: 1))
      #expect(TestFile.exists(file))
    }
  }

  @Test("where somebody else has the set-up open, nothing is removed")
  func locked() throws {
    try Self.with { store, name in
      let file = store.directory + "/.signpost-okta-7.tmp"
      let holder = try Setup.open(name, in: store, now: Instant(seconds: 1))
      try TestFile.write("being written", to: file)
      #expect(throws: SetupError.self) { _ = try Setup.open(name, in: store, now: Instant(seconds: 1)) }
      #expect(TestFile.exists(file))
      _ = holder.name
    }
  }
}
