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
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      if sp.role.assertionConsumerServices.isEmpty {
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
          + #"Location="\#(Scaffold.acs)" index="0"/>"#)
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      let services = sp.role.assertionConsumerServices
      guard let first = services.first, sp.role.supportsSAML2, !services.contains(where: { $0.binding == .httpPOST })
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
      for address in sp.addresses where address.url.schemeName == "http" && sp.entity.claimsAWS {
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
    ],
    passing: [.serviceProvider()],
    check: .serviceProvider { sp, findings in
      for service in sp.browserServices where service.location == nil {
        findings.report("the endpoint has no Location", at: service.element.tag)
      }
      for address in sp.addresses {
        if let problem = address.url.breakage { findings.report("the ACS URL \(problem)", at: address.spot) }
      }
    })
}
