import Console
import Testing

@testable import signpost

@Suite struct UsageErrorTests {
  func error(_ arguments: [String]) throws -> UsageError {
    try #require(throws: UsageError.self, "\(arguments) was understood") { try Grammar.signpost.parse(arguments) }
  }

  static let providers = "okta, entra-id, jumpcloud, google-workspace, cyberark, onelogin, ping, generic"
  static let formats = "--format expects one of human, concise, json, sarif, junit, github, markdown; "

  @Test(
    "bad command lines, and what is said about them",
    arguments: [
      // Commands and actions.
      ("valdate", "unknown command \"valdate\"; did you mean validate?"),
      ("val", "unknown command \"val\"; did you mean validate?"),
      (
        "xyzzy",
        "unknown command \"xyzzy\"; the commands are setup, status, step, log, validate, inspect, compare, export, import, verify, diagnose, generate, rules, explain, config, completions, man, help"
      ),
      ("idp.xml", "unknown command \"idp.xml\"; to judge a file: signpost validate FILE"),
      ("step", "step needs an action: done, skip, reopen, note or answer"),
      ("step dnoe", "step has no action \"dnoe\"; did you mean done?"),
      ("step frobnicate", "step has no action \"frobnicate\"; the actions are done, skip, reopen, note, answer"),
      // Flags.
      ("validate --formt x", "unknown flag \"--formt\"; did you mean --format?"),
      ("validate --xyzzy", "unknown flag \"--xyzzy\""),
      ("validate --form human a", "unknown flag \"--form\"; did you mean --format?"),
      (
        "validate --reason x",
        "validate has no flag --reason; it belongs to step done, step skip, step reopen, step note and step answer"
      ),
      ("step reopen a --value k=v", "step reopen has no flag --value; it belongs to step done and step answer"),
      ("--format json status", "--format goes at the end: signpost <command> --format"),
      ("step --reason x done a", "--reason goes at the end: signpost step <action> --reason"),
      ("validate -h", "unknown flag \"-h\": flags have two dashes and a whole word; did you mean --help?"),
      (
        "validate -format human",
        "unknown flag \"-format\": flags have two dashes and a whole word; did you mean --format?"
      ),
      (
        "validate -5",
        "unknown flag \"-5\": flags have two dashes and a whole word; before a word that begins with a dash, write --"
      ),
      ("--quiet=yes", "--quiet takes no value; write --quiet alone"),
      ("--help=yes", "--help takes no value; write --help alone"),
      // Values.
      ("validate a --format", "--format needs a value: --format FORMAT"),
      (
        "validate --format --quiet a",
        "--format needs a value: --format FORMAT; after it comes \"--quiet\", which looks like a flag (if it is the value, join them with =)"
      ),
      ("validate --format -- a", "--format needs a value: --format FORMAT"),
      (
        "validate a --format=human --format json",
        "--format was given twice (\"human\", then \"json\"); it can be given once"
      ),
      ("status --quiet --quiet", "--quiet was given twice; it can be given once"),
      ("validate --format xml a", "\(formats)found \"xml\""),
      ("validate --format jsn a", "\(formats)found \"jsn\"; did you mean json?"),
      ("validate --format JSON a", "\(formats)found \"JSON\"; did you mean json?"),
      ("validate --fail-on= a", "--fail-on expects one of error, warning, note, never; found \"\""),
      ("export --format pdf", "--format expects one of markdown, html, json, ics; found \"pdf\""),
      ("status --for all", "--for expects one of idp-admin, aws-admin; found \"all\""),
      ("--color alwyas", "--color expects one of auto, always, never; found \"alwyas\"; did you mean always?"),
      (
        "--now yesterday", "--now expects a time in UTC such as 2026-11-21T00:00:00Z or 2026-11-21; found \"yesterday\""
      ),
      (
        "validate --expires-within 90 a",
        "--expires-within expects a duration such as 90d, 12h or 2w; found \"90\"; for that many days write 90d"
      ),
      ("validate --expires-within -5d a", "--expires-within expects a duration such as 90d, 12h or 2w; found \"-5d\""),
      (
        "validate --severity KEY009=fatal a",
        "--severity expects ID=LEVEL, where LEVEL is error, warning or note; found \"KEY009=fatal\""
      ),
      (
        "validate --severity KEY009=off a",
        "--severity expects ID=LEVEL, where LEVEL is error, warning or note; found \"KEY009=off\"; to switch a rule off, use --ignore KEY009"
      ),
      ("validate --select A,,B a", "--select expects text that is not empty; found \"\""),
      ("validate --output= a", "--output expects a file, or - for standard output; found \"\""),
      ("step note a --reason=", "--reason expects text that is not empty; found \"\""),
      // Arguments.
      ("validate", "validate needs at least one <file>, or --idp or --aws"),
      ("validate \"\"", "<file> expects a file, or - for standard input; found \"\""),
      ("validate - --idp -", "- stands for standard input, which can be read once; it was given twice"),
      ("setup --answers - --idp-metadata -", "- stands for standard input, which can be read once; it was given twice"),
      ("inspect", "inspect needs one <file>"),
      ("inspect a b", "inspect takes no more than <file>; found \"b\""),
      ("explain", "explain needs at least one <id>"),
      ("rules x", "rules takes no argument; found \"x\""),
      ("step done", "step done needs at least one <id>"),
      ("setup azure", "<provider> expects one of \(providers); found \"azure\"; did you mean entra-id?"),
      ("setup ad", "<provider> expects one of \(providers); found \"ad\"; did you mean entra-id?"),
      ("setup microsoft", "<provider> expects one of \(providers); found \"microsoft\"; did you mean entra-id?"),
      ("setup gmail", "<provider> expects one of \(providers); found \"gmail\"; did you mean google-workspace?"),
      ("setup oktaa", "<provider> expects one of \(providers); found \"oktaa\"; did you mean okta?"),
      (
        "setup keycloak",
        "<provider> expects one of \(providers); found \"keycloak\"; keycloak has no checklist of its own: use generic"
      ),
      // Topics.
      ("help exitstatus", "no help about \"exitstatus\"; did you mean exit-status?"),
      ("help step dome", "no help about \"step dome\"; did you mean done?"),
      (
        "help xyzzy",
        "no help about \"xyzzy\"; there is help about setup, status, step, log, validate, inspect, compare, export, import, verify, diagnose, generate, rules, explain, config, completions, man, help, configuration, environment, exit-status, formats"
      ),
      (
        "help validate x", "no help about \"validate x\"; did you mean validate?"
      ),
    ])
  func bad(line: String, message: String) throws {
    #expect(try error(words(line)).message.rendered(.plain) == message)
  }

  @Test("an error says how the command is written and where help is")
  func wholeError() throws {
    #expect(
      try error(["validate", "--formt", "x"]).styled.rendered(.plain) == """
        error: unknown flag "--formt"; did you mean --format?
        usage: signpost validate [<flags>] <file>...
        help:  signpost validate --help
        """)
    #expect(try error(["wat"]).usage == "signpost <command> [<flags>] [<arguments>]")
    #expect(try error(["step", "done"]).help == "signpost step done --help")
    #expect(try error(["step", "dnoe"]).usage == "signpost step <action> [<flags>] <id>...")
  }

  @Test(
    "a value that may be a secret is not repeated",
    arguments: [
      ["--token=CANARY"], ["verify", "--token", "CANARY"], ["step", "answer", "a", "--value", "CANARY"],
      ["step", "answer", "a", "--value", "=CANARY"], ["--quiet=CANARY"], ["validate", "-t=CANARY"],
      ["validate", "--format", "--token=CANARY"],
    ])
  func secrets(arguments: [String]) throws {
    #expect(!(try error(arguments).styled.rendered(.plain).contains("CANARY")))
  }

  @Test(
    "what was typed is shown safely",
    arguments: ["\u{1B}[31m", "--\u{1B}[31m", "a\u{202E}b", "-\u{9B}m", "\n::error::x"])
  func hostile(word: String) throws {
    let shown = try error([word]).styled.rendered(.plain)
    #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{9B}" })
    #expect(shown.split(separator: "\n").count == 3)
    #expect(shown.contains("\\"))
  }

  @Test("a word of any length gives a short message")
  func long() throws {
    let shown = try error([String(repeating: "x", count: 100_000)]).message.rendered(.plain)
    #expect(shown.count < 250)
  }
}
