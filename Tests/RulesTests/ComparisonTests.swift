import Markup
import Parties
import Rules
import SAML
import Support
import Testing

@Suite struct ComparisonTests {
  static let now = Instant("2026-11-21T00:00:00Z") ?? Instant(seconds: 0)
  static let judge = Judge(settings: Settings(now: now))

  /// The text of a fixture, which is named by its path without `.xml`.
  static func fixture(_ name: String) throws -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return try TestFile.text(parts.dropLast(3).joined(separator: "/") + "/Fixtures/\(name).xml")
  }

  static func entity(_ text: String) throws -> EntityDescriptor {
    try #require(judge.judge(Array(text.utf8), path: "x.xml").onlyEntity)
  }

  static func compare(
    _ old: String, _ new: String, now: Instant = now, isPlanned: Bool = false
  ) throws -> MetadataComparison {
    try MetadataComparison(old: entity(old), new: entity(new), now: now, isPlanned: isPlanned)
  }

  static func rotation(_ old: String, _ new: String, isPlanned: Bool = false) throws -> MetadataComparison {
    try compare(fixture("rotation/\(old)"), fixture("rotation/\(new)"), isPlanned: isPlanned)
  }

  // MARK: What does not matter

  @Test(arguments: Rerun.allCases)
  func otherSpellingsAreNoChange(rerun: Rerun) throws {
    let text = String(try Self.fixture("rotation/old-and-new").trimmingPrefix { $0 != "\n" }.dropFirst())
    guard let changed = rerun.apply(to: text) else { return }
    let comparison = try Self.compare(text, changed)
    #expect(comparison.verdict == .noChange)
    #expect(comparison.changes.isEmpty)
    #expect(comparison.steps.isEmpty && comparison.breakages.isEmpty)
  }

  @Test func orderWrappingAndExtensionsAreNoChange() throws {
    let text = try Self.fixture("rotation/old")
    let formats = ["unspecified", "emailAddress"].map {
      "<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:\($0)</md:NameIDFormat>"
    }
    let changed = text.replacing(formats[0], with: "@").replacing(formats[1], with: formats[0])
      .replacing("@", with: formats[1])
      .replacing(
        "<md:KeyDescriptor",
        with:
          "<md:Extensions><u:UIInfo xmlns:u=\"urn:oasis:names:tc:SAML:metadata:ui\"/></md:Extensions><md:KeyDescriptor"
      )
      .replacing(" WantAuthnRequestsSigned=\"false\"", with: "")
      .replacing("MII", with: "\n  MI\n  I")
    #expect(changed != text)
    #expect(try Self.compare(text, changed).verdict == .noChange)
  }

  // MARK: Identity providers

  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    var old = "old"
    var edits: [(String, String)] = []
    let verdict: MetadataComparison.Verdict
    let subjects: [MetadataChange.Subject]
    var breakages: [Breakage.Kind] = []
    var testDescription: String { what }
  }

  static let address = "https://example.okta.com/app/amazon_aws_sso/exk1example0fixture02/sso/saml"
  static let cases = [
    Case(
      what: "a NameID format more",
      edits: [
        (
          "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\"",
          "<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat><md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
        )
      ],
      verdict: .harmless, subjects: [.nameIDFormat]),
    Case(
      what: "validity", edits: [("entityID=", "validUntil=\"2026-12-01T00:00:00Z\" entityID=")], verdict: .harmless,
      subjects: [.validity]),
    Case(
      what: "signed requests wanted", edits: [("Signed=\"false\"", "Signed=\"true\"")], verdict: .harmless,
      subjects: [.flag]),
    Case(
      what: "single logout",
      edits: [
        (
          "<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
          "<md:SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\"https://example.okta.com/slo\"/><md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
        )
      ],
      verdict: .harmless, subjects: [.singleLogout]),
    Case(
      what: "another entityID", edits: [("entityID=\"http://www.okta.com/exk1", "entityID=\"http://www.okta.com/exk2")],
      verdict: .breaksSignIn, subjects: [.entityID], breakages: [.issuerChanged]),
    Case(
      what: "another host", edits: [("https://example.okta.com", "https://login.example.com")],
      verdict: .breaksSignIn, subjects: [.signInURL, .signInURL], breakages: [.signInURLGone]),
    Case(
      what: "one binding moves",
      edits: [("HTTP-POST\"\n      Location=\"https://example", "HTTP-POST\"\n      Location=\"https://other")],
      verdict: .breaksSignIn, subjects: [.signInURL], breakages: [.signInURLGone]),
    Case(
      what: "an address more",
      edits: [
        (
          "</md:IDPSSODescriptor>",
          "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\"https://example.okta.com/other\"/></md:IDPSSODescriptor>"
        )
      ],
      verdict: .harmless, subjects: [.signInURL]),
    Case(
      what: "no certificate", edits: [("use=\"signing\"", "use=\"encryption\"")], verdict: .breaksSignIn,
      subjects: [.signingCertificate, .encryptionCertificate], breakages: [.noCertificate]),
  ]

  @Test(arguments: cases)
  func editedIdentityProvider(item: Case) throws {
    let old = try Self.fixture("rotation/\(item.old)")
    let new = item.edits.reduce(old) { $0.replacing($1.0, with: $1.1) }
    #expect(new != old)
    let comparison = try Self.compare(old, new)
    #expect(comparison.verdict == item.verdict)
    #expect(comparison.changes.map(\.subject) == item.subjects)
    #expect(comparison.breakages.map(\.kind) == item.breakages)
    #expect(comparison.steps.isEmpty == (item.verdict == .harmless))
    #expect(comparison.provider == .okta)
    #expect(comparison.sharesUnexpiredKey == (item.what != "no certificate"))
  }

  @Test func placesAreThoseOfEachSide() throws {
    let old = try Self.fixture("rotation/old")
    let new = "\n\n" + old.dropFirst(39).replacing("exk1example0fixture02\">", with: "exk9\">")
    let change = try #require(try Self.compare(old, new).changes.first)
    #expect(change.old?.text == "http://www.okta.com/exk1example0fixture02")
    #expect(change.old?.start.line == 3)
    #expect(change.old?.start.column == 13)
    #expect(change.new?.text == "http://www.okta.com/exk9")
    #expect(change.new?.start.line == 4)
  }

  @Test func cautionsNameWhatMayBite() throws {
    let old = try Self.fixture("rotation/old")
    let signed = try Self.compare(old, old.replacing("Signed=\"false\"", with: "Signed=\"true\""))
    #expect(signed.changes.first?.caution?.contains("does not sign its requests") == true)
    let unsigned = try Self.compare(old.replacing("Signed=\"false\"", with: "Signed=\"true\""), old)
    #expect(unsigned.changes.map(\.subject) == [.flag])
    #expect(unsigned.changes.first?.caution == nil)
    let nameless = try Self.compare(
      old, old.replacing("1.1:nameid-format:emailAddress", with: "2.0:nameid-format:transient"))
    #expect(nameless.changes.allSatisfy { $0.caution?.contains("emailAddress") == true })
  }

  @Test func theBindingThatAWSUsesIsNotKnown() throws {
    let old = try Self.fixture("rotation/old")
    let post = "HTTP-POST\"\n      Location=\"https://example"
    let moved = try Self.compare(old, old.replacing(post, with: post.replacing("example", with: "other")))
    #expect(moved.reason.contains("no longer listed for HTTP-POST. AWS does not say by which binding"))
    #expect(moved.breakages.map(\.value) == [Self.address] && moved.breakages.allSatisfy { !$0.isAvoidable })
    #expect(moved.steps.last?.values == [Self.address.replacing("example.okta", with: "other.okta")])
    #expect(moved.steps.last?.text.contains("IdP sign-in URL") == true)
    // Where there is no new address, none can be entered.
    let gone = try Self.compare(old, old.replacing(post, with: post.replacing("-POST", with: "-Artifact")))
    #expect(gone.verdict == .breaksSignIn && gone.breakages.map(\.kind) == [.signInURLGone])
    #expect(!gone.steps.contains { $0.text.contains("Edit IdP metadata") })
    #expect(gone.steps.last?.text.contains("If it fails, AWS uses HTTP-POST: undo the change") == true)
    // A key that AWS does not have stops sign-ins whichever it is.
    let renewed = try Self.fixture("rotation/new").replacing(post, with: post.replacing("-POST", with: "-Artifact"))
    let both = try Self.compare(old, renewed)
    #expect(both.reason.hasPrefix("The new document lists no signing key that AWS trusts"))
    #expect(both.breakages.map(\.kind) == [.certificateNotTrusted, .signInURLGone])
  }

  @Test(
    "of a document that cannot be used nothing is entered",
    arguments: [
      ("SingleSignOnService", "SingleLogoutService", "has no sign-in URL for HTTP-POST or HTTP-Redirect"),
      ("Location=\"https:", "Location=\"http:", "uses http, not https"),
      ("HTTP-POST\"\n      Location=\"https:", "HTTP-POST\"\n      Location=\"http:", "uses http, not https"),
      ("Location=\"https://", "Location=\"https://sign@", "has a user name or another host"),
      ("Location=\"https:", "Location=\"javascript:", "has another scheme than https"),
      ("entityID=\"http://www.okta.com/exk1example0fixture02\"", "", "has no entityID"),
    ])
  func aDocumentNotToBeUsed(part: String, replacement: String, words: String) throws {
    let old = try Self.fixture("rotation/old")
    let new = old.replacing(part, with: replacement)
    #expect(new != old)
    let comparison = try Self.compare(old, new)
    #expect(comparison.verdict == .breaksSignIn && comparison.reason.contains(words), "\(comparison.reason)")
    #expect(comparison.steps.count == 1)
    #expect(comparison.steps.first?.text.hasPrefix("Do not use the new document") == true)
  }

  @Test func anotherApplicationIsNamed() throws {
    let comparison = try Self.compare(Self.fixture("okta"), Self.fixture("rotation/old"))
    #expect(comparison.verdict == .breaksSignIn)
    #expect(comparison.reason.contains("two identity providers"))
    #expect(comparison.breakages.map(\.kind) == [.issuerChanged, .signInURLGone, .certificateNotTrusted])
    let edit = try #require(comparison.steps.first { $0.text.contains("Edit IdP metadata") })
    #expect(edit.values == ["http://www.okta.com/exk1example0fixture02", Self.address])
    #expect(edit.text.contains("IdP issuer URL and IdP sign-in URL"))
  }

  @Test func otherRolesAreNotCompared() throws {
    let comparison = try Self.compare(Self.fixture("okta"), Self.fixture("identity-center"))
    #expect(comparison.verdict == .notComparable)
    #expect(!comparison.verdict.isFine)
    #expect(comparison.reason.contains("an identity provider's, the new one is a service provider's"))
  }

  // MARK: AWS

  @Test func aRegionMore() throws {
    let one = try Self.fixture("identity-center")
    let two = try Self.fixture("identity-center-two-regions")
    let added = try Self.compare(one, two)
    #expect(added.verdict == .seamless)
    #expect(added.regionsAdded.map(\.code) == ["us-east-1"] && added.regionsRemoved.isEmpty)
    #expect(added.steps.first?.actor == .idpAdmin)
    #expect(added.steps.first?.values.count == 2)
    #expect(added.breakages.allSatisfy { $0.kind == .acsURLMissing && $0.isAvoidable })
    let removed = try Self.compare(two, one)
    #expect(removed.verdict == .seamless)
    #expect(removed.regionsRemoved.map(\.code) == ["us-east-1"] && removed.regionsAdded.isEmpty)
    #expect(removed.breakages.isEmpty)
  }

  @Test func theOlderHostIsTheOutage() throws {
    let old = try Self.fixture("identity-center-before-2026")
    let legacy =
      "https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/4455422d6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34"
    let new = old.replacing(
      legacy, with: legacy.replacing("eu-west-1.signin.aws.amazon.com", with: "us-east-1.signin.aws"))
    let comparison = try Self.compare(old, new)
    #expect(comparison.verdict == .breaksSignIn)
    #expect(comparison.breakages.first?.value == legacy)
    #expect(comparison.breakages.first?.isAvoidable == false)
    #expect(comparison.steps.first?.values == [legacy])
    #expect(try Self.compare(new, old).verdict == .seamless)
  }

  @Test(
    "an address that is none of AWS's is never to be registered",
    arguments: [
      "https://eu-west-1.signin.aws.example.net/platform/saml/acs/1", "https://evil.example/acs",
      "http://eu-west-1.signin.aws/platform/saml/acs/6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34",
      "https://signin.aws.amazon.com/saml",
    ])
  func anAddressOfSomebodyElse(address: String) throws {
    let old = try Self.fixture("identity-center")
    let consumer = """
      <md:AssertionConsumerService index="2" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
      Location="\(address)"/></md:SPSSODescriptor>
      """
    let comparison = try Self.compare(old, old.replacing("</md:SPSSODescriptor>", with: consumer))
    #expect(comparison.verdict == .breaksSignIn && !comparison.verdict.isFine)
    #expect(comparison.steps.map(\.values) == [[address]])
    #expect(comparison.steps.first?.text.hasPrefix("Do not use the new document") == true)
  }

  @Test func theEntityIDOfSomebodyElseIsNotToBeEntered() throws {
    let old = try Self.fixture("identity-center")
    let comparison = try Self.compare(old, old.replacing("amazon.com/platform", with: "example.net/platform"))
    #expect(comparison.verdict == .breaksSignIn)
    #expect(comparison.steps.count == 1 && comparison.steps[0].text.hasPrefix("Do not use the new document"))
  }

  @Test func anAnswerTravelsByPOST() throws {
    let old = try Self.fixture("identity-center")
    let comparison = try Self.compare(old, old.replacing("HTTP-POST", with: "HTTP-Redirect"))
    #expect(comparison.verdict == .breaksSignIn && comparison.reason.contains("HTTP-POST"))
    #expect(comparison.breakages.map(\.kind) == [.acsURLMissing, .acsURLMissing])
    #expect(comparison.steps.map(\.values) == [[]])
    // One more binding takes nothing away.
    let consumer = """
      <md:AssertionConsumerService index="2" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" \
      Location="https://eu-west-1.signin.aws/platform/saml/acs/6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34"/>\
      </md:SPSSODescriptor>
      """
    #expect(try Self.compare(old, old.replacing("</md:SPSSODescriptor>", with: consumer)).verdict == .harmless)
  }

  @Test("AWS speaks SAML 2.0 alone", arguments: ["okta", "identity-center"])
  func anotherProtocol(name: String) throws {
    let old = try Self.fixture(name)
    let new = old.replacing("SAML:2.0:protocol", with: "SAML:1.1:protocol")
    let comparison = try Self.compare(old, new)
    #expect(comparison.verdict == .breaksSignIn && comparison.reason.contains("SAML 2.0"))
    #expect(comparison.breakages.map(\.kind) == [.otherProtocol])
    #expect(comparison.steps.first?.text.hasPrefix("Do not use the new document") == true)
    #expect(try Self.compare(new, old).verdict == .harmless)
  }

  @Test func signedRequestsAreAnnouncedWrongly() throws {
    let old = try Self.fixture("identity-center")
    let new = old.replacing("AuthnRequestsSigned=\"false\"", with: "AuthnRequestsSigned=\"true\"")
    let change = try #require(try Self.compare(old, new).changes.first)
    #expect(change.subject == .flag && change.caution?.contains("does not sign its requests") == true)
    #expect(try Self.compare(new, old).changes.first?.caution == nil)
  }

  @Test("a key for encryption in AWS's document", arguments: [" use=\"encryption\"", ""])
  func assertionsMayBeEncrypted(use: String) throws {
    let old = try Self.fixture("identity-center")
    let key = try Self.fixture("okta").prefix(through: "</md:KeyDescriptor>").suffix(from: "<md:KeyDescriptor")
    let new = old.replacing(
      "<md:NameIDFormat>", with: key.replacing(" use=\"signing\"", with: use) + "<md:NameIDFormat>")
    let comparison = try Self.compare(old, new)
    #expect(comparison.verdict == .harmless)
    #expect(comparison.changes.map(\.subject) == [.encryptionCertificate])
    #expect(comparison.changes.first?.caution?.contains("supports no encrypted assertions") == true)
    #expect(try Self.compare(new, old).changes.map(\.caution) == [nil])
  }

  @Test func anotherInstance() throws {
    let old = try Self.fixture("identity-center")
    let comparison = try Self.compare(old, old.replacing("d-93671f0a2c", with: "d-0000000000"))
    #expect(comparison.verdict == .breaksSignIn)
    #expect(comparison.breakages.map(\.kind) == [.audienceChanged])
    #expect(comparison.steps.first?.values == ["https://eu-west-1.signin.aws.amazon.com/platform/saml/d-0000000000"])
    let moved = try Self.compare(old, old.replacing("6a0c2f4e-", with: "7a0c2f4e-"))
    #expect(moved.verdict == .breaksSignIn)
    #expect(moved.breakages.map(\.kind) == [.acsURLMissing])
  }
}

extension String {
  fileprivate func prefix(through end: String) -> String {
    firstRange(of: end).map { String(self[..<$0.upperBound]) } ?? self
  }

  fileprivate func suffix(from start: String) -> String {
    firstRange(of: start).map { String(self[$0.lowerBound...]) } ?? self
  }
}
