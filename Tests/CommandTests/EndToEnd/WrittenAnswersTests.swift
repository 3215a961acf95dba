import Playbook
import SAML
import Setup
import Support
import Testing

@Suite("A set-up from the answers of another one")
struct WrittenAnswersTests {
  /// What a set-up comes to, without who did what when.
  private struct Result: Equatable {
    let isComplete: Bool
    let states: [StepID: String]
    let evidence: [StepID: ClosingEvidence]
    let reasons: [StepID: Statement]
    let facts: [FactKey: [String]]
    let wishes: Set<Wish>

    init(_ progress: Progress) {
      isComplete = progress.isComplete
      states = Dictionary(uniqueKeysWithValues: progress.steps.map { ($0.id, $0.state.name) })
      var (evidence, reasons) = ([StepID: ClosingEvidence](), [StepID: Statement]())
      for step in progress.steps {
        if case .done(let closing) = step.state { evidence[step.id] = closing.evidence }
        if case .skipped(let skip) = step.state { reasons[step.id] = skip.reason }
      }
      (self.evidence, self.reasons) = (evidence, reasons)
      facts = progress.facts.mapValues(\.values)
      wishes = progress.wishes
    }
  }

  private func progress(of provider: String, in store: String) throws -> Progress {
    let place = try SetupStore(
      option: store, environment: { _ in nil }, currentDirectory: "/", isDirectory: { _ in false })
    let now = try #require(Instant(Signpost.now))
    let setup = try Setup.openReadOnly(SetupName(provider), in: place, now: now)
    return setup.progress
  }

  /// Sets up by a file, and again in another store by the file that the first set-up gives.
  private func twice(
    _ provider: String, _ answers: String, in directory: TemporaryDirectory, flow: Playbook.Flow = .setUp,
    exit: Int32 = 0
  ) throws -> Progress {
    let (first, second) = (directory.path("first"), directory.path("second"))
    let written = directory.path("written.json")
    func run(_ answers: String, _ store: String) throws -> String {
      let run = try Signpost.run(["setup", provider, "--answers", answers, "--no-input", "--store", store])
      #expect(run.status == exit, "\(run.errors.suffix(600))")
      // The question that is open, where one is, without the command that goes on.
      return run.message.components("an answer is needed").dropFirst().joined().components("Nothing is lost")[0]
    }
    let stopped = try run(answers, first)
    let progress = try progress(of: provider, in: first)
    try TestFile.write(AnswersFile(of: progress).document, to: written)
    #expect(try run(written, second) == stopped)
    #expect(stopped.isEmpty == (exit == 0))
    let again = try self.progress(of: provider, in: second)
    #expect(again.playbook.flow == flow && progress.playbook.flow == flow)
    #expect(Result(again) == Result(progress))
    #expect(AnswersFile(of: again) == AnswersFile(of: progress))
    return again
  }

  @Test("the answers of a whole set-up lead to the same end", arguments: ProviderSetUpTests.providers)
  func whole(provider: String) throws {
    try TemporaryDirectory.with { directory in
      let end = try twice(provider, "Fixtures/answers-\(provider).json", in: directory)
      #expect(end.isComplete)
    }
  }

  @Test("a group whose name holds a comma stays one group")
  func comma() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("answers.json")
      let text = try TestFile.text(Signpost.root + "/Fixtures/answers-okta.json")
        .replacing("\"DevOps\"\n", with: "\"Ops, by day\"\n")
        .replacing("\"okta.xml\"", with: "\"\(Signpost.root)/Fixtures/okta.xml\"")
        .replacing("\"identity-center.xml\"", with: "\"\(Signpost.root)/Fixtures/identity-center.xml\"")
        // What the console shows later is another list, so the set-up stops there.
        .replacing("\"required-groups\": \"Developers, DevOps\"", with: "")
      try TestFile.write(text, to: path)
      let left = try twice("okta", path, in: directory, exit: 4)
      #expect(left.facts[.requiredGroups]?.values == ["Developers", "Ops, by day"])
    }
  }

  /// Everything that a playbook for Okta asks, with what the fixtures hold.
  private func answers(
    _ flow: Playbook.Flow, from source: IdentitySource, without missing: Set<StepID> = [], notShown: Set<FactKey> = [],
    skipped: [StepID] = []
  ) throws -> String {
    let playbook = try #require(Playbook.of("okta", flow: flow))
    var known = Operator.facts
    known[.identitySource] = source.rawValue
    known[.pilotGroup] = "AWS pilots"
    known[.nameIDFormat] = "EMAIL"
    var members: [String: JSON] = [FactKey.identitySource.rawValue: .string(source.rawValue)]
    var (confirmed, shown) = ([String: JSON](), [String: JSON]())
    for step in playbook.steps where !missing.contains(step.id) {
      for question in step.asks { members[question.fact.rawValue] = .string(known[question.fact] ?? "") }
      switch step.proof {
      case .word: confirmed[step.id.rawValue] = "seen"
      case .shown(let keys):
        let entries = keys.filter { !notShown.contains($0) }.map { ($0.rawValue, JSON(known[$0])) }
        shown[step.id.rawValue] = .object(Dictionary(entries.filter { $0.1 != .null }) { $1 })
      default: break
      }
    }
    members["confirmed"] = .object(confirmed)
    members["shown"] = .object(shown)
    members["skipped"] = .object(Dictionary(skipped.map { ($0.rawValue, "another team's") }) { $1 })
    members["wishes"] = ["scim": true]
    return JSON.object(members).indented
  }

  @Test(
    "so do those of people who move over, and of a connection that runs",
    arguments: [(Playbook.Flow.migrate, IdentitySource.otherIdP), (.migrate, .activeDirectory), (.adopt, .thisIdP)])
  func flows(flow: Playbook.Flow, source: IdentitySource) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("answers.json")
      try TestFile.write(answers(flow, from: source), to: path)
      #expect(try twice("okta", path, in: directory, flow: flow).isComplete)
    }
  }

  @Test("left at a word, at a value, amid a comparison or behind a step that was left out, it stops there again")
  func halfDone() throws {
    for text in [
      try answers(.setUp, from: .unused, without: ["create-okta-groups"]),
      try answers(.setUp, from: .unused, without: ["enable-scim"], skipped: ["keep-emergency-access"]),
      try answers(.setUp, from: .unused, notShown: [.issuerURL]),
    ] {
      try TemporaryDirectory.with { directory in
        let path = directory.path("answers.json")
        try TestFile.write(text, to: path)
        let left = try twice("okta", path, in: directory, exit: 4)
        #expect(!left.isComplete && left.counts.done > 5)
      }
    }
  }

  @Test("a file that was given to a single step is known by its whole path")
  func path() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      #expect(try Signpost.run(["setup", "okta", "--no-input", "--store", store]).status == 4)
      let evidence = ["--evidence", "Fixtures/okta.xml", "--store", store]
      #expect(try Signpost.run(["step", "answer", "save-okta-metadata"] + evidence).status == 0)
      let file = AnswersFile(of: try progress(of: "okta", in: store))
      #expect(file.facts[.idpMetadata] == .text(Signpost.root + "/Fixtures/okta.xml"))
    }
  }
}
