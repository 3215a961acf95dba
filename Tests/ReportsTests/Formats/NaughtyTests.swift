import Console
import Foundation
import Reports
import Rules
import Support
import Testing

/// Every naughty text in every field of a metadata document, and as its name, in every format.
@Suite struct NaughtyTests {
  /// The places in which a text of others stands.
  enum Field: String, CaseIterable {
    case entityID, location, responseLocation, organizationName, mail, keyName, binding, fileName
  }

  private static let saml = "urn:oasis:names:tc:SAML:2.0"

  /// A document with the text in one field; what is markup is escaped unless it is to break the document.
  static func document(_ field: Field, _ bytes: [UInt8], isRaw: Bool = false) -> [UInt8] {
    let value = isRaw ? bytes : bytes.flatMap(escaped)
    func put(_ own: Field, _ usual: String) -> [UInt8] { own == field ? value : Array(usual.utf8) }
    let parts: [[UInt8]] = [
      Array("<md:EntityDescriptor xmlns:md=\"\(saml):metadata\" entityID=\"".utf8),
      put(.entityID, "https://idp.example/"),
      Array("\"><md:IDPSSODescriptor protocolSupportEnumeration=\"\(saml):protocol\">".utf8),
      Array("<md:KeyDescriptor><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:KeyName>".utf8),
      put(.keyName, "key"), Array("</ds:KeyName></ds:KeyInfo></md:KeyDescriptor>".utf8),
      Array("<md:SingleLogoutService Binding=\"\(saml):bindings:HTTP-POST\" Location=\"https://a.example/\"".utf8),
      Array(" ResponseLocation=\"".utf8), put(.responseLocation, "https://a.example/r"),
      Array("\"/><md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>".utf8),
      Array("<md:SingleSignOnService Binding=\"".utf8), put(.binding, "\(saml):bindings:HTTP-POST"),
      Array("\" Location=\"".utf8), put(.location, "https://a.example/"), Array("\"/></md:IDPSSODescriptor>".utf8),
      Array("<md:Organization><md:OrganizationName xml:lang=\"en\">".utf8), put(.organizationName, "Example"),
      Array(
        "</md:OrganizationName></md:Organization><md:ContactPerson contactType=\"technical\"><md:EmailAddress>".utf8),
      put(.mail, "a@a.example"), Array("</md:EmailAddress></md:ContactPerson></md:EntityDescriptor>".utf8),
    ]
    return parts.flatMap(\.self)
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "\""): Array("&quot;".utf8)
    // As they stand, a parser makes blanks of them.
    case 0x09, 0x0A, 0x0D: Array("&#\(byte);".utf8)
    default: [byte]
    }
  }

  /// A report of all texts in one field, each in a file of its own.
  static func report(_ field: Field, _ texts: some Sequence<(offset: Int, element: NaughtyString)>, isRaw: Bool)
    -> ValidationReport
  {
    let files = texts.flatMap { index, naughty -> [ValidationReport.File] in
      let isName = field == .fileName
      let path = isName ? "\(naughty.text)\(index)" : "\(index).xml"
      let file = ValidationReport.File(
        Documents.judge.judge(document(field, naughty.bytes, isRaw: isRaw), path: path))
      let gone = "\(naughty.text)\(index)gone"
      return isName ? [file, .init(unreadable: gone, error: "cannot open \(gone): no such file")] : [file]
    }
    return Documents.report(files)
  }

  @Test func thereAreEnough() {
    #expect(NaughtyString.all.count >= 515)
    #expect(Set(NaughtyString.all.map(\.kind)).count >= 12)
    // Else the tests below would find nothing to be afraid of.
    let found = NaughtyString.all.count { !RunnerLog.read($0.text).commands.isEmpty }
    #expect(found > 100)
    #expect(NaughtyString.all.count { String(validating: $0.bytes, as: UTF8.self) == nil } > 20)
  }

  @Test(arguments: Field.allCases, [false, true])
  func nothingOfTheirsActs(field: Field, isRaw: Bool) throws {
    // What breaks the document does so in every field alike.
    guard !isRaw || field == .entityID || field == .organizationName else { return }
    // A parser takes ten million bytes, and no more, of one document.
    let all = Array(NaughtyString.all.enumerated())
    for start in stride(from: 0, to: all.count, by: 150) {
      try expectInert(Self.report(field, all[start...].prefix(150), isRaw: isRaw))
    }
  }

  private func expectInert(_ report: ValidationReport) throws {
    #expect(report.findings.count >= report.files.count / 2)
    for format in Formats.names {
      let text = Formats.text(report, as: format)
      #expect(Self.active(in: text) == [], "\(format)")
      let counts = try Formats.counts(text, as: format)
      if format != "markdown" {
        #expect(counts.findings == report.findings.count, "\(format)")
        #expect(counts.unreadable == report.unreadable.count, "\(format)")
      }
      try expectInert(text, as: format, report)
    }
    let human = HumanReport(report, appearance: .plain).text
    #expect(Self.active(in: human) == [])
    #expect(RunnerLog.read(human).commands.isEmpty)
  }

  /// Scalars that a terminal obeys or an eye does not see.
  private static func active(in text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      if scalar.value >= 0x20, scalar.value < 0x7F { return false }
      return switch scalar.value {
      case 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
        0xE0000...0xE007F:
        true
      default: scalar.value & 0xFFFE == 0xFFFE
      }
    }.map { String($0.value, radix: 16) }
  }

  private func expectInert(_ text: String, as format: String, _ report: ValidationReport) throws {
    let commands = RunnerLog.read(text).commands
    switch format {
    case "github":
      #expect(commands.allSatisfy { !$0.isOlderSyntax && ["error", "warning", "notice"].contains($0.name) })
      #expect(RunnerLog.read(text).rest.count == 1)
      let names = ["file", "line", "endLine", "col", "endColumn", "title"]
      #expect(commands.allSatisfy { $0.properties.keys.allSatisfy(names.contains) })
    case "markdown":
      #expect(commands.isEmpty)
      let tables = MarkdownTables.rows(in: text)
      #expect(tables.allSatisfy { table in table.allSatisfy { $0.count == 5 } })
      for cell in tables.joined().joined() {
        let active = MarkdownTables.activeText(in: cell)
        #expect(!active.contains { "`<>&*_[]|@#$~!".contains($0) }, "\(cell)")
        #expect(!active.contains("://") && !active.contains("www."), "\(cell)")
      }
    case "sarif":
      #expect(commands.isEmpty)
      #expect(SARIFShape.problems(in: text) == [])
      let artifacts = try #require(try Formats.run(text)["artifacts"] as? [[String: Any]])
      #expect(artifacts.count == Set(report.files.map(\.path)).count)
      for artifact in artifacts {
        let uri = try #require((artifact["location"] as? [String: Any])?["uri"] as? String)
        #expect(
          uri.replacing("file:///", with: "").allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-._~/%".contains($0))
          })
      }
    default: #expect(commands.isEmpty, "\(format)")
    }
    for marker in ["##[", "##vso[", "##teamcity["] { #expect(!text.lowercased().contains(marker), "\(format)") }
  }
}
