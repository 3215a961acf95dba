import Playbook
import Support
import Testing

@Suite("A set-up of each provider from an answers file: one line to the end, left and taken up again")
struct ProviderSetUpTests {
  static let providers = Playbook.all.filter { $0.flow == .setUp }.map(\.provider)

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

  /// As many answers as a person gives before going home: each run ends at the next open question, and the next run goes
  /// on behind it.
  @Test("left at every step and taken up again, it comes to the same end", arguments: providers)
  func leftAndResumed(provider: String) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let text = try TestFile.text(Signpost.root + "/Fixtures/answers-\(provider).json")
        .replacing("\"\(provider).xml\"", with: "\"\(Signpost.root)/Fixtures/\(provider).xml\"")
        .replacing("\"identity-center.xml\"", with: "\"\(Signpost.root)/Fixtures/identity-center.xml\"")
      let words = text.split(separator: "\n").filter { $0.contains("seen in the console") }
      #expect(words.count > 10)
      var withheld = words.count
      while withheld > 0 {
        // Without the last words the run stops at the first step that needs one of them.
        var part = text
        for word in words.suffix(withheld) { part = part.replacing("\(word)\n", with: "") }
        part = part.replacing(",\n  },", with: "\n  },").replacing(",\n  }\n}", with: "\n  }\n}")
        let path = directory.path("answers.json")
        try TestFile.write(part, to: path)
        let run = try Signpost.run(["setup", provider, "--answers", path, "--no-input", "--store", store])
        #expect(run.status == 4, "\(run.errors.suffix(600))")
        withheld -= 1
      }
      let last = try Signpost.run(
        ["setup", provider, "--answers", "Fixtures/answers-\(provider).json", "--no-input", "--store", store])
      #expect(last.status == 0, "\(last.errors.suffix(600))")
      #expect(try StatusDocument.read(store: store).complete)
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

  @Test("the metadata of the fixtures is known as its provider's", arguments: providers)
  func metadata(provider: String) throws {
    let run = try Signpost.run(["validate", "Fixtures/\(provider).xml", "--format", "json"])
    #expect(run.status == 0)
    #expect(run.output.contains(provider == "generic" ? #""provider": null"# : #""provider": "\#(provider)""#))
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
