import Console
import Markup
import Reports
import Rules
import SAML
import Setup

/// A metadata file: judged whole and in pieces, alone and beside AWS's, and told in every format.
enum MetadataRun {
  static let tool = ValidationReport.Tool(version: "0")
  static let judge = Judge(settings: Settings(now: Claim.now))
  static let identityProvider = good("IDP001", "idp.xml")
  static let serviceProvider = good("SP001", "aws.xml")

  private static let narrow = Appearance(
    colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 20)
  private static let wide = Appearance(
    colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: 100)

  static func run(_ bytes: [UInt8]) {
    let verdict = judge.judge(bytes, path: "idp.xml")
    Claim.holds(
      verdict.findings.map(words) == inPieces(bytes).findings.map(words), "pieces do not matter")
    if verdict.outcome.fault != nil {
      Claim.holds(verdict.findings.contains { $0.severity == .error }, "what cannot be read is an error")
    }
    let partner = verdict.isAWS ? (identityProvider, verdict) : (verdict, serviceProvider)
    let report = ValidationReport(
      tool: tool, now: Claim.now, files: [.init(verdict), .init(verdict.isAWS ? partner.0 : partner.1)],
      pairFindings: judge.pair(identityProvider: partner.0, serviceProvider: partner.1),
      contracts: [judge.contract(identityProvider: partner.0, serviceProvider: partner.1)].compactMap(\.self))
    tell(report)
    inspect(bytes)
    let baseline = Baseline(report.findings)
    Claim.holds((try? Baseline(reading: Array(baseline.document.utf8))) == baseline, "a baseline reads as written")
  }

  private static func tell(_ report: ValidationReport) {
    for look in [narrow, wide] {
      Claim.isInert(HumanReport(report, appearance: look).text, "human")
      Claim.isInert(ConciseReport(report, appearance: look).text, "concise")
    }
    // The pages of rules that found nothing are always the same, and cost more than all the rest.
    let found = Set(report.findings.map(\.rule.id))
    let sarif = SARIFReport(report, catalogue: Catalogue.rules.filter { found.contains($0.id) }).text
    let json = [("json", JSONReport(report).text), ("sarif", sarif)]
    for (name, text) in json {
      Claim.isInert(text, name)
      Claim.holds((try? JSON(reading: Array(text.utf8))) != nil, "\(name) is JSON")
    }
    let junit = JUnitReport(report, failOn: .error).text
    Claim.isInert(junit, "junit")
    var reader = DocumentReader(vocabulary: Vocabulary([])) { _ in }
    reader.feed(Array(junit.utf8)[...])
    Claim.holds(reader.finish().fault == nil, "junit is XML")
    let github = GitHubReport(report).text
    Claim.isInert(github, "github")
    let commands = ["::error ", "::warning ", "::notice "]
    for line in github.split(separator: "\n") {
      Claim.holds(commands.contains { line.hasPrefix($0) } || !line.contains("::"), "github: \(line)")
      Claim.holds(!line.contains("##["), "github: \(line)")
    }
    Claim.isInert(MarkdownReport(report, failOn: .error).text, "markdown")
  }

  private static func inspect(_ bytes: [UInt8]) {
    var inspector = DocumentInspector(path: "idp.xml", now: Claim.now)
    inspector.feed(bytes[...])
    let inspection = inspector.finish()
    Claim.isInert(HumanInspection(inspection, appearance: wide).text, "inspection")
    let json = JSONInspection(inspection, tool: tool).text
    Claim.isInert(json, "inspection as JSON")
    Claim.holds((try? JSON(reading: Array(json.utf8))) != nil, "an inspection is JSON")
  }

  /// The same document as it comes through a slow pipe.
  private static func inPieces(_ bytes: [UInt8]) -> Verdict {
    let size = bytes.count % 13 + 1
    var document = judge.document(path: "idp.xml")
    var rest = bytes[...]
    while document.wantsMore, !rest.isEmpty {
      document.feed(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return document.finish()
  }

  private static func words(_ finding: Finding) -> String {
    "\(finding.place.start) \(finding.rule.id) \(finding.severity) \(finding.message)"
  }

  private static func good(_ rule: String, _ path: String) -> Verdict {
    let text = (Catalogue.rule(named: rule)?.passing.first?.text ?? "").filter { !"«»".contains($0) }
    return judge.judge(Array(text.utf8), path: path)
  }
}
