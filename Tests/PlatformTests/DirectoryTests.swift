import Platform
import Support
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite struct DirectoryTests {
  @Test func createsWithParentsAndSaysWhetherItDid() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("x/y/z")
      #expect(throws: PlatformError.self) { try Directory.create(path) }
      #expect(try Directory.create(path, parents: true))
      #expect(try !Directory.create(path, parents: true))
      #expect(TestFile.permissions(directory.path("x/y")) == 0o700)
      try TestFile.write("", to: directory.path("file"))
      let error = #expect(throws: PlatformError.self) { try Directory.create(directory.path("file")) }
      #expect(error?.meaning == "it is already there")
      #expect(throws: PlatformError.self) { try Directory.create(directory.path("file/below"), parents: true) }
    }
  }

  @Test func leavesAnExistingOneAsItIs() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("open"), mode: 0o755)
      try Directory.create(directory.path("open"), mode: 0o700)
      #expect(TestFile.permissions(directory.path("open")) == 0o755)
    }
  }

  @Test func listsInTheOrderOfTheBytes() throws {
    try TemporaryDirectory.with { directory in
      for name in ["b", "a", "B", "é", "e\u{301}", ".hidden"] { try TestFile.write("", to: directory.path(name)) }
      try TestFile.makeDirectory(directory.path("d"))
      try TestFile.makeLink(at: directory.path("l"), to: "nowhere")
      let entries = try Directory.entries(of: directory.path)
      #expect(
        entries.map { Array($0.name.utf8) }
          == [".hidden", "B", "a", "b", "d", "e\u{301}", "l", "é"].map { Array($0.utf8) })
      #expect(entries.first { $0.name == "d" }?.kind == .directory)
      #expect(entries.first { $0.name == "l" }?.kind == .symbolicLink)
      #expect(entries.first { $0.name == "a" }?.kind == .regular)
    }
  }

  @Test func findsFilesBelowWithoutWalkingInCircles() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("a/deep"))
      for name in ["z.xml", "a/1.xml", "a/deep/2.xml", "a.xml", "a/note.txt", "xml"] {
        try TestFile.write("", to: directory.path(name))
      }
      try TestFile.makeDirectory(directory.path("dir.xml"))
      try TestFile.makeDirectory(directory.path(".hidden"))
      for name in [".a.xml", ".hidden/b.xml"] { try TestFile.write("", to: directory.path(name)) }
      try TestFile.makeLink(at: directory.path("a/circle.xml"), to: "..")
      try TestFile.makeLink(at: directory.path("link.xml"), to: "z.xml")
      try TestFile.makeLink(at: directory.path("lost.xml"), to: "nothing")
      try TestFile.makeNamedPipe(directory.path("pipe.xml"))
      let found = try Directory.files(under: directory.path, suffix: ".xml")
      #expect(
        found.files.map { $0.dropFirst(directory.path.count + 1) }
          == ["a.xml", "a/1.xml", "a/deep/2.xml", "link.xml", "lost.xml", "z.xml"])
      #expect(found.failures.isEmpty)
      #expect(try Directory.files(under: directory.path + "/", suffix: ".xml").files.first == directory.path("a.xml"))
      #expect(throws: PlatformError.self) { try Directory.files(under: directory.path("none"), suffix: "") }
    }
  }

  @Test func namesLinksToDirectoriesElsewhere() throws {
    try TemporaryDirectory.with { directory in
      for name in ["here/below", "there"] { try TestFile.makeDirectory(directory.path(name)) }
      try TestFile.write("", to: directory.path("there/a.xml"))
      for (link, target) in [("b.xml", "../there"), ("a", "../there"), ("same", "below"), (".c", "../there")] {
        try TestFile.makeLink(at: directory.path("here/\(link)"), to: target)
      }
      let found = try Directory.files(under: directory.path("here"), suffix: ".xml")
      #expect(found.files.isEmpty && found.failures.isEmpty)
      #expect(found.unentered == ["here/a", "here/b.xml"].map(directory.path))
    }
  }

  #if os(Linux)
  @Test func aNameThatLostBytesDoesNotHideBehindAnother() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write("", to: directory.path("bad\u{FFFD}.xml"))
      let name = Array(directory.path("bad").utf8) + [0xFF] + Array(".xml".utf8) + [0]
      let file: UnsafeMutablePointer<FILE> = unsafe fopen(name.map { CChar(bitPattern: $0) }, "w")
      #expect(unsafe fclose(file) == 0)
      let found = try Directory.files(under: directory.path, suffix: ".xml")
      #expect(found.failures.map(\.path) == [directory.path("bad\u{FFFD}.xml")])
      #expect(found.failures.first?.isMissing == true)
    }
  }
  #endif

  @Test func oneClosedDirectoryDoesNotHideTheOthers() async {
    await #expect(processExitsWith: .success) {
      try TemporaryDirectory.with { directory in
        try TestFile.makeDirectory(directory.path("closed"))
        try TestFile.write("", to: directory.path("open.xml"))
        try TestFile.setPermissions(0o755, of: directory.path)
        try TestFile.setPermissions(0, of: directory.path("closed"))
        let found = try Support.withoutPrivileges { try Directory.files(under: directory.path, suffix: ".xml") }
        try #require(found.files == [directory.path("open.xml")])
        try #require(found.failures.map(\.path) == [directory.path("closed")])
      }
    }
  }

  @Test(arguments: [
    ("a/b", "a"), ("b", "."), ("/b", "/"), ("a//b//", "a"), ("/", "/"), ("./a", "."), ("../a/b/", "../a"),
    // A slash and the mark after it are one character.
    ("a/\u{301}b", "a"), ("/\u{301}b/", "/"), ("a/\u{301}b/c", "a/\u{301}b"),
  ])
  func namesTheDirectoryAbove(path: String, above: String) {
    #expect(Directory.parent(of: path) == above)
  }

  @Test func theNewestFileComesFirst() throws {
    try TemporaryDirectory.with { directory in
      for (index, name) in ["old", "b", "a", "new", "unwanted"].enumerated() {
        try TestFile.write(name, to: directory.path(name))
        try TestFile.setModified(1_000 + (name == "a" ? 1 : index), of: directory.path(name))
      }
      try TestFile.makeDirectory(directory.path("directory"))
      try TestFile.makeNamedPipe(directory.path("pipe"))
      try TestFile.makeLink(at: directory.path("dangling"), to: "nowhere")
      try TestFile.makeLink(at: directory.path("link"), to: "old")
      let files = try Directory.newestFiles(in: directory.path) { $0 != "unwanted" }
      #expect(files.map(\.path) == ["new", "a", "b", "link", "old"].map(directory.path))
      #expect(files.map(\.modified.seconds) == [1_003, 1_001, 1_001, 1_000, 1_000])
      #expect(files.map(\.byteCount) == [3, 1, 1, 3, 3])
      #expect(throws: PlatformError.self) { try Directory.newestFiles(in: directory.path("none")) { _ in true } }
    }
  }
}
