import Parties
import Support
import Testing

@Suite struct AWSAddressTests {
  private static let tenants = [
    "059231ef-7dc0-44bb-8ebe-3427c5a9fe86",  // a UUID
    "4e52542de036a8ac-0bbb-4d87-a526-9cd6da8148bd",  // NRT-
    "75732d656173742d312d059231ef-7dc0-44bb-8ebe-3427c5a9fe86",  // us-east-1-
    "11111111-2222-3333-4444-55555555555",  // eleven digits at the end, as in AWS's own sample
    "whatever_AWS-thinks-of-next",
  ]

  static let acsHosts: [(String, AssertionConsumerServiceURL.Family, String, Bool)] = [
    ("eu-west-1.signin.aws", .ipv4, "eu-west-1", false),
    ("us-gov-west-1.signin.aws", .ipv4, "us-gov-west-1", false),
    ("eu-west-1.signin.aws.amazon.com", .legacy, "eu-west-1", false),
    ("EU-West-1.SSO.signin.aws", .dualStack, "eu-west-1", false),
    ("xx-nowhere-7.sso.signin.aws", .dualStack, "xx-nowhere-7", false),
    ("us-gov-east-1.signin.amazonaws-us-gov.com", .govCloud, "us-gov-east-1", false),
    ("us-gov-west-1.signin-fips.amazonaws-us-gov.com", .govCloud, "us-gov-west-1", true),
    ("cn-north-1.signin.amazonaws.cn", .china, "cn-north-1", false),
  ]

  @Test(arguments: acsHosts)
  func acsURLsAreRecognised(
    _ host: String, _ family: AssertionConsumerServiceURL.Family, _ region: String, _ isFIPS: Bool
  ) throws {
    for tenant in Self.tenants {
      let address = AWSAddress.recognise("https://\(host)/platform/saml/acs/\(tenant)")
      guard case .assertionConsumerService(let url) = address else {
        Issue.record("taken for \(address)")
        continue
      }
      #expect(url.family == family)
      #expect(url.region.code == region)
      #expect(url.isFIPS == isFIPS)
      #expect(url.tenant == tenant)
      #expect(address.placeholder == nil)
    }
  }

  @Test func theHintOfATenantIsDecoded() throws {
    let hints = try Self.tenants.map { tenant in
      let address = AWSAddress.recognise("https://eu-west-1.signin.aws/platform/saml/acs/\(tenant)")
      guard case .assertionConsumerService(let url) = address else { throw Unrecognised() }
      return url.hint
    }
    #expect(hints == [nil, "NRT-", "us-east-1-", nil, nil])
  }

  private struct Unrecognised: Error {}

  @Test(arguments: [
    ("https://eu-west-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3", "eu-west-1"),
    ("https://us-gov-west-1.signin.amazonaws-us-gov.com/platform/saml/d-9867a1b2c3", "us-gov-west-1"),
    ("https://cn-northwest-1.signin.amazonaws.cn/platform/saml/d-9967a1b2c3", "cn-northwest-1"),
    ("https://xx-nowhere-12.signin.aws.amazon.com/platform/saml/0c1a2f4e-93b1-4bd7-a0f7-2f3d4c5b6a70", "xx-nowhere-12"),
    ("https://eu-west-1.signin.aws.amazon.com/platform/saml/e-1", "eu-west-1"),
  ])
  func issuersAreRecognised(_ text: String, _ region: String) {
    guard case .issuer(let url) = AWSAddress.recognise(text) else {
      Issue.record("taken for \(AWSAddress.recognise(text))")
      return
    }
    #expect(url.region.code == region)
    #expect(text.hasSuffix("/" + url.identityStoreID))
  }

  static let portals: [(String, AccessPortalURL.Form, AccessPortalURL.Identifier, String?, Partition)] = [
    ("https://d-9367a1b2c3.awsapps.com/start", .classic, .directory("d-9367a1b2c3"), nil, .aws),
    ("https://d-9367a1b2c3.awsapps.com/start/#/", .classic, .directory("d-9367a1b2c3"), nil, .aws),
    ("https://d-9367a1b2c3.awsapps.com/start#", .classic, .directory("d-9367a1b2c3"), nil, .aws),
    ("https://acme-corp.awsapps.com/start/", .classic, .alias("acme-corp"), nil, .aws),
    (
      "https://ssoins-7223a1b2c3d4e5f6.eu-west-1.portal.amazonaws.com", .ipv4, .instance("ssoins-7223a1b2c3d4e5f6"),
      "eu-west-1", .aws
    ),
    (
      "https://ssoins-7223a1b2c3d4e5f6.portal.eu-west-1.app.aws/", .dualStack, .instance("ssoins-7223a1b2c3d4e5f6"),
      "eu-west-1", .aws
    ),
    (
      "https://ssoins-7223a1b2c3d4e5f6.portal.us-gov-west-1.app.aws/start", .dualStack,
      .instance("ssoins-7223a1b2c3d4e5f6"), "us-gov-west-1", .govCloud
    ),
    (
      "https://start.us-gov-home.awsapps.com/directory/d-9367a1b2c3", .classic, .directory("d-9367a1b2c3"), nil,
      .govCloud
    ),
    (
      "https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/acme", .classic, .alias("acme"), "us-gov-west-1",
      .govCloud
    ),
    ("https://start.home.awsapps.cn/directory/acme", .classic, .alias("acme"), nil, .china),
    (
      "https://start.cn-north-1.home.awsapps.cn/directory/d-9367a1b2c3", .classic, .directory("d-9367a1b2c3"),
      "cn-north-1", .china
    ),
    (
      "https://ssoins-7223a1b2c3d4e5f6.cn-north-1.portal.amazonaws.com.cn", .ipv4,
      .instance("ssoins-7223a1b2c3d4e5f6"), "cn-north-1", .china
    ),
    (
      "https://ssoins-7223a1b2c3d4e5f6.portal.cn-north-1.app.amazonwebservices.com.cn", .dualStack,
      .instance("ssoins-7223a1b2c3d4e5f6"), "cn-north-1", .china
    ),
    (
      "https://ssoins-7223a1b2c3d4e5f6.eusc-de-east-1.portal.amazonaws.eu", .ipv4,
      .instance("ssoins-7223a1b2c3d4e5f6"), "eusc-de-east-1", .europeanSovereignCloud
    ),
    (
      "https://ssoins-7223a1b2c3d4e5f6.portal.eusc-de-east-1.api.amazonwebservices.eu", .dualStack,
      .instance("ssoins-7223a1b2c3d4e5f6"), "eusc-de-east-1", .europeanSovereignCloud
    ),
  ]

  @Test(arguments: portals)
  func portalsAreRecognised(
    _ text: String, _ form: AccessPortalURL.Form, _ identifier: AccessPortalURL.Identifier, _ region: String?,
    _ partition: Partition
  ) {
    guard case .accessPortal(let url) = AWSAddress.recognise(text) else {
      Issue.record("taken for \(AWSAddress.recognise(text))")
      return
    }
    #expect(url.form == form)
    #expect(url.identifier == identifier)
    #expect(url.region?.code == region)
    #expect(url.partition == partition)
  }

  static let endpoints: [(String, String, Bool, Bool, Bool)] = [
    (
      "https://scim.eu-west-1.amazonaws.com/Hw59fdecb43-7a1b-4c2d-8e3f-0a1b2c3d4e5f/scim/v2", "eu-west-1", false, false,
      false
    ),
    ("https://scim.eu-west-1.api.aws/9fdecb43-7a1b-4c2d-8e3f-0a1b2c3d4e5f/scim/v2/", "eu-west-1", true, true, false),
    ("https://scim.eu-west-1.amazonaws.com/9fdecb43-7a1b-4c2d-8e3f-0a1b2c3d4e5f", "eu-west-1", false, false, true),
    ("https://scim.eu-west-1.amazonaws.com/9fdecb43-7a1b-4c2d-8e3f-0a1b2c3d4e5f/", "eu-west-1", false, true, true),
    (
      "https://scim.us-gov-west-1.amazonaws.com/9fdecb43-7a1b-4c2d-8e3f-0a1b2c3d4e5f/scim/v2", "us-gov-west-1", false,
      false, false
    ),
    (
      "https://scim.cn-north-1.amazonaws.com.cn/9fdecb43-7a1b-4c2d-8e3f-0a1b2c3d4e5f/scim/v2", "cn-north-1", false,
      false, false
    ),
    (
      "https://scim.eusc-de-east-1.api.amazonwebservices.eu/9fdecb43-7a1b-4c2d-8e3f-0a1b2c3d4e5f/scim/v2",
      "eusc-de-east-1", true, false, false
    ),
  ]

  @Test(arguments: endpoints)
  func scimEndpointsAreRecognised(
    _ text: String, _ region: String, _ isDualStack: Bool, _ hasSlash: Bool, _ lacksPath: Bool
  ) {
    guard case .scim(let endpoint) = AWSAddress.recognise(text) else {
      Issue.record("taken for \(AWSAddress.recognise(text))")
      return
    }
    #expect(endpoint.region.code == region)
    #expect(endpoint.isDualStack == isDualStack)
    #expect(endpoint.hasTrailingSlash == hasSlash)
    #expect(endpoint.lacksPath == lacksPath)
    #expect(endpoint.hasUsualTenant)
    guard case .scim(let canonical) = AWSAddress.recognise(endpoint.canonicalText) else {
      Issue.record("the canonical text is no endpoint: \(endpoint.canonicalText)")
      return
    }
    #expect(!canonical.hasTrailingSlash && !canonical.lacksPath)
    #expect(canonical.tenant == endpoint.tenant && canonical.region == endpoint.region)
    #expect(canonical.isDualStack == endpoint.isDualStack)
  }

  @Test func anUnusualSCIMTenantIsStillOne() {
    let address = AWSAddress.recognise("https://scim.eu-west-1.api.aws/tenant1/scim/v2")
    guard case .scim(let endpoint) = address else {
      Issue.record("taken for \(address)")
      return
    }
    #expect(!endpoint.hasUsualTenant)
  }

  @Test func idsOfNoKnownFormAreOdd() {
    let (acs, issuer) = ("https://eu-west-1.signin.aws/platform/saml/acs/", "https://eu-west-1.signin.aws.amazon.com")
    for tenant in Self.tenants.dropLast() { #expect(AWSAddress.recognise(acs + tenant).idOddity == nil) }
    let tenant = Self.tenants[2]
    for odd in [Self.tenants[4], String(tenant.prefix(8)), String(tenant.dropLast(8)), "x" + tenant, tenant + "0"] {
      #expect(AWSAddress.recognise(acs + odd).idOddity?.contains("of no known form") == true, "\(odd)")
    }
    // Nobody has seen those of GovCloud and China; a placeholder is called by its name.
    let hosts = ["us-gov-west-1.signin.amazonaws-us-gov.com", "us-gov-west-1.signin.aws"]
    let elsewhere = hosts.map { "https://\($0)/platform/saml/acs/abc-1" }
    for text in elsewhere + [acs + "11111111", issuer + "/platform/saml/d-0000000000"] {
      #expect(AWSAddress.recognise(text).idOddity == nil, "\(text)")
    }
    for (id, words) in [
      ("d-9367a1b2c3", nil), ("0c1a2f4e-93b1-4bd7-a0f7-2f3d4c5b6a70", nil), ("d-9367a1b", "of no known form"),
      ("9367a1b2c3", "of no known form"), ("D-9367A1B2C3", "of no known form"),
      ("ssoins-7223a1b2c3d4e5f6", "id of the instance"),
    ] as [(String, String?)] {
      let found = AWSAddress.recognise("\(issuer)/platform/saml/\(id)").idOddity
      #expect(words.map { found?.contains($0) == true } ?? (found == nil), "\(id)")
    }
    #expect(AWSAddress.recognise("https://scim.eu-west-1.api.aws/tenant1/scim/v2").idOddity != nil)
  }

  private static func consumer(_ host: String, _ tenant: String) throws -> AssertionConsumerServiceURL {
    let recognised = AWSAddress.recognise("https://\(host)/platform/saml/acs/\(tenant)")
    guard case .assertionConsumerService(let url) = recognised else {
      throw SupportFailure("\(host)/…/\(tenant) was taken for \(recognised)")
    }
    return url
  }

  @Test func theHintOfARegionDoesNotMakeAnotherInstance() throws {
    let (one, other) = ("6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34", "7a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34")
    let bare = try Self.consumer("eu-west-1.signin.aws", one)
    for (host, tenant, isSame) in [
      ("us-east-1.signin.aws", one, true), ("us-east-1.signin.aws", "75732d656173742d31" + one, true),
      ("us-east-1.signin.aws", "75732d656173742d31" + other, false), ("eu-west-1.signin.aws", other, false),
    ] {
      let url = try Self.consumer(host, tenant)
      #expect(url.isOfSameInstance(as: bare) == isSame && bare.isOfSameInstance(as: url) == isSame, "\(tenant)")
    }
  }

  @Test func whereThePrimaryRegionHasNoneTheNearestIsHeld() throws {
    let tenant = "6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34"
    let dual = try Self.consumer("us-east-1.sso.signin.aws", tenant)
    let plain = try Self.consumer("us-east-1.signin.aws", tenant)
    let primary = try Self.consumer("eu-west-1.signin.aws", tenant).region
    func held(_ urls: [AssertionConsumerServiceURL]) -> AssertionConsumerServiceURL? {
      AssertionConsumerServiceURL.onlyOne(among: urls, primary: primary)
    }
    #expect(held([dual, plain]) == plain)
    #expect(held([dual]) == dual)
    #expect(held([]) == nil)
  }

  @Test func oidcIssuersAreRecognised() {
    let instance = AccessPortalURL.Identifier.instance("ssoins-7223a1b2c3d4e5f6")
    #expect(
      AWSAddress.recognise("https://identitycenter.amazonaws.com/ssoins-7223a1b2c3d4e5f6")
        == .oidcIssuer(instance, .aws))
    #expect(
      AWSAddress.recognise("https://identitycenter.amazonaws.com.cn/acme/") == .oidcIssuer(.alias("acme"), .china))
    #expect(
      AWSAddress.recognise("https://identitycenter.amazonaws.eu/d-9367a1b2c3")
        == .oidcIssuer(.directory("d-9367a1b2c3"), .europeanSovereignCloud))
  }

  @Test func eachFormIsDescribedInOnePhrase() {
    let tenant = Self.tenants[0]
    let expected = [
      "https://eu-west-1.sso.signin.aws/platform/saml/acs/\(tenant)":
        "an ACS URL of IAM Identity Center in eu-west-1 (dual-stack)",
      "https://us-gov-west-1.signin-fips.amazonaws-us-gov.com/platform/saml/acs/\(tenant)":
        "an ACS URL of IAM Identity Center in us-gov-west-1 (GovCloud, FIPS)",
      "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3":
        "the issuer URL of an IAM Identity Center in eu-west-1",
      "https://acme.awsapps.com/start": "an AWS access portal URL",
      "https://scim.eu-west-1.api.aws/\(tenant)/scim/v2":
        "a SCIM endpoint of IAM Identity Center in eu-west-1 (dual-stack)",
      "https://signin.aws.amazon.com/saml": "an address of SAML federation with IAM, not with IAM Identity Center",
      "https://eu-west-1.signin.aws/platform/saml/acs/": "an address of AWS that resembles an ACS URL",
      "https://idp.example.com/": "no address of AWS",
    ]
    for (text, phrase) in expected { #expect("\(AWSAddress.recognise(text))" == phrase) }
  }
}
