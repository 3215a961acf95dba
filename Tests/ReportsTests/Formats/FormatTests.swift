import Reports
import Rules
import Support
import Testing

/// The formats for other programs, about one report.
@Suite struct FormatTests {
  static let pair: ValidationReport = {
    let (idp, sp) = Documents.samePair
    return Documents.report(
      [.init(idp), .init(sp)], pair: Documents.judge.pair(identityProvider: idp, serviceProvider: sp))
  }()
  static let hostile = Documents.report([
    Documents.file(Documents.hostile, Documents.hostilePath), Documents.file(Documents.escape, "::error::x.xml"),
    Documents.file(Documents.aggregate, "##[group]\u{200B}"), Documents.file(Documents.mixed, "-"),
    .init(unreadable: "gone\u{1B}.xml", error: "cannot open gone\u{1B}.xml: ::error::no such file"),
  ])
  static let reports = [
    "mixed": GoldenTests.mixed, "pair": pair, "hostile": hostile,
    "good": Documents.report([Documents.file(Documents.goodIdentityProvider, "okta.xml")]),
  ]

  @Test(arguments: reports.keys.sorted(), Formats.names)
  func everyFormatTellsOfTheSameFindings(name: String, format: String) throws {
    let report = try #require(Self.reports[name])
    let counts = try Formats.counts(Formats.text(report, as: format), as: format)
    #expect(counts.findings == report.findings.count)
    #expect(counts.unreadable == report.unreadable.count)
  }

  @Test(arguments: [
    ("sarif", "validate.sarif"), ("junit", "validate-junit.xml"), ("github", "validate-github.txt"),
    ("markdown", "validate.md"),
  ])
  func golden(format: String, file: String) {
    Golden.expect(Formats.text(GoldenTests.mixed, as: format), at: file)
  }

  /// Equal reports are equal bytes, and the whole catalogue is as stable.
  @Test func isByteStable() {
    #expect(SARIFReport(GoldenTests.mixed).text == SARIFReport(GoldenTests.mixed).text)
    let again = Documents.report(GoldenTests.mixed.files)
    for format in Formats.names {
      #expect(Formats.text(again, as: format) == Formats.text(GoldenTests.mixed, as: format), "\(format)")
    }
  }

  /// A file that was given twice is one file.
  @Test func aFileGivenTwiceIsToldOnce() throws {
    let file = Documents.file(Documents.mixed, "idp.xml")
    let (once, twice) = (Documents.report([file]), Documents.report([file, file]))
    for format in ["sarif", "junit"] {
      #expect(Formats.text(once, as: format) == Formats.text(twice, as: format), "\(format)")
    }
    #expect(MarkdownTables.rows(in: MarkdownReport(twice, failOn: nil).text).first?.count == 1)
  }
}
