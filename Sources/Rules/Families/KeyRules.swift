import Markup
import Parties
import SAML

extension Rule {
  static let noSigningKey = Rule(
    "KEY001", "signing-key-missing", .error,
    summary: "The identity provider has no key for signatures",
    why: "AWS trusts an assertion by the certificate in the metadata, and refuses a file that has none.",
    remedy: "Create a signing certificate for the application in the identity provider's console, then download again.",
    references: [.metadata("2.4.1.1"), .awsExternalIdP],
    failing: [
      .document(
        #"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example">"#
          + "«<md:IDPSSODescriptor \(Scaffold.protocols)>»\(Scaffold.key(ExampleCertificates.good, use: #" use="encryption""#))"
          + Scaffold.emailFormat + Scaffold.signOn + "</md:IDPSSODescriptor></md:EntityDescriptor>")
    ],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.key(ExampleCertificates.good, use: "")),
    ],
    check: .identityProvider { idp, findings in
      guard idp.role.signingKeys.isEmpty, !idp.role.keyDescriptors.contains(where: { $0.use == .unknown }) else {
        return
      }
      let found = idp.role.keyDescriptors.isEmpty ? "no key at all" : "only a key for encryption"
      findings.report("the identity provider has \(found)", at: idp.role.element.tag)
    })

  static let keyWithoutCertificate = Rule(
    "KEY002", "certificate-missing", .error,
    summary: "A signing key is given without a certificate",
    why: "The standard allows bare keys and key names; AWS needs an X.509 certificate.",
    remedy: "Let the identity provider put the certificate (X509Certificate) into its metadata.",
    references: [.metadata("2.4.1.1"), .awsExternalIdP],
    failing: [
      .identityProvider(
        keys: #"«<md:KeyDescriptor use="signing">»<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">"#
          + "<ds:KeyName>key-1</ds:KeyName></ds:KeyInfo></md:KeyDescriptor>")
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      // One key without a certificate is no fault beside another that has one.
      guard let key = idp.role.signingKeys.first, idp.role.signingCertificates.isEmpty else { return }
      let instead =
        key.keyValues.isEmpty ? key.keyNames.isEmpty ? "" : ", only a key name" : ", only the bare key"
      findings.report("the signing key has no X509Certificate\(instead)", at: key.element.tag)
    })

  static let unreadableCertificate = Rule(
    "KEY003", "certificate-unreadable", .error,
    summary: "What stands as certificate cannot be read as one",
    why: "A signature that cannot be checked is refused, and so is the upload.",
    remedy:
      "Download the metadata again and do not edit the certificate; it is one long base64 text without other marks.",
    references: [.metadata("2.4.1.1"), Reference("RFC 5280", "https://www.rfc-editor.org/rfc/rfc5280")],
    failing: [
      .identityProvider(keys: Scaffold.key("«MIIC(not base64)»")), .identityProvider(keys: Scaffold.key("«AAAA»")),
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.good.prefix(400))»")),
      .identityProvider(
        keys: "<md:KeyDescriptor><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data>"
          + "«<ds:X509Certificate>»</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"),
    ],
    passing: [.identityProvider(keys: Scaffold.key("\n  " + ExampleCertificates.good + "\n  "))],
    check: .keys { key, findings in
      for item in key.certificates where item.certificate == nil && !item.reading.holdsPrivateKey {
        let problem = item.reading.problems.first.map { "\($0)" } ?? "it cannot be read"
        findings.report("the certificate cannot be read: \(problem)", at: item.element.content)
      }
    })

  static let untidyCertificate = Rule(
    "KEY004", "certificate-untidy", .warning,
    summary: "A certificate that can be read only by a lenient reader",
    why: """
      PEM armour inside the element, base64 of base64, bytes behind the certificate: some readers clean such things up, \
      others refuse the file. AWS does not say what its reader does.
      """,
    remedy:
      "Let X509Certificate hold the base64 text alone: what stands between the BEGIN and END lines of the PEM file.",
    references: [
      .metadata("2.4.1.1"), Reference("XML Signature, section 4.5.4", "https://www.w3.org/TR/xmldsig-core1/"),
    ],
    failing: [
      .identityProvider(
        keys: Scaffold.key(
          "«-----BEGIN CERTIFICATE-----\n\(ExampleCertificates.good)\n-----END CERTIFICATE-----»"))
    ],
    passing: [.identityProvider(keys: Scaffold.key("\n  " + ExampleCertificates.good + "\n  "))],
    check: .keys { key, findings in
      for item in key.certificates where item.certificate != nil {
        guard let problem = item.reading.problems.first else { continue }
        findings.report("the certificate was read, but \(problem)", at: item.element.content)
      }
    })

  static let everyCertificateExpired = Rule(
    "KEY005", "every-signing-certificate-expired", .error,
    summary: "Every signing certificate has expired",
    why: "At least one certificate of the identity provider must be valid in IAM Identity Center.",
    remedy: """
      Create a new signing certificate at the identity provider, then import it in IAM Identity Center: Settings > \
      Identity source > Actions > Manage authentication > Manage SAML 2.0 certificates > Import certificate.
      """,
    references: [.awsCertificates, .awsExpiry],
    failing: [
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.expired)»"))
    ],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.key(ExampleCertificates.expired) + Scaffold.signingKey),
    ],
    check: .identityProvider { idp, findings in
      let dated = idp.dated
      guard !dated.isEmpty, dated.allSatisfy({ $0.notAfter < idp.now }) else { return }
      for key in dated {
        findings.report(
          "the certificate expired on \(key.notAfter.date), \(days(key.notAfter, idp.now)) ago",
          at: key.item.element.content)
      }
    })

  static let someCertificateExpired = Rule(
    "KEY006", "signing-certificate-expired", .warning,
    summary: "A signing certificate has expired beside one that is valid",
    why: "Sign-in works with the valid one; an expired certificate left in place hides the next rotation.",
    remedy: "Remove the expired certificate at the identity provider and in IAM Identity Center.",
    references: [.awsCertificates],
    failing: [
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.expired)»") + Scaffold.signingKey),
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key("«\(ExampleCertificates.expired)»")),
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      let dated = idp.dated
      guard dated.contains(where: { $0.notAfter >= idp.now }) else { return }
      for key in dated where key.notAfter < idp.now {
        findings.report("the certificate expired on \(key.notAfter.date)", at: key.item.element.content)
      }
    })

  static let notYetValid = Rule(
    "KEY007", "signing-certificate-not-yet-valid", .warning,
    summary: "A signing certificate is not valid yet",
    why:
      "Until its first day it must not be relied on. If it is the only one, sign-in fails till then; a wrong clock looks the same.",
    remedy: "Wait, or create a certificate that is valid now; check the clock of the machine that made it.",
    references: [.awsCertificates, Reference("RFC 5280, section 4.1.2.5", "https://www.rfc-editor.org/rfc/rfc5280")],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.future)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for key in idp.dated where key.notBefore > idp.now {
        findings.report("the certificate is valid from \(key.notBefore.date) only", at: key.item.element.content)
      }
    })

  static let brokenKey = Rule(
    "KEY008", "signing-key-broken", .error,
    summary: "A signing key that gives no protection: RSA below 1024 bits",
    why: "Such keys have been factored in public; whoever does it signs in as anybody.",
    remedy: "Create a new signing certificate with an RSA key of at least 2048 bits.",
    references: [Reference("NIST SP 800-131A", "https://csrc.nist.gov/pubs/sp/800/131/a/r2/final")],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.rsa512)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for key in idp.rsaKeys where key.bits < 1_024 {
        findings.report("the RSA key has \(key.bits) bits", at: key.item.element.content)
      }
    })

  static let certificateExpiresSoon = Rule(
    "KEY009", "certificate-expires-soon", .warning,
    summary: "The last valid signing certificate ends within the window",
    why: """
      On that day sign-in ends for everybody. IAM Identity Center turns its indicator yellow 90 days before; it does not \
      fetch a new certificate by itself.
      """,
    remedy: """
      Create the next certificate at the identity provider, import it in IAM Identity Center (Manage SAML 2.0 \
      certificates > Import certificate), and only then activate it at the identity provider.
      """,
    references: [.awsExpiry, .awsCertificates],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.expiring)»"))],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.key(ExampleCertificates.expiring) + Scaffold.signingKey),
    ],
    check: .identityProvider { idp, findings in
      let valid = idp.dated.filter { $0.notAfter >= idp.now }
      guard let last = valid.max(by: { $0.notAfter < $1.notAfter }),
        idp.now.days(until: last.notAfter) < idp.settings.expiryWindow
      else { return }
      findings.report(
        "the certificate expires on \(last.notAfter.date), in \(days(idp.now, last.notAfter))",
        at: last.item.element.content)
    })

  static let weakKey = Rule(
    "KEY010", "signing-key-weak", .warning,
    summary: "A signing key below today's strength: RSA from 1024 to 2047 bits",
    why: "It still works, but products begin to refuse it, and the margin against attackers is gone.",
    remedy: "Create a new signing certificate with an RSA key of at least 2048 bits at the next rotation.",
    references: [Reference("NIST SP 800-131A", "https://csrc.nist.gov/pubs/sp/800/131/a/r2/final")],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.rsa1024)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for key in idp.rsaKeys where (1_024..<2_048).contains(key.bits) {
        findings.report("the RSA key has \(key.bits) bits", at: key.item.element.content)
      }
    })

  static let encryptionKey = Rule(
    "KEY011", "encryption-key-listed", .note,
    summary: "The identity provider lists a key for encryption",
    why: "IAM Identity Center neither encrypts nor decrypts; AD FS and Keycloak list such keys without harm.",
    remedy: "Nothing in the file; see to it that the application does not encrypt its assertions.",
    references: [.awsExternalIdP],
    failing: [
      .identityProvider(
        keys: Scaffold.signingKey
          + #"«<md:KeyDescriptor use="encryption">»"#
          + Scaffold.key(ExampleCertificates.other, use: "").dropFirst("<md:KeyDescriptor>".count))
    ],
    passing: [.identityProvider(keys: Scaffold.key(ExampleCertificates.good, use: ""))],
    check: .identityProvider { idp, findings in
      if let key = idp.role.keyDescriptors.first(where: { $0.use == .encryption }) {
        findings.report("a key for encryption is listed; AWS does not use it", at: key.element.tag)
      }
    })

  static let unknownUse = Rule(
    "KEY012", "key-use-unknown", .warning,
    summary: "A key whose use is neither signing nor encryption",
    why: "Readers ignore such a key, so that a signature by it is refused.",
    remedy: "Write use=\"signing\", or leave the attribute out.",
    references: [.metadata("2.4.1.1")],
    failing: [
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.other, use: #" use="«Signing»""#))
    ],
    passing: [.identityProvider()],
    check: .keys { key, findings in
      guard key.use == .unknown, let use = key.useAttribute else { return }
      findings.report("the use \(use.value.quoted) is neither signing nor encryption", at: use.spot)
    })

  static let privateKey = Rule(
    "KEY013", "private-key", .error,
    summary: "A private key stands in the metadata",
    why:
      "Whoever has the file can sign in as anybody. Metadata is published; a private key must never leave its owner.",
    remedy:
      "Treat the key as stolen: create a new one at the identity provider, replace it everywhere, delete this file.",
    references: [.metadata("2.4.1.1")],
    failing: [
      .identityProvider(
        keys:
          "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data>"
          + "«<ds:X509Certificate>»-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
          + "-----END PRIVATE KEY-----</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>")
    ],
    passing: [.identityProvider()],
    check: .keys { key, findings in
      // The tag is pointed at, not the text: no byte of a private key is ever shown.
      for item in key.certificates where item.reading.holdsPrivateKey {
        findings.report("a private key stands where the certificate should be", at: item.element.tag)
      }
    })

  private static func days(_ from: Instant, _ to: Instant) -> String {
    let count = from.days(until: to)
    return count == 1 ? "1 day" : "\(count) days"
  }
}

extension Rule.Check {
  /// Looks at every key of every single sign-on role.
  fileprivate static func keys(_ check: @escaping @Sendable (KeyDescriptor, inout Findings) -> Void) -> Rule.Check {
    .entity { subject, findings in
      for key in subject.entity.identityProviders.flatMap(\.keyDescriptors) { check(key, &findings) }
      for key in subject.entity.serviceProviders.flatMap(\.keyDescriptors) { check(key, &findings) }
    }
  }
}

extension RoleSubject where Role == IDPSSODescriptor {
  /// The signing certificates whose validity could be read.
  fileprivate var dated: [(item: X509Certificate, notBefore: Instant, notAfter: Instant)] {
    role.signingCertificates.compactMap { item in
      guard let notBefore = item.certificate?.notBefore, let notAfter = item.certificate?.notAfter else { return nil }
      return (item, notBefore, notAfter)
    }
  }

  /// The RSA signing keys and their sizes in bits.
  fileprivate var rsaKeys: [(item: X509Certificate, bits: Int)] {
    role.signingCertificates.compactMap { item in
      guard case .rsa(let bits, _) = item.certificate?.publicKey else { return nil }
      return (item, bits)
    }
  }
}
