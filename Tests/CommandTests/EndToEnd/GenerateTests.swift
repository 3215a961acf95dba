import Platform
import Playbook
import Reports
import Support
import Testing

@testable import signpost

@Suite("signpost generate")
struct GenerateTests {
  private static func withSetUp(
    _ provider: String = "okta", _ body: (TemporaryDirectory, String) throws -> Void
  ) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let begun = try Signpost.run(
        ["setup", provider, "--answers", "Fixtures/answers-\(provider).json", "--no-input", "--store", store])
      #expect(begun.status == 0, "\(begun.errors)")
      try body(directory, store)
    }
  }

  @Test("bare: lists what there is, without a set-up")
  func list() throws {
    let run = try Signpost.run("generate")
    #expect(run.status == 0 && run.errors.isEmpty)
    for artifact in Artifact.allCases {
      #expect(run.output.contains("signpost generate \(artifact.rawValue)"))
      #expect(run.output.unwrapped.contains(artifact.summary))
    }
    #expect(try Signpost.run("generate aws-cofig").message.contains("did you mean aws-config?"))
  }

  @Test("the values of the set-up are in the files, on standard output or in a file")
  func files() throws {
    try Self.withSetUp { directory, store in
      let config = try Signpost.run(["generate", "aws-config", "--store", store])
      #expect(config.status == 0)
      for line in [
        "[sso-session okta]", "sso_start_url = https://d-93671f0a2c.awsapps.com/start", "sso_region = eu-west-1",
        "[profile AdministratorAccess-444455556666]", "sso_account_id = 444455556666",
      ] {
        #expect(config.output.contains(line + "\n"), "\(line)")
      }
      let stack = try Signpost.run(["generate", "aws-sso-stack", "--store", store])
      #expect(stack.output.contains("          - Developers\n          - DevOps\n"))
      let path = directory.path("access.yaml")
      let written = try Signpost.run(["generate", "cloudformation", "--output", path, "--store", store])
      #expect(written.status == 0 && written.output.isEmpty && written.message == "wrote \(path)")
      #expect(try TestFile.text(path) == Signpost.run(["generate", "cloudformation", "--store", store]).output)
      let other = try Signpost.run(["generate", "ssosync", "--store", store])
      #expect(other.status == 2 && other.message.contains("Google Workspace"))
    }
  }

  @Test("the settings of ssosync, for Google Workspace")
  func ssosync() throws {
    try Self.withSetUp("google-workspace") { _, store in
      let run = try Signpost.run(["generate", "ssosync", "--store", store])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("SSOSYNC_SCIM_ENDPOINT='https://scim."))
    }
  }

  @Test("what is not known yet: status 3, nothing written, and the steps that supply it")
  func missing() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      #expect(try Signpost.run(["setup", "okta", "--no-input", "--store", store]).status == 4)
      for artifact in Artifact.allCases where artifact != .ssosync {
        let path = directory.path("out")
        let run = try Signpost.run(["generate", artifact.rawValue, "--output", path, "--store", store])
        #expect(run.status == 3 && run.output.isEmpty && !TestFile.exists(path))
        for fact in artifact.needs {
          let step = try #require(Playbook.okta.step(giving: fact))
          #expect(run.message.contains("(\(fact.rawValue)), which the step \(step.id.rawValue) supplies"))
        }
      }
      #expect(try Signpost.run(["generate", "aws-config", "--store", directory.path("none")]).status == 2)
    }
  }
}
