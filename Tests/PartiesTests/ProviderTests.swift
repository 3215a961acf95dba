import Parties
import Testing

@Suite struct ProviderTests {
  @Test func rawValuesAreTheWordsOfTheCommandLine() {
    #expect(
      Provider.allCases.map(\.rawValue) == [
        "okta", "entra-id", "jumpcloud", "google-workspace", "cyberark", "onelogin", "ping", "generic", "keycloak",
        "auth0", "ad-fs", "duo", "shibboleth",
      ])
  }

  @Test(arguments: [
    ("okta", Provider.okta), ("Okta", .okta), ("entra", .entraID), ("Azure AD", .entraID), ("azure_ad", .entraID),
    ("google", .googleWorkspace), ("G Suite", .googleWorkspace), ("adfs", .adFS), ("AD FS", .adFS),
    ("pingone", .ping), ("PingFederate", .ping), ("jump-cloud", .jumpCloud), ("shibboleth-idp", .shibboleth),
    ("custom", .generic), ("centrify", .cyberArk), ("Microsoft Entra ID", .entraID),
  ])
  func aliasesAreUnderstood(_ name: String, _ provider: Provider) {
    #expect(Provider.named(name) == provider)
  }

  @Test func unknownNamesAreNot() {
    for name in ["", "oktaa", "o\u{212A}ta", "aws"] { #expect(Provider.named(name) == nil) }
  }

  @Test func noAliasNamesTwoProviders() {
    let names = Provider.allCases.flatMap { [$0.rawValue] + $0.aliases }
    #expect(Set(names).count == names.count)
    for provider in Provider.allCases {
      for alias in provider.aliases { #expect(Provider.named(alias) == provider) }
      #expect(Provider.named(provider.rawValue) == provider)
    }
  }

  @Test func labelsAreThoseOfTheConsoles() {
    #expect(FieldNames.aws[.issuer]?.text == "IAM Identity Center issuer URL")
    #expect(FieldNames.aws[.issuer]?.older == "AWS SSO issuer URL")
    #expect(FieldNames.aws[.nameIDFormat] == nil)
    let okta = Provider.okta.fieldNames
    #expect(okta[.acsURL]?.text == "ACS URL")
    #expect(okta[.acsURL]?.older == "AWS SSO ACS URL")
    #expect(okta[.acsURL]?.inCustomApplication == "Single sign-on URL")
    #expect(okta[.portalURL] == nil)
    #expect(Provider.entraID.fieldNames[.acsURL]?.text == "Reply URL (Assertion Consumer Service URL)")
    #expect(Provider.entraID.fieldNames[.scimToken]?.text == "Secret Token")
    #expect(Provider.jumpCloud.fieldNames[.scimToken]?.text == "Token Key")
    #expect(Provider.googleWorkspace.fieldNames[.portalURL]?.text == "Start URL")
    #expect(Provider.ping.fieldNames[.issuer]?.text == "Entity ID")
    #expect(FieldNames.pingFederate[.issuer]?.isConfirmed == false)
    #expect(Provider.keycloak.fieldNames[.scimEndpoint] == nil)
  }

  @Test func everySetUpThatIsGuidedHasItsWords() {
    let guided: [Provider] = [
      .okta, .entraID, .jumpCloud, .googleWorkspace, .cyberArk, .oneLogin, .ping, .generic,
    ]
    let needed: [FieldConcept] = [
      .acsURL, .issuer, .identityProviderMetadata, .signOnURL, .identityProviderEntityID, .scimEndpoint, .scimToken,
    ]
    for provider in guided {
      for concept in needed { #expect(provider.fieldNames[concept] != nil, "\(provider) \(concept)") }
    }
  }

  @Test func limitsAreThoseOfAWS() {
    #expect(AWSLimits.metadataCharacters == 75_000)
    #expect(AWSLimits.certificateCharacters == 2_500)
    #expect(AWSLimits.assertionCharacters == 50_000)
    #expect(AWSLimits.certificateIndicatorDays == 90)
    #expect(AWSLimits.scimTokenLifeDays == 365)
  }
}
