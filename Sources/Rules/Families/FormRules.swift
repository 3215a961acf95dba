import Markup
import Parties
import SAML

/// Values that are not what their type, or their template, says.
extension Rule {
  static let placeholderLeftIn = Rule(
    "MD016", "placeholder-left-in", .error,
    summary: "An address is still the template's",
    why: "The file was made from a template, and the place for your own value was not filled in.",
    remedy: "Download the file from your own console, or fill in the value.",
    remedies: .downloadAgain,
    references: [.metadata("2.3.2"), .metadata("2.2.2")],
    failing: [
      .identityProvider(entity: #"entityID="«https://{tenant}.example/saml»""#),
      .identityProvider(endpoints: Scaffold.signOn("«https://YOUR_DOMAIN.okta.com/app/sso/saml»")),
      .identityProvider(endpoints: Scaffold.signOn("«{{sso_url}}»")),
    ],
    passing: [
      .identityProvider(), .identityProvider(entity: #"entityID="https://yourcompany.example/saml""#),
    ],
    check: .entity { subject, findings in
      subject.eachAddress { address in
        guard let placeholder = address.placeholder else { return }
        findings.report("the place \(placeholder.text.quoted) was not filled in", at: address.spot)
      }
    })

  static let unreadableBoolean = Rule(
    "MD017", "boolean-unreadable", .warning,
    summary: "An attribute that is to be true or false is neither",
    why:
      "The schema knows true, false, 1 and 0. Software that meets another word takes it for either, or refuses the file.",
    remedy: "Write true or false, in lower case.",
    references: [
      .metadata("2.4"), Reference("XML Schema Part 2, section 3.2.2", "https://www.w3.org/TR/xmlschema-2/#boolean"),
    ],
    failing: [
      .identityProvider(role: #"WantAuthnRequestsSigned="«False»""#),
      .serviceProvider(role: #"WantAssertionsSigned="«yes»""#),
    ],
    passing: [
      .identityProvider(role: #"WantAuthnRequestsSigned="0""#),
      .serviceProvider(role: #"WantAssertionsSigned=" true ""#),
    ],
    check: .entity { subject, findings in
      func judge(_ flag: Attribute?) {
        guard let flag, flag.boolean == nil else { return }
        findings.report("\(flag.value.quoted) is neither true nor false", at: flag.spot)
      }
      for idp in subject.entity.identityProviders { judge(idp.wantAuthnRequestsSigned) }
      for sp in subject.entity.serviceProviders {
        judge(sp.authnRequestsSigned)
        judge(sp.wantAssertionsSigned)
        for consumer in sp.assertionConsumerServices { judge(consumer.isDefaultAttribute) }
      }
    })

  static let misspeltBinding = Rule(
    "MD018", "binding-misspelt", .warning,
    summary: "A binding that resembles HTTP-POST or HTTP-Redirect but is not the standard's",
    why: "Bindings are compared letter by letter, so software passes over this endpoint.",
    remedy: "Write the binding as the standard does, or delete the endpoint if the other one is enough.",
    references: [
      Reference(
        "SAML 2.0 Bindings, section 3", "https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf")
    ],
    failing: [
      .identityProvider(
        endpoints: Scaffold.signOn
          + Scaffold.signOn(Scaffold.signOnURL, binding: "«urn:oasis:names:tc:SAML:2.0:bindings:HTTP-REDIRECT»"))
    ],
    passing: [
      .identityProvider(),
      .identityProvider(
        endpoints: Scaffold.signOn
          + Scaffold.signOn(Scaffold.signOnURL, binding: "urn:mace:shibboleth:1.0:profiles:AuthnRequest")),
    ],
    check: .entity { subject, findings in
      let services =
        subject.entity.identityProviders.map(\.singleSignOnServices)
        + subject.entity.serviceProviders.map(\.assertionConsumerServices)
      for services in services
      where services.contains(where: { $0.binding == .httpPOST || $0.binding == .httpRedirect }) {
        for service in services where service.binding == nil {
          guard let written = service.bindingAttribute, let meant = Binding(misspelt: written.value) else { continue }
          findings.report(
            "\(written.value.quoted) is not the standard's \(meant.rawValue)", at: written.spot)
        }
      }
    })

  static let textBetweenElements = Rule(
    "MD019", "text-between-elements", .warning,
    summary: "Text stands between the elements, where metadata has none",
    why: """
      A copy of what a browser draws brings along the signs with which it folds the elements. Such copies have been \
      refused on upload; software that checks the schema refuses any text here.
      """,
    remedy: "Download the file again and use it as it is, rather than a copy of what a browser or a page shows.",
    remedies: .downloadAgain,
    references: [.metadata("2.3.2"), .awsExternalIdP],
    failing: [
      .document(
        #"«<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example">»"#
          + "\n- <md:IDPSSODescriptor \(Scaffold.protocols)>\(Scaffold.signingKey)\(Scaffold.emailFormat)\(Scaffold.signOn)"
          + "</md:IDPSSODescriptor></md:EntityDescriptor>"),
      .document(
        #"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example">"#
          + "«<md:IDPSSODescriptor \(Scaffold.protocols)>»\(Scaffold.signingKey)\(Scaffold.emailFormat)\(Scaffold.signOn)"
          + "▼</md:IDPSSODescriptor></md:EntityDescriptor>"),
    ],
    passing: [.identityProvider(before: "<!-- text -->\n")],
    check: .entity { subject, findings in
      let entity = subject.entity
      let roles = entity.identityProviders.map(\.element) + entity.serviceProviders.map(\.element)
      // What one copy brought along is said once.
      guard
        let element = ([entity.element] + roles).first(where: { !$0.textBytes.allSatisfy(XMLSpace.contains) })
      else { return }
      let name = element.localName
      findings.report(
        "the text \(element.text.collapsed.quoted) stands between the elements of \(name)", at: element.tag)
    })

  static let elementsOutOfOrder = Rule(
    "MD020", "elements-out-of-order", .warning,
    summary: "Elements of an entity, or of its role, stand in an order that the metadata schema does not have",
    why: """
      The schema has one order for what is in an entity and in a role. Most readers find the elements in any; one that \
      checks the schema refuses the file. Consoles write the right order, so that such a file was edited, or made by hand.
      """,
    remedy: "Download the file again and use it unedited; one that is made by hand needs the order of the schema.",
    remedies: .downloadAgain,
    references: [.metadata("2.3.2"), .metadata("2.4.1"), .metadata("2.4.3"), .metadata("2.4.4")],
    failing: [
      .identityProvider(
        keys: "",
        endpoints: Scaffold.signOn + #"«<md:KeyDescriptor use="signing">»"#
          + Scaffold.signingKey.dropFirst(#"<md:KeyDescriptor use="signing">"#.count)),
      .serviceProvider(
        formats: "",
        endpoints: Scaffold.consumer + "«<md:NameIDFormat>»" + Scaffold.emailFormat.dropFirst("<md:NameIDFormat>".count)
      ),
      .document(
        #"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example">"#
          + "<md:Organization/>\n«<md:IDPSSODescriptor \(Scaffold.protocols)>»\(Scaffold.signingKey)"
          + "\(Scaffold.emailFormat)\(Scaffold.signOn)</md:IDPSSODescriptor></md:EntityDescriptor>"),
    ],
    passing: [
      .identityProvider(), .serviceProvider(),
      .identityProvider(
        before: "<md:Extensions/>",
        after: "<md:SPSSODescriptor \(Scaffold.protocols)>\(Scaffold.consumer)</md:SPSSODescriptor><md:Organization/>"),
    ],
    check: .entity { subject, findings in
      let entity = subject.entity
      let roles = entity.identityProviders.map(\.element) + entity.serviceProviders.map(\.element)
      for (parent, order) in [(entity.element, ElementOrder.entity)] + roles.map({ ($0, ElementOrder.role) }) {
        guard let (late, early) = order.firstMisplaced(in: parent) else { continue }
        findings.report(
          "\(late.localName) stands behind \(early.localName), and the schema has it in front of that", at: late.tag,
          related: [(.spot(early.tag), "what it stands behind")])
      }
    })

  static let commentInValue = Rule(
    "XML013", "comment-in-value", .warning,
    summary: "A comment or a processing instruction splits a value",
    why: """
      Some software reads only the text before the comment, some only the text after it, so two readers of the same file \
      see different values.
      """,
    remedy: "Delete the comment, or move it out of the element.",
    references: [
      Reference("CVE-2017-11428", "https://nvd.nist.gov/vuln/detail/CVE-2017-11428"), .xml("2.5"),
    ],
    failing: [
      .identityProvider(
        formats: Scaffold.format("«urn:oasis:names:tc:SAML:1.1:nameid-format:email<!-- -->Address»"))
    ],
    passing: [
      .identityProvider(formats: Scaffold.format("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress") + "<!-- -->")
    ],
    check: .entity { subject, findings in
      let report = { (element: Element, findings: inout Findings) in
        guard element.isTextInterrupted else { return }
        findings.report("a comment or processing instruction splits this value", at: element.content)
      }
      for role in subject.entity.identityProviders { role.eachComparedValue { report($0, &findings) } }
      for role in subject.entity.serviceProviders { role.eachComparedValue { report($0, &findings) } }
    })
}

/// The order in which the metadata schema has the elements of one type. Signatures have rules of their own.
private struct ElementOrder {
  /// Each element, and its place among the others; those that take turns share one.
  private let places: [(word: Word, place: Int)]

  private init(_ words: [[Word]]) {
    places = words.enumerated().flatMap { place, words in words.map { ($0, place) } }
  }

  static let entity = ElementOrder([
    [.extensions],
    [
      .idpSSODescriptor, .spSSODescriptor, .roleDescriptor, .authnAuthorityDescriptor, .attributeAuthorityDescriptor,
      .pdpDescriptor, .affiliationDescriptor,
    ],
    [.organization], [.contactPerson], [.additionalMetadataLocation],
  ])

  /// That of both roles: what only one of them has shares a place with what only the other has.
  static let role = ElementOrder([
    [.extensions], [.keyDescriptor], [.organization], [.contactPerson], [.artifactResolutionService],
    [.singleLogoutService], [.manageNameIDService], [.nameIDFormat], [.singleSignOnService, .assertionConsumerService],
    [.nameIDMappingService, .attributeConsumingService], [.attribute],
  ])

  /// The first element directly inside that should stand in front of an earlier one, and that one.
  func firstMisplaced(in parent: Element) -> (late: Element, early: Element)? {
    var last: (place: Int, element: Element)?
    for child in parent.children {
      guard let place = places.first(where: { child.isNamed($0.word) })?.place else { continue }
      if let last, place < last.place { return (child, last.element) }
      if place != last?.place { last = (place, child) }
    }
    return nil
  }
}

/// The part of a value that a template left open.
struct Placeholder {
  /// The part, as written.
  let text: String

  init?(in value: String) {
    if let enclosed = Self.enclosed(in: value) {
      text = enclosed
      return
    }
    let words = value.uppercased().split { !($0.isLetter || $0 == "_") }
    guard let word = words.first(where: Self.isPlaceholder) else { return nil }
    text = String(word)
  }

  /// What stands in braces or angle brackets, or is a place of a format string; a GUID in braces is somebody's id.
  private static func enclosed(in value: String) -> String? {
    guard let start = value.firstIndex(where: { $0 == "{" || $0 == "<" || $0 == "%" })
    else { return nil }
    let rest = value[start...]
    if value[start] == "%" {
      let isFormat = rest.dropFirst().first == "[" || rest.dropFirst().first == "s"
      return isFormat ? String(rest.prefix { $0 != "s" }) + "s" : nil
    }
    let close: Character = value[start] == "{" ? "}" : ">"
    guard let end = rest.firstIndex(of: close) else { return nil }
    let inside = rest[..<end].drop { $0 == "{" || $0 == "<" }
    guard !inside.isEmpty, !inside.allSatisfy({ $0.isHexDigit || $0 == "-" }) else { return nil }
    return String(rest[..<end].prefix(60)) + String(rest[end...].prefix { $0 == close })
  }

  /// Whether anything of a placeholder is there: nearly always nothing is, and the bytes tell so.
  static func mayOccur(in value: ArraySlice<UInt8>) -> Bool { marks.occur(in: value.span) }

  /// What every placeholder begins with; of letters beyond ASCII some have capitals within it.
  private static let marks = ShortWords(
    "your_", "replac", "insert_", "chang", "placeh", "{", "<", "%", beyondASCII: true)

  /// Whole words only: a company may well be called yourcompany.
  private static func isPlaceholder(_ word: Substring) -> Bool {
    ["YOUR_", "REPLACE_", "INSERT_"].contains { word.hasPrefix($0) }
      || ["CHANGEME", "CHANGE_ME", "REPLACEME", "PLACEHOLDER"].contains(String(word))
  }
}

extension Binding {
  /// The binding that was meant by a URI that is none of the standard's.
  fileprivate init?(misspelt text: String) {
    let last = text.collapsed.lowercased().split { $0 == ":" || $0 == " " }.last ?? ""
    switch last.filter(\.isLetter) {
    case "httppost", "post": self = .httpPOST
    case "httpredirect", "redirect", "httpget": self = .httpRedirect
    default: return nil
    }
  }
}

extension RoleDescriptor {
  /// Hands over the elements whose text is compared with something.
  fileprivate func eachComparedValue(_ body: (Element) -> Void) {
    for format in nameIDFormats { body(format.element) }
    for key in keyDescriptors { for certificate in key.certificates { body(certificate.element) } }
  }
}
