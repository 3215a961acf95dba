import Console
import Testing

@testable import signpost

/// Divides a command line as a shell would, as far as the tests need it: blanks, and double quotes.
func words(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var isQuoted = false
  for character in line {
    switch character {
    case "\"":
      isQuoted.toggle()
      word = word ?? ""
    case " " where !isQuoted:
      if let finished = word { words.append(finished) }
      word = nil
    default: word = (word ?? "") + String(character)
    }
  }
  if let word { words.append(word) }
  return words
}

@Suite struct ParserTests {
  func parsed(_ line: String) throws -> Invocation {
    try Grammar.signpost.parse(words(line))
  }

  @Test(
    "good command lines",
    arguments: [
      ("", Command.bare),
      ("--quiet", .bare),
      ("setup", .setup(SetupOptions())),
      (
        "setup entra-id --idp-metadata idp.xml --aws-metadata - --portal-url https://d-1.awsapps.com/start --answers a.json --no-input --plain",
        .setup(
          SetupOptions(
            provider: .entraID, idpMetadata: .path("idp.xml"), awsMetadata: .standardInput,
            portalURL: "https://d-1.awsapps.com/start", answers: .path("a.json"), noInput: true, plain: true))
      ),
      ("status", .status(StatusOptions(administrator: nil, format: .human))),
      ("status --for aws-admin --format=json", .status(StatusOptions(administrator: .awsAdmin, format: .json))),
      (
        "step done a b --reason \"it works\" --evidence f.xml --value k=v --value l=m=n",
        .step(
          StepOptions(
            action: .done, ids: ["a", "b"], reason: "it works", evidence: .path("f.xml"),
            values: [KeyValue(argument: "k=v"), KeyValue(argument: "l=m=n")].compactMap { $0 }))
      ),
      ("step skip a --reason x", .step(StepOptions(action: .skip, ids: ["a"], reason: "x"))),
      ("step reopen a", .step(StepOptions(action: .reopen, ids: ["a"]))),
      ("step note a --reason=-1", .step(StepOptions(action: .note, ids: ["a"], reason: "-1"))),
      ("step note a --reason -1", .step(StepOptions(action: .note, ids: ["a"], reason: "-1"))),
      ("step note a --reason=--plain", .step(StepOptions(action: .note, ids: ["a"], reason: "--plain"))),
      ("step answer a", .step(StepOptions(action: .answer, ids: ["a"]))),
      ("validate a.xml dir", .validate(ValidateOptions(files: [.path("a.xml"), .path("dir")]))),
      ("validate -", .validate(ValidateOptions(files: [.standardInput]))),
      ("validate -- -a --format", .validate(ValidateOptions(files: [.path("-a"), .path("--format")]))),
      ("validate --idp i --aws a", .validate(ValidateOptions(idp: .path("i"), aws: .path("a")))),
      (
        "validate a --format concise --fail-on never --expires-within 2w --output out.txt",
        .validate(
          ValidateOptions(
            files: [.path("a")], format: .concise, output: .path("out.txt"), failOn: .never,
            expiresWithin: TimeSpan(argument: "2w") ?? .days(0)))
      ),
      (
        "validate a --acs-url https://a --acs-url b,c --entity-id e --name-id-format EMAIL --sign-on-url https://s",
        .validate(
          ValidateOptions(
            files: [.path("a")], acsURLs: ["https://a", "b,c"], entityID: "e", nameIDFormat: "EMAIL",
            signOnURL: "https://s"))
      ),
      (
        "validate --select KEY,AWS003 a --ignore MD --select XML --severity KEY009=error,AWS003=note",
        .validate(
          ValidateOptions(
            files: [.path("a")], select: ["KEY", "AWS003", "XML"], ignore: ["MD"],
            severities: [SeverityOverride(argument: "KEY009=error"), SeverityOverride(argument: "AWS003=note")]
              .compactMap { $0 }))
      ),
      ("inspect a.xml --format json", .inspect(InspectOptions(file: .path("a.xml"), format: .json))),
      ("export", .export(ExportOptions())),
      (
        "export okta --format markdown --for idp-admin --output h.md",
        .export(ExportOptions(provider: .okta, audience: .idpAdmin, output: .path("h.md")))
      ),
      ("rules", .rules(RulesOptions())),
      ("rules --format json", .rules(RulesOptions(format: .json))),
      ("explain KEY009", .explain(ExplainOptions(words: ["KEY009"]))),
      ("help", .help(HelpOptions())),
      ("help step done", .help(HelpOptions(topic: ["step", "done"]))),
      ("help exit-status", .help(HelpOptions(topic: ["exit-status"]))),
    ])
  func good(line: String, command: Command) throws {
    #expect(try parsed(line).command == command)
  }

  @Test("what holds where nothing is said")
  func defaults() {
    let options = ValidateOptions()
    #expect(options.failOn == .error)
    #expect(options.expiresWithin == .days(90))
    #expect(options.format == .human)
    #expect(options.output == .standardOutput)
    #expect(ExportOptions().audience == .all)
  }

  @Test("the flags that every command takes stand before or after it")
  func everywhere() throws {
    let expected = Everywhere(
      name: "acme", store: DirectoryPath(argument: "/s"), now: PointInTime(argument: "2026-11-21"), color: .never,
      quiet: true)
    #expect(
      try parsed("--name acme --store /s status --now 2026-11-21 --color=never --quiet").everywhere == expected)
    #expect(try parsed("status").everywhere == Everywhere())
    #expect(try parsed("status").everywhere.color == .auto)
  }

  @Test(
    "--help and --version win, whatever else is wrong",
    arguments: [
      ("--help", Command.help(HelpOptions())), ("--version", .version), ("--version --help", .help(HelpOptions())),
      ("nonsense --help", .help(HelpOptions())), ("validate --formt --help", .help(HelpOptions(topic: ["validate"]))),
      ("validate a b --format xml --help", .help(HelpOptions(topic: ["validate"]))),
      ("step --help", .help(HelpOptions(topic: ["step"]))),
      ("step done --help", .help(HelpOptions(topic: ["step", "done"]))),
      ("step x done --help", .help(HelpOptions(topic: ["step"]))),
      ("--name status validate --help", .help(HelpOptions(topic: ["validate"]))),
      ("--name=x --help validate --idp rules", .help(HelpOptions(topic: ["validate"]))),
      ("step note a --reason --help", .help(HelpOptions(topic: ["step", "note"]))),
      ("validate --version --wat", .version),
    ])
  func helpWins(line: String, command: Command) throws {
    #expect(try parsed(line).command == command)
  }

  @Test("after -- they are words")
  func notHelp() throws {
    #expect(try parsed("validate -- --help").command == .validate(ValidateOptions(files: [.path("--help")])))
  }

  @Test("colour is known even where the line is wrong or asks for help")
  func skimmed() throws {
    #expect(try parsed("validate --color never --help").everywhere.color == .never)
    #expect(Grammar.signpost.skim(words("--color=always wat --now never")).everywhere == Everywhere(color: .always))
    #expect(Grammar.signpost.skim(words("status --color")).everywhere == Everywhere())
  }
}
