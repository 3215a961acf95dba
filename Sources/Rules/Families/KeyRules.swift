import Markup
import Parties
import SAML

extension Rule {
  static let noSigningKey = Rule(
    "KEY001", "signing-key-missing", .error,
    summary: "The identity provider has no signing key",
    why: "AWS verifies assertions with the certificate in the metadata, and requires one.",
    remedy: "Create a signing certificate for the application at the identity provider, then download the file again.",
    remedies: .downloadAgain,
    references: [.metadata("2.4.1.1"), .awsExternalIdP],
    failing: [
      .document(
        #"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example">"#
          + "«<md:IDPSSODescriptor \(Scaffold.protocols)>»\(Scaffold.key(ExampleCertificates.good, use: #" use="encryption""#))"
          + Scaffold.emailFormat + Scaffold.signOn + "</md:IDPSSODescriptor></md:EntityDescriptor>"),
      .identityProvider(keys: Scaffold.key(ExampleCertificates.good, use: #" use="«Signing»""#)),
      .identityProvider(
        keys: Scaffold.key(ExampleCertificates.good, use: #" use="encryption""#)
          + Scaffold.key(ExampleCertificates.other, use: #" use="«sign»""#)),
    ],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.key(ExampleCertificates.good, use: "")),
      // One that can sign is enough; the other has a rule of its own.
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.other, use: #" use="Signing""#)),
    ],
    check: .identityProvider { idp, findings in
      guard idp.role.signingKeys.isEmpty else { return }
      if let use = idp.role.keyDescriptors.first(where: { $0.use == .unknown })?.useAttribute {
        return findings.report(
          "the identity provider has no signing key: the use \(use.value.quoted) is neither signing nor encryption",
          at: use.spot,
          remedy: """
            Download the file again and use it unedited. If the use stays as it is, write use="signing" in its place, or \
            leave the attribute out.
            """)
      }
      let found = idp.role.keyDescriptors.isEmpty ? "no key" : "only an encryption key"
      findings.report("the identity provider has \(found)", at: idp.role.element.tag)
    })

  static let keyWithoutCertificate = Rule(
    "KEY002", "certificate-missing", .error,
    summary: "The signing key has no certificate",
    why: """
      The standard allows bare keys and key names; AWS requires an X.509 certificate. Its place is inside an X509Data of \
      XML Signature's namespace, where software looks for it.
      """,
    remedy: "Configure the identity provider to include the certificate (X509Certificate) in its metadata.",
    remedies: .downloadAgain,
    references: [.metadata("2.4.1.1"), .signature, .awsExternalIdP],
    failing: [
      .identityProvider(
        keys: #"«<md:KeyDescriptor use="signing">»<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">"#
          + "<ds:KeyName>key-1</ds:KeyName></ds:KeyInfo></md:KeyDescriptor>"),
      .identityProvider(
        keys: #"«<md:KeyDescriptor use="signing">»<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">"#
          + "<ds:X509Certificate>\(ExampleCertificates.good)</ds:X509Certificate></ds:KeyInfo></md:KeyDescriptor>"),
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      // One key without a certificate is no fault beside another that has one.
      guard let key = idp.role.signingKeys.first, idp.role.signingCertificates.isEmpty else { return }
      let instead: String
      if !key.misplacedCertificates.isEmpty {
        instead = " inside an X509Data"
      } else if key.element.descendants.contains(where: { $0.localName == "X509Certificate" }) {
        instead = " in the namespace \(Namespace.signature.quoted)"
      } else if !key.keyValues.isEmpty {
        instead = ", only the bare key"
      } else {
        instead = key.keyNames.isEmpty ? "" : ", only a key name"
      }
      findings.report("the signing key has no X509Certificate\(instead)", at: key.element.tag)
    })

  static let encryptionKey = Rule(
    "KEY011", "encryption-key-listed", .note,
    summary: "The identity provider lists an encryption key",
    why: "IAM Identity Center does not support encrypted assertions. AD FS, for one, lists such a key.",
    remedy: "Leave the file as it is, and make sure that the application does not encrypt its assertions.",
    remedies: .plainAssertions,
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
    remedies: .downloadAgain,
    references: [.metadata("2.4.1.1")],
    failing: [
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.other, use: #" use="«Signing»""#))
    ],
    passing: [
      .identityProvider(),
      // Without any other key that is the finding.
      .identityProvider(keys: Scaffold.key(ExampleCertificates.good, use: #" use="Signing""#)),
    ],
    check: .entity { subject, findings in
      let identityProviders = subject.entity.identityProviders.filter { !$0.signingKeys.isEmpty }
      let keys =
        identityProviders.flatMap(\.keyDescriptors) + subject.entity.serviceProviders.flatMap(\.keyDescriptors)
      for key in keys where key.use == .unknown {
        guard let use = key.useAttribute else { continue }
        findings.report("the use \(use.value.quoted) is neither signing nor encryption", at: use.spot)
      }
    })

  static let privateKey = Rule(
    "KEY013", "private-key", .error,
    summary: "The metadata contains a private key",
    why: "Whoever has the file can sign in as anybody. Metadata is made to be shared; a private key never is.",
    remedy:
      "Treat the key as stolen: create a new one at the identity provider, replace it everywhere, delete this file.",
    remedies: .stolenKey,
    references: [.metadata("2.4.1.1")],
    failing: [
      .identityProvider(
        keys:
          "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data>"
          + "«<ds:X509Certificate>»-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
          + "-----END PRIVATE KEY-----</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"),
      .identityProvider(
        keys: Scaffold.signingKey
          + "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
          + "«<ds:X509Certificate>»-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
          + "-----END PRIVATE KEY-----</ds:X509Certificate></ds:KeyInfo></md:KeyDescriptor>"),
    ],
    passing: [.identityProvider()],
    check: .keys { key, findings in
      // The tag is pointed at, not the text: no byte of a private key is ever shown.
      for item in key.certificates + key.misplacedCertificates where item.reading.holdsPrivateKey {
        findings.report("this element contains a private key, not a certificate", at: item.element.tag)
      }
    })
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
