import Console
import Foundation
import Playbook
import Rules
import SAML
import Setup
import Support
import Testing

@testable import Reports

/// Every character that acts or hides, in every field of others, in every document but those of ``NaughtyTests``.
@Suite("Characters that act or hide")
struct ActiveCharacterTests {
  private static let looks: [Appearance] = [
    .plain, Documents.terminal,
    Appearance(colour: true, hyperlinks: true, decoration: .unicode, text: .unicode, columns: 100),
    Appearance(colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 30),
  ]

  /// Expects that nothing acts, and that the field was shown in one of the documents at least, where any shows it.
  private func expectInert(_ documents: [String: String], _ field: String, isShown: Bool = true) {
    for (name, text) in documents {
      let found = ActiveCharacters.found(
        in: text, breaksLinesByTwo: name.contains("ics"), isColoured: name.contains("human"))
      #expect(found.isEmpty, "\(field) in \(name): \(found)")
    }
    #expect(!isShown || documents.values.contains { $0.contains("quagga") }, "\(field) is in no document")
  }

  /// Documents for people in every look, by their names.
  private func human(_ name: String, _ text: (Appearance) -> String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: Self.looks.enumerated().map { ("\(name) human \($0)", text($1)) })
  }

  @Test("the check finds them, and nothing of our own")
  func control() {
    #expect(ActiveCharacters.all.count >= 128)
    #expect(ActiveCharacters.found(in: ActiveCharacters.text()).count == ActiveCharacters.all.count - 1)
    #expect(ActiveCharacters.found(in: "a\u{1B}[1;31mb\r\n", breaksLinesByTwo: true, isColoured: true).isEmpty)
    #expect(ActiveCharacters.found(in: "a\u{1B}[6nb\r\n").count == 2)
  }

  // MARK: Metadata

  private func documents(_ old: [UInt8], _ new: [UInt8], path: String) -> [String: String] {
    let inspection = Documents.inspection(String(decoding: new, as: UTF8.self), path)
    var documents = human("inspect") { HumanInspection(inspection, appearance: $0).text }
    documents["inspect json"] = JSONInspection(inspection, tool: Documents.tool).text
    let file = MetadataFile(new, path: path, judge: Documents.judge)
    documents.merge(
      human("summary") { look in
        MetadataSummary(file, now: Documents.now).lines.map { $0.rendered(look) + "\n" }.joined()
      }
    ) { $1 }
    let report = Documents.report([.init(Documents.judge.judge(new, path: path))])
    documents.merge(human("validate") { HumanReport(report, appearance: $0).text }) { $1 }
    for format in Formats.names { documents["validate \(format)"] = Formats.text(report, as: format) }
    for (name, pair) in [("to", [old, new]), ("from", [new, old])] {
      let entities = pair.compactMap { Documents.judge.judge($0, path: path).onlyEntity }
      guard entities.count == 2 else { continue }
      let comparison = ComparisonReport(
        tool: Documents.tool, now: Documents.now, oldPath: path, newPath: path, isPlanned: false,
        comparison: MetadataComparison(old: entities[0], new: entities[1], now: Documents.now, isPlanned: false))
      documents.merge(human("compare \(name)") { HumanComparison(comparison, appearance: $0).text }) { $1 }
      documents["compare \(name) json"] = JSONComparison(comparison).text
    }
    return documents
  }

  @Test(
    "in a field of metadata, or its file's name: inspect, compare, what a file says, and every format of validate",
    arguments: NaughtyTests.Field.allCases, [false, true])
  func metadata(field: NaughtyTests.Field, isRaw: Bool) {
    let isName = field == .fileName
    let text = ActiveCharacters.text(isRaw || isName ? ActiveCharacters.all : ActiveCharacters.inXML)
    let old = NaughtyTests.document(field, Array("https://quagga.example/".utf8))
    let new = NaughtyTests.document(field, Array((isName ? "x" : text).utf8), isRaw: isRaw)
    // Of a document that is broken a part of the line is shown; whom to write to and what keys are called, nowhere.
    let isShown = !isRaw && ![.organizationName, .mail, .keyName].contains(field)
    expectInert(documents(old, new, path: isName ? text : "idp.xml"), "\(field)", isShown: isShown)
  }

  @Test("in the names of a certificate's subject and issuer")
  func certificate() throws {
    let okta = try ComparisonGoldenTests.fixture("okta")
    let base64 = try #require(okta.split(separator: "X509Certificate>").dropFirst().first?.split(separator: "<").first)
    let certificate = try #require(Data(base64Encoded: String(base64), options: .ignoreUnknownCharacters))
    let city = Array("San Francisco".utf8)
    var rest = ActiveCharacters.all[...]
    while !rest.isEmpty {
      // As many as the place of the city's name has room for.
      var name: [UInt8] = []
      while let next = rest.first, name.count + 1 + UTF8.width(next) <= city.count {
        name += Array("a\(Character(next))".utf8)
        rest = rest.dropFirst()
      }
      name += Array(repeating: UInt8(ascii: "q"), count: city.count - name.count)
      let bytes = Array(certificate).replacing(city, with: name)
      #expect(bytes.count == certificate.count && bytes != Array(certificate))
      let new = okta.replacing(String(base64), with: Data(bytes).base64EncodedString())
      let documents = documents(Array(okta.utf8), Array(new.utf8), path: "idp.xml")
      // The name of the organisational unit stands behind it.
      #expect(documents["inspect json"]?.contains("SSOProvider") == true)
      expectInert(documents, "the certificate", isShown: false)
    }
  }

  // MARK: Set-ups

  @Test("in every text of a set-up: its checklist in four formats, its status and its history", arguments: 0...13)
  func setup(place: Int) throws {
    let setup = try ChecklistSetup.written { $0 == place ? ActiveCharacters.text() : "calm\($0)" }
    let progress = setup.progress()
    let checklist = Checklist(progress, name: .named("acme"), for: .all)
    let status = StatusReport(progress, name: .named("acme"))
    let history = HistoryReport(progress, name: .named("acme"), steps: [])
    var documents = [
      "markdown": MarkdownChecklist(checklist).text, "html": HTMLChecklist(checklist).text,
      "json": JSONChecklist(checklist).text, "ics": DateCalendar(checklist)?.text ?? "", "status json": status.json,
      "log json": history.json,
    ]
    documents.merge(human("status") { status.text(for: $0).rendered($0) }) { $1 }
    documents.merge(human("log") { history.text(for: $0).rendered($0) }) { $1 }
    let list = StatusOverview([.standing(status), .unreadable(.named("other"), ActiveCharacters.text())])
    documents.merge(human("overview") { list.text(for: $0).rendered($0) }) { $1 }
    expectInert(documents, "place \(place)")
  }

  // MARK: What live systems and lists say

  @Test("in what a live system answers", arguments: 0..<5)
  func live(place: Int) {
    func put(_ own: Int) -> String { own == place ? ActiveCharacters.text() : "calm" }
    let report = LiveReport(
      tool: Documents.tool, now: Documents.now, check: "aws", contacted: [put(0)],
      stages: [
        LiveStage("a", put(1), .fail, put(2), cause: put(3), remedy: "wait", command: put(4)),
        LiveStage("b", put(1), .unknown, put(2), cause: put(3)), LiveStage("c", put(1), .pass, put(2), command: put(4)),
      ])
    var documents = human("verify") { HumanLiveReport(report, appearance: $0).text }
    documents["verify json"] = report.json
    expectInert(documents, "place \(place)")
  }

  @Test("in a list of users or groups, and in the names of its columns and file")
  func lists() throws {
    let text = ActiveCharacters.text(ActiveCharacters.all.filter { !"\n\r\t\0".unicodeScalars.contains($0) })
    let users = try UserList(
      Array("login,firstName,lastName,email,\(text)\n\(text),\(text),\(text),\(text),x\n\(text),a,b,c,d\n".utf8))
    let groups = try GroupList(Array("Group Name,Members\n\(text),1\nDevelopers\(text),2\n".utf8))
    for report in [
      ListReport(tool: Documents.tool, now: Documents.now, path: text, users: users),
      ListReport(tool: Documents.tool, now: Documents.now, path: text, groups: groups, required: ["Developers", text]),
    ] {
      var documents = human("list") { HumanListReport(report, appearance: $0).text }
      documents["list json"] = JSONListReport(report).text
      expectInert(documents, "\(report.subject)".prefix(10).description)
    }
  }

  @Test("in what is diagnosed: an event, a response, a message, and the name of its file", arguments: [false, true])
  func diagnosed(showsValues: Bool) throws {
    let escaped = ActiveCharacters.all.map {
      String(
        format: $0.value > 0xFFFF ? "a\\uDB40\\u%04X" : "a\\u%04X",
        $0.value > 0xFFFF ? 0xDC00 + ($0.value & 0x3FF) : $0.value)
    }.joined()
    let event = try ComparisonGoldenTests.text("broken/sign-in-event.json")
      .replacing("policy format", with: escaped + "quagga").replacing(
        "ada@example.com", with: escaped + "@quagga.example"
      )
      .replacing("Mozilla/5.0", with: escaped).replacing("192.0.2.44", with: escaped)
    let saml = try ComparisonGoldenTests.text("responses/okta.xml")
    let inXML = ActiveCharacters.text(ActiveCharacters.inXML)
    let responses = ["http://www.okta.com/", "ada@example.com", "https://", "urn:oasis:names:tc:SAML:2.0:status:"].map {
      saml.replacing($0, with: inXML + $0)
    }
    let message =
      "An error occurred: AADSTS50011 \(ActiveCharacters.text()) Response contains invalid name id policy format"
    for (index, text) in ([event, message] + responses).enumerated() {
      let diagnosis = try #require(
        Diagnosis(
          of: Array(text.utf8), path: ActiveCharacters.text(), tool: Documents.tool, now: Documents.now,
          expectation: ResponseExpectation(), playbook: .okta, showsValues: showsValues), "\(index)")
      var documents = human("diagnose") { HumanDiagnosis(diagnosis, appearance: $0).text }
      documents["diagnose json"] = JSONDiagnosis(diagnosis).text
      expectInert(documents, "\(index)")
    }
  }
}
