import Markup
import Parties
import SAML

extension Rule {
  static let unreadableCertificate = Rule(
    "KEY003", "certificate-unreadable", .error,
    summary: "An X509Certificate element does not contain a readable certificate",
    why: "AWS needs the certificate to verify the signature of every assertion.",
    remedy:
      "Download the metadata again and do not edit the certificate: it is one base64 text with nothing else in it.",
    remedies: .downloadAgain,
    references: [.metadata("2.4.1.1"), Reference("RFC 5280", "https://www.rfc-editor.org/rfc/rfc5280")],
    failing: [
      .identityProvider(keys: Scaffold.key("«MIIC(not base64)»")), .identityProvider(keys: Scaffold.key("«AAAA»")),
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.good.prefix(400))»")),
      .identityProvider(
        keys: "<md:KeyDescriptor><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data>"
          + "«<ds:X509Certificate>»</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"),
    ],
    passing: [.identityProvider(keys: Scaffold.key("\n  " + ExampleCertificates.good + "\n  "))],
    check: .identityProvider { idp, findings in
      for item in idp.role.signingCertificates where item.isUnreadable {
        findings.report("the certificate cannot be read: \(item.problem)", at: item.element.content)
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
    remedies: .downloadAgain,
    references: [
      .metadata("2.4.1.1"), Reference("XML Signature, section 4.5.4", "https://www.w3.org/TR/xmldsig-core1/"),
    ],
    failing: [
      .identityProvider(
        keys: Scaffold.key(
          "«-----BEGIN CERTIFICATE-----\n\(ExampleCertificates.good)\n-----END CERTIFICATE-----»")),
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key("«AAAA»", use: #" use="encryption""#)),
    ],
    passing: [.identityProvider(keys: Scaffold.key("\n  " + ExampleCertificates.good + "\n  "))],
    check: .entity { subject, findings in
      let providers = subject.entity.identityProviders
      guard
        providers.contains(where: \.hasUntidyCertificate)
          || subject.entity.serviceProviders.contains(where: \.hasUntidyCertificate)
      else { return }
      let signing = providers.flatMap(\.signingKeys).flatMap(\.certificates)
      let others =
        (providers.flatMap(\.keyDescriptors).filter { !$0.use.allowsSigning }
        + subject.entity.serviceProviders.flatMap(\.keyDescriptors)).flatMap(\.certificates)
      for item in signing + others where item.certificate != nil && !item.reading.problems.isEmpty {
        findings.report("the certificate was read, but \(item.problem)", at: item.element.content)
      }
      // Sign-in does not need these, so that what cannot be read in them breaks nothing.
      for item in others where item.isUnreadable {
        findings.report(
          "a certificate that sign-in does not need cannot be read: \(item.problem)", at: item.element.content)
      }
    })

  static let everyCertificateExpired = Rule(
    "KEY005", "every-signing-certificate-expired", .error,
    summary: "Every signing certificate has expired",
    why: "IAM Identity Center needs at least one valid certificate of the identity provider.",
    remedy: """
      Create a new signing certificate at the identity provider. Where IAM Identity Center has that provider already, \
      import it there: Settings > Identity source > Actions > Manage authentication > Manage SAML 2.0 certificates > \
      Import certificate.
      """,
    remedies: .newCertificate,
    references: [.awsCertificates, .awsExpiry],
    failing: [
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.expired)»")),
      // That of its issuer is no certificate to sign with.
      .identityProvider(keys: Scaffold.chain("«\(ExampleCertificates.issuedExpired)»", ExampleCertificates.authority)),
      .identityProvider(keys: Scaffold.chain(ExampleCertificates.authority, "«\(ExampleCertificates.issuedExpired)»")),
    ],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.key(ExampleCertificates.expired) + Scaffold.signingKey),
      // Two that do not certify each other are two keys.
      .identityProvider(keys: Scaffold.chain(ExampleCertificates.expired, ExampleCertificates.good)),
      .identityProvider(keys: Scaffold.chain(ExampleCertificates.issued, ExampleCertificates.endedAuthority)),
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
    remedies: .oldCertificate,
    references: [.awsCertificates],
    failing: [
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.expired)»") + Scaffold.signingKey),
      .identityProvider(keys: Scaffold.signingKey + Scaffold.key("«\(ExampleCertificates.expired)»")),
      .identityProvider(keys: Scaffold.chain("«\(ExampleCertificates.expired)»", ExampleCertificates.good)),
    ],
    passing: [
      .identityProvider(),
      .identityProvider(keys: Scaffold.chain(ExampleCertificates.issued, ExampleCertificates.endedAuthority)),
    ],
    check: .identityProvider { idp, findings in
      let dated = idp.dated
      guard dated.contains(where: { $0.isValid(at: idp.now) }) else { return }
      for key in dated where key.notAfter < idp.now {
        findings.report("the certificate expired on \(key.notAfter.date)", at: key.item.element.content)
      }
    })

  static let notYetValid = Rule(
    "KEY007", "signing-certificate-not-yet-valid", .warning,
    summary: "A signing certificate is not valid yet, beside one that is",
    why: "Until its first day it must not be relied on; the identity provider must not sign with it before.",
    remedy: "Activate it at the identity provider only after its first day.",
    remedies: .laterActivation,
    references: [.awsCertificates, .certificateValidity],
    failing: [.identityProvider(keys: Scaffold.signingKey + Scaffold.key("«\(ExampleCertificates.future)»"))],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      guard idp.dated.contains(where: { $0.isValid(at: idp.now) }) else { return }
      for key in idp.dated where key.notBefore > idp.now {
        findings.report("the certificate is not valid before \(key.notBefore.date)", at: key.item.element.content)
      }
    })

  static let noCertificateValidYet = Rule(
    "KEY014", "signing-certificates-all-in-the-future", .error,
    summary: "No signing certificate is valid now, and at least one will be",
    why: "At least one certificate of the identity provider must be valid. A wrong clock has the same effect.",
    remedy: "Wait, or create a certificate that is valid now; check the clock of the machine that created it.",
    references: [.awsCertificates, .certificateValidity],
    failing: [
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.future)»")),
      .identityProvider(
        keys: Scaffold.key(ExampleCertificates.expired) + Scaffold.key("«\(ExampleCertificates.future)»")),
    ],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.future)),
    ],
    check: .identityProvider { idp, findings in
      guard !idp.dated.contains(where: { $0.isValid(at: idp.now) }) else { return }
      for key in idp.dated where key.notBefore > idp.now {
        findings.report("the certificate is not valid before \(key.notBefore.date)", at: key.item.element.content)
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
    remedies: .nextCertificate,
    references: [.awsExpiry, .awsCertificates],
    failing: [
      .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.expiring)»")),
      // Between the two there are months without any.
      .identityProvider(
        keys: Scaffold.key("«\(ExampleCertificates.expiring)»") + Scaffold.key(ExampleCertificates.future)),
    ],
    passing: [
      .identityProvider(), .identityProvider(keys: Scaffold.key(ExampleCertificates.expiring) + Scaffold.signingKey),
    ],
    check: .identityProvider { idp, findings in
      let (last, next) = lastBeforeGap(idp.dated.filter { $0.notAfter >= idp.now })
      guard let last,
        idp.now.days(until: last.notAfter) <= max(idp.settings.expiryWindow, idp.settings.urgentWindow ?? 0)
      else { return }
      let gap = next.map { ", and the next one is not valid before \($0.notBefore.date)" } ?? ""
      findings.report(
        "the certificate expires on \(last.notAfter.date), in \(days(idp.now, last.notAfter))\(gap)",
        at: last.item.element.content,
        atLeast: idp.settings.urgentWindow.flatMap { idp.now.days(until: last.notAfter) <= $0 ? .error : nil })
    })

  /// The certificate with which the unbroken time of the first ones ends, and the one that comes after the gap.
  private static func lastBeforeGap(
    _ certificates: [DatedCertificate]
  ) -> (last: DatedCertificate?, next: DatedCertificate?) {
    var last: DatedCertificate?
    for key in certificates.sorted(by: { $0.notBefore < $1.notBefore }) {
      // The last second of one and the first of the next leave nothing between them.
      if let last, key.notBefore.seconds > last.notAfter.seconds, key.notBefore.seconds - 1 > last.notAfter.seconds {
        return (last, key)
      }
      if last.map({ $0.notAfter < key.notAfter }) ?? true { last = key }
    }
    return (last, nil)
  }

  private static func days(_ from: Instant, _ to: Instant) -> String {
    let count = from.days(until: to)
    return count == 1 ? "1 day" : "\(count) days"
  }
}

extension Reference {
  fileprivate static let certificateValidity = Reference(
    "RFC 5280, section 4.1.2.5", "https://www.rfc-editor.org/rfc/rfc5280")
}

extension RoleDescriptor {
  /// Whether there is anything to say about one of its certificates.
  fileprivate var hasUntidyCertificate: Bool {
    keyDescriptors.contains { $0.certificates.contains { $0.certificate == nil || !$0.reading.problems.isEmpty } }
  }
}

extension X509Certificate {
  /// Whether an instant lies between its first and its last; false where one of them cannot be read.
  func isValid(at now: Instant) -> Bool {
    guard let start = certificate?.notBefore, let end = certificate?.notAfter else { return false }
    return start <= now && now <= end
  }

  /// Whether there is no certificate in it; a private key has a rule of its own.
  fileprivate var isUnreadable: Bool { certificate == nil && !reading.holdsPrivateKey }

  /// The first thing that is wrong with it, in words.
  fileprivate var problem: String { reading.problems.first.map { "\($0)" } ?? "it cannot be read" }
}
