import Support
import Testing

/// That a disagreement is seen where there is one: made-up documents, answers and tables.
@Suite struct HarnessTests {
  static let complaint = """
    /a b.xml:3: element X509Certificate: Schemas validity error : Element '{http://www.w3.org/2000/09/xmldsig#}\
    X509Certificate': 'MII
    {{x}}' is not a valid value of the atomic type 'xs:base64Binary'.
    /a b.xml:9: element RoleDescriptor: Schemas validity error : Element '{urn:oasis:names:tc:SAML:2.0:metadata}\
    RoleDescriptor', attribute '{http://www.w3.org/2001/XMLSchema-instance}type': The QName value '{urn:x}T' of the \
    xsi:type attribute does not resolve to a type definition.
    /a b.xml:9: element RoleDescriptor: Schemas validity error : Element '{urn:oasis:names:tc:SAML:2.0:metadata}\
    RoleDescriptor': The type definition is abstract.
    /a b.xml fails to validate
    """

  @Test func `complaints of the schema are read over line ends`() {
    let complaints = XMLLint.complaints(in: Self.complaint, about: "/a b.xml")
    #expect(complaints.map(\.subject) == ["X509Certificate", "RoleDescriptor@type"])
    #expect(complaints.map(\.theirs) == ["X509Certificate not valid", "RoleDescriptor@type unknown"])
    #expect(complaints.first?.text == "'MII {{x}}' is not a valid value of the atomic type 'xs:base64Binary'.")
    #expect(complaints.last?.text.hasPrefix("The QName value '{urn:x}T' of") == true)
  }

  static func tables(entries: [String: Set<String>] = [:]) -> Tables {
    func cause(_ name: String, _ subject: String, _ rules: Set<String>, _ justification: String?) -> Tables.Cause {
      Tables.Cause(
        name: name, oracle: .schema, subjects: [subject], text: "*", rules: rules, justification: justification)
    }
    let causes = [cause("key", "X509Certificate", ["KEY003"], nil), cause("role", "RoleDescriptor@type", [], "Why.")]
    let listed = entries.map { cause, theirs in
      (
        Tables.Entry(sha256: "0", oracle: .schema, cause: cause),
        Tables.Saying(origin: "somewhere", theirs: theirs, ours: ["-"])
      )
    }
    return Tables(causes: causes, entries: Dictionary(uniqueKeysWithValues: listed), rules: [:])
  }

  static func problems(_ tables: Tables, _ judgement: Judgement, _ complaints: [Difference]? = nil) -> [String] {
    let complaints = complaints ?? XMLLint.complaints(in: complaint, about: "/a b.xml")
    let verdict = tables.verdict(complaints, in: "a.xml", sha256: "0", judgement: judgement)
    return verdict.problems + tables.problems(with: .schema, found: verdict.found, among: ["0"])
  }

  @Test func `a disagreement is silent only where it is listed`() {
    let judgement = Judgement(errors: ["KEY003"])
    let listed = Self.tables(entries: ["role": ["RoleDescriptor@type unknown"]])
    #expect(Self.problems(listed, judgement) == [])
    #expect(Self.problems(Self.tables(), judgement).map { $0.hasPrefix("Disagreements.tsv lacks") } == [true])
    let otherwise = Self.tables(entries: ["role": ["RoleDescriptor not expected"]])
    #expect(Self.problems(otherwise, judgement).map { $0.hasPrefix("Disagreements.tsv says otherwise") } == [true])
    #expect(Self.problems(listed, Judgement(errors: [])).map { $0.contains("none of the rules") } == [true])
    let unheard = Difference(oracle: .schema, subject: "Strange", text: "x", theirs: "x", ours: "-")
    #expect(Self.problems(Self.tables(), judgement, [unheard]).map { $0.contains("no cause") } == [true])
  }

  @Test func `a line of the table that nobody needs is told, if its document is there`() {
    let tables = Self.tables(entries: ["role": ["RoleDescriptor@type unknown"]])
    let problems = Self.problems(tables, Judgement(errors: []), [])
    #expect(problems == ["no longer a disagreement: 'role' in somewhere"])
    #expect(tables.problems(with: .schema, found: [:], among: ["1"]) == [])
    #expect(tables.problems(with: .certificate, found: [:], among: ["0"]) == [])
  }

  @Test(arguments: [(true, ["XML004"], "parsed"), (false, ["KEY005"], "not parsed")])
  func `one verdict on the form against the other is a difference`(
    isAccepted: Bool, errors: [String], theirs: String
  ) {
    let judgement = Judgement(errors: Set(errors))
    #expect(SecondOpinionTests.difference(isAccepted: isAccepted, judgement)?.theirs == theirs)
    #expect(SecondOpinionTests.difference(isAccepted: !isAccepted, judgement) == nil)
  }

  @Test func `certificates are compared field by field`() {
    let one = CertificateFacts(fields: ["subject": "CN=a", "key": "RSA 2048"])
    let other = CertificateFacts(fields: ["subject": "CN=b", "key": "RSA 2048"])
    func texts(_ openssl: CertificateFacts, _ signpost: CertificateFacts) -> [String] {
      CertificateFacts.differences(openssl: openssl, signpost: signpost).map(\.text)
    }
    #expect(texts(one, one) == [])
    #expect(texts(one, other) == ["subject: openssl says 'CN=a', Signpost 'CN=b'"])
    #expect(texts(one, CertificateFacts(problems: ["cut"])) == ["openssl reads it; Signpost says: cut"])
    #expect(texts(CertificateFacts(), one) == ["openssl reads nothing; Signpost reads it"])
    #expect(texts(CertificateFacts(), CertificateFacts(problems: ["cut"])) == [])
    #expect(texts(CertificateFacts(), CertificateFacts()).count == 1)
  }

  @Test func `the texts of certificates are found in whatever is at hand`() {
    let element = "<ds:X509Certificate a='b'> MII&#13;\nC </ds:X509Certificate><X509Certificate>x</X509Certificate>"
    let expected = [" MII\r\nC ", "x"]
    #expect(CertificateText.all(in: Array(element.utf8)) == expected)
    #expect(CertificateText.all(in: Array("<a><X509Certificate/>\(element)".utf8)) == expected)
    let wide: [UInt8] = [0xFF, 0xFE] + element.utf8.flatMap { [$0, 0] }
    #expect(CertificateText.all(in: wide) == expected)
    #expect(CertificateText.all(in: Array("PGE+PFg1MDlDZXJ0aWZpY2F0ZT55PC9YNTA5Q2VydGlmaWNhdGU+\n".utf8)) == ["y"])
    #expect(CertificateText.all(in: Array("<X509CertificateChain>x</X509CertificateChain>".utf8)) == [])
  }
}
