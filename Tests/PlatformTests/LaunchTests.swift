import Platform
import Support
import Testing

/// Programs that are started and let go.
@Suite(.timeLimit(.minutes(30))) struct LaunchTests {
  private func launch(_ script: String, deadline: Duration = .seconds(50)) throws -> ChildProcess.Launch {
    try ChildProcess.launch(
      executable: "/bin/sh", arguments: ["-c", script, "sh"], environment: ["PATH": "/usr/bin:/bin"],
      deadline: deadline)
  }

  @Test func anEarlyEndIsTold() throws {
    #expect(try launch("exit 0") == .exited(status: 0))
    #expect(try launch("exit 3") == .exited(status: 3))
    #expect(try launch("kill -9 $$") == .signalled(number: 9))
    let missing = #expect(throws: PlatformError.self) {
      try ChildProcess.launch(executable: "/nowhere/x", arguments: [], environment: [:], deadline: .seconds(50))
    }
    #expect(missing?.operation == .run)
    #expect(missing?.meaning == "no such file or directory")
  }

  @Test func whatGoesOnIsLeftRunning() throws {
    try TemporaryDirectory.with { directory in
      let (word, answer) = (directory.path("word"), directory.path("answer"))
      for pipe in [word, answer] { try TestFile.makeNamedPipe(pipe) }
      let script = "read -r word < '\(word)'; echo \"$word $$\" > '\(answer)'"
      #expect(try launch(script, deadline: .milliseconds(50)) == .running)
      // Both wait for the other side to open the pipe: the program must be there to read and to answer.
      try TestFile.write("hello\n", to: word)
      let words = try TestFile.text(answer).split(separator: " ")
      #expect(words.first == "hello")
      // `kill -0` counts what has ended for as long as nobody has taken note of it.
      let gone = try ChildProcess.run(
        executable: "/bin/sh",
        arguments: ["-c", "while kill -0 $0 2>/dev/null; do :; done", String(words[1].dropLast())],
        environment: [:], deadline: .seconds(50), outputLimit: 0)
      #expect(gone.ending == .exited(status: 0))
    }
  }

  @Test func aSignalThatWaitsForUsEndsTheWaitAndStays() async {
    await #expect(processExitsWith: .success) {
      try Interrupt.install()
      Support.signalThisProcess(Signal.interrupt.number)
      while Interrupt.pending == nil {}
      let launch = try ChildProcess.launch(
        executable: "/bin/sh", arguments: ["-c", "sleep 5"], environment: ["PATH": "/usr/bin:/bin"],
        deadline: .seconds(600))
      try #require(launch == .running)
      try #require(Interrupt.take() == .interrupt)
    }
  }

  @Test func ourStreamsAreNotItsOwn() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      try TemporaryDirectory.with { directory in
        try Support.feedStandardInput("canary of ours\n")
        let seen = directory.path("seen")
        let launch = try ChildProcess.launch(
          executable: "/bin/sh",
          arguments: ["-c", "cat > \"$0\"; echo canary of theirs; echo canary of theirs >&2", seen],
          environment: ["PATH": "/usr/bin:/bin"], deadline: .seconds(50))
        try #require(launch == .exited(status: 0))
        try #require(try TestFile.text(seen) == "")
        var input = try InputFile(stream: 0, named: "standard input")
        try #require(try input.readToEnd(limit: 100) == Array("canary of ours\n".utf8))
      }
    }
    let written = try #require(result).standardOutputContent + (try #require(result)).standardErrorContent
    #expect(!String(decoding: written, as: UTF8.self).contains("canary of theirs"))
  }

  #if os(Linux)
  @Test func leadsASessionOfItsOwn() throws {
    try TemporaryDirectory.with { directory in
      // The number, its group and its session are the first, fifth and sixth word.
      let script =
        "echo $$ > '\(directory.path("number"))'; read -r line < /proc/$$/stat; echo \"$line\" > '\(directory.path("stat"))'"
      #expect(try launch(script) == .exited(status: 0))
      let words = try TestFile.text(directory.path("stat")).split(separator: " ")
      let number = try TestFile.text(directory.path("number")).dropLast()
      #expect(words[4] == number)
      #expect(words[5] == number)
    }
  }
  #endif
}
