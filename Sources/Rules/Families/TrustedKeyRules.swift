import Markup
import Parties
import SAML

/// The certificates that AWS trusts, against those in the identity provider's file.
extension Rule {
  static let noTrustedKey = Rule(
    "PAIR017", "trusted-certificates-lack-signing-key", .error,
    summary: "AWS trusts none of the identity provider's valid signing keys",
    why: """
      AWS verifies each assertion with the certificates that were imported, and does not read the metadata again. The key \
      that signs now is unknown to it, so nobody can sign in.
      """,
    remedy: """
      Import the certificate in IAM Identity Center: Settings > Identity source > Actions > Manage authentication > \
      Manage SAML 2.0 certificates > Import certificate.
      """,
    references: [.awsCertificates],
    failing: [
      .typed(
        TypedValues(trusted: TrustedCertificates(text: String(repeating: "AB:", count: 19) + "AB")),
        .identityProvider(keys: Scaffold.key("«\(ExampleCertificates.good)»")))
    ],
    passing: [
      .typed(TypedValues(trusted: .example(ExampleCertificates.good)), .identityProvider()),
      .typed(
        TypedValues(trusted: .example(ExampleCertificates.good)),
        .identityProvider(keys: Scaffold.signingKey + Scaffold.key(ExampleCertificates.other))),
    ],
    check: .trust { trust, findings in
      guard trust.known.isEmpty, let first = trust.unknown.first else { return }
      let others = trust.unknown.count == 1 ? "this key" : "any of the \(trust.unknown.count) valid signing keys"
      let given = trust.count == 1 ? "the certificate that AWS trusts is" : "the \(trust.count) that AWS trusts are"
      findings.report("\(given) not of \(others)", at: first.element.content)
    })

  static let untrustedKey = Rule(
    "PAIR018", "trusted-certificates-incomplete", .warning,
    summary: "AWS does not trust every valid signing key of the identity provider",
    why: """
      Sign-in works while the identity provider signs with the key that AWS knows. The day it changes to the other one, \
      nobody can sign in.
      """,
    remedy: """
      If the certificate is to be used, import it in AWS before the identity provider signs with it: Manage SAML 2.0 \
      certificates > Import certificate.
      """,
    references: [.awsCertificates],
    failing: [
      .typed(
        TypedValues(trusted: .example(ExampleCertificates.good)),
        .identityProvider(keys: Scaffold.signingKey + Scaffold.key("«\(ExampleCertificates.other)»")))
    ],
    passing: [.typed(TypedValues(trusted: .example(ExampleCertificates.good)), .identityProvider())],
    check: .trust { trust, findings in
      guard !trust.known.isEmpty else { return }
      for item in trust.unknown {
        findings.report("AWS does not trust this signing key yet", at: item.element.content)
      }
    })
}

/// An identity provider's valid signing certificates, by whether AWS trusts them.
private struct Trust {
  let known: [X509Certificate]
  let unknown: [X509Certificate]
  /// How many certificates AWS trusts.
  let count: Int

  init?(_ typed: TypedSubject) {
    guard let trusted = typed.values.trusted, let idp = typed.identityProvider else { return nil }
    let valid = idp.role.signingCertificates.filter { $0.isValid(at: idp.now) }
    known = valid.filter { item in item.certificate.map(trusted.trusts) ?? false }
    unknown = valid.filter { item in item.certificate.map { !trusted.trusts($0) } ?? false }
    count = trusted.count
  }
}

extension Rule.Check {
  /// Looks at what AWS trusts beside an identity provider's file.
  fileprivate static func trust(_ check: @escaping @Sendable (Trust, inout Findings) -> Void) -> Rule.Check {
    .typed(.trusted) { typed, findings in
      if let trust = Trust(typed) { check(trust, &findings) }
    }
  }
}

extension TrustedCertificates {
  fileprivate static func example(_ base64: String) -> TrustedCertificates? {
    TrustedCertificates(text: "-----BEGIN CERTIFICATE-----\n\(base64)\n-----END CERTIFICATE-----")
  }
}
