import Platform
import Rules
import Support
import Testing

@testable import signpost

@Suite("signpost verify")
struct VerifyTests {
  static let runs: [(String, Int32, String)] = [
    ("users --from Fixtures/lists/okta-users.csv", 0, "nothing to report in 3 users"),
    ("users --from Fixtures/lists/broken-users.csv", 1, "error[SCIM008]"),
    ("users --from Fixtures/lists/scim-users.json", 1, "error[SCIM011]"),
    (
      "users --from Fixtures/lists/okta-users.csv --identity-center Fixtures/lists/identity-center-users.json", 0,
      "sign-in: 2 of 2 would find a user of exactly their name"
    ),
    (
      "users --from Fixtures/lists/broken-users.csv --identity-center Fixtures/lists/identity-center-users.json", 1,
      "error[SCIM018]"
    ),
    ("groups --from Fixtures/lists/groups.csv --group DevOps --group Developers", 0, "nothing to report in 2 groups"),
    ("groups --from Fixtures/lists/groups.csv --group devops", 1, "error[SCIM024]"),
    ("groups --from Fixtures/lists/groups.csv --group Managers", 1, "error[SCIM023]"),
  ]

  @Test("the status tells a pipeline", arguments: runs)
  func status(line: String, status: Int32, text: String) throws {
    let run = try Signpost.run("verify " + line)
    #expect(run.status == status && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.unwrapped.contains(text), "\(run.output)")
    #expect(run.output.commandsToTerminals.isEmpty)
    let json = try Signpost.run("verify \(line) --format json")
    #expect(json.status == status && json.output.contains("\"schema\": \"signpost.verify/v1\""))
    #expect(try Signpost.run("verify \(line) --format json").outputBytes == json.outputBytes)
  }

  @Test("what cannot be done, and why")
  func couldNot() throws {
    // A list is input; what AWS would have said takes a tool.
    for (check, status, words) in [
      ("users", 4, "no live system"), ("groups --group x", 3, "aws was not found in PATH; install it"),
    ] {
      let bare = try Signpost.run("verify \(check)")
      #expect(
        bare.status == status && bare.message.contains("--from FILE") && bare.message.contains(words), "\(bare.message)"
      )
    }
    let lines = [
      ("users --from nowhere.csv", "nowhere.csv"), ("users --from Fixtures/okta.xml", "the file is XML or HTML"),
      ("users --from Fixtures/lists/groups.csv", "it has Group Name, Members"),
      ("users --from Fixtures/lists/okta-users.csv --name-id mail", "there is no column \"mail\""),
      ("groups --group x --from Fixtures/lists/okta-users.csv", "signpost verify users --from FILE judges it"),
      ("groups --group x --from Fixtures/lists/scim-users.json", "a list of users, for it has \"familyName\""),
    ]
    for (line, words) in lines {
      let run = try Signpost.run("verify " + line)
      #expect(run.status == 3 && run.output.isEmpty && run.message.contains(words), "\(run.message)")
    }
    #expect(try Signpost.run("verify").status == 2)
    #expect(try Signpost.run("verify users --from - --identity-center -").status == 2)
  }

  @Test("a list by standard input, with another column as NameID")
  func standardInput() throws {
    let run = try Signpost.run(
      "verify users --from - --name-id email --format json",
      input: "login,email\nada@corp.example.com,ada@example.com\n")
    #expect(
      run.status == 0 && run.output.contains("\"nameIDColumn\": \"email\"") && run.output.contains("\"path\": \"-\""))
    let open = try Signpost.run("verify users --from -", input: "login,email\n\"ada@example.com,x\n")
    #expect(open.status == 3 && open.message.contains("-: line 2: a quotation mark that is never closed"))
  }

  @Test("the groups of the set-up, where none are given")
  func requiredBySetUp() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let line = ["verify", "groups", "--from", "Fixtures/lists/groups.csv", "--store", store]
      #expect(try Signpost.run(line).status == 2)
      #expect(try Signpost.run(["setup", "okta", "--no-input", "--store", store]).status == 4)
      let early = try Signpost.run(line)
      #expect(early.status == 4 && early.message.contains("give them with --group NAME"))
      let answers = ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store]
      #expect(try Signpost.run(answers).status == 0)
      let run = try Signpost.run(line)
      #expect(run.status == 0 && run.output.contains("in this exact spelling: Developers, DevOps"))
    }
  }

  @Test("each of its rules is explained")
  func explain() throws {
    for rule in ListRule.catalogue {
      let run = try Signpost.run("explain \(rule.id)")
      #expect(run.status == 0 && run.output.hasPrefix("\(rule.id) \(rule.name)\n"))
    }
    #expect(try Signpost.run("explain name-mising").message.contains("did you mean name-missing?"))
  }
}
