import Platform
import Support
import Testing

/// A command that writes below a directory, and what it has to find there.
struct FaultedCommand: Sendable {
  let name: String
  /// Its words; % is the directory that it works in.
  let words: [String]
  /// What it reads on standard input.
  var input: [UInt8] = []
  /// How it ends where nothing befalls it.
  let status: Int32
  /// What it finds, by path in that directory.
  let files: [String: [UInt8]]
  /// The kind of the events that it reports one by one.
  let kind: String
  /// Whether a line that it prints reports one.
  let isReport: @Sendable (Substring) -> Bool

  /// How many events it reported.
  func reported(_ text: String) -> Int { text.split(separator: "\n").count(where: isReport) }

  private static let answers = Array(
    """
    {"wishes": {"scim": true, "portal-alias": false, "sign-in-domain": false, "session-lifetime": false,
      "command-line": true},
     "identity-source": "unused", "management-account": "111122223333",
     "confirmed": {"keep-emergency-access": "signed in as emergency-admin"}}
    """.utf8)
  private static let setUp = ["setup", "okta", "--no-input", "--answers"]
  private static let stepDone = [
    "step", "done", "enable-identity-center", "add-okta-application", "--reason", "seen in the console",
  ]

  /// A set-up where there is not even a directory for it.
  static let beginning = FaultedCommand(
    name: "set-up begins", words: setUp + ["%/answers.json"], status: 4, files: ["answers.json": answers],
    kind: "closed", isReport: isClosing)

  /// Commands for each way in which the store is written to.
  static func all(in directory: TemporaryDirectory) throws -> [FaultedCommand] {
    let (store, whole) = (["--store", directory.path("begun")], ["--store", directory.path("whole")])
    try TestFile.write(answers, to: directory.path("answers.json"))
    _ = try Signpost.run(setUp + [directory.path("answers.json")] + store)
    let checklist = try Signpost.run(["export"] + store).output.components("\n").map { line in
      line.hasSuffix("<!-- step: enable-identity-center -->")
        ? "\(line.replacing("- [ ]", with: "- [x]"))\n\n  Note: ticket OPS-123" : line
    }
    let begun = try TestFile.read(directory.path("begun/okta.journal"))
    _ = try Signpost.run(stepDone + store)
    let further = try TestFile.read(directory.path("begun/okta.journal"))
    _ = try Signpost.run(setUp + ["Fixtures/answers-okta.json"] + whole)
    let almostWhole = try TestFile.text(directory.path("whole/okta.journal")).split(separator: "\n").dropLast(4)
    let (journal, answersFile) = ("place/store/okta.journal", "place/store/okta.answers.json")
    return [
      beginning,
      FaultedCommand(
        name: "set-up ends", words: setUp + ["\(Signpost.root)/Fixtures/answers-okta.json"], status: 0,
        files: [
          journal: Array((almostWhole.joined(separator: "\n") + "\n").utf8), answersFile: Array("{}\n".utf8),
        ], kind: "closed", isReport: isClosing),
      FaultedCommand(
        name: "set-up takes what is pasted", words: ["setup", "okta"],
        input: try TestFile.read("\(Signpost.root)/Fixtures/okta.xml"), status: 4, files: [journal: further],
        kind: "closed", isReport: isClosing),
      FaultedCommand(
        name: "step done", words: stepDone, status: 0, files: [journal: begun], kind: "closed", isReport: isState),
      FaultedCommand(
        name: "step reopen", words: ["step", "reopen", "keep-emergency-access"], status: 0, files: [journal: begun],
        kind: "reopened", isReport: isState),
      FaultedCommand(
        name: "step note after a crash", words: ["step", "note", "enable-scim", "--reason", "x"], status: 0,
        files: [journal: begun + Array("{\"sum\":\"half".utf8)], kind: "noted", isReport: isState),
      FaultedCommand(
        name: "import", words: ["import", "%/edited.md"], status: 0,
        files: [journal: begun, "edited.md": Array(checklist.joined(separator: "\n").utf8)], kind: "",
        isReport: { $0.hasPrefix("taken: ") }),
      FaultedCommand(
        name: "export", words: ["export", "--name", "okta", "--output", "%/place/checklist.md"], status: 0,
        files: [journal: begun, "place/checklist.md": Array("old\n".utf8)], kind: "", isReport: { _ in false }),
    ]
  }

  private static let isClosing: @Sendable (Substring) -> Bool = { $0.hasPrefix("[x] ") }
  private static let isState: @Sendable (Substring) -> Bool = { $0.contains(/^[a-z-]+: [a-z]+$/) }
}

extension FaultedCommand {
  /// What came of a run.
  struct Run {
    let ending: ChildProcess.Ending
    /// Both streams.
    let text: String
    let trace: Trace
  }

  /// Puts into the directory what the command is to find there, and nothing else.
  func prepare(_ directory: String) throws {
    try TestFile.removeAll(directory)
    try TestFile.makeDirectory(directory + "/place")
    for (path, contents) in files {
      if path.hasPrefix("place/store/") { try TestFile.makeDirectory(directory + "/place/store") }
      try TestFile.write(contents, to: directory + "/" + path)
    }
  }

  /// Runs it.
  ///
  /// - Parameters:
  ///   - calls: the calls that are written down; nil to run without strace.
  ///   - injection: the fault, in the words of strace.
  func run(in directory: String, traced calls: String? = nil, injecting injection: String? = nil) throws -> Run {
    var words = [try Support.binary(named: "signpost")] + words.map { $0.replacing("%", with: directory) }
    words += ["--store", directory + "/place/store", "--now", Signpost.now, "--color", "never"]
    let trace = directory + "/trace"
    if let calls {
      guard let strace = TestTool.path(of: "strace") else { throw SupportFailure("strace is missing") }
      let fault = injection.map { ["-e", $0] } ?? []
      // Without its filter in the kernel (--seccomp-bpf), under which strace 6.1 delivers no signals.
      words = [strace, "-f", "-y", "-qq", "-e", "trace=\(calls)"] + fault + ["-o", trace] + words
    }
    let outcome = try ChildProcess.run(
      executable: words[0], arguments: Array(words.dropFirst()), environment: Signpost.environment, input: input,
      deadline: .seconds(60), outputLimit: 1 << 20)
    return Run(
      ending: outcome.ending, text: String(decoding: outcome.output + outcome.errors, as: UTF8.self),
      trace: Trace(calls == nil ? "" : try TestFile.text(trace)))
  }
}
