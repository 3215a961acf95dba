import Platform
import Playbook
import SAML
import Setup
import Support
import Testing

@Suite("A set-up under a strange mask, clock, permission or version", .timeLimit(.minutes(30)))
struct HostileSurroundingsTests {
  private let setUp = ["setup", "okta", "--answers", Signpost.root + "/Fixtures/answers-okta.json", "--no-input"]
  /// Where the administrator runs the tests, the commands are somebody's whom permissions hold back.
  private static let user: UInt32? = Support.isAdministrator ? 65_534 : nil
  private static let canBecome = user == nil || TestTool.isHere("setpriv")

  private func with(_ body: (TemporaryDirectory) throws -> Void) throws {
    try TemporaryDirectory.with(in: "/tmp") { directory in
      if let user = Self.user { try TestFile.setOwner(user, of: directory.path) }
      try body(directory)
    }
  }

  private func run(_ arguments: [String], _ store: String, mask: String? = nil) throws -> Signpost.Run {
    try Signpost.run(arguments + ["--store", store], mask: mask, user: Self.user)
  }

  @Test(
    "whatever the umask, what is made is its owner's alone, and can be read by him again", .enabled(if: canBecome),
    arguments: ["0", "777"])
  func mask(mask: String) throws {
    try with { directory in
      let store = directory.path("above/store")
      #expect(try run(setUp, store, mask: mask).status == 0)
      let made = ["", "/okta.journal", "/okta.answers.json"].map { TestFile.permissions(store + $0) }
      #expect(made == [0o700, 0o600, 0o600])
      let note = ["step", "note", "enable-scim", "--reason", "x"]
      #expect(try run(note, store, mask: mask).status == 0)
      try TestFile.write(try TestFile.text(store + "/okta.journal") + "{\"sum\":\"half", to: store + "/okta.journal")
      if let user = Self.user { try TestFile.setOwner(user, of: store + "/okta.journal") }
      #expect(try run(note, store, mask: mask).status == 0)
      #expect(TestFile.permissions(store + "/okta.journal.torn-1") == 0o600)
    }
  }

  @Test(
    "a document goes to whom the umask lets it go; who made the file for fewer, or for more, is obeyed",
    arguments: [("077", 0o600), ("022", 0o644), ("002", 0o664)])
  func documents(mask: String, mode: UInt32) throws {
    try TemporaryDirectory.with { directory in
      let idp = "\(Signpost.root)/Fixtures/okta.xml"
      for line in ["export okta --output %", "validate \(idp) --output %", "validate \(idp) --write-baseline %"] {
        let path = directory.path("document")
        let arguments = words(line.replacing("%", with: path))
        for (before, after) in [(nil, mode), (0o600, 0o600), (0o644, 0o644)] as [(UInt32?, UInt32)] {
          if let before { try TestFile.setPermissions(before, of: path) }
          let run = try Signpost.run(arguments, mask: mask)
          #expect(run.status == 0, "\(run.errors)")
          #expect(TestFile.permissions(path) == after, "\(line)")
        }
        try TestFile.remove(path)
      }
    }
  }

  @Test(
    "what may not be read or written is named, with what to do, and afterwards it goes on", .enabled(if: canBecome),
    arguments: [
      ("store", 0, 3, "cannot list", "make it usable, or choose another store with --store"),
      ("store", 0o400, 3, "cannot inspect", "make the directory usable"),
      ("store", 0o500, 0, "the answers were not written", "permission denied"),
      ("store/okta.journal", 0, 3, "permission denied", "make the file usable"),
      ("store/okta.journal", 0o400, 3, "permission denied", "make the file usable"),
      ("store/okta.answers.json", 0o400, 0, "the answers were not written", "permission denied"),
    ] as [(String, UInt32, Int32, String, String)])
  func permission(path: String, mode: UInt32, status: Int32, problem: String, remedy: String) throws {
    try with { directory in
      let store = directory.path("store")
      #expect(try run(setUp, store).status == 0)
      let before = try TestFile.read(store + "/okta.journal")
      let whole = try #require(TestFile.permissions(directory.path(path)))
      try TestFile.setPermissions(mode, of: directory.path(path))
      let refused = try run(setUp, store)
      #expect(refused.status == status, "\(refused.errors)")
      #expect(refused.message.contains(problem) && refused.message.contains(remedy), "\(refused.errors)")
      let after = try TestFile.read(store + "/okta.journal")
      #expect(after.starts(with: before) && (status == 0 || after.count == before.count))
      try TestFile.setPermissions(whole, of: directory.path(path))
      #expect(try run(setUp, store).status == 0)
    }
  }

  @Test("a set-up that cannot be read: another is not begun in its place unless it is named", .enabled(if: canBecome))
  func unreadable() throws {
    try with { directory in
      let store = directory.path("store")
      #expect(try run(setUp + ["--name", "acme"], store).status == 0)
      try TestFile.setPermissions(0, of: store + "/acme.journal")
      let run = try run(setUp, store)
      #expect(run.status == 3)
      #expect(run.message.contains("set-up 'acme': cannot open: permission denied"))
      #expect(try !Signpost.files(in: store).contains("okta.journal"))
      #expect(try self.run(setUp + ["--name", "okta"], store).status == 0)
    }
  }

  @Test("a clock that goes back 27 years and ahead to 2100: the order is that of the events, and nothing is lost")
  func clock() throws {
    try with { directory in
      let store = directory.path("store")
      #expect(try Signpost.run(setUp + ["--store", store]).status == 0)
      let before = try StatusDocument.read(store: store)
      for (now, text) in [("1999-12-31T23:59:59Z", "back"), ("2100-01-01T00:00:00Z", "ahead")] {
        let note = ["step", "note", "enable-scim", "--reason", text, "--store", store]
        #expect(try Signpost.run(note, now: now).status == 0)
        for command in ["status", "log", "export --format json"] {
          let run = try Signpost.run(words(command) + ["--store", store], now: now)
          #expect(run.status == 0, "\(command) in \(now): \(run.errors)")
          #expect(!run.output.contains(/in -\d|-\d+ days/), "\(command) in \(now)")
        }
      }
      let after = try StatusDocument.read(store: store)
      #expect(after.states == before.states && after.facts == before.facts)
      #expect(try after.step("enable-scim").notes.map(\.text) == ["back", "ahead"])
      let frames = try Journal.read(path: store + "/okta.journal").frames
      #expect(frames.map(\.number) == Array(1...frames.count))
    }
  }

  @Test("a journal that a newer version went on with: it is shown as far as it is understood, and never written to")
  func newer() throws {
    try with { directory in
      let store = directory.path("store")
      #expect(try Signpost.run(setUp + ["--store", store]).status == 0)
      let journal = store + "/okta.journal"
      let last = try #require(try Journal.read(path: journal).frames.last)
      let rest = #""v":2,"n":\#(last.number + 1),"at":"2030-01-01T00:00:00Z","event":{"kind":"dreamt"}}"#
      let sum = Digest.sha256(Array((last.sum + rest).utf8).span).bytes.prefix(8).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
      try TestFile.write(try TestFile.text(journal) + #"{"sum":"\#(sum.joined())",\#(rest)"# + "\n", to: journal)
      let before = (try TestFile.read(journal), TestFile.identity(journal))
      for (command, status, remedy) in [
        ("step note enable-scim --reason x", 3, "use the later signpost that wrote it"),
        ("setup okta --no-input", 3, "use the later signpost that wrote it"),
        ("status", 3, "was written by a newer signpost"),
        ("export --name okta", 3, "use the later signpost that wrote it"),
      ] as [(String, Int32, String)] {
        let run = try Signpost.run(words(command) + ["--store", store])
        #expect(run.status == status, "\(command)")
        #expect(run.message.contains(remedy), "\(command): \(run.errors)")
      }
      #expect(try TestFile.read(journal) == before.0)
      #expect(TestFile.identity(journal) == before.1)
    }
  }
}
