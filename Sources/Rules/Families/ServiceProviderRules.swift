import Markup
import Parties
import SAML

extension Rule {
  static let noConsumer = Rule(
    "SP001", "acs-missing", .error,
    summary: "The service provider has no AssertionConsumerService",
    why: "The identity provider does not know where to send its response.",
    remedy: "Download the service provider's metadata again from AWS's console and use it unedited.",
    references: [.metadata("2.4.4")],
    failing: [
      .document(
        #"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\#(Scaffold.issuer)">"#
          + "«<md:SPSSODescriptor \(Scaffold.protocols)>»</md:SPSSODescriptor></md:EntityDescriptor>")
    ],
    passing: [.serviceProvider(), .bothRoles("")],
    check: .serviceProvider { sp, findings in
      if sp.role.assertionConsumerServices.isEmpty, !sp.isIncidental {
        findings.report("the service provider has no AssertionConsumerService", at: sp.role.element.tag)
      }
    })

  static let noPOSTConsumer = Rule(
    "SP002", "acs-binding-unusable", .error,
    summary: "No AssertionConsumerService accepts responses by HTTP-POST",
    why: "The standard does not allow a redirect for responses; the ACS URLs of IAM Identity Center use HTTP-POST.",
    remedy: "Download the service provider's metadata again from AWS's console and use it unedited.",
    references: [.profiles("4.1.2"), .metadata("2.4.4")],
    failing: [
      .serviceProvider(
        endpoints: #"<md:AssertionConsumerService Binding="«urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect»" "#
          + #"Location="\#(Scaffold.acs)" index="0"/>"#),
      .bothRoles(
        Scaffold.consumer(Scaffold.acs, binding: "«urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect»")),
    ],
    passing: [
      .serviceProvider(),
      .bothRoles(
        Scaffold.consumer("https://idp.example/acs", binding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect")),
    ],
    check: .serviceProvider { sp, findings in
      let services = sp.role.assertionConsumerServices
      guard let first = services.first, sp.role.supportsSAML2, !sp.isIncidental,
        !services.contains(where: { $0.binding == .httpPOST })
      else { return }
      let names = services.map { $0.binding?.name ?? ($0.bindingAttribute?.value.collapsed ?? "no binding").quoted }
      findings.report(
        "HTTP-POST is needed; found only \(names.distinct.joined(separator: ", "))",
        at: first.bindingAttribute?.spot ?? first.element.tag)
    })

  static let insecureConsumer = Rule(
    "SP003", "acs-url-insecure", .error,
    summary: "An ACS URL uses http, not https",
    why: "Assertions would cross the network in the clear; every ACS URL of IAM Identity Center uses https.",
    remedy: "Copy the ACS URL again from AWS's console.",
    references: [.metadata("2.4.4"), .awsMultiRegion],
    failing: [
      .serviceProvider(
        endpoints: Scaffold.consumer(
          "«http://eu-west-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888»"))
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      // Whoever else it may be for has a rule of its own; this one speaks of AWS's addresses.
      for address in sp.addresses
      where address.url.schemeName == "http" && sp.subject.claimsAWS && !sp.isOfDriver(address) {
        findings.report("the ACS URL uses http, not https", at: address.spot)
      }
    })

  static let brokenConsumer = Rule(
    "SP004", "acs-url-broken", .error,
    summary: "An ACS URL is missing or is not a valid web address",
    why: "The browser posts the response there.",
    remedy: "Copy the ACS URL again from AWS's console.",
    references: [.metadata("2.2.2")],
    failing: [
      .serviceProvider(endpoints: Scaffold.consumer("«eu-west-1.signin.aws/platform/saml/acs/1»")),
      .serviceProvider(
        endpoints:
          #"«<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" index="0"/>»"#),
      .bothRoles(Scaffold.consumer + Scaffold.consumer("«eu-west-1.signin.aws/platform/saml/acs/1»", index: "1")),
    ],
    passing: [.serviceProvider(), .bothRoles(Scaffold.consumer("/acs"))],
    check: .serviceProvider { sp, findings in
      guard !sp.isIncidental else { return }
      for service in sp.browserServices where service.location == nil {
        findings.report("the endpoint has no Location", at: service.element.tag)
      }
      for address in sp.addresses {
        if let problem = address.url.breakage, address.placeholder == nil {
          findings.report("the ACS URL \(problem)", at: address.spot)
        }
      }
    })

  static let unclearIndex = Rule(
    "SP005", "acs-index-unclear", .warning,
    summary: "The index or the default of the ACS endpoints is missing, invalid or used twice",
    why: """
      Requests may name an endpoint by its index, and an identity provider may take the default one. Where either is not \
      clear, some refuse the file and others answer to an address of their choice.
      """,
    remedy: "Download the service provider's metadata again from AWS's console and use it unedited.",
    references: [.metadata("2.2.3")],
    failing: [
      .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer(Scaffold.acs, index: "«0»")),
      .serviceProvider(endpoints: Scaffold.consumer(Scaffold.acs, index: "«first»")),
      .serviceProvider(
        endpoints: Scaffold.consumer(Scaffold.acs, index: #"0" isDefault="true"#)
          + Scaffold.consumer(Scaffold.acs, index: #"1" isDefault="«true»"#)),
    ],
    passing: [
      .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer(Scaffold.acs, index: "65535")),
      .bothRoles(Scaffold.consumer("https://idp.example/acs", index: "first")),
    ],
    check: .serviceProvider { sp, findings in
      guard !sp.isIncidental else { return }
      var first: [String: Attribute] = [:]
      var standard: Attribute?
      for service in sp.role.assertionConsumerServices {
        if let flag = service.isDefaultAttribute, flag.boolean == true {
          if let standard {
            findings.report(
              "another endpoint is the default already", at: flag.spot,
              related: [(.spot(standard.spot), "the first one")])
          }
          standard = standard ?? flag
        }
        guard let index = service.index else {
          findings.report("the endpoint has no index", at: service.element.tag)
          continue
        }
        let text = index.value.collapsed
        if UInt16(text) == nil {
          findings.report("the index \(text.quoted) is not a number from 0 to 65535", at: index.spot)
        } else if let earlier = first[text] {
          findings.report(
            "the index \(text) is used already", at: index.spot, related: [(.spot(earlier.spot), "the first one")])
        } else {
          first[text] = index
        }
      }
    })

  static let signedAssertionsNotWanted = Rule(
    "SP006", "signed-assertions-not-wanted", .note,
    summary: "AWS's file does not ask for signed assertions",
    why: """
      AWS's own files are reported to ask for them. Without that, an identity provider may sign the response only, and \
      AWS does not document whether it takes such a response.
      """,
    remedy: "Set the identity provider to sign the assertion, not only the response.",
    references: [.metadata("2.4.4"), .awsExternalIdP],
    failing: [
      .serviceProvider(role: #"WantAssertionsSigned="«false»""#),
      .document(
        #"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\#(Scaffold.issuer)">"#
          + "«<md:SPSSODescriptor \(Scaffold.protocols)>»\(Scaffold.consumer)</md:SPSSODescriptor></md:EntityDescriptor>"
      ),
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      guard sp.subject.claimsAWS else { return }
      guard let flag = sp.role.wantAssertionsSigned else {
        return findings.report("the service provider does not ask for signed assertions", at: sp.role.element.tag)
      }
      if flag.boolean == false { findings.report("signed assertions are not asked for", at: flag.spot) }
    })

  static let requestsSaidToBeSigned = Rule(
    "SP007", "signed-requests-announced", .warning,
    summary: "AWS's file says that its requests are signed",
    why: """
      IAM Identity Center does not sign its requests. An identity provider that takes the file at its word refuses every \
      sign-in that starts at AWS.
      """,
    remedy: "Download the service provider's metadata again from AWS's console and use it unedited.",
    references: [.awsExternalIdP, .metadata("2.4.4")],
    failing: [.serviceProvider(role: #"AuthnRequestsSigned="«true»" WantAssertionsSigned="true""#)],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      guard sp.subject.claimsAWS, let flag = sp.role.authnRequestsSigned, flag.boolean == true else { return }
      findings.report("IAM Identity Center does not sign its requests", at: flag.spot)
    })

  static let encryptionKeyOfAWS = Rule(
    "SP008", "encryption-key-of-aws", .warning,
    summary: "AWS's file holds a key with which assertions can be encrypted",
    why: """
      Many identity providers encrypt assertions as soon as the service provider's file holds such a key, and IAM \
      Identity Center supports no encrypted assertions.
      """,
    remedy: """
      Download the service provider's metadata again from AWS's console. If the key is in that file too, turn off the \
      encryption of assertions at the identity provider.
      """,
    remedies: .plainAssertions,
    references: [.awsExternalIdP, .awsTroubleshooting],
    failing: [
      .serviceProvider(
        keys: #"«<md:KeyDescriptor use="encryption">»"#
          + Scaffold.key(ExampleCertificates.other, use: "").dropFirst("<md:KeyDescriptor>".count))
    ],
    passing: [.serviceProvider(), .serviceProvider(keys: Scaffold.signingKey)],
    check: .serviceProvider { sp, findings in
      guard sp.subject.claimsAWS,
        let key = sp.role.keyDescriptors.first(where: { $0.use == .encryption || $0.use == .unspecified })
      else { return }
      findings.report("assertions can be encrypted for this key, which AWS does not support", at: key.element.tag)
    })

  static let otherServiceProtocol = Rule(
    "SP009", "service-provider-without-saml2", .error,
    summary: "The service provider's role does not list SAML 2.0",
    why: "IAM Identity Center speaks SAML 2.0 only; an identity provider takes the file at its word.",
    remedy: "Download the service provider's metadata again from AWS's console and use it unedited.",
    references: [.metadata("2.4.1"), .awsExternalIdP],
    failing: [
      .serviceProvider(protocols: #"protocolSupportEnumeration="«urn:oasis:names:tc:SAML:1.1:protocol»""#)
    ],
    passing: [
      .serviceProvider(),
      // A role of its own for each protocol.
      .serviceProvider(
        after: #"<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol">"#
          + "\(Scaffold.consumer)</md:SPSSODescriptor>"),
      .bothRoles(
        Scaffold.consumer("https://idp.example/acs"),
        protocols: #"protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol""#),
    ],
    check: .serviceProvider { sp, findings in
      guard !sp.isIncidental, !sp.subject.entity.serviceProviders.contains(where: \.supportsSAML2) else { return }
      let attribute = sp.role.element.attribute("protocolSupportEnumeration")
      findings.report(
        "the role does not list the protocol \(Namespace.protocolMessages.quoted)",
        at: attribute?.spot ?? sp.role.element.tag)
    })
}

extension RoleSubject where Role == SPSSODescriptor {
  /// Whether the role stands beside an identity provider's in one entity, as with AD FS, and does not claim to be AWS's:
  /// the entity is given for its identity provider then, and AWS reads nothing else of it.
  fileprivate var isIncidental: Bool { !entity.identityProviders.isEmpty && !subject.claimsAWS }
}

extension Example {
  /// An identity provider that is a service provider as well, with these ACS endpoints.
  fileprivate static func bothRoles(_ endpoints: String, protocols: String = Scaffold.protocols) -> Example {
    .identityProvider(
      entity: #"entityID="https://idp.example/metadata""#,
      after: "<md:SPSSODescriptor \(protocols)>\(endpoints)</md:SPSSODescriptor>")
  }
}
