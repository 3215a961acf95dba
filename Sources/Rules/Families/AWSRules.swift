import Markup
import Parties
import SAML

extension Rule {
  static let tooManyCharacters = Rule(
    "AWS001", "metadata-too-large", .error,
    summary: "The file has more than 75,000 characters",
    why: "AWS refuses larger metadata. Usually long lists of attributes and WS-Federation roles take up the space.",
    remedy: "Delete the RoleDescriptor elements and the Attribute lists; sign-in needs only the IDPSSODescriptor.",
    remedies: .smallerFile,
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
      let (found, limit) = (document.outcome.characters.grouped, AWSLimits.metadataCharacters.grouped)
      findings.report("the file has \(found) characters; AWS accepts up to \(limit)", at: .start)
    })

  static let nearlyTooManyCharacters = Rule(
    "AWS014", "metadata-nearly-too-large", .note,
    summary: "The file has more than 60,000 of the 75,000 characters that AWS accepts",
    why: "During a rotation the file holds another certificate in every role, and may then be refused.",
    remedy: "Delete the RoleDescriptor elements and the Attribute lists before uploading the file.",
    remedies: .smallerFile,
    references: [.awsExternalIdP],
    failing: [
      .document(
        Example.identityProvider(before: "<!-- \(String(repeating: "x", count: 60_000)) -->").text)
    ],
    passing: [.identityProvider()],
    check: .document { document, findings in
      let limit = AWSLimits.metadataCharacters
      guard let entity = document.firstEntity, document.entities == 1, !entity.identityProviders.isEmpty,
        (limit / 5 * 4 + 1...limit).contains(document.outcome.characters)
      else { return }
      findings.report(
        "the file has \(document.outcome.characters.grouped) characters; AWS accepts up to \(limit.grouped)", at: .start
      )
    })

  static let iamFederation = Rule(
    "AWS002", "iam-federation-address", .error,
    summary: "An address for SAML federation with IAM or for another service of AWS, not for IAM Identity Center",
    why: """
      The addresses urn:amazon:webservices and signin.aws.amazon.com/saml belong to federation with IAM roles, which \
      Amazon Redshift's drivers use too; AWS Client VPN has addresses of its own. So has each instance of IAM Identity Center.
      """,
    remedy: """
      Take the file from IAM Identity Center: Settings > Identity source > Actions > Manage authentication (or Change \
      identity source) > Service provider metadata > Download metadata file.
      """,
    remedies: .rightApplication,
    references: [.awsExternalIdP, .awsMultiRegion],
    failing: [
      .serviceProvider(endpoints: Scaffold.consumer("«https://signin.aws.amazon.com/saml»")),
      .serviceProvider(
        entity: #"entityID="«urn:amazon:webservices»""#,
        endpoints: Scaffold.consumer("https://signin.aws.amazon.com/saml")),
      .serviceProvider(
        entity: #"entityID="«urn:amazon:webservices:clientvpn»""#,
        endpoints: Scaffold.consumer("http://127.0.0.1:35001")),
      .serviceProvider(
        entity: #"entityID="«urn:amazon:webservices»""#,
        endpoints: Scaffold.consumer("http://localhost:7890/redshift/")),
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      if let entityID = sp.entityID {
        switch entityID.aws {
        case .otherService(let name):
          return findings.report("this is the file of \(name), not of IAM Identity Center", at: entityID.spot)
        case .iamFederation:
          let driver = ", and the ACS URL to a program on one's own machine, as with Amazon Redshift's drivers"
          let isDriver = sp.addresses.contains(where: sp.isOfDriver)
          return findings.report(
            "this entityID belongs to SAML federation with IAM\(isDriver ? driver : "")", at: entityID.spot)
        default: break
        }
      }
      for address in sp.addresses {
        if case .iamFederation = address.aws {
          findings.report("this ACS URL belongs to SAML federation with IAM", at: address.spot)
        }
      }
    })

  static let unusualConsumer = Rule(
    "AWS003", "acs-path-unusual", .warning,
    summary: "An ACS URL on a domain of AWS that has none of the known forms, or white space around it",
    why: """
      The usual hosts are <region>.signin.aws, <region>.sso.signin.aws and, in the primary Region only, \
      <region>.signin.aws.amazon.com, each with the path /platform/saml/acs/<id>. AWS adds \
      forms from time to time, but a mistyped or incomplete address is likelier. The XML schema collapses white space, but \
      most software compares ACS URLs character by character.
      """,
    remedy:
      "Compare the address with the ACS URLs that IAM Identity Center shows (View ACS URLs), character by character.",
    references: [.awsMultiRegion],
    failing: [
      .serviceProvider(endpoints: Scaffold.consumer("«https://eu-west-1.signin.aws/platform/saml/acs»")),
      .serviceProvider(
        endpoints: Scaffold.consumer(
          "«https://EU-west-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888»")),
      .serviceProvider(
        endpoints: Scaffold.consumer("«https://eu-west-1.signin.aws/saml/acs/11112222-3333-4444-5555-666677778888»")),
      .serviceProvider(
        endpoints: Scaffold.consumer("«https://eu-west-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-6666»")),
      .serviceProvider(
        endpoints: Scaffold.consumer
          + Scaffold.consumer(
            "«https://us-east-1.signin.aws.amazon.com/platform/saml/acs/11112222-3333-4444-5555-666677778888»",
            index: "1")),
      .serviceProvider(endpoints: Scaffold.consumer("« \(Scaffold.acs)»")),
      .serviceProvider(endpoints: Scaffold.consumer("«\(Scaffold.acs)&#10;»")),
    ],
    passing: [
      .serviceProvider(),
      .serviceProvider(
        endpoints: Scaffold.consumer(
          "https://eu-west-1.signin.aws/platform/saml/acs/65752d776573742d312d11112222-3333-4444-5555-666677778888")),
      .serviceProvider(
        endpoints: Scaffold.consumer(
          "https://eu-west-1.sso.signin.aws/platform/saml/acs/4455422d11112222-3333-4444-5555-66667777888")),
    ],
    check: .serviceProvider { sp, findings in
      // Where the primary Region has no ACS URL at all, that is the finding.
      let regions = sp.addresses.compactMap { $0.consumer?.region }
      let primary: Region? =
        if case .issuer(let issuer)? = sp.entityID?.aws, regions.contains(issuer.region) { issuer.region } else { nil }
      // An address that leads nowhere at all has a rule of its own.
      for address in sp.addresses where address.url.breakage == nil && address.url.schemeName != "http" {
        switch address.aws {
        case .assertionConsumerService(let url) where url.family == .legacy && url.region != primary ?? url.region:
          findings.report(
            "this ACS URL has the older host, signin.aws.amazon.com, which only the primary Region has",
            at: address.spot)
        case .unusual, .assertionConsumerService:
          if let oddity = address.oddity { findings.report("this ACS URL \(oddity)", at: address.spot) }
        default: break
        }
      }
    })

  static let wrongConsumer = Rule(
    "AWS004", "acs-is-another-address", .error,
    summary: "The ACS URL is another address of IAM Identity Center",
    why: "IAM Identity Center accepts responses at its ACS URLs only, not at the portal or the SCIM endpoint.",
    remedy: "Replace it with the value that AWS calls IAM Identity Center Assertion Consumer Service (ACS) URL.",
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
    summary: "The service provider's entityID is another address of IAM Identity Center",
    why: "The identity provider names this value as the audience of its response; AWS expects its issuer URL there.",
    remedy: "Replace it with the value that AWS calls IAM Identity Center issuer URL.",
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
    summary: "The entityID is on a domain of AWS but has none of the known forms of an issuer URL",
    why: """
      The identity provider names this value as the audience of its response; if it is mistyped or cut, sign-in \
      fails. The usual form is https://<region>.signin.aws.amazon.com/platform/saml/d-<10 characters>.
      """,
    remedy: "Compare it with the IAM Identity Center issuer URL in AWS's console, character by character.",
    references: [.awsExternalIdP],
    failing: [
      .serviceProvider(entity: #"entityID="«https://eu-west-1.signin.aws.amazon.com/platform/saml/»""#),
      .serviceProvider(entity: #"entityID="«https://eu-west-1.signin.aws.amazon.com/platform/saml/d-1234567»""#),
      .serviceProvider(entity: #"entityID="«https://EU-WEST-1.signin.aws.amazon.com/platform/saml/d-1234567890»""#),
    ],
    passing: [
      .serviceProvider(),
      .serviceProvider(
        entity:
          #"entityID="https://eu-west-1.signin.aws.amazon.com/platform/saml/0c1a2f4e-93b1-4bd7-a0f7-2f3d4c5b6a70""#),
      .serviceProvider(
        entity: #"entityID="https://us-gov-west-1.signin.amazonaws-us-gov.com/platform/saml/d-1234567890""#,
        endpoints: Scaffold.consumer("https://us-gov-west-1.signin.amazonaws-us-gov.com/platform/saml/acs/abc-1")),
    ],
    check: .serviceProvider { sp, findings in
      guard let entityID = sp.entityID else { return }
      switch entityID.aws {
      case .unusual, .issuer:
        if let oddity = entityID.oddity { findings.report("this entityID \(oddity)", at: entityID.spot) }
      default: break
      }
    })

  static let partitionsDiffer = Rule(
    "AWS007", "partitions-differ", .error,
    summary: "The issuer and an ACS URL are in different partitions of AWS",
    why: """
      The partitions (AWS, GovCloud, China, European Sovereign Cloud) are separate, so the two values belong to \
      different instances.
      """,
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
          "the ACS URL is in \(url.region), the issuer URL in \(issuer.region), another partition",
          at: address.spot, related: [(.spot(entityID.spot), "the issuer URL")])
      }
    })

  static let regionWithoutConsumer = Rule(
    "AWS008", "primary-region-without-acs", .warning,
    summary: "No ACS URL is in the Region of the issuer URL",
    why: "The issuer URL names the primary Region, and sign-in there needs an ACS URL in the same Region.",
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
            "https://us-east-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888", index: "1"))
    ],
    check: .serviceProvider { sp, findings in
      guard let entityID = sp.entityID, case .issuer(let issuer) = entityID.aws else { return }
      let found = sp.addresses.compactMap { address -> (StatedAddress, Region)? in
        guard case .assertionConsumerService(let url) = address.aws, url.region.partition == issuer.region.partition
        else { return nil }
        return (address, url.region)
      }
      guard let first = found.first, !found.contains(where: { $0.1 == issuer.region }) else { return }
      let regions = found.map(\.1.code).distinct.joined(separator: ", ")
      findings.report(
        "the issuer URL is in \(issuer.region), but ACS URLs are only in \(regions)",
        at: first.0.spot, related: [(.spot(entityID.spot), "the issuer URL")])
    })

  static let unknownRegion = Rule(
    "AWS009", "region-unknown", .warning,
    summary: "A Region that this version of Signpost does not know",
    why: "AWS adds Regions, so the address may be right; but a mistyped Region code looks the same.",
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
        findings.report("this version does not know the Region \(region.code.quoted)", at: address.spot)
      }
    })
}

extension RoleSubject where Role == SPSSODescriptor {
  /// Whether an ACS URL is that of a program on the user's own machine which signs in with IAM.
  func isOfDriver(_ address: StatedAddress) -> Bool {
    guard case .iamFederation? = entityID?.aws else { return false }
    return address.url.problems.contains { $0.kind == .loopbackHost }
  }
}

extension StatedAddress {
  /// Why an address on a domain of AWS is not quite one that AWS gave out, in words that follow it; nil where it may be.
  fileprivate var oddity: String? {
    if case .unusual(_, let reason) = aws { return reason }
    // White space around the address was collapsed away; it is odd all the same.
    if let space = urlAsWritten.problems.first(where: \.kind.isWhiteSpace) { return "\(space)" }
    return [url.scheme, url.host].contains { $0?.text.utf8.contains { (0x41...0x5A).contains($0) } == true }
      ? "has capital letters in front of its path, where AWS's has none; it is compared character by character"
      : aws.idOddity
  }
}

extension WebAddress.Kind {
  fileprivate var isWhiteSpace: Bool { if case .whiteSpace = self { true } else { false } }
}

extension Int {
  /// The number with a comma before each group of three digits.
  fileprivate var grouped: String {
    self < 1_000 ? "\(self)" : (self / 1_000).grouped + "," + "\(1_000 + self % 1_000)".dropFirst()
  }
}
