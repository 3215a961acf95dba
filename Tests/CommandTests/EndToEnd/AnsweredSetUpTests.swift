import Playbook
import Support
import Testing

@Suite("JumpCloud and Google Workspace as commands: one line to the end, and what is asked where nothing is given")
struct AnsweredSetUpTests {
  static let providers = ["jumpcloud", "google-workspace"]

  @Test("an answers file leads to the end", arguments: providers)
  func toTheEnd(provider: String) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let run = try Signpost.run(
        ["setup", provider, "--answers", "Fixtures/answers-\(provider).json", "--no-input", "--store", store])
      #expect(run.status == 0, "\(run.errors)")
      let status = try StatusDocument.read(store: store)
      #expect(status.complete)
      #expect(status.steps.map(\.id) == Playbook.of(provider)?.steps.map(\.id.rawValue))
    }
  }

  @Test("without answers the first question is named, and nothing is lost", arguments: providers)
  func noInput(provider: String) throws {
    try TemporaryDirectory.with { directory in
      let run = try Signpost.run(["setup", provider, "--no-input", "--store", directory.path("store")])
      #expect(run.status == 4)
      #expect(run.message.contains("key identity-source"))
    }
  }

  @Test("the metadata of the fixtures is known as its provider's and has no error", arguments: providers)
  func metadata(provider: String) throws {
    let run = try Signpost.run(
      [
        "validate", "Fixtures/\(provider).xml", "Fixtures/identity-center.xml", "--fail-on", "warning", "--format",
        "json",
      ])
    #expect(run.status == 0)
    #expect(run.output.contains(#""provider": "\#(provider)""#))
  }
}
