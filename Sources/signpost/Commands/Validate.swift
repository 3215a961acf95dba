import Console
import Parties
import Platform
import Reports
import Rules
import SAML

/// `signpost validate`: judges files one by one, and AWS's file together with each identity provider's.
struct Validate {
  let gate: Gate
  let program: Program

  var options: ValidateOptions { gate.options }

  func run() throws(Failure) -> ExitStatus {
    let judge = try Judge(settings: settings())
    var judged = try JudgedFiles(judge: judge, typed: typed())
    var files: [ValidationReport.File] = []
    let named = try namedFiles()
    for (file, found) in zip(named, try results(of: named, by: judge)) {
      files.append(found.report)
      if let verdict = found.verdict { judged.verdicts.append(JudgedFiles.Item(verdict: verdict, side: file.side)) }
    }
    let shortfalls = shortfalls(of: judged)
    let found = ValidationReport(
      tool: Program.tool, now: program.now, files: files, pairFindings: judged.findings, contracts: judged.contracts,
      jointRules: judged.rules,
      shortfalls: shortfalls.map { .init(path: $0.path, words: $0.failure.words.rendered(.plain)) })
    // What is wrong with a file says more than that the entity is not in it, whether or not it is to fail the run.
    if let wanted = options.entity, found.unreadable.isEmpty, found.worst != .error {
      try requireEntity(wanted, in: judged.verdicts.map(\.verdict))
    }
    let report = try gate.settle(found)
    try program.write(document(report), to: options.output)
    if let undone = shortfalls.first(where: { $0.failure.status == .couldNot }) { throw undone.failure }
    if let unread = report.unreadable.first?.error { return try miss(unread, of: report.unreadable.count) }
    if let failed = shortfalls.first { throw failed.failure }
    return status(of: report)
  }

  /// Ends where files could not be read. The document names them; where it went to a file, nobody has seen that.
  private func miss(_ first: String, of count: Int) throws(Failure) -> ExitStatus {
    guard options.output != .standardOutput else { return .couldNot }
    let others: StyledText = count > 1 ? "; \(ours: counted(count - 1, "other file")) could not be read either" : ""
    throw .couldNot("\(untrusted: first)\(others)")
  }

  /// What the findings come to.
  private func status(of report: ValidationReport) -> ExitStatus {
    guard let worst = report.worst, let limit = options.failOn.severity else { return .done }
    return worst >= limit ? .findings : .done
  }

  /// What was asked for and did not come about, with the file that it was asked of. A proof that could not be had is no
  /// pass, whatever else was found; one that failed is only forgiven where nothing is to fail.
  private func shortfalls(of judged: JudgedFiles) -> [(path: String?, failure: Failure)] {
    let uncompared = judged.uncompared.map { [(nil as String?, $0)] } ?? []
    guard options.verifySignature else { return uncompared }
    return uncompared
      + judged.verdicts.compactMap { item in
        item.verdict.signatureFailure.map { (item.verdict.path, $0) }
      }.filter { $0.1.status == .couldNot || options.failOn.severity != nil }
  }

  private func document(_ report: ValidationReport) -> String {
    switch options.format {
    case .human: HumanReport(report, appearance: program.appearance(for: options.output)).text
    case .concise: ConciseReport(report, appearance: program.appearance(for: options.output)).text
    case .json: JSONReport(report).text
    case .sarif: SARIFReport(report).text
    case .junit: JUnitReport(report, failOn: options.failOn.severity).text
    case .github: GitHubReport(report).text
    case .markdown: MarkdownReport(report, failOn: options.failOn.severity).text
    }
  }

  // MARK: Settings

  private func settings() throws(Failure) -> Settings {
    var settings = Settings(now: program.now)
    settings.entityID = options.entity
    settings.expiryWindow = options.expiresWithin.seconds / 86_400
    if !options.select.isEmpty { settings.selected = try rules(options.select, of: "select") }
    settings.ignored = try rules(options.ignore, of: "ignore")
    for override in options.severities {
      for id in try rules([override.rule], of: "severity") { settings.severities[id] = override.level.severity }
    }
    gate.complete(&settings)
    return settings
  }

  /// What consoles show.
  private func typed() throws(Failure) -> TypedValues {
    var typed = TypedValues(
      acsURLs: options.acsURLs, entityID: options.entityID, nameIDFormat: options.nameIDFormat,
      signOnURL: options.signOnURL, scimEndpoint: options.scimEndpoint)
    guard let input = options.trustedCertificates else { return typed }
    typed.trusted = TrustedCertificates(
      text: String(decoding: try program.read(input, limit: Self.mostTrustedBytes), as: UTF8.self))
    guard typed.trusted != nil else {
      throw .couldNot(
        """
        \(untrusted: input.argument): no certificate and no fingerprint in it; expected PEM blocks, or SHA-1 or SHA-256 \
        fingerprints, of the certificates that AWS lists under Manage SAML 2.0 certificates
        """)
    }
    return typed
  }

  /// More than any list of certificates has.
  private static let mostTrustedBytes = 1 << 20

  /// Says that no document has the entity that was asked for.
  private func requireEntity(_ entityID: String, in verdicts: [Verdict]) throws(Failure) {
    let isFound = verdicts.contains { $0.entityID == entityID || ($0.passedOver > 0 && $0.entities > 0) }
    guard !isFound, let file = verdicts.max(by: { $0.passedOver < $1.passedOver }) else { return }
    throw .usage(
      """
      \(ours: gate.place(of: "entity")) \(given: entityID): no entity of \(untrusted: file.path) has this entityID; \
      \(.command("signpost inspect \(untrusted: ShellText.word(file.path))")) lists what it has
      """)
  }

  /// The ids of rules that are named by id, name or family.
  private func rules(_ words: [String], of flag: String) throws(Failure) -> Set<String> {
    var ids: Set<String> = []
    for word in words {
      guard let rules = Catalogue.rules(named: word) else { throw .unknownRule(word, at: gate.place(of: flag)) }
      ids.formUnion(rules.map(\.id))
    }
    return ids
  }
}

extension SeverityLevel {
  var severity: Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

extension FailOn {
  /// The lowest severity that fails; nil for `never`.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    case .never: nil
    }
  }
}
