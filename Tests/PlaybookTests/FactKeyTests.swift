import Testing

@testable import Playbook

@Suite struct FactKeyTests {
  @Test(arguments: FactKey.allCases)
  func everyFactIsDocumented(key: FactKey) {
    let definition = key.definition
    #expect(isKebabCase(key.rawValue))
    #expect(!definition.title.isEmpty && !definition.title.hasSuffix("."))
    #expect(!definition.example.isEmpty)
    #expect(definition.documentation.count > 40 && definition.documentation.hasSuffix("."))
    #expect(!definition.documentation.contains("\n"))
  }

  @Test(arguments: FactKey.allCases)
  func derivationEndsAtSomethingThatIsAsked(key: FactKey) {
    var seen: Set<FactKey> = []
    var current = key
    while case .derived(let from) = current.definition.origin {
      guard seen.insert(current).inserted else {
        Issue.record("\(key.rawValue) derives from itself")
        return
      }
      current = from
    }
    #expect(current.definition.origin == .asked)
  }

  @Test func whatAFileSaysIsNotAsked() {
    let read: [FactKey: FactKey] = [
      .acsURL: .awsMetadata, .alternativeACSURL: .awsMetadata, .issuerURL: .awsMetadata, .region: .awsMetadata,
      .partition: .awsMetadata, .identityStoreID: .awsMetadata, .idpEntityID: .idpMetadata,
      .idpSignInURL: .idpMetadata, .idpCertificates: .idpMetadata,
    ]
    for (key, file) in read {
      #expect(key.definition.origin == .derived(from: file), "\(key.rawValue)")
    }
  }

  @Test func titlesAndKeysNameOneFactEach() {
    #expect(Set(FactKey.allCases.map(\.definition.title)).count == FactKey.allCases.count)
    #expect(Set(FactKey.allCases.map(\.definition.documentation)).count == FactKey.allCases.count)
  }

  @Test func noFactIsASecret() {
    let names = ["token", "password", "secret", "private", "bearer"]
    for key in FactKey.allCases where names.contains(where: key.rawValue.contains) {
      #expect(key.definition.kind == .date, "\(key.rawValue) may hold a day, nothing else")
    }
    for secret in Secret.allCases {
      #expect(FactKey(rawValue: secret.rawValue) == nil)
      #expect(!secret.handling.segments.isEmpty)
    }
  }

  @Test func keysOfAnswersFilesDoNotChange() {
    #expect(
      FactKey.allCases.map(\.rawValue).sorted() == [
        "acs-url", "alternative-acs-url", "aws-metadata", "identity-source", "identity-store-id",
        "idp-certificate-expires",
        "idp-certificate-reminder",
        "idp-certificates", "idp-entity-id", "idp-metadata", "idp-sign-in-url", "issuer-url",
        "management-account", "name-id-format", "okta-domain", "partition", "permission-sets", "pilot-account",
        "pilot-group", "pilot-user",
        "portal-url", "region", "required-groups", "scim-endpoint", "scim-token-created", "scim-token-expires",
        "scim-token-reminder",
        "session-arn",
      ])
  }
}
