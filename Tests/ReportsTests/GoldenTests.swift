import Console
import Reports
import Rules
import Setup
import Support
import Testing

@Suite struct GoldenTests {
  static let mixed = Documents.report([
    Documents.file(Documents.mixed, "idp.xml"), Documents.file(Documents.goodIdentityProvider, "okta.xml"),
    Documents.file(Documents.goodServiceProvider, "aws.xml"),
    .init(unreadable: "gone.xml", error: "cannot open gone.xml: no such file or directory"),
  ])

  @Test func humanOnATerminal() {
    Golden.expect(HumanReport(Self.mixed, appearance: Documents.terminal).text, at: "human.txt")
  }

  @Test func humanInAFileOfEightyColumns() {
    Golden.expect(HumanReport(Self.mixed, appearance: .plain).text, at: "human-plain.txt")
  }

  @Test func humanOnANarrowTerminalWithoutUnicode() {
    let narrow = Appearance(colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 40)
    Golden.expect(HumanReport(Self.mixed, appearance: narrow).text, at: "human-narrow-ascii.txt")
  }

  @Test func humanAboutHostileText() {
    let report = Documents.report([
      Documents.file(Documents.hostile, Documents.hostilePath), Documents.file(Documents.escape, "escape.xml"),
    ])
    Golden.expect(HumanReport(report, appearance: Documents.terminal).text, at: "human-hostile.txt")
  }

  @Test func humanAboutAPair() {
    let (idp, sp) = Documents.samePair
    let report = Documents.report(
      [.init(idp), .init(sp)], pair: Documents.judge.pair(identityProvider: idp, serviceProvider: sp))
    Golden.expect(HumanReport(report, appearance: Documents.terminal).text, at: "human-pair.txt")
  }

  @Test(arguments: ["okta", "google", "entra", "unknown"])
  func contract(name: String) throws {
    let report = try Documents.goodPair(name)
    Golden.expect(HumanReport(report, appearance: Documents.terminal).text, at: "contract-\(name).txt")
    let expected = name == "unknown" ? "MD012" : "PAIR015"
    #expect(ConciseReport(report).text.split(separator: "\n").allSatisfy { $0.contains(": warning[\(expected)]: ") })
    if name == "google" { Golden.expect(JSONReport(report).text, at: "validate-pair.json") }
  }

  @Test func anApplicationMadeByHandHasItsOwnWords() throws {
    let catalogue = Documents.example("IDP001")
    #expect(catalogue.contains("/app/amazon_aws_sso/"))
    let idp = Documents.verdict(catalogue.replacing("/app/amazon_aws_sso/", with: "/app/acme_aws_1/"), "idp.xml")
    let sp = Documents.verdict(Documents.goodServiceProvider, "aws.xml")
    let contract = try #require(Documents.judge.contract(identityProvider: idp, serviceProvider: sp))
    let text = HumanReport(
      ValidationReport(
        tool: Documents.tool, now: Documents.now, files: [.init(idp), .init(sp)], pairFindings: [],
        contracts: [contract]), appearance: .plain
    ).text
    #expect(text.contains("Single sign-on URL") && text.contains("Audience URI (SP Entity ID):"))
    #expect(!text.contains("AWS SSO"))
  }

  @Test func severalPairsAreNotSpelledOut() throws {
    let report = try Documents.goodPair("okta")
    let twice = ValidationReport(
      tool: report.tool, now: report.now, files: report.files, contracts: report.contracts + report.contracts)
    #expect(HumanReport(report, appearance: .plain).text.contains("What goes where"))
    #expect(!HumanReport(twice, appearance: .plain).text.contains("What goes where"))
  }

  @Test func concise() {
    Golden.expect(ConciseReport(Self.mixed).text, at: "concise.txt")
  }

  @Test(arguments: Documents.named.keys.sorted())
  func inspection(name: String) throws {
    let inspection = Documents.inspection(try #require(Documents.named[name]))
    Golden.expect(HumanInspection(inspection, appearance: Documents.terminal).text, at: "inspect-\(name).txt")
  }

  @Test("what speaks for a provider is documented, member by member")
  func documentedVotes() throws {
    let section = try documentation(ofSchema: "signpost.inspect/v1")
    let text = JSONInspection(Documents.inspection(Documents.goodIdentityProvider), tool: Documents.tool).text
    let provider = try JSON(reading: Array(text.utf8))["entity"]?["provider"]
    let vote = try #require(provider?["votes"]?.array?.first?.object)
    for name in vote.keys { #expect(section.contains("`\(name)`"), "\(name)") }
  }

  @Test(arguments: ["KEY004", "NID001", "XML008", "XML006"])
  func rulePage(id: String) throws {
    let page = RulePage(try #require(Catalogue.rule(named: id)))
    Golden.expect(page.text(for: .plain), at: "rule-\(id).txt")
  }

  @Test func ruleList() throws {
    let rules = try ["XML001", "KEY005", "KEY009", "XML011"].map { try #require(Catalogue.rule(named: $0)) }
    Golden.expect(RuleList(rules).text(for: .plain), at: "rules-80.txt")
    Golden.expect(RuleList(rules).text(for: Documents.terminal), at: "rules-100.txt")
  }
}
