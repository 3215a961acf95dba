import Support
import Testing

/// What all scripted sessions stand on is tested on programs that are everywhere.
@Suite struct PseudoTerminalTests {
  @Test func aProgramReadsWhatIsTypedAndItsEnd() throws {
    let terminal = try PseudoTerminal("/bin/cat")
    try terminal.send("good morning\n")
    // Once as the terminal's echo, once from the program.
    #expect(try terminal.expect("good morning\r\n") == "")
    #expect(try terminal.expect("good morning\r\n") == "")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.transcript == "good morning\r\ngood morning\r\n")
  }

  @Test func theWindowHasItsSizeAndTheVariablesAreThose() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "stty -a; tty; echo \"<$GREETING>\"; exit 7"],
      environment: ["PATH": "/usr/bin:/bin", "GREETING": "hello"], columns: 133, rows: 51)
    try terminal.expect("rows 51; columns 133")
    try terminal.expect("/dev/")
    try terminal.expect("<hello>")
    #expect(try terminal.waitForExit() == .exited(7))
  }

  @Test func itIsTheControllingTerminal() throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "echo ready >/dev/tty; read line; echo unreachable"])
    try terminal.expect("ready")
    try terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .signalled(2))
    #expect(!terminal.transcript.contains("unreachable"))
  }

  @Test func aChangedSizeIsTold() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "trap 'stty size; exit 0' WINCH; echo ready; while read line; do :; done; stty size"])
    try terminal.expect("ready")
    terminal.resize(columns: 40, rows: 12)
    try terminal.send("\n")
    try terminal.expect("12 40")
  }

  @Test func whatDoesNotComeIsAFailureWithAllThatCame() throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "printf 'one\\033[1mtwo'; read line"])
    try terminal.expect("one")
    let error = #expect(throws: SupportFailure.self) { try terminal.expect("three", within: 0.05) }
    #expect(error?.description.contains("one\\u{1B}[1mtwo") == true)
    terminal.kill(9)
    #expect(try terminal.waitForExit() == .signalled(9))
    let ended = #expect(throws: SupportFailure.self) { try terminal.expect("three") }
    #expect(ended?.description.contains("ended") == true)
  }

  @Test func aProgramThatWritesMuchIsNotHeldUp() throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "i=0; while [ $i -lt 20000 ]; do echo $i; i=$((i+1)); done"])
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.transcript.hasSuffix("19999\r\n"))
  }

  @Test func runsWhereItIsTold() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("a b"))
      let terminal = try PseudoTerminal("/bin/pwd", directory: directory.path("a b"))
      try terminal.expect("/a b\r\n")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func theBuiltProgramIsFound() throws {
    #expect(try Support.binary(named: "signpost").hasSuffix("/signpost"))
    #expect(throws: SupportFailure.self) { try Support.binary(named: "no-such-program") }
  }
}
