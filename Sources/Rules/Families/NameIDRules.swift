import Markup
import Parties
import SAML

extension Rule {
  static let emailFormatMissing = Rule(
    "NID001", "email-format-not-offered", .warning,
    summary: "The identity provider lists NameID formats, but not emailAddress",
    why: """
      IAM Identity Center requires the NameID format urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress. The list \
      only advertises; the format that is set in the identity provider's console decides. General federation advice \
      prefers transient or persistent NameIDs; AWS does not.
      """,
    remedy: "Set the application's NameID format to emailAddress in the identity provider's console.",
    remedies: .emailNameID,
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
      // The file is to be thrown away, for which there is a rule.
      .identityProvider(
        entity: #"entityID="https://portal.sso.eu-west-1.amazonaws.com/saml/assertion/MTExMTExMTExMTExX2lucy0xMjM0""#,
        formats: Scaffold.format("urn:oasis:names:tc:SAML:2.0:nameid-format:transient")),
    ],
    check: .identityProvider { idp, findings in
      let formats = idp.role.nameIDFormats.filter { !$0.uri.isEmpty }
      guard let first = formats.first, !formats.contains(where: { $0.name == .emailAddress || $0.isMisspeltEmail }),
        idp.addressOfIdentityCenter == nil
      else { return }
      findings.report(
        "IAM Identity Center requires emailAddress; found only \(formats.inWords)", at: first.element.content)
    })

  static let misspeltEmailFormat = Rule(
    "NID002", "email-format-misspelt", .warning,
    summary: "A NameID format that resembles emailAddress but is not the standard's",
    why: """
      SAML 2.0 keeps the URI of SAML 1.1, urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress. Software does not \
      recognise any other spelling.
      """,
    remedy: "Set the format to urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress, letter for letter.",
    remedies: .emailNameID,
    references: [.core("8.3.2"), .awsExternalIdP],
    failing: [
      .identityProvider(
        formats: "<md:NameIDFormat>«urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress»</md:NameIDFormat>"),
      .identityProvider(
        formats: "<md:NameIDFormat>«urn:oasis:names:tc:SAML:1.1:nameid-format:emailaddress»</md:NameIDFormat>"),
      .identityProvider(
        formats: "<md:NameIDFormat>«urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\u{A0}»</md:NameIDFormat>"),
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      for format in idp.role.nameIDFormats where format.isMisspeltEmail {
        let hidden = format.isDamagedEmail ? SuspiciousCharacter.all(in: format.uri).first : nil
        let what = hidden.map { ": it holds \($0)" } ?? ""
        findings.report(
          "\(format.uri.quoted) is not the standard's emailAddress\(what)", at: format.element.content,
          remedy: hidden.map { _ in
            """
            Download the metadata again and use it unedited: no console writes such a character. If it stays so, set the \
            format anew in the identity provider's console.
            """
          })
      }
    })

  static let emptyFormat = Rule(
    "NID003", "name-id-format-empty", .note,
    summary: "A NameIDFormat element without a value",
    why: "It says nothing, and software passes over it; files of IAM Identity Center have been seen with one.",
    remedy: "Nothing, if the format is set in the identity provider's console; otherwise set it to emailAddress there.",
    remedies: .emailNameID,
    references: [.metadata("2.4.1"), .core("8.3")],
    failing: [
      .identityProvider(formats: "«<md:NameIDFormat>»</md:NameIDFormat>"),
      .serviceProvider(formats: "«<md:NameIDFormat/>»"),
    ],
    passing: [.identityProvider(), .identityProvider(formats: "")],
    check: .entity { subject, findings in
      let formats =
        subject.entity.identityProviders.flatMap(\.nameIDFormats)
        + subject.entity.serviceProviders.flatMap(\.nameIDFormats)
      for format in formats where format.uri.isEmpty {
        findings.report("the NameIDFormat is empty", at: format.element.tag)
      }
    })

  static let emailFormatNotAskedFor = Rule(
    "NID004", "email-format-not-asked-for", .warning,
    summary: "AWS's file lists NameID formats, but not emailAddress",
    why: """
      IAM Identity Center requires the NameID format urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress; its own \
      files are reported to ask for it. An identity provider that takes the file at its word sends another one.
      """,
    remedy: """
      Download the service provider's metadata again from AWS's console and use it unedited; whatever it lists, set the \
      application's NameID format to emailAddress in the identity provider's console.
      """,
    references: [.awsExternalIdP, .core("8.3")],
    failing: [
      .serviceProvider(
        formats: "<md:NameIDFormat>«urn:oasis:names:tc:SAML:2.0:nameid-format:persistent»</md:NameIDFormat>"
          + Scaffold.format("urn:oasis:names:tc:SAML:2.0:nameid-format:transient")),
      .serviceProvider(
        formats: "<md:NameIDFormat>«urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress»</md:NameIDFormat>"),
    ],
    passing: [
      .serviceProvider(), .serviceProvider(formats: ""), .serviceProvider(formats: "<md:NameIDFormat/>"),
      // Whatever is set in the identity provider's console is as good.
      .serviceProvider(formats: Scaffold.format("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")),
      .serviceProvider(
        formats: Scaffold.format("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent") + Scaffold.emailFormat),
    ],
    check: .serviceProvider { sp, findings in
      let formats = sp.role.nameIDFormats.filter { !$0.uri.isEmpty }
      guard sp.subject.claimsAWS, let first = formats.first,
        !formats.contains(where: { $0.name == .emailAddress || $0.name == .unspecified })
      else { return }
      findings.report(
        "IAM Identity Center requires emailAddress; its file lists only \(formats.inWords)", at: first.element.content)
    })
}

extension [NameIDFormat] {
  /// The first of them by name, and how many more there are.
  fileprivate var inWords: String {
    let names = prefix(4).map { $0.name.map { "\($0.shortName)" } ?? $0.uri.quoted }
    let more = count > names.count ? " and \(count - names.count) more" : ""
    return names.joined(separator: ", ") + more
  }
}

extension NameIDFormat {
  /// Whether the URI ends like the e-mail format without being it.
  var isMisspeltEmail: Bool {
    guard name == nil, let last = visible.split(separator: ":").last?.lowercased() else { return false }
    return ["emailaddress", "email", "e-mail"].contains(last)
  }

  /// Whether it is the e-mail format but for characters that cannot be seen: the file was damaged on its way.
  fileprivate var isDamagedEmail: Bool { name == nil && visible == Name.emailAddress.rawValue }

  /// The URI without characters that cannot be seen.
  private var visible: String {
    let hidden = Set(SuspiciousCharacter.all(in: uri).map(\.scalar))
    return hidden.isEmpty ? uri : String(String.UnicodeScalarView(uri.unicodeScalars.filter { !hidden.contains($0) }))
  }
}

extension NameIDFormat.Name {
  /// The last part of the URI.
  var shortName: Substring { rawValue.split(separator: ":").last ?? "" }
}
