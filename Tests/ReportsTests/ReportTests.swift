import Console
import Markup
import Reports
import Rules
import Testing

@Suite struct ReportTests {
  @Test func filesKeepTheirOrderAndFindingsFollowThem() {
    let report = Documents.report([
      Documents.file(Documents.mixed, "z.xml"), Documents.file(Documents.mixed, "a.xml"),
    ])
    let order = report.findings.map(\.place.file)
    #expect(order.first == "z.xml" && order.last == "a.xml" && order.count == 24)
    let lines = report.findings.prefix(11).map(\.place.range.lowerBound)
    #expect(lines == lines.sorted())
  }

  @Test func aFileThatIsGivenTwiceIsReportedOnce() {
    let file = Documents.file(Documents.mixed, "idp.xml")
    let report = Documents.report([file, file])
    #expect(report.findings.count == 12)
    let text = HumanReport(report, appearance: .plain).text
    #expect(text.split(separator: "\n").count { $0.hasPrefix("error[IDP003]") } == 3)
  }

  @Test func worstIsTheGravestOfAll() {
    #expect(Documents.report([Documents.file(Documents.goodIdentityProvider, "a.xml")]).worst == nil)
    #expect(Documents.report([Documents.file("\u{FEFF}" + Documents.goodIdentityProvider, "a.xml")]).worst == .note)
    #expect(Documents.report([Documents.file(Documents.mixed, "a.xml")]).worst == .error)
  }

  @Test func aGoodFileIsOneLineAndNothingElse() {
    let report = Documents.report([Documents.file(Documents.goodIdentityProvider, "idp.xml")])
    #expect(
      HumanReport(report, appearance: .plain).text == """
        idp.xml: identity provider, Okta, entityID http://www.okta.com/exk1fixture0example1, \
        signing certificate until 2033-12-31: nothing to report\n
        """)
    #expect(ConciseReport(report).text == "")
  }

  @Test func severalGoodFilesHaveASummary() {
    let report = Documents.report([
      Documents.file(Documents.goodIdentityProvider, "a.xml"), Documents.file(Documents.goodServiceProvider, "b.xml"),
    ])
    #expect(HumanReport(report, appearance: .plain).text.hasSuffix("\n\nnothing to report in 2 files\n"))
  }

  @Test func aRuleIsShownThreeTimesAndThenCounted() {
    let text = HumanReport(Documents.report([Documents.file(Documents.mixed, "idp.xml")]), appearance: .plain).text
    #expect(text.contains("= and 2 more of IDP003 in this file\n"))
    #expect(text.contains("idp.xml:8:") && !text.contains("idp.xml:9:"))
    #expect(text.hasSuffix("5 errors, 6 warnings, 1 note in 1 file\nto read more: signpost explain IDP003\n"))
  }

  @Test func findingsOfAGroupNameTheEntity() {
    let text = HumanReport(Documents.report([Documents.file(Documents.aggregate, "g.xml")]), appearance: .plain).text
    #expect(text.contains(" in the entity \"JumpCloud\"\n"))
    let single = HumanReport(Documents.report([Documents.file(Documents.mixed, "g.xml")]), appearance: .plain).text
    #expect(!single.contains("in the entity"))
  }

  @Test func colourOnlyDecorates() {
    var coloured = Documents.terminal
    coloured.colour = true
    let plain = HumanReport(GoldenTests.mixed, appearance: Documents.terminal).text
    let text = HumanReport(GoldenTests.mixed, appearance: coloured).text
    #expect(text.contains("\u{1B}[1;31merror[IDP003]\u{1B}[0m"))
    var stripped = ""
    var isInside = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isInside = true }
      if !isInside { stripped.unicodeScalars.append(scalar) }
      if isInside, scalar == "m" { isInside = false }
    }
    #expect(stripped == plain)
  }

  /// The carets stand under what is meant, whatever is before it, at every width.
  @Test(arguments: [24, 33, 40, 61, 80, 120, 400])
  func caretsStandUnderTheRange(columns: Int) throws {
    let look = Appearance(
      colour: false, hyperlinks: false, decoration: .unicode, text: .unicode, columns: columns)
    let text = HumanReport(Documents.report([Documents.file(Documents.mixed, "idp.xml")]), appearance: look).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.count { $0.contains("^") } == 10)
    for (index, line) in lines.enumerated() where line.contains("^") {
      let before = line.prefix { $0 != "^" }
      let marked = line.count { $0 == "^" }
      let start = DisplayWidth.columns(of: String(before))
      let cells = Self.cells(lines[index - 1])
      let meant = cells.dropFirst(start).prefix(marked).joined()
      #expect(!meant.isEmpty)
      #expect(
        ["\"JumpCloud\"", "2020-01-01T00:00:00Z", "true", "MIICwj", "署名", "urn:oasis", "http://idp.example/"]
          .contains { meant.hasPrefix($0.filter { $0 != "\"" }) || $0.hasPrefix(meant) }, "\(columns): \(meant)")
      #expect(DisplayWidth.columns(of: lines[index - 1]) <= max(columns, 24 + 5))
    }
  }

  /// What stands in each column; the second of a wide character is empty.
  private static func cells(_ line: String) -> [String] {
    line.flatMap { character -> [String] in
      let width = DisplayWidth.columns(of: String(character))
      return width == 0 ? [] : [String(character)] + Array(repeating: "", count: width - 1)
    }
  }
}
