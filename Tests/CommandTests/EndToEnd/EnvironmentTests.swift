import FoundationEssentials
import Platform
import Support
import Testing

@testable import signpost

@Suite("Settings of validate: the environment, and config explain")
struct EnvironmentTests {
  private struct Explanation: Decodable {
    let schema: String
    let file: String?
    let settings: [Setting]
    struct Setting: Decodable {
      let name: String
      let values: [String]
      let source: String
      let place: String?
    }
  }

  private func explain(
    _ configuration: String?, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> [String: Explanation.Setting] {
    try TemporaryDirectory.with { directory in
      if let configuration { try TestFile.write(configuration, to: directory.path(".signpost.json")) }
      let run = try Signpost.run(
        ["config", "explain", "--format", "json"] + arguments, environment: environment, directory: directory.path)
      #expect(run.status == 0, "\(run.errors)")
      let explanation = try JSONDecoder().decode(Explanation.self, from: Data(run.outputBytes))
      #expect(explanation.schema == "signpost.config-explain/v1")
      #expect(explanation.file == configuration.map { _ in ".signpost.json" })
      return Dictionary(explanation.settings.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  @Test("what holds for every command has variables too, and a message names the variable that is wrong")
  func everywhere() throws {
    func run(_ arguments: [String], _ environment: [String: String]) throws -> Signpost.Run {
      try Signpost.run(arguments, environment: environment)
    }
    let expired = "Fixtures/broken/expired-certificate.xml"
    let coloured = try run(["validate", expired], ["SIGNPOST_COLOR": "always"])
    #expect(coloured.output.contains("\u{1B}["))
    #expect(
      try !run(["validate", expired, "--color", "never"], ["SIGNPOST_COLOR": "always"]).output.contains("\u{1B}["))
    #expect(try run(["config", "explain"], ["SIGNPOST_QUIET": "perhaps"]).message.contains("SIGNPOST_QUIET"))
    #expect(
      try run(["status"], ["SIGNPOST_NAME": "nobody", "SIGNPOST_STORE": "/nonexistent"]).message.contains("nobody"))
    for (name, value) in [("SELECT", "KEYX"), ("IGNORE", "KEYX"), ("SEVERITY", "KEYX=note"), ("ENTITY", "urn:none")] {
      let refused = try run(["validate", "Fixtures/okta.xml"], ["SIGNPOST_\(name)": value])
      #expect(refused.status == 2 && refused.message.contains("SIGNPOST_\(name)"), "\(refused.errors)")
    }
  }

  @Test("flag before environment before file before default, for each value alone")
  func precedence() throws {
    let file = #"{"fail-on": "note", "ignore": ["NID"], "expires-within": {"warning": "60d", "error": "7d"}}"#
    func check(_ found: Explanation.Setting?, _ values: [String], _ source: String, _ place: String?) {
      #expect(found?.values == values)
      #expect(found?.source == source)
      #expect(found?.place == place)
    }
    check(try explain(nil)["fail-on"], ["error"], "default", nil)
    check(try explain(file)["fail-on"], ["note"], "file", ".signpost.json:1:13")
    let environment = ["SIGNPOST_FAIL_ON": "warning", "SIGNPOST_SELECT": "KEY,AWS"]
    check(try explain(file, environment: environment)["fail-on"], ["warning"], "environment", "SIGNPOST_FAIL_ON")
    let all = try explain(file, ["--fail-on", "never"], environment: environment)
    check(all["fail-on"], ["never"], "flag", "--fail-on")
    check(all["select"], ["KEY", "AWS"], "environment", "SIGNPOST_SELECT")
    check(all["ignore"], ["NID"], "file", ".signpost.json:1:31")
    check(all["expires-within"], ["60d"], "file", ".signpost.json:1:70")
    check(all["expires-within.error"], ["7d"], "file", ".signpost.json:1:86")
    check(all["format"], ["human"], "default", nil)
    // A list is taken whole, and so are the two windows.
    let replaced = try explain(file, ["--ignore", "KEY", "--expires-within", "5d"])
    check(replaced["ignore"], ["KEY"], "flag", "--ignore")
    #expect(replaced["expires-within.error"] == nil)
  }

  @Test("what was agreed is explained with its place")
  func agreed() throws {
    let found = try explain(
      """
      {"expected": {"entity-id": "https://a"},
       "suppress": [{"rule": "NID001", "reason": "later", "until": "2026-01-31"}]}
      """)
    #expect(found["expected.entity-id"]?.values == ["https://a"])
    #expect(found["expected.entity-id"]?.place == ".signpost.json:1:14")
    #expect(found["suppress"]?.values == ["NID001 ended on 2026-01-31: later"])
    #expect(found["suppress"]?.place == ".signpost.json:2:15")
  }

  @Test("a baseline that is still to be written can be explained, with a path that begins at the file")
  func noBaselineYet() throws {
    let found = try explain(#"{"baseline": "known.json"}"#)["baseline"]
    #expect(found?.values == ["known.json"])
    #expect(found?.place == ".signpost.json:1:14")
  }

  /// A value for each flag that is not the default, as a variable gives it.
  private static let values = [
    "idp": "idp.xml", "aws": "aws.xml", "entity": "https://e", "acs-url": "https://a\nhttps://b", "entity-id": "e",
    "name-id-format": "EMAIL", "sign-on-url": "https://s", "trusted-certificates": "t.pem",
    "scim-endpoint": "https://c",
    "fail-on": "never", "expires-within": "12d", "select": "KEY,AWS", "ignore": "MD", "severity": "NID001=error",
    "verify-signature": "true", "config": "c.json", "baseline": "b.json", "write-baseline": "w.json", "format": "sarif",
    "output": "o.txt", "jobs": "3",
  ]

  @Test("the help and the manual page list each variable that the sources read, and no other")
  func listed() throws {
    let reading =
      /(?:environment\[|variables\[|value\(|variable\(|isOn\(|isSet\(| in \[)((?:"[A-Z][A-Z0-9_]+"(?:, )?)+)[\])]/
    let files = try Directory.files(under: "\(Signpost.root)/Sources", suffix: ".swift").files
    #expect(files.count > 100)
    let read = try Set(
      files.flatMap { try TestFile.text($0).matches(of: reading) }.flatMap { match in
        match.output.1.split(separator: ", ").map { $0.filter { $0 != "\"" } }
      })
    #expect(read.isSuperset(of: ["NO_COLOR", "CLICOLOR_FORCE", "LOGNAME", "WAYLAND_DISPLAY", "SIGNPOST_STORE"]))
    let listed = Help.variables.flatMap(\.names)
    #expect(listed.count == Set(listed).count)
    #expect(read.symmetricDifference(listed).isEmpty, "\(read.symmetricDifference(listed))")
    let help = try Signpost.run("help environment").output
    let page = try Signpost.run("man").output
    for variable in Help.variables {
      #expect(help.contains("\n  " + variable.names.joined(separator: ", ")))
      #expect(page.contains("\n.It Ev " + variable.names.joined(separator: " , Ev ") + "\n"))
    }
    for name in ["NAME", "NOW", "COLOR", "QUIET"] { #expect(page.contains("\n.It Ev SIGNPOST_\(name)\n")) }
  }

  @Test("the variables on which the verdict depends are named on standard error, in a line")
  func announced() throws {
    func run(_ environment: [String: String], _ arguments: [String] = []) throws -> Signpost.Run {
      try Signpost.run(["validate", "Fixtures/broken/expired-certificate.xml"] + arguments, environment: environment)
    }
    #expect(try run([:]).status == 1)
    #expect(try run([:]).errors == "")
    let ignoring = try run(["SIGNPOST_IGNORE": "KEY005"])
    #expect(ignoring.status == 0)
    #expect(ignoring.errors == "settings from SIGNPOST_IGNORE\n")
    let never = ["SIGNPOST_FAIL_ON": "never"]
    #expect(try run(never).errors == "settings from SIGNPOST_FAIL_ON\n")
    #expect(try run(never, ["--fail-on", "error"]).errors == "")
    #expect(try run(never, ["--quiet"]).errors == "")
    #expect(try run(["SIGNPOST_FAIL_ON": "never", "SIGNPOST_QUIET": "true"]).errors == "")
    let several = ["SIGNPOST_SEVERITY": "NID=note", "SIGNPOST_SELECT": "KEY", "SIGNPOST_EXPIRES_WITHIN": "1d"]
    #expect(
      try run(several).errors == "settings from SIGNPOST_EXPIRES_WITHIN, SIGNPOST_SELECT, SIGNPOST_SEVERITY\n")
    // How fast, in which form and in which colour: the verdict is the same.
    let form = ["SIGNPOST_JOBS": "1", "SIGNPOST_FORMAT": "concise", "SIGNPOST_COLOR": "never", "SIGNPOST_NAME": "okta"]
    #expect(try run(form).errors == "")
    #expect(try Signpost.run(["config", "explain"], environment: never).errors == "")
  }

  @Test("a time that the environment gives is named, too: what has expired then had not")
  func announcedTime() throws {
    let run = try ChildProcess.run(
      executable: try Support.binary(named: "signpost"),
      arguments: ["validate", "\(Signpost.root)/Fixtures/broken/expired-certificate.xml"],
      environment: Signpost.environment.merging(["SIGNPOST_NOW": Signpost.now]) { $1 }, input: [],
      deadline: .seconds(60), outputLimit: 1 << 20)
    #expect(run.ending == .exited(status: 1))
    #expect(String(decoding: run.errors, as: UTF8.self) == "settings from SIGNPOST_NOW\n")
  }

  @Test("every flag of validate has a variable, the help lists it, and it does what the flag does")
  func everyFlag() throws {
    let help = try Signpost.run("help environment").output
    let grammar = Grammar.signpost
    for flag in grammar.command(at: ["validate"])?.flags ?? [] {
      let variable = try #require(flag.variable)
      #expect(variable == "SIGNPOST_" + flag.name.uppercased().replacing("-", with: "_"))
      #expect(help.contains("\n  \(variable) ") || help.contains("\n  \(variable)\n"))
      let value = try #require(Self.values[flag.name], "no value for --\(flag.name)")
      let byVariable = try grammar.parse(["validate", "x.xml"], environment: [variable: value])
      let items = flag.isRepeatable && flag.separator == nil ? value.components("\n") : [value]
      let typed = flag.placeholder == nil ? ["--\(flag.name)"] : items.flatMap { ["--\(flag.name)", $0] }
      let byFlag = try grammar.parse(["validate", "x.xml"] + typed)
      #expect(byVariable.command == byFlag.command)
      #expect(try grammar.parse(["validate", "x.xml"]).command != byFlag.command, "\(flag.name)")
      #expect(byVariable.origins == [flag.name: .variable(variable)])
      #expect(byFlag.origins == [flag.name: .flag("--\(flag.name)")])
      // Typed beside it, the flag wins; an empty variable says nothing.
      let empty = try grammar.parse(["validate", "x.xml"], environment: [variable: ""])
      #expect(empty.origins == [:])
    }
  }

  @Test(
    "a variable that cannot be read is a usage error that names it",
    arguments: ["SIGNPOST_FAIL_ON", "SIGNPOST_VERIFY_SIGNATURE"])
  func mistake(variable: String) throws {
    let run = try Signpost.run(["validate", "Fixtures/okta.xml"], environment: [variable: "yes!"])
    #expect(run.status == 2)
    #expect(run.message.contains("error: \(variable) expects one of"))
    #expect(run.output == "")
  }

  @Test("variables of validate leave other commands alone")
  func others() throws {
    let run = try Signpost.run(
      ["inspect", "Fixtures/okta.xml"], environment: ["SIGNPOST_FORMAT": "sarif", "SIGNPOST_OUTPUT": "/nonexistent/x"])
    #expect(run.status == 0)
    #expect(run.output.contains("exk1example0fixture01"))
  }

  @Test("a switch can be turned off by its variable")
  func off() throws {
    let file = #"{"verify-signature": true}"#
    #expect(try explain(file)["verify-signature"]?.values == ["true"])
    let off = try explain(file, environment: ["SIGNPOST_VERIFY_SIGNATURE": "false"])["verify-signature"]
    #expect(off?.values == ["false"] && off?.source == "environment")
  }

  @Test("for people: a line for each value, with where it comes from")
  func human() throws {
    let run = try Signpost.run(
      ["config", "explain", "--select", "KEY"],
      environment: ["SIGNPOST_FORMAT": "json", "SIGNPOST_ACS_URL": "https://a"])
    let lines = run.output.split(separator: "\n").map { String($0).unwrapped }
    #expect(lines.contains("select KEY (--select)"))
    #expect(lines.contains("format json (SIGNPOST_FORMAT)"))
    #expect(lines.contains("acs-url https://a (SIGNPOST_ACS_URL)"))
    #expect(lines.contains("fail-on error (default)"))
    #expect(lines.contains("baseline none (default)"))
    #expect(!run.output.contains("validate-"))
  }

  @Test("a hidden flag cannot be typed")
  func hidden() throws {
    let run = try Signpost.run("config explain --validate-format json")
    #expect(run.status == 2)
    #expect(run.message.contains("unknown flag"))
  }
}
