import Playbook
import Support
import Testing

@Suite("A set-up from an answers file, for each provider that has one among the fixtures")
struct ProviderSetUpTests {
  static let providers = ["okta", "entra-id", "ping"]

  @Test("one command leads to the end", arguments: providers)
  func toTheEnd(provider: String) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let run = try Signpost.run(
        ["setup", provider, "--answers", "Fixtures/answers-\(provider).json", "--no-input", "--store", store])
      #expect(run.status == 0, "\(run.errors)")
      let status = try StatusDocument.read(store: store)
      #expect(status.complete)
      let playbook = try #require(Playbook.of(provider))
      #expect(status.steps.map(\.id) == playbook.steps.map(\.id.rawValue))
    }
  }

  @Test("both files of a provider fit together without a finding above a note", arguments: providers)
  func files(provider: String) throws {
    let run = try Signpost.run(
      ["validate", "Fixtures/\(provider).xml", "Fixtures/identity-center.xml", "--fail-on", "warning"])
    #expect(run.status == 0, "\(run.output)")
  }

  @Test("the blank checklist names every step", arguments: providers)
  func checklist(provider: String) throws {
    let run = try Signpost.run(["export", provider])
    #expect(run.status == 0)
    for step in try #require(Playbook.of(provider)).steps {
      #expect(run.output.contains("<!-- step: \(step.id.rawValue) -->"), "\(step.id)")
    }
  }

  @Test("a step that providers share is explained in the words of the set-up")
  func ownWords() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      for (provider, words) in [("entra-id", "Microsoft Entra ID"), ("ping", "Ping Identity")] {
        let begin = [
          "setup", provider, "--answers", "Fixtures/answers-\(provider).json", "--no-input", "--store", store,
        ]
        #expect(try Signpost.run(begin).status == 0)
        let named = try Signpost.run(["explain", "keep-emergency-access", "--store", store, "--name", provider])
        #expect(named.output.hasPrefix("Keep a way in that does not need \(words)"))
        if provider == "entra-id" {
          #expect(try Signpost.run(["explain", "keep-emergency", "--store", store]).output == named.output)
        }
      }
    }
  }
}
