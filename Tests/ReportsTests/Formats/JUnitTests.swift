import Reports
import Rules
import Testing

/// JUnit's XML: a suite for each file, a case for each rule, and counts of cases.
@Suite struct JUnitTests {
  @Test(arguments: FormatTests.reports.keys.sorted(), [Severity.error, .warning, .note])
  func theCountsAreThoseOfTheCases(name: String, failOn: Severity) throws {
    let report = try #require(FormatTests.reports[name])
    let document = try JUnitText(JUnitReport(report, failOn: failOn).text)
    var sums = ["tests": 0, "failures": 0, "errors": 0]
    for (place, suite) in document.elements.enumerated() where suite.name == "testsuite" {
      let inside = document.inside(place)
      let counts = [
        "tests": inside.count { $0.name == "testcase" }, "failures": inside.count { $0.name == "failure" },
        "errors": inside.count { $0.name == "error" },
      ]
      for (name, count) in counts {
        #expect(suite.attributes[name] == "\(count)")
        sums[name, default: 0] += count
      }
      let cases = inside.filter { $0.name == "testcase" }.map { $0.attributes["name"] ?? "" }
      #expect(Set(cases).count == cases.count)
    }
    for (name, sum) in sums { #expect(document.elements.first?.attributes[name] == "\(sum)") }
    let failing = Set(report.findings.filter { $0.severity >= failOn }.map { [$0.place.file, $0.rule.id] })
    #expect(sums["failures"] == failing.count)
    #expect(sums["errors"] == report.unreadable.count)
  }

  @Test func whatDoesNotFailStandsInTheOutput() throws {
    let report = Documents.report([Documents.file(Documents.mixed, "idp.xml")])
    let summary = report.summary
    #expect(summary.errors > 0 && summary.warnings > 0)
    let lines = { (text: String) in text.split(separator: "\n").count { $0.hasPrefix("  do: ") } }
    for (failOn, failing) in [
      (Severity.error, summary.errors), (.warning, summary.errors + summary.warnings), (.note, report.findings.count),
      (nil, 0),
    ] {
      let document = try JUnitText(JUnitReport(report, failOn: failOn).text)
      #expect(document.named("failure").map(\.text).map(lines).reduce(0, +) == failing)
      #expect(document.named("system-out").map(\.text).map(lines).reduce(0, +) == report.findings.count - failing)
    }
  }

  @Test func aGreenRunShowsWhatWasChecked() throws {
    let cases = { (text: String, path: String) throws -> Set<String> in
      let report = Documents.report([Documents.file(text, path)])
      let document = try JUnitText(JUnitReport(report, failOn: .note).text)
      #expect(document.named("failure").isEmpty)
      #expect(document.named("testcase").allSatisfy { $0.attributes["classname"] == path })
      return Set(document.named("testcase").map { String(($0.attributes["name"] ?? "").prefix { $0 != " " }) })
    }
    let idp = try cases(Documents.goodIdentityProvider, "idp.xml")
    let aws = try cases(Documents.goodServiceProvider, "aws.xml")
    #expect(idp.isSuperset(of: ["XML004", "MD006", "IDP001", "KEY005"]))
    #expect(aws.isSuperset(of: ["XML004", "MD006", "SP001"]))
    // What was not looked at is not claimed to be well.
    #expect(idp.isDisjoint(with: ["SP001", "PAIR001", "PAIR003", "PAIR009", "SCIM002"]))
    #expect(aws.isDisjoint(with: ["IDP001", "KEY005", "PAIR001", "PAIR003", "PAIR009", "SCIM002"]))
    #expect(!idp.contains("ALG001"))
  }

  @Test func rulesThatWereNotSelectedAreNoCases() throws {
    var settings = Settings(now: Documents.now)
    settings.selected = ["KEY005", "IDP001"]
    settings.ignored = ["IDP001"]
    let verdict = Judge(settings: settings).judge(Array(Documents.goodIdentityProvider.utf8), path: "idp.xml")
    let document = try JUnitText(JUnitReport(Documents.report([.init(verdict)]), failOn: .error).text)
    #expect(
      document.named("testcase").compactMap { $0.attributes["name"] } == ["KEY005 every-signing-certificate-expired"])
  }

  @Test func aFileThatCouldNotBeReadIsAnError() throws {
    let report = Documents.report([.init(unreadable: "gone.xml", error: "cannot open gone.xml: <denied> & \"gone\"")])
    let document = try JUnitText(JUnitReport(report, failOn: nil).text)
    let error = try #require(document.named("error").first)
    #expect(error.text == "cannot open gone.xml: <denied> & \"gone\"")
    #expect(error.attributes["message"] == error.text)
    #expect(document.named("testcase").count == 1)
  }
}
