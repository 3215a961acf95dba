import Support
import Testing

@Suite("signpost validate: the configuration file")
struct ConfigurationTests {
  /// Runs `validate` beside a configuration, in a directory with `okta.xml`, `aws.xml` and `transient.xml`.
  private func run(
    _ configuration: String?, _ line: String, environment: [String: String] = [:], below: String = "",
    now: String = Signpost.now
  ) throws -> Signpost.Run {
    try TemporaryDirectory.with { directory in
      try Policy.files(in: directory.path)
      if let configuration { try TestFile.write(configuration, to: directory.path(".signpost.json")) }
      if !below.isEmpty { try TestFile.makeDirectory(directory.path(below)) }
      return try Signpost.run(
        ["validate"] + words(line), environment: environment, now: now,
        directory: below.isEmpty ? directory.path : directory.path(below))
    }
  }

  @Test("what says what was agreed is not written over")
  func output() throws {
    try TemporaryDirectory.with { directory in
      try Policy.files(in: directory.path)
      try TestFile.write("{}\n", to: directory.path(".signpost.json"))
      let lines = [
        "okta.xml --output .signpost.json", "okta.xml --output ./.signpost.json",
        "okta.xml --write-baseline b.json --output b.json",
      ]
      for line in lines {
        let run = try Signpost.run(["validate"] + words(line), directory: directory.path)
        #expect(run.status == 2 && run.message.contains("--output names the "), "\(line): \(run.errors)")
      }
      #expect(try TestFile.text(directory.path(".signpost.json")) == "{}\n")
      #expect(!TestFile.exists(directory.path("b.json")))
    }
  }

  @Test("the nearest file above decides, and --config names another one")
  func found() throws {
    let plain = try run(nil, "transient.xml --format concise")
    #expect(plain.status == 0)
    #expect(try run(#"{"fail-on": "warning"}"#, "transient.xml").status == 1)
    let above = try run(#"{"fail-on": "warning"}"#, "../../transient.xml", below: "a/b")
    #expect(above.status == 1)
    #expect(above.message.hasPrefix("settings from /") && above.message.hasSuffix("/.signpost.json"))
    let both = try run(
      #"{"fail-on": "warning"}"#, "../../transient.xml", environment: ["SIGNPOST_IGNORE": "KEY"], below: "a/b")
    #expect(both.message.hasPrefix("settings from SIGNPOST_IGNORE, /") && both.message.hasSuffix("/.signpost.json"))
    #expect(try run(#"{"fail-on": "warning"}"#, "transient.xml").errors == "")
    try TemporaryDirectory.with { directory in
      try Policy.files(in: directory.path)
      try TestFile.write(#"{"fail-on": "warning"}"#, to: directory.path(".signpost.json"))
      try TestFile.write("{}", to: directory.path("other.json"))
      let other = ["validate", "transient.xml", "--config", "other.json"]
      #expect(try Signpost.run(other, directory: directory.path).status == 0)
      let missing = try Signpost.run(["validate", "okta.xml", "--config", "none.json"], directory: directory.path)
      #expect(missing.status == 3)
      #expect(missing.message.contains("none.json"))
      #expect(missing.output == "")
    }
  }

  @Test(
    "what is wrong with it is told with its line and column and the nearest name, and nothing is judged",
    arguments: [
      ("{\n  \"ignroe\": [\"KEY\"]\n}", "2:3: there is no setting ignroe; did you mean ignore?"),
      (#"{"wat": 1}"#, "1:2: there is no setting wat; the names are fail-on"),
      (#"{"fail-on": "eror"}"#, "1:13: fail-on expects one of error, warning, note; found"),
      (#"{"fail-on": "never"}"#, "1:13: one of error, warning, note is expected; never is for the command line"),
      (#"{"fail-on": 1}"#, "1:13: a text that is not empty is expected; found a number"),
      (#"{"ignore": ["NID003", "KEY00"]}"#, "1:23: there is no rule or family KEY00; did you mean"),
      (#"{"select": [1]}"#, "1:13: a text that is not empty is expected; found a number"),
      (#"{"select": ["KEY", 1]}"#, "1:20: a text that is not empty is expected; found a number"),
      (#"{"ignore": ["KEY", [" "]]}"#, "1:20: a text that is not empty is expected; found a list"),
      (#"{"select": "KEY"}"#, "1:12: a list of texts is expected; found a text"),
      (#"{"expected": {"acs-urls": [""]}}"#, "1:28: a text that is not empty is expected; found a blank one"),
      (#"{"expected": {"issuer": 1}}"#, "1:25: a text or a list of texts is expected; found a number"),
      (
        #"{"ignore": ["KEY005"]}"#,
        "1:13: KEY005 can neither be suppressed nor left out: it says that nobody can sign in, or"
      ),
      (
        #"{"ignore": ["XML001"]}"#,
        "1:13: XML001 can neither be suppressed nor left out: it says that the file was not understood"
      ),
      (#"{"ignore": ["MD001"]}"#, "1:13: MD001 can neither be suppressed nor left out: it says that the file was not"),
      (#"{"severity": {"KEY013": "note"}}"#, "1:25: KEY013 cannot be lowered: it says that nobody can sign in, or"),
      (#"{"severity": {"KEY0I3": "note"}}"#, "1:15: there is no rule or family KEY0I3; did you mean KEY003?"),
      (
        #"{"severity": {"NID001": "off"}}"#, "1:25: error, warning or note is expected; to leave a rule out, use ignore"
      ),
      (#"{"expires-within": {"warning": "90"}}"#, "1:32: expires-within expects a duration"),
      (#"{"expires-within": {"eror": "9d"}}"#, "1:21: there is no setting eror; did you mean error?"),
      (#"{"expected": {"entity": "x"}}"#, "1:15: there is no setting entity; did you mean entity-id?"),
      (#"{"expected": {"certificates": ["AB:CD"]}}"#, "1:32: a SHA-256 fingerprint is expected"),
      (#"{"expected": {"acs-urls": []}}"#, "1:27: at least one value is expected"),
      (#"{"suppress": [{"rule": "NID001", "until": "2027-01-31"}]}"#, "1:15: a suppression needs its reason"),
      (
        #"{"suppress": [{"rule": "NID001", "reason": " \t", "until": "2027-01-31"}]}"#,
        "1:44: a text that is not empty is expected; found a blank one"
      ),
      (#"{"suppress": [{"rule": "NID001", "reason": "x"}]}"#, "1:15: a suppression needs its until"),
      (
        #"{"suppress": [{"rule": "NID001", "reason": "x", "until": "soon"}]}"#,
        "1:58: a day such as 2027-01-31 is expected"
      ),
      (
        #"{"suppress": [{"rule": "NID", "reason": "x", "until": "2027-01-31"}]}"#,
        "1:24: one rule is expected; a family cannot be suppressed as a whole"
      ),
      (
        #"{"suppress": [{"rule": "IDP011", "reason": "x", "until": "2027-01-31"}]}"#,
        "1:24: IDP011 can neither be suppressed nor left out: it says that the file is not the one agreed"
      ),
      (#"{"fail-on": "note",}"#, "1:20: a name in double quotes is expected"),
      ("", "1:1: the text ends where a value is expected"),
    ])
  func mistakes(text: String, message: String) throws {
    let run = try run(text, "okta.xml")
    #expect(run.status == 2)
    #expect(run.message.contains(".signpost.json:\(message)"), "\(run.message)")
    #expect(run.output == "")
  }

  @Test("of several mistakes the first in the file is told")
  func firstMistake() throws {
    #expect(try run("{\"zzz\": 1,\n\"fail-on\": 2}", "okta.xml").message.contains(".signpost.json:1:2:"))
  }

  @Test("severities, and rules that are selected and left out; a family leaves those that endure")
  func rules() throws {
    func found(_ configuration: String, _ file: String = "transient.xml") throws -> [String] {
      try run(configuration, "\(file) --format concise --fail-on never").output.parts(between: ": ", and: ": ")
        .filter { $0.contains("[") }
    }
    #expect(try found("{}") == ["warning[NID001]"])
    #expect(try found(#"{"severity": {"NID001": "error"}}"#) == ["error[NID001]"])
    #expect(try found(#"{"severity": {"NID": "note"}}"#) == ["note[NID001]"])
    #expect(try found(#"{"ignore": ["NID001"]}"#) == [])
    #expect(try found(#"{"select": ["KEY"]}"#) == [])
    #expect(try found(#"{"ignore": ["KEY"]}"#, "expired.xml") == ["error[KEY005]"])
    #expect(try found(#"{"select": ["AWS"]}"#, "expired.xml") == ["error[KEY005]"])
    #expect(try found(#"{"severity": {"KEY": "note"}}"#, "expired.xml") == ["error[KEY005]"])
    // Whoever types it has it.
    #expect(try run("{}", "expired.xml --ignore KEY").status == 0)
  }

  @Test("the end of a certificate is an error from the day that the file says, and a flag replaces both windows")
  func windows() throws {
    // The certificate ends on 2034-05-14, in 2731 days.
    func line(_ windows: String, _ flags: String = "") throws -> Signpost.Run {
      try run("{\"expires-within\": \(windows)}", "okta.xml --format concise \(flags)")
    }
    #expect(try line(#""3000d""#).output.contains("warning[KEY009]"))
    #expect(try line(#"{"warning": "3000d", "error": "2000d"}"#).output.contains("warning[KEY009]"))
    let urgent = try line(#"{"warning": "3000d", "error": "2731d"}"#)
    #expect(urgent.output.contains("error[KEY009]"))
    #expect(urgent.status == 1)
    #expect(try line(#"{"warning": "3000d", "error": "2731d"}"#, "--expires-within 2800d").status == 0)
    // An error that begins before the warning is none the less one, whichever of the two windows was meant to be longer.
    #expect(try line(#"{"error": "2731d"}"#).output.contains("error[KEY009]"))
    #expect(try line(#"{"warning": "14d", "error": "2731d"}"#).output.contains("error[KEY009]"))
    #expect(try line(#"{"warning": "14d", "error": "2730d"}"#).output.isEmpty)
  }

  @Test("files that say what was agreed pass, and each other value is a finding of a rule of its own")
  func expected() throws {
    let text = try TestFile.text(Signpost.root + "/Fixtures/policy/expected.json")
    #expect(try run(text, "okta.xml aws.xml --fail-on note").status == 0)
    for (old, new, rule) in [
      ("exk1example0fixture01", "exk1example0fixture02", "IDP011"), ("60:E2:16", "60:E2:17", "KEY023"),
      ("d-93671f0a2c", "d-93671f0a2d", "AWS015"),
      ("https://eu-west-1.sso.signin", "https://eu-west-2.sso.signin", "AWS016"),
    ] {
      let other = try run(text.replacing(old, with: new), "okta.xml aws.xml --format concise")
      #expect(other.status == 1)
      #expect(Set(other.output.parts(between: "error[", and: "]")) == [rule])
    }
    let several = text.replacing(
      "\"http://www.okta.com/exk1example0fixture01\"",
      with: "[\"https://other\", \"http://www.okta.com/exk1example0fixture01\"]")
    #expect(several != text)
    #expect(try run(several, "okta.xml aws.xml").status == 0)
  }

  @Test("the example of the help is a configuration, but for the fingerprint that it leaves open")
  func example() throws {
    let help = try Signpost.run("help configuration").output
    let example = try #require(help.components("Example\n").last?.components("\n\nNames").first)
    let digits = Array(repeating: "AB", count: 32).joined(separator: ":")
    let good = example.replacing("00:11:…:FF", with: digits).replacing(
      "\"baseline\": \"signpost-baseline.json\",", with: "")
    let run = try run(good, "okta.xml --format concise")
    #expect(run.output.parts(between: "[", and: "]: ") == ["IDP011", "KEY023"])
    #expect(run.status == 1)
  }

  @Test("hostile text in a configuration reaches no terminal as it is")
  func hostile() throws {
    let escape = "\\u001b[31m"
    let texts = [
      "{\"\(escape)\": 1}", "{\"ignore\": [\"\(escape)\"]}", "{\"fail-on\": \"\(escape)\"}",
      "{\"suppress\": [{\"rule\": \"NID001\", \"reason\": \"\(escape)\", \"until\": \"2026-01-01\"}]}",
      "{\"suppress\": [{\"rule\": \"NID001\", \"reason\": \"\(escape)\", \"until\": \"2027-01-01\"}]}",
    ]
    for text in texts {
      for format in ["human", "concise", "json", "sarif", "junit", "github", "markdown"] {
        let run = try run(text, "transient.xml --format \(format)")
        #expect((run.output + run.errors).commandsToTerminals == [], "\(text) \(format)")
        #expect(run.status == (text.contains("suppress") ? 0 : 2))
      }
    }
  }
}

/// The files that tests of policies are about.
enum Policy {
  static func files(in directory: String) throws {
    for (name, fixture) in [
      ("okta.xml", "okta.xml"), ("aws.xml", "identity-center.xml"), ("transient.xml", "broken/transient-only.xml"),
      ("expired.xml", "broken/expired-certificate.xml"),
    ] {
      try TestFile.write(
        try TestFile.read("\(Signpost.root)/Fixtures/\(fixture)"), to: "\(directory)/\(name)", mode: 0o644)
    }
  }
}
