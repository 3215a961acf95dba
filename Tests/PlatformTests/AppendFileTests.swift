import Foundation
import Platform
import Support
import Testing

@Suite struct AppendFileTests {
  @Test func growsAtItsEndAndIsReadWhole() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      do {
        var file = try AppendFile(path: path)
        // Values that cannot be copied are not for the macro to look into.
        let (narrowed, lock) = (file.narrowedMode, file.lock)
        #expect(narrowed == nil)
        #expect(lock == .held)
        try file.append(Array("one\n".utf8))
        try file.append(Array("two\n".utf8))
        let all = try file.readAll(limit: 8)
        #expect(all == Array("one\ntwo\n".utf8))
        #expect(throws: PlatformError.self) { try file.readAll(limit: 7) }
      }
      var again = try AppendFile(path: path)
      try again.truncate(to: 4)
      let size = try again.size()
      #expect(size == 4)
      try again.append(Array("three\n".utf8))
      #expect(try TestFile.text(path) == "one\nthree\n")
      #expect(TestFile.permissions(path) == 0o600)
    }
  }

  @Test func aMissingDirectoryIsSaidAndNotCreated() throws {
    try TemporaryDirectory.with { directory in
      let error = #expect(throws: PlatformError.self) { _ = try AppendFile(path: directory.path("none/journal")) }
      #expect(error?.operation == .create && error?.meaning == "no such file or directory")
      #expect(!TestFile.exists(directory.path("none")))
    }
  }

  @Test func belongsToOneAtATime() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      do {
        let first = try AppendFile(path: path)
        let error = #expect(throws: PlatformError.self) { _ = try AppendFile(path: path) }
        guard case .busy(let holder) = error?.reason else {
          Issue.record("expected busy, found \(String(describing: error))")
          return
        }
        // Where the system lists locks, it is this very process.
        #expect(holder == nil || holder == ProcessInfo.processInfo.processIdentifier)
        #expect(error?.operation == .lock)
        _ = try first.size()
      }
      _ = try AppendFile(path: path)
    }
  }

  @Test(.timeLimit(.minutes(30))) func refusesWhatIsNotOurs() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write("target", to: directory.path("target"))
      try TestFile.makeLink(at: directory.path("link"), to: "target")
      try TestFile.makeLink(at: directory.path("lost"), to: "nowhere")
      try TestFile.makeNamedPipe(directory.path("pipe"))
      try TestFile.makeDirectory(directory.path("directory"))
      try TestFile.write("", to: directory.path("one"))
      try TestFile.makeSecondName(directory.path("two"), of: directory.path("one"))
      for (path, reason) in [
        (directory.path("link"), PlatformError.Reason.symbolicLink), (directory.path("lost"), .symbolicLink),
        (directory.path("pipe"), .notRegular(.fifo)), (directory.path("directory"), .notRegular(.directory)),
        (directory.path("one"), .severalNames(2)), ("/dev/null", .notRegular(.device)),
      ] {
        let error = #expect(throws: PlatformError.self) { _ = try AppendFile(path: path) }
        #expect(error?.reason == reason, "\(path)")
      }
      #expect(try TestFile.text(directory.path("target")) == "target")
      #expect(!TestFile.exists(directory.path("nowhere")))
    }
  }

  @Test(arguments: [UInt32(0o777), 0o1777]) func refusesADirectoryWhereEverybodyMayWrite(mode: UInt32) throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("shared"), mode: 0o700)
      try TestFile.write("", to: directory.path("shared/journal"))
      try TestFile.setPermissions(mode, of: directory.path("shared"))
      let new = #expect(throws: PlatformError.self) { _ = try AppendFile(path: directory.path("shared/new")) }
      #expect(new?.reason == .sharedDirectory)
      #expect(!TestFile.exists(directory.path("shared/new")), "what is refused is not made either")
      let error = #expect(throws: PlatformError.self) { _ = try AppendFile(path: directory.path("shared/journal")) }
      #expect(error?.reason == .sharedDirectory)
    }
  }

  @Test(arguments: [UInt32(0o644), 0o666, 0o640]) func narrowsAndSaysSo(mode: UInt32) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      try TestFile.write("x", to: path, mode: mode)
      var file = try AppendFile(path: path)
      let before = file.narrowedMode
      #expect(before == nil && TestFile.permissions(path) == mode, "nobody has seen yet what it is")
      try file.narrow()
      let narrowed = file.narrowedMode
      #expect(narrowed == mode)
      #expect(TestFile.permissions(path) == 0o600)
      #expect(try TestFile.text(path) == "x")
    }
  }

  @Test func noticesThatTheFileWasTakenAway() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      var file = try AppendFile(path: path)
      try TestFile.remove(path)
      let error = #expect(throws: PlatformError.self) { try file.append([1]) }
      #expect(error?.reason == .removed)
      #expect(!TestFile.exists(path))
    }
  }

  @Test(arguments: ["one\n", "", nil] as [String?]) func noticesThatAnotherTookTheName(other: String?) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("journal")
      var file = try AppendFile(path: path)
      try file.append(Array("one\n".utf8))
      try TestFile.move(path, to: directory.path("backup"))
      if let other { try TestFile.write(other, to: path) }
      let error = #expect(throws: PlatformError.self) { try file.append(Array("two\n".utf8)) }
      #expect(error?.reason == .removed)
      let cut = #expect(throws: PlatformError.self) { try file.truncate(to: 0) }
      #expect(cut?.reason == .earlierFailure)
      #expect(try TestFile.text(directory.path("backup")) == "one\n")
      if let other { #expect(try TestFile.text(path) == other) }
    }
  }

  @Test func goesNoFurtherAfterAFailedWrite() async {
    await #expect(processExitsWith: .success) {
      try TemporaryDirectory.with { directory in
        let path = directory.path("journal")
        var file = try AppendFile(path: path)
        try file.append([UInt8](repeating: 0x61, count: 90))
        Support.limitFileSize(to: 100)
        // Ten of the bytes fit: the system writes these, and refuses when asked for the rest.
        let error = #expect(throws: PlatformError.self) { try file.append([UInt8](repeating: 0x62, count: 20)) }
        try #require(error?.operation == .write)
        try #require(error?.meaning == "the file would grow beyond the allowed size")
        try #require(try TestFile.read(path).count == 100)
        let later = #expect(throws: PlatformError.self) { try file.append([]) }
        try #require(later?.reason == .earlierFailure)
        let cut = #expect(throws: PlatformError.self) { try file.truncate(to: 90) }
        try #require(cut?.reason == .earlierFailure)
      }
    }
  }
}
