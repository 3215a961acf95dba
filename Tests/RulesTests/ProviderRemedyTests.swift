import Parties
import Testing

@testable import Rules

/// What is said to the administrator of each identity provider.
@Suite struct ProviderRemedyTests {
  /// The consoles that Signpost guides through; the generic one is served by the rules' general remedies.
  static let consoles: [Provider] = [
    .okta, .entraID, .jumpCloud, .googleWorkspace, .cyberArk, .oneLogin, .ping,
  ]

  @Test(arguments: ProviderRemedies.actions.map(\.name))
  func everyActionIsSaidForEachConsoleOrIsExcused(name: String) throws {
    let remedies = try #require(ProviderRemedies.actions.first { $0.name == name }).remedies
    for provider in Self.consoles {
      let text = remedies.texts[provider]
      let reason = remedies.silent[provider]
      #expect(
        (text == nil) != (reason == nil), "\(provider.displayName): \(text ?? "nothing"), \(reason ?? "no reason")")
      #expect(reason?.isEmpty != true)
    }
    // A rule's general remedy is the generic one.
    #expect(remedies.texts[.generic] == nil && remedies.silent[.generic] == nil)
  }

  @Test(arguments: ProviderRemedies.actions.map(\.name))
  func everyTextIsShortAndSaysWhereToGo(name: String) throws {
    let remedies = try #require(ProviderRemedies.actions.first { $0.name == name }).remedies
    for (provider, text) in remedies.texts {
      #expect(text.hasSuffix(".") && text.count <= 420, "\(provider.displayName): \(text.count) characters: \(text)")
      #expect(text.first?.isUppercase == true && !text.contains("  "), "\(text)")
      #expect(!text.contains("> >") && !text.contains("**"), "\(text)")
    }
  }

  @Test func everyActionIsUsedBySomeRule() {
    let used = Catalogue.rules.flatMap(\.remedies.values)
    for (name, remedies) in ProviderRemedies.actions {
      #expect(remedies.texts.values.contains { text in used.contains { $0.contains(text) } }, "\(name)")
    }
  }

  @Test func whereOnlyOneCertificateFitsNobodyIsToldToActivateASecond() throws {
    let next = try #require(Catalogue.rule(named: "KEY009"))
    for provider in Self.consoles {
      let text = next.remedy(for: provider)
      let order = ["Import", "import the certificate"].compactMap { text.firstRange(of: $0)?.lowerBound }.first
      #expect(order != nil, "AWS gets the certificate: \(text)")
    }
    let okta = next.remedy(for: .okta)
    let imported = try #require(okta.firstRange(of: "Import it in AWS"))
    let activated = try #require(okta.firstRange(of: "Activate"))
    #expect(imported.lowerBound < activated.lowerBound)
    let jumpCloud = next.remedy(for: .jumpCloud)
    #expect(!jumpCloud.contains("choose Regenerate certificate"))
    #expect(jumpCloud.contains("Regenerate certificate would replace the present one at once"))
    // Nothing is lost any more once every certificate has expired.
    let after = try #require(Catalogue.rule(named: "KEY005"))
    #expect(after.remedy(for: .jumpCloud).contains("choose Regenerate certificate"))
    #expect(after.remedy(for: .entraID).contains("it signs at once"))
  }

  @Test func aLabelThatNobodyHasSeenIsSaidToBeProbable() {
    for (provider, concept) in [(Provider.ping, FieldConcept.signOnURL)] {
      #expect(provider.fieldNames[concept]?.isConfirmed == false)
      #expect(ProviderRemedies.signOnURL.texts[provider]?.contains("probably named") == true)
    }
    #expect(ProviderRemedies.signOnURL.texts[.okta]?.contains("probably") == false)
    // An address is entered only where the field is certain.
    for remedies in [ProviderRemedies.acsURL, .issuer] {
      #expect(remedies.texts[.adFS] == nil && remedies.texts.values.allSatisfy { !$0.contains("probably") })
    }
  }

  /// Sign-on URLs by which a provider is known, and words of its console that no other has.
  @Test(arguments: [
    ("https://example.okta.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml", "Generate new certificate"),
    ("https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/saml2", "New Certificate, then Save"),
    ("https://sso.jumpcloud.com/saml2/aws", "Regenerate certificate"),
    ("https://accounts.google.com/o/saml2/idp?idpid=C01example", "SSO with SAML applications"),
    ("https://example.onelogin.com/trust/saml2/http-post/sso/1234567", "Security > Certificates"),
    ("https://auth.pingone.eu/11112222-3333-4444-5555-666677778888/saml20/idp/sso", "Certificates and Key Pairs"),
    (
      "https://abc1234.id.cyberark.cloud/applogin/appKey/11112222-3333-4444-5555-666677778888/customerId/ABC1234",
      "Trust > Identity Provider Configuration"
    ),
    ("https://idp.example/realms/example/protocol/saml", "Realm settings > Keys"),
    ("https://idp.example/saml/sso", "Create a new signing certificate at the identity provider"),
  ])
  func theFindingSpeaksOfTheConsoleOfItsProvider(signOnURL: String, words: String) throws {
    let example = Example.identityProvider(
      entity: #"entityID="https://idp.example/entity""#, keys: Scaffold.key(ExampleCertificates.expired),
      endpoints: Scaffold.signOn(signOnURL))
    let verdict = ExampleTests.judge.judge(Array(example.text.utf8), path: "idp.xml")
    let finding = try #require(verdict.findings.first { $0.rule.id == "KEY005" })
    #expect(finding.remedy.contains(words), "\(finding.remedy)")
    #expect(finding.remedy.contains("Manage SAML 2.0 certificates > Import certificate"))
  }
}
