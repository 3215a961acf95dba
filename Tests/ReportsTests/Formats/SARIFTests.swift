import Foundation
import Markup
import Reports
import Rules
import SAML
import Testing

/// SARIF 2.1.0: what the standard and GitHub demand of it beyond being JSON.
@Suite struct SARIFTests {
  typealias Object = [String: Any]

  static func results(_ report: ValidationReport) throws -> [Object] {
    try #require(try Formats.run(SARIFReport(report, catalogue: []).text)["results"] as? [Object])
  }

  static func fingerprints(_ report: ValidationReport) throws -> [String] {
    try results(report).map { try #require(($0["partialFingerprints"] as? [String: String])?["markedContent/v1"]) }
  }

  static func location(_ result: Object) throws -> (artifact: Object, region: Object?) {
    let locations = try #require(result["locations"] as? [Object])
    #expect(locations.count == 1)
    let physical = try #require(locations.first?["physicalLocation"] as? Object)
    return (try #require(physical["artifactLocation"] as? Object), physical["region"] as? Object)
  }

  static func uri(of path: String) throws -> (uri: String, base: String?) {
    let report = Documents.report([Documents.file("", path)])
    let result = try #require(try results(report).first)
    let artifact = try location(result).artifact
    return (try #require(artifact["uri"] as? String), artifact["uriBaseId"] as? String)
  }

  @Test func theDocumentIsOneRunOfTheVersionThatItNames() throws {
    let document = try Formats.json(SARIFReport(GoldenTests.mixed).text)
    #expect(document["version"] as? String == "2.1.0")
    #expect((document["$schema"] as? String)?.hasSuffix("/sarif-schema-2.1.0.json") == true)
    #expect(Set(document.keys) == ["$schema", "version", "runs"])
    let run = try Formats.run(SARIFReport(GoldenTests.mixed).text)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    #expect((run["originalUriBaseIds"] as? Object)?["SRCROOT"] != nil)
  }

  @Test(arguments: FormatTests.reports.keys.sorted())
  func theDocumentHasTheShapeOfTheStandard(name: String) throws {
    let report = try #require(FormatTests.reports[name])
    #expect(SARIFShape.problems(in: SARIFReport(report).text) == [])
  }

  /// The shape is one that something can fail to have.
  @Test(arguments: [
    ("\"columnKind\": \"unicodeCodePoints\"", "\"columnKind\": \"bytes\""),
    ("\"startLine\": 1\n", "\"startLine\": 0\n"),
    ("\"startLine\": 1\n", "\"startLine\": null\n"), ("\"ruleId\"", "\"ruleID\""),
    ("\"level\": \"error\"", "\"level\": \"fatal\""),
    ("\"uri\": \"idp.xml\"", "\"uri\": \"idp xml\""), ("\"version\": \"2.1.0\"", "\"version\": \"2.2.0\""),
  ])
  func anotherShapeIsNoticed(old: String, new: String) {
    let text = SARIFReport(GoldenTests.mixed, catalogue: []).text
    #expect(text.contains(old))
    #expect(SARIFShape.problems(in: text.replacing(old, with: new)) != [])
  }

  @Test func everyRuleOfTheCatalogueIsDescribed() throws {
    let driver = try #require(
      (try Formats.run(SARIFReport(GoldenTests.mixed).text)["tool"] as? Object)?["driver"] as? Object)
    #expect(driver["name"] as? String == "signpost")
    #expect(driver["semanticVersion"] as? String == Documents.tool.version)
    #expect(driver["informationUri"] == nil)
    let rules = try #require(driver["rules"] as? [Object])
    #expect(rules.compactMap { $0["id"] as? String } == Catalogue.rules.map(\.id).sorted())
    for (object, rule) in zip(rules, Catalogue.rules.sorted { $0.id < $1.id }) {
      let name = try #require(object["name"] as? String)
      #expect(name.wholeMatch(of: #/([A-Z][a-z0-9]*|[0-9]+)+/#) != nil, "\(name)")
      #expect(name.lowercased() == rule.name.filter { $0 != "-" })
      #expect((object["shortDescription"] as? Object)?["text"] as? String == rule.summary)
      #expect(((object["fullDescription"] as? Object)?["text"] as? String)?.contains(rule.why) == true)
      let help = try #require(object["help"] as? [String: String])
      #expect(help["text"]?.contains(rule.remedy) == true)
      #expect(help["markdown"]?.contains("## What to do") == true)
      #expect((object["helpUri"] as? String)?.hasPrefix("https://") == true, "\(rule.id)")
      #expect((object["defaultConfiguration"] as? Object)?["level"] as? String == rule.severity.rawValue)
    }
  }

  @Test func thePageOfTheProgramIsNamedWhereThereIsOne() throws {
    let report = ValidationReport(
      tool: .init(version: "1.2.3", homepage: "https://signpost.example/"), now: Documents.now, files: [])
    let driver = (try Formats.run(SARIFReport(report, catalogue: []).text)["tool"] as? Object)?["driver"] as? Object
    #expect(driver?["informationUri"] as? String == "https://signpost.example/")
  }

  @Test func aResultSaysWhatAndWhere() throws {
    let report = GoldenTests.mixed
    let run = try Formats.run(SARIFReport(report).text)
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    let rules = try #require(driver["rules"] as? [Object])
    let artifacts = try #require(run["artifacts"] as? [Object])
    let results = try #require(run["results"] as? [Object])
    for (result, finding) in zip(results, report.findings) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == finding.rule.id && result["ruleId"] as? String == finding.rule.id)
      #expect(result["level"] as? String == finding.severity.rawValue)
      let (artifact, region) = try Self.location(result)
      #expect(artifact["uri"] as? String == finding.place.file && artifact["uriBaseId"] as? String == "SRCROOT")
      let place = try #require(artifact["index"] as? Int)
      let listed = try #require(artifacts[place]["location"] as? Object)
      #expect(listed["uri"] as? String == finding.place.file)
      #expect(region?["startLine"] as? Int == finding.place.start.line)
      #expect(region?["startColumn"] as? Int == finding.place.start.column)
      #expect(region?["endLine"] as? Int == finding.place.end.line)
      #expect(region?["endColumn"] as? Int == finding.place.end.column)
      #expect(region?["byteOffset"] as? Int == finding.place.range.lowerBound)
      #expect(region?["byteLength"] as? Int == finding.place.range.count)
    }
    #expect(artifacts.count == report.files.count)
  }

  @Test func whatConcernsADocumentAsAWholeHasNoRegion() throws {
    let whole = try #require(try Self.results(Documents.report([Documents.file("", "a.xml")])).first)
    #expect(try Self.location(whole).region == nil)
  }

  /// What was counted are bytes of UTF-8, and the file has others.
  @Test func bytesAreThoseOfTheFileOrAreLeftOut() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + Documents.mixed.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let results = try Self.results(Documents.report([.init(Documents.judge.judge(bytes, path: "a.xml"))]))
    let regions = try results.compactMap { try Self.location($0).region }
    #expect(regions.count > 3)
    #expect(regions.allSatisfy { $0["byteOffset"] == nil && $0["startLine"] != nil })
  }

  @Test func relatedPlacesAreThere() throws {
    let report = FormatTests.pair
    #expect(report.findings.contains { !$0.related.isEmpty })
    for (result, finding) in zip(try Self.results(report), report.findings) {
      let related = result["relatedLocations"] as? [Object] ?? []
      #expect(related.count == finding.related.count)
      #expect(related.compactMap { $0["id"] as? Int } == Array(1...related.count + 1).dropLast())
    }
  }

  @Test(arguments: [
    ("idp.xml", "idp.xml", "SRCROOT"), ("./a/./b.xml", "a/b.xml", "SRCROOT"),
    ("a b/ü%#?.xml", "a%20b/%C3%BC%25%23%3F.xml", "SRCROOT"),
    ("../up.xml", "../up.xml", nil), ("/tmp/a:b.xml", "file:///tmp/a%3Ab.xml", nil),
    ("c:d.xml", "c%3Ad.xml", "SRCROOT"),
    ("a//b.xml", "a/b.xml", "SRCROOT"), ("\u{202E}\n", "%E2%80%AE%0A", "SRCROOT"),
  ])
  func aPathIsAnAddress(path: String, uri: String, base: String?) throws {
    let found = try Self.uri(of: path)
    #expect(found.uri == uri && found.base == base)
  }

  /// Sections 3.11.5 and 3.11.6: in a message braces are placeholders, and `[…](…)` is a link.
  @Test(arguments: ["{0}", "}{", "[a](1)", "[a\\](1)", "[a\\\\](https://evil.example/)"])
  func nothingInAMessageIsAPlaceholderOrALink(text: String) throws {
    let report = Documents.report([
      .init(unreadable: text, error: "cannot open \(text)"),
      Documents.file(Documents.mixed.replacing("JumpCloud", with: text), "idp.xml"),
    ])
    let run = try Formats.run(SARIFReport(report, catalogue: []).text)
    let invocation = try #require((run["invocations"] as? [Object])?.first)
    let notifications = try #require(invocation["toolExecutionNotifications"] as? [Object])
    let messages = try (notifications + (try Self.results(report))).map {
      try #require(($0["message"] as? [String: String])?["text"])
    }
    #expect(messages.count > 3)
    for message in messages {
      let single = message.replacing("{{", with: "").replacing("}}", with: "")
      #expect(!single.contains("{") && !single.contains("}"), "\(message)")
      #expect(!message.contains("]("), "\(message)")
    }
  }

  @Test func fingerprintsSurviveMovedLinesAndAnotherDay() throws {
    let before = Documents.report([Documents.file(Documents.mixed, "idp.xml")])
    let moved = Documents.mixed.replacing("\n", with: "\n\n <!-- moved -->\n")
    let after = Documents.report([Documents.file(moved, "idp.xml")])
    #expect(before.findings.map(\.place.start.line) != after.findings.map(\.place.start.line))
    #expect(try Self.fingerprints(before) == Self.fingerprints(after))

    let later = Judge(settings: Settings(now: Instant("2026-11-22T00:00:00Z") ?? Documents.now))
    let next = Documents.report([.init(later.judge(Array(Documents.mixed.utf8), path: "idp.xml"))])
    #expect(before.findings.map(\.message) != next.findings.map(\.message))
    #expect(try Self.fingerprints(before) == Self.fingerprints(next))
  }

  @Test func fingerprintsTellFindingsApart() throws {
    let before = try Self.fingerprints(Documents.report([Documents.file(Documents.mixed, "idp.xml")]))
    #expect(Set(before).count == before.count)
    for fingerprint in before { #expect(fingerprint.wholeMatch(of: #/[0-9a-f]{64}:[0-9]+/#) != nil) }
    // One address changes, and with it what is said of it.
    let changed = Documents.mixed.replacing("http://idp.example/3", with: "http://idp.example/4711")
    let after = try Self.fingerprints(Documents.report([Documents.file(changed, "idp.xml")]))
    #expect(Set(before).subtracting(after).count == 1 && before.count == after.count)
    // The same use twice is two findings of one content.
    let doubled = Documents.mixed.replacing(
      "<md:NameIDFormat>", with: "<md:KeyDescriptor use=\"署名\"/><md:NameIDFormat>")
    let twice = try Self.fingerprints(Documents.report([Documents.file(doubled, "idp.xml")]))
    #expect(twice.contains { $0.hasSuffix(":2") } && Set(twice).count == twice.count)
    // Another entity's finding is another one, whatever the content.
    let renamed = Documents.mixed.replacing("JumpCloud", with: "Others")
    #expect(Set(before).isDisjoint(with: try Self.fingerprints(Documents.report([Documents.file(renamed, "idp.xml")]))))
  }
}
