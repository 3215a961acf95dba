import Markup
import Parties
import SAML

/// The message as a whole.
extension ResponseRule {
  static let notAResponse = ResponseRule(
    "RESP001", "another-message", .error, topic: .capture,
    summary: "The message is not a SAML response",
    cause: "Another request of the sign-in was copied, or a part of the response only.",
    remedy: """
      Open the browser's developer tools before the sign-in, keep the log, and copy the field SAMLResponse of the \
      request that is posted to the ACS URL.
      """,
    references: [.core("3.3.3"), .awsTroubleshooting],
    failing: [
      .message(#"<samlp:«AuthnRequest» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_request1"/>"#),
      .message(#"<saml:«Assertion» xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion1"/>"#),
    ],
    passing: [.good],
    check: .stranger { root, findings in
      let found =
        switch root {
        case _ where root.isNamed(.authnRequest):
          "it is AWS's request (AuthnRequest); the identity provider's answer comes one step later"
        case _ where root.isNamed(.assertion): "it is an assertion without the Response around it"
        case _ where root.isNamed(.encryptedAssertion): "it is an encrypted assertion without the Response around it"
        case _ where root.isNamed(.logoutRequest) || root.isNamed(.logoutResponse): "it is a message of sign-out"
        case _ where root.isNamed(.entityDescriptor) || root.isNamed(.entitiesDescriptor):
          "it is metadata: signpost validate judges that"
        case _ where root.foreignNamespace == "urn:oasis:names:tc:SAML:1.0:protocol": "it is a message of SAML 1"
        case _ where root.localName == "Envelope": "it is an envelope of SOAP, which no browser brings to AWS"
        default: "its outermost element is \(root.qualifiedName.quoted)"
        }
      findings.report("\(found)", at: root.localNameSpot)
    })

  static let responseUnreadable = ResponseRule(
    "RESP002", "response-unreadable", .error, topic: .capture,
    summary: "The response cannot be read",
    cause: "It was cut short or changed while it was copied; browsers' tools shorten long values when they show them.",
    remedy: "Copy the whole value of SAMLResponse again, without line breaks of your own.",
    references: [Reference("SAML 2.0 Bindings, section 3.5.4", Reference.bindingsURL), .awsTroubleshooting],
    failing: [.message("<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"><samlp:Status>")],
    passing: [.good], check: .unreadable)

  static let signInRefused = ResponseRule(
    "RESP003", "sign-in-refused", .error, topic: .assignment,
    summary: "The identity provider says that the sign-in did not succeed",
    cause: """
      The identity provider refused the person or the request; AWS has nothing to decide. The status codes and the \
      message say why, the provider's own log says more.
      """,
    remedy: "Read the identity provider's sign-in log for this time, and put right what it names.",
    references: [.core("3.2.2.2")],
    failing: [
      .with(Scaffold.success, "«urn:oasis:names:tc:SAML:2.0:status:Responder»", and: (Scaffold.assertion, "")),
      .with(
        #"<samlp:StatusCode Value="\#(Scaffold.success)"/>"#,
        """
        <samlp:StatusCode Value="«urn:oasis:names:tc:SAML:2.0:status:Requester»"><samlp:StatusCode \
        Value="urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy"/></samlp:StatusCode>
        """, and: (Scaffold.assertion, "")),
    ],
    passing: [.good],
    check: .response { subject, findings in
      guard let status = subject.response.status else {
        findings.report("the response has no Status", at: subject.response.element.tag)
        return
      }
      guard !status.isSuccess else { return }
      let codes = status.codes.map { ResponseStatusCode.name(of: $0.value.collapsed) }
      let meaning = status.codes.compactMap { ResponseStatusCode.meaning(of: $0.value.collapsed) }.last
      var text: GuardedText = "the status is \(codes.isEmpty ? "empty" : codes.joined(separator: ", "))"
      if let meaning { text = text + ": \(meaning)" }
      if let message = status.message?.text.collapsed, !message.isEmpty {
        text = text + "; the identity provider says: \(scanned: String(message.prefix(400)))"
      }
      findings.report(text, at: status.codes.first?.spot ?? status.element.tag)
    })

  static let otherVersion = ResponseRule(
    "RESP004", "saml-version-other", .error, topic: .application,
    summary: "The response says that it is of another version than SAML 2.0",
    cause: "The application was set up for SAML 1.1 or WS-Federation.",
    remedy: "Switch the application to SAML 2.0.",
    references: [.core("2.3.3"), .awsExternalIdP],
    failing: [.with(#"ID="_response1" Version="2.0""#, #"ID="_response1" Version="«1.1»""#)],
    passing: [.good],
    check: .response { subject, findings in
      let versions = [subject.response.version] + subject.response.assertions.map(\.version)
      for version in versions.compactMap(\.self) where version.value.collapsed != "2.0" {
        findings.report("Version is \(version.value.quoted), and AWS speaks 2.0", at: version.spot)
      }
    })

  static let responseIssuerDiffers = ResponseRule(
    "RESP005", "issuer-differs", .error, topic: .trust,
    summary: "The response comes from another issuer than the metadata that AWS was given",
    cause: """
      Another application or tenant of the identity provider answered, or the application was made anew since its \
      metadata was uploaded.
      """,
    remedy: "Use the application whose metadata AWS has, or upload the metadata of the one that answers.",
    references: [.core("2.2.5"), .profiles("4.1.4.2"), .awsExternalIdP],
    failing: [
      .with(
        "\">\(Scaffold.idpEntityID)<", "\">«http://www.okta.com/exk9another0example»<",
        and: (
          "<saml:Issuer>\(Scaffold.idpEntityID)<", "<saml:Issuer>http://www.okta.com/exk9another0example<"
        ))
    ],
    passing: [.good, .with("<saml:Issuer>", "<saml:Issuer>\n  ")],
    check: .response { subject, findings in
      guard let expected = subject.expectation.issuer else { return }
      for issuer in ([subject.response.issuer] + subject.response.assertions.map(\.issuer)).compactMap(\.self) {
        let found = issuer.text.collapsed
        guard found != expected, !found.isEmpty else { continue }
        let difference = TextDifference(expected: expected, found: found).map { ": \($0)" } ?? ""
        findings.report("Issuer \(found.quoted) is not \(expected.quoted)\(difference)", at: issuer.content)
      }
    })

  static let assertionIssuerMissing = ResponseRule(
    "RESP006", "issuer-missing", .error, topic: .registration,
    summary: "The assertion does not say who made it",
    cause: "The field for the issuer, or entity ID, of the identity provider is empty in its application.",
    remedy: "Fill in the field with the entityID of the metadata that AWS has.",
    references: [.core("2.3.3"), .profiles("4.1.4.2")],
    failing: [
      .with("<saml:Issuer>\(Scaffold.idpEntityID)</saml:Issuer>", "").marked(from: "<saml:Assertion", until: "\">")
    ],
    passing: [.good],
    check: .assertion { assertion, _, findings in
      guard assertion.issuer?.text.collapsed.isEmpty ?? true else { return }
      findings.report(
        "the assertion has no Issuer, or an empty one", at: (assertion.issuer ?? assertion.element).tag)
    })

  static let assertionMissing = ResponseRule(
    "RESP009", "assertion-missing", .error, topic: .application,
    summary: "The response says that the sign-in succeeded, and brings no assertion",
    cause: "The response was stripped on its way, or the identity provider failed after it had written the status.",
    remedy: "Capture the sign-in again. If nothing changes, look into the identity provider's log.",
    references: [.profiles("4.1.4.2"), .awsTroubleshooting],
    failing: [.with(Scaffold.assertion, "").marked(from: "<samlp:Response", until: "\">")],
    passing: [.good],
    check: .response { subject, findings in
      let response = subject.response
      guard response.status?.isSuccess == true, response.assertions.isEmpty, response.encryptedAssertions.isEmpty
      else { return }
      findings.report("there is no Assertion in the response", at: response.element.tag)
    })

  static let severalAssertions = ResponseRule(
    "RESP010", "several-assertions", .error, topic: .application,
    summary: "The response brings several assertions",
    cause: "The application sends an assertion of its own for attributes, or the message was forged.",
    remedy: "Have the identity provider send one assertion with everything in it.",
    references: [.awsTroubleshooting],
    failing: [
      .with(
        "</samlp:Response>",
        Scaffold.assertion.replacing("_assertion1", with: "_assertion2").replacing(
          "<saml:Assertion", with: "«<saml:Assertion"
        )
        .replacing(#"2.0" IssueInstant="2026-11-20T23:59:30Z">"#, with: #"2.0" IssueInstant="2026-11-20T23:59:30Z">»"#)
          + "</samlp:Response>")
    ],
    passing: [.good],
    check: .response { subject, findings in
      let all = subject.response.assertions.map(\.element) + subject.response.encryptedAssertions
      guard all.count > 1 else { return }
      findings.report("there are \(all.count) assertions, and AWS takes exactly one", at: all[1].tag)
    })

  static let assertionEncrypted = ResponseRule(
    "RESP011", "assertion-encrypted", .error, topic: .application,
    summary: "The assertion, or the NameID in it, is encrypted",
    cause: "Encryption is switched on for the application; AWS has no key to read it with.",
    remedy: "Switch off the encryption of assertions for this application.",
    references: [.awsExternalIdP, .awsTroubleshooting],
    failing: [
      .with(Scaffold.assertion, "«<saml:EncryptedAssertion>»</saml:EncryptedAssertion>"),
      .with(Scaffold.nameID, "«<saml:EncryptedID>»</saml:EncryptedID>"),
    ],
    passing: [.good],
    check: .response { subject, findings in
      for element in subject.response.encryptedAssertions {
        findings.report("the assertion is encrypted, and AWS cannot read it", at: element.tag)
      }
      for element in subject.response.assertions.compactMap(\.encryptedID) {
        findings.report("the NameID is encrypted, and AWS cannot read it", at: element.tag)
      }
    })

  static let responseTooLong = ResponseRule(
    "RESP040", "assertion-too-long", .error, topic: .assignment,
    summary: "The assertion has more than 50,000 characters",
    cause: "The application sends the names of all groups of a person as attributes.",
    remedy: "Send no groups in the assertion: AWS takes groups from provisioning only.",
    references: [.awsLimits],
    failing: [
      .with(
        "<!-- attributes -->", Scaffold.attributes(Scaffold.attribute("groups", String(repeating: "g", count: 50_000)))
      ).marked(from: "<saml:Assertion", until: "\">")
    ],
    passing: [
      .with(
        "<!-- attributes -->", Scaffold.attributes(Scaffold.attribute("groups", String(repeating: "g", count: 40_000))))
    ],
    check: .assertion { assertion, _, findings in
      let text = String(decoding: assertion.element.tree.source(of: assertion.element.range), as: UTF8.self)
      let count = text.unicodeScalars.count
      let limit = AWSLimits.assertionCharacters
      guard count > limit else { return }
      findings.report("the assertion has \(count) characters, and AWS takes \(limit)", at: assertion.element.tag)
    })
}

extension Reference {
  static let bindingsURL = "https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf"
  static let awsLimits = aws("Quotas", "limits")
}

extension Element {
  /// The name without its prefix, to point at.
  fileprivate var localNameSpot: Spot {
    Spot(tree, SourceRange(nameRange.upperBound - localName.utf8.count, nameRange.upperBound))
  }
}
