import Platform
import Support
import Testing

@Suite struct InputFileTests {
  @Test func readsPieceByPieceAndThenTheEnd() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("metadata.xml")
      try TestFile.write("abcdefg", to: path)
      var file = try InputFile(path: path)
      let expected = file.expectedSize
      #expect(expected == 7)
      var bytes = Array("> ".utf8)
      var got = [try file.read(into: &bytes, atMost: 3)]
      #expect(bytes == Array("> abc".utf8))
      got.append(try file.read(into: &bytes, atMost: 100))
      got.append(try file.read(into: &bytes, atMost: 100))
      #expect(got == [3, 4, 0])
      #expect(bytes == Array("> abcdefg".utf8))
    }
  }

  @Test(.timeLimit(.minutes(30))) func aSignalThatIsNotedEndsAWaitForBytes() async {
    await #expect(processExitsWith: .success) {
      try Interrupt.install()
      let pipe = try TestPipe()
      try pipe.send("half")
      var file = try InputFile(stream: pipe.reader, named: "pipe")
      var bytes: [UInt8] = []
      // What is there is read, signal or not.
      Support.signalThisProcess(Signal.terminate.number)
      while Interrupt.pending == nil { await Task.yield() }
      try #require(try file.read(into: &bytes, atMost: 10) == 4)
      #expect(throws: PlatformError.self) { _ = try file.read(into: &bytes, atMost: 10) }
      try #require(Interrupt.take() == .terminate)
      try pipe.send("more")
      try #require(try file.read(into: &bytes, atMost: 10) == 4)
    }
  }

  @Test func followsASymbolicLinkUnlessToldNotTo() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write("x", to: directory.path("file"))
      try TestFile.makeLink(at: directory.path("link"), to: "file")
      #expect(try File.read(directory.path("link"), limit: 10) == [0x78])
      let error = #expect(throws: PlatformError.self) {
        _ = try InputFile(withoutFollowingLinks: directory.path("link"))
      }
      #expect(error?.reason == .symbolicLink)
    }
  }

  @Test(.timeLimit(.minutes(30))) func refusesWhatIsNotAFileByNameAndWithoutWaiting() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeNamedPipe(directory.path("pipe"))
      for (path, kind) in [
        (directory.path, FileKind.directory), (directory.path("pipe"), .fifo), ("/dev/null", .device),
      ] {
        let error = #expect(throws: PlatformError.self) { _ = try InputFile(path: path) }
        #expect(error?.reason == .notRegular(kind))
        #expect(error?.path == path)
        #expect(error?.operation == .open)
      }
    }
  }

  #if os(Linux)
  @Test func aSocketIsToldAsOne() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("socket")
      try TestFile.makeSocket(path)
      let error = #expect(throws: PlatformError.self) { _ = try InputFile(path: path) }
      #expect(error?.operation == .open && error?.reason == .notRegular(.socket))
    }
  }
  #endif

  /// Whoever started us may have left the stream so; the reader is no slower or faster than the writer on purpose.
  @Test(.timeLimit(.minutes(30))) func aStreamThatAnswersAtOnceIsWaitedForAllTheSame() async throws {
    let pipe = try TestPipe()
    pipe.stopWaiting(on: pipe.reader)
    let reader = pipe.reader
    let read = Task.detached {
      var file = try InputFile(stream: reader, named: "pipe")
      var bytes: [UInt8] = []
      let count = try file.read(into: &bytes, atMost: 10)
      return (count, bytes)
    }
    try await Task.sleep(for: .milliseconds(100))
    try pipe.send("late")
    let (count, bytes) = try await read.value
    #expect(count == 4 && bytes == Array("late".utf8))
  }

  @Test func saysWhatIsMissing() throws {
    try TemporaryDirectory.with { directory in
      let error = #expect(throws: PlatformError.self) { _ = try File.read(directory.path("none"), limit: 10) }
      #expect(error?.meaning == "no such file or directory")
      #expect(error?.description == "cannot open: no such file or directory")
      let mangled = #expect(throws: PlatformError.self) { _ = try File.read(directory.path("a\u{FFFD}"), limit: 10) }
      #expect(mangled?.meaning.contains("UTF-8") == true)
    }
  }

  @Test func aNameIsNotCutAtANul() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.write("x", to: directory.path("a"))
      #expect(throws: PlatformError.self) { _ = try File.read(directory.path("a\0b"), limit: 10) }
    }
  }

  @Test func theLimitIsTheLastSizeThatIsRead() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("file")
      let content = [UInt8](repeating: 7, count: 200_000)
      try TestFile.write(content, to: path)
      #expect(try File.read(path, limit: 200_000) == content)
      let error = #expect(throws: PlatformError.self) { _ = try File.read(path, limit: 199_999) }
      #expect(error?.reason == .tooLarge(limit: 199_999))
    }
  }

  /// Files in memory may be said to be of any size without taking any room.
  @Test(.enabled(if: TestFile.exists("/dev/shm"), "there is no file system in memory"))
  func theLargestFileThatThereIsIsTooLargeOrReadInPieces() throws {
    try TemporaryDirectory.with(in: "/dev/shm") { directory in
      let path = directory.path("file")
      let outcome = try ChildProcess.run(
        executable: "/usr/bin/truncate", arguments: ["-s", "\(Int.max)", path], environment: [:],
        deadline: .seconds(10), outputLimit: 1_000)
      try #require(outcome.ending == .exited(status: 0))
      let error = #expect(throws: PlatformError.self) { _ = try File.read(path, limit: 100_000) }
      #expect(error?.reason == .tooLarge(limit: 100_000))
      var file = try InputFile(path: path)
      var piece: [UInt8] = []
      #expect(try file.read(into: &piece, atMost: 1 << 16) == 1 << 16)
    }
  }

  @Test func aStreamMayBeADeviceButNotADirectory() throws {
    // Of the process that runs the tests only this much is certain: the number is not open.
    let error = #expect(throws: PlatformError.self) { _ = try InputFile(stream: 9_999, named: "standard input") }
    #expect(error?.path == "standard input")
    #expect(error?.meaning == "it is not open")
  }
}
