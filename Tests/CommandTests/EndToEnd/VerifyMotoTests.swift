import Platform
import Support
import Testing

@Suite(
  "signpost verify aws, with the real command and a server that stands for AWS",
  .enabled(if: TestTool.isHere("aws") && TestTool.isHere("moto_server")), .timeLimit(.minutes(30)))
struct VerifyMotoTests {
  /// The account of the server.
  static let account = "123456789012"

  private let path: String

  init() {
    let directories = ["aws", "moto_server"].compactMap { name in
      TestTool.path(of: name).map { $0.components("/").dropLast().joined(separator: "/") }
    }
    path = (directories + ["/usr/bin", "/bin"]).joined(separator: ":")
  }

  @Test("what was made is found, what is missing is said, and what the server cannot answer is unknown")
  func verify() throws {
    try TemporaryDirectory.with { directory in
      let moto = try PseudoTerminal(
        "/bin/sh",
        // Its log of every call would fill the terminal, on which nobody reads any more.
        ["-c", "moto_server -H 127.0.0.1 -p 0 2>&1 | sed -un '/Running on/p'"],
        environment: ["PATH": path, "HOME": directory.path, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"])
      try moto.expect("Running on http://127.0.0.1:", within: 60)
      let port = try moto.expect("\r\n").prefix { $0.isNumber }
      let environment = [
        "PATH": path, "HOME": directory.path, "AWS_ENDPOINT_URL": "http://127.0.0.1:\(port)", "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "y", "AWS_DEFAULT_REGION": "eu-west-1", "AWS_MAX_ATTEMPTS": "1", "LC_ALL": "C.UTF-8",
      ]
      func aws(_ line: String, _ more: [String] = []) throws -> String {
        let outcome = try ChildProcess.run(
          executable: "/usr/bin/env", arguments: ["aws"] + words(line) + more, environment: environment,
          deadline: .seconds(60), outputLimit: 1 << 20)
        #expect(outcome.ending == .exited(status: 0), "\(line): \(String(decoding: outcome.errors, as: UTF8.self))")
        return String(decoding: outcome.output, as: UTF8.self)
      }
      func made(_ line: String, query: String) throws -> String {
        try aws("\(line) --query \(query) --output text").unwrapped
      }

      let store = directory.path("store")
      #expect(try Signpost.run(["setup", "okta", "--no-input", "--store", store]).status == 4)
      for value in [
        "management-account=\(Self.account)", "required-groups=Developers, Data Team", "pilot-user=ada@example.com",
        "permission-sets=ReadOnly", "pilot-account=\(Self.account)",
      ] {
        let run = try Signpost.run(["step", "answer", "enable-organizations", "--value", value, "--store", store])
        #expect(run.status == 0, "\(run.errors)")
      }
      let line = ["verify", "aws", "--store", store]
      let before = try Signpost.run(line, environment: environment, deadline: .seconds(240))
      #expect(
        before.status == 1 && before.output.unwrapped.contains("the account is in no organization"), "\(before.output)")

      _ = try aws("organizations create-organization --feature-set ALL")
      _ = try aws("organizations enable-aws-service-access --service-principal sso.amazonaws.com")
      let instance = try made("sso-admin list-instances", query: "Instances[0].InstanceArn")
      let identities = try made("sso-admin list-instances", query: "Instances[0].IdentityStoreId")
      let user = try made(
        "identitystore create-user --identity-store-id \(identities) --user-name ada@example.com --display-name Ada --name GivenName=Ada,FamilyName=Example",
        query: "UserId")
      var groups: [String] = []
      for name in ["Developers", "Data Team"] {
        groups.append(
          try aws(
            "identitystore create-group --identity-store-id \(identities) --query GroupId --output text",
            ["--display-name", name]
          ).unwrapped)
      }
      for group in groups {
        _ = try aws(
          "identitystore create-group-membership --identity-store-id \(identities) --group-id \(group) --member-id UserId=\(user)"
        )
      }
      let set = try made(
        "sso-admin create-permission-set --instance-arn \(instance) --name ReadOnly --session-duration PT4H",
        query: "PermissionSet.PermissionSetArn")
      let unassigned = try Signpost.run(line, environment: environment, deadline: .seconds(240))
      #expect(
        unassigned.status == 1
          && unassigned.output.unwrapped.contains("the assignments in \(Self.account): there are none"))
      _ = try aws(
        "sso-admin create-account-assignment --instance-arn \(instance) --target-type AWS_ACCOUNT --target-id \(Self.account) --principal-type GROUP --principal-id \(groups[1]) --permission-set-arn \(set)"
      )

      let run = try Signpost.run(line, environment: environment, deadline: .seconds(240))
      let text = run.output.unwrapped
      // The server has neither list-regions nor external ids.
      #expect(run.status == 3 && text.contains("8 passed, 2 unknown, 1 skipped"), "\(run.output)")
      for words in [
        "pass the organization: all features; the account that asks is the management account",
        "pass the groups: in exactly this spelling: Developers, Data Team",
        "pass the members of the groups: each has some; ada@example.com is in Developers, Data Team",
        "pass the permission sets: ReadOnly (sessions of PT4H)",
        "pass the assignments in \(Self.account): ReadOnly for the group Data Team",
        "unknown the users: ada@example.com is there, with no sign of having come by SCIM",
      ] { #expect(text.contains(words), "\(words)\n\(run.output)") }
      #expect(run.message.contains("not AWS itself, by the environment: AWS_ENDPOINT_URL="))
      let list = try Signpost.run(
        ["verify", "groups", "--store", store], environment: environment, deadline: .seconds(240))
      #expect(list.status == 0, "\(list.errors)")
    }
  }
}
