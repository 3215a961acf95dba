import Markup
import Parties
import SAML

extension Rule {
  static let tooManyCharacters = Rule(
    "AWS001", "metadata-too-large", .error,
    summary: "The file has more than 75 000 characters",
    why: "AWS's console refuses larger metadata. Long lists of attributes and WS-Federation roles are what fills them.",
    remedy: "Delete the RoleDescriptor elements and the Attribute lists; what sign-in needs is the IDPSSODescriptor.",
    references: [.awsExternalIdP],
    failing: [
      .document(
        Example.identityProvider(before: "<!-- \(String(repeating: "x", count: 75_000)) -->").text)
    ],
    passing: [.identityProvider()],
    check: .document { document, findings in
      guard let entity = document.firstEntity, document.entities == 1, !entity.identityProviders.isEmpty,
        document.outcome.characters > AWSLimits.metadataCharacters
      else { return }
      findings.report(
        "the file has \(document.outcome.characters) characters; AWS takes \(AWSLimits.metadataCharacters)", at: .start)
    })

  static let iamFederation = Rule(
    "AWS002", "iam-federation-address", .error,
    summary: "An address of SAML federation with IAM, not of IAM Identity Center",
    why: """
      The addresses urn:amazon:webservices and signin.aws.amazon.com/saml belong to the older federation with IAM roles. IAM Identity \
      Center has addresses of its own for each instance.
      """,
    remedy: """
      Take the file from IAM Identity Center: Settings > Identity source > Actions > Manage authentication (or Change \
      identity source) > Service provider metadata > Download metadata file.
      """,
    references: [.awsExternalIdP, .awsMultiRegion],
    failing: [
      .serviceProvider(endpoints: Scaffold.consumer("«https://signin.aws.amazon.com/saml»")),
      .serviceProvider(
        entity: #"entityID="«urn:amazon:webservices»""#,
        endpoints: Scaffold.consumer("https://signin.aws.amazon.com/saml")),
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      if let entityID = sp.entityID, case .iamFederation = entityID.aws {
        return findings.report("this is the service provider of SAML federation with IAM", at: entityID.spot)
      }
      for address in sp.addresses {
        if case .iamFederation = address.aws {
          findings.report("this ACS URL belongs to SAML federation with IAM", at: address.spot)
        }
      }
    })

  static let unusualConsumer = Rule(
    "AWS003", "acs-path-unusual", .warning,
    summary: "An ACS URL on AWS's domains that has none of the known forms",
    why: """
      The known forms are https://<region>.signin.aws, <region>.sso.signin.aws and <region>.signin.aws.amazon.com, each \
      with /platform/saml/acs/<id>. AWS adds forms from time to time, so this is no error; a cut or mistyped address is \
      likelier.
      """,
    remedy:
      "Compare the address with the ACS URLs that IAM Identity Center shows (View ACS URLs), character by character.",
    references: [.awsMultiRegion],
    failing: [
      .serviceProvider(endpoints: Scaffold.consumer("«https://eu-west-1.signin.aws/platform/saml/acs»")),
      .serviceProvider(
        endpoints: Scaffold.consumer("«https://eu-west-1.signin.aws/saml/acs/11112222-3333-4444-5555-666677778888»")),
    ],
    passing: [
      .serviceProvider(),
      .serviceProvider(
        endpoints: Scaffold.consumer(
          "https://eu-west-1.sso.signin.aws/platform/saml/acs/4455422d11112222-3333-4444-5555-66667777888")),
    ],
    check: .serviceProvider { sp, findings in
      // An address that leads nowhere at all has a rule of its own.
      for address in sp.addresses where address.url.breakage == nil {
        if case .unusual(_, let reason) = address.aws {
          findings.report("this ACS URL has no known form: \(reason)", at: address.spot)
        }
      }
    })

  static let wrongConsumer = Rule(
    "AWS004", "acs-is-another-address", .error,
    summary: "What stands as ACS URL is another address of IAM Identity Center",
    why: "Answers that are posted to the portal, to the issuer or to the SCIM endpoint go nowhere.",
    remedy: "Put the value that AWS calls IAM Identity Center Assertion Consumer Service (ACS) URL there.",
    references: [.awsMultiRegion, .awsExternalIdP],
    failing: [
      .serviceProvider(endpoints: Scaffold.consumer("«https://example.awsapps.com/start»")),
      .serviceProvider(endpoints: Scaffold.consumer("«\(Scaffold.issuer)»")),
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      for address in sp.addresses {
        switch address.aws {
        case .issuer, .accessPortal, .scim, .oidcIssuer, .identityCenterAsIdentityProvider, .missingSignIn:
          findings.report("this is \(address.aws), not an ACS URL", at: address.spot)
        default: break
        }
      }
    })

  static let wrongIssuer = Rule(
    "AWS005", "issuer-is-another-address", .error,
    summary: "What stands as the service provider's entityID is another address of IAM Identity Center",
    why: "The identity provider puts this value into the audience of its answer; AWS compares it with the issuer URL.",
    remedy: "Put the value that AWS calls IAM Identity Center issuer URL there.",
    references: [.awsExternalIdP],
    failing: [
      .serviceProvider(entity: "entityID=\"«\(Scaffold.acs)»\""),
      .serviceProvider(entity: #"entityID="«https://d-1234567890.awsapps.com/start»""#),
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      guard let entityID = sp.entityID else { return }
      switch entityID.aws {
      case .assertionConsumerService, .accessPortal, .scim, .oidcIssuer, .missingSignIn:
        findings.report("this is \(entityID.aws), not an issuer URL", at: entityID.spot)
      default: break
      }
    })

  static let unusualIssuer = Rule(
    "AWS006", "issuer-unusual", .warning,
    summary: "The entityID is on AWS's domains but has no known form of an issuer URL",
    why: "The known form is https://<region>.signin.aws.amazon.com/platform/saml/d-<10 characters>.",
    remedy: "Compare it with the IAM Identity Center issuer URL in AWS's console, character by character.",
    references: [.awsExternalIdP],
    failing: [.serviceProvider(entity: #"entityID="«https://eu-west-1.signin.aws.amazon.com/platform/saml/»""#)],
    passing: [
      .serviceProvider(),
      .serviceProvider(
        entity: #"entityID="https://us-gov-west-1.signin.amazonaws-us-gov.com/platform/saml/d-1234567890""#,
        endpoints: Scaffold.consumer("https://us-gov-west-1.signin.amazonaws-us-gov.com/platform/saml/acs/abc-1")),
    ],
    check: .serviceProvider { sp, findings in
      guard let entityID = sp.entityID else { return }
      if case .unusual(_, let reason) = entityID.aws {
        findings.report("this issuer URL has no known form: \(reason)", at: entityID.spot)
      }
    })

  static let partitionsDiffer = Rule(
    "AWS007", "partitions-differ", .error,
    summary: "The issuer and an ACS URL are in different partitions of AWS",
    why:
      "AWS, GovCloud, China and the European Sovereign Cloud share nothing: one of the two values is from elsewhere.",
    remedy: "Take both values from the same instance of IAM Identity Center.",
    references: [.awsMultiRegion],
    failing: [
      .serviceProvider(
        endpoints: Scaffold.consumer("«https://cn-north-1.signin.amazonaws.cn/platform/saml/acs/abc-1»"))
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      guard let entityID = sp.entityID, case .issuer(let issuer) = entityID.aws else { return }
      for address in sp.addresses {
        guard case .assertionConsumerService(let url) = address.aws, url.region.partition != issuer.region.partition
        else { continue }
        findings.report(
          "the ACS URL is in \(url.region) and the issuer in \(issuer.region): different partitions",
          at: address.spot, related: [(.spot(entityID.spot), "the issuer URL")])
      }
    })

  static let regionWithoutConsumer = Rule(
    "AWS008", "primary-region-without-acs", .warning,
    summary: "No ACS URL is in the Region of the issuer",
    why: "The issuer URL names the primary Region; sign-in there needs an ACS URL of that Region.",
    remedy: "Download the service provider metadata again, or add the primary Region's ACS URLs.",
    references: [.awsMultiRegion],
    failing: [
      .serviceProvider(
        endpoints: Scaffold.consumer(
          "«https://us-east-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888»"))
    ],
    passing: [
      .serviceProvider(
        endpoints: Scaffold.consumer
          + Scaffold.consumer(
            "https://us-east-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888", index: 1))
    ],
    check: .serviceProvider { sp, findings in
      guard let entityID = sp.entityID, case .issuer(let issuer) = entityID.aws else { return }
      let found = sp.addresses.compactMap { address -> (StatedAddress, Region)? in
        guard case .assertionConsumerService(let url) = address.aws, url.region.partition == issuer.region.partition
        else { return nil }
        return (address, url.region)
      }
      guard let first = found.first, !found.contains(where: { $0.1 == issuer.region }) else { return }
      findings.report(
        "the issuer is in \(issuer.region), and the ACS URLs are in \(found.map(\.1.code).distinct.joined(separator: ", "))",
        at: first.0.spot, related: [(.spot(entityID.spot), "the issuer URL")])
    })

  static let unknownRegion = Rule(
    "AWS009", "region-unknown", .warning,
    summary: "A Region that this version does not know",
    why: "AWS adds Regions, so this is no error; a mistyped Region code looks the same.",
    remedy: "Compare the Region code with the one that the console shows.",
    references: [
      Reference(
        "AWS Regions", "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html")
    ],
    failing: [
      .serviceProvider(
        entity: #"entityID="«https://eu-wset-1.signin.aws.amazon.com/platform/saml/d-1234567890»""#,
        endpoints: Scaffold.consumer(
          "https://eu-wset-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888"))
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      var seen: Set<String> = []
      for address in [sp.entityID].compactMap(\.self) + sp.addresses {
        guard let region = address.aws.region, !region.isKnown, seen.insert(region.code).inserted else { continue }
        findings.report("the Region \(region.code.quoted) is not known to this version", at: address.spot)
      }
    })

  static let wrongDirection = Rule(
    "AWS010", "identity-center-as-identity-provider", .error,
    summary: "The file makes IAM Identity Center the identity provider of another application",
    why: """
      IAM Identity Center also signs people in to applications, and that metadata looks alike. As identity source it \
      needs the file of the outside identity provider.
      """,
    remedy: "Download the metadata from the outside identity provider's console (Okta, Entra ID, …), not from AWS.",
    references: [.awsExternalIdP],
    failing: [
      .identityProvider(
        entity: #"entityID="«https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTExMTExMTExMTExX2lucy0xMjM0»""#,
        endpoints: Scaffold.signOn(
          "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTExMTExMTExMTExX2lucy0xMjM0"))
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      let addresses = [idp.entityID].compactMap(\.self) + idp.addresses
      guard
        let address = addresses.first(where: {
          if case .identityCenterAsIdentityProvider = $0.aws { true } else { false }
        })
      else { return }
      findings.report("this is IAM Identity Center as the identity provider of an application", at: address.spot)
    })

  static let foreignServiceProvider = Rule(
    "AWS011", "service-provider-not-aws", .warning,
    summary: "The service provider is not IAM Identity Center",
    why: "Nothing in the file points at AWS. It may be the file of another application.",
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
      guard sp.entity.identityProviders.isEmpty, !sp.entity.claimsAWS, let entityID = sp.entityID,
        sp.role.element.range == sp.entity.serviceProviders.first?.element.range
      else { return }
      findings.report("neither the entityID nor an ACS URL is an address of AWS", at: entityID.spot)
    })

  static let placeholder = Rule(
    "AWS012", "placeholder-id", .warning,
    summary: "An id made of one repeated character, as in documentation",
    why: "Ids such as d-0000000000 are examples; a real instance has a random one.",
    remedy: "Replace the address by the one that your own console shows.",
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
}
