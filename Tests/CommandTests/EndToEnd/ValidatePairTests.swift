import Support
import Testing

@Suite("signpost validate: what two files agree on, and what consoles show")
struct ValidatePairTests {
  static let pair = "validate Fixtures/okta.xml Fixtures/identity-center.xml"
  static let aws = "validate Fixtures/identity-center.xml"
  static let acs = "https://eu-west-1.signin.aws/platform/saml/acs/6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34"
  static let issuer = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-93671f0a2c"

  /// The ids of the findings in the order in which they were written, in the concise format.
  static func rules(_ run: Signpost.Run) -> [String] {
    run.output.split(separator: "\n").flatMap { String($0).parts(between: "[", and: "]").prefix(1) }
  }

  @Test("a good pair ends with what goes where, in few lines that can be copied")
  func goodPair() throws {
    let run = try Signpost.run(Self.pair)
    #expect(run.status == 0 && run.errors == "")
    let block = try #require(run.output.components("\n\n").first { $0.hasPrefix("What goes where") })
    #expect(block.split(separator: "\n").count <= 11)
    #expect(block.contains("\n                 \(Self.acs)\n") && block.contains("\n                 \(Self.issuer)\n"))
    #expect(run.output.hasSuffix("\n\nnothing to report in 2 files\n"))
    #expect(try Signpost.run(Self.pair + " --format concise").output == "")
    #expect(try Signpost.run(Self.pair + " --format json").output.contains("\n  \"pairs\": [\n"))
    for alone in ["validate Fixtures/okta.xml", Self.aws] {
      #expect(try !Signpost.run(alone).output.contains("What goes where"))
      #expect(try !Signpost.run(alone + " --format json").output.contains("\"pairs\""))
    }
  }

  @Test("one field holds the older address of an older instance, and one Region")
  func oneField() throws {
    let older = try Signpost.run("validate Fixtures/okta.xml Fixtures/identity-center-before-2026.xml").output
    #expect(older.contains("\n                 https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/"))
    #expect(!older.contains("https://eu-west-1.sso.signin.aws/"))
    let several = try Signpost.run("validate Fixtures/okta.xml Fixtures/identity-center-two-regions.xml").output
    #expect(several.contains("sign-in in us-east-1"))
  }

  @Test(
    "of several files of AWS it is said whether they are of one instance, of several or of none",
    arguments: [
      ("identity-center.xml", "identity-center.xml", "these files are of the same instance"),
      (
        "broken/iam-federation.xml", "broken/iam-federation.xml",
        "these files have the same entityID, which is of no instance of IAM Identity Center"
      ),
      (
        "identity-center.xml", "broken/iam-federation.xml",
        "these files are not all of an instance of IAM Identity Center"
      ),
    ])
  func severalOfAWS(first: String, second: String, words: String) throws {
    try TemporaryDirectory.with { directory in
      for (name, fixture) in [("a.xml", first), ("b.xml", second)] {
        try TestFile.write(try TestFile.read("\(Signpost.root)/Fixtures/\(fixture)"), to: directory.path(name))
      }
      let files = ["Fixtures/okta.xml", directory.path("a.xml"), directory.path("b.xml")]
      let run = try Signpost.run(["validate"] + files + ["--format", "concise", "--select", "PAIR016"])
      let said = run.output.components("note[PAIR016]: ").last
      #expect(said == words + ", and no pair was judged\n")
    }
  }

  @Test("what consoles show is compared with the files, character by character")
  func typedValues() throws {
    let good = try Signpost.run(
      Self.pair + " --acs-url \(Self.acs) --entity-id \(Self.issuer) --name-id-format EmailAddress --format concise")
    #expect(good.status == 0 && good.output == "" && good.errors == "")
    let bad = try Signpost.run(
      "validate Fixtures/identity-center.xml Fixtures/okta.xml --acs-url \(Self.issuer) --entity-id \(Self.issuer)/ "
        + "--name-id-format persistent --sign-on-url https://d-93671f0a2c.awsapps.com/start --format concise")
    #expect(bad.status == 1 && Self.rules(bad) == ["PAIR009", "PAIR011", "PAIR006", "PAIR014"])
    let dualStack = Self.acs.replacing("eu-west-1.", with: "eu-west-1.sso.")
    let several = try Signpost.run(
      Self.aws.split(separator: " ").map(String.init)
        + ["--acs-url", Self.acs, "--acs-url", dualStack + " ", "--format", "concise"])
    #expect(several.status == 1 && Self.rules(several) == ["PAIR004"])
    #expect(
      several.output.hasPrefix(
        "Fixtures/identity-center.xml:12:17: error[PAIR004]: the console's ACS URL differs in white space only"))
  }

  @Test(
    "a value that no file was compared with must not look as if it were right",
    arguments: [
      ("validate Fixtures/okta.xml --acs-url \(acs)", "--acs-url"),
      ("validate Fixtures/okta.xml --entity-id x", "--entity-id"),
      (aws + " --sign-on-url x", "--sign-on-url"),
      (pair + " Fixtures/identity-center-before-2026.xml --acs-url \(acs)", "--acs-url"),
    ])
  func withoutItsFile(line: String, flag: String) throws {
    let run = try Signpost.run(line)
    #expect(run.status == 3 && run.message.hasPrefix("error: \(flag) was not compared"))
    #expect(run.output.contains("nothing to report") || run.output.contains("PAIR016"))
    let markdown = try Signpost.run(line + " --format markdown").output
    #expect(markdown.contains("validate: failed") && markdown.contains("Not done: `\(flag) was not compared"))
    #expect(try Signpost.run(line + " --format junit").output.contains("type=\"not-done\""))
  }

  @Test(
    "where the file that was named for a side is wrong, that is what a value could not be compared for",
    arguments: [
      ("--aws Fixtures/broken/sign-in-page.html --acs-url https://x", "--acs-url", "XML002"),
      ("--aws Fixtures/okta.xml --acs-url \(acs)", "--acs-url", "PAIR003"),
      ("--idp Fixtures/broken/sign-in-page.html --sign-on-url https://x", "--sign-on-url", "XML002"),
      ("--idp Fixtures/okta.xml --aws Fixtures/hostile/entity-expansion.xml --entity-id x", "--entity-id", "XML005"),
    ])
  func withAWrongFile(arguments: String, flag: String, rule: String) throws {
    let run = try Signpost.run("validate --format concise " + arguments)
    #expect(run.status == 1 && Self.rules(run).contains(rule), "\(run.output)")
    #expect(run.message.hasPrefix("error: \(flag) was not compared") && run.message.hasSuffix(" names, is not that"))
  }

  @Test("of several files of AWS's one has to be named")
  func severalFilesOfAWS() throws {
    let run = try Signpost.run(Self.pair + " Fixtures/identity-center-before-2026.xml --format concise")
    #expect(run.status == 0 && Self.rules(run) == ["PAIR016"])
    let named = try Signpost.run(
      "validate Fixtures/okta.xml Fixtures/identity-center-before-2026.xml --aws Fixtures/identity-center.xml")
    #expect(named.status == 0 && named.output.contains("What goes where") && !named.output.contains("PAIR016"))
    let twice = try Signpost.run(Self.pair + " Fixtures/identity-center.xml")
    #expect(twice.status == 0 && twice.output.contains("What goes where"))
  }

  @Test("of several entities one has to be named, and the pair is then judged", arguments: ["idp", "aws"])
  func severalEntities(side: String) throws {
    func entity(_ name: String) throws -> String {
      let text = try TestFile.text("\(Signpost.root)/Fixtures/\(name).xml")
      return try String(text[#require(text.firstRange(of: "<md:EntityDescriptor")).lowerBound...])
    }
    let both = try entity("okta") + entity(side == "idp" ? "identity-center" : "google-workspace")
    let group = try both + entity(side == "idp" ? "google-workspace" : "identity-center")
    try TemporaryDirectory.with { directory in
      let path = "\(directory.path)/group.xml"
      try TestFile.write(
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">\(group)</md:EntitiesDescriptor>",
        to: path, mode: 0o644)
      let other = side == "idp" ? ["--aws", "Fixtures/identity-center.xml"] : ["--idp", "Fixtures/okta.xml"]
      let arguments = ["validate", "--\(side)", path] + other
      let unclear = try Signpost.run(arguments + ["--format", "concise"])
      #expect(unclear.status == 0 && Self.rules(unclear) == ["PAIR019"])
      #expect(unclear.output.contains("3 entities") && unclear.output.contains("no pair was judged"))
      let entityID = side == "idp" ? "http://www.okta.com/exk1example0fixture01" : Self.issuer
      let named = try Signpost.run(arguments + ["--entity", entityID])
      #expect(named.status == 0 && named.output.contains("What goes where") && !named.output.contains("PAIR019"))
      let plain = try Signpost.run(["validate", path, "Fixtures/identity-center.xml"])
      #expect(plain.status == 0 && !plain.output.contains("PAIR019"))
    }
  }

  /// An identity provider that is a service provider too, as an AD FS is, and a group of identity providers.
  static let strangers = [
    ("both", "this is an identity provider's file"), ("group", "none of the 2 entities is a service provider"),
  ]

  @Test("what is given as AWS's file and holds nothing of AWS's is an error", arguments: strangers)
  func notOfAWS(kind: String, words: String) throws {
    try TemporaryDirectory.with { directory in
      let file = try TestFile.text("\(Signpost.root)/Fixtures/okta.xml")
      let okta = try String(file[#require(file.firstRange(of: "<md:EntityDescriptor")).lowerBound...])
      let role = """
        <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
        Location="https://adfs.example/adfs/ls/" index="0"/></md:SPSSODescriptor></md:EntityDescriptor>
        """
      let other = okta.replacing("exk1", with: "exk2")
      let group = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">\(okta)\(other)"
      let text =
        kind == "both"
        ? okta.replacing("</md:EntityDescriptor>", with: role) : group + "</md:EntitiesDescriptor>"
      let path = directory.path("aws.xml")
      try TestFile.write(text, to: path)
      let judged = try Signpost.run(["validate", "--idp", "Fixtures/okta.xml", "--aws", path, "--format", "concise"])
      #expect(judged.status == 1 && judged.output.contains("error[PAIR003]: \(words)"), "\(judged.output)")
      #expect(!judged.output.contains("PAIR019"))
      let diagnosed = try Signpost.run(["diagnose", "Fixtures/responses/okta.xml", "--aws", path])
      #expect(diagnosed.status == 3 && diagnosed.output == "", "\(diagnosed.output)")
      #expect(diagnosed.message.contains(kind == "both" ? words : "is not the metadata of AWS"), "\(diagnosed.message)")
    }
  }

  @Test("the file of AWS as the identity provider of an application is said to be that, once")
  func otherDirection() throws {
    try TemporaryDirectory.with { directory in
      let address = "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy0xMjM0"
      let path = directory.path("application.xml")
      try TestFile.write(
        try TestFile.text("\(Signpost.root)/Fixtures/okta.xml")
          .replacing("http://www.okta.com/exk1example0fixture01", with: address), to: path)
      let files = ["validate", "--idp", "Fixtures/okta.xml", "--aws", path, "--format", "concise"]
      let judged = try Signpost.run(files)
      #expect(judged.status == 1 && judged.output.contains("error[AWS010]: "), "\(judged.output)")
      #expect(judged.output.split(separator: "error[").count == 2, "\(judged.output)")
      let explained = try Signpost.run(Array(files.dropLast(2)))
      #expect(explained.output.contains("take the service provider metadata"), "\(explained.output)")
      // Whoever does not ask for that rule is told by the other.
      let selected = try Signpost.run(files + ["--select", "PAIR"])
      #expect(selected.status == 1 && selected.output.contains("error[PAIR003]: "), "\(selected.output)")
    }
  }
}
