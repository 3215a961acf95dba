import Support
import Testing

@Suite("Files that mean harm")
struct HostileFileTests {
  /// Kilobytes of address space: half as much again as the good pair needs to start at all.
  static let cap = 120_000

  static let formats = ["human", "concise", "json", "sarif", "junit", "github", "markdown"]

  private static let start = #"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x""#

  /// Files of the tests' own making: what each is, and the rule that is to stop it.
  static let generated: [(name: String, rule: String)] = [
    ("a start tag with 100 000 attributes", "XML006"), ("a start tag of two million bytes", "XML006"),
    ("100 000 open elements", "XML006"), ("twenty million characters of text", "XML006"),
    ("twenty million bytes of comment", "XML006"), ("40 000 namespaces", "XML006"),
    ("bytes that are no UTF-8", "XML007"),
    ("a NUL, and more after it", "XML008"), ("escape sequences", "XML008"), ("no byte at all", "XML001"),
    ("a billion laughs", "XML005"), ("UTF-16 without its second half", "XML007"),
    ("the beginning of a file", "XML004"),
  ]

  static func bytes(of name: String) -> [UInt8] {
    switch name {
    case "a start tag with 100 000 attributes":
      Array((start + (0..<100_000).map { " a\($0)=\"1\"" }.joined() + "/>").utf8)
    case "a start tag of two million bytes":
      Array((start + " b=\"" + String(repeating: "y", count: 2_000_000) + "\"/>").utf8)
    case "100 000 open elements":
      Array((String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)).utf8)
    case "twenty million characters of text":
      Array((start + ">").utf8) + [UInt8](repeating: 0x78, count: 20_000_000) + Array("</md:EntityDescriptor>".utf8)
    case "twenty million bytes of comment":
      Array((start + "><!--").utf8) + [UInt8](repeating: 0x78, count: 20_000_000)
        + Array("--></md:EntityDescriptor>".utf8)
    case "40 000 namespaces":
      Array((start + ">" + (0..<40_000).map { "<b xmlns=\"\($0)\"/>" }.joined() + "</md:EntityDescriptor>").utf8)
    case "bytes that are no UTF-8":
      Array((start + " b=\"").utf8) + [0xFF, 0xFE, 0xC3] + Array("\"/>".utf8)
    case "a NUL, and more after it": Array((start + ">\0<b/></md:EntityDescriptor>").utf8)
    case "escape sequences":
      Array((start + ">\u{1B}]0;owned\u{7}\u{1B}[31m\u{9B}2J\u{202E}</md:EntityDescriptor>").utf8)
    case "a billion laughs":
      Array(
        """
        <!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><x>&d;</x>
        """.utf8)
    case "UTF-16 without its second half": [0xFE, 0xFF, 0x00, 0x3C, 0xD8, 0x00]
    case "the beginning of a file": Array((start + "><md:IDPSSODescriptor").utf8)
    default: []
    }
  }

  /// That a run judged the file: findings with a place, in little memory, and nothing for a terminal to obey.
  private func expectJudged(
    _ path: String, rule: String, worst: Int32, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for format in Self.formats {
      let run = try Signpost.run(["validate", path, "--format", format], addressSpace: Self.cap)
      #expect(run.status == worst, "\(format)", sourceLocation: sourceLocation)
      #expect(run.output.contains(rule), "\(format)", sourceLocation: sourceLocation)
      #expect(run.output.commandsToTerminals == [], "\(format)", sourceLocation: sourceLocation)
      #expect(run.errors.commandsToTerminals == [], "\(format)", sourceLocation: sourceLocation)
      // SARIF describes every rule.
      let most = format == "sarif" ? 1_000_000 : 20_000
      #expect(run.outputBytes.count < most, "\(format)", sourceLocation: sourceLocation)
      #expect(String(validating: run.outputBytes, as: UTF8.self) != nil, sourceLocation: sourceLocation)
      let places: [String] =
        switch format {
        case "human": run.output.parts(between: "--> \(path):", and: "\n")
        case "concise": run.output.parts(between: "\(path):", and: ": ")
        // A document as a whole has no place there.
        case "sarif", "github", "markdown": ["1:1"]
        case "junit": run.output.parts(between: "\(path):", and: ": ")
        default:
          zip(
            run.output.parts(between: "\"line\": ", and: ","), run.output.parts(between: "\"column\": ", and: ",")
          ).map { "\($0):\($1)" }
        }
      #expect(!places.isEmpty, "\(format)", sourceLocation: sourceLocation)
      for place in places {
        let numbers = place.split(separator: ":").map { Int($0) ?? 0 }
        #expect(numbers.count == 2 && numbers.allSatisfy { $0 > 0 }, "\(place)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test(
    "the cap on memory is one that honest files live under",
    .disabled(if: Support.isSanitized, "a sanitizer is not capped"))
  func honest() throws {
    let line = words("validate Fixtures/okta.xml Fixtures/identity-center.xml")
    #expect(try Signpost.run(line, addressSpace: Self.cap).status == 0)
    // With much less, the loader itself breaks off before it can say so.
    #expect(try Signpost.run(line, addressSpace: Self.cap / 4).status != 0)
  }

  @Test(
    "the hostile fixtures",
    arguments: [
      ("entity-expansion.xml", "XML005", Int32(1)), ("external-entity.xml", "XML005", 1),
      ("terminal-escapes.xml", "AWS011", 0),
    ])
  func fixture(file: String, rule: String, status: Int32) throws {
    try expectJudged("Fixtures/hostile/\(file)", rule: rule, worst: status)
  }

  @Test("files that are made to break a parser, a terminal or the machine", arguments: generated)
  func file(name: String, rule: String) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("hostile.xml")
      try TestFile.write(Self.bytes(of: name), to: path)
      try expectJudged(path, rule: rule, worst: 1)
      let inspection = try Signpost.run(["inspect", path], addressSpace: Self.cap)
      #expect(inspection.status == 1)
      #expect(inspection.output.commandsToTerminals == [])
    }
  }

  @Test("a file does not become another by what it refers to")
  func externalEntity() throws {
    let run = try Signpost.run("validate Fixtures/hostile/external-entity.xml --format json")
    #expect(!run.output.contains("root:"))
    #expect(run.output.contains("\"rule\": \"XML005\""))
  }

  @Test("names of files are as foreign as what is in them")
  func fileName() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("a\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\n::error::b.xml")
      try TestFile.write("", to: path)
      for format in Self.formats {
        let run = try Signpost.run(["validate", path, directory.path("\u{1B}[31mmissing"), "--format", format])
        #expect(run.status == 3)
        #expect(run.output.commandsToTerminals == [])
        #expect(!run.output.contains("\n::error::"))
      }
      for command in ["inspect", "validate"] {
        let run = try Signpost.run([command, directory.path("\u{1B}[31mmissing"), "--color", "never"])
        #expect(run.status == 3)
        #expect((run.output + run.errors).commandsToTerminals == [])
      }
    }
  }

  @Test("what is said about a hostile file in colour is commands of ours, and no other")
  func colour() throws {
    for line in ["validate Fixtures/hostile --fail-on never", "inspect Fixtures/hostile/terminal-escapes.xml"] {
      let run = try Signpost.run("\(line) --color always")
      #expect(run.output.contains("\u{1B}["))
      for part in run.output.components("\u{1B}").dropFirst() {
        let parameters = part.dropFirst().prefix { $0.isNumber || $0 == ";" }
        #expect(part.first == "[" && part.dropFirst(1 + parameters.count).first == "m", "\(part.debugDescription)")
      }
      #expect(run.output.commandsToTerminals.allSatisfy { $0 == "\u{1B}" })
    }
  }
}
