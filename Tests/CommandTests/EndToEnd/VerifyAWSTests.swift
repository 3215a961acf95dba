import Platform
import Support
import Testing

@Suite("signpost verify aws", .timeLimit(.minutes(30)))
struct VerifyAWSTests {
  /// Runs a body with a set-up that is done, and an `aws` that answers as it should.
  private func withFake(_ body: (FakeAWS, _ store: String) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let begun = try Signpost.run([
        "setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store,
      ])
      #expect(begun.status == 0)
      let aws = try FakeAWS(in: directory)
      try aws.answerAll()
      try body(aws, store)
    }
  }

  private func verify(
    _ aws: FakeAWS, _ store: String, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> Signpost.Run {
    try Signpost.run(
      ["verify", "aws", "--store", store] + more,
      environment: ["PATH": aws.directory + ":/usr/bin:/bin"].merging(environment) { $1 })
  }

  @Test("what is as it should be passes, and closes the steps that it proves")
  func passes() throws {
    try withFake { aws, store in
      for step in ["create-permission-set", "assign-account-access", "check-groups", "enable-identity-center"] {
        #expect(try Signpost.run(["step", "reopen", step, "--store", store]).status == 0)
      }
      let run = try verify(aws, store)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let text = run.output.unwrapped
      #expect(text.contains("11 passed; asked: AWS in eu-west-1"))
      #expect(text.contains("AdministratorAccess (sessions of PT8H)") && text.contains("came by SCIM"))
      #expect(
        text.hasSuffix(
          "closed in the set-up: enable-identity-center, create-permission-set, check-groups, assign-account-access")
          || text.contains("closed in the set-up: "), "\(text)")
      #expect(run.message.hasPrefix("asks AWS with \(aws.directory)/aws, Region eu-west-1: sts"), "\(run.message)")
      let log = try Signpost.run(["log", "--format", "json", "--store", store]).output
      for claim in ["instance", "permission-sets", "assignment", "groups"] {
        #expect(log.contains("\"claim\": \"\(claim)\""), "\(claim)")
      }
      let again = try verify(aws, store, ["--format", "json"])
      #expect(again.status == 0 && again.output.contains("\"pass\": 11"))
      #expect(try verify(aws, store, ["--format", "json"]).outputBytes == again.outputBytes)

      try aws.answer("sso-admin list-account-assignments", "{\"AccountAssignments\":[]}", key: "444455556666")
      let gone = try verify(aws, store)
      #expect(gone.status == 1 && gone.output.unwrapped.contains("not so any more: assign-account-access"))
    }
  }

  @Test("each call can be repeated as it is printed, and values go in by a file that is gone afterwards")
  func calls() throws {
    try withFake { aws, store in
      try TestFile.makeDirectory(aws.directory + "/temporary")
      let variables = [
        "TMPDIR": aws.directory + "/temporary", "AWS_PAGER": "less", "AWS_CLI_AUTO_PROMPT": "on",
        "AWS_PROFILE": "other",
        "CANARY": "bird", "SSLKEYLOGFILE": "/tmp/keys", "HTTPS_PROXY": "http://127.0.0.1:1",
      ]
      let run = try verify(aws, store, ["--profile", "admin"], environment: variables)
      #expect(run.status == 0, "\(run.errors)")
      let calls = try aws.calls
      #expect(!calls.contains("it could read"))
      #expect(
        calls.hasPrefix(
          "<sts><get-caller-identity><--profile><admin><--region><eu-west-1><--output><json><--color><off>\n"))
      #expect(
        calls.contains(
          "{\"AccountId\":\"444455556666\",\"InstanceArn\":\"\(FakeAWS.instance)\",\"PermissionSetArn\":\"\(FakeAWS.set)\"}"
        ))
      for value in [FakeAWS.instance, FakeAWS.set, "d-93671f0a2c"] { #expect(!calls.contains("<\(value)")) }
      #expect(try Signpost.files(in: aws.directory + "/temporary").isEmpty)
      let environment = try TestFile.text(aws.directory + "/environment").split(separator: "\n")
      for variable in [
        "AWS_PAGER=", "AWS_CLI_AUTO_PROMPT=off", "NO_COLOR=1", "AWS_PROFILE=other", "HTTPS_PROXY=http://127.0.0.1:1",
      ] {
        #expect(environment.contains(Substring(variable)), "\(variable)")
      }
      #expect(!environment.contains { $0.hasPrefix("CANARY") || $0.hasPrefix("SSLKEYLOGFILE") })
      #expect(
        run.output.unwrapped.contains(
          "again: aws sso-admin list-regions --cli-input-json '{\"InstanceArn\":\"\(FakeAWS.instance)\"}' --profile admin --region eu-west-1"
        ), "\(run.output)")
    }
  }

  @Test("what is not as it should be is said, with its cause and its remedy", arguments: others)
  func fails(call: String, answer: String, key: String, status: Int32, words: String) throws {
    try withFake { aws, store in
      try aws.answer(call, answer, key: key)
      let run = try verify(aws, store)
      #expect(run.status == status, "\(run.output)")
      #expect(run.output.unwrapped.contains(words), "\(run.output)")
      #expect(run.output.commandsToTerminals.isEmpty)
      if status == 1 { #expect(run.output.contains("why: ") && run.output.contains("do: ")) }
    }
  }

  @Test("what the command complains of has each time its own cause", arguments: complaints)
  func complains(call: String, words: String, status: Int32, cause: String) throws {
    try withFake { aws, store in
      try aws.complain(call, words)
      let run = try verify(aws, store)
      #expect(run.status == status && run.output.unwrapped.contains(cause), "\(run.output)")
    }
  }

  @Test("an account that is neither the management account nor the delegated administrator; one that is the latter")
  func delegated() throws {
    try withFake { aws, store in
      try aws.answer(
        "sts get-caller-identity", "{\"Account\":\"777777777777\",\"Arn\":\"arn:aws:iam::777777777777:root\"}")
      let unknown = try verify(aws, store)
      #expect(
        unknown.status == 3 && unknown.output.unwrapped.contains("whether 777777777777 is the delegated administrator"))
      try aws.answer(
        "organizations list-delegated-administrators", "{\"DelegatedAdministrators\":[{\"Id\":\"888888888888\"}]}")
      #expect(try verify(aws, store).output.unwrapped.contains("neither the management account"))
      try aws.answer(
        "organizations list-delegated-administrators", "{\"DelegatedAdministrators\":[{\"Id\":\"777777777777\"}]}")
      #expect(try verify(aws, store).status == 0)
      #expect(try aws.calls.contains("{\"ServicePrincipal\":\"sso.amazonaws.com\"}"))
    }
  }

  @Test(
    "a command that floods, dies or prints what a terminal would obey",
    arguments: [
      ("kill -9 $$", "signal 9 ended it"), ("printf '\\033[2J{'; exit 0", "no JSON"),
      ("printf '\\033]0;x\\007An error occurred (\\033[2J) when\\n' >&2; exit 255", "\\u{001B}"),
    ])
  func hostile(script: String, words: String) throws {
    try withFake { aws, store in
      try aws.act("sts get-caller-identity", script)
      let run = try verify(aws, store)
      #expect(run.status == 3 && run.output.unwrapped.contains(words), "\(run.output)")
      #expect(run.output.commandsToTerminals.isEmpty && run.errors.commandsToTerminals.isEmpty)
    }
  }

  @Test("the groups, asked of AWS where no list and no token is given")
  func groups() throws {
    try withFake { aws, store in
      let environment = ["PATH": aws.directory + ":/usr/bin:/bin"]
      let run = try Signpost.run(["verify", "groups", "--store", store], environment: environment)
      #expect(run.status == 0 && run.output.unwrapped.contains("in this exact spelling: Developers, DevOps"))
      let near = try Signpost.run(
        ["verify", "groups", "--group", "devops", "--store", store], environment: environment)
      #expect(near.status == 1 && near.output.contains("error[SCIM024]"))
      try aws.complain("identitystore list-groups", "An error occurred (AccessDeniedException) when calling it: no")
      let denied = try Signpost.run(["verify", "groups", "--store", store], environment: environment)
      #expect(denied.status == 3 && denied.message.contains("--token-file FILE"), "\(denied.message)")
      guard TestTool.isHere("curl") else { return }
      let server = try SCIMServer(token: "token", groups: ["Developers", "DevOps"])
      defer { server.stop() }
      let scim = try Signpost.run(
        ["verify", "groups", "--store", store, "--allow-endpoint", server.endpoint, "--token-file", "-"], input: "token"
      )
      #expect(
        scim.status == 0 && scim.output.unwrapped.contains("in this exact spelling: Developers, DevOps"),
        "\(scim.errors)")
      let refused = try Signpost.run(
        ["verify", "groups", "--store", store, "--allow-endpoint", server.endpoint, "--token-file", "-"], input: "other"
      )
      #expect(refused.status == 1 && refused.message.contains("HTTP 401"), "\(refused.message)")
    }
  }

  @Test("without an action everything that is configured is asked, and what is left out is listed")
  func everything() throws {
    try withFake { aws, store in
      let run = try Signpost.run(["verify", "--store", store], environment: ["PATH": aws.directory + ":/usr/bin:/bin"])
      let text = run.output.unwrapped
      #expect(run.status == 0 && text.contains("11 passed"), "\(run.output)\(run.errors)")
      #expect(text.contains("Left out signpost verify scim: the token cannot be asked for here"))
      let none = try Signpost.run(["verify", "--store", store], environment: ["PATH": "/nonexistent"])
      #expect(none.status == 3 && none.output.unwrapped.contains("aws was not found in PATH; install it"))
      try aws.complain("identitystore list-groups", "An error occurred (AccessDeniedException) when calling it: no")
      #expect(
        try Signpost.run(["verify", "--store", store], environment: ["PATH": aws.directory + ":/usr/bin:/bin"]).status
          == 3)
    }
  }

  @Test("what was asked is shown where the set-up is open elsewhere, and that nothing of it was recorded is said")
  func open() throws {
    try withFake { aws, store in
      #expect(try Signpost.run(["step", "reopen", "enable-organizations", "--store", store]).status == 0)
      let session = try WizardSession(store: store, ["setup"])
      try session.terminal.expect("[111122223333]: ")
      let journal = try TestFile.read(store + "/okta.journal")
      let words = "error: nothing of this was recorded: set-up 'okta': the set-up is open in another process"
      let run = try verify(aws, store)
      #expect(run.status == 3 && run.output.contains("11 passed"), "\(run.output)\(run.errors)")
      #expect(run.message.contains(words) && !run.output.contains("closed in the set-up"), "\(run.message)")
      let json = try verify(aws, store, ["--format", "json", "--quiet"])
      #expect(json.status == 3 && json.output.contains("\"pass\": 11") && json.message.contains(words))
      let all = try Signpost.run(["verify", "--store", store], environment: ["PATH": aws.directory + ":/usr/bin:/bin"])
      #expect(all.status == 3 && all.output.contains("11 passed") && all.output.contains("Left out"))
      #expect(all.message.contains(words))
      try aws.answer("sso-admin list-account-assignments", "{\"AccountAssignments\":[]}", key: "444455556666")
      let failed = try verify(aws, store)
      #expect(failed.status == 1 && failed.output.contains("1 failed") && failed.message.contains(words))
      #expect(try TestFile.read(store + "/okta.journal") == journal)
      try session.terminal.send(":q\n")
      #expect(try session.terminal.waitForExit() == .exited(0))
    }
  }

  @Test("the policy allows what is asked, and nothing that changes anything")
  func policy() throws {
    let run = try Signpost.run("verify aws --print-policy")
    #expect(run.status == 0 && run.errors.isEmpty)
    let actions = run.output.parts(between: "        \"", and: "\"")
    #expect(actions.count == 13)
    for action in actions {
      let verb = action.components(":").last ?? ""
      #expect(["Get", "List", "Describe", "Lookup"].contains { verb.hasPrefix($0) }, "\(action)")
    }
    for name in ["identitystore:ListGroups", "sso:ListAccountAssignments", "cloudtrail:LookupEvents"] {
      #expect(actions.contains(name))
    }
  }

  @Test("where to sign in, and what is to be seen")
  func signIn() throws {
    try withFake { _, store in
      let run = try Signpost.run(["verify", "sign-in", "--store", store])
      #expect(run.status == 0)
      let text = run.output.unwrapped
      for words in [
        "open https://d-93671f0a2c.awsapps.com/start",
        "see: the portal lists 444455556666 with one of AdministratorAccess",
        "open https://example.okta.com/app/amazon_aws_sso/exk1example0fixture01/sso/saml", "as ada@example.com",
        "signpost step done test-portal-sign-in --name okta",
      ] { #expect(text.contains(words), "\(words)\n\(run.output)") }
      let json = try Signpost.run(["verify", "sign-in", "--store", store, "--format", "json"])
      #expect(json.status == 0 && json.output.contains("\"check\": \"sign-in\""))
      #expect(try Signpost.run(["verify", "sign-in", "--store", store, "--open"]).status == 3)
    }
  }
}
