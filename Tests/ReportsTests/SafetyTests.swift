import Console
import Reports
import Rules
import Setup
import Testing

/// Nothing that a file or its name holds may command a terminal, a build server or a reader's eye, in any format.
@Suite struct SafetyTests {
  static let looks: [Appearance] = [
    .plain, Documents.terminal,
    Appearance(colour: false, hyperlinks: false, decoration: .ascii, text: .ascii, columns: 20),
    Appearance(colour: false, hyperlinks: true, decoration: .unicode, text: .unicode, columns: 10_000),
  ]

  static func documents(_ look: Appearance) -> [String: String] {
    let (idp, sp) = (
      Documents.verdict(Documents.hostile, Documents.hostilePath),
      Documents.verdict(Documents.goodServiceProvider, "aws.xml")
    )
    let report = Documents.report(
      [
        .init(idp), .init(sp), Documents.file(Documents.escape, "::error::x.xml"),
        Documents.file(Documents.aggregate, "##[group]\u{200B}"),
        Documents.file("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x '\u{202E}'>]><a/>", "\u{1B}]0;t\u{7}"),
        .init(unreadable: Documents.hostilePath, error: "cannot open \(Documents.hostilePath): denied"),
      ], pair: Documents.judge.pair(identityProvider: idp, serviceProvider: sp))
    let inspection = Documents.inspection(Documents.hostile, Documents.hostilePath)
    let group = Documents.inspection(
      "<g:EntitiesDescriptor xmlns:g=\"urn:oasis:names:tc:SAML:2.0:metadata\" Name=\"&#10;::error::g&#x202E;\">"
        + Documents.hostile + Documents.hostile + "</g:EntitiesDescriptor>", Documents.hostilePath)
    let stranger = Documents.inspection("<x\u{202E} a=\"1\"/>", "::error::x")
    var documents = [
      "human": HumanReport(report, appearance: look).text,
      "concise": ConciseReport(report, appearance: look).text,
      "inspection": HumanInspection(inspection, appearance: look).text,
      "inspection of a group": HumanInspection(group, appearance: look).text,
      "inspection of a stranger": HumanInspection(stranger, appearance: look).text,
      "summaries": [Documents.hostile, Documents.escape, Documents.aggregate, "<x\u{202E} a=\"1\"/>"].map { text in
        let file = MetadataFile(Array(text.utf8), path: Documents.hostilePath, judge: Documents.judge)
        return MetadataSummary(file, now: Documents.now).lines.map { $0.rendered(look) + "\n" }.joined()
      }.joined(),
      "rules": RuleList().text(for: look),
      "pages": Catalogue.rules.map { RulePage($0).text(for: look) }.joined(),
    ]
    // These look the same everywhere.
    if look == looks.first {
      documents["generated"] = Catalogue.rules.map { RulePage($0).markdown }.joined() + RuleList().markdown
      documents["JSON"] = JSONReport(report).text
      documents["JSON of an inspection"] = JSONInspection(inspection, tool: Documents.tool).text
      documents["JSON of a group"] = JSONInspection(group, tool: Documents.tool).text
      documents["JSON of the rules"] = RuleList().json(tool: Documents.tool)
    }
    return documents
  }

  @Test(arguments: looks.indices)
  func nothingCommandsATerminalOrABuildServer(index: Int) {
    let look = Self.looks[index]
    for (name, text) in Self.documents(look) {
      // Our own links are the one sequence that is allowed.
      let visible = look.hyperlinks ? Self.withoutLinks(text) : text
      let bad = visible.unicodeScalars.filter { scalar in
        if scalar.isASCII { return scalar != "\n" && !(0x20..<0x7F).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
        default: return look.text == .ascii
        }
      }
      #expect(bad.isEmpty, "\(name): \(bad.map { String($0.value, radix: 16) })")
      for line in visible.split(separator: "\n") {
        #expect(!line.drop(while: \.isWhitespace).hasPrefix("::"), "\(name): \(line)")
      }
      for marker in ["##[", "##vso[", "##teamcity["] { #expect(!visible.contains(marker), "\(name)") }
    }
  }

  /// Wherever a finding points in a document with a key, on one line or on several, and whatever breaks off the reading.
  @Test(arguments: ["", "\n", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n"], ["", "<a b=c>", "&x;"])
  func noByteOfAPrivateKeyIsShown(before: String, after: String) {
    // The DER of an Ed25519 key begins with 16 bytes that are the same in all keys; then comes the secret.
    let secret = "U0VDUkVUU0VDUkVUU0VDUkVUU0VDUkVUU0VDUkVUU0U="
    let text = Documents.goodIdentityProvider
      .replacing(" use=\"signing\"", with: " use=\"odd\"")
      .replacing("MIICwDCC", with: before + "MC4CAQAwBQYDK2VwBCIEI" + secret + after + "MIICwDCC")
    let report = Documents.report([Documents.file(text, "idp.xml")])
    #expect(report.findings.count >= 1)
    for columns in [40, 100, 10_000] {
      var look = Documents.terminal
      look.columns = columns
      let documents = [
        ConciseReport(report).text, JSONReport(report).text, HumanReport(report, appearance: look).text,
        HumanInspection(Documents.inspection(text), appearance: look).text,
        JSONInspection(Documents.inspection(text), tool: Documents.tool).text,
      ]
      for document in documents {
        #expect(!document.contains(secret.prefix(8)) && !document.contains(secret.suffix(8)), "\(document)")
      }
    }
  }

  private static func withoutLinks(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "\u{1B}]8;;") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "\u{1B}\\") else { break }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
