import Markup
import Parties
import SAML

extension Rule {
  static let noSigningKey = Rule(
    "KEY001", "signing-key-missing", .error,
    summary: "The identity provider has no signing key",
    why: "AWS verifies assertions with the certificate in the metadata, and requires one.",
    remedy: "Create a signing certificate for the application at the identity provider, then download the file again.",
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
      let found = idp.role.keyDescriptors.isEmpty ? "no key" : "only an encryption key"
      findings.report("the identity provider has \(found)", at: idp.role.element.tag)
    })

  static let keyWithoutCertificate = Rule(
    "KEY002", "certificate-missing", .error,
    summary: "The signing key has no certificate",
    why: "The standard allows bare keys and key names; AWS requires an X.509 certificate.",
    remedy: "Configure the identity provider to include the certificate (X509Certificate) in its metadata.",
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
    summary: "An X509Certificate element does not contain a readable certificate",
    why: "AWS needs the certificate to verify the signature of every assertion.",
    remedy:
      "Download the metadata again and do not edit the certificate: it is one base64 text with nothing else in it.",
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
    summary: "A certificate that only lenient software can read",
    why: """
      Some software tolerates PEM lines inside the element, double base64 or bytes after the certificate; other software \
      refuses the file. AWS does not document what it does.
      """,
    remedy: "Put only the base64 text into X509Certificate: the lines between BEGIN and END of the PEM file.",
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
        findings.report("the certificate can be read, but has a flaw: \(problem)", at: item.element.content)
      }
    })

  static let everyCertificateExpired = Rule(
    "KEY005", "every-signing-certificate-expired", .error,
    summary: "Every signing certificate has expired",
    why: "IAM Identity Center needs at least one valid certificate of the identity provider.",
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
    summary: "A signing certificate has expired, while another is valid",
    why: "Sign-in works with the valid one, but an expired certificate left in place confuses the next rotation.",
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
    why: "If it is the only one, sign-in may fail until its first day. A wrong clock has the same effect.",
    remedy: "Wait, or create a certificate that is valid now; check the clock of the machine that created it.",
    references: [.awsCertificates, Reference("RFC 5280, section 4.1.2.5", "https://www.rfc-editor.org/rfc/rfc5280")],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.future)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for key in idp.dated where key.notBefore > idp.now {
        findings.report("the certificate is not valid before \(key.notBefore.date)", at: key.item.element.content)
      }
    })

  static let brokenKey = Rule(
    "KEY008", "signing-key-broken", .error,
    summary: "An RSA signing key below 1024 bits, which gives no protection",
    why: "Keys of up to 829 bits have been factored in public; whoever has done so can then sign in as anybody.",
    remedy: "Create a new signing certificate with an RSA key of at least 2048 bits.",
    references: [Reference("NIST SP 800-131A", "https://csrc.nist.gov/pubs/sp/800/131/a/r2/final")],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.rsa512)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for key in idp.rsaKeys where key.bits < 1_024 {
        findings.report("the RSA key has \(key.bits) bits; use at least 2048", at: key.item.element.content)
      }
    })

  static let certificateExpiresSoon = Rule(
    "KEY009", "certificate-expires-soon", .warning,
    summary: "The last valid signing certificate expires within the warning period (90 days by default)",
    why: """
      Without a valid certificate nobody can sign in. IAM Identity Center's indicator turns yellow 90 days before; the \
      next certificate has to be imported by hand.
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
    summary: "An RSA signing key of 1024 to 2047 bits, which is too weak today",
    why: "It may still work, but products have begun to refuse such keys, and NIST no longer allows them.",
    remedy: "At the next rotation, create a signing certificate with an RSA key of at least 2048 bits.",
    references: [Reference("NIST SP 800-131A", "https://csrc.nist.gov/pubs/sp/800/131/a/r2/final")],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.rsa1024)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for key in idp.rsaKeys where (1_024..<2_048).contains(key.bits) {
        findings.report("the RSA key has \(key.bits) bits; use at least 2048", at: key.item.element.content)
      }
    })

  static let encryptionKey = Rule(
    "KEY011", "encryption-key-listed", .note,
    summary: "The identity provider lists an encryption key",
    why: "IAM Identity Center does not support encrypted assertions. AD FS, for one, lists such a key.",
    remedy: "Leave the file as it is, and make sure that the application does not encrypt its assertions.",
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
        findings.report("an encryption key is listed, which AWS does not support", at: key.element.tag)
      }
    })

  static let unknownUse = Rule(
    "KEY012", "key-use-unknown", .warning,
    summary: "A key whose use is neither signing nor encryption",
    why: "Software ignores such a key, so a signature made with it is refused.",
    remedy: "Set use=\"signing\", or leave the attribute out.",
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
    summary: "The metadata contains a private key",
    why: "Whoever has the file can sign in as anybody. Metadata is made to be shared; a private key never is.",
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
        findings.report("this element contains a private key, not a certificate", at: item.element.tag)
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
