import Markup
import SAML

/// Addresses that may be right although nothing that is known shows it.
extension ResponseRule {
  private static let laterACS = "https://us-east-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888"
  private static let unknownACS =
    "https://eusc-de-east-1.signin.amazonaws.eu/platform/saml/acs/11112222-3333-4444-5555-666677778888"

  static let addressUnconfirmed = ResponseRule(
    "RESP042", "address-unconfirmed", .warning, topic: .registration,
    summary: "The response names an address that may be this instance's, and nothing that was given confirms it",
    cause: """
      AWS's file is older than one of the instance's addresses, or was shortened; or no file was given, and the address \
      or the id in it has none of the known forms. A mistyped address looks the same.
      """,
    remedy: """
      Download the service provider metadata from IAM Identity Center again, and compare the address with that file, \
      character by character.
      """,
    references: [.awsMultiRegion, .awsTroubleshooting],
    failing: [
      .to(Scaffold.dualStackACS), .to(laterACS),
      .with(
        #" Destination="\#(Scaffold.acs)""#, "",
        and: (#"Recipient="\#(Scaffold.acs)""#, #"Recipient="«\#(unknownACS)»""#)
      ) { $0.consumers = nil },
      .to(String(Scaffold.acs.dropLast(6))) { $0.consumers = nil },
      .with(
        "<saml:Audience>\(Scaffold.issuer)<",
        "<saml:Audience>«https://eusc-de-east-1.signin.amazonaws.eu/platform/saml/d-1234567890»<"
      ) { $0.audience = nil },
    ],
    passing: [
      .good,
      .with(
        #"Destination="\#(Scaffold.acs)""#, #"Destination="\#(Scaffold.dualStackACS)""#,
        and: (#"Recipient="\#(Scaffold.acs)""#, #"Recipient="\#(Scaffold.dualStackACS)""#)
      ) { $0.consumers = nil },
      .with(
        "</saml:AudienceRestriction>",
        "<saml:Audience>https://signin.amazonaws.eu/platform/saml/d-1</saml:Audience></saml:AudienceRestriction>"
      ) { $0.audience = nil },
    ],
    check: .response { subject, findings in
      let destination = subject.response.destination
      if let destination, case .doubtful(let doubt) = subject.fit(ofConsumer: destination.value.collapsed) {
        findings.report("Destination \(destination.value.collapsed.quoted) \(doubt)", at: destination.spot)
      }
      for assertion in subject.response.assertions {
        let recipients = assertion.confirmations.filter(\.isBearer).compactMap(\.recipient)
        if let (recipient, doubt) = doubtful(recipients, { subject.fit(ofConsumer: $0.value.collapsed) }),
          recipient.value.collapsed != destination?.value.collapsed
        {
          findings.report("Recipient \(recipient.value.collapsed.quoted) \(doubt)", at: recipient.spot)
        }
        for restriction in assertion.audienceRestrictions {
          let audiences = restriction.filter { !$0.text.collapsed.isEmpty }
          guard let (audience, doubt) = doubtful(audiences, { subject.fit(ofAudience: $0.text.collapsed) }) else {
            continue
          }
          findings.report("Audience \(audience.text.collapsed.quoted) \(doubt)", at: audience.content)
        }
      }
    })

  /// The first place that is in doubt, unless another one certainly fits.
  private static func doubtful<Place>(_ places: [Place], _ fit: (Place) -> AddressFit) -> (Place, String)? {
    let fits = places.map(fit)
    guard !fits.contains(.exact) else { return nil }
    for case (let place, .doubtful(let doubt)) in zip(places, fits) { return (place, doubt) }
    return nil
  }
}

extension ResponseExample {
  /// The good response, brought to another address.
  fileprivate static func to(
    _ address: String, expecting change: (inout ResponseExpectation) -> Void = { _ in }
  ) -> ResponseExample {
    .with(
      #"Recipient="\#(Scaffold.acs)""#, #"Recipient="\#(address)""#,
      and: (#"Destination="\#(Scaffold.acs)""#, #"Destination="«\#(address)»""#), expecting: change)
  }
}
