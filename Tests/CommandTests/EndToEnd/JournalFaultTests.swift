import Setup
import Support
import Testing

@Suite("A set-up whose journal is not what it should be")
struct JournalFaultTests {
  private func setUp(_ store: String, _ flags: [String] = [], fileSize: Int? = nil) throws -> Signpost.Run {
    try Signpost.run(
      ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store] + flags,
      fileSize: fileSize)
  }

  @Test("changed in the middle: looking shows what is before, writing is refused, and the file stays as it is")
  func damaged() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      #expect(try setUp(store).status == 0)
      let whole = try TestFile.text(store + "/okta.journal")
      let broken = whole.components("444455556666").joined(separator: "666655554444")
      try TestFile.write(broken, to: store + "/okta.journal")
      let look = try Signpost.run(["status", "--store", store])
      #expect(look.status == 3)
      #expect(look.message.contains("is damaged; it and all after it were passed over"))
      #expect(try StatusDocument.read(store: store, exit: 3).facts["pilot-account"] == nil)
      for command in ["status", "log"] {
        let quiet = try Signpost.run([command, "--quiet", "--store", store])
        #expect(quiet.status == 3)
        #expect(quiet.message.hasPrefix("error: frame "), "\(quiet.errors)")
        #expect(quiet.message.contains("(\(store)/okta.journal); nothing was changed. Restore the file"))
        #expect(quiet.message.contains("head -c "))
      }
      let export = try Signpost.run(["export", "--name", "okta", "--store", store])
      #expect(export.status == 3)
      #expect(export.output == "")
      #expect(export.message.contains("a part of a checklist is not handed over"))
      for command in [
        "verify sign-in", "verify groups --from Fixtures/lists/groups.csv", "diagnose Fixtures/responses/okta.xml",
        "generate cloudformation",
      ] {
        let run = try Signpost.run(words(command) + ["--name", "okta", "--store", store])
        #expect(run.status == 3, "\(command): \(run.errors)")
        #expect(run.output == "", "\(command)")
        #expect(run.message.contains("part of a set-up: frame "), "\(command): \(run.errors)")
      }
      let write = try Signpost.run(["step", "note", "enable-scim", "--reason", "x", "--store", store])
      #expect(write.status == 3)
      #expect(write.message.contains("is damaged") && write.message.contains("(\(store)/okta.journal)"))
      #expect(write.message.contains("head -c "))
      #expect(try TestFile.text(store + "/okta.journal") == broken)
    }
  }

  @Test("torn at its end: the rest is put aside, and the set-up goes on")
  func torn() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      #expect(try setUp(store).status == 0)
      let whole = try TestFile.text(store + "/okta.journal")
      try TestFile.write(whole + "{\"sum\":\"half a fra", to: store + "/okta.journal")
      let torn = try Signpost.run(["setup", "--store", store])
      #expect(torn.status == 0)
      #expect(torn.message.contains(Said.done))
      #expect(try TestFile.text(store + "/okta.journal") == whole)
      #expect(try Signpost.files(in: store) == ["okta.answers.json", "okta.journal", "okta.journal.torn-1"])
    }
  }

  @Test("what was repaired or narrowed is said by every command that opens the journal to write, quiet or not")
  func noticed() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let journal = store + "/okta.journal"
      #expect(try setUp(store).status == 0)
      let checklist = directory.path("checklist.md")
      #expect(try Signpost.run(["export", "--output", checklist, "--store", store]).status == 0)
      for command in [["step", "note", "enable-scim", "--reason", "x"], ["import", checklist]] {
        try TestFile.write(try TestFile.text(journal) + "{\"sum\":\"half a fra", to: journal)
        try TestFile.setPermissions(0o640, of: journal)
        let run = try Signpost.run(command + ["--quiet", "--store", store])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.message.contains("caution: the last line (18 bytes,"), "\(run.errors)")
        #expect(run.message.contains("every saved step is here (\(journal))"), "\(run.errors)")
        #expect(run.message.contains("others could read or write the journal; now only you can (\(journal))"))
      }
    }
  }

  @Test("made and not begun, as by a process that died there: it is begun", arguments: ["", "{\"sum\":\"half"])
  func notBegun(content: String) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try TestFile.makeDirectory(store)
      try TestFile.write(content, to: store + "/okta.journal")
      let look = try Signpost.run(["status", "--store", store])
      #expect(look.status == 2)
      #expect(look.message.contains("there is no set-up yet"))
      #expect(try setUp(store).status == 0)
      #expect(try StatusDocument.read(store: store).complete)
    }
  }

  @Test(
    "started without standard streams: nothing that is said goes into the journal",
    arguments: [[2], [1], [0], [0, 1], [1, 2], [0, 1, 2]])
  func closedStreams(closed: [Int]) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let begin = ["setup", "okta", "--no-input", "--store", store]
      let begun = try Signpost.run(begin, without: closed)
      #expect(begun.status == 4, "\(begun.errors)")
      let first = try Journal.read(path: store + "/okta.journal")
      #expect(first.problem == nil && first.frames.count == 1)
      let note = ["step", "note", "enable-scim", "--reason", "a note", "--store", store]
      #expect(try Signpost.run(note, without: closed).status == 0)
      let noted = try Journal.read(path: store + "/okta.journal")
      #expect(noted.problem == nil && noted.frames.count == 2)
      #expect(try Signpost.files(in: store) == ["okta.journal"])
      // What is asked for and cannot be said is another matter.
      let look = try Signpost.run(["status", "--store", store], without: closed)
      #expect(look.status == (closed.contains(1) ? 3 : 0))
      if closed == [1] || closed == [0, 1] { #expect(look.message.contains("it is not open")) }
    }
  }

  @Test("full disk: what was not saved is said, what was before is there, and with room it goes on")
  func fullDisk() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      // 2048 or 4096 bytes, by the shell.
      let run = try setUp(store, fileSize: 4)
      #expect(run.status == 3)
      #expect(run.message.contains("set-up 'okta': not saved: cannot write"))
      let before = try StatusDocument.read(store: store)
      #expect(!before.complete)
      #expect(try setUp(store).status == 0)
      let after = try StatusDocument.read(store: store)
      #expect(after.complete)
      for (key, value) in before.facts { #expect(after.facts[key] == value) }
    }
  }

  @Test("no journal at all, a link, or a directory that everybody may write in: refused, and left alone")
  func refused() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try TestFile.makeDirectory(store)
      try TestFile.write("shopping list\nmilk\n", to: store + "/okta.journal")
      let text = try setUp(store)
      #expect(text.status == 3)
      #expect(try TestFile.text(store + "/okta.journal") == "shopping list\nmilk\n")
      try TestFile.remove(store + "/okta.journal")
      try TestFile.makeLink(at: store + "/okta.journal", to: directory.path("elsewhere"))
      let link = try setUp(store, ["--name", "okta"])
      #expect(link.status == 3)
      #expect(link.message.contains("symbolic link"))
      #expect(!TestFile.exists(directory.path("elsewhere")))
      let open = directory.path("open")
      try TestFile.makeDirectory(open, mode: 0o777)
      let shared = try setUp(open)
      #expect(shared.status == 3)
      #expect(shared.message.contains("everybody may write in its directory"))
    }
  }
}
