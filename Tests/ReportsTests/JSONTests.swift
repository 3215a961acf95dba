import Foundation
import Reports
import Rules
import Support
import Testing

/// The machine formats, read back by another parser than ours.
@Suite struct JSONTests {
  static func parsed(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func validation() throws {
    let text = JSONReport(GoldenTests.mixed).text
    Golden.expect(text, at: "validate.json")
    let document = try Self.parsed(text)
    #expect(document["schema"] as? String == "signpost.validate/v1")
    #expect(document["tool"] as? [String: String] == ["name": "signpost", "version": "0.1.0"])
    #expect(document["now"] as? String == "2026-11-21T00:00:00Z")
    #expect(document["summary"] as? [String: Int] == ["errors": 5, "warnings": 6, "notes": 1])
    let files = try #require(document["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["path"] as? String } == ["idp.xml", "okta.xml", "aws.xml", "gone.xml"])
    #expect(files.compactMap { $0["role"] as? String }.last == "unreadable")
    #expect(files.map { $0["error"] != nil } == [false, false, false, true])
    #expect(Set(try #require(files.first).keys) == ["path", "role", "provider", "entities", "entityID"])
    #expect(try #require(files.first)["provider"] is NSNull)
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.count == 12)
    for finding in findings {
      #expect(
        Set(finding.keys) == [
          "rule", "name", "severity", "message", "file", "entityID", "line", "column", "endLine", "endColumn",
          "byteOffset", "byteLength", "remedy", "related",
        ])
    }
  }

  @Test func placesOfFindingsAreThoseOfTheBytes() throws {
    let document = try Self.parsed(JSONReport(GoldenTests.mixed).text)
    let findings = try #require(document["findings"] as? [[String: Any]])
    let use = try #require(findings.first { $0["rule"] as? String == "KEY012" })
    let bytes = Array(Documents.mixed.utf8)
    let offset = try #require(use["byteOffset"] as? Int)
    let length = try #require(use["byteLength"] as? Int)
    #expect(String(decoding: bytes[offset..<offset + length], as: UTF8.self) == "署名")
    #expect([use["line"], use["column"], use["endColumn"]].compactMap { $0 as? Int } == [4, 26, 28])
  }

  @Test func aFindingWithoutAPlaceIsAtTheFirstCharacter() throws {
    let file = Documents.file("\u{FEFF}" + Documents.goodIdentityProvider, "idp.xml")
    let document = try Self.parsed(JSONReport(Documents.report([file])).text)
    let finding = try #require((document["findings"] as? [[String: Any]])?.first)
    #expect(finding["rule"] as? String == "XML011")
    #expect(["line", "column", "endLine", "endColumn"].compactMap { finding[$0] as? Int } == [1, 1, 1, 1])
    #expect(["byteOffset", "byteLength"].compactMap { finding[$0] as? Int } == [0, 0])
    #expect(finding["entityID"] is NSNull)
  }

  @Test func relatedPlacesNameTheirOwnFile() throws {
    let (idp, sp) = Documents.samePair
    let pair = Documents.judge.pair(identityProvider: idp, serviceProvider: sp)
    let document = try Self.parsed(JSONReport(Documents.report([.init(idp), .init(sp)], pair: pair)).text)
    let finding = try #require((document["findings"] as? [[String: Any]])?.first)
    let related = try #require((finding["related"] as? [[String: Any]])?.first)
    #expect(finding["file"] as? String == "idp.xml")
    #expect(related["file"] as? String == "aws.xml")
    #expect(Set(related.keys) == ["file", "line", "column", "message"])
  }

  @Test func hostileTextComesBackAsItWas() throws {
    let file = Documents.file(Documents.hostile, Documents.hostilePath)
    let document = try Self.parsed(JSONReport(Documents.report([file])).text)
    let described = try #require((document["files"] as? [[String: Any]])?.first)
    #expect(described["path"] as? String == Documents.hostilePath)
    let entityID = try #require(described["entityID"] as? String)
    #expect(entityID.hasPrefix("\n::error::owned ##vso[task.setvariable variable=a]b \u{202E}evil \u{9B}31m"))
  }

  @Test(arguments: ["good-idp", "mixed", "aggregate", "cut"])
  func inspection(name: String) throws {
    let text = try #require(Documents.named[name])
    let json = JSONInspection(Documents.inspection(text), tool: Documents.tool).text
    Golden.expect(json, at: "inspect-\(name).json")
    let document = try Self.parsed(json)
    #expect(document["schema"] as? String == "signpost.inspect/v1")
    // One of the two describes the entities of a document that could be read.
    let entities = try #require(document["entities"] as? Int)
    #expect((document["entity"] is NSNull) == (entities != 1))
    #expect((document["list"] as? [Any])?.count == (entities > 1 ? entities : 0))
  }

  @Test func rules() throws {
    let document = try Self.parsed(RuleList().json(tool: Documents.tool))
    #expect(document["schema"] as? String == "signpost.rules/v1")
    let rules = try #require(document["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == Catalogue.rules.map(\.id))
    for (rule, source) in zip(rules, Catalogue.rules) {
      #expect((rule["failing"] as? [String])?.count == source.failing.count)
      #expect((rule["references"] as? [[String: String]])?.first?["url"] == source.references.first?.url)
      #expect((rule["remedies"] as? [String: String])?.count == source.remedies.count)
      for key in ["name", "family", "severity", "since", "summary", "why", "remedy"] {
        #expect((rule[key] as? String)?.isEmpty == false)
      }
    }
    let key = try #require(rules.first { $0["id"] as? String == "KEY009" })
    let example = try #require((key["failing"] as? [String])?.first)
    #expect(example.contains("«MII") && example.contains("…") && example.contains("»"))
  }
}
