import Markup
import Parties
import SAML

/// The entityID, the NameID format and the sign-on URL as consoles show them, against the files.
extension Rule {
  static let typedIssuerDiffers = Rule(
    "PAIR009", "typed-issuer-differs", .error,
    summary: "The audience in the identity provider's console is not the entityID of AWS's file",
    why: """
      The identity provider puts this value into the audience of its answer, and AWS compares it with its issuer URL \
      character by character. It also knows AWS's requests by it.
      """,
    remedy: "Delete the value and paste the IAM Identity Center issuer URL from AWS's console or out of its file.",
    remedies: .issuer,
    references: [.awsExternalIdP, .core("2.5.1.4")],
    failing: [
      .typed(
        TypedValues(entityID: Scaffold.issuer + "/"), .serviceProvider(entity: Scaffold.markedIssuer)),
      .typed(
        TypedValues(entityID: "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-1234567891"),
        .serviceProvider(entity: Scaffold.markedIssuer)),
    ],
    passing: [
      .typed(TypedValues(entityID: Scaffold.issuer), .serviceProvider()),
      // The ACS URL in this place has a rule of its own.
      .typed(TypedValues(entityID: Scaffold.acs), .serviceProvider()),
    ],
    check: .typed(.entityID) { typed, findings in
      guard let text = typed.values.entityID, let entityID = typed.serviceProvider?.entityID,
        typed.otherAddress(inPlaceOf: entityID) == nil,
        let difference = TextDifference(expected: entityID.text, found: text)
      else { return }
      findings.report(
        "the console's entity ID \(Rule.words(for: difference, entityID)): \(text.quoted)", at: entityID.spot)
    })

  static let typedIssuerIsAnotherAddress = Rule(
    "PAIR010", "typed-issuer-is-another-address", .error,
    summary: "What stands as audience in the identity provider's console is another address",
    why: "AWS accepts only answers whose audience is its issuer URL; the ACS URL and the portal are other addresses.",
    remedy: "Put the value that AWS calls IAM Identity Center issuer URL there.",
    remedies: .issuer,
    references: [.awsExternalIdP],
    failing: [
      .typed(TypedValues(entityID: Scaffold.acs), .serviceProvider(entity: Scaffold.markedIssuer)),
      .typed(
        TypedValues(entityID: "https://d-1234567890.awsapps.com/start"),
        .serviceProvider(entity: Scaffold.markedIssuer)),
      .typed(TypedValues(entityID: "urn:amazon:webservices"), .serviceProvider(entity: Scaffold.markedIssuer)),
      .typed(
        TypedValues(entityID: "http://www.okta.com/exk1fixture0example1"),
        .serviceProvider(entity: Scaffold.markedIssuer), identityProvider: .identityProvider()),
    ],
    passing: [.typed(TypedValues(entityID: Scaffold.issuer), .serviceProvider())],
    check: .typed(.entityID) { typed, findings in
      guard let text = typed.values.entityID, let entityID = typed.serviceProvider?.entityID,
        let other = typed.otherAddress(inPlaceOf: entityID)
      else { return }
      findings.report("the console's entity ID is \(other): \(text.quoted)", at: entityID.spot)
    })

  static let typedFormatIsAnother = Rule(
    "PAIR011", "typed-format-is-another", .warning,
    summary: "The NameID format in the identity provider's console is not emailAddress",
    why: """
      IAM Identity Center wants the format urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress. What it does with \
      another is not documented; people who met one report that sign-in ends in an error.
      """,
    remedy: "Set the application's Name ID format to email address.",
    remedies: .emailNameID,
    references: [.awsExternalIdP, .core("8.3")],
    failing: [
      .typed(
        TypedValues(nameIDFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
        .serviceProvider(formats: Scaffold.markedFormat)),
      .typed(TypedValues(nameIDFormat: "UNSPECIFIED"), .serviceProvider(formats: Scaffold.markedFormat)),
    ],
    passing: [
      .typed(
        TypedValues(nameIDFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"), .serviceProvider()),
      .typed(TypedValues(nameIDFormat: "EMAIL"), .serviceProvider()),
      .typed(TypedValues(nameIDFormat: "Email address"), .serviceProvider()),
    ],
    check: .typed(.nameIDFormat) { typed, findings in
      guard let text = typed.values.nameIDFormat, case .other(let name) = TypedFormat(text), let spot = typed.formatSpot
      else { return }
      findings.report("the console's NameID format is \(name), and IAM Identity Center wants emailAddress", at: spot)
    })

  static let typedFormatMisspelt = Rule(
    "PAIR012", "typed-format-misspelt", .warning,
    summary: "The NameID format in the identity provider's console looks like emailAddress but is not the standard's",
    why:
      "The format belongs to SAML 1.1: urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress. No reader knows another.",
    remedy: "Set the format to urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress, letter by letter.",
    remedies: .emailNameID,
    references: [.core("8.3.2"), .awsExternalIdP],
    failing: [
      .typed(
        TypedValues(nameIDFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress"),
        .serviceProvider(formats: Scaffold.markedFormat)),
      .typed(TypedValues(nameIDFormat: "emailAdress"), .serviceProvider(formats: Scaffold.markedFormat)),
    ],
    passing: [.typed(TypedValues(nameIDFormat: "EmailAddress"), .serviceProvider())],
    check: .typed(.nameIDFormat) { typed, findings in
      guard let text = typed.values.nameIDFormat, case .misspelt(let difference) = TypedFormat(text),
        let spot = typed.formatSpot
      else { return }
      findings.report("the console's NameID format \(difference): \(text.quoted)", at: spot)
    })

  static let typedSignOnDiffers = Rule(
    "PAIR013", "typed-sign-on-url-differs", .warning,
    summary: "The sign-in URL in AWS's console is none of those in the identity provider's file",
    why: """
      AWS sends people there to sign in. It keeps the address that was given once: where the identity provider has moved \
      since, or the address was mistyped, they arrive nowhere or at another application.
      """,
    remedy: """
      Compare it with the identity provider's console. If the file is right, replace the metadata in AWS: Settings > \
      Identity source > Actions > Manage authentication.
      """,
    remedies: .signOnURL,
    references: [.awsExternalIdP, .metadata("2.4.3")],
    failing: [
      .typed(
        TypedValues(signOnURL: Scaffold.signOnURL + "/"),
        .identityProvider(endpoints: Scaffold.signOn("«\(Scaffold.signOnURL)»"))),
      .typed(
        TypedValues(signOnURL: "https://login.example.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml"),
        .identityProvider(endpoints: Scaffold.signOn("«\(Scaffold.signOnURL)»"))),
    ],
    passing: [.typed(TypedValues(signOnURL: Scaffold.signOnURL), .identityProvider())],
    check: .typed(.signOnURL) { typed, findings in
      guard let text = typed.values.signOnURL, typed.otherAddressAsSignOn == nil,
        let nearest = typed.identityProvider?.addresses.nearest(to: text),
        let difference = TextDifference(expected: nearest.text, found: text)
      else { return }
      findings.report("the console's sign-in URL \(difference): \(text.quoted)", at: nearest.spot)
    })

  static let typedSignOnIsAnotherAddress = Rule(
    "PAIR014", "typed-sign-on-url-is-another-address", .error,
    summary: "What stands as the identity provider's sign-in URL in AWS's console is another address",
    why: "AWS sends people there to sign in; its own addresses and the identity provider's name are no sign-in page.",
    remedy: "Put the identity provider's SSO URL into IdP sign-in URL, or give AWS the identity provider's file.",
    remedies: .signOnURL,
    references: [.awsExternalIdP, .metadata("2.4.3")],
    failing: [
      .typed(
        TypedValues(signOnURL: "https://d-1234567890.awsapps.com/start"),
        .identityProvider(endpoints: Scaffold.signOn("«\(Scaffold.signOnURL)»"))),
      .typed(
        TypedValues(signOnURL: "http://www.okta.com/exk1fixture0example1"),
        .identityProvider(endpoints: Scaffold.signOn("«\(Scaffold.signOnURL)»"))),
    ],
    passing: [.typed(TypedValues(signOnURL: Scaffold.signOnURL), .identityProvider())],
    check: .typed(.signOnURL) { typed, findings in
      guard let text = typed.values.signOnURL, let other = typed.otherAddressAsSignOn,
        let nearest = typed.identityProvider?.addresses.nearest(to: text)
      else { return }
      findings.report("the console's sign-in URL is \(other): \(text.quoted)", at: nearest.spot)
    })

  /// How a typed entityID differs, named by what an issuer URL is made of.
  private static func words(for difference: TextDifference, _ entityID: StatedAddress) -> String {
    guard case .issuer(let expected) = entityID.aws,
      case .issuer(let found) = AWSAddress.recognise(difference.found), difference.kind != .letterCase
    else { return difference.description }
    if found.region.partition != expected.region.partition {
      return "is in \(found.region.partition.displayName) (\(found.region)), and the file's is in \(expected.region)"
    }
    if found.region != expected.region { return "has the Region \(found.region) where \(expected.region) is expected" }
    guard difference.kind == .other else { return difference.description }
    return "is of another instance of IAM Identity Center, or mistyped: it \(difference)"
  }
}

extension TypedSubject {
  /// What the typed entityID is, where it certainly is no issuer URL.
  fileprivate func otherAddress(inPlaceOf entityID: StatedAddress) -> String? {
    guard let text = values.entityID?.collapsed, !entityID.isExactly(text) else { return nil }
    let address = AWSAddress.recognise(text)
    switch address {
    case .assertionConsumerService, .accessPortal, .scim, .oidcIssuer, .iamFederation, .otherService,
      .identityCenterAsIdentityProvider:
      return address.description
    case .unusual(.assertionConsumerService, _), .unusual(.accessPortal, _), .unusual(.scim, _), .unusual(.console, _):
      return address.description
    case .foreign: return ownAddress(text)
    case .issuer, .missingSignIn, .unusual: return nil
    }
  }

  /// What the typed sign-in URL is, where it certainly is no sign-in page of the identity provider.
  fileprivate var otherAddressAsSignOn: String? {
    guard let text = values.signOnURL?.collapsed, let identityProvider,
      !identityProvider.addresses.contains(where: { $0.isExactly(text) })
    else { return nil }
    let address = AWSAddress.recognise(text)
    return address.isOutsideIdentityCenter ? ownAddress(text) : address.description
  }

  /// Where the files name the e-mail format, else where they would.
  fileprivate var formatSpot: Spot? {
    let sides: [(any RoleDescriptor)?] = [serviceProvider?.role, identityProvider?.role]
    let roles = sides.compactMap(\.self)
    let formats = roles.flatMap(\.nameIDFormats)
    return (formats.first { $0.name == .emailAddress } ?? formats.first)?.element.content ?? roles.first?.element.tag
  }
}

extension Scaffold {
  fileprivate static let markedIssuer = "entityID=\"«\(issuer)»\""
  fileprivate static let markedFormat = format("«urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress»")
}
