import Markup
import SAML

/// The files, against what an organisation has agreed that they say.
extension Rule {
  static let unexpectedEntityID = Rule(
    "IDP011", "entity-id-not-expected", .error,
    summary: "The identity provider is none of those that were agreed",
    why: """
      Whoever's metadata is uploaded can sign in as anybody in the organisation. The configuration names the identity \
      providers that may; this file is another's, or that of another application of the same provider.
      """,
    remedy: """
      Find out who replaced the file, and why. If the change is right, change expected.entity-id in the configuration in \
      the same review.
      """,
    references: [.metadata("2.3.2"), .awsExternalIdP],
    failing: [
      .expected(
        ExpectedValues(entityIDs: ["http://www.okta.com/exk1fixture0example1"]),
        .identityProvider(entity: #"entityID="«http://www.okta.com/exk1fixture0example2»""#))
    ],
    passing: [
      .expected(ExpectedValues(entityIDs: ["http://www.okta.com/exk1fixture0example1"]), .identityProvider())
    ],
    check: .identityProvider { idp, findings in
      guard let entityID = idp.entityID, !idp.settings.expected.entityIDs.has(entityID.text) else { return }
      findings.report(
        "the identity provider \(entityID.text.quoted) is not \(idp.settings.expected.entityIDs.choice)",
        at: entityID.spot)
    })

  static let unexpectedCertificate = Rule(
    "KEY023", "certificate-not-expected", .error,
    summary: "A signing certificate is none of those that were agreed",
    why: """
      AWS believes every assertion that is signed with one of the certificates in the file. The configuration lists the \
      ones that are allowed; this one is not among them.
      """,
    remedy: """
      Compare the fingerprint with the one that the identity provider's administrator reads out. If the certificate is \
      right, add it to expected.certificates in the configuration, and take the old one out once it is gone.
      """,
    references: [.awsCertificates, .metadata("2.4.1.1")],
    failing: [
      .expected(
        ExpectedValues(certificates: .example),
        .identityProvider(keys: Scaffold.signingKey + Scaffold.key("«\(ExampleCertificates.other)»")))
    ],
    passing: [
      .expected(
        ExpectedValues(certificates: .example), .identityProvider())
    ],
    check: .identityProvider { idp, findings in
      guard idp.role.element.range == idp.entity.identityProvider?.element.range else { return }
      // Those of every role, and of issuers: some software takes each for that of a key that may sign.
      for item in idp.entity.identityProviders.flatMap(\.signingKeys).flatMap(\.certificates) {
        guard let digest = item.certificate?.sha256, !idp.settings.expected.certificates.contains(digest.description)
        else { continue }
        findings.report(
          "the certificate with the SHA-256 \(digest) is none of the \(idp.settings.expected.certificates.count) allowed",
          at: item.element.content)
      }
    })

  static let unexpectedIssuer = Rule(
    "AWS015", "issuer-not-expected", .error,
    summary: "The service provider is none of the instances of IAM Identity Center that were agreed",
    why: """
      The identity provider sends its assertions to the addresses of this file. The configuration names the instances \
      that it is to know; this is another one, perhaps of another organisation.
      """,
    remedy: """
      Compare it with the IAM Identity Center issuer URL in AWS's console. If the change is right, change expected.issuer \
      in the configuration in the same review.
      """,
    references: [.awsExternalIdP],
    failing: [
      .expected(
        ExpectedValues(issuers: ["https://eu-west-1.signin.aws.amazon.com/platform/saml/d-9234567891"]),
        .serviceProvider(entity: Scaffold.markedIssuer))
    ],
    passing: [.expected(ExpectedValues(issuers: [Scaffold.issuer]), .serviceProvider())],
    check: .serviceProvider { sp, findings in
      guard let entityID = sp.entityID, !sp.settings.expected.issuers.has(entityID.text) else { return }
      findings.report(
        "the issuer \(entityID.text.quoted) is not \(sp.settings.expected.issuers.choice)", at: entityID.spot)
    })

  static let unexpectedConsumer = Rule(
    "AWS016", "acs-not-expected", .error,
    summary: "The ACS URLs are not the ones that were agreed",
    why: """
      The ACS URL is where the browser takes the assertion, which is as good as a password while it lasts. One that nobody \
      agreed to may be an attacker's; one that is missing is a Region in which nobody can sign in.
      """,
    remedy: """
      Compare the addresses with those in AWS's console. If the change is right, change expected.acs-urls in the \
      configuration in the same review.
      """,
    references: [.awsExternalIdP, .awsMultiRegion],
    failing: [
      .expected(
        ExpectedValues(acsURLs: [Scaffold.acs]),
        .serviceProvider(
          endpoints: Scaffold.consumer
            + Scaffold.consumer(
              "«https://eu-west-1.signin.aws/platform/saml/acs/99992222-3333-4444-5555-666677778888»", index: "1"))),
      .expected(
        ExpectedValues(acsURLs: [
          Scaffold.acs, "https://eu-central-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888",
        ]),
        .serviceProvider(entity: Scaffold.markedIssuer)),
    ],
    passing: [.expected(ExpectedValues(acsURLs: [Scaffold.acs]), .serviceProvider())],
    check: .serviceProvider { sp, findings in
      let expected = sp.settings.expected.acsURLs
      for address in sp.addresses where !expected.has(address.text) {
        findings.report("the ACS URL \(address.text.quoted) was not agreed", at: address.spot)
      }
      // Where several instances are agreed, nobody has said which address is whose.
      guard sp.settings.expected.issuers.count < 2, let spot = sp.entityID?.spot else { return }
      for wanted in expected where !sp.addresses.contains(where: { $0.isExactly(wanted) }) {
        findings.report("the ACS URL \(wanted.quoted) was agreed, and the file does not have it", at: spot)
      }
    })
}

extension [String] {
  /// Whether one of the texts is this one, scalar by scalar: two spellings of one letter are two addresses.
  fileprivate func has(_ text: String) -> Bool { contains { $0.utf8.elementsEqual(text.utf8) } }

  /// `'a'`, or how many there are to choose from.
  fileprivate var choice: String { count == 1 ? "the agreed \(self[0].quoted)" : "one of the \(count) agreed" }
}

extension Set<String> {
  /// The fingerprint of the good example.
  fileprivate static var example: Set {
    Set([Certificate.read(text: ExampleCertificates.good).certificate?.sha256.description].compactMap(\.self))
  }
}

extension Scaffold {
  fileprivate static let markedIssuer = #"entityID="«\#(issuer)»""#
}
