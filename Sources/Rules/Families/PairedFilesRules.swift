import Markup
import Parties
import SAML

/// What only shows once the files of both sides lie beside each other.
extension Rule {
  static let regionsBeyondProvider = Rule(
    "PAIR015", "regions-beyond-provider", .warning,
    summary: "AWS's file has ACS URLs of several Regions, and the identity provider's application holds one",
    why: """
      Sign-in that begins in a Region needs an ACS URL of that Region at the identity provider. An application that holds \
      one serves the primary Region; in the others sign-in fails.
      """,
    remedy: """
      Let people begin in the primary Region, whose ACS URL stays at the identity provider, or use an identity provider \
      that holds several.
      """,
    references: [
      .aws("IAM Identity Center across several Regions", "multi-region-iam-identity-center"), .awsMultiRegion,
    ],
    failing: [
      .pair(
        .identityProvider(
          entity: #"entityID="https://accounts.google.com/o/saml2?idpid=C01abc234""#,
          endpoints: Scaffold.signOn("https://accounts.google.com/o/saml2/idp?idpid=C01abc234")),
        .serviceProvider(
          endpoints: Scaffold.consumer + Scaffold.consumer("«\(Scaffold.otherRegionACS)»", index: "1")))
    ],
    passing: [
      .pair(
        .identityProvider(
          entity: #"entityID="https://accounts.google.com/o/saml2?idpid=C01abc234""#,
          endpoints: Scaffold.signOn("https://accounts.google.com/o/saml2/idp?idpid=C01abc234")),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer(Scaffold.olderACS, index: "1"))),
      .pair(
        .identityProvider(
          entity: #"entityID="https://sts.windows.net/11112222-3333-4444-5555-666677778888/""#,
          endpoints: Scaffold.signOn("https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/saml2")),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer(Scaffold.otherRegionACS, index: "1"))),
    ],
    check: .pair { pair, findings in
      let guess = pair.identityProvider.guess
      let addresses = pair.serviceProvider.addresses
      guard guess.consumerCapacity == .one, let provider = guess.provider,
        case .issuer(let issuer)? = pair.serviceProvider.entityID?.aws,
        let held = AssertionConsumerServiceURL.onlyOne(
          among: addresses.compactMap(\.consumer), primary: issuer.region)
      else { return }
      let lost = addresses.filter { $0.consumer.map { $0.region != held.region } ?? false }
      guard let first = lost.first else { return }
      let regions = lost.compactMap { $0.consumer?.region.code }.distinct.joined(separator: ", ")
      findings.report(
        "\(provider.displayName) holds one ACS URL, that of \(held.region): sign-in in \(regions) is lost",
        at: first.spot)
    })

  static let severalServiceProviders = Rule(
    "PAIR016", "several-aws-files", .note,
    summary: "Several files of AWS were given with an identity provider's, and none was judged as its partner",
    why: """
      One instance of IAM Identity Center trusts one identity provider. Which of the files belongs to it cannot be told, \
      so what both sides have in common was not looked at.
      """,
    remedy: "Give one file of AWS, or name the one that is meant with --aws.",
    references: [.awsExternalIdP],
    failing: [
      .choice(.serviceProvider(), .serviceProvider(entity: "entityID=\"«\(Scaffold.issuer)»\"")),
      .choice(
        .serviceProvider(),
        .serviceProvider(
          entity: #"entityID="«https://eu-west-1.signin.aws.amazon.com/platform/saml/d-1234567891»""#)),
    ],
    passing: [.pair(.identityProvider(), .serviceProvider())],
    check: .choice { choice, findings in
      let entities = choice.serviceProviders.compactMap { $0.onlyEntity?.entityID }
      guard let first = entities.first, entities.count > 1 else { return }
      let ids = entities.map(\.value.collapsed).distinct
      // Other files of AWS, such as those for federation with IAM roles, are of no instance.
      let areOfInstances = ids.allSatisfy { if case .issuer = AWSAddress.recognise($0) { true } else { false } }
      let what =
        switch (areOfInstances, ids.count) {
        case (true, 1): "these files are of the same instance"
        case (true, let count): "these files are of \(count) instances of IAM Identity Center"
        case (false, 1): "these files have the same entityID, which is of no instance of IAM Identity Center"
        case (false, _): "these files are not all of an instance of IAM Identity Center"
        }
      findings.report(
        "\(what), and no pair was judged", at: entities[1].spot,
        related: [(.spot(first.spot), "the first of them")]
          + entities.dropFirst(2).map { (.spot($0.spot), "another one") })
    })

  static let severalEntities = Rule(
    "PAIR019", "several-entities-of-one-side", .warning,
    summary: "A file that was given as one side's holds several entities, and none of them was chosen",
    why: """
      One identity provider and one instance of IAM Identity Center trust each other. Each entity was judged alone; what \
      both sides have in common was not looked at.
      """,
    remedy: """
      Name the entity that is meant with --entity (signpost inspect lists what the file has), or give a file that holds \
      it alone.
      """,
    references: [.metadata("2.3.1"), .awsExternalIdP],
    failing: [
      .claimed(.identityProvider, .severalEntities), .claimed(.serviceProvider, .severalEntities),
    ],
    passing: [
      .claimed(.identityProvider, .identityProvider()), .claimed(.serviceProvider, .serviceProvider()),
      // Nobody said whose it is.
      .severalEntities,
    ],
    check: .claimedSide { subject, findings in
      guard subject.verdict.role == .aggregate else { return }
      // One without any entity of the side has a rule of its own.
      let expected: String
      switch subject.expected {
      case .identityProvider where subject.verdict.holdsIdentityProvider:
        expected = "the identity provider's file is expected"
      case .serviceProvider where subject.verdict.holdsServiceProvider: expected = "AWS's file is expected"
      default: return
      }
      findings.report(
        "\(expected), and this one holds \(subject.verdict.entities) entities; none was chosen, and no pair was judged",
        at: .start)
    })
}
