import Markup
import Rules
import Testing

/// What people read in consoles, beside an instance from before 2026 in one Region, and what is said to it.
@Suite struct TypedValueTests {
  static let tenant = "11112222-3333-4444-5555-666677778888"
  static let plain = "https://eu-west-1.signin.aws/platform/saml/acs/\(tenant)"
  static let dual = "https://eu-west-1.sso.signin.aws/platform/saml/acs/\(tenant)"
  static let older = "https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/\(tenant)"
  static let issuer = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-1234567890"
  static let signOn = "https://example.okta.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml"
  static let all = [plain, dual, older]

  static func aws(_ urls: [String]) -> Verdict {
    let post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
    let services = urls.enumerated().map { index, url in
      #"<md:AssertionConsumerService Binding="\#(post)" Location="\#(url)" index="\#(index)"/>"#
    }
    let text = """
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\(issuer)">
        <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
      <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
        \(services.joined(separator: "\n  "))</md:SPSSODescriptor>
      </md:EntityDescriptor>
      """
    return ExampleTests.judge.judge(Array(text.utf8), path: "aws.xml")
  }

  static func compare(_ values: TypedValues, _ urls: [String] = all, withProvider: Bool = true) -> [Finding] {
    ExampleTests.judge.compare(
      values, identityProvider: withProvider ? ExampleTests.goodIdentityProvider : nil, serviceProvider: aws(urls))
  }

  @Test(arguments: [
    (plain + "/", "PAIR004", "ends in a slash; the expected one does not"),
    (" " + plain, "PAIR004", "differs in white space only, at character 1"),
    (plain + "\u{200B}", "PAIR004", "holds a character that cannot be seen: U+200B ZERO WIDTH SPACE"),
    (
      plain.replacing("eu-west", with: "EU-WEST"), "PAIR004",
      "differs in upper and lower case only, first at character 9"
    ),
    (plain.replacing("https", with: "http"), "PAIR004", "begins with http://; the expected one begins with https://"),
    (String(plain.dropLast(3)), "PAIR004", "stops after character"),
    (plain + "x", "PAIR004", "goes on behind the last character"),
    (
      plain.replacing("1111", with: "1112"), "PAIR004",
      "is of another instance of IAM Identity Center, or mistyped: it differs"
    ),
    (plain.replacing("acs/", with: "acs/4455422d"), "PAIR004", "differs first at character 48: U+0034"),
    (
      plain.replacing("eu-west-1", with: "us-east-1"), "PAIR004",
      "is of the Region us-east-1, and the file's are of eu-west-1"
    ),
    (
      plain.replacing("eu-west-1", with: "eu-wset-1"), "PAIR004",
      "is of the Region eu-wset-1, and the file's are of eu-west-1"
    ),
    (
      older.replacing("eu-west-1", with: "us-east-1"), "PAIR004",
      "is of the Region us-east-1, and the file's are of eu-west-1"
    ),
    (
      "https://us-gov-west-1.signin.amazonaws-us-gov.com/platform/saml/acs/abc-1", "PAIR004",
      "is in AWS GovCloud (US) (us-gov-west-1), and the file's are in eu-west-1"
    ),
    ("https://eu-west-1.aws.amazon.com/platform/saml/acs/\(tenant)", "PAIR004", "lacks signin. in its host"),
    ("", "PAIR004", "stops after character 0"),
    (issuer, "PAIR006", "is the issuer URL of an IAM Identity Center in eu-west-1"),
    (issuer + "/", "PAIR006", "is an address of AWS that resembles an issuer URL"),
    ("https://example.awsapps.com/start", "PAIR006", "is an AWS access portal URL"),
    ("https://signin.aws.amazon.com/saml", "PAIR006", "is an address of SAML federation with IAM"),
    ("https://scim.eu-west-1.amazonaws.com/\(tenant)/scim/v2", "PAIR006", "is a SCIM endpoint"),
    (signOn, "PAIR006", "is the identity provider's own sign-on URL"),
  ])
  func oneACSURL(typed: String, id: String, words: String) throws {
    let findings = Self.compare(TypedValues(acsURLs: [typed]))
    let finding = try #require(findings.first)
    #expect(findings.map(\.rule.id) == [id])
    #expect(finding.message.hasPrefix("the console's ACS URL \(words)"), "\(finding.message)")
    #expect(finding.severity == .error && finding.place.file == "aws.xml" && finding.place.start.line > 2)
  }

  @Test func pointsAtTheNearestACSURL() {
    for (typed, line) in [(Self.plain + "/", 3), (Self.dual + "/", 4), (Self.older + "/", 5)] {
      #expect(Self.compare(TypedValues(acsURLs: [typed])).map(\.place.start.line) == [line])
    }
  }

  @Test(arguments: [
    ([plain, dual, older], all, false, []),
    ([older], all, true, []),
    // Where the console takes one, the older address is the one.
    ([plain], all, true, ["PAIR007"]), ([plain], all, false, ["PAIR007"]), ([plain, dual], all, false, ["PAIR007"]),
    // A later instance has no older address.
    ([plain], [plain, dual], false, []), ([older], [plain, dual], false, ["PAIR005"]),
    // A mistyped one is one fault.
    ([plain, dual, older + "/"], all, false, ["PAIR004"]),
    // Another Region of the same instance beside a good one: the file may be old.
    ([older, plain.replacing("eu-west-1", with: "us-east-1")], all, false, ["PAIR005"]),
    // And alone: nobody can sign in through the Region of the file, old or not.
    ([plain.replacing("eu-west-1", with: "us-east-1")], all, false, ["PAIR004"]),
    // Another host of the file's Region may be missing in the file, and serves it.
    ([dual], [plain], false, ["PAIR005"]), ([plain], [older], false, ["PAIR005"]),
    ([dual, dual.replacing("eu-west-1", with: "us-east-1")], [plain], false, ["PAIR005", "PAIR005"]),
    // The older host of another Region serves none.
    (
      [older.replacing("eu-west-1", with: "us-east-1")], all + [plain.replacing("eu-west-1", with: "us-east-1")], false,
      ["PAIR004"]
    ),
    // A Region of the file that the console lacks.
    ([plain], [plain, plain.replacing("eu-west-1", with: "us-east-1")], false, ["PAIR008"]),
    ([plain], [plain, plain.replacing("eu-west-1", with: "us-east-1")], true, []),
    (
      [plain.replacing("eu-west-1", with: "us-east-1")], all + [plain.replacing("eu-west-1", with: "us-east-1")], false,
      ["PAIR008"]
    ),
  ])
  func severalACSURLs(typed: [String], file: [String], withOkta: Bool, ids: [String]) {
    let findings = Self.compare(TypedValues(acsURLs: typed), file, withProvider: withOkta)
    #expect(findings.map(\.rule.id) == ids)
  }

  @Test func oktaIsToldWhichOneGoesIntoItsField() throws {
    let finding = try #require(Self.compare(TypedValues(acsURLs: [Self.plain])).first)
    #expect(finding.remedy.contains("one field") && finding.remedy.contains("signin.aws.amazon.com"))
  }

  @Test(arguments: [
    (issuer, nil, ""), (issuer + "/", "PAIR009", "ends in a slash; the expected one does not"),
    (issuer.replacing("d-", with: "D-"), "PAIR009", "differs in upper and lower case only"),
    (
      issuer.replacing("eu-west-1", with: "us-east-1"), "PAIR009",
      "has the Region us-east-1 where eu-west-1 is expected"
    ),
    (issuer.replacing("7890", with: "7891"), "PAIR009", "is of another instance of IAM Identity Center"),
    (plain, "PAIR010", "is an ACS URL of IAM Identity Center in eu-west-1 (IPv4)"),
    ("urn:amazon:webservices", "PAIR010", "is an address of SAML federation with IAM"),
    ("http://www.okta.com/exk1fixture0example1", "PAIR010", "is the identity provider's own entityID"),
    ("https://other.example/saml", "PAIR009", "differs first at character 9"),
  ])
  func entityID(typed: String, id: String?, words: String) {
    let findings = Self.compare(TypedValues(entityID: typed))
    #expect(findings.map(\.rule.id) == [id].compactMap(\.self))
    for finding in findings {
      #expect(finding.message.hasPrefix("the console's entity ID \(words)"), "\(finding.message)")
      #expect(finding.place.start.line == 1 && finding.entityID == Self.issuer)
    }
  }

  @Test(arguments: [
    ("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", nil), ("EMAIL", nil), ("emailAddress", nil),
    ("Email address", nil), ("E-mail", nil), ("email", nil), ("Unspecified", "PAIR011"), ("x509SubjectName", "PAIR011"),
    ("Windows domain qualified name", "PAIR011"), ("urn:oasis:names:tc:SAML:2.0:nameid-format:transient", "PAIR011"),
    ("urn:oasis:names:tc:SAML:2.0:nameid-format:unspecified", "PAIR011"), ("user.mail", "PAIR012"),
    ("urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress", "PAIR012"), ("emailAdress", "PAIR012"),
    ("urn:oasis:names:tc:SAML:1.1:nameid-format:emailaddress", "PAIR012"),
    ("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress ", "PAIR012"), ("", "PAIR011"),
  ])
  func nameIDFormat(typed: String, id: String?) {
    let findings = Self.compare(TypedValues(nameIDFormat: typed))
    #expect(findings.map(\.rule.id) == [id].compactMap(\.self))
    #expect(findings.allSatisfy { $0.place.file == "aws.xml" && $0.severity == .warning })
  }

  @Test(arguments: [
    (signOn, nil), (signOn + "/", "PAIR013"), (signOn.replacing("example.okta.com", with: "login.example"), "PAIR013"),
    ("https://example.awsapps.com/start", "PAIR014"), (plain, "PAIR014"),
    ("http://www.okta.com/exk1fixture0example1", "PAIR014"),
  ])
  func signOnURL(typed: String, id: String?) {
    let findings = Self.compare(TypedValues(signOnURL: typed))
    #expect(findings.map(\.rule.id) == [id].compactMap(\.self))
    #expect(
      findings.allSatisfy { $0.place.file == "idp.xml" && $0.entityID == "http://www.okta.com/exk1fixture0example1" })
  }

  /// Nothing is said of a value whose file is missing; saying so is the command's task.
  @Test func withoutAFileNothingIsCompared() {
    let values = TypedValues(acsURLs: ["x"], entityID: "x", nameIDFormat: "x", signOnURL: "x")
    #expect(ExampleTests.judge.compare(values, identityProvider: nil, serviceProvider: nil).isEmpty)
    let withoutProvider = Self.compare(values, withProvider: false)
    #expect(withoutProvider.map(\.rule.id) == ["PAIR004", "PAIR009", "PAIR011"])
    let withoutAWS = ExampleTests.judge.compare(
      values, identityProvider: ExampleTests.goodIdentityProvider, serviceProvider: nil)
    #expect(withoutAWS.map(\.rule.id) == ["PAIR011", "PAIR013"])
  }
}
