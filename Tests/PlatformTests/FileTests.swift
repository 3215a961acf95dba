import Platform
import Support
import Testing

@Suite struct FileTests {
  @Test func replacesWholeAndLeavesNothingBehind() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("report.md")
      try File.replace(path: path, contents: Array("one".utf8))
      #expect(try TestFile.text(path) == "one")
      #expect(TestFile.permissions(path) == 0o600)
      try File.replace(path: path, contents: [UInt8](repeating: 0x61, count: 300_000))
      #expect(try TestFile.read(path).count == 300_000)
      #expect(try Directory.entries(of: directory.path).map(\.name) == ["report.md"])
    }
  }

  @Test(arguments: [(0o600, 0o644, 0o600), (0o644, 0o600, 0o600), (0o640, 0o644, 0o640), (0o666, 0o644, 0o644)])
  func neverWidensAndNeverNeedsTo(existing: UInt32, asked: UInt32, result: UInt32) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("report.md")
      try TestFile.write("old", to: path, mode: existing)
      try File.replace(path: path, contents: [], mode: asked)
      #expect(TestFile.permissions(path) == result)
    }
  }

  @Test(arguments: [(0o000, 0o666), (0o002, 0o664), (0o022, 0o644), (0o077, 0o600), (0o777, 0o000)])
  func isForWhomTheMaskLetsItBeWhereThatIsAsked(mask: UInt32, result: UInt32) async {
    await #expect(processExitsWith: .success) { [mask, result] in
      try TemporaryDirectory.with { directory in
        try TestFile.write("old", to: directory.path("old"), mode: 0o644)
        try TestFile.write("old", to: directory.path("private"), mode: 0o600)
        Support.setCreationMask(mask)
        for name in ["new", "old", "private"] {
          try File.replace(path: directory.path(name), contents: [1], mode: 0o666, isMasked: true)
        }
        try #require(TestFile.permissions(directory.path("new")) == result)
        try #require(TestFile.permissions(directory.path("old")) == 0o644)
        try #require(TestFile.permissions(directory.path("private")) == 0o600)
      }
    }
  }

  @Test func refusesWhatIsInTheWay() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write("precious", to: directory.path("target"))
      try TestFile.makeLink(at: directory.path("link"), to: "target")
      try TestFile.makeNamedPipe(directory.path("pipe"))
      try TestFile.makeDirectory(directory.path("directory"))
      try TestFile.write("old", to: directory.path("protected"), mode: 0o444)
      for (name, reason) in [
        ("link", PlatformError.Reason.symbolicLink), ("pipe", .notRegular(.fifo)),
        ("directory", .notRegular(.directory)),
      ] {
        let error = #expect(throws: PlatformError.self) {
          try File.replace(path: directory.path(name), contents: Array("new".utf8))
        }
        #expect(error?.reason == reason)
      }
      let error = #expect(throws: PlatformError.self) {
        try File.replace(path: directory.path("protected"), contents: Array("new".utf8))
      }
      #expect(error?.meaning == "permission denied")
      #expect(try TestFile.text(directory.path("target")) == "precious")
      #expect(try TestFile.text(directory.path("protected")) == "old")
      #expect(try Directory.entries(of: directory.path).count == 5)
    }
  }

  @Test func aMissingDirectoryIsAnErrorAndNotCreated() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("none/report.md")
      let error = #expect(throws: PlatformError.self) { try File.replace(path: path, contents: []) }
      #expect(error?.path == path)
      #expect(error?.meaning == "no such file or directory")
    }
  }

  @Test func aNameThatOnlyADirectoryCanHaveLeavesNothingBehind() throws {
    try TemporaryDirectory.with { directory in
      let error = #expect(throws: PlatformError.self) {
        try File.replace(path: directory.path("report.md/"), contents: [1])
      }
      #expect(error?.operation == .replace)
      let left = try Directory.entries(of: directory.path)
      #expect(left.isEmpty)
    }
  }

  @Test func createsOnlyWhatIsNotThere() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("copy")
      try File.create(path: path, contents: Array("first".utf8))
      #expect(throws: PlatformError.self) { try File.create(path: path, contents: Array("second".utf8)) }
      #expect(try TestFile.text(path) == "first")
    }
  }

  @Test(arguments: [UInt32(0o000), 0o777]) func theMaskOfTheProcessDoesNotMatter(mask: UInt32) async {
    await #expect(processExitsWith: .success) { [mask] in
      try TemporaryDirectory.with { directory in
        Support.setCreationMask(mask)
        try Directory.create(directory.path("a/b"), parents: true)
        try File.replace(path: directory.path("a/b/file"), contents: [1])
        try File.create(path: directory.path("a/b/new"), contents: [1])
        var file = try AppendFile(path: directory.path("a/b/journal"))
        try file.append([1])
        try #require(TestFile.permissions(directory.path("a")) == 0o700)
        try #require(TestFile.permissions(directory.path("a/b")) == 0o700)
        for name in ["file", "new", "journal"] {
          try #require(TestFile.permissions(directory.path("a/b/" + name)) == 0o600)
        }
      }
    }
  }

  @Test func aFullDiskLeavesTheOldFileAndNoRest() async {
    await #expect(processExitsWith: .success) {
      try TemporaryDirectory.with { directory in
        let path = directory.path("report.md")
        try File.replace(path: path, contents: Array("old".utf8))
        Support.limitFileSize(to: 1_000)
        let error = #expect(throws: PlatformError.self) {
          try File.replace(path: path, contents: [UInt8](repeating: 1, count: 5_000))
        }
        try #require(error?.meaning == "the file would grow beyond the allowed size")
        try #require(try TestFile.text(path) == "old")
        try #require(try Directory.entries(of: directory.path).map(\.name) == ["report.md"])
      }
    }
  }
}
