import Markup
import Parties
import SAML

extension Rule {
  static let signatureNotVerified = Rule(
    "ALG001", "metadata-signature-not-verified", .note,
    summary: "The metadata is signed, and the signature was not verified",
    why: """
      A signature that nobody verified proves nothing. What AWS does with one on upload is not documented. The \
      certificate that AWS trusts for sign-ins is the one in the file, signed or not.
      """,
    remedy: """
      Give --verify-signature, which runs xmlsec1 on this machine. Or make sure of the file's origin in another way: \
      download it yourself over HTTPS.
      """,
    references: [.metadata("3"), .signature],
    failing: [
      .signed(Scaffold.signature(open: Scaffold.markedSignature)),
      .verified(.undecided("xmlsec1 was not found"), .signed(Scaffold.signature(open: Scaffold.markedSignature))),
    ],
    passing: [.identityProvider(), .serviceProvider()],
    check: .signature { subject, findings in
      // What cannot be verified for another reason has a finding that says so.
      guard subject.misfit == nil, subject.identifiers.count < 2 else { return }
      let spot = subject.signature.element.tag
      switch subject.verification {
      case .verified, .broken: break
      case .undecided(let reason):
        findings.report(
          "the signature could not be verified: \(reason)", at: spot,
          remedy: """
            Put right what stood in the way, and verify it again. Or make sure of the file's origin in another way: \
            download it yourself over HTTPS.
            """)
      case .notAsked where subject.isOfDocument || subject.cover == .entity:
        findings.report("the \(subject.cover) is signed, and the signature was not verified", at: spot)
      case .notAsked:
        findings.report(
          "a \(subject.cover) is signed by itself, and the signature was not verified", at: spot,
          remedy: """
            Signpost verifies only the signature over a whole document. Make sure of the file's origin in another way: \
            download it yourself over HTTPS.
            """)
      }
    })

  /// A signature over the metadata does not fit it; only a caller that verifies signatures has it asked.
  public static let signatureBroken = Rule(
    "ALG002", "metadata-signature-broken", .note,
    summary: "The signature of the metadata does not verify",
    why: """
      The file is no longer what was signed. That is expected where somebody shortened it on purpose: AWS takes 75,000 \
      characters, and removing role descriptors breaks every signature. AWS is not known to verify it. But a file that \
      nobody meant to change has been damaged, or tampered with.
      """,
    remedy: """
      If the file was shortened or edited on purpose, compare its certificate and addresses with the original. \
      Otherwise download it again from the identity provider, over HTTPS, and upload it as it is.
      """,
    references: [.metadata("3"), .signature],
    failing: [
      .verified(.broken(.document), .signed(Scaffold.signature(open: Scaffold.markedSignature))),
      .verified(.broken(.key), .signed(Scaffold.signature(open: Scaffold.markedSignature))),
    ],
    passing: [.signed(), .identityProvider()],
    check: .signature { subject, findings in
      guard case .broken(let misfit) = subject.verification else { return }
      let message =
        switch misfit {
        case .document: "the signature does not verify: the document is not what was signed"
        case .key:
          subject.signature.certificates.isEmpty
            ? "the signature does not verify with any signing certificate of the identity provider"
            : "the signature does not verify with the certificate that it carries"
        case .unspecified: "the signature does not verify"
        }
      findings.report(message, at: subject.signature.element.tag)
    })

  static let signatureScope = Rule(
    "ALG003", "metadata-signature-scope-wrong", .warning,
    summary: "A signature in the metadata does not cover exactly the element that it is in",
    why: """
      Whoever verifies such a signature verifies something else than what is then used. That is how signatures are \
      wrapped: a genuine one is moved into a document of somebody else's. The standard wants one reference, to the ID \
      of the signed element or to the whole document.
      """,
    remedy: "Download the file again from its owner. If it stays so, do not rely on its signature.",
    references: [.metadata("3.1"), .core("5.4.2"), .signature],
    failing: [
      .signed(Scaffold.signature(references: Scaffold.reference("«#_other»"))),
      .signed(Scaffold.signature(references: Scaffold.reference("«https://idp.example/metadata»"))),
      .signed(Scaffold.signature(references: Scaffold.reference(open: "«<ds:Reference>»"))),
      .signed(
        Scaffold.signature(
          references: Scaffold.reference() + Scaffold.reference(open: ##"«<ds:Reference URI="#_second">»"##))),
      .signed(Scaffold.signature(open: Scaffold.markedSignature, references: "")),
      .signed(
        Scaffold.signature(
          references: Scaffold.reference(transform: "«http://www.w3.org/TR/1999/REC-xpath-19991116»"))),
      .signed(Scaffold.signature() + Scaffold.signature(open: Scaffold.markedSignature)),
      .identityProvider(before: Scaffold.signature(references: Scaffold.reference("«#_example1»"))),
    ],
    passing: [
      .signed(), .identityProvider(before: Scaffold.signature(references: Scaffold.reference(""))),
    ],
    check: .signature { subject, findings in
      if let misfit = subject.misfit { findings.report(misfit.message, at: misfit.spot) }
    })

  static let signatureWeak = Rule(
    "ALG004", "metadata-signature-weak", .note,
    summary: "The signature of the metadata is built on SHA-1 or MD5",
    why: """
      Two documents with the same SHA-1 or MD5 can be made, so that such a signature is weak evidence of anything. \
      AWS is not known to verify it. Often the same product signs its assertions in the same way.
      """,
    remedy: """
      Set the application's signature algorithm to RSA with SHA-256 at the identity provider, then download the file \
      again.
      """,
    references: [
      Reference("NIST SP 800-131A", "https://csrc.nist.gov/pubs/sp/800/131/a/r2/final"),
      Reference("RFC 9231, Additional XML Security URIs", "https://www.rfc-editor.org/rfc/rfc9231"),
    ],
    failing: [
      .signed(Scaffold.signature(method: "«http://www.w3.org/2000/09/xmldsig#rsa-sha1»")),
      .signed(
        Scaffold.signature(references: Scaffold.reference(digest: "«http://www.w3.org/2001/04/xmldsig-more#md5»"))),
    ],
    passing: [.signed()],
    check: .signature { subject, findings in
      let signature = subject.signature
      let algorithms = [signature.method] + signature.references.map(\.digestMethod)
      let weak = algorithms.compactMap(\.self).compactMap { algorithm in
        XMLAlgorithm.brokenHash(of: algorithm.value).map { (algorithm, $0) }
      }
      guard let (first, hash) = weak.first else { return }
      findings.report(
        "the signature of the metadata is built on \(hash)", at: first.spot,
        related: weak.dropFirst().map { (.spot($0.0.spot), "the digest is built on \($0.1)") })
    })

  static let signedByAnotherKey = Rule(
    "ALG005", "metadata-signed-by-another-key", .note,
    summary: "The metadata is signed with a key that is no signing key of the identity provider",
    why: """
      A federation signs what it publishes with a key of its own: then all is well. Microsoft Entra ID and AD FS, \
      though, appear to sign the file with the key that signs assertions. If AWS does not get that key from the file, \
      every sign-in fails.
      """,
    remedy: """
      If the file comes from a federation, verify it with the federation's certificate. Otherwise compare the signing \
      certificate with the active one in the identity provider's console.
      """,
    remedies: [
      .entraID: """
      Download the Federation Metadata XML again: the certificate in its signature is normally the active one, and is \
      listed among the signing certificates.
      """,
      .adFS: """
      Export FederationMetadata.xml again: the certificate in its signature is normally that of the primary \
      token-signing key, and is listed among the signing certificates.
      """,
    ],
    references: [.metadata("3.1.5"), .metadata("2.4.1.1")],
    failing: [
      .signed(Scaffold.signature(certificate: "«\(ExampleCertificates.other)»"))
    ],
    passing: [
      .signed(),
      .signed(
        Scaffold.signature(certificate: ExampleCertificates.other),
        keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.other)),
      .identityProvider(),
    ],
    check: .signature { subject, findings in
      guard subject.cover == .entity, !subject.isSurplus, let entity = subject.entity else { return }
      let role = keys(of: entity.identityProviders.flatMap(\.signingCertificates))
      let signers = subject.signature.certificates
      guard let signer = signers.first(where: { $0.certificate != nil }), !role.isEmpty,
        keys(of: signers).isDisjoint(with: role)
      else { return }
      findings.report(
        "the certificate in the signature is none of the identity provider's signing certificates",
        at: signer.element.content)
    })

  private static func keys(of certificates: [X509Certificate]) -> Set<Digest> {
    Set(certificates.compactMap { $0.certificate?.publicKeySHA256 })
  }

  static let repeatedID = Rule(
    "ALG007", "signed-id-repeated", .warning,
    summary: "Several elements have the ID that a signature names",
    why: """
      An ID belongs to one element. Where two have it, the software that verifies and the software that reads may each \
      take another one: a genuine signature then covers a forged part.
      """,
    remedy: "Do not use the file. Download it again from its owner, over HTTPS.",
    references: [.core("5.4.2"), Reference("xml:id", "https://www.w3.org/TR/xml-id/")],
    failing: [
      .signed(
        Scaffold.signature() + #"<md:Extensions><x:a xmlns:x="urn:example" ID="«_example1»"/></md:Extensions>"#),
      .signed(Scaffold.signature().replacing("<ds:KeyInfo>", with: #"<ds:KeyInfo Id="«_example1»">"#)),
      .signed(
        Scaffold.signature() + #"<md:Extensions><x:a xmlns:x="urn:example" xml:id="«_example1»"/></md:Extensions>"#),
    ],
    passing: [
      .signed(),
      .signed(Scaffold.signature() + #"<md:Extensions><x:a xmlns:x="urn:example" ID="_other"/></md:Extensions>"#),
      .identityProvider(
        entity: #"ID="_example1" entityID="http://www.okta.com/exk1fixture0example1""#,
        before: #"<md:Extensions><x:a xmlns:x="urn:example" ID="_example1"/></md:Extensions>"#),
    ],
    check: .signature { subject, findings in
      let identifiers = subject.identifiers
      guard !subject.isSurplus, identifiers.count > 1 else { return }
      findings.report(
        "the ID \(identifiers[0].value.quoted), which the signature names, belongs to \(identifiers.count) elements",
        at: identifiers[1].spot, related: [(.spot(identifiers[0].spot), "the signature is in this one")])
    })
}

extension Scaffold {
  /// The start tag of a signature, marked.
  fileprivate static let markedSignature = #"«<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">»"#
}
