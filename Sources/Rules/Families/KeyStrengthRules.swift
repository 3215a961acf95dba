import Markup
import Parties
import SAML

/// What a signing key is made of, and who else may have it.
extension Rule {
  static let brokenKey = Rule(
    "KEY008", "signing-key-broken", .error,
    summary: "An RSA signing key below 1024 bits, or with an exponent that gives no protection",
    why: "Such a key can be broken, or signatures made without it; whoever does so can then sign in as anybody.",
    remedy: "Create a new signing certificate with an RSA key of at least 2048 bits.",
    remedies: .strongerKey,
    references: [.keyLengths, Reference("RFC 8017, section 3.1", "https://www.rfc-editor.org/rfc/rfc8017")],
    failing: [
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.rsa512)»")),
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.evenExponent)»")),
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for key in idp.rsaKeys {
        if key.bits < 1_024 {
          findings.report("the RSA key has \(key.bits) bits; use at least 2048", at: key.item.element.content)
        } else if let exponent = key.exponent, exponent < 3 || exponent.isMultiple(of: 2) {
          findings.report("the RSA key has the exponent \(exponent); 65537 is usual", at: key.item.element.content)
        }
      }
    })

  static let weakKey = Rule(
    "KEY010", "signing-key-weak", .warning,
    summary: "An RSA signing key of 1024 to 2047 bits, which is too weak today",
    why: "It may still work, but products have begun to refuse such keys, and NIST no longer allows them.",
    remedy: "At the next rotation, create a signing certificate with an RSA key of at least 2048 bits.",
    remedies: .strongerKey.after("This can wait for the next rotation."),
    references: [.keyLengths],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.rsa1024)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for key in idp.rsaKeys where (1_024..<2_048).contains(key.bits) {
        findings.report("the RSA key has \(key.bits) bits; use at least 2048", at: key.item.element.content)
      }
    })

  static let otherThanRSA = Rule(
    "KEY016", "signing-key-not-rsa", .warning,
    summary: "A signing key that is not an ordinary RSA key",
    why: """
      Every identity provider in AWS's guides signs with RSA. AWS does not say that it takes elliptic curves, DSA or \
      RSA-PSS, so a sign-in that fails after a change of keys has its first suspect here.
      """,
    remedy: "Test a sign-in. If it fails, create a signing certificate with an RSA key of 2048 bits.",
    remedies: .newCertificate.after("Test a sign-in first; if it fails, go back to RSA."),
    references: [
      .awsExternalIdP, Reference("XML Signature, section 6.4", "https://www.w3.org/TR/xmldsig-core1/#sec-SignatureAlg"),
    ],
    failing: [
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.ellipticCurve)»")),
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.dsa)»")),
    ],
    passing: [
      .identityProvider(),
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.dsa, use: #" use="encryption""#)),
    ],
    check: .identityProvider { idp, findings in
      for item in idp.role.signingCertificates {
        guard let key = item.certificate?.publicKey, let problem = key.doubt else { continue }
        findings.report("the signing key is \(key), \(problem)", at: item.element.content)
      }
    })

  static let publishedKey = Rule(
    "KEY018", "signing-key-published", .warning,
    summary: "A signing key whose private half is published",
    why: """
      Test images, samples and libraries come with a key pair, and some installations keep it. Anybody can download \
      the private key and sign in to your AWS accounts as anybody.
      """,
    remedy: "Replace the key pair at the identity provider at once, and remove this certificate from AWS.",
    remedies: .stolenKey,
    references: [.metadata("2.4.1.1")],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.published)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      // An issuer's too: some software takes every certificate of a KeyDescriptor for a key that may sign.
      for item in idp.role.signingKeys.flatMap(\.certificates) {
        guard let key = idp.publicKeySHA256(of: item) ?? item.certificate?.publicKeySHA256,
          let origin = PublishedKey.origin(of: key)
        else { continue }
        findings.report("the private key is published: it comes with \(origin)", at: item.element.content)
      }
    })

  static let keyNotForSigning = Rule(
    "KEY017", "certificate-not-for-signing", .warning,
    summary: "A signing certificate whose key usage does not allow signatures",
    why: """
      The certificate restricts its key to other purposes. SAML software mostly looks at the key alone, but one that \
      honours the restriction refuses every assertion; AWS does not say what it does.
      """,
    remedy: "Create a signing certificate whose key usage includes digitalSignature, or that has no key usage at all.",
    remedies: .newCertificate,
    references: [Reference("RFC 5280, section 4.2.1.3", "https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.3")],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.encipherment)»"))],
    passing: [
      .identityProvider(),
      .identityProvider(
        keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.encipherment, use: #" use="encryption""#)),
    ],
    check: .identityProvider { idp, findings in
      // An issuer's certificate, which a chain holds as well, is there to sign certificates.
      for item in idp.leadingCertificates {
        guard let usage = item.certificate?.keyUsage, usage.isDisjoint(with: [.digitalSignature, .nonRepudiation])
        else { continue }
        findings.report("the certificate's key usage is \(usage), without digitalSignature", at: item.element.content)
      }
    })
}

/// Key pairs that are handed out to everybody.
private enum PublishedKey {
  /// Where the private key of a SubjectPublicKeyInfo with this SHA-256 can be downloaded; nil where nobody offers it.
  static func origin(of key: Digest) -> String? {
    switch key {
    case Digest(0xee607324cdae1567, 0xe5c8093c8d431c3e, 0xb6684b4c117fabfb, 0x942a1f3b16feb539):
      "SimpleSAMLphp's old example and the SAML toolkits' tests"
    case Digest(0x45c9fe23b1b88ffa, 0x76e1bc7c1b632209, 0xbd42f3ff65ee4e32, 0x0891b9604a5a2f67):
      "the image kristophjunge/test-saml-idp"
    case Digest(0x997b89569b7b30f1, 0xde91665bfe6af887, 0xad50c121448a8ce2, 0x16541ef3cb5e91fd):
      "the Ruby library saml_idp"
    case Digest(0xdc31cddb8fa5a200, 0x71e148b9c2397600, 0x8bae5aa03f105879, 0xcc1398ad3d7cba4a):
      "the Ruby library saml_idp"
    case Digest(0x0f988615a966dcb0, 0x5acf379ed445e3ce, 0x3b26a3e1677456c0, 0x3ab8c7f30cdf8ae8):
      "the example of the Go library crewjam/saml"
    default: nil
    }
  }
}

extension PublicKey {
  /// Why it is not certain that AWS takes the key; nil for RSA.
  fileprivate var doubt: String? {
    switch self {
    case .rsa, .unreadable: nil
    case .ec(.explicit, _): "and standards forbid a curve that is not given by its name"
    case .dsa: "which current software no longer accepts"
    case .rsaPSS, .ec, .ed25519, .ed448, .other: "and AWS's guides know RSA only"
    }
  }
}

extension Reference {
  fileprivate static let keyLengths = Reference(
    "NIST SP 800-131A", "https://csrc.nist.gov/pubs/sp/800/131/a/r2/final")
}

/// An RSA signing key and the certificate that carries it.
private struct RSAKey {
  let item: X509Certificate
  let bits: Int
  let exponent: UInt64?

  /// Nil for another kind of key.
  init?(_ item: X509Certificate) {
    guard case .rsa(let bits, let exponent) = item.certificate?.publicKey else { return nil }
    (self.item, self.bits, self.exponent) = (item, bits, exponent)
  }
}

extension RoleSubject where Role == IDPSSODescriptor {
  fileprivate var rsaKeys: [RSAKey] { role.signingCertificates.compactMap(RSAKey.init) }
}
