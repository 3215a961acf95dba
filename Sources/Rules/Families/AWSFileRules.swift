import Markup
import Parties
import SAML

/// Whether the file is that of an instance of IAM Identity Center at all.
extension Rule {
  static let wrongDirection = Rule(
    "AWS010", "identity-center-as-identity-provider", .error,
    summary: "The file describes IAM Identity Center as the identity provider of another application",
    why: """
      IAM Identity Center also signs people in to applications, with metadata that looks similar. For its own identity \
      source it needs the file of the external identity provider, and that one needs AWS's service provider metadata.
      """,
    remedy: """
      As AWS's file take the service provider metadata: Settings > Identity source > Actions > Manage authentication (or \
      Change identity source) > Service provider metadata > Download metadata file. The identity provider's file comes \
      from the external identity provider's console (Okta, Entra ID, …), not from AWS.
      """,
    references: [.awsExternalIdP],
    failing: [
      .identityProvider(
        entity: #"entityID="«https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTExMTExMTExMTExX2lucy0xMjM0»""#,
        endpoints: Scaffold.signOn(
          "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTExMTExMTExMTExX2lucy0xMjM0"))
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      guard let address = idp.addressOfIdentityCenter else { return }
      findings.report("this is where IAM Identity Center is the identity provider of an application", at: address.spot)
    })

  static let foreignServiceProvider = Rule(
    "AWS011", "service-provider-not-aws", .warning,
    summary: "The service provider is not IAM Identity Center",
    why: """
      Nothing in the file points to AWS; it may be the file of another application. Of several service providers in one \
      file only the first is reported, for in the file of a federation none of them has to be AWS.
      """,
    remedy: """
      Take the file from IAM Identity Center: Settings > Identity source > Actions > Manage authentication (or Change \
      identity source) > Service provider metadata > Download metadata file.
      """,
    references: [.awsExternalIdP],
    failing: [
      .serviceProvider(
        entity: #"entityID="«https://app.example/saml»""#, endpoints: Scaffold.consumer("https://app.example/saml/acs"))
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      guard !sp.subject.followsServiceProvider, sp.entity.identityProviders.isEmpty, !sp.subject.claimsAWS,
        let entityID = sp.entityID, !entityID.aws.isOfOtherService,
        sp.role.element.range == sp.entity.serviceProviders.first?.element.range
      else { return }
      findings.report("neither the entityID nor any ACS URL is an address of AWS", at: entityID.spot)
    })

  static let placeholder = Rule(
    "AWS012", "placeholder-id", .warning,
    summary: "An id that is one repeated character, as in documentation",
    why: "Ids such as d-0000000000 are examples; the id of a real instance is random.",
    remedy: "Replace the address with the one that your own console shows.",
    references: [.awsMultiRegion],
    failing: [
      .serviceProvider(entity: #"entityID="«https://eu-west-1.signin.aws.amazon.com/platform/saml/d-0000000000»""#)
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      for address in [sp.entityID].compactMap(\.self) + sp.addresses {
        guard let id = address.aws.placeholder else { continue }
        findings.report("the id \(id.quoted) is a placeholder", at: address.spot)
      }
    })

  static let foreignAddress = Rule(
    "AWS013", "address-outside-aws", .error,
    summary: "One of AWS's addresses in the file is not on AWS's domains",
    why: """
      The entityID and every ACS URL of IAM Identity Center are on AWS's own domains. An assertion that is posted anywhere \
      else lets whoever receives it sign in, or goes nowhere.
      """,
    remedy: """
      Do not use the file. Download it again from IAM Identity Center: Settings > Identity source > Actions > Manage \
      authentication (or Change identity source) > Service provider metadata > Download metadata file.
      """,
    references: [.awsMultiRegion, .awsExternalIdP],
    failing: [
      .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer("«https://app.example/saml/acs»", index: "1")),
      .serviceProvider(
        endpoints: Scaffold.consumer("«https://eu-west-1.signin.aws.example.net/platform/saml/acs/1111-2222»")),
      .serviceProvider(
        entity: #"entityID="«https://eu-west-1.signin.aws.amazon.com.example.net/platform/saml/d-1234567890»""#),
    ],
    passing: [
      .serviceProvider(),
      // Nothing in it claims to be AWS's: that has a rule of its own.
      .serviceProvider(
        entity: #"entityID="https://app.example/saml""#, endpoints: Scaffold.consumer("https://app.example/saml/acs")),
    ],
    check: .serviceProvider { sp, findings in
      guard sp.entity.identityProviders.isEmpty, sp.subject.claimsAWS else { return }
      for address in [sp.entityID].compactMap(\.self) + sp.addresses
      where address.url.breakage == nil && !sp.isOfDriver(address) {
        guard case .foreign(let imitated) = address.aws else { continue }
        let looks = imitated.map { "; its host only imitates \($0)" } ?? ""
        findings.report("this address is not on AWS's domains\(looks)", at: address.spot)
      }
    })

  static let severalInstances = Rule(
    "AWS017", "acs-of-several-instances", .warning,
    summary: "Two ACS URLs of one Region carry the ids of different instances",
    why: """
      An organization has one instance of IAM Identity Center, and its ACS URLs in one Region end in the same id. Sign-in \
      through the address of another instance fails, or signs people in somewhere else.
      """,
    remedy: "Download the service provider metadata again from AWS's console, and use it unedited.",
    references: [.awsMultiRegion, .awsExternalIdP],
    failing: [
      .serviceProvider(
        endpoints: Scaffold.consumer
          + Scaffold.consumer(
            "«https://eu-west-1.sso.signin.aws/platform/saml/acs/99992222-3333-4444-5555-666677778888»", index: "1"))
    ],
    passing: [
      .serviceProvider(),
      // The digits of the Region in front make no other instance.
      .serviceProvider(
        endpoints: Scaffold.consumer
          + Scaffold.consumer(
            "https://eu-west-1.sso.signin.aws/platform/saml/acs/4455422d11112222-3333-4444-5555-666677778888",
            index: "1")),
      // What an additional Region's id looks like is not known.
      .serviceProvider(
        endpoints: Scaffold.consumer
          + Scaffold.consumer(
            "https://us-east-1.signin.aws/platform/saml/acs/99992222-3333-4444-5555-666677778888", index: "1")),
    ],
    check: .serviceProvider { sp, findings in
      var first: [Region: (AssertionConsumerServiceURL, Spot)] = [:]
      for address in sp.addresses where address.aws.idOddity == nil && address.aws.placeholder == nil {
        guard let url = address.consumer else { continue }
        guard let (other, spot) = first[url.region] else {
          first[url.region] = (url, address.spot)
          continue
        }
        guard !url.isOfSameInstance(as: other) else { continue }
        findings.report(
          "this ACS URL carries the id of another instance than the first one of \(url.region)", at: address.spot,
          related: [(.spot(spot), "the first one")])
      }
    })
}

extension AWSAddress {
  /// Whether another service of AWS's is named, which has a rule of its own.
  fileprivate var isOfOtherService: Bool { if case .otherService = self { true } else { false } }
}

extension RoleSubject where Role == IDPSSODescriptor {
  /// The first address that is IAM Identity Center's own, as the identity provider of another application: the file is of
  /// no use then, and nothing in it is worth putting right.
  var addressOfIdentityCenter: StatedAddress? {
    ([entityID].compactMap(\.self) + addresses).first {
      if case .identityCenterAsIdentityProvider = $0.aws { true } else { false }
    }
  }
}
