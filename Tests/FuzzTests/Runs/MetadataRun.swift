import Console
import Markup
import Reports
import Rules
import SAML
import Setup

/// A metadata file: judged whole and in pieces, inspected, judged beside the other side's file, and told in one of the
/// formats.
enum MetadataRun {
  static let tool = ValidationReport.Tool(version: "0")
  static let judge = Judge(settings: Settings(now: Claim.now))
  static let identityProvider = good("IDP001", "idp.xml")
  static let serviceProvider = good("SP001", "aws.xml")

  /// What is told of an input. To tell takes longer than to judge.
  private enum Format: Turn {
    case nothing, human, narrowHuman, concise, narrowConcise, json, sarif, junit, github, markdown, baseline, inspection
    case inspectionAsJSON

    static let allCases =
      [
        human, narrowHuman, concise, narrowConcise, json, sarif, junit, github, markdown, baseline, inspection,
        inspectionAsJSON,
      ] + Array(repeating: nothing, count: 24)
  }

  private static let narrow = Appearance(
    colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 20)
  private static let wide = Appearance(
    colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: 100)

  static func run(_ bytes: [UInt8]) throws(Claim.Broken) {
    let verdict = judge.judge(bytes, path: "idp.xml")
    try Claim.holds(areSame(verdict.findings, inPieces(bytes).findings), "pieces do not matter")
    if verdict.outcome.fault != nil {
      try Claim.holds(verdict.findings.contains { $0.severity == .error }, "what cannot be read is an error")
    }
    let partner = verdict.isAWS ? (identityProvider, verdict) : (verdict, serviceProvider)
    let report = ValidationReport(
      tool: tool, now: Claim.now, files: [.init(verdict), .init(verdict.isAWS ? partner.0 : partner.1)],
      pairFindings: judge.pair(identityProvider: partner.0, serviceProvider: partner.1),
      contracts: [judge.contract(identityProvider: partner.0, serviceProvider: partner.1)].compactMap(\.self))
    try tell(report, inspection(of: bytes), as: .of(bytes))
  }

  private static func tell(
    _ report: ValidationReport, _ inspection: Inspection, as format: Format
  ) throws(Claim.Broken) {
    switch format {
    case .nothing: break
    case .human: try Claim.isInert(HumanReport(report, appearance: wide).text, "human")
    case .narrowHuman: try Claim.isInert(HumanReport(report, appearance: narrow).text, "human")
    case .concise: try Claim.isInert(ConciseReport(report, appearance: wide).text, "concise")
    case .narrowConcise: try Claim.isInert(ConciseReport(report, appearance: narrow).text, "concise")
    case .json: try Claim.isJSON(JSONReport(report).text, "json")
    case .sarif:
      // The pages of rules that found nothing are always the same, and cost more than all the rest.
      let found = Set(report.findings.map(\.rule.id))
      let catalogue = Catalogue.rules.filter { found.contains($0.id) }
      try Claim.isJSON(SARIFReport(report, catalogue: catalogue).text, "sarif")
    case .junit:
      let junit = JUnitReport(report, failOn: .error).text
      try Claim.isInert(junit, "junit")
      var reader = DocumentReader(vocabulary: Vocabulary([])) { _ in }
      reader.feed(Array(junit.utf8)[...])
      try Claim.holds(reader.finish().fault == nil, "junit is XML")
    case .github: try check(github: GitHubReport(report).text)
    case .markdown: try Claim.isInert(MarkdownReport(report, failOn: .error).text, "markdown")
    case .baseline:
      let baseline = Baseline(report)
      try Claim.holds(
        (try? Baseline(reading: Array(baseline.document.utf8))) == baseline, "a baseline reads as written")
    case .inspection: try Claim.isInert(HumanInspection(inspection, appearance: wide).text, "inspection")
    case .inspectionAsJSON: try Claim.isJSON(JSONInspection(inspection, tool: tool).text, "inspection as JSON")
    }
  }

  private static func check(github text: String) throws(Claim.Broken) {
    try Claim.isInert(text, "github")
    let commands = ["::error ", "::warning ", "::notice "]
    for line in text.split(separator: "\n") {
      try Claim.holds(commands.contains { line.hasPrefix($0) } || !line.contains("::"), "github: \(line)")
      try Claim.holds(!line.contains("##["), "github: \(line)")
    }
  }

  private static func inspection(of bytes: [UInt8]) -> Inspection {
    var inspector = DocumentInspector(path: "idp.xml", now: Claim.now)
    inspector.feed(bytes[...])
    return inspector.finish()
  }

  /// The same document as it comes through a slow pipe.
  private static func inPieces(_ bytes: [UInt8]) -> Verdict {
    let size = Int(digest(bytes) % 61) + 1
    var document = judge.document(path: "idp.xml")
    var rest = bytes[...]
    while document.wantsMore, !rest.isEmpty {
      document.feed(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return document.finish()
  }

  private static func areSame(_ one: [Finding], _ other: [Finding]) -> Bool {
    one.elementsEqual(other) {
      $0.place.start == $1.place.start && $0.rule.id == $1.rule.id && $0.severity == $1.severity
        && $0.message == $1.message
    }
  }

  private static func good(_ rule: String, _ path: String) -> Verdict {
    let text = (Catalogue.rule(named: rule)?.passing.first?.text ?? "").filter { !"«»".contains($0) }
    return judge.judge(Array(text.utf8), path: path)
  }
}
