import Playbook
import Support
import Testing

@testable import signpost

@Suite("signpost about itself")
struct ManualTests {
  @Test("a rule is explained by its id and by its name, with remedy and references")
  func rule() throws {
    let run = try Signpost.run("explain KEY009")
    #expect(run.status == 0)
    for text in [
      "KEY009 certificate-expires-soon\n", "\nWhat to do\n", "\nExamples that are reported\n",
      "https://docs.aws.amazon.com/singlesignon/latest/userguide/samlcertexpirationindicators.html",
    ] {
      #expect(run.output.contains(text))
    }
    #expect(try Signpost.run("explain certificate-expires-soon").outputBytes == run.outputBytes)
  }

  @Test(
    "words of a message find the rule that says so",
    arguments: [
      ("the certificate cannot be read: it is cut off", "KEY003"), ("the file is empty", "XML001"),
      ("error[KEY009]: no words of ours", "KEY009"),
      ("warning: the console's SCIM endpoint ends in a slash", "SCIM003"),
      ("warning[NID001]: IAM Identity Center requires emailAddress", "NID001"),
      ("assertions can be encrypted for this key", "SP008"),
    ])
  func explainByWords(words: String, id: String) throws {
    let run = try Signpost.run(["explain"] + words.split(separator: " ").map(String.init))
    #expect(run.status == 0 && run.output.hasPrefix(id), "\(run.output.prefix(200))")
    #expect(try Signpost.run(["explain", words]).output == run.output)
  }

  @Test("a message that is known is explained as diagnose explains it, and so is what a checklist warns of")
  func explainByMessage() throws {
    for message in [
      "an unexpected error has occurred", "It's not you, it's us", "Looks like this code isn't right",
      "Something doesn't compute", "AADSTS50011", "Base URL: Does not match required pattern",
    ] {
      let run = try Signpost.run(["explain", message], environment: ["SIGNPOST_STORE": "/nonexistent/store"])
      let diagnosed = try Signpost.run(
        ["diagnose"], input: message, environment: ["SIGNPOST_STORE": "/nonexistent/store"])
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      let lines = diagnosed.output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      #expect(lines.count > 4 && run.output.hasSuffix(lines.joined(separator: "\n")))
    }
    let symptom = try Signpost.run(["explain", "the token was lost"])
    #expect(symptom.status == 0 && symptom.output.contains("(enable-scim)") == false)
    #expect(symptom.output.contains("enable-scim\n") && symptom.output.contains("if you see \"The token was lost\""))
  }

  @Test("words that fit no rule are bad usage, and words that fit several list them")
  func explainByVagueWords() throws {
    #expect(try Signpost.run("explain xyzzy plugh").status == 2)
    for (words, ids) in [
      ("not a valid web address", ["IDP004", "SP004"]),
      ("the RSA key has 1024 bits; use at least 2048", ["KEY008", "KEY010"]),
    ] {
      let several = try Signpost.run(["explain", words])
      #expect(several.status == 0 && several.errors.contains("several rules fit these words"))
      for id in ids { #expect(several.output.contains("  \(id)  ")) }
    }
  }

  @Test("rules prints the whole manual as Markdown: every rule's page, its headings one level down")
  func rulesAsMarkdown() throws {
    let run = try Signpost.run("rules --format markdown")
    let page = try TestFile.text(Signpost.root + "/Sources/Reports/Documentation.docc/Rules/KEY009.md")
    #expect(run.status == 0 && run.output.hasPrefix("# Rules\n\n## XML001 empty-document\n"))
    #expect(run.output.contains("\n#" + page.replacing("\n## ", with: "\n### ")))
  }

  @Test("a step is explained by the beginning of its id, where no other step begins so")
  func stepByPrefix() throws {
    let run = try Signpost.run("explain save-okta")
    #expect(run.status == 0)
    #expect(try Signpost.run("explain save-okta-metadata").outputBytes == run.outputBytes)
    #expect(try Signpost.run("explain s").status == 2)
  }

  @Test("beside a set-up the beginning of an id has to be unique in its checklist alone, as for step and log")
  func stepByOwnPrefix() throws {
    try TemporaryDirectory.with { directory in
      let store = ["--store", directory.path("store")]
      let nobody = try Signpost.run(["explain", "keep"] + store)
      let names = "keep-emergency-access, keep-alternative-acs-url"
      let either = [names, names.split(separator: ", ").reversed().joined(separator: ", ")]
      #expect(nobody.status == 2 && nobody.output.isEmpty)
      #expect(either.contains { nobody.message.contains("\"keep\" matches several steps: \($0)") }, "\(nobody.message)")
      #expect(try Signpost.run(["setup", "okta", "--no-input"] + store).status == 4)
      for (start, id) in [("keep", "keep-emergency-access"), ("create-p", "create-permission-set")] {
        let run = try Signpost.run(["explain", start] + store)
        #expect(run.status == 0 && run.output.contains("  \(id)\n"), "\(start): \(run.output)\(run.errors)")
        #expect(try Signpost.run(["explain", id] + store).output == run.output)
        #expect(try Signpost.run(["step", "note", start, "--reason", "x"] + store).status == 0)
      }
      let several = try Signpost.run(["explain", "create-"] + store)
      let noted = try Signpost.run(["step", "note", "create-", "--reason", "x"] + store)
      #expect(several.status == 2 && several.message.contains("\"create-\" matches several steps: "))
      #expect(several.errors == noted.errors)
      let other = try Signpost.run(["explain", "create-saml"] + store)
      #expect(other.status == 0 && other.output.contains("  create-saml-application\n"), "\(other.errors)")
    }
  }

  @Test("every step of every playbook is explained by its id, with what to do and where it was read")
  func steps() throws {
    var seen: Set<StepID> = []
    let steps = Playbook.all.flatMap(\.steps).filter { seen.insert($0.id).inserted }
    #expect(steps.count > 34)
    // A step that several playbooks share is explained in the words of the first.
    var explained: Set<StepID> = []
    for step in steps where explained.insert(step.id).inserted {
      let run = try Signpost.run(["explain", step.id.rawValue])
      #expect(run.status == 0)
      #expect(run.output.hasPrefix(step.title))
      #expect(run.output.contains(step.place.console))
      for instruction in step.instructions {
        let text = try #require(
          instruction.segments.lazy.compactMap { if case .text(let text) = $0 { text } else { nil } }.first)
        #expect(run.output.unwrapped.contains(text.unwrapped))
      }
      for pitfall in step.pitfalls { #expect(run.output.unwrapped.contains(pitfall.symptom.unwrapped)) }
      for source in step.sources { #expect(run.output.contains(source.url)) }
    }
  }

  @Test("a step that several providers share is explained in the words of the set-up at hand")
  func sharedStep() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let line = ["explain", "keep-emergency-access", "--store", store]
      let before = try Signpost.run(line)
      #expect(before.output.hasPrefix("Keep a way in that does not need Okta  "))
      #expect(try Signpost.run(["setup", "onelogin", "--no-input", "--store", store]).status == 4)
      let beside = try Signpost.run(line)
      #expect(beside.output.hasPrefix("Keep a way in that does not need OneLogin  "))
      #expect(try Signpost.run(["setup", "cyberark", "--no-input", "--store", store]).status == 4)
      let named = try Signpost.run(line + ["--name", "cyberark"])
      #expect(named.output.hasPrefix("Keep a way in that does not need CyberArk  "))
    }
  }

  @Test(
    "an id that is nobody's is refused, with the one that was meant",
    arguments: [
      ("KEY09", "KEY009"), ("certificate-expire-soon", "certificate-expires-soon"), ("enable-scm", "enable-scim"),
    ])
  func unknown(typed: String, meant: String) throws {
    let run = try Signpost.run("explain \(typed)")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.message.contains("there is no rule or step \"\(typed)\"; did you mean \(meant)?"))
  }

  @Test("every rule that validate can report is listed, and explained")
  func rules() throws {
    let human = try Signpost.run("rules")
    let json = try Signpost.run("rules --format json")
    #expect(human.status == 0 && json.status == 0)
    #expect(json.output.contains(#""schema": "signpost.rules/v1""#))
    let ids = json.output.parts(between: "\"id\": \"", and: "\"")
    #expect(ids.count > 50)
    #expect(
      ids
        == ids.sorted {
          human.output.firstRange(of: $0)?.lowerBound ?? human.output.endIndex < human.output.firstRange(of: $1)?
            .lowerBound ?? human.output.endIndex
        })
    for rule in Self.reported { #expect(ids.contains(rule)) }
    for id in ids where id.hasPrefix("PAIR") || id.hasPrefix("XML") {
      let run = try Signpost.run("explain \(id)")
      #expect(run.status == 0)
      #expect(run.output.hasPrefix(id + " "))
    }
  }

  private static let reported = ValidateTests.broken.map(\.1) + HostileFileTests.generated.map(\.rule)

  @Test("help for every command, by flag and by word, leads with examples that can be typed")
  func help() throws {
    for path in Grammar.signpost.allCommands.map(\.path) {
      let name = path.joined(separator: " ")
      let run = try Signpost.run("\(name) --help")
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(run.output.hasPrefix("signpost \(name): "))
      #expect(run.output.contains("\nExamples\n  signpost "))
      #expect(run.output.contains("\nUsage\n  signpost \(name)"))
      #expect(try Signpost.run("help \(name)").output == run.output)
      #expect(try Signpost.run("\(name) --nonsense --help").output == run.output)
    }
  }

  @Test("the overview, the meaning of each exit status, and a topic that there is not")
  func overview() throws {
    let run = try Signpost.run("help")
    #expect(run.status == 0)
    #expect(try Signpost.run("--help").output == run.output)
    for command in Grammar.signpost.commands { #expect(run.output.contains("\n  \(command.name) ")) }
    let topic = try Signpost.run("help exit-status")
    #expect(topic.status == 0)
    for status in ["0", "1", "2", "3", "4", "130"] { #expect(topic.output.contains("\n  \(status) ")) }
    let unknown = try Signpost.run("help nonsense")
    #expect(unknown.status == 2)
    #expect(unknown.message.contains("nonsense"))
  }

  @Test("the version, on standard output and alone")
  func version() throws {
    let run = try Signpost.run("--version")
    #expect(run.status == 0)
    #expect(run.output == "signpost 0.1.0\n")
    #expect(try Signpost.run("validate --version").output == run.output)
  }

  @Test(
    "what is not understood: what was found, how it is written, where help is, status 2",
    arguments: [
      ("frobnicate", "unknown command \"frobnicate\"", "signpost --help"),
      ("validat a.xml", "unknown command \"validat\"; did you mean validate?", "signpost --help"),
      ("validate --fromat json a.xml", "unknown flag \"--fromat\"; did you mean --format?", "signpost validate --help"),
      ("validate a.xml --format jsn", "--format expects one of", "signpost validate --help"),
      ("validate", "validate needs at least one <file>", "signpost validate --help"),
      ("step", "step needs an action", "signpost step --help"),
      ("step done", "step done needs at least one <id>", "signpost step done --help"),
      ("setup octa", "did you mean okta?", "signpost setup --help"),
      ("status --fail-on incomplete-nonsense", "--fail-on", "signpost status --help"),
    ])
  func misuse(line: String, message: String, help: String) throws {
    let run = try Signpost.run(line)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.message.hasPrefix("error: "))
    #expect(run.message.contains(message))
    #expect(run.errors.hasSuffix("help:  \(help)\n"))
  }

  @Test("bare and without a terminal: the short help, status 0, and nothing is made or waited for")
  func bare() throws {
    try TemporaryDirectory.with { directory in
      let run = try Signpost.run(["--store", directory.path("store")], input: "y\n")
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(run.output.hasPrefix("Signpost connects an external identity provider to AWS IAM Identity Center.\n"))
      #expect(run.output.hasSuffix("More: signpost --help\n"))
      #expect(run.output.split(separator: "\n").count < 12)
      #expect(!TestFile.exists(directory.path("store")))
    }
  }
}
