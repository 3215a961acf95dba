import Markup
import Parties
import SAML

extension Rule {
  static let emailFormatMissing = Rule(
    "NID001", "email-format-not-offered", .warning,
    summary: "The identity provider lists NameID formats, and emailAddress is not among them",
    why: """
      IAM Identity Center wants the NameID format urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress. The list only \
      advertises; what counts is the format that the application sends, which is set in the console. Where general \
      federation advice asks for transient or persistent ids, AWS's demand wins.
      """,
    remedy: "Set the application's Name ID format to email address in the identity provider's console.",
    remedies: [
      .okta: "In the application's Sign On tab set Application username format to Email or Okta username.",
      .googleWorkspace: "On the page Service provider details set Name ID format to EMAIL.",
      .jumpCloud: "In the application's SSO tab set SAMLSubject NameID Format to emailAddress.",
      .oneLogin: "In the application's Parameters set the NameID value to Email.",
      .keycloak: "In the client's settings set Name ID format to email and Force name ID format to On.",
    ],
    references: [.awsExternalIdP, .core("8.3")],
    failing: [
      .identityProvider(
        formats: "<md:NameIDFormat>«urn:oasis:names:tc:SAML:2.0:nameid-format:transient»</md:NameIDFormat>"
          + "<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>")
    ],
    passing: [
      .identityProvider(formats: ""),
      .identityProvider(
        formats: "<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>"
          + "<md:NameIDFormat>\n  urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\n</md:NameIDFormat>"),
    ],
    check: .identityProvider { idp, findings in
      let formats = idp.role.nameIDFormats.filter { !$0.uri.isEmpty }
      guard let first = formats.first, !formats.contains(where: { $0.name == .emailAddress || $0.isMisspeltEmail })
      else { return }
      let names = formats.prefix(4).map { $0.name.map { "\($0.shortName)" } ?? $0.uri.quoted }
      findings.report(
        "IAM Identity Center wants emailAddress, and only \(names.joined(separator: ", ")) is offered",
        at: first.element.content)
    })

  static let misspeltEmailFormat = Rule(
    "NID002", "email-format-misspelt", .warning,
    summary: "A NameID format that looks like emailAddress but is not the standard's",
    why:
      "The format belongs to SAML 1.1: urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress. No reader knows another.",
    remedy: "Set the format to urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress, letter by letter.",
    references: [.core("8.3.2"), .awsExternalIdP],
    failing: [
      .identityProvider(
        formats: "<md:NameIDFormat>«urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress»</md:NameIDFormat>"),
      .identityProvider(
        formats: "<md:NameIDFormat>«urn:oasis:names:tc:SAML:1.1:nameid-format:emailaddress»</md:NameIDFormat>"),
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for format in idp.role.nameIDFormats where format.isMisspeltEmail {
        findings.report(
          "\(format.uri.quoted) is not the standard's \(NameIDFormat.Name.emailAddress.rawValue.quoted)",
          at: format.element.content)
      }
    })
}

extension NameIDFormat {
  /// Whether the URI ends like the e-mail format without being it.
  var isMisspeltEmail: Bool {
    guard name == nil, let last = uri.split(separator: ":").last?.lowercased() else { return false }
    return ["emailaddress", "email", "e-mail"].contains(last)
  }
}

extension NameIDFormat.Name {
  /// The last part of the URI.
  var shortName: Substring { rawValue.split(separator: ":").last ?? "" }
}
