import Support
import Testing

@Suite("signpost validate: suppressions")
struct SuppressionTests {
  private static let entity = "http://www.okta.com/exk1example0fixture01"

  private func run(
    _ suppressions: String, _ format: String = "concise", now: String = Signpost.now, file: String = "transient.xml"
  ) throws -> Signpost.Run {
    try TemporaryDirectory.with { directory in
      try Policy.files(in: directory.path)
      try TestFile.write(
        "{\"fail-on\": \"warning\", \"suppress\": [\(suppressions)]}", to: directory.path(".signpost.json"))
      return try Signpost.run(["validate", file, "--format", format], now: now, directory: directory.path)
    }
  }

  private let own = #"{"rule": "NID001", "reason": "OPS-1 <b>", "until": "2026-11-30"}"#

  @Test("what is suppressed does not count until its last day is over, and then comes back and says so")
  func end() throws {
    let last = try run(own, now: "2026-11-30T23:59:59Z")
    #expect(last.status == 0)
    #expect(last.output.contains("warning[NID001]"))
    #expect(last.output.hasSuffix(" (suppressed until 2026-11-30: OPS-1 <b>)\n"))
    let over = try run(own, now: "2026-12-01T00:00:00Z")
    #expect(over.status == 1)
    #expect(over.output.hasSuffix(" (its suppression ended on 2026-11-30: OPS-1 <b>)\n"))
  }

  @Test("an entity that is named limits it; one that fits nothing is remarked on")
  func entity() throws {
    let one = own.replacing("\"reason\"", with: "\"entity\": \"\(Self.entity)\", \"reason\"")
    #expect(try run(one).status == 0)
    let other = try run(one.replacing("fixture01", with: "fixture02"))
    #expect(other.status == 1)
    #expect(!other.output.contains("suppress"))
    let named = Self.entity.replacing("fixture01", with: "fixture02")
    #expect(other.message.contains(".signpost.json:1:37: no finding of NID001 of \(named) needs this suppression"))
    let secret = try run(one.replacing("http://www", with: "http://ada:word@www"))
    #expect(secret.message.contains("NID001 of http://••••@www.okta.com/"), "\(secret.message)")
  }

  @Test("where its rule had nothing to look at, nobody says that it is not needed")
  func notAsked() throws {
    #expect(try run(own, file: "aws.xml").errors == "")
    #expect(try run(own, file: "okta.xml").message.contains("no finding of NID001 needs this suppression"))
  }

  @Test("one of two rules' findings is suppressed alone, and one that is over gives way to one that is not")
  func several() throws {
    #expect(try run(own.replacing("NID001", with: "NID002")).status == 1)
    #expect(try run(own.replacing("2026-11-30", with: "2026-01-01") + ", " + own).status == 0)
  }

  @Test("every format says it, in its own way")
  func formats() throws {
    let over = "2026-12-01T00:00:00Z"
    let human = try run(own, "human").output
    #expect(human.contains("nothing that counts") && human.contains("suppressed until 2026-11-30: OPS-1 <b>"))
    #expect(human.contains("nothing to report in 1 file; not counted: 1 suppressed"))
    #expect(try run(own, "human", now: over).output.contains("= its suppression ended on 2026-11-30: OPS-1 <b>"))
    let json = try run(own, "json").output
    #expect(json.contains("\"standing\": \"suppressed\"") && json.contains("\"suppressed\": 1"))
    #expect(json.contains("\"place\": \".signpost.json:1:37\"") && json.contains("\"warnings\": 0"))
    #expect(try run(own, "json", now: over).output.contains("\"standing\": \"suppression-ended\""))
    let sarif = try run(own, "sarif").output
    #expect(
      sarif.contains("\"kind\": \"external\"") && sarif.contains("OPS-1 <b> (until 2026-11-30, .signpost.json:1:37)"))
    let ended = try run(own, "sarif", now: over).output
    #expect(ended.contains("\"suppressions\": []") && ended.contains("its suppression ended on 2026-11-30"))
    let junit = try run(own, "junit").output
    #expect(junit.contains("<skipped message=\"suppressed\"/>") && junit.contains("skipped=\"1\""))
    #expect(junit.contains("failures=\"0\""))
    #expect(try run(own, "junit", now: over).output.contains("failures=\"1\""))
    let github = try run(own, "github").output
    #expect(github.contains("::notice ") && !github.contains("::warning "))
    #expect(github.contains("suppressed until 2026-11-30"))
    #expect(try run(own, "github", now: over).output.contains("::warning "))
    let markdown = try run(own, "markdown").output
    #expect(markdown.contains("validate: passed") && markdown.contains("| warning, suppressed |"))
    #expect(markdown.contains("| identity-provider, Okta | 0 | 0 | 0 |"))
    #expect(markdown.contains("OPS-1"))
  }
}
