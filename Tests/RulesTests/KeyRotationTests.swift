import Rules
import SAML
import Testing

@Suite struct KeyRotationTests {
  static let oldEnd = Instant("2027-01-15T09:30:00Z")

  struct Case: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    var isPlanned = false
    let verdict: MetadataComparison.Verdict
    let sharesKey: Bool
    let breakages: [Breakage.Kind]
    let moments: [Breakage.Moment]
    /// The steps by a word of each.
    let steps: [String]
    var testDescription: String { "\(old) to \(new)\(isPlanned ? ", planned" : "")" }
  }

  static let end = Breakage.Moment.at(oldEnd ?? Instant(seconds: 0))
  static let inOrder = ["Import certificate", "Activate", "Open the portal", "choose Delete"]
  static let cases = [
    Case(
      old: "old", new: "old-and-new", verdict: .seamless, sharesKey: true,
      breakages: [.certificateNotTrusted, .certificateExpires], moments: [.activation, end], steps: inOrder),
    Case(
      old: "old-and-new", new: "new", verdict: .seamless, sharesKey: true, breakages: [], moments: [],
      steps: ["Open the portal", "choose Delete"]),
    Case(
      old: "old", new: "new", verdict: .breaksSignIn, sharesKey: false, breakages: [.certificateNotTrusted],
      moments: [.now], steps: ["sign-ins work again", "Open the portal", "choose Delete"]),
    Case(
      old: "old", new: "new", isPlanned: true, verdict: .seamless, sharesKey: false,
      breakages: [.certificateNotTrusted, .certificateExpires], moments: [.activation, end], steps: inOrder),
    Case(
      old: "old", new: "not-yet-valid", verdict: .seamless, sharesKey: false,
      breakages: [.certificateNotTrusted, .certificateExpires], moments: [.activation, end],
      steps: ["Import certificate", "Not before 2026-12-15", "Open the portal", "choose Delete"]),
    Case(
      old: "old", new: "renewed", verdict: .seamless, sharesKey: true, breakages: [.certificateExpires],
      moments: [end], steps: ["Import certificate", "Open the portal", "choose Delete"]),
  ]

  @Test(arguments: cases)
  func rotation(item: Case) throws {
    let comparison = try ComparisonTests.rotation(item.old, item.new, isPlanned: item.isPlanned)
    #expect(comparison.verdict == item.verdict)
    #expect(comparison.sharesUnexpiredKey == item.sharesKey)
    #expect(comparison.changes.allSatisfy { $0.subject == .signingCertificate })
    #expect(comparison.breakages.map(\.kind) == item.breakages)
    #expect(comparison.breakages.map(\.moment) == item.moments)
    #expect(comparison.breakages.allSatisfy { $0.isAvoidable == (item.verdict == .seamless) })
    #expect(comparison.steps.count == item.steps.count)
    for (step, word) in zip(comparison.steps, item.steps) { #expect(step.text.contains(word)) }
  }

  // MARK: Certificates that are not valid

  static func key(of name: String, element: String = "md:KeyDescriptor") throws -> String {
    let text = try ComparisonTests.fixture(name)
    let start = try #require(text.firstRange(of: "<\(element)"))
    let end = try #require(text.firstRange(of: "</\(element)>"))
    return String(text[start.lowerBound..<end.upperBound])
  }

  /// A fixture with these keys in the place of its own.
  static func document(_ name: String, keys: [String]) throws -> String {
    let text = try ComparisonTests.fixture(name)
    let changed = try text.replacing(key(of: name), with: keys.map { try key(of: $0) }.joined())
    #expect(changed != text)
    return changed
  }

  @Test("an expired certificate beside the one in use is neither imported nor activated", arguments: [false, true])
  func expiredBesideTheActiveOne(isPlanned: Bool) throws {
    let old = try ComparisonTests.fixture("okta")
    let both = try Self.document("okta", keys: ["okta", "broken/expired-certificate"])
    let comparison = try ComparisonTests.compare(old, both, isPlanned: isPlanned)
    #expect(comparison.verdict == .harmless && comparison.reason.contains("do not import it"))
    #expect(comparison.steps.isEmpty && comparison.breakages.isEmpty)
    // Beside a new one that is valid, that one alone is imported.
    let three = try Self.document("okta", keys: ["okta", "broken/expired-certificate", "rotation/new"])
    let valid = try #require(ComparisonTests.compare(old, three).certificates.last).fingerprint
    let rotation = try ComparisonTests.compare(old, three, isPlanned: isPlanned)
    #expect(rotation.verdict == .seamless && rotation.reason.contains("do not import it"))
    #expect(rotation.steps.prefix(2).map(\.values) == [[valid], [valid]])
  }

  @Test("an expired certificate in the place of the one in use breaks the sign-in", arguments: [false, true])
  func expiredInItsPlace(isPlanned: Bool) throws {
    let old = try ComparisonTests.fixture("okta")
    let new = try Self.document("okta", keys: ["broken/expired-certificate"])
    let comparison = try ComparisonTests.compare(old, new, isPlanned: isPlanned)
    let valid = try #require(comparison.certificates.first { $0.presence == .old }).fingerprint
    let expired = try #require(comparison.certificates.first { $0.presence == .new }).fingerprint
    #expect(comparison.verdict == .breaksSignIn && comparison.reason.contains("has ended"))
    #expect(comparison.breakages.map(\.kind) == [.certificateNotValid])
    #expect(comparison.breakages.map(\.moment) == [isPlanned ? .activation : .now])
    #expect(comparison.breakages.allSatisfy { !$0.isAvoidable && $0.value == expired })
    #expect(comparison.steps.first?.values == [valid])
    #expect(!comparison.steps.contains { $0.values.contains(expired) })
    #expect(!comparison.steps.contains { $0.text.contains("Import") || $0.text.contains("Delete") })
    // Another address makes it no better.
    let moved = new.replacing("https://example.okta.com", with: "https://login.example.com")
    let move = try ComparisonTests.compare(old, moved, isPlanned: isPlanned)
    #expect(move.verdict == .breaksSignIn && move.reason.contains("has ended"))
    #expect(!move.steps.contains { $0.values.contains(expired) || $0.values.contains(valid) })
  }

  @Test func anExpiredCertificateThatSignsBreaksTheSignIn() throws {
    let old = try ComparisonTests.fixture("okta")
    let both = try Self.document("okta", keys: ["okta", "broken/expired-certificate"])
    let info = try Self.key(of: "broken/expired-certificate", element: "ds:KeyInfo")
    let signed = both.replacing(
      "<md:IDPSSODescriptor",
      with: "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">\(info)"
        + "</ds:Signature><md:IDPSSODescriptor")
    #expect(try ComparisonTests.compare(old, signed).breakages.map(\.kind) == [.certificateNotValid])
    #expect(try ComparisonTests.compare(old, signed, isPlanned: true).verdict == .harmless)
  }

  @Test func theOnlyValidCertificateStaysUntilTheNextIsValid() throws {
    let old = try Self.document("rotation/old", keys: ["rotation/old", "rotation/not-yet-valid"])
    let new = try ComparisonTests.fixture("rotation/not-yet-valid")
    let comparison = try ComparisonTests.compare(old, new)
    #expect(comparison.verdict == .breaksSignIn && comparison.reason.contains("not valid before 2026-12-15"))
    #expect(comparison.breakages.map(\.kind) == [.certificateNotValid])
    #expect(comparison.breakages.map(\.moment) == [.now])
    #expect(!comparison.steps.contains { $0.text.contains("Delete") })
    let planned = try ComparisonTests.compare(old, new, isPlanned: true)
    #expect(planned.verdict == .seamless && planned.steps.count == 3)
    #expect(planned.steps.first?.text.contains("Not before 2026-12-15") == true)
    #expect(planned.steps.last?.text.contains("choose Delete") == true)
    let day = try #require(Instant("2026-12-16T00:00:00Z"))
    #expect(try ComparisonTests.compare(old, new, now: day).verdict == .seamless)
  }

  @Test func theStepsNameTheCertificates() throws {
    let comparison = try ComparisonTests.rotation("old", "old-and-new")
    let old = try #require(comparison.certificates.first { $0.presence == .both }).fingerprint
    let new = try #require(comparison.certificates.first { $0.presence == .new }).fingerprint
    #expect(comparison.steps.map(\.values) == [[new], [new], [], [old]])
    #expect(comparison.breakages.map(\.value) == [new, old])
    #expect(comparison.steps.map(\.actor) == [.awsAdmin, .idpAdmin, .awsAdmin, .awsAdmin])
  }

  @Test func afterTheEndThereIsNoOverlap() throws {
    let late = try #require(Instant("2027-01-16T00:00:00Z"))
    let (old, new) = try (ComparisonTests.fixture("rotation/old"), ComparisonTests.fixture("rotation/old-and-new"))
    let comparison = try ComparisonTests.compare(old, new, now: late, isPlanned: true)
    #expect(comparison.verdict == .breaksSignIn)
    #expect(comparison.sharesUnexpiredKey == false)
    #expect(comparison.breakages.last?.moment == Self.end)
    #expect(comparison.breakages.last?.isAvoidable == false)
    let same = try ComparisonTests.compare(old, old, now: late)
    #expect(same.verdict == .noChange && same.reason.contains("sign-ins fail already"))
    let day = try #require(Instant("2027-01-15T09:29:59Z"))
    #expect(try ComparisonTests.compare(old, new, now: day).verdict == .seamless)
  }

  /// Microsoft Entra ID lists active and inactive certificates, and signs the document with the active one.
  @Test func theSignatureTellsWhichKeyIsActive() throws {
    let (old, both) = try (ComparisonTests.fixture("rotation/old"), ComparisonTests.fixture("rotation/old-and-new"))
    func signed(_ text: String, by other: String) throws -> String {
      let source = try ComparisonTests.fixture("rotation/\(other)")
      let start = try #require(source.firstRange(of: "<ds:KeyInfo"))
      let end = try #require(source.firstRange(of: "</ds:KeyInfo>"))
      let signature =
        "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">\(source[start.lowerBound..<end.upperBound])"
        + "</ds:Signature><md:IDPSSODescriptor"
      return text.replacing("<md:IDPSSODescriptor", with: signature)
    }
    #expect(try ComparisonTests.compare(old, signed(both, by: "old")).verdict == .seamless)
    let active = try ComparisonTests.compare(old, signed(both, by: "new"))
    #expect(active.verdict == .breaksSignIn)
    #expect(active.breakages.map(\.moment) == [.now])
    #expect(try ComparisonTests.compare(old, signed(both, by: "new"), isPlanned: true).verdict == .seamless)
  }

  static let hosts: [(String, String)] = [
    ("https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/saml2", "Make certificate active"),
    ("https://sso.jumpcloud.com/saml2/aws", "Do not choose Regenerate certificate"),
    ("https://accounts.google.com/o/saml2/idp?idpid=C01abcdef", "In Certificate choose the new one"),
    ("https://example.onelogin.com/trust/saml2/http-post/sso/1", "Change the certificate to the new one"),
    ("https://idp.example.org/sso", "Make the new certificate the one that signs for AWS"),
  ]

  @Test("the words are those of the console", arguments: hosts)
  func words(address: String, activation: String) throws {
    func edited(_ name: String) throws -> String {
      try ComparisonTests.fixture("rotation/\(name)")
        .replacing(ComparisonTests.address, with: address)
        .replacing("http://www.okta.com/exk1example0fixture02", with: "https://idp.example.org/entity")
    }
    let comparison = try ComparisonTests.compare(edited("old"), edited("old-and-new"))
    #expect(comparison.steps.count >= 4)
    #expect(comparison.steps[1].text.contains(activation))
    let replaced = try ComparisonTests.compare(edited("old"), edited("new"))
    #expect(replaced.reason.contains("one certificate at a time") == address.contains("jumpcloud"))
  }

  @Test func theOldCertificateIsRemovedWhereCertificatesAreKept() throws {
    func edited(_ name: String) throws -> String {
      try ComparisonTests.fixture("rotation/\(name)")
        .replacing(ComparisonTests.address, with: "https://accounts.google.com/o/saml2/idp?idpid=C01example")
        .replacing("http://www.okta.com/exk1example0fixture02", with: "https://idp.example.org/entity")
    }
    let steps = try ComparisonTests.compare(edited("old"), edited("old-and-new")).steps
    #expect(steps[1].place.last == "Service provider details")
    let last = try #require(steps.last)
    #expect(last.place == ["Security", "Authentication", "SSO with SAML applications"])
    #expect(last.text.hasPrefix("Delete the old certificate"))
  }
}
