import Markup
import Parties
import SAML

/// Which certificates a role lists, how many, and whose they are.
extension Rule {
  static let longCertificate = Rule(
    "KEY015", "certificate-too-long", .error,
    summary: "A signing certificate has more than 2,500 characters as PEM file",
    why: "IAM Identity Center takes no identity provider certificate above that limit.",
    remedy: "Create a signing certificate with fewer names and extensions, self-signed and without a chain.",
    remedies: .newCertificate,
    references: [.aws("Quotas", "limits"), .awsCertificates],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.long)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for item in idp.leadingCertificates {
        guard let length = item.certificate?.pemCharacters, length > AWSLimits.certificateCharacters else { continue }
        findings.report(
          "the certificate has \(length) characters as PEM file; AWS's limit is \(AWSLimits.certificateCharacters)",
          at: item.element.content)
      }
    })

  static let severalSigningKeys = Rule(
    "KEY019", "several-signing-keys", .note,
    summary: "The identity provider lists several signing keys that are valid now",
    why: """
      AWS trusts every certificate that was imported, so a rotation can be prepared this way. The file does not say \
      which key signs now; some providers list inactive ones too.
      """,
    remedy: "Compare the fingerprints with the certificate that is marked active in the identity provider's console.",
    references: [.awsCertificates],
    failing: [
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key("«\(ExampleCertificates.other)»"))
    ],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.signingKey + Scaffold.signingKey),
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.expired)),
    ],
    check: .identityProvider { idp, findings in
      let valid = idp.leadingCertificates.filter { $0.isValid(at: idp.now) }
      guard valid.count > 1 else { return }
      var seen: Set<Digest> = []
      let distinct = valid.filter { idp.publicKeySHA256(of: $0).map { seen.insert($0).inserted } ?? false }
      guard let first = distinct.first, distinct.count > 1 else { return }
      let names = distinct.compactMap { $0.certificate?.sha1.hexadecimal(separator: ":") }
      let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
      findings.report(
        "\(distinct.count) signing keys are valid now, with the SHA-1 fingerprints \(shown)",
        at: distinct[1].element.content, related: [(.spot(first.element.content), "the first of them")])
    })

  static let repeatedCertificate = Rule(
    "KEY020", "certificate-repeated", .note,
    summary: "The same signing certificate is listed twice",
    why: "It does no harm, but a rotation for which two certificates were expected has brought no new one.",
    remedy:
      "If a new certificate was meant to be there, create it at the identity provider and download the file again.",
    references: [.metadata("2.4.1.1"), .awsCertificates],
    failing: [.identityProvider(keys: Scaffold.signingKey + Scaffold.key("«\(ExampleCertificates.good)»"))],
    passing: [
      .identityProvider(),
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.good, use: #" use="encryption""#)),
    ],
    check: .identityProvider { idp, findings in
      guard idp.role.signingCertificates.count > 1 else { return }
      var first: [Certificate: Element] = [:]
      for item in idp.role.signingCertificates {
        guard let certificate = item.certificate else { continue }
        if let earlier = first[certificate] {
          findings.report(
            "the certificate is listed already", at: item.element.content,
            related: [(.spot(earlier.content), "the same certificate")])
        } else {
          first[certificate] = item.element
        }
      }
    })

  static let severalInOneKey = Rule(
    "KEY021", "several-certificates-in-one-key", .warning,
    summary: "One KeyDescriptor of a signing key holds several certificates",
    why: """
      Inside one KeyDescriptor the certificates are meant to be one key with its chain, and software takes the first one \
      or the last one. Two keys belong into two KeyDescriptors.
      """,
    remedy: "Leave only the signing certificate in the KeyDescriptor; AWS needs no chain.",
    references: [
      Reference(
        "SAML 2.0 Metadata Interoperability Profile, section 2.5.1",
        "https://docs.oasis-open.org/security/saml/Post2.0/sstc-metadata-iop.pdf")
    ],
    failing: [
      .identityProvider(
        keys: Scaffold.key(
          "\(ExampleCertificates.good)</ds:X509Certificate><ds:X509Certificate>«\(ExampleCertificates.other)»"))
    ],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.other)),
    ],
    check: .identityProvider { idp, findings in
      for key in idp.role.signingKeys {
        guard let first = key.certificates.first, key.certificates.count > 1 else { continue }
        findings.report(
          "the KeyDescriptor holds \(key.certificates.count) certificates", at: key.certificates[1].element.content,
          related: [(.spot(first.element.content), "its first certificate")])
      }
    })

  static let tenantWideCertificate = Rule(
    "KEY022", "tenant-wide-certificate", .warning,
    summary: "The certificate is the one that Entra ID shares among applications, not this application's",
    why: """
      Entra ID signs for an application with the application's own certificate. The metadata of the tenant lists others, \
      by which AWS can be expected to refuse every sign-in.
      """,
    remedy: """
      Download Federation Metadata XML from the application: Enterprise applications > the application > Single sign-on \
      > SAML Certificates.
      """,
    references: [
      Reference(
        "Microsoft: manage certificates for federated single sign-on",
        "https://learn.microsoft.com/entra/identity/enterprise-apps/tutorial-manage-certificates-for-federated-single-sign-on"
      )
    ],
    failing: [.identityProvider(keys: Scaffold.key("«\(ExampleCertificates.tenantWide)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for item in idp.role.signingCertificates {
        guard let certificate = item.certificate, Rule.mayBeTenantWide(certificate),
          let name = certificate.subject.commonName, Rule.tenantWideNames.contains(name.lowercased())
        else { continue }
        findings.report("the certificate belongs to \(name.quoted), which all tenants share", at: item.element.content)
      }
    })

  /// Subjects of the certificates with which the service signs for the tenants themselves, in metadata seen in public.
  private static let tenantWideNames: Set = [
    "accounts.accesscontrol.windows.net", "login.microsoftonline.us", "login.microsoftonline.com",
    "stamp2.login.microsoftonline.com",
  ]

  /// One of these is in every one of those names.
  private static let tenantWideWords = ShortWords("windows.", "microsof")

  /// Whether the subject can be one of those: it is not read where it holds none of the words, in one byte for a letter.
  private static func mayBeTenantWide(_ certificate: Certificate) -> Bool {
    let subject = certificate.subjectBytes
    return tenantWideWords.occur(in: subject.span) || subject.contains(0)
  }
}

extension Certificate {
  /// The characters of the PEM file: base64 in lines of 64, between the lines that begin and end it, line ends included.
  fileprivate var pemCharacters: Int {
    let base64 = (der.count + 2) / 3 * 4
    return base64 + (base64 + 63) / 64 + "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n".utf8.count
  }
}
