import Markup
import SAML

/// When the response may be used.
extension ResponseRule {
  /// How far a clock may be ahead before it is reported; which difference AWS forgives is not documented.
  private static let tolerance: Int64 = 300
  private static let confirmationEnd = #"NotOnOrAfter="2026-11-21T00:04:30Z"/>"#

  static let notYetUsable = ResponseRule(
    "RESP030", "not-usable-yet", .error, topic: .capture,
    summary: "The response is from the future",
    cause: "The clock of the identity provider is fast, or that of this computer is slow.",
    remedy: "Set the identity provider's clock by NTP; compare both with a clock that is right.",
    references: [.core("2.5.1.2"), .awsTroubleshooting],
    failing: [
      .with(
        #"IssueInstant="2026-11-20T23:59:30Z" Destination"#, #"IssueInstant="«2026-11-21T00:20:00Z»" Destination"#),
      .with(
        #"NotBefore="2026-11-20T23:54:30Z""#, #"NotBefore="«2026-11-21T00:06:00Z»""#,
        and: (
          #" NotOnOrAfter="2026-11-21T00:04:30Z">"#, #" NotOnOrAfter="2026-11-21T00:14:30Z">"#
        )),
    ],
    passing: [
      .good,
      .with(#"IssueInstant="2026-11-20T23:59:30Z" Destination"#, #"IssueInstant="2026-11-21T00:03:00Z" Destination"#),
    ],
    check: .response { subject, findings in
      let assertions = subject.response.assertions
      let issued = [subject.response.issueInstant] + assertions.map(\.issueInstant)
      let begun = assertions.map { $0.conditions?.attribute("NotBefore") }
      let future = (issued + begun).compactMap(\.self).compactMap { attribute in
        attribute.time.map { (attribute, $0) }
      }.filter { $0.1.seconds - subject.now.seconds > tolerance }
      // One clock gives one finding.
      guard let (attribute, time) = future.first else { return }
      findings.report(
        "\(attribute.localName) \(time.description) is \(time.distance(from: subject.now))", at: attribute.spot)
    })

  static let validityPassed = ResponseRule(
    "RESP031", "validity-passed", .note, topic: .capture,
    summary: "The time in which the response, or the session that it opens, could be used is over",
    cause: """
      A response is good for some minutes, so that one that was kept is always past. If it was captured just now, the \
      identity provider's clock is slow by about this time.
      """,
    remedy: "Nothing, unless it was captured just now; then set the identity provider's clock by NTP.",
    references: [.core("2.5.1.2"), .awsTroubleshooting],
    failing: [
      .with(#"Z" NotOnOrAfter="2026-11-21T00:04:30Z">"#, #"Z" NotOnOrAfter="«2026-11-20T23:59:50Z»">"#),
      .with(Scaffold.sessionBegin, #"\#(Scaffold.sessionBegin) SessionNotOnOrAfter="«2026-11-20T23:59:50Z»""#),
    ],
    passing: [
      .good, .with(Scaffold.sessionBegin, #"\#(Scaffold.sessionBegin) SessionNotOnOrAfter="2026-11-21T08:00:00Z""#),
    ],
    check: .response { subject, findings in
      let assertions = subject.response.assertions
      let ends =
        assertions.compactMap { $0.conditions?.attribute("NotOnOrAfter") }
        + assertions.flatMap { $0.confirmations.compactMap(\.notOnOrAfter) }
      let past = ends.compactMap { attribute in attribute.time.map { (attribute, $0) } }.filter { $0.1 <= subject.now }
      if let (attribute, time) = past.min(by: { $0.1 < $1.1 }) {
        findings.report(
          "it could be used until \(time.description), \(time.distance(from: subject.now))", at: attribute.spot)
        return
      }
      let sessions = assertions.flatMap(\.sessions).filter { $0.end <= subject.now && $0.begin < $0.end }
      guard let session = sessions.min(by: { $0.end < $1.end }) else { return }
      findings.report(
        "the session could last until \(session.end.description), \(session.end.distance(from: subject.now))",
        at: session.attribute.spot)
    })

  static let validityEmpty = ResponseRule(
    "RESP032", "validity-empty", .error, topic: .application,
    summary: "The response can be used at no time at all, or its session is over before it begins",
    cause: """
      A lifetime of zero, or one in the wrong unit, is set in the application, or a clock jumped. AWS ends the session of \
      the access portal at SessionNotOnOrAfter, if its own setting does not end it earlier.
      """,
    remedy: """
      Set the assertion's lifetime to some minutes, such as five, and that of the session to some hours; or have \
      SessionNotOnOrAfter left out.
      """,
    references: [.core("2.5.1.2"), .core("2.7.2"), .aws("Understanding authentication sessions", "authconcept")],
    failing: [
      .with(Scaffold.sessionBegin, #"\#(Scaffold.sessionBegin) SessionNotOnOrAfter="«2026-11-20T23:00:00Z»""#),
      .with(Scaffold.sessionBegin, #"\#(Scaffold.sessionBegin) SessionNotOnOrAfter="«2026-11-20T23:59:30Z»""#),
      .with(
        #"<saml:Conditions NotBefore="2026-11-20T23:54:30Z" NotOnOrAfter="2026-11-21T00:04:30Z">"#,
        #"<saml:Conditions NotBefore="2026-11-20T23:54:30Z" NotOnOrAfter="«2026-11-20T23:54:30Z»">"#),
      // Over before it was made.
      .with(#"Z" NotOnOrAfter="2026-11-21T00:04:30Z">"#, #"Z" NotOnOrAfter="«2026-11-20T23:58:00Z»">"#),
      .with(confirmationEnd, #"NotOnOrAfter="«2026-11-20T18:04:30Z»"/>"#),
      .with(confirmationEnd, #"NotOnOrAfter="«2026-11-20T23:59:30Z»"/>"#),
      // One mistake is one finding.
      .with(
        confirmationEnd, #"NotOnOrAfter="2026-11-20T23:59:30Z"/>"#,
        and: (#"Z" NotOnOrAfter="2026-11-21T00:04:30Z">"#, #"Z" NotOnOrAfter="«2026-11-20T23:59:30Z»">"#)),
    ],
    passing: [
      .good, .with(Scaffold.sessionBegin, #"\#(Scaffold.sessionBegin) SessionNotOnOrAfter="2026-11-21T08:00:00Z""#),
      // They signed in some hours before.
      .with(
        Scaffold.sessionBegin, #"AuthnInstant="2026-11-20T17:00:00Z" SessionNotOnOrAfter="2026-11-21T01:00:00Z""#),
      // One confirmation that can be used is enough.
      .with(
        "</saml:Subject>",
        Scaffold.bearer(Scaffold.confirmationData.replacing("2026-11-21T00", with: "2026-11-20T18")) + "</saml:Subject>"
      ),
    ],
    check: .assertion { assertion, _, findings in
      for session in assertion.sessions where session.end <= session.begin {
        findings.report(
          "the session ends at \(session.end.description), and begins at \(session.begin.description)",
          at: session.attribute.spot)
      }
      let bearers = assertion.confirmations.filter { $0.isBearer && $0.notOnOrAfter != nil }
      let over = bearers.compactMap { assertion.emptySpan(from: $0.notBefore, until: $0.notOnOrAfter) }
      let conditions = assertion.emptySpan(
        from: assertion.conditions?.attribute("NotBefore"), until: assertion.conditions?.attribute("NotOnOrAfter"))
      for span in [conditions, over.count == bearers.count ? over.first : nil].compactMap(\.self) {
        findings.report(
          "the time ends at \(span.last.description), and begins at \(span.first.description)", at: span.end.spot)
      }
    })

  static let timeUnreadable = ResponseRule(
    "RESP033", "time-unreadable", .error, topic: .application,
    summary: "A time in the response is not written as the standard demands",
    cause: "A template of the application writes local time, or another form.",
    remedy: "Have times written in UTC, such as 2026-11-21T00:00:00Z.",
    references: [.core("1.3.3")],
    failing: [
      .with(#"IssueInstant="2026-11-20T23:59:30Z" Destination"#, #"IssueInstant="«21.11.2026 00:59»" Destination"#),
      .with(#"IssueInstant="2026-11-20T23:59:30Z" Destination"#, #"IssueInstant="«2026-11-20T23:59:30»" Destination"#),
    ],
    passing: [
      .good,
      .with(
        #"IssueInstant="2026-11-20T23:59:30Z" Destination"#, #"IssueInstant="2026-11-20T23:59:30.123Z" Destination"#),
    ],
    check: .response { subject, findings in
      let assertions = subject.response.assertions
      var times = [subject.response.issueInstant] + assertions.map(\.issueInstant)
      for assertion in assertions {
        times += [assertion.conditions?.attribute("NotBefore"), assertion.conditions?.attribute("NotOnOrAfter")]
        times += assertion.confirmations.map(\.notOnOrAfter)
        times += assertion.authnStatements.flatMap {
          [$0.attribute("AuthnInstant"), $0.attribute("SessionNotOnOrAfter")]
        }
      }
      for time in times.compactMap(\.self) {
        let reading = Instant.read(time.value.collapsed)
        guard reading.problem != nil else { continue }
        let missing = reading.problem == .noZone ? "; the Z, or another zone, is missing" : ""
        findings.report("\(time.localName) is \(time.value.quoted)\(missing)", at: time.spot)
      }
    })

  static let signedByEndedCertificate = ResponseRule(
    "RESP041", "signed-by-ended-certificate", .warning, topic: .trust,
    summary: "The certificate that signs had ended when the response was made",
    cause: """
      The identity provider goes on signing with a certificate whose time is over. AWS needs a valid one; what it does \
      with a signature once the certificate has ended is not documented.
      """,
    remedy: """
      Create a new signing certificate at the identity provider, import it in IAM Identity Center (Manage \
      authentication), and make it the active one.
      """,
    references: [.awsCertificates, .awsExpiry],
    failing: [
      .with(ExampleCertificates.good, "«\(ExampleCertificates.expired)»") {
        $0.certificates = [.example(ExampleCertificates.expired)].compactMap(\.self)
      }
    ],
    passing: [
      .good,
      // Whose certificate signs is another rule's.
      .with(ExampleCertificates.good, ExampleCertificates.expired),
      .with(ExampleCertificates.good, ExampleCertificates.expired) { $0.certificates = nil },
      .with(ExampleCertificates.good, ExampleCertificates.expiring) {
        $0.certificates = [ExampleCertificates.expired, ExampleCertificates.expiring].compactMap { .example($0) }
      },
    ],
    check: .response { subject, findings in
      let trusted = subject.expectation.certificates ?? []
      let time = subject.response.issueInstant?.time ?? subject.now
      for signature in subject.response.signedParts.map(\.signature) {
        let carried = signature.certificates.compactMap { place in place.certificate.map { (place.element, $0) } }
        let keys = Set(carried.map(\.1.publicKeySHA256))
        // A renewed certificate may have the key of the one before: each may be the one that AWS was given.
        let signers = carried.isEmpty ? trusted : trusted.filter { keys.contains($0.publicKeySHA256) }
        let ends = signers.compactMap(\.notAfter)
        guard ends.count == signers.count, let last = ends.max(), last < time,
          let signer = signers.first(where: { $0.notAfter == last })
        else { continue }
        let place = carried.first { $0.1.publicKeySHA256 == signer.publicKeySHA256 }?.0.content
        findings.report(
          """
          the certificate with SHA-256 \(signer.sha256.shortFingerprint) ended on \(last.date), and the response is of \
          \(time.date)
          """, at: place ?? signature.element.tag)
      }
    })

  static let authnStatementMissing = ResponseRule(
    "RESP034", "authn-statement-missing", .error, topic: .application,
    summary: "The assertion does not say that the person signed in",
    cause: "The application sends attributes only, as for queries between servers.",
    remedy: "Choose the profile for sign-in with a browser (Web Browser SSO).",
    references: [.profiles("4.1.4.2")],
    failing: [.with(Scaffold.authnStatement, "").marked(from: "<saml:Assertion", until: "\">")],
    passing: [.good],
    check: .assertion { assertion, _, findings in
      guard assertion.authnStatements.isEmpty else { return }
      findings.report("there is no AuthnStatement", at: assertion.element.tag)
    })
}

extension Assertion {
  /// The time of a part of the assertion, where no moment is in it: it ends when it begins, or before that, or when the
  /// assertion was made.
  fileprivate func emptySpan(
    from begin: Attribute?, until end: Attribute?
  ) -> (first: Instant, last: Instant, end: Attribute)? {
    guard let end, let last = end.time,
      let first = [begin, issueInstant].compactMap({ $0?.time }).first(where: { last <= $0 })
    else { return nil }
    return (first, last, end)
  }

  /// The sessions whose end is stated and that have a beginning: with the assertion, or the sign-in if that is later.
  fileprivate var sessions: [(attribute: Attribute, begin: Instant, end: Instant)] {
    authnStatements.compactMap { statement in
      let begin = [issueInstant, statement.attribute("AuthnInstant")].compactMap { $0?.time }.max()
      guard let begin, let attribute = statement.attribute("SessionNotOnOrAfter"), let end = attribute.time else {
        return nil
      }
      return (attribute, begin, end)
    }
  }
}

extension Scaffold {
  fileprivate static let sessionBegin = #"AuthnInstant="2026-11-20T23:59:30Z""#
}

extension Certificate {
  fileprivate static func example(_ base64: String) -> Certificate? {
    Certificate.read(text: Array(base64.utf8).span).certificate
  }
}

extension Attribute {
  /// The value as a time, where it names one without doubt.
  fileprivate var time: Instant? { Instant.read(value.collapsed).instant }
}
