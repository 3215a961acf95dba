import Markup
public import SAML

/// Who signed, and what. Nothing is verified here: what came of that is told.
extension ResponseRule {
  static let responseUnsigned = ResponseRule(
    "RESP012", "signature-missing", .error, topic: .application,
    summary: "Neither the response nor the assertion is signed",
    cause: "Signing is switched off in the application, or the message was changed after it had been signed.",
    remedy: "Switch on the signature of the assertion, by RSA with SHA-256.",
    references: [.profiles("4.1.3.5"), .awsExternalIdP],
    failing: [.with(Scaffold.assertionSignature, "").marked(from: "<samlp:Response", until: "\">")],
    passing: [.good],
    check: .response { subject, findings in
      let response = subject.response
      guard !response.assertions.isEmpty, response.signedParts.isEmpty else { return }
      findings.report("there is no Signature over the response or the assertion", at: response.element.tag)
    })

  static let assertionUnsigned = ResponseRule(
    "RESP013", "assertion-unsigned", .warning, topic: .application,
    summary: "The response is signed, and the assertion in it is not",
    cause: "The application signs the response only. AWS's metadata asks for signed assertions.",
    remedy: "Have the assertion signed, or both.",
    references: [.profiles("4.1.3.5"), .awsExternalIdP],
    failing: [
      .with(
        Scaffold.assertionSignature, "",
        and: ("<samlp:Status>", Scaffold.signature(references: Scaffold.reference("#_response1")) + "<samlp:Status>")
      ).marked(from: "<saml:Assertion", until: "\">")
    ],
    passing: [.good],
    check: .assertion { assertion, subject, findings in
      guard !subject.response.signatures.isEmpty, assertion.signatures.isEmpty else { return }
      findings.report("the assertion carries no signature of its own", at: assertion.element.tag)
    })

  static let signedByUntrustedKey = ResponseRule(
    "RESP014", "signed-by-untrusted-key", .error, topic: .trust,
    summary: "The signature names a certificate that the identity provider's metadata does not have",
    cause: """
      The identity provider signs with another certificate than the one that AWS was given: it was renewed, or the \
      metadata is of another application.
      """,
    remedy: """
      Import the certificate that signs in IAM Identity Center (Manage authentication), or make the old one active again.
      """,
    references: [.awsCertificates, .awsTroubleshooting],
    failing: [.with(ExampleCertificates.good, "«\(ExampleCertificates.other)»")],
    passing: [.good, .with(ExampleCertificates.good, ExampleCertificates.other) { $0.certificates = nil }],
    check: .response { subject, findings in
      guard let trusted = subject.expectation.certificates, !trusted.isEmpty else { return }
      let keys = Set(trusted.map(\.publicKeySHA256))
      for signature in subject.response.signedParts.map(\.signature) {
        let carried = signature.certificates.compactMap { place in place.certificate.map { (place.element, $0) } }
        guard let (element, certificate) = carried.first,
          !carried.contains(where: { keys.contains($0.1.publicKeySHA256) })
        else { continue }
        let known = trusted.map { $0.sha256.shortFingerprint }.joined(separator: ", ")
        findings.report(
          """
          the certificate with SHA-256 \(certificate.sha256.shortFingerprint)\(certificate.life) is none of the \
          metadata's: \(known)
          """, at: element.content)
      }
    })

  static let signatureCoversOther = ResponseRule(
    "RESP015", "signature-covers-other-part", .error, topic: .capture,
    summary: "A signature does not cover exactly the part that it stands in, or a part hides from it",
    cause: "The message was rearranged after it had been signed, as in attacks by signature wrapping.",
    remedy: "Do not use the message. If it came from the identity provider itself, report it to its maker.",
    references: [.core("5.4.2"), .signature],
    failing: [
      .with(##"<ds:Reference URI="#_assertion1">"##, ##"<ds:Reference URI="«#_other»">"##),
      .with(
        "<samlp:Status>",
        """
        <samlp:Extensions>«<saml:Assertion ID="_assertion9">»</saml:Assertion></samlp:Extensions><samlp:Status>
        """),
      .with(
        "<samlp:Status>",
        """
        <samlp:Status><samlp:StatusDetail><samlp:Response ID="_response9">«<saml:Assertion ID="_assertion9">»\
        </saml:Assertion></samlp:Response></samlp:StatusDetail>
        """),
      .with(
        #"<saml:Assertion ID="_assertion1""#, #"<saml:Assertion ID="_assertion1""#,
        and: (
          "<saml:AuthnContext>", #"<saml:AuthnContext Id="«_assertion1»">"#
        )),
    ],
    passing: [.good],
    check: .response { subject, findings in
      for stray in subject.response.strayAssertions {
        findings.report("an Assertion stands inside \((stray.parent?.localName ?? "").quoted)", at: stray.tag)
      }
      for part in subject.response.signedParts {
        if let (message, spot) = part.misfit { findings.report("\(message)", at: spot) }
      }
    })

  static let weakSignature = ResponseRule(
    "RESP016", "signature-weak", .warning, topic: .application,
    summary: "The signature rests on SHA-1 or MD5, or on an algorithm that no standard knows",
    cause: "An older setting of the application's signature algorithm, or a mistyped one.",
    remedy: "Choose RSA-SHA256 as signature algorithm and SHA-256 as digest in the application.",
    references: [.signature, Reference("RFC 9231, section 2", "https://www.rfc-editor.org/rfc/rfc9231")],
    failing: [
      .with(
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "«http://www.w3.org/2000/09/xmldsig#rsa-sha1»"),
      .with("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "«http://www.w3.org/2000/09/xmldsig#rsa-sha256»"),
      .with("http://www.w3.org/2001/04/xmlenc#sha256", "«http://www.w3.org/2000/09/xmldsig#sha256»"),
    ],
    passing: [
      .good,
      .with(
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
        and: ("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmlenc#sha512")),
    ],
    check: .response { subject, findings in
      for signature in subject.response.signedParts.map(\.signature) {
        let method = signature.method.flatMap { method in
          // What is signed with no key of a certificate is not weak, but no signature for AWS.
          XMLAlgorithm.isKeyedHash(method.value) ? nil : weakness(of: method, XMLAlgorithm.isSignature, "signature")
        }
        let digests = signature.references.lazy.compactMap(\.digestMethod)
          .compactMap { weakness(of: $0, XMLAlgorithm.isDigest, "digest") }
        if let (message, spot) = method ?? digests.first { findings.report("\(message)", at: spot) }
      }
    })

  private static func weakness(
    of algorithm: Attribute, _ isKnown: (String) -> Bool, _ kind: String
  ) -> (message: String, spot: Spot)? {
    if let hash = XMLAlgorithm.brokenHash(of: algorithm.value) {
      return ("\(algorithm.value.quoted) rests on \(hash)", algorithm.spot)
    }
    if isKnown(algorithm.value) { return nil }
    return ("\(algorithm.value.quoted) is no \(kind) algorithm that a standard knows", algorithm.spot)
  }

  static let brokenSignature = ResponseRule(
    "RESP017", "signature-broken", .error, topic: .capture,
    summary: "A signature does not verify with the certificates of the identity provider's metadata, or can with none",
    cause: """
      The message is not as it was signed: it was edited, or copied out of a tool that shows it indented; or another key \
      signed it than the one whose certificate AWS was given. A signature without a value, or by a shared secret (HMAC), \
      verifies with no certificate at all.
      """,
    remedy: """
      Copy the field SAMLResponse again as the browser posts it, in base64, and verify that. If it stays so, compare the \
      identity provider's active certificate with the one in IAM Identity Center (Manage authentication), and look at what \
      stands between the browser and AWS. Have the application sign by RSA with SHA-256, not by a shared secret.
      """,
    references: [.core("5.4"), .signature, .awsTroubleshooting],
    failing: [
      .verified(.broken(.document)).marked(from: "<ds:Signature ", until: ">"),
      .verified(.broken(.key)).marked(from: "<ds:Signature ", until: ">"),
      .with("<ds:SignatureValue>AAAA<", "«<ds:SignatureValue>»<"),
      .with("<ds:SignatureValue>AAAA<", "<ds:SignatureValue>«!!!!»<"),
      .with("<ds:DigestValue>AAAA<", "«<ds:DigestValue>» <"),
      .with("<ds:DigestValue>AAAA</ds:DigestValue>", "").marked(from: "<ds:Reference ", until: ">"),
      .with(
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "«http://www.w3.org/2001/04/xmldsig-more#hmac-sha256»"),
    ],
    passing: [
      .good, .verified(.undecided("xmlsec1 was not found")),
      .with("<ds:SignatureValue>AAAA<", "<ds:SignatureValue>\n  AA\n  AA\n<"),
    ],
    check: .response { subject, findings in
      let parts = subject.response.signedParts
      for part in parts {
        guard let (message, spot) = part.emptiness else { continue }
        findings.report("the signature over the \(part.holder.localName) \(message)", at: spot)
      }
      for (part, verification) in subject.verifications {
        guard case .broken(let misfit) = verification, part.emptiness == nil else { continue }
        // Whose key it is, another rule has said.
        if misfit == .key, part.namesUntrustedKey(subject.expectation.certificates ?? []) { continue }
        let what =
          switch misfit {
          case .document: "the \(part.holder.localName) is not what was signed"
          case .key: "none of the metadata's keys made it"
          case .unspecified: "the \(part.holder.localName) was changed, or another key signed it"
          }
        findings.report(
          "the signature over the \(part.holder.localName) does not verify: \(what)", at: part.signature.element.tag)
      }
    })
}

extension Digest {
  /// The first eight bytes as consoles write a fingerprint; enough to tell certificates apart.
  public var shortFingerprint: String {
    String(hexadecimal(separator: ":").prefix(23)) + "…"
  }
}

extension Certificate {
  /// Until when the certificate is good, to follow its fingerprint.
  fileprivate var life: String { notAfter.map { " (valid until \($0.date))" } ?? "" }
}
