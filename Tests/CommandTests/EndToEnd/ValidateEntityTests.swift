import Support
import Testing

@Suite("signpost validate: one entity of many, and what AWS and SCIM were given")
struct ValidateEntityTests {
  static func entity(_ name: String, format: String) -> String {
    """
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\(name)">
    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:NameIDFormat>\(format)</md:NameIDFormat></md:IDPSSODescriptor></md:EntityDescriptor>
    """
  }

  static let group = """
    <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">
    \(entity("https://a.example", format: "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"))
    <md:EntitiesDescriptor>
    \(entity("https://b.example", format: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"))
    \(entity("https://c.example", format: "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"))
    </md:EntitiesDescriptor></md:EntitiesDescriptor>
    """

  @Test("--entity picks one, wherever it stands, and only that one is judged", arguments: ["a", "b", "c"])
  func picksOne(name: String) throws {
    let run = try Signpost.run("validate - --format json --entity https://\(name).example", input: Self.group)
    #expect(run.status == 1)
    #expect(run.output.contains("\"entities\": 1") && run.output.contains("\"role\": \"identity-provider\""))
    for other in ["a", "b", "c"] where other != name { #expect(!run.output.contains("https://\(other).example")) }
    #expect(run.output.contains("\"rule\": \"NID001\"") == (name != "b"))
  }

  @Test("the file of the other side stands beside an aggregate, whatever its name")
  func besideTheOtherSide() throws {
    let okta = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
    let start = try #require(okta.firstRange(of: "<md:EntityDescriptor"))
    let group = Self.group.replacing(
      "<md:EntitiesDescriptor>", with: "<md:EntitiesDescriptor>" + okta[start.lowerBound...])
    let name = try #require(okta.parts(between: "entityID=\"", and: "\"").first)
    let run = try Signpost.run("validate - Fixtures/identity-center.xml --entity \(name)", input: group)
    #expect(run.status == 0 && run.output.contains("What goes where"))
    let all = try Signpost.run("validate - Fixtures/identity-center.xml", input: group)
    #expect(all.status == 1 && !all.output.contains("What goes where"))
  }

  @Test("an entity that no file has is bad usage, and the file that was searched is named")
  func nobody() throws {
    let run = try Signpost.run("validate - --entity https://d.example", input: Self.group)
    #expect(run.status == 2 && run.output == "")
    #expect(run.message.contains("no entity of - has this entityID") && run.message.contains("signpost inspect -"))
    #expect(try Signpost.run("validate Fixtures/okta.xml --entity https://d.example").status == 2)
  }

  @Test("what is wrong with a file says more than that an entity is not in it")
  func nobodyInBrokenFiles() throws {
    for (file, rule) in [
      ("hostile/entity-expansion.xml", "XML005"), ("broken/sign-in-page.html", "XML002"), ("../README.md", "XML002"),
    ] {
      let run = try Signpost.run("validate Fixtures/\(file) --entity https://d.example --format concise")
      #expect(run.status == 1 && ValidatePairTests.rules(run) == [rule] && run.errors == "", "\(file): \(run.errors)")
      let told = try Signpost.run(
        "validate Fixtures/\(file) --entity https://d.example --format concise --fail-on never")
      #expect(told.status == 0 && told.outputBytes == run.outputBytes && told.errors == "", "\(file): \(told.errors)")
    }
    let cut = try Signpost.run(
      "validate - --entity https://d.example --format concise", input: String(Self.group.dropLast(30)))
    #expect(cut.status == 1 && !ValidatePairTests.rules(cut).isEmpty)
    let missing = try Signpost.run("validate Fixtures/none.xml Fixtures/okta.xml --entity https://d.example")
    #expect(missing.status == 3 && missing.output.contains("cannot open Fixtures/none.xml"))
  }

  @Test("a typing error in the entity writes neither a report nor a baseline")
  func nobodyWritesNothing() throws {
    try TemporaryDirectory.with { directory in
      let (report, baseline) = (directory.path("report.json"), directory.path("baseline.json"))
      let run = try Signpost.run([
        "validate", "Fixtures/okta.xml", "--entity", "https://d.example", "--format", "json", "--output", report,
        "--write-baseline", baseline,
      ])
      #expect(run.status == 2)
      #expect(try Signpost.files(in: directory.path).isEmpty)
    }
  }

  @Test("where the report goes to a file, what could not be read is said as well")
  func unreadBesideOutput() throws {
    try TemporaryDirectory.with { directory in
      let report = directory.path("report.txt")
      func run(_ files: String) throws -> Signpost.Run {
        try Signpost.run(words("validate \(files) --quiet --format concise --output") + [report])
      }
      let one = try run("Fixtures/none.xml Fixtures/okta.xml")
      #expect(one.status == 3 && one.message == "error: cannot open Fixtures/none.xml: no such file or directory")
      #expect(try TestFile.text(report).contains("cannot open Fixtures/none.xml"))
      let two = try run("Fixtures/none.xml Fixtures/neither.xml")
      #expect(two.status == 3 && two.message.hasSuffix("; 1 other file could not be read either"), "\(two.message)")
    }
  }

  /// Fingerprints of the certificate in `Fixtures/okta.xml`, as `openssl x509` prints them.
  @Test("what AWS trusts is compared with the key that signs now")
  func trustedCertificates() throws {
    let inspected = try Signpost.run("inspect Fixtures/okta.xml --format json").output
    let sha256 = try #require(inspected.parts(between: "\"sha256\": \"", and: "\"").first)
    let sha1 = try #require(inspected.parts(between: "\"sha1\": \"", and: "\"").first)
    let line = "validate Fixtures/okta.xml --format concise --trusted-certificates -"
    let blanks = sha256.replacing(":", with: " ")
    let printed = try Signpost.run("inspect Fixtures/okta.xml").output.split(separator: "\n").filter {
      $0.contains("    SHA-")
    }
    #expect(printed.count == 2)
    let texts = [
      "\(sha256)\n", "Thumbprint: \(sha1.uppercased())", "certificate 1\n  \(sha1)\ncertificate 2\n",
      "SHA256:\(sha256)", "SHA-256: \(sha256)", "SHA-1 \(sha1)", "SHA-256 \(sha256.replacing(":", with: "")) 2034",
      "2034-05-14 \(sha256)", "\(sha256) 2034-05-14", "12:30:00 \(sha256)", "SHA-1 \(blanks)", "2034-05-14 \(blanks)",
      "\(blanks) 14-05-2034", sha256.prefix(23) + " " + sha256.dropFirst(23),
    ]
    for text in texts + printed.map(String.init) {
      let run = try Signpost.run(line, input: text)
      #expect(run.status == 0 && run.output == "", "\(text)")
    }
    let other = try Signpost.run(line, input: String(repeating: "0f", count: 20))
    #expect(other.status == 1 && ValidatePairTests.rules(other) == ["PAIR017"])
    let nothing = try Signpost.run(line, input: "expires on 2030-01-01")
    #expect(nothing.status == 3 && nothing.message.contains("no certificate and no fingerprint"))
    let alone = try Signpost.run(
      "validate Fixtures/identity-center.xml --trusted-certificates -", input: String(repeating: "0f", count: 20))
    #expect(alone.status == 3 && alone.message.contains("--trusted-certificates was not compared"))
  }

  @Test("the SCIM endpoint in the identity provider's console is judged, and a token in its place is not shown")
  func endpoint() throws {
    let good = "https://scim.eu-west-1.amazonaws.com/1a2b3c4d5e6-1a2b-3c4d-5e6f-1a2b3c4d5e6f/scim/v2"
    func rules(_ value: String) throws -> [String] {
      let run = try Signpost.run([
        "validate", "Fixtures/okta.xml", "Fixtures/identity-center.xml", "--scim-endpoint", value, "--format",
        "concise",
      ])
      return ValidatePairTests.rules(run)
    }
    #expect(try rules(good) == [])
    #expect(try rules(good + "/") == ["SCIM003"])
    #expect(try rules(good + " ") == ["SCIM005"])
    #expect(try rules(good.replacing("eu-west-1", with: "us-east-1")) == ["SCIM004"])
    #expect(try rules(String(good.dropLast(8))) == ["SCIM002"])
    #expect(try rules("https://d-93671f0a2c.awsapps.com/start") == ["SCIM001"])
    let token = String(repeating: "c2VjcmV0", count: 30)
    let run = try Signpost.run(["validate", "Fixtures/okta.xml", "--scim-endpoint", token])
    #expect(run.status == 1 && run.output.contains("SCIM001") && !run.output.contains("c2VjcmV0"))
  }

  @Test("the date that matters is the certificate's, or the file's own where that comes first")
  func dateThatMatters() throws {
    let okta = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
    for (day, isShown) in [("2030-01-31", true), ("2035-01-31", false)] {
      let text = okta.replacing("<md:EntityDescriptor ", with: "<md:EntityDescriptor validUntil=\"\(day)T00:00:00Z\" ")
      let run = try Signpost.run("validate -", input: text)
      #expect(run.status == 0 && run.output.contains("signing certificate until 2034-05-14"))
      #expect(run.output.unwrapped.contains(", metadata valid until \(day): nothing to report") == isShown)
    }
  }
}
