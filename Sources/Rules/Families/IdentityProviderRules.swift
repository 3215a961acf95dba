import Markup
import Parties
import SAML

extension Rule {
  static let noSignOnService = Rule(
    "IDP001", "sign-on-service-missing", .error,
    summary: "The identity provider has no SingleSignOnService",
    why: "AWS sends people there to sign in, and requires it in the metadata.",
    remedy: "Finish the SAML set-up of the application at the identity provider, then download the file again.",
    remedies: .downloadAgain,
    references: [.metadata("2.4.3"), .awsExternalIdP],
    failing: [
      .document(
        #"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example">"#
          + "«<md:IDPSSODescriptor \(Scaffold.protocols)>»\(Scaffold.signingKey)\(Scaffold.emailFormat)"
          + "</md:IDPSSODescriptor></md:EntityDescriptor>")
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      if idp.role.singleSignOnServices.isEmpty {
        findings.report("the identity provider has no SingleSignOnService", at: idp.role.element.tag)
      }
    })

  static let noBrowserBinding = Rule(
    "IDP002", "sign-on-binding-unusable", .error,
    summary: "No SingleSignOnService offers HTTP-Redirect or HTTP-POST",
    why: """
      Sign-in requests go through the browser, by HTTP-Redirect or HTTP-POST; SOAP and artifacts need a connection between \
      the two servers.
      """,
    remedy:
      "Enable HTTP-Redirect or HTTP-POST for the application at the identity provider, then download the file again.",
    remedies: .browserBinding,
    references: [.profiles("4.1"), .metadata("2.4.3")],
    failing: [
      .identityProvider(
        endpoints: #"<md:SingleSignOnService Binding="«urn:oasis:names:tc:SAML:2.0:bindings:SOAP»" Location="#
          + #""https://idp.example/soap"/>"#)
    ],
    passing: [.identityProvider()],
    check: .identityProvider { idp, findings in
      let services = idp.role.singleSignOnServices
      guard let first = services.first, idp.role.supportsSAML2,
        !services.contains(where: { $0.binding == .httpPOST || $0.binding == .httpRedirect })
      else { return }
      let names = services.map { $0.binding?.name ?? ($0.bindingAttribute?.value.collapsed ?? "no binding").quoted }
      findings.report(
        "HTTP-Redirect or HTTP-POST is needed; found only \(names.distinct.joined(separator: ", "))",
        at: first.bindingAttribute?.spot ?? first.element.tag)
    })

  static let insecureSignOnURL = Rule(
    "IDP003", "sign-on-url-insecure", .error,
    summary: "A sign-in URL uses http, not https",
    why: "Passwords and assertions would cross the network in the clear.",
    remedy: "Give the identity provider an https address, then download the file again.",
    remedies: .signOnAddress,
    references: [.metadata("2.4.3"), .awsExternalIdP],
    failing: [.identityProvider(endpoints: Scaffold.signOn("«http://idp.example/sso»"))],
    passing: [.identityProvider(endpoints: Scaffold.signOn("HTTPS://idp.example/sso"))],
    check: .identityProvider { idp, findings in
      for address in idp.addresses where address.url.schemeName == "http" {
        findings.report("the sign-in URL uses http, not https", at: address.spot)
      }
    })

  static let brokenSignOnURL = Rule(
    "IDP004", "sign-on-url-broken", .error,
    summary: "A sign-in URL is missing or is not a valid web address",
    why: "The browser is sent there to sign in. AWS checks the URLs of a metadata file on upload.",
    remedy: "Correct the address in the identity provider's console, then download the file again.",
    remedies: .signOnAddress,
    references: [.metadata("2.2.2"), .awsExternalIdP],
    failing: [
      .identityProvider(endpoints: Scaffold.signOn("«javascript:alert(1)»")),
      .identityProvider(endpoints: Scaffold.signOn("«/sso/saml»")),
      .identityProvider(endpoints: Scaffold.signOn("«https:/idp.example/sso»")),
      .identityProvider(endpoints: Scaffold.signOn("«https://good.example@evil.example/sso»")),
      .identityProvider(
        endpoints: #"«<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"/>»"#),
    ],
    passing: [
      .identityProvider(), .identityProvider(endpoints: Scaffold.signOn("https://idp.example:8443/sso?x=%20")),
    ],
    check: .identityProvider { idp, findings in
      for service in idp.browserServices where service.location == nil {
        findings.report("the endpoint has no Location", at: service.element.tag)
      }
      for address in idp.addresses {
        if let problem = address.url.breakage, address.placeholder == nil {
          findings.report("the sign-in URL \(problem)", at: address.spot)
        }
      }
    })

  static let oddSignOnURL = Rule(
    "IDP005", "sign-on-url-unusual", .warning,
    summary: "A sign-in URL that works in some browsers or networks only, or leads to another page",
    why: """
      White space, invisible characters and look-alike letters work in some browsers only; IP addresses and local host \
      names may work inside one network only. An & that was escaped twice sends the browser on with &amp; in the address. \
      A request by HTTP-Redirect is put into the query of the address; behind a fragment (#) it never reaches the server.
      """,
    remedy: "Enter the address again at the identity provider, with a public host name, then download the file again.",
    remedies: .signOnAddress,
    references: [
      .metadata("2.2.2"), Reference("RFC 3986", "https://www.rfc-editor.org/rfc/rfc3986"),
      Reference("SAML 2.0 Bindings, section 3.4.4", Reference.bindingsURL),
    ],
    failing: [
      .identityProvider(endpoints: Scaffold.signOn("«https://idp.example/sso »")),
      .identityProvider(endpoints: Scaffold.signOn("«https://127.0.0.1/sso»")),
      .identityProvider(endpoints: Scaffold.signOn("«https://idp.ex\u{200B}ample/sso»")),
      .identityProvider(endpoints: Scaffold.signOn("«https://idp.example/sso?id=1&amp;amp;app=2»")),
      .identityProvider(endpoints: Scaffold.signOn("«https://idp.example/app#sso»")),
    ],
    passing: [
      .identityProvider(), .identityProvider(endpoints: Scaffold.signOn("https://idp.example/sso?id=1&amp;app=2")),
      .identityProvider(endpoints: Scaffold.signOn("https://idp.example:443/sso")),
    ],
    check: .identityProvider { idp, findings in
      for address in idp.addresses
      where address.url.breakage == nil && address.url.schemeName != "http" {
        // White space around the address was collapsed away; it is odd all the same.
        if let problem = address.urlAsWritten.problems.first(where: \.kind.isOdd), address.placeholder == nil {
          findings.report("the sign-in URL \(problem)", at: address.spot)
        }
      }
    })

  static let signedRequestsWanted = Rule(
    "IDP006", "signed-requests-wanted", .warning,
    summary: "The identity provider asks for signed requests",
    why: """
      IAM Identity Center does not sign its requests. Many products only advertise the flag (Keycloak does so by \
      default), but a product that means it refuses every sign-in that starts at AWS.
      """,
    remedy:
      "Turn off the check of request signatures for this application, then test a sign-in that starts at the portal.",
    remedies: .unsignedRequests.followed(by: "Then test a sign-in that starts at the portal."),
    references: [.awsExternalIdP, .metadata("2.4.3")],
    failing: [
      .identityProvider(role: #"WantAuthnRequestsSigned="«true»""#),
      .identityProvider(role: #"WantAuthnRequestsSigned="« 1 »""#),
    ],
    passing: [.identityProvider(role: #"WantAuthnRequestsSigned="0""#), .identityProvider(role: "")],
    check: .identityProvider { idp, findings in
      if let wanted = idp.role.wantAuthnRequestsSigned, wanted.boolean == true {
        findings.report(
          "signed requests are asked for, but IAM Identity Center does not sign its requests", at: wanted.spot)
      }
    })

  static let otherProtocol = Rule(
    "IDP007", "saml2-not-supported", .error,
    summary: "The identity provider's role does not list SAML 2.0",
    why: "IAM Identity Center supports SAML 2.0 only.",
    remedy: "Download the SAML 2.0 metadata of the application; files for SAML 1.1 and WS-Federation look similar.",
    remedies: .downloadAgain,
    references: [.metadata("2.4.1"), .awsExternalIdP],
    failing: [
      .identityProvider(protocols: #"protocolSupportEnumeration="«urn:oasis:names:tc:SAML:1.1:protocol»""#)
    ],
    passing: [
      .identityProvider(
        protocols:
          #"protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol  urn:oasis:names:tc:SAML:2.0:protocol""#),
      // A role of its own for each protocol.
      .identityProvider(
        after: #"<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol">"#
          + "\(Scaffold.signingKey)\(Scaffold.signOn)</md:IDPSSODescriptor>"),
    ],
    check: .identityProvider { idp, findings in
      guard !idp.role.supportsSAML2 else { return }
      let attribute = idp.role.element.attribute("protocolSupportEnumeration")
      findings.report(
        "the role does not list the protocol \(Namespace.protocolMessages.quoted)",
        at: attribute?.spot ?? idp.role.element.tag)
    })

  static let severalRoles = Rule(
    "IDP008", "several-identity-providers", .warning,
    summary: "The entity has several IDPSSODescriptor roles",
    why: "Software may use the first role, the last one, or the keys of all; AWS does not document which it trusts.",
    remedy: "Keep the role of the application that AWS is to trust, and delete the others.",
    references: [.metadata("2.3.2")],
    failing: [
      .identityProvider(
        after: #"«<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">»"#
          + Scaffold.signingKey + Scaffold.emailFormat + Scaffold.signOn + "</md:IDPSSODescriptor>")
    ],
    passing: [.identityProvider()],
    check: .entity { subject, findings in
      let roles = subject.entity.identityProviders
      guard roles.count > 1 else { return }
      findings.report(
        "the entity has \(roles.count) IDPSSODescriptor roles", at: roles[1].element.tag,
        related: [(.spot(roles[0].element.tag), "the first one")])
    })

  static let severalSignOnServices = Rule(
    "IDP010", "sign-on-services-of-one-binding", .warning,
    summary: "Two SingleSignOnService elements have the same binding and different addresses",
    why: "Nothing says which one is meant, and AWS does not document which one it takes.",
    remedy: "Delete the one that is not in use from the file, or correct the identity provider's configuration.",
    remedies: .signOnAddress,
    references: [.metadata("2.4.3")],
    failing: [
      .identityProvider(endpoints: Scaffold.signOn + Scaffold.signOn("«https://example.okta.com/app/other/sso/saml»"))
    ],
    passing: [
      .identityProvider(endpoints: Scaffold.signOn + Scaffold.signOn),
      .identityProvider(
        endpoints: Scaffold.signOn
          + Scaffold.signOn(
            "https://example.okta.com/redirect", binding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect")),
    ],
    check: .identityProvider { idp, findings in
      for binding in [Binding.httpPOST, .httpRedirect] {
        let locations = idp.browserServices.filter { $0.binding == binding }.compactMap(\.location)
        guard let first = locations.first,
          let other = locations.first(where: { $0.collapsed != first.collapsed })
        else { continue }
        findings.report(
          "there is another address for \(binding.name)", at: other.spot,
          related: [(.spot(first.spot), "the first one")])
      }
    })

  static let accountFederationApplication = Rule(
    "IDP009", "okta-account-federation-application", .warning,
    summary: "The sign-in URL names Okta's application for federation with IAM, not the one for IAM Identity Center",
    why: """
      Okta's catalog has similar applications. The sign-in URL contains the application's key: in every file seen, \
      amazon_aws is AWS Account Federation, which sends people to another endpoint of AWS, and amazon_aws_sso is AWS IAM \
      Identity Center. Okta documents neither key.
      """,
    remedy: """
      In Okta, under Applications > Applications > Browse App Catalog, add AWS IAM Identity Center. Take the metadata \
      from that application: Sign On > SAML Signing Certificates > Actions > View IdP metadata.
      """,
    references: [
      Reference(
        "IAM Identity Center user guide: Configure SAML and SCIM with Okta",
        "https://docs.aws.amazon.com/singlesignon/latest/userguide/gs-okta.html")
    ],
    failing: [
      .identityProvider(
        endpoints: Scaffold.signOn("«https://example.okta.com/app/amazon_aws/exk1fixture0example1/sso/saml»"))
    ],
    passing: [
      .identityProvider(),
      .identityProvider(
        endpoints: Scaffold.signOn("https://example.okta.com/app/example_aws_1/exk1fixture0example1/sso/saml")),
    ],
    check: .identityProvider { idp, findings in
      guard let address = idp.addresses.first(where: \.namesAccountFederation),
        idp.guess.oktaApplication == .accountFederation
      else { return }
      findings.report(
        "the sign-in URL has the key of Okta's AWS Account Federation application (amazon_aws)", at: address.spot)
    })
}

extension StatedAddress {
  private static let words = ShortWords("/app/ama")

  /// Whether the key of Okta's other application is in it.
  fileprivate var namesAccountFederation: Bool {
    Self.words.occur(in: text) && url.path.text.hasPrefix("/app/amazon_aws/")
  }
}

extension WebAddress {
  /// Why the address leads nowhere, or nowhere good, to follow "the address"; nil for http and https addresses that do.
  var breakage: Problem? {
    problems.first { problem in
      switch problem.kind {
      case .otherScheme, .userInfo, .backslash: true
      default: problem.kind.breaksAddress
      }
    }
  }
}

extension WebAddress.Kind {
  /// Whether an address with this problem works for some readers only.
  var isOdd: Bool {
    switch self {
    case .whiteSpace, .invisible, .outsideSyntax, .nonASCIIHost, .ipAddressHost, .loopbackHost, .privateHost,
      .singleLabelHost, .localNameHost, .escapedTwice, .fragment:
      true
    default: false
    }
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
