import Platform
import Support
import Testing

@Suite struct ChildProcessTests {
  private func shell(
    _ script: String, _ arguments: [String] = [], input: [UInt8]? = nil, deadline: Duration = .seconds(20),
    outputLimit: Int = 1 << 20
  ) throws -> ChildProcess.Outcome {
    try ChildProcess.run(
      executable: "/bin/sh", arguments: ["-c", script, "sh"] + arguments,
      environment: ["PATH": "/usr/bin:/bin"], input: input, deadline: deadline, outputLimit: outputLimit)
  }

  @Test func tellsHowItEndedAndWhatItWrote() throws {
    let outcome = try shell("echo out; echo err >&2; exit 3")
    #expect(outcome.ending == .exited(status: 3))
    #expect(outcome.output == Array("out\n".utf8))
    #expect(outcome.errors == Array("err\n".utf8))
    #expect(try shell("kill -9 $$").ending == .signalled(number: 9))
  }

  @Test func argumentsArriveAsTheyAre() throws {
    let strange = ["", "a b", "$(id)", "`id`", "'", "\"", "\n", "--", "-x", "file:///etc/passwd", "é"]
    let outcome = try shell("for a in \"$@\"; do printf '<%s>' \"$a\"; done", strange)
    #expect(String(decoding: outcome.output, as: UTF8.self) == strange.map { "<\($0)>" }.joined())
    #expect(throws: PlatformError.self) { try shell("true", ["a\0b"]) }
  }

  @Test func readsItsInputOrNone() throws {
    let input = [UInt8](repeating: 0x61, count: 300_000)
    #expect(try shell("cat", input: input).output == input)
    #expect(try shell("cat").output == [])
    // A program need not read what it is given.
    #expect(try shell("exit 0", input: input).ending == .exited(status: 0))
  }

  @Test(.timeLimit(.minutes(30))) func isEndedWithAllItsKinAtTheDeadline() throws {
    let outcome = try shell("echo $$; sleep 600 & sleep 600", deadline: .seconds(2))
    #expect(outcome.ending == .deadlinePassed)
    let group = try #require(String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").first)
    // A killed process that its parent has left may take a moment to be gone; `kill -0` counts it until then.
    let gone = try shell("while kill -0 -$1 2>/dev/null; do :; done", [String(group)])
    #expect(gone.ending == .exited(status: 0))
  }

  @Test(.timeLimit(.minutes(30))) func whatItLeavesRunningIsNotWaitedFor() throws {
    let outcome = try shell("sleep 600 & echo done")
    #expect(outcome.ending == .exited(status: 0))
    #expect(outcome.output == Array("done\n".utf8))
  }

  @Test(.timeLimit(.minutes(30))) func aFloodIsStopped() throws {
    for stream in ["1", "2"] {
      let outcome = try shell("while :; do echo yes; done >&\(stream)", outputLimit: 100_000)
      #expect(outcome.ending == .tooMuchOutput)
      #expect(outcome.output.count + outcome.errors.count == 100_000)
    }
    #expect(try shell("printf 12345", outputLimit: 5).ending == .exited(status: 0))
    #expect(try shell("printf 123456", outputLimit: 5).ending == .tooMuchOutput)
  }

  @Test func aProgramThatCannotRunIsAnError() throws {
    try TemporaryDirectory.with { directory in
      let missing = #expect(throws: PlatformError.self) {
        try ChildProcess.run(
          executable: directory.path("none"), arguments: [], environment: [:], deadline: .seconds(1), outputLimit: 1)
      }
      #expect(missing?.meaning == "no such file or directory")
      #expect(missing?.operation == .run)
    }
  }

  @Test func findsProgramsInAbsoluteDirectoriesOnly() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("a"))
      try TestFile.makeDirectory(directory.path("b/dir"))
      try TestFile.write("", to: directory.path("a/tool"), mode: 0o600)
      try TestFile.write("", to: directory.path("b/tool"), mode: 0o700)
      let path = ":.:relative:\(directory.path("none")):\(directory.path("a")):\(directory.path("b"))"
      #expect(ChildProcess.find("tool", in: path) == directory.path("b/tool"))
      #expect(ChildProcess.find("dir", in: path) == nil)
      #expect(ChildProcess.find("", in: path) == nil)
      #expect(ChildProcess.find("b/tool", in: directory.path) == nil)
      #expect(ChildProcess.find("../b/tool", in: path) == nil)
    }
  }

  @Test(.timeLimit(.minutes(30))) func aWishToStopReachesTheProgram() async {
    await #expect(processExitsWith: .success) {
      try Interrupt.install()
      Support.signalThisProcess(Signal.interrupt.number)
      let outcome = try ChildProcess.run(
        executable: "/bin/sh", arguments: ["-c", "sleep 600"], environment: ["PATH": "/usr/bin:/bin"],
        deadline: .seconds(60), outputLimit: 10)
      try #require(outcome.ending == .interrupted(.interrupt))
    }
  }

  @Test("a program is anybody's where everybody may write to it or to a directory that it lies in")
  func exposedPrograms() throws {
    try TemporaryDirectory.with { directory in
      for name in ["found", "home"] { try TestFile.makeDirectory(directory.path(name)) }
      let program = directory.path("home/program")
      try TestFile.write("#!/bin/sh\n", to: program, mode: 0o755)
      let link = directory.path("found/program")
      try TestFile.makeLink(at: link, to: program)
      let cases: [(UInt32, UInt32, UInt32, Bool)] = [
        (0o755, 0o755, 0o755, false), (0o775, 0o775, 0o775, false), (0o757, 0o755, 0o755, true),
        (0o755, 0o757, 0o755, true), (0o755, 0o755, 0o757, true),
        // Others cannot replace what is ours where only the owner of a file can remove it.
        (0o755, 0o1777, 0o1777, false),
      ]
      for (mode, found, home, isExposed) in cases {
        try TestFile.setPermissions(mode, of: program)
        try TestFile.setPermissions(found, of: directory.path("found"))
        try TestFile.setPermissions(home, of: directory.path("home"))
        #expect(ChildProcess.isExposed(link) == isExposed, "\(mode) \(found) \(home)")
      }
      try TestFile.setPermissions(0o700, of: directory.path("found"))
    }
  }
}
