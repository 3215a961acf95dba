import Markup
import Parties
import SAML

/// For whom the response is.
extension ResponseRule {
  private static let otherACS = "https://eu-west-1.signin.aws/platform/saml/acs/99992222-3333-4444-5555-666677778888"
  private static let otherRequest = Scaffold.confirmationData.replacing("_request1", with: "_request8")

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
    passing: [
      .good,
      .with(
        #"Destination="\#(Scaffold.acs)""#, #"Destination="\#(otherACS)""#,
        and: (#"Recipient="\#(Scaffold.acs)""#, #"Recipient="\#(otherACS)""#)
      ) { $0.consumers = nil },
    ],
    check: .response { subject, findings in
      guard let destination = subject.response.destination else { return }
      let found = destination.value.collapsed
      guard let misfit = subject.misfit(ofConsumer: found) else { return }
      findings.report("Destination \(found.quoted) \(misfit)", at: destination.spot)
    })

  static let destinationMissing = ResponseRule(
    "RESP008", "destination-missing", .warning, topic: .registration,
    summary: "The response is signed, and does not say where it was to be brought",
    cause: """
      The identity provider leaves Destination out. The standard demands it where the response itself is signed, and not \
      only the assertion in it.
      """,
    remedy: "Look whether the application has a field for Destination, and enter the ACS URL.",
    references: [Reference("SAML 2.0 Bindings, section 3.5.5.2", Reference.bindingsURL)],
    failing: [
      .with(
        #" Destination="\#(Scaffold.acs)""#, "",
        and: ("<samlp:Status>", Scaffold.signature(references: Scaffold.reference("#_response1")) + "<samlp:Status>")
      ).marked(from: "<samlp:Response", until: "\">")
    ],
    // Of a response whose assertion alone is signed nobody demands one.
    passing: [.good, .with(#" Destination="\#(Scaffold.acs)""#, "")],
    check: .response { subject, findings in
      let response = subject.response
      guard response.destination == nil, !response.signatures.isEmpty else { return }
      findings.report("the response is signed, and has no Destination", at: response.element.tag)
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

  static let recipientNotDestination = ResponseRule(
    "RESP043", "recipient-not-destination", .error, topic: .registration,
    summary: "The response and the assertion in it are for different addresses",
    cause: """
      The application has one field for the destination and another one for the recipient, and they hold different ACS \
      URLs; or parts of two sign-ins were put together. Both have to be the address to which the browser brought the \
      response.
      """,
    remedy: "Enter the same ACS URL of IAM Identity Center in both fields.",
    references: [.core("3.2.2"), .profiles("4.1.4.3"), .awsTroubleshooting],
    failing: [
      .with(
        #"Destination="\#(Scaffold.acs)""#, #"Destination="\#(Scaffold.dualStackACS)""#,
        and: (#"Recipient="\#(Scaffold.acs)""#, #"Recipient="«\#(Scaffold.acs)»""#)
      ) { $0.consumers = [Scaffold.acs, Scaffold.dualStackACS] },
      .with(
        #"Destination="\#(Scaffold.acs)""#, #"Destination="\#(otherACS)""#,
        and: (#"Recipient="\#(Scaffold.acs)""#, #"Recipient="«\#(Scaffold.acs)»""#)
      ) { $0.consumers = nil },
    ],
    passing: [
      .good, .with(#" Destination="\#(Scaffold.acs)""#, ""),
      .with(#"Recipient="\#(Scaffold.acs)""#, #"Recipient=" \#(Scaffold.acs)""#),
      // That one of the two is no address of AWS's is said already.
      .with(#"Destination="\#(Scaffold.acs)""#, #"Destination="\#(otherACS)""#),
      .with(#"Recipient="\#(Scaffold.acs)""#, #"Recipient="\#(otherACS)""#),
      // One confirmation that fits is enough.
      .with(
        "<saml:SubjectConfirmation ",
        Scaffold.bearer(Scaffold.confirmationData.replacing(Scaffold.acs, with: Scaffold.dualStackACS))
          + "<saml:SubjectConfirmation "
      ) { $0.consumers = [Scaffold.acs, Scaffold.dualStackACS] },
    ],
    check: .assertion { assertion, subject, findings in
      guard let destination = subject.response.destination?.value.collapsed,
        subject.misfit(ofConsumer: destination) == nil
      else { return }
      let recipients = assertion.confirmations.filter(\.isBearer).compactMap(\.recipient)
      guard !recipients.contains(where: { $0.value.collapsed == destination }),
        let recipient = recipients.first(where: { subject.misfit(ofConsumer: $0.value.collapsed) == nil })
      else { return }
      let found = recipient.value.collapsed
      let place = TextDifference(expected: destination, found: found).map {
        "; they differ first at character \($0.position)"
      }
      findings.report(
        "Recipient is \(found.quoted), and Destination \(destination.quoted)\(place ?? "")", at: recipient.spot)
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
        #"<saml:SubjectConfirmationData InResponseTo="«_request9»""#),
      .with(
        #"<saml:SubjectConfirmationData InResponseTo="_request1""#,
        #"<saml:SubjectConfirmationData InResponseTo="«_request9»""#,
        and: ("</saml:Subject>", Scaffold.bearer(otherRequest) + "</saml:Subject>")),
    ],
    passing: [
      .good, .with(" InResponseTo=\"_request1\">", ">"),
      // One confirmation that fits is enough.
      .with("</saml:Subject>", Scaffold.bearer(otherRequest) + "</saml:Subject>"),
      .with("<saml:SubjectConfirmation ", Scaffold.bearer(otherRequest) + "<saml:SubjectConfirmation "),
    ],
    check: .assertion { assertion, subject, findings in
      // A response that leaves out what its assertion says contradicts nothing, nor does the assertion.
      guard let outer = subject.response.inResponseTo else { return }
      let bearers = assertion.confirmations.filter(\.isBearer)
      let others = bearers.compactMap(\.inResponseTo).filter { $0.value != outer.value }
      guard others.count == bearers.count, let inner = others.first else { return }
      findings.report(
        "InResponseTo is \(inner.value.quoted), and that of the response \(outer.value.quoted)", at: inner.spot)
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

  static let valuePadded = ResponseRule(
    "RESP044", "value-padded", .warning, topic: .registration,
    summary: "An issuer, an audience or an address in the response has white space around it",
    cause: """
      A blank or a line break was typed or pasted into a field of the application, or a tool formatted the message after \
      it was captured. Most software compares these values character by character.
      """,
    remedy: "Remove the white space from the field in the application.",
    references: [.core("2.2.5"), .core("2.5.1.4"), .profiles("4.1.4.2")],
    failing: [
      .with("<saml:Issuer>\(Scaffold.idpEntityID)<", "<saml:Issuer>« \(Scaffold.idpEntityID)\n»<"),
      .with("<saml:Audience>\(Scaffold.issuer)<", "<saml:Audience>«\n\(Scaffold.issuer)»<"),
      .with("<saml:Audience>\(Scaffold.issuer)<", "<saml:Audience>«\(Scaffold.issuer) »<") { $0.audience = nil },
      .with(#"Destination="\#(Scaffold.acs)""#, #"Destination="«\#(Scaffold.acs) »""#),
      .with(#"Recipient="\#(Scaffold.acs)""#, #"Recipient="« \#(Scaffold.acs)»""#),
    ],
    passing: [
      .good,
      // One audience, and one recipient, that fits is enough.
      .with(
        "</saml:AudienceRestriction>",
        "<saml:Audience>\(Scaffold.issuer) </saml:Audience></saml:AudienceRestriction>"),
      .with(
        "</saml:Subject>",
        Scaffold.bearer(Scaffold.confirmationData.replacing(Scaffold.acs, with: Scaffold.acs + " "))
          + "</saml:Subject>"),
    ],
    check: .response { subject, findings in
      let response = subject.response
      func report(_ name: String, _ text: String, at spot: Spot) {
        guard text.isPadded else { return }
        findings.report("there is white space around the \(name), or in it", at: spot)
      }
      for issuer in ([response.issuer] + response.assertions.map(\.issuer)).compactMap(\.self) {
        report("Issuer", issuer.text, at: issuer.inside)
      }
      if let destination = response.destination { report("Destination", destination.value, at: destination.spot) }
      for assertion in response.assertions {
        let recipients = assertion.confirmations.filter(\.isBearer).compactMap(\.recipient)
        if !recipients.contains(where: { !$0.value.isPadded && subject.misfit(ofConsumer: $0.value) == nil }) {
          for recipient in recipients { report("Recipient", recipient.value, at: recipient.spot) }
        }
        for audiences in assertion.audienceRestrictions
        where !audiences.contains(where: { !$0.text.isPadded && subject.misfit(ofAudience: $0.text) == nil }) {
          for audience in audiences { report("Audience", audience.text, at: audience.inside) }
        }
      }
    })
}

extension String {
  /// Whether there is white space around the text, or more of it in the text than one blank between two words.
  fileprivate var isPadded: Bool { !collapsed.isEmpty && self != collapsed }
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
