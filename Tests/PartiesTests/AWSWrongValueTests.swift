import Parties
import Testing

/// Values that are taken for those of Identity Center, and are not.
@Suite struct AWSWrongValueTests {
  private static let tenant = "059231ef-7dc0-44bb-8ebe-3427c5a9fe86"

  @Test(arguments: [
    ("https://signin.aws.amazon.com/saml", nil),
    ("https://signin.aws.amazon.com/saml/acs/SAMLSPX1", nil),
    ("https://eu-west-1.signin.aws.amazon.com/saml", "eu-west-1"),
    ("https://us-gov-west-1.signin.amazonaws-us-gov.com/saml", "us-gov-west-1"),
    ("https://cn-north-1.signin.amazonaws.cn/saml", "cn-north-1"),
    ("https://signin.aws.amazon.com/static/saml-metadata.xml", nil),
    ("urn:amazon:webservices", nil),
    ("urn:amazon:webservices:govcloud", nil),
  ])
  func iamFederationIsNamed(_ text: String, _ region: String?) {
    #expect(AWSAddress.recognise(text) == .iamFederation(region.flatMap { Region($0) }))
  }

  @Test func otherServicesAreNamed() {
    for text in ["urn:amazon:webservices:clientvpn", "https://self-service.clientvpn.amazonaws.com/api/auth/sso/saml"] {
      #expect(AWSAddress.recognise(text) == .otherService("AWS Client VPN"))
    }
  }

  @Test func otherURNsAreForeign() {
    #expect(AWSAddress.recognise("urn:amazon:webservicesx") == .foreign(imitates: nil))
    #expect(AWSAddress.recognise("urn:acme.auth0.com") == .foreign(imitates: nil))
  }

  @Test(arguments: ["assertion", "metadata", "logout"])
  func identityCenterAsIdentityProviderIsNamed(_ kind: String) throws {
    let region = try #require(Region("eu-west-1"))
    let text = "https://portal.sso.eu-west-1.amazonaws.com/saml/\(kind)/MTExMTIyMjIzMzMzX2lucy1hYmNk"
    #expect(AWSAddress.recognise(text) == .identityCenterAsIdentityProvider(region))
  }

  @Test func aHostWithoutSignInIsCorrected() {
    #expect(
      AWSAddress.recognise("https://us-east-1.aws.amazon.com/platform/saml/acs/\(Self.tenant)")
        == .missingSignIn(corrected: "https://us-east-1.signin.aws.amazon.com/platform/saml/acs/\(Self.tenant)"))
  }

  @Test(arguments: [
    ("https://eu-west-1.signin.aws.amazon.com/platform/saml/d-0000000000", "d-0000000000"),
    ("https://eu-west-1.signin.aws.amazon.com/platform/saml/d-xxxxxxxxxx", "d-xxxxxxxxxx"),
    (
      "https://eu-west-1.signin.aws/platform/saml/acs/11111111-1111-1111-1111-111111111111",
      "11111111-1111-1111-1111-111111111111"
    ),
    (
      "https://us-east-1.signin.aws/platform/saml/acs/75732d656173742d312d11111111-1111-1111-1111-111111111111",
      "75732d656173742d312d11111111-1111-1111-1111-111111111111"
    ),
    ("https://d-0000000000.awsapps.com/start", "d-0000000000"),
    ("https://ssoins-1111111111111111.portal.eu-west-1.app.aws", "ssoins-1111111111111111"),
    (
      "https://scim.eu-west-1.amazonaws.com/11111111-1111-1111-1111-111111111111/scim/v2",
      "11111111-1111-1111-1111-111111111111"
    ),
    ("https://identitycenter.amazonaws.com/d-0000000000", "d-0000000000"),
    ("https://eu-west-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3", nil),
    ("https://acme.awsapps.com/start", nil),
  ])
  func placeholdersAreNoticed(_ text: String, _ placeholder: String?) {
    #expect(AWSAddress.recognise(text).placeholder == placeholder)
  }

  static let unusual: [(String, AWSAddress.Kind, String)] = [
    ("http://eu-west-1.signin.aws/platform/saml/acs/\(tenant)", .assertionConsumerService, "begins with http"),
    ("https://eu-west-1.signin.aws/platform/saml/acs/\(tenant)/", .assertionConsumerService, "ends in a slash"),
    ("https://eu-west-1.signin.aws/platform/saml/acs/\(tenant)/x", .assertionConsumerService, "goes on behind"),
    ("https://eu-west-1.signin.aws/platform/saml/acs", .assertionConsumerService, "ends before the id"),
    ("https://eu-west-1.signin.aws/platform/saml/acs/\(tenant)?x=1", .assertionConsumerService, "has a query"),
    ("https://eu-west-1.signin.aws/platform/saml/acs/\(tenant)#x", .assertionConsumerService, "has a fragment"),
    ("https://eu-west-1.signin.aws:443/platform/saml/acs/\(tenant)", .assertionConsumerService, "names port 443"),
    ("https://eu-west-1.signin.aws:8443/platform/saml/acs/\(tenant)", .assertionConsumerService, "names a port"),
    ("https://eu-west-1.signin.aws/platform/saml/acs/\(tenant) ", .assertionConsumerService, "has white space"),
    ("https://eu-west-1.signin.aws/platform/saml/acs/\(tenant)\u{200B}", .assertionConsumerService, "U+200B"),
    ("https://eu-west-1.signin.aws./platform/saml/acs/\(tenant)", .assertionConsumerService, "a dot after its host"),
    ("eu-west-1.signin.aws/platform/saml/acs/\(tenant)", .assertionConsumerService, "has no scheme"),
    ("https:/eu-west-1.signin.aws/platform/saml/acs/\(tenant)", .assertionConsumerService, "one slash"),
    ("https://u@eu-west-1.signin.aws/platform/saml/acs/\(tenant)", .assertionConsumerService, "user name"),
    ("https://signin.aws/platform/saml/acs/\(tenant)", .assertionConsumerService, "no Region"),
    ("https://eu-west-1.signin.aws/platform/saml/acs/a%20b", .assertionConsumerService, "no id of AWS has"),
    (
      "https://eu-west-1.signin.amazonaws-us-gov.com/platform/saml/acs/\(tenant)", .assertionConsumerService,
      "GovCloud"
    ),
    (
      "https://us-gov-west-1.signin.aws.amazon.com/platform/saml/acs/\(tenant)", .assertionConsumerService,
      "with a Region of AWS GovCloud (US), us-gov-west-1"
    ),
    ("https://cn-north-1.signin.aws/platform/saml/acs/\(tenant)", .assertionConsumerService, "with a Region of AWS in"),
    ("https://cn-north-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3", .issuer, "host of the commercial Regions"),
    ("https://{region}.signin.aws/platform/saml/acs/\(tenant)", .assertionConsumerService, "cannot be one"),
    ("https://a.elb.amazonaws.com/platform/saml/acs/\(tenant)", .assertionConsumerService, "none of IAM Identity"),
    ("https://eu-west-1.signin.aws.amazon.com/platform/saml/d-9367a1b2c3/", .issuer, "ends in a slash"),
    ("https://eu-west-1.signin.aws.amazon.com/platform/saml/", .issuer, "ends before the id"),
    ("https://eu-west-1.signin.aws/platform/saml/d-9367a1b2c3", .issuer, "host of an ACS URL"),
    ("https://eu-west-1.signin.aws.amazon.com/", .other, "ends after the host"),
    ("https://eu-west-1.signin.aws.amazon.com/platform/login", .other, "path other than"),
    ("https://d-9367a1b2c3.awsapps.com", .accessPortal, "lacks /start"),
    ("https://d-9367a1b2c3.awsapps.com/start/#/?tab=accounts", .accessPortal, "has a fragment"),
    ("https://d-9367a1b2c3.awsapps.com/start/x", .accessPortal, "goes on behind /start"),
    ("https://a.b.awsapps.com/start", .accessPortal, "none of IAM Identity"),
    ("https://acme.portal.eu-west-1.app.aws", .accessPortal, "instance id"),
    ("https://ssoins-7223a1b2c3d4e5f6.portal.eu-west-1.app.amazonwebservices.com.cn", .accessPortal, "none of IAM"),
    ("https://scim.eu-west-1.amazonaws.com/", .scim, "no id behind the host"),
    ("https://scim.eu-west-1.amazonaws.com/\(tenant)/scim/v2/Users", .scim, "goes on behind /scim/v2"),
    ("https://scim.eu-west-1.amazonaws.com/\(tenant)/scim", .scim, "has no /scim/v2"),
    ("https://scim.eu-west-1.amazonaws.com.cn/\(tenant)/scim/v2", .scim, "none of IAM Identity"),
    ("https://scim.eu-west-1.amazonaws.com/a%20b/scim/v2", .scim, "no id of AWS has"),
    ("https://start.us-gov-home.awsapps.com/start", .accessPortal, "no /directory/ and id"),
    ("https://start.us-gov-home.awsapps.com/directory/acme/x", .accessPortal, "no /directory/ and id"),
    ("https://identitycenter.amazonaws.com/", .other, "without the id of one instance"),
    ("https://identitycenter.amazonaws.com/acme/token", .other, "without the id of one instance"),
    ("https://portal.sso.eu-west-1.amazonaws.com/login", .other, "nobody enters by hand"),
    ("https://eu-west-1.console.aws.amazon.com/singlesignon/home?region=eu-west-1#!/", .console, "AWS console"),
    ("https://us-east-1.aws.amazon.com/platform/login", .other, "none of IAM Identity"),
    ("https://s3.amazonaws.com/bucket", .other, "none of IAM Identity"),
  ]

  @Test(arguments: unusual)
  func unusualAddressesSayWhy(_ text: String, _ kind: AWSAddress.Kind, _ words: String) {
    guard case .unusual(let found, let reason) = AWSAddress.recognise(text) else {
      Issue.record("taken for \(AWSAddress.recognise(text))")
      return
    }
    #expect(found == kind)
    #expect(reason.contains(words))
  }

  @Test(arguments: [
    ("https://eu-west-1.signin.aws.evil.example/platform/saml/acs/\(tenant)", "signin.aws"),
    ("https://awsapps.com.evil.example/start", "awsapps"),
    ("https://xawsapps.com/start", "awsapps"),
    ("https://scim.eu-west-1.amazonaws.com.evil.example/\(tenant)/scim/v2", "amazonaws"),
    ("https://eu-west-1.signin-aws.example/platform/saml/acs/\(tenant)", "signin-aws"),
    ("https://eu-west-1.signin.aws@evil.example/platform/saml/acs/\(tenant)", "signin.aws"),
    ("https://signin.awsx/platform/saml/acs/\(tenant)", "signin.aws"),
    ("https://idp.example.com/platform/saml/acs/\(tenant)", nil),
    ("JumpCloud", nil),
    ("", nil),
  ])
  func lookAlikesAreForeignAndSaySo(_ text: String, _ imitated: String?) {
    #expect(AWSAddress.recognise(text) == .foreign(imitates: imitated))
  }

  @Test func regionsGoByTheirShape() {
    for code in Region.knownCodes { #expect(Region(code)?.isKnown == true) }
    #expect(Region.knownCodes.count == Set(Region.knownCodes).count)
    #expect(Region("zz-central-12")?.isKnown == false)
    #expect(Region("zz-central-12")?.partition == .aws)
    #expect(Region("us-gov-east-1")?.partition == .govCloud)
    #expect(Region("cn-north-1")?.partition == .china)
    #expect(Region("eusc-de-east-1")?.partition == .europeanSovereignCloud)
    for text in ["", "eu", "eu-west", "eu-west-", "EU-WEST-1", "eu-west-1a", "eu west 1", "-west-1", "eu-west-123"] {
      #expect(Region(text) == nil)
    }
  }
}
