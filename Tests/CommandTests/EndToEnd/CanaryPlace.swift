import Platform
import Support
import Testing

/// A machine on which a secret lies everywhere where it belongs, and wherever somebody has put it by mistake.
struct CanaryPlace {
  /// Something in which the secret is looked for.
  struct Place {
    let name: String
    let text: String
  }

  private let directory: TemporaryDirectory
  private var secret: String { CanaryTests.secret }

  /// Makes the machine, with a set-up that has been gone through.
  static func with(_ body: (CanaryPlace) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      let place = CanaryPlace(directory: directory)
      for name in ["home", "temporary", "store", "work"] { try TestFile.makeDirectory(directory.path(name)) }
      try place.give()
      try FakeAWS(in: directory).answerAll()
      let begun = try place.run("setup okta --answers Fixtures/answers-okta.json --no-input")
      #expect(begun.contains { $0.name == "status" && $0.text == "0" }, "\(begun)")
      try body(place)
    }
  }

  /// A path below the machine's directory; `creating` makes the directories above it.
  func path(_ name: String, creating: Bool = false) throws -> String {
    if creating { try TestFile.makeDirectory(Directory.parent(of: directory.path(name))) }
    return directory.path(name)
  }

  /// The programs that the last command started.
  var children: [String] {
    get throws { try TestFile.text(directory.path("trace")).split(separator: "\n").map(String.init).filter(isChild) }
  }

  /// The program itself is started first, by whoever traces it; a name that is looked for in `PATH` is no start.
  private func isChild(_ call: String) -> Bool {
    call.contains("execve(") && !call.contains("/signpost\"") && !call.contains("ENOENT")
  }

  /// Runs a command line of ``CanaryCases`` to its end, and gives all that came of it: its outputs, the files that it wrote,
  /// and the arguments of the programs that it started.
  func run(_ line: String) throws -> [Place] {
    let typed = words(line).map { word in
      word == "%"
        ? word
        : word.replacing("%", with: directory.path("given")).replacing("@@", with: "\(secret)\u{1}")
          .replacing("@", with: secret).replacing("\u{1}", with: "@")
    }
    let variables = typed.prefix { $0.contains("=") }
    var environment = Signpost.environment.merging([
      "HOME": directory.path("home"), "TMPDIR": directory.path("temporary"),
      "PATH": directory.path("fake") + ":/usr/bin:/bin", "AWS_SECRET_ACCESS_KEY": secret,
      "AWS_SESSION_TOKEN": secret, "SCIM_TOKEN": secret, "SIGNPOST_TOKEN": secret,
      "https_proxy": "http://ada:\(secret)@127.0.0.1:9",
    ]) { $1 }
    for variable in variables {
      let name = variable.prefix { $0 != "=" }
      environment[String(name)] = String(variable.dropFirst(name.count + 1))
    }
    if environment["REFUSED"] != nil { try refuse() }
    let strace = try #require(TestTool.path(of: "strace"))
    let outcome = try ChildProcess.run(
      executable: "/bin/sh",
      arguments: [
        "-c", "cd \"$0\" && exec \"$@\"", directory.path("work"), strace, "-f", "-qq", "-s", "1000000", "-e",
        "trace=execve", "-o", directory.path("trace"), try Support.binary(named: "signpost"),
      ] + typed.dropFirst(variables.count) + ["--store", directory.path("store"), "--now", Signpost.now],
      environment: environment, input: Array("\(secret)\n".utf8), deadline: .seconds(120), outputLimit: 16 << 20)
    guard case .exited(let status) = outcome.ending else { throw SupportFailure("\(line): \(outcome.ending)") }
    return [
      Place(name: "status", text: "\(status)"),
      Place(name: "standard output", text: String(decoding: outcome.output, as: UTF8.self)),
      Place(name: "standard error", text: String(decoding: outcome.errors, as: UTF8.self)),
      Place(name: "arguments", text: try children.joined(separator: "\n")),
    ]
      + (try ["home", "temporary", "store", "work"].flatMap { try files(in: directory.path($0)) })
  }

  /// Every file below a directory, hidden ones too, by its name and its contents.
  private func files(in path: String) throws -> [Place] {
    try Directory.entries(of: path).flatMap { entry -> [Place] in
      let own = Directory.path(of: entry.name, in: path)
      switch entry.kind {
      case .directory: return try files(in: own)
      case .symbolicLink: return []
      default: return [Place(name: own, text: entry.name + "\n" + (try TestFile.text(own)))]
      }
    }
  }

  /// AWS refuses in words that repeat what it was shown.
  private func refuse() throws {
    try TestFile.write(
      "printf '\\nAn error occurred (InvalidClientTokenId): the token \(secret) is invalid, Bearer \(secret)\\n' >&2; exit 254",
      to: directory.path("fake/answers/sts-get-caller-identity"))
  }

  /// The files of others that hold the secret, and the fixtures.
  private func give() throws {
    let given = directory.path("given")
    try TestFile.makeDirectory(given)
    try TestFile.makeLink(at: directory.path("work/Fixtures"), to: Signpost.root + "/Fixtures")
    let okta = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
    let answers = try TestFile.text(Signpost.root + "/Fixtures/answers-okta.json")
    let key = "-----BEGIN PRIVATE KEY-----\n\(secret)\n-----END PRIVATE KEY-----"
    let certificate = try #require(okta.parts(between: "X509Certificate>", and: "</").first)
    let files = [
      "token": secret + "\n", "key.pem": key + "\n", "key.xml": okta.replacing(certificate, with: key),
      "comment.xml": okta.replacing("<md:IDPSSO", with: "<!-- \(key) --><md:IDPSSO"),
      "password.xml": okta.replacing("Location=\"https://", with: "Location=\"https://ada:\(secret)@"),
      "message": "An error occurred: Authorization: Bearer \(secret) was refused; AADSTS50011\n",
      "header.csv": "login,\(secret)\nada,x\n",
      "edited.md": "- [x] done\n<!-- value: pilot-user -->\(secret)\nNote: token \(secret)\n",
      "answers-value.json": answers.replacing("\"ada@example.com\",\n  \"perm", with: "\"\(secret)\",\n  \"perm"),
      "answers-name.json": "{\"\(secret)\": 1}", "answers-cut.json": "{\"scim-token\": \"\(secret)",
      "answers-url.json": answers.replacing("awsapps.com/start", with: "awsapps.com/start?token=\(secret)"),
      "answers-word.json": answers.replacing("seen in the console", with: "Bearer \(secret)"),
      "name.json": "{\"\(secret)\": 1}", "value.json": "{\"fail-on\": \"\(secret)\"}",
      "cut.json": "{\"fail-on\": \(secret)",
      "rule.json": "{\"ignore\": [\"\(secret)\"], \"severity\": {\"\(secret)\": \"note\"}}",
      "reason.json":
        "{\"suppress\": [{\"rule\": \"IDP010\", \"reason\": \"Bearer \(secret)\", \"until\": \"2027-01-01\"}]}",
      "baseline.json": "{\"baseline\": \"\(secret)\"}",
      "expected.json": "{\"expected\": {\"acs-urls\": [\"https://ada:\(secret)@h.example/acs\"]}}",
    ]
    for (name, text) in files { try TestFile.write(text, to: given + "/" + name) }
  }
}
