import Platform
import Support
import Testing

/// An error that a call of the system gives in some places only, or hardly ever.
struct RareFault: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What is called, on the set-up of the test.
  let words: [String]
  /// The call, which is the first of that name in whose line, as strace writes it, this stands.
  let call: String
  let mark: String
  /// The call of another name behind which the first is looked for.
  var after: String?
  let error: String
  /// After how many calls of that name it comes again; nil where it comes once.
  var again: Int?
  let status: Int32
  /// What is said; nothing where the command goes on as if nothing had been.
  let says: String

  private static let note = ["step", "note", "enable-scim", "--reason", "x"]
  private static let journal = "okta.journal"

  static let all =
    [
      RareFault(
        testDescription: "a file system without locks", words: note, call: "flock", mark: journal, error: "ENOLCK",
        status: 0, says: "the file system has no locks: see that nobody else works on this set-up"),
      RareFault(
        testDescription: "a lock that somebody on another machine has", words: note, call: "flock", mark: journal,
        error: "EAGAIN", status: 3, says: "the set-up is open in another process"),
      RareFault(
        testDescription: "a lock that fails", words: note, call: "flock", mark: journal, error: "EIO", status: 3,
        says: "cannot lock: the device reported an input/output error"),
      RareFault(
        testDescription: "a journal that cannot be opened to be written", words: note, call: "openat",
        mark: journal + "\", O_RDWR", error: "EIO", status: 3,
        says: "cannot open: the device reported an input/output error"),
      RareFault(
        testDescription: "a journal that is exchanged each time it is opened", words: note, call: "newfstatat",
        mark: journal + "\", ", after: "flock", error: "ENOENT", again: 3, status: 3,
        says: "cannot open: it was removed or exchanged while in use"),
      RareFault(
        testDescription: "a journal that somebody else makes at the same moment",
        words: ["setup", "okta", "--no-input", "--name", "new"], call: "openat",
        mark: "new.journal\", O_RDWR|O_CREAT", error: "EEXIST", status: 4, says: ""),
      RareFault(
        testDescription: "a journal that cannot be made", words: ["setup", "okta", "--no-input", "--name", "new"],
        call: "openat", mark: "new.journal\", O_RDWR|O_CREAT", error: "EIO", status: 3,
        says: "cannot create: the device reported an input/output error"),
      RareFault(
        testDescription: "a directory that cannot be listed", words: ["status"], call: "fcntl",
        mark: "/store>, F_GETFL",
        error: "ENOMEM", status: 3, says: "out of memory; make it usable, or choose another store"),
      reading("a read that a signal interrupts", error: "EINTR", status: 0, says: "nothing to report"),
      reading("a read that is to wait", error: "EAGAIN", status: 0, says: "nothing to report"),
      reading("a read that fails", error: "EIO", status: 3, says: "the device reported an input/output error"),
    ] + (TestTool.isHere("curl") ? [exchange] : [])

  private static let exchange = RareFault(
    testDescription: "a program whose output is not there when it was said to be",
    words: [
      "verify", "scim", "--endpoint", "http://127.0.0.1:9/a", "--allow-endpoint", "http://127.0.0.1:9/a",
      "--token-command", "/bin/echo a-token-of-some-length",
    ], call: "read", mark: "\"a-token-of-some-length", error: "EAGAIN", status: 3,
    says: "GET http://127.0.0.1:9/a/ServiceProviderConfig")

  private static func reading(_ what: String, error: String, status: Int32, says: String) -> RareFault {
    RareFault(
      testDescription: what, words: ["validate", Signpost.root + "/Fixtures/okta.xml"], call: "read",
      mark: "/Fixtures/okta.xml>", error: error, status: status, says: says)
  }
}

@Suite("An error that hardly ever comes", .enabled(if: TestTool.isHere("strace")), .timeLimit(.minutes(30)))
struct RareFaultTests {
  @Test("is met as it is meant to be", arguments: RareFault.all)
  func met(fault: RareFault) throws {
    try TemporaryDirectory.with { directory in
      let place = directory.path("case")
      let begun = directory.path("begun")
      #expect(
        try Signpost.run([
          "setup", "okta", "--no-input", "--answers", Signpost.root + "/Fixtures/answers-okta.json", "--store", begun,
        ]).status == 0)
      let command = FaultedCommand(
        name: fault.testDescription, words: fault.words, status: fault.status,
        files: ["place/store/okta.journal": try TestFile.read(begun + "/okta.journal")], kind: "",
        isReport: { _ in false })
      // Where the machine is busy, or a tool watches the program, the number of its calls differs from run to run.
      var delivered: FaultedCommand.Run?
      for _ in 0..<50 where delivered == nil { delivered = try run(command, in: place, with: fault) }
      let run = try #require(delivered, "it did not happen")
      #expect(run.ending == .exited(status: fault.status), "\(run.text)")
      #expect(run.text.unwrapped.contains(fault.says), "\(run.text)")
    }
  }

  /// A run in which it happened; nil where it befell another call.
  private func run(_ command: FaultedCommand, in place: String, with fault: RareFault) throws -> FaultedCommand.Run? {
    let traced = ([fault.call] + [fault.after].compactMap(\.self)).joined(separator: ",")
    try command.prepare(place)
    var calls = try command.run(in: place, traced: traced).trace.calls[...]
    if let after = fault.after { calls = calls.drop { $0.name != after } }
    let meant = try #require(calls.first { $0.name == fault.call && $0.line.contains(fault.mark) })
    let times = fault.again.map { "+\($0)" } ?? ""
    try command.prepare(place)
    let run = try command.run(
      in: place, traced: fault.call,
      injecting: "inject=\(fault.call):error=\(fault.error):when=\(meant.number)\(times)")
    let isMeant = run.trace.calls.contains { call in
      call.line.hasSuffix("(INJECTED)") && (call.line.contains(fault.mark) || call.subject == meant.subject)
    }
    return isMeant ? run : nil
  }
}
