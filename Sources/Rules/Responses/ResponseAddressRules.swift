import Markup
import Parties
import SAML

/// For whom the response is.
extension ResponseRule {
  private static let otherACS = "https://eu-west-1.signin.aws/platform/saml/acs/99992222-3333-4444-5555-666677778888"

  static let destinationDiffers = ResponseRule(
    "RESP007", "destination-differs", .error, topic: .registration,
    summary: "The response was sent to another address than an ACS URL of this IAM Identity Center",
    cause: """
      The field for the ACS URL (Reply URL, Single sign-on URL) is empty, is that of another instance, or the \
      application is the one for IAM federation.
      """,
    remedy: "Copy the ACS URL from IAM Identity Center into the application, character by character.",
    references: [.awsTroubleshooting, .awsMultiRegion],
    failing: [
      .with(#"Destination="\#(Scaffold.acs)""#, #"Destination="«\#(otherACS)»""#),
      .with(#"Destination="\#(Scaffold.acs)""#, #"Destination="«https://signin.aws.amazon.com/saml»""#),
      .with(#"Destination="\#(Scaffold.acs)""#, #"Destination="«https://signin.aws.amazon.com/saml»""#) {
        $0.consumers = nil
      },
      // The digits in front of the id are part of the address.
      .with(
        #"Destination="\#(Scaffold.acs)""#,
        #"Destination="«https://eu-west-1.signin.aws/platform/saml/acs/4455422d11112222-3333-4444-5555-666677778888»""#),
    ],
    passing: [.good, .with(#"Destination="\#(Scaffold.acs)""#, #"Destination="\#(otherACS)""#) { $0.consumers = nil }],
    check: .response { subject, findings in
      guard let destination = subject.response.destination else { return }
      let found = destination.value.collapsed
      guard let misfit = subject.misfit(ofConsumer: found) else { return }
      findings.report("Destination \(found.quoted) \(misfit)", at: destination.spot)
    })

  static let destinationMissing = ResponseRule(
    "RESP008", "destination-missing", .warning, topic: .registration,
    summary: "The response does not say where it was to be brought",
    cause: "The identity provider leaves Destination out; the standard demands it of a signed response.",
    remedy: "Look whether the application has a field for Destination, and enter the ACS URL.",
    references: [Reference("SAML 2.0 Bindings, section 3.5.5.2", Reference.bindingsURL)],
    failing: [
      .with(
        """
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
        xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_response1" Version="2.0" \
        IssueInstant="2026-11-20T23:59:30Z" Destination="\(Scaffold.acs)" InResponseTo="_request1">
        """,
        """
        «<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
        xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_response1" Version="2.0" \
        IssueInstant="2026-11-20T23:59:30Z" InResponseTo="_request1">»
        """)
    ],
    passing: [.good],
    check: .response { subject, findings in
      guard subject.response.destination == nil else { return }
      findings.report("the response has no Destination", at: subject.response.element.tag)
    })

  static let audienceDiffers = ResponseRule(
    "RESP024", "audience-differs", .error, topic: .registration,
    summary: "The assertion is for another audience than this IAM Identity Center",
    cause: """
      The field for the audience (SP entity ID, Identifier) holds the issuer URL of another instance, the ACS URL, or \
      the value of IAM federation.
      """,
    remedy: "Copy the issuer URL from IAM Identity Center into the application, character by character.",
    references: [.core("2.5.1.4"), .profiles("4.1.4.2")],
    failing: [
      .with("<saml:Audience>\(Scaffold.issuer)<", "<saml:Audience>«urn:amazon:webservices»<"),
      .with("<saml:Audience>\(Scaffold.issuer)<", "<saml:Audience>«\(Scaffold.issuer)/»<"),
      .with("<saml:Audience>\(Scaffold.issuer)<", "<saml:Audience>«\(Scaffold.acs)»<") { $0.audience = nil },
      .with(
        "</saml:AudienceRestriction>",
        """
        </saml:AudienceRestriction><saml:AudienceRestriction><saml:Audience>«https://other.example»</saml:Audience>\
        </saml:AudienceRestriction>
        """),
    ],
    passing: [
      .good,
      .with(
        "</saml:AudienceRestriction>", "<saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction>"
      ),
      .with("</saml:AudienceRestriction>", "</saml:AudienceRestriction>\(Scaffold.audience)"),
    ],
    check: .assertion { assertion, subject, findings in
      // One audience that fits is enough, in each restriction.
      for restriction in assertion.audienceRestrictions {
        let audiences = restriction.filter { !$0.text.collapsed.isEmpty }
        let misfits = audiences.compactMap { audience in
          subject.misfit(ofAudience: audience.text.collapsed).map { (audience, $0) }
        }
        guard misfits.count == audiences.count, let (audience, misfit) = misfits.first else { continue }
        findings.report("Audience \(audience.text.collapsed.quoted) \(misfit)", at: audience.content)
      }
    })

  static let audienceMissing = ResponseRule(
    "RESP025", "audience-missing", .warning, topic: .registration,
    summary: "The assertion does not say for whom it is",
    cause: "The field for the audience (SP entity ID, Identifier) is empty in the application.",
    remedy: "Copy the issuer URL from IAM Identity Center into the application.",
    references: [.profiles("4.1.4.2")],
    failing: [
      .with(
        #"<saml:Conditions NotBefore="2026-11-20T23:54:30Z" NotOnOrAfter="2026-11-21T00:04:30Z">"#,
        #"«<saml:Conditions NotBefore="2026-11-20T23:54:30Z" NotOnOrAfter="2026-11-21T00:04:30Z">»"#,
        and: (Scaffold.audience, ""))
    ],
    passing: [.good],
    check: .assertion { assertion, _, findings in
      guard assertion.audiences.allSatisfy({ $0.text.collapsed.isEmpty }) else { return }
      findings.report("the assertion names no Audience", at: (assertion.conditions ?? assertion.element).tag)
    })

  static let recipientDiffers = ResponseRule(
    "RESP026", "recipient-differs", .error, topic: .registration,
    summary: "The assertion may only be brought to another address than an ACS URL of this IAM Identity Center",
    cause: "The field for the recipient, or for the ACS URL, holds another address in the application.",
    remedy: "Enter the ACS URL of IAM Identity Center as recipient too, where the application has a field of its own.",
    references: [.profiles("4.1.4.2"), .awsTroubleshooting],
    failing: [.with(#"Recipient="\#(Scaffold.acs)""#, #"Recipient="«\#(otherACS)»""#)],
    passing: [
      .good,
      // The same mistake as in Destination is one finding.
      .with(
        #"Recipient="\#(Scaffold.acs)""#, #"Recipient="\#(otherACS)""#,
        and: (#"Destination="\#(Scaffold.acs)""#, #"Destination="\#(otherACS)""#)),
    ],
    check: .assertion { assertion, subject, findings in
      let recipients = assertion.confirmations.filter(\.isBearer).compactMap(\.recipient)
      let misfits = recipients.compactMap { recipient in
        subject.misfit(ofConsumer: recipient.value.collapsed).map { (recipient, $0) }
      }
      guard misfits.count == recipients.count, let (recipient, misfit) = misfits.first,
        recipient.value.collapsed != subject.response.destination?.value.collapsed
      else { return }
      findings.report("Recipient \(recipient.value.collapsed.quoted) \(misfit)", at: recipient.spot)
    })

  static let confirmationIncomplete = ResponseRule(
    "RESP027", "bearer-confirmation-incomplete", .error, topic: .application,
    summary: "Nothing in the assertion lets the browser that brings it count as its subject",
    cause: "The application is not set up for sign-in with a browser, or its template was edited.",
    remedy: """
      Send a SubjectConfirmation with the method bearer, whose data name a Recipient and a NotOnOrAfter and no NotBefore.
      """,
    references: [.profiles("4.1.4.2")],
    failing: [
      .with(
        "<saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\">",
        """
        «<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:sender-vouches">»
        """),
      .with(
        Scaffold.confirmationData,
        #"«<saml:SubjectConfirmationData InResponseTo="_request1" Recipient="\#(Scaffold.acs)"/>»"#),
    ],
    passing: [.good],
    check: .assertion { assertion, _, findings in
      let bearers = assertion.confirmations.filter(\.isBearer)
      guard let bearer = bearers.first else {
        let place = assertion.confirmations.first?.element ?? assertion.element
        findings.report("there is no SubjectConfirmation with the method bearer", at: place.tag)
        return
      }
      guard !bearers.contains(where: { $0.complaint == nil }), let complaint = bearer.complaint else { return }
      findings.report("\(complaint)", at: (bearer.data ?? bearer.element).tag)
    })

  static let requestDiffers = ResponseRule(
    "RESP028", "request-differs", .error, topic: .capture,
    summary: "The response and the assertion in it answer different requests",
    cause: "Parts of two sign-ins were put together, by a cache, by the Back button or by somebody.",
    remedy: "Close the browser, and sign in again from the access portal in a private window.",
    references: [.profiles("4.1.4.2")],
    failing: [
      .with(
        #"<saml:SubjectConfirmationData InResponseTo="_request1""#,
        #"<saml:SubjectConfirmationData InResponseTo="«_request9»""#)
    ],
    passing: [.good, .with(" InResponseTo=\"_request1\">", ">")],
    check: .assertion { assertion, subject, findings in
      for confirmation in assertion.confirmations.filter(\.isBearer) {
        // A response that leaves out what its assertion says contradicts nothing.
        guard let inner = confirmation.inResponseTo, let outer = subject.response.inResponseTo,
          inner.value != outer.value
        else { continue }
        findings.report(
          "InResponseTo is \(inner.value.quoted), and that of the response \(outer.value.quoted)", at: inner.spot)
      }
    })

  static let startedAtProvider = ResponseRule(
    "RESP029", "started-at-provider", .note, topic: .capture,
    summary: "The sign-in began at the identity provider and not at AWS",
    cause: "Somebody chose the tile of the application, or a button that tests it.",
    remedy: """
      AWS takes such responses. Where only these fail, sign in from the access portal: the test of Google's Admin \
      console ends with an error although all is well.
      """,
    references: [.profiles("4.1.5"), .awsExternalIdP],
    failing: [
      .with(
        " InResponseTo=\"_request1\">", ">", and: ("InResponseTo=\"_request1\" Recipient", "Recipient")
      ).marked(from: "<samlp:Response", until: "\(Scaffold.acs)\">")
    ],
    passing: [.good],
    check: .response { subject, findings in
      let response = subject.response
      guard response.status?.isSuccess == true, response.inResponseTo == nil,
        !response.assertions.contains(where: { $0.confirmations.contains { $0.inResponseTo != nil } })
      else { return }
      findings.report("the response answers no request: there is no InResponseTo", at: response.element.tag)
    })
}

extension SubjectConfirmation {
  /// What a bearer's confirmation lacks; nil where it lacks nothing.
  fileprivate var complaint: String? {
    if data == nil { return "the bearer's confirmation has no SubjectConfirmationData" }
    if recipient == nil { return "the bearer's confirmation names no Recipient" }
    if notOnOrAfter == nil { return "the bearer's confirmation names no NotOnOrAfter" }
    if notBefore != nil { return "the bearer's confirmation has a NotBefore, which the standard forbids" }
    return nil
  }
}
