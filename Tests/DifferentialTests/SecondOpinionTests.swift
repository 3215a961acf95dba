import Platform
import Support
import Testing

/// Signpost's verdicts beside those of programs that share no code with it.
///
/// Over the fixtures in every run; over a directory of real metadata with `make differential CORPUS=DIR`. What is said
/// differently has to be in the tables, with the reason why that is right.
@Suite struct SecondOpinionTests {
  static let hasXMLLint = Tool.xmllint != nil
  static let hasSchema = hasXMLLint && MetadataSchema.isInstalled
  static let hasOpenSSL = Tool.openssl != nil

  /// What Signpost says of every document, asked once for all tests.
  static let judgements = Task {
    let signpost = try Tool.signpost()
    return try await Corpus.forEach(try Corpus.documents()) { ($0, try Judgement(of: $0.path, by: signpost)) }
  }

  @Test(.enabled(if: hasXMLLint, "xmllint is not installed (Debian: libxml2-utils)"))
  func `what is well-formed to xmllint is well-formed to Signpost`() async throws {
    let xmllint = try #require(Tool.xmllint)
    let tables = try Tables.read()
    let verdicts = try await Corpus.forEach(try await Self.judgements.value) { document, judgement in
      (document, Self.difference(isAccepted: try XMLLint.accepts(document.path, xmllint), judgement))
    }
    expectNothing(tables, .wellFormedness, verdicts.map { ($0, $1.map { [$0] } ?? [], nil) })
  }

  static func difference(isAccepted: Bool, _ judgement: Judgement) -> Difference? {
    let errors = judgement.syntaxErrors.sorted().joined(separator: ",")
    guard isAccepted != errors.isEmpty else { return nil }
    let text = isAccepted ? "xmllint parses it; Signpost reports \(errors)" : "xmllint does not parse it; Signpost does"
    return Difference(
      oracle: .wellFormedness, subject: "document", text: text, theirs: isAccepted ? "parsed" : "not parsed",
      ours: isAccepted ? errors : "-")
  }

  @Test(
    .enabled(
      if: hasSchema,
      "xmllint or the schemas are not installed (Debian: libxml2-utils opensaml-schemas xmltooling-schemas)"
    ))
  func `what the schema says Signpost says, or has a reason not to`() async throws {
    let tables = try Tables.read()
    let findings = try await TemporaryDirectory.with { directory in
      try TestFile.write(MetadataSchema.catalog, to: directory.path("catalog.xml"))
      var xmllint = try #require(Tool.xmllint)
      xmllint.environment["XML_CATALOG_FILES"] = directory.path("catalog.xml")
      return try await Corpus.forEach(try await Self.judgements.value) { [xmllint] document, judgement in
        (document, try XMLLint.complaints(of: document.path, xmllint), judgement)
      }
    }
    // A document that is refused as a whole is as invalid to Signpost as to the schema, whatever else is in it.
    let invalid = findings.map { ($0, $2.isRefusal ? [] : $1 ?? [], $2) }
    expectNothing(tables, .schema, invalid)
    let unexplained = findings.flatMap { document, complaints, judgement in
      complaints?.isEmpty == true
        ? judgement.errors.filter { tables.rules[$0] == nil }.map { "\(document.path): \($0)" } : []
    }
    #expect(unexplained == [], "the schema finds these valid, and Rules.tsv does not say why it cannot see the error")
  }

  @Test(.enabled(if: hasOpenSSL, "openssl is not installed"))
  func `what openssl says of a certificate Signpost says`() async throws {
    let openssl = try #require(Tool.openssl)
    let tables = try Tables.read()
    let documents = try Corpus.documents()
    let found = try await Corpus.forEach(documents) { CertificateText.all(in: $0.bytes) }
    var seen: Set<String> = []
    let texts = found.joined().filter { seen.insert($0).inserted }
    let ours = try CertificateFacts.ofSignpost(texts, by: try Tool.signpost())
    let theirs = try await Self.openSSL(texts, by: openssl)
    let differences = zip(zip(theirs, ours), texts).map {
      ($1, CertificateFacts.differences(openssl: $0.0, signpost: $0.1))
    }
    let byText = Dictionary(uniqueKeysWithValues: differences)
    expectNothing(
      tables, .certificate, zip(documents, found).map { ($0, $1.flatMap { byText[$0] ?? [] }, nil) })
    #expect(!texts.isEmpty)
  }

  /// What openssl says of each text; nothing of one that is no base64.
  static func openSSL(_ texts: [String], by openssl: Tool) async throws -> [CertificateFacts] {
    try await TemporaryDirectory.with { directory in
      var paths: [String] = []
      for (index, text) in texts.enumerated() {
        paths.append(directory.path("\(index).der"))
        try TestFile.write(CertificateText.der(of: text) ?? [], to: paths[index])
      }
      let digests = try openssl.run(["dgst", "-sha1", "-c"] + paths).output.split(separator: "\n").map { line in
        // `SHA1(PATH)= 57:8c:…`
        String(line.drop { $0 != "=" }.dropFirst(2)).uppercased()
      }
      guard digests.count == paths.count else { throw ToolFailure(description: "openssl dgst did not read every file") }
      return try await Corpus.forEach(Array(zip(paths, digests))) { path, sha1 in
        try CertificateFacts.ofOpenSSL(path, sha1: sha1, by: openssl)
      }
    }
  }

  private func expectNothing(
    _ tables: Tables, _ oracle: Oracle, _ findings: [(Corpus.Document, [Difference], Judgement?)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var found: [Tables.Entry: Tables.Saying] = [:]
    var problems: [String] = []
    for (document, differences, judgement) in findings {
      let verdict = tables.verdict(differences, in: document.path, sha256: document.sha256, judgement: judgement)
      found.merge(verdict.found) { first, _ in first }
      problems += verdict.problems
    }
    problems += tables.problems(with: oracle, found: found, among: Set(findings.map(\.0.sha256)))
    if !problems.isEmpty {
      Issue.record("\(problems.joined(separator: "\n"))", sourceLocation: sourceLocation)
    }
  }
}
