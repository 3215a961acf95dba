import Markup
import Parties
import SAML

extension Rule {
  static let sameEntity = Rule(
    "PAIR001", "same-entity-twice", .error,
    summary: "Both files have the same entityID",
    why:
      "The two sides of a trust are different entities. One file was given twice, or one side uses the other's entityID.",
    remedy:
      "Give the identity provider's file and AWS's file; if you did, correct the entityID at the identity provider.",
    references: [.metadata("2.3.2")],
    failing: [
      .pair(
        .identityProvider(entity: "entityID=\"«\(Scaffold.issuer)»\""), .serviceProvider())
    ],
    passing: [.pair(.identityProvider(), .serviceProvider())],
    check: .pair { pair, findings in
      guard let idp = pair.identityProvider.entity.entityID, let sp = pair.serviceProvider.entity.entityID,
        idp.value.collapsed == sp.value.collapsed
      else { return }
      findings.report(
        "the identity provider has the entityID of the service provider", at: idp.spot,
        related: [(.spot(sp.spot), "the service provider's entityID")])
    })

  static let otherSidesFile = Rule(
    "PAIR003", "other-sides-file", .error,
    summary: "A file that was given as one side's is the other side's, or somebody else's",
    why: """
      Each console needs the other side's file: AWS's goes to the identity provider, the identity provider's goes to \
      AWS. Neither can use its own.
      """,
    remedy: "Swap the two files, or download the one that is missing.",
    references: [.awsExternalIdP],
    failing: [
      .claimed(.identityProvider, .serviceProvider(entity: "entityID=\"«\(Scaffold.issuer)»\"")),
      .claimed(
        .serviceProvider, .identityProvider(entity: #"entityID="«http://www.okta.com/exk1fixture0example1»""#)),
      // An AD FS is a service provider too.
      .claimed(
        .serviceProvider,
        .identityProvider(
          entity: #"entityID="«https://idp.example»""#,
          after: "<md:SPSSODescriptor \(Scaffold.protocols)>\(Scaffold.consumer("https://idp.example/acs"))"
            + "</md:SPSSODescriptor>"
        )),
    ],
    passing: [
      .claimed(.identityProvider, .identityProvider()), .claimed(.serviceProvider, .serviceProvider()),
      // AWS as the identity provider of an application, which has a rule of its own.
      .claimed(
        .serviceProvider,
        .identityProvider(
          entity: #"entityID="https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTExMTExMTExMTExX2lucy0xMjM0""#
        )),
    ],
    check: .claimedSide { subject, findings in
      guard !subject.verdict.findings.contains(where: { $0.rule.id == Rule.wrongDirection.id }) else { return }
      let role = subject.verdict.role
      let place = subject.verdict.onlyEntity?.entityID?.spot ?? subject.verdict.onlyEntity?.element.tag
      let message: String
      switch (subject.expected, role) {
      case (.identityProvider, .serviceProvider):
        message =
          subject.verdict.isAWS
          ? "this is AWS's file; expected the identity provider's"
          : "this is a service provider's file; expected the identity provider's"
      case (.serviceProvider, .identityProvider):
        message = "this is an identity provider's file; expected AWS's"
      case (.serviceProvider, .serviceProvider) where !subject.verdict.isAWS:
        message = "this is the file of another service provider, and AWS's is expected"
      case (.serviceProvider, .both) where !subject.verdict.isAWS:
        message =
          "this is an identity provider's file, and the service provider in it is another one; expected AWS's"
      case (.serviceProvider, .aggregate) where !subject.verdict.holdsServiceProvider:
        message = "none of the \(subject.verdict.entities) entities is a service provider; expected AWS's file"
      case (.identityProvider, .aggregate) where !subject.verdict.holdsIdentityProvider:
        message =
          "none of the \(subject.verdict.entities) entities is an identity provider; expected the identity provider's file"
      default: return
      }
      findings.report(message, at: place.map(Findings.Place.spot) ?? .start)
    })
}
