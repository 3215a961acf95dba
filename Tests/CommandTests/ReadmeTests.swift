import Platform
import Support
import Testing

@testable import signpost

@Suite("The README: what it tells people to type")
struct ReadmeTests {
  private let text: String
  /// The lines of the code blocks.
  private let code: [String]

  init() throws {
    text = try TestFile.text(Signpost.root + "/README.md")
    let blocks = text.components("\n```").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    code = blocks.flatMap { $0.split(separator: "\n").dropFirst($0.hasPrefix("\n") ? 0 : 1).map(String.init) }
  }

  /// The command lines of the code blocks, without prompt and comment, in their order.
  private var commandLines: [String] {
    code.map { line in
      let typed = line.hasPrefix("$ ") ? String(line.dropFirst(2)) : line
      return typed.components(" #").first ?? typed
    }
    .filter { $0.hasPrefix("signpost ") }
  }

  /// The words behind the program's name, and the file that a redirection names.
  private func divided(_ line: String) -> (arguments: [String], input: String?) {
    let parts = line.components(" < ")
    return (Array(words(parts[0]).dropFirst()), parts.count > 1 ? words(parts[1]).first : nil)
  }

  @Test("every command line is understood")
  func grammar() throws {
    #expect(commandLines.count > 8)
    for line in commandLines {
      let arguments = divided(line).arguments
      #expect(throws: Never.self, "\(line)") { try Grammar.signpost.parse(arguments) }
    }
  }

  @Test("every command line does what it says: on good files and a set-up that is done, status 0; on a broken one 1")
  func run() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("metadata"))
      for (name, fixture) in [
        ("idp.xml", "okta.xml"), ("aws.xml", "identity-center.xml"), ("response.xml", "responses/okta.xml"),
        ("Fixtures/broken/sign-in-event.json", "broken/sign-in-event.json"), ("metadata/idp.xml", "okta.xml"),
        ("Fixtures/broken/iam-federation.xml", "broken/iam-federation.xml"),
        ("Fixtures/lists/okta-users.csv", "lists/okta-users.csv"), ("Fixtures/lists/groups.csv", "lists/groups.csv"),
        ("Fixtures/lists/identity-center-users.json", "lists/identity-center-users.json"),
      ] {
        let path = directory.path(name)
        try TestFile.makeDirectory(path.components("/").dropLast().joined(separator: "/"))
        try TestFile.write(try TestFile.read("\(Signpost.root)/Fixtures/\(fixture)"), to: path)
      }
      let environment = ["SIGNPOST_STORE": directory.path("store")]
      let begun = try Signpost.run(
        ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input"], environment: environment)
      #expect(begun.status == 0)
      for line in commandLines {
        let (arguments, input) = divided(line)
        let run = try Signpost.run(
          arguments, input: try input.map { try TestFile.text(directory.path($0)) } ?? "", environment: environment,
          directory: directory.path)
        #expect(run.status == (line.contains("Fixtures/broken/") ? 1 : 0), "\(line): \(run.errors)")
      }
    }
  }

  @Test("what the program is shown to answer is what it answers")
  func answers() throws {
    let places = code.indices.filter { code[$0].hasPrefix("$ ") }
    #expect(!places.isEmpty)
    for place in places {
      let run = try Signpost.run(divided(String(code[place].dropFirst(2))).arguments)
      let shown = code[(place + 1)...].prefix { $0 != "…" && !$0.hasPrefix("$ ") }
      #expect(!shown.isEmpty)
      #expect(run.output.hasPrefix(shown.joined(separator: "\n")), "\(run.output)")
    }
  }

  @Test("its table of exit statuses is the program's")
  func exitStatuses() {
    let rows = text.parts(between: "\n| ", and: " |").compactMap { Int32($0) }
    #expect(rows == ExitStatus.allCases.map(\.rawValue))
  }

  @Test("every suite of tests that it names is there: a filter that finds none would succeed")
  func suites() throws {
    let last = text.parts(between: "`", and: "`").map { words($0).last ?? "" }
    let named = Set(last.flatMap { $0.components("|") }.filter { $0.hasSuffix("Tests") })
    #expect(named.count > 10)
    var there: Set<String> = []
    for path in try Directory.files(under: Signpost.root + "/Tests", suffix: "Tests.swift").files {
      there.insert(String((path.components("/").last ?? "").dropLast(6)))
    }
    #expect(named.subtracting(there) == [])
  }

  @Test("every make target and every file that it names is there")
  func targetsAndLinks() throws {
    let makefile = try TestFile.text(Signpost.root + "/Makefile")
    let targets = code.filter { $0.hasPrefix("make ") }.compactMap { words($0).dropFirst().first }
    #expect(targets.count > 3)
    for target in targets { #expect(makefile.contains("\n\(target):"), "\(target)") }
    let links = text.parts(between: "](", and: ")").filter { !$0.hasPrefix("http") }
    #expect(links.count > 2)
    for link in links { #expect(TestFile.exists("\(Signpost.root)/\(link)"), "\(link)") }
  }
}
