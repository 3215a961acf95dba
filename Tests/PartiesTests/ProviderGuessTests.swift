import Parties
import Testing

@Suite struct ProviderGuessTests {
  private static let id = "0c1a2f4e-93b1-4bd7-a0f7-2f3d4c5b6a70"

  /// Synthetic files of each product: entityID, sign-on URL, and what names the customer.
  static let samples: [(Provider, String, String, String?)] = [
    (
      .okta, "http://www.okta.com/exk1a2b3c4d5e6f7g8h9",
      "https://acme.okta.com/app/amazon_aws_sso/exk1a2b3c4d5e6f7g8h9/sso/saml",
      "acme.okta.com"
    ),
    (
      .okta, "http://www.okta.com/exk1a2b3c4d5e6f7g8h9",
      "https://login.acme.example/app/acme_aws_1/exk1a2b3c4d5e6f7g8h9/sso/saml",
      "login.acme.example"
    ),
    (.entraID, "https://sts.windows.net/\(id)/", "https://login.microsoftonline.com/\(id)/saml2", id),
    (.entraID, "https://sts.windows.net/\(id)/", "https://login.windows.net/\(id)/saml2", id),
    (.entraID, "https://sts.windows.net/\(id)/\(id)", "https://login.microsoftonline.us/\(id)/saml2", id),
    (
      .googleWorkspace, "https://accounts.google.com/o/saml2?idpid=C01abcdef",
      "https://accounts.google.com/o/saml2/idp?idpid=C01abcdef", "C01abcdef"
    ),
    (.jumpCloud, "JumpCloud", "https://sso.jumpcloud.com/saml2/aws-sso", nil),
    (.jumpCloud, "https://idp.acme.example/x", "https://sso.eu.jumpcloud.com/saml2/aws", nil),
    (
      .oneLogin, "https://app.onelogin.com/saml/metadata/\(id)",
      "https://acme.onelogin.com/trust/saml2/http-redirect/sso/\(id)", "acme.onelogin.com"
    ),
    (
      .oneLogin, "https://app.eu.onelogin.com/saml/metadata/123456",
      "https://app.eu.onelogin.com/trust/saml2/http-post/sso/123456", "app.eu.onelogin.com"
    ),
    (.ping, "https://auth.pingone.eu/\(id)", "https://auth.pingone.eu/\(id)/saml20/idp/sso", id),
    (.ping, "acme-pf", "https://sso.acme.example:9031/idp/SSO.saml2", nil),
    (.ping, "acme-p4e", "https://sso.connect.pingidentity.com/sso/idp/SSO.saml2?idpid=\(id)", id),
    (
      .cyberArk, "https://abc1234.my.idaptive.app/\(id)",
      "https://abc1234.my.idaptive.app/applogin/appKey/\(id)/customerId/ABC1234", "abc1234.my.idaptive.app"
    ),
    (
      .cyberArk, "https://abc1234.id.cyberark.cloud/\(id)",
      "https://abc1234.id.cyberark.cloud/applogin/appKey/\(id)/customerId/ABC1234", "abc1234.id.cyberark.cloud"
    ),
    (.keycloak, "https://kc.acme.example/realms/staff", "https://kc.acme.example/realms/staff/protocol/saml", "staff"),
    (
      .keycloak, "https://kc.acme.example/auth/realms/staff",
      "https://kc.acme.example/auth/realms/staff/protocol/saml", "staff"
    ),
    (
      .auth0, "urn:acme.eu.auth0.com", "https://acme.eu.auth0.com/samlp/AbCdEfGhIjKlMnOpQrStUvWxYz012345",
      "acme.eu.auth0.com"
    ),
    (.adFS, "http://fs.acme.example/adfs/services/trust", "https://fs.acme.example/adfs/ls/", "fs.acme.example"),
    (
      .duo, "https://sso-1a2b3c4d.sso.duosecurity.com/saml2/sp/DIABCDEFGHIJKLMNOPQR/metadata",
      "https://sso-1a2b3c4d.sso.duosecurity.com/saml2/sp/DIABCDEFGHIJKLMNOPQR/sso", "DIABCDEFGHIJKLMNOPQR"
    ),
    (
      .shibboleth, "https://idp.acme.example/idp/shibboleth",
      "https://idp.acme.example/idp/profile/SAML2/Redirect/SSO", "idp.acme.example"
    ),
  ]

  @Test(arguments: samples)
  func eachProductIsRecognised(_ provider: Provider, _ entityID: String, _ url: String, _ tenant: String?) {
    let guess = ProviderGuess(ProviderEvidence(entityID: entityID, signOnURLs: [url, url]))
    #expect(guess.provider == provider)
    #expect(guess.strength == .strong)
    #expect(guess.tenant == tenant)
    #expect(guess.votes.allSatisfy { $0.provider == provider }, "a vote for another: \(guess.votes)")
  }

  /// The sign-on URL outweighs every other product's entityID: no entityID of one is taken for the file of another.
  @Test(arguments: samples)
  func theSignOnURLDecidesAgainstAnyEntityID(_ provider: Provider, _ entityID: String, _ url: String, _: String?) {
    for (_, otherID, _, _) in Self.samples {
      #expect(ProviderGuess(ProviderEvidence(entityID: otherID, signOnURLs: [url])).provider == provider)
    }
    let byURLAlone = ProviderGuess(ProviderEvidence(signOnURLs: [url]))
    #expect(byURLAlone.votes.map(\.subject) == [.signOnURL])
  }

  @Test(arguments: [
    ("https://idp.example.com/saml", "https://idp.example.com/saml/sso"),
    (
      "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTEx",
      "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTEx"
    ),
    (
      "https://idp.example.com/simplesaml/saml2/idp/metadata.php",
      "https://idp.example.com/simplesaml/saml2/idp/SSOService.php"
    ),
    (
      "https://www.okta.com/saml2/service-provider/spx1a2b3c4d5e6f7g8h",
      "https://acme.okta.com/sso/saml2/0oa1a2b3c4d5e6f7g8h9"
    ),
    ("https://www.okta.com.evil.example/exk1a2b3c4d5e6f7g8h9", "https://evil.example/sso"),
    ("https://sts.windows.net.evil.example/x/", "https://login.microsoftonline.com.evil.example/x/saml2"),
    ("https://sts.windows.net/contoso", "https://login.microsoftonline.com/contoso/wsfed"),
    ("https://accounts.google.com/o/saml2?idpid=", "https://accounts.google.com/o/saml2/idp?x=C01abcdef"),
    ("x", "https://accounts.google.com@evil.example/o/saml2/idp?idpid=C01abcdef"),
    ("x", #"https://evil.example\.jumpcloud.com/saml2/aws"#),
    ("x", "https://sso.jumpcloud.com/saml2/"),
    ("x", "https://auth.pingone.example/\(id)/saml20/idp/sso"),
    ("https://auth.pingone.eu/acme", "https://auth.pingone.eu/acme/saml20/idp/sso"),
    (
      "https://sso-1a2b3c4d.sso.duosecurity.com/saml2/sp/DIABC/x",
      "https://sso-1a.sso.duosecurity.com/saml2/sp/DIABC/slo"
    ),
    ("https://app.onelogin.com/saml/metadata/", "https://acme.onelogin.com/trust/saml2/http-redirect/slo/1"),
    ("https://kc.acme.example/realms/", "https://kc.acme.example/realms/staff/protocol/openid-connect"),
    ("x", "https://acme.example/samlp/short"),
    ("x", "ftp://fs.acme.example/adfs/ls/"),
    ("x", "https://proxy.example/birk.php/fs.acme.example/adfs/ls/"),
    ("urn:auth0.com", "urn:x"),
    ("http://adfs.example.com/am", "https://adfs.example.com/am/SSOPOST/metaAlias/idp"),
    ("", ""),
  ])
  func otherProductsAreNotTakenForOne(_ entityID: String, _ url: String) {
    let guess = ProviderGuess(ProviderEvidence(entityID: entityID, signOnURLs: [url]))
    #expect(guess.provider == nil)
    #expect(guess.strength == nil)
    #expect(guess.votes.isEmpty)
  }

  @Test(arguments: [
    ("amazon_aws_sso", OktaApplication.identityCenter), ("amazon_aws", .accountFederation),
    ("acme_aws_1", .custom("acme_aws_1")),
  ])
  func theKindOfOktaApplicationIsTold(_ key: String, _ application: OktaApplication) {
    let url = "https://acme.okta.com/app/\(key)/exk1a2b3c4d5e6f7g8h9/sso/saml"
    #expect(ProviderGuess(ProviderEvidence(signOnURLs: [url])).oktaApplication == application)
  }

  @Test func theProductsOfPingAreToldApart() {
    let products = Self.samples.filter { $0.0 == .ping }
      .map { ProviderGuess(ProviderEvidence(entityID: $0.1, signOnURLs: [$0.2])).pingProduct }
    #expect(products == [.pingOne, .pingFederate, .pingOneForEnterprise])
  }

  static let subjects: [(Provider, String)] = [
    (.okta, "emailAddress=info@okta.com,CN=acme,OU=SSOProvider,O=Okta,L=San Francisco,ST=California,C=US"),
    (.okta, "C = US, ST = California, O = Okta, OU = SSOProvider, CN = acme"),
    (.entraID, "CN=Microsoft Azure Federated SSO Certificate"),
    (.googleWorkspace, "O=Google Inc., L=Mountain View, CN=Google, OU=Google For Work, ST=California"),
    (.jumpCloud, "C=US, ST=CO, L=Boulder, O=Acme, OU=JumpCloudSAMLIdP, CN=JumpCloudSAMLUser"),
    (.oneLogin, "CN=OneLogin Account 1,OU=OneLogin IdP,O=Acme"),
    (.ping, "CN=PingOne SSO Certificate for Acme environment,O=Ping Identity"),
    (.adFS, "CN=ADFS Signing - fs.acme.example"),
    (.auth0, "CN=acme.eu.auth0.com"),
  ]

  @Test(arguments: subjects)
  func aCertificateAloneIsAWeakGuess(_ provider: Provider, _ subject: String) {
    let guess = ProviderGuess(ProviderEvidence(entityID: "acme", certificateSubjects: [subject]))
    #expect(guess.provider == provider)
    #expect(guess.strength == .weak)
    #expect(guess.votes.map(\.subject) == [.certificate])
    #expect(guess.votes.map(\.strength) == [.weak])
  }

  @Test(arguments: subjects)
  func aForeignSignOnURLOutweighsACertificate(_ provider: Provider, _ subject: String) {
    let foreign = ProviderEvidence(
      entityID: "acme", signOnURLs: ["https://idp.acme.example/sso"], certificateSubjects: [subject])
    #expect(ProviderGuess(foreign).provider == nil)
    #expect(ProviderGuess(foreign).votes.map(\.provider) == [provider])
    let entityElsewhere = ProviderEvidence(entityID: "https://idp.acme.example", certificateSubjects: [subject])
    #expect(ProviderGuess(entityElsewhere).provider == nil)
    let other = ProviderEvidence(
      signOnURLs: ["https://kc.acme.example/realms/a/protocol/saml"], certificateSubjects: [subject])
    #expect(ProviderGuess(other).provider == .keycloak)
    #expect(ProviderGuess(other).strength == .strong)
  }

  @Test func certificatesThatDisagreeDecideNothing() {
    let evidence = ProviderEvidence(certificateSubjects: [Self.subjects[0].1, Self.subjects[2].1])
    #expect(ProviderGuess(evidence).provider == nil)
    #expect(ProviderGuess(evidence).votes.count == 2)
  }

  @Test func anEntityIDBesideAForeignSignOnURLIsAWeakGuess() {
    let proxied = ProviderEvidence(
      entityID: "http://fs.acme.example/adfs/services/trust", signOnURLs: ["https://hub.example/sso/1"])
    #expect(ProviderGuess(proxied).provider == .adFS)
    #expect(ProviderGuess(proxied).strength == .weak)
    let alone = ProviderEvidence(entityID: "http://fs.acme.example/adfs/services/trust")
    #expect(ProviderGuess(alone).strength == .strong)
  }

  @Test func signOnURLsOfTwoProductsNeedTheEntityID() {
    let urls = ["https://fs.acme.example/adfs/ls/", "https://sso.jumpcloud.com/saml2/aws"]
    #expect(ProviderGuess(ProviderEvidence(entityID: "x", signOnURLs: urls)).provider == nil)
    let decided = ProviderEvidence(entityID: "http://fs.acme.example/adfs/services/trust", signOnURLs: urls)
    #expect(ProviderGuess(decided).provider == .adFS)
    #expect(ProviderGuess(decided).strength == .weak)
  }

  @Test func theWayAFileIsBuiltIsReportedAndDecidesNothing() {
    let adFS = ProviderEvidence(isSigned: true, hasRoleDescriptors: true, hasServiceProviderRole: true)
    #expect(ProviderGuess(adFS).votes.map(\.provider) == [.adFS])
    #expect(ProviderGuess(adFS).provider == nil)
    let entra = ProviderEvidence(isSigned: true, hasRoleDescriptors: true)
    #expect(ProviderGuess(entra).votes.map(\.provider) == [.entraID])
    let prefix = "urn:oasis:names:tc:SAML:2.0:bindings:"
    let keycloak = ProviderEvidence(
      nameIDFormats: ["a", "b", "c", "d"], wantsSignedRequests: true,
      bindings: ["HTTP-POST", "HTTP-Redirect", "SOAP", "HTTP-Artifact"].map { prefix + $0 })
    #expect(ProviderGuess(keycloak).votes.map(\.provider) == [.keycloak])
    let google = ProviderEvidence(
      nameIDFormats: ["urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"], wantsSignedRequests: false,
      hasValidUntil: true, bindings: ["HTTP-Redirect", "HTTP-POST"].map { prefix + $0 })
    #expect(ProviderGuess(google).votes.map(\.provider) == [.googleWorkspace])
    #expect(ProviderGuess(google).provider == nil)
  }
}
